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
ACTIVITIES = ("chess", "choir", "dance", "debate", "drama", "judo", "lunch", "maths", "music", "piano", "swim", "yoga")
TASKS = ("bake", "call", "clean", "copy", "file", "mail", "mend", "pack", "paint", "plan", "scan", "ship", "sort", "wash")
GOODS = ("barley", "cocoa", "copper", "cotton", "honey", "pepper", "rice", "salt", "silk", "spice", "tea", "wool")
MESSAGES = ("attack", "bridge", "castle", "dragon", "engine", "garden", "harbor", "island", "lantern", "mirror", "orchid")
KEYS = ("axe", "bee", "cat", "dog", "elk", "fig", "gem", "hat", "ivy", "jam", "key", "lemon", "moon", "oak", "pear")
ANAGRAMS = (
    ("evil", "live", "vile", "veil"),
    ("stop", "post", "pots", "spot", "tops"),
    ("listen", "silent", "enlist", "tinsel"),
    ("tea", "eat", "ate"),
    ("arm", "ram", "mar"),
    ("dusty", "study"),
    ("night", "thing"),
    ("elbow", "below"),
    ("earth", "heart", "hater"),
    ("save", "vase"),
    ("race", "care", "acre"),
    ("sister", "resist"),
    ("owl", "low"),
    ("spare", "spear", "pears", "reaps"),
    ("team", "meat", "mate", "tame"),
    ("brush",),
    ("cloud",),
    ("lamp",),
)
PEGS = ("left", "middle", "right", "front", "back", "north", "south", "east", "west")
COLOURS = ("black", "blue", "brown", "green", "grey", "orange", "pink", "purple", "red", "violet", "white", "yellow")
COUNTERS = ("acorns", "beads", "beans", "buttons", "coins", "matches", "nuts", "shells", "stones")
