"""What is loaded before a program is shut in, since it can open no file afterwards; any other import ends it."""

from __future__ import annotations

import importlib
from contextlib import suppress
from functools import cache

MODULES = frozenset(
    "abc argparse array ast base64 binascii bisect builtins calendar cmath codecs collections colorsys contextlib copy "
    "copyreg csv ctypes dataclasses datetime decimal difflib enum fnmatch fractions functools gc getopt graphlib "
    "hashlib heapq hmac html inspect io itertools json keyword linecache logging math numbers operator os pathlib pickle "
    "pprint queue random re reprlib secrets shlex statistics string struct sys textwrap threading time timeit token "
    "tokenize traceback types typing unicodedata unittest uuid warnings weakref zlib zoneinfo".split()
)
"""Modules of the standard library that programs use. Those that could do harm can't do it."""

HIDDEN = (
    "_strptime _pydecimal collections.abc ctypes.util encodings.ascii encodings.cp1252 encodings.hex_codec encodings.idna "
    "encodings.latin_1 encodings.punycode encodings.raw_unicode_escape encodings.rot_13 encodings.unicode_escape "
    "encodings.utf_16 encodings.utf_16_be encodings.utf_16_le encodings.utf_32 encodings.utf_8_sig html.entities "
    "html.parser importlib.util json.tool stringprep tracemalloc unittest.mock"
).split()
"""What those import when they are first used."""


@cache
def preload() -> None:
    """Import them all; what a version of Python doesn't have is left out."""
    for name in (*sorted(MODULES), *HIDDEN):
        with suppress(ImportError):
            importlib.import_module(name)
