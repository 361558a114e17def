"""What is loaded before a program is shut in, since it can open no file afterwards; any other import ends it."""

from __future__ import annotations

import importlib
from contextlib import suppress
from functools import cache

MODULES = (
    "abc array ast base64 binascii bisect calendar cmath codecs collections.abc colorsys contextlib copy csv "
    "dataclasses datetime decimal difflib enum fractions functools graphlib hashlib heapq html io itertools json "
    "keyword linecache math numbers operator pprint random re reprlib statistics string struct sys textwrap time "
    "traceback tracemalloc types typing unicodedata warnings weakref zlib _strptime encodings.ascii "
    "encodings.latin_1 encodings.unicode_escape encodings.utf_16 encodings.utf_32 encodings.utf_8_sig"
).split()
"""What the engine lets programs import, and what that imports when it is first used. Each makes every fork dearer."""


@cache
def preload() -> None:
    """Import them all; what a version of Python doesn't have is left out."""
    for name in MODULES:
        with suppress(ImportError):
            importlib.import_module(name)
