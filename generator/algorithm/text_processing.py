"""Text processing: runs of letters, ciphers, anagrams, Roman numerals and brackets."""

from generator.algorithm.registry import algorithm, implementation
from generator.algorithm.samplers.texts import (
    brackets,
    message_and_key,
    number_to_write,
    numeral,
    text_with_runs,
    words_with_anagrams,
)


@algorithm(
    family="text_processing",
    reference="Golomb, Run-Length Encodings, IEEE Transactions on Information Theory 12 (1966)",
    inputs=text_with_runs,
)
def run_length(text):
    """Encode a text by its runs: each letter that stands there, followed by how often it does so in a row."""
    encoded = ""
    start = 0
    while start < len(text):  #: | the text is used up
        end = start
        while end < len(text) and text[end] == text[start]:  #: the run goes on | the run ends here
            end += 1
        encoded += text[start] + str(end - start)
        start = end
    return encoded


@implementation(of=run_length)
def run_length_with_a_list(text):
    """Encode a text by its runs, counting each in a list of letters and counts."""
    runs = []
    for letter in text:
        if runs and run[0] == letter:  #: the letter continues the run | a new run begins
            run[1] += 1
        else:
            run = [letter, 1]
            runs.append(run)
    return "".join(f"{letter}{count}" for letter, count in runs)


@algorithm(
    family="text_processing",
    reference="Bellaso, La cifra del Sig Giovan Battista Bellaso (1553)",
    inputs=message_and_key,
)
def vigenere_cipher(message, key):
    """Encrypt a message of small letters by moving each along the alphabet as the next letter of a key says."""
    encrypted = []
    used = 0
    for letter in message:
        if letter == " ":  #: a space stays a space | the letter is moved
            encrypted.append(letter)
            continue
        shift = ord(key[used % len(key)]) - ord("a")
        moved = (ord(letter) - ord("a") + shift) % 26
        encrypted.append(chr(ord("a") + moved))
        used += 1
    return "".join(encrypted)


@implementation(of=vigenere_cipher)
def vigenere_cipher_with_an_alphabet(message, key):
    """Encrypt a message of small letters by the rows of a square of alphabets, turned by the letters of a key."""
    alphabet = "abcdefghijklmnopqrstuvwxyz"
    encrypted = ""
    place = 0
    for letter in message:
        if letter in alphabet:  #: it is a letter | it is no letter and stays
            row = alphabet.index(key[place])
            turned = alphabet[row:] + alphabet[:row]
            letter = turned[alphabet.index(letter)]
            place = (place + 1) % len(key)
        encrypted += letter
    return encrypted


@algorithm(
    family="text_processing",
    reference="Bentley, Programming Pearls (1986)",
    inputs=words_with_anagrams,
)
def group_anagrams(words):
    """Group the words that have the same letters, in the order in which they come up."""
    groups = {}
    for word in words:
        signature = "".join(sorted(word))
        if signature not in groups:  #: these letters are new | these letters have come up before
            groups[signature] = []
        groups[signature].append(word)
    return list(groups.values())


@implementation(of=group_anagrams)
def group_anagrams_by_comparison(words):
    """Group the words that have the same letters by comparing each with the first of each group."""

    def are_anagrams(first, second):
        letters = list(first)
        for letter in second:
            try:
                place = letters.index(letter)
            except ValueError:
                return False
            letters.pop(place)
        return letters == []

    groups = []
    for word in words:
        for group in groups:
            if are_anagrams(group[0], word):  #: the word belongs to this group | the word has other letters
                group.append(word)
                break
        else:
            groups.append([word])
    return groups


@algorithm(
    family="text_processing",
    reference="Pilgrim, Dive Into Python (2004)",
    inputs=number_to_write,
)
def to_roman(number):
    """Write a number from 1 to 3999 in Roman numerals by taking the largest values first."""
    if not 0 < number < 4000:  #: there is no numeral for it |
        raise ValueError("number out of range")
    values = (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1)
    symbols = ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I")
    numeral = ""
    for value, symbol in zip(values, symbols):
        while number >= value:  #: the symbol is written | the rest is smaller
            numeral += symbol
            number -= value
    return numeral


@implementation(of=to_roman)
def to_roman_by_digits(number):
    """Write a number from 1 to 3999 in Roman numerals digit by digit."""
    if number < 1 or number > 3999:  #: there is no numeral for it |
        raise ValueError("number out of range")
    numeral = ""
    for one, five, ten in ("IVX", "XLC", "CDM", "M  "):
        number, digit = divmod(number, 10)
        if digit == 9:  #: it is written from the next unit |
            part = one + ten
        elif digit >= 5:  #: the middle symbol is used | the digit is small
            part = five + one * (digit - 5)
        elif digit == 4:
            part = one + five
        else:
            part = one * digit
        numeral = part + numeral
    return numeral


@algorithm(
    family="text_processing",
    reference="Pilgrim, Dive Into Python (2004)",
    inputs=numeral,
)
def from_roman(numeral):
    """Read a Roman numeral by subtracting each value that stands before a larger one."""
    value_of = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
    total = previous = 0
    for letter in reversed(numeral):
        try:
            value = value_of[letter]
        except KeyError:
            raise ValueError(letter + " is no numeral") from None
        if value < previous:  #: it stands before a larger value | it is no smaller than the value behind it
            total -= value
        else:
            total += value
        previous = value
    return total


@implementation(of=from_roman)
def from_roman_by_replacement(numeral):
    """Read a Roman numeral by writing its pairs as equal letters and adding all values."""
    pairs = {"CM": "DCCCC", "CD": "CCCC", "XC": "LXXXX", "XL": "XXXX", "IX": "VIIII", "IV": "IIII"}
    for pair, letters in pairs.items():
        numeral = numeral.replace(pair, letters)
    total = 0
    for letter, value in (("M", 1000), ("D", 500), ("C", 100), ("L", 50), ("X", 10), ("V", 5), ("I", 1)):
        count = numeral.count(letter)
        if count > 0:  #: this letter stands there | this letter is missing
            total += count * value
            numeral = numeral.replace(letter, "")
    if numeral:  #: some letter is no numeral | every letter has been read
        raise ValueError(numeral[0] + " is no numeral")
    return total


@algorithm(
    family="text_processing",
    reference="Aho, Hopcroft and Ullman, Data Structures and Algorithms (1983)",
    inputs=brackets,
)
def balanced_brackets(text):
    """Decide whether each bracket of a text is closed by its partner, with a stack of the partners awaited."""
    partner = {"(": ")", "[": "]", "{": "}"}
    awaited = []
    for letter in text:
        if letter in partner:  #: a bracket opens |
            awaited.append(partner[letter])
        elif letter in partner.values():  #: a bracket closes | the letter is no bracket
            try:
                expected = awaited.pop()
            except IndexError:
                return False
            if letter != expected:  #: another bracket should have been closed | it closes the bracket that was opened last
                return False
    return not awaited


@implementation(of=balanced_brackets)
def balanced_brackets_by_removal(text):
    """Decide whether each bracket of a text is closed by its partner, removing pairs that stand side by side."""
    left = "".join(letter for letter in text if letter in "()[]{}")
    before = None
    while left != before:  #: something was removed | nothing more can be removed
        before = left
        for pair in ("()", "[]", "{}"):
            left = left.replace(pair, "")
    return left == ""
