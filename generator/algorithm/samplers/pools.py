"""Names and words that inputs are drawn from."""

NAMES = (
    ("Ada", "Ben", "Cleo", "Dan", "Eve", "Finn", "Gus", "Hana", "Ivo", "June"),
    ("Bern", "Cairo", "Delhi", "Lima", "Oslo", "Paris", "Quito", "Rome", "Seoul", "Tunis"),
    ("A", "B", "C", "D", "E", "F", "G", "H", "I", "J"),
)
STEPS = (
    ("flour", "yeast", "dough", "oven", "rest", "bread", "slice", "toast"),
    ("shirt", "tie", "socks", "shoes", "trousers", "belt", "jacket", "watch"),
    ("fetch", "compile", "link", "test", "pack", "sign", "upload", "announce"),
)
WORDS = ("abracadabra", "banana", "mississippi", "cocoa", "tomato", "hubbub", "ananas", "onion")
