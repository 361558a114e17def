"""How a teacher would put a line: hints stand in the program text as `#:` comments, and leave it before it is shown.

    baked = trays * per_tray   #: the trays hold {:roll|rolls}
    while a[j] > key:          #: it belongs further left | it is in place
    print(boxes)               #: the baker fills {boxes:box|boxes}

`{}` stands for the value of the line with the arithmetic that led to it, `{name}` for the value of a variable, and
`{name:one|many}` puts the noun that fits the value behind it. On a test the bar parts what is said when it holds
from what is said when it fails. A hint holds no value of its own: it must be true each time its line runs. The checker
reads it as it reads all prose, so words that compare or deny ("at least", "more than", "up to", "never", "without") are
left to the conditions, and a unit isn't called as a variable is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_HINT = re.compile(r"[ \t]*#: ?(.*)$", re.MULTILINE)


def split_hints(text: str) -> tuple[str, Mapping[int, str]]:
    """Part an annotated program text into the program that is shown and its hints by line number."""
    lines = text.strip("\n").split("\n")
    hints = {}
    for number, line in enumerate(lines, 1):
        if found := _HINT.search(line):
            hints[number] = found[1].strip()
            lines[number - 1] = line[: found.start()]
    return "\n".join(line.rstrip() for line in lines) + "\n", hints
