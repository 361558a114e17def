"""Games: who wins, and by which move."""

from generator.algorithm.registry import algorithm, implementation
from generator.algorithm.samplers.worlds import board, code_and_guesses, heaps, pebbles_and_moves, rectangle


@algorithm(
    family="games",
    reference="Bouton, Nim, a Game with a Complete Mathematical Theory, Annals of Mathematics 3 (1901)",
    inputs=heaps,
)
def nim(heaps):
    """Find a winning move of Nim, as the name of a heap and its new size, or None if every move loses."""
    nim_sum = 0
    for heap in heaps.values():
        nim_sum ^= heap
    if nim_sum == 0:  #: whoever has to move loses |
        return None
    for name, heap in heaps.items():
        target = heap ^ nim_sum
        if target < heap:  #: this heap can be made small enough | this heap would have to grow
            return name, target


def nim_sum_of(heaps):
    total = 0
    for heap in heaps.values():
        total ^= heap
    return total


@implementation(of=nim, uses=(nim_sum_of,))
def nim_by_trying(heaps):
    """Find a winning move of Nim by trying each move, or None if every move loses."""
    for name in heaps:
        for size in range(heaps[name]):
            after = dict(heaps)
            after[name] = size
            if nim_sum_of(after) == 0:  #: the other player is in a lost position | the other player could win
                return name, size
    return None


@algorithm(
    family="games",
    reference="Crowley and Siegler, Flexible Strategy Use in Young Children's Tic-Tac-Toe, Cognitive Science 17 (1993)",
    inputs=board,
)
def tic_tac_toe_winner(board):
    """Find who has three in a row, or say whether the game of tic-tac-toe is a draw or still open."""
    lines = [list(row) for row in board]
    for column in range(3):
        lines.append([row[column] for row in board])
    lines.append([board[i][i] for i in range(3)])
    lines.append([board[i][2 - i] for i in range(3)])
    for line in lines:
        if line[0] != " " and line[0] == line[1] == line[2]:  #: the row is complete | nobody has this row
            return line[0]
    for row in board:
        if " " in row:  #: there is a free square |
            return "open"
    return "draw"


@implementation(of=tic_tac_toe_winner)
def tic_tac_toe_winner_by_counting(board):
    """Find who has three in a row by counting the squares of each line, or say whether it is a draw or still open."""
    counts = {}
    free = 0
    for i, row in enumerate(board):
        for j, mark in enumerate(row):
            if mark == " ":  #: the square is free | the square belongs to a player
                free += 1
                continue
            lines = [("row", i), ("column", j)]
            if i == j:  #: it lies on the diagonal |
                lines.append("diagonal")
            if i + j == 2:  #: it lies on the other diagonal |
                lines.append("other diagonal")
            for line in lines:
                counts[mark, line] = counts.get((mark, line), 0) + 1
    for (mark, line), count in counts.items():
        if count == 3:  #: the line is complete |
            return mark
    return "open" if free else "draw"


@algorithm(
    family="games",
    reference="Berlekamp, Conway and Guy, Winning Ways for Your Mathematical Plays (1982)",
    inputs=pebbles_and_moves,
)
def subtraction_game(pebbles, moves):
    """Decide whether the player who moves first wins if whoever can't take one of the allowed numbers of pebbles loses."""
    wins = [False]
    for count in range(1, pebbles + 1):
        found = False
        for move in moves:
            if move <= count and not wins[count - move]:  #: this move leaves a lost position |
                found = True
                break
        wins.append(found)
    return wins[pebbles]


@implementation(of=subtraction_game)
def subtraction_game_recursive(pebbles, moves):
    """Decide whether the player who moves first wins the game of taking pebbles, remembering what is known."""
    known = {}

    def wins(count):
        if count in known:  #: this position is known already | this position has to be worked out
            return known[count]
        known[count] = False
        for move in moves:
            if move <= count:  #: | there are too few pebbles for this move
                other_wins = wins(count - move)
                if not other_wins:  #: this move leaves a lost position | the other player would win then
                    known[count] = True
                    break
        return known[count]

    return wins(pebbles)


def smallest_missing(numbers):
    missing = 0
    while missing in numbers:  #: this number is taken | this is the smallest number that is missing
        missing += 1
    return missing


@algorithm(
    family="games",
    reference="Grundy, Mathematics and Games, Eureka 2 (1939)",
    inputs=pebbles_and_moves,
    uses=(smallest_missing,),
)
def grundy_numbers(pebbles, moves):
    """List the Grundy numbers of the game of taking one of the allowed numbers of pebbles, from no pebble up."""
    numbers = []
    for count in range(pebbles + 1):
        reached = {numbers[count - move] for move in moves if move <= count}
        numbers.append(smallest_missing(reached))
    return numbers


@implementation(of=grundy_numbers)
def grundy_numbers_by_marks(pebbles, moves):
    """List the Grundy numbers of the game of taking pebbles by crossing out what can be reached."""
    numbers = []
    for count in range(pebbles + 1):
        reached = [False] * (len(moves) + 1)
        for move in moves:
            if move > count:  #: there are too few pebbles for this move |
                continue
            reached[numbers[count - move]] = True
        numbers.append(reached.index(False))
    return numbers


@algorithm(
    family="games",
    reference="Knuth, The Computer as Master Mind, Journal of Recreational Mathematics 9 (1976)",
    inputs=code_and_guesses,
)
def bulls_and_cows(secret, guesses):
    """Count for each guess the digits in the right place, and those that are in the secret at another place."""
    scores = []
    for guess in guesses:
        if len(guess) != len(secret):  #: the guess has the wrong length |
            raise ValueError("wrong length")
        bulls = cows = 0
        for place, digit in enumerate(guess):
            if digit == secret[place]:  #: the digit stands in the right place | the digit stands in the wrong place, if at all
                bulls += 1
            elif digit in secret:  #: the digit stands somewhere else | the digit is not in the secret
                cows += 1
        scores.append((bulls, cows))
    return scores


@implementation(of=bulls_and_cows)
def bulls_and_cows_with_sets(secret, guesses):
    """Count the digits in the right place and those at another place for each guess, with sets of digits."""
    scores = []
    digits = set(secret)
    for guess in guesses:
        if len(guess) != len(secret):  #: the guess has the wrong length |
            raise ValueError("wrong length")
        bulls = sum(a == b for a, b in zip(secret, guess))
        common = digits & set(guess)
        scores.append((bulls, len(common) - bulls))
        if bulls == len(secret):  #: the secret is found | the game goes on
            print("solved by", guess)
    return scores


@algorithm(
    family="games",
    reference="Cole and Davie, A Game Based on the Euclidean Algorithm, Mathematical Gazette 53 (1969)",
    inputs=rectangle,
)
def euclid_game(a, b):
    """Decide whether the first player wins who may take multiples of the smaller number from the larger until one is 0."""
    first_moves = True
    if a < b:  #: the numbers are put in order |
        a, b = b, a
    while b > 0 and a // b == 1:  #: there is a single move | the player can choose, or all is over
        a, b = b, a - b
        first_moves = not first_moves
    return first_moves if b > 0 else not first_moves


@implementation(of=euclid_game)
def euclid_game_recursive(a, b):
    """Decide whether the player who moves wins the game of taking multiples of the smaller number, by trying the moves."""
    large, small = max(a, b), min(a, b)
    if small == 0:  #: there is no move left |
        return False
    if large >= 2 * small:  #: there is a choice, and that decides for the player who moves | there is a single move
        return True
    return not euclid_game_recursive(small, large - small)
