"""What licenses the claims about containers: what is put into them, taken from them, and done to them as a whole.

They are held against what the container held before and after the event, not against the name of a method.
"""

from __future__ import annotations

import ast
from collections import Counter
from typing import Any

from generator.checker.changes import Changes, number
from generator.checker.claims import Claim
from generator.checker.expressions import among, expression, is_literal, read, root, statement_of, unparsed
from generator.checker.meaning import Moment
from generator.checker.tokens import Piece
from generator.engine.evaluate import Unknown, evaluate

_FIRST = ("front", "left", "start", "beginning", "first")
_LAST = ("end", "right", "back", "last", "top")
_PUTTING = {"append": "last", "appendleft": "first"}
_CONTAINERS = frozenset({"method", "mutate", "drop", "item"})


class Methods(Changes):
    """Claims about methods that change their object, about slices, and about what is deleted."""

    def owner(self, written: Piece, moment: Moment) -> Any:
        """The container that an expression names, where the event changed it; Unknown otherwise."""
        node = expression(written.text)
        if node is None or is_literal(node) or moment.site.kind not in _CONTAINERS:
            raise Unknown
        func = getattr(moment.site.node, "func", None)
        if isinstance(func, ast.Attribute) and self.means(node, func.value):
            return moment.event[1]
        if evaluate(node, self.after) is not moment.event[1]:
            raise Unknown
        places = [part for part in self.parts() if isinstance(part, ast.Subscript) and root(part) == root(node)]
        if isinstance(node, ast.Subscript) and places and not any(self.means(node, place) for place in places):
            raise Unknown  # `rows[-1]` for `rows[i]`
        return moment.event[1]

    def around(self, owner: Any) -> tuple[list[str], list[str]]:
        """The texts of what a container held before the event and holds after it."""
        return self.contents(owner, self.before), self.contents(owner, self.after)

    def wait(self) -> None:
        """Keep what a container lost, since the state before the event is gone when it is told."""
        super().wait()
        try:
            before, after = self.around(self.now.event[1])
        except (Unknown, IndexError):
            return
        self.now.held = tuple(before)
        self.now.lost = tuple((Counter(before) - Counter(after)).elements())

    # Into a container

    def on_put(self, claim: Claim, *pieces: Piece) -> bool:
        """5 is appended to `stack`; it is appended to `stack`; also the number 5 is added to `total`."""
        owner = pieces[-1]
        if len(pieces) > 1 and self.kind in ("bind", "item", "attr"):
            if (moment := self.toucher(owner.text)) and self.is_new_value("", owner, pieces[0]):
                return self.tell(owner.text, moment)  # 7 is stored in `x`
            return not self.is_container(owner) and self.is_sum(pieces[0], owner, 1)
        before, after = self.around(self.owner(owner, self.now))
        come = "".join((Counter(after) - Counter(before)).elements())
        text = among(self.text(pieces[0].text), after) if len(pieces) > 1 else come
        shifted = self.called() == "append" and after == [*before, text][-len(after) :]  # of a deque that is full
        if not shifted and Counter(after) - Counter(before) != Counter([text]):
            return False
        place = self.place(claim.words)
        if place and _PUTTING.get(self.called(), place) != place:
            return False  # an item that is alone stands at both ends
        right = {"first": after[:1] == [text], "last": after[-1:] == [text], "": True}
        return right[place] and self.tell_whole()

    def on_put_item(self, _: Claim, item: Piece) -> bool:
        """We append 5: to the container that the statement changes."""
        if self.kind not in ("method", "mutate"):
            return False
        before, after = self.around(self.event[1])
        gained = tuple((Counter(after) - Counter(before)).elements())
        return gained == (among(self.text(item.text), gained),) and self.tell_whole()

    def on_taken_item(self, _: Claim, item: Piece) -> bool:
        """We pop 5: from the container that the statement changes."""
        for moment in self.moments():
            lost = moment.lost
            if moment is self.now and self.kind in ("method", "mutate"):
                before, after = self.around(self.event[1])
                lost = tuple((Counter(before) - Counter(after)).elements())
            if lost and lost == (among(self.taken_text(item), lost),):
                moment.told |= {"method", "place"}
                return True
        return False

    def is_container(self, owner: Piece) -> bool:
        node = expression(owner.text)
        return node is not None and self.after.look(evaluate(node, self.after)) is not None

    def is_sum(self, item: Piece, owner: Piece, sign: int) -> bool:
        """Whether the event adds a number to what a place holds, or with sign -1 takes it away."""
        if self.toucher(owner.text) is not self.now:
            return False
        new, old = self.text(owner.text, self.after), self.text(owner.text, self.before)
        return number(new) - number(old) == sign * number(self.text(item.text)) and self.done("moved")

    def called(self) -> str:
        """The name of the method or function that the event belongs to; empty where none is called."""
        func = getattr(self.site.node, "func", None)
        return func.attr if isinstance(func, ast.Attribute) else func.id if isinstance(func, ast.Name) else ""

    @staticmethod
    def place(words: str) -> str:
        """Which end of a container the words speak of; empty where they speak of none."""
        if any(word in words.split() for word in _FIRST):
            return "first"
        return "last" if any(word in words.split() for word in _LAST) else ""

    def tell_whole(self) -> bool:
        """Note that what a method does is told."""
        self.now.told |= {"place"}
        return self.done("method")

    def on_put_at(self, _: Claim, item: Piece, index: Piece, owner: Piece) -> bool:
        before, after = self.around(self.owner(owner, self.now))
        text, place = among(self.text(item.text), after), int(self.text(index.text))
        inside = 0 <= place <= len(before)
        return inside and after == [*before[:place], text, *before[place:]] and self.tell_whole()

    def on_extended(self, _: Claim, owner: Piece, items: Piece) -> bool:
        node = expression(items.text)
        if node is None:
            return False
        added = _written(node) if is_literal(node) else self.contents(evaluate(node, self.before), self.before)
        for moment in self.moments():
            if moment.site.kind in ("method", "mutate"):
                before, after = self.around(self.owner(owner, moment))
                if after == [*(before if moment is self.now else moment.held), *added]:
                    moment.told |= {"method", "place"}
                    return True
        return False

    # Out of a container

    def on_taken(self, claim: Claim, *pieces: Piece) -> bool:
        """5 is taken from the end of `stack`; it is taken off it; also the number 5 is subtracted from `total`."""
        if len(pieces) == 1:
            return self.on_taken_off(claim, pieces[0])
        item, owner = pieces
        if self.kind in ("bind", "item", "attr") and not self.waiting and not self.is_container(owner):
            return self.is_sum(item, owner, -1)
        return any(self.takes(claim.words, self.taken_text(item), owner, moment) for moment in self.moments())

    def taken_text(self, item: Piece) -> str:
        """The text of what is taken, which may be said with the name that gets it: `top = 5`."""
        name, equals, value = item.text.partition(" = ")
        if not equals:
            return self.text(item.text)
        moment = self.toucher(name)
        if moment is None or not self.is_new_value("", Piece(name, 0, quoted=True), Piece(value, 0, quoted=True)):
            raise Unknown
        self.tell(name, moment)
        return self.text(value)

    def on_taken_off(self, claim: Claim, owner: Piece) -> bool:
        """`top` becomes 5, taken from `stack`."""
        for moment in self.moments():
            item = self.after.text(moment.event[2]) if moment.site.kind == "method" else "".join(moment.lost[:1])
            if item and self.takes(claim.words, item, owner, moment):
                return True
        return False

    def takes(self, words: str, text: str, owner: Piece, moment: Moment) -> bool:
        try:
            container = self.owner(owner, moment)
        except Unknown:
            return False
        if moment is self.now:
            before, after = self.around(container)
            lost = tuple((Counter(before) - Counter(after)).elements())
        else:
            lost = moment.lost
        if lost != (among(text, lost),) or not self.is_end(words, moment):
            return False
        moment.told |= {"method", "place"}
        return True

    def is_end(self, words: str, moment: Moment) -> bool:
        """Whether something was taken from the end of a container that the words speak of."""
        place = self.place(words)
        if not place:
            return True
        name = getattr(getattr(moment.site.node, "func", None), "attr", "")
        given = moment.event[3] if moment.site.kind == "method" else ()
        first = name == "popleft" or (name == "pop" and list(given) == [0])
        last = name == "pop" and (not given or given[0] == -1)
        return first if place == "first" else last

    def on_lost(self, _: Claim, item: Piece) -> bool:
        """5 drops out: of a deque that is full."""
        if self.kind != "method":
            return False
        before, after = self.around(self.event[1])
        return len(before) == len(after) and tuple((Counter(before) - Counter(after)).elements()) == (
            self.text(item.text),
        )

    def on_gone(self, _: Claim, place: Piece) -> bool:
        """`d['k']` is deleted, or a name, an attribute, a slice."""
        node, statement = expression(place.text), statement_of(self.site.node)
        if (
            node is None
            or not isinstance(statement, ast.Delete)
            or self.kind not in ("drop", "detach", "unbind", "mutate")
        ):
            return False
        targets = [read(part) for target in statement.targets for part in getattr(target, "elts", [target])]
        named = any(self.means(node, target) or self.is_hidden(node, target) for target in targets)
        if not named or not self.is_deleted(node):
            return False
        self.now.told |= {"place"}
        return self.done("gone")

    def is_deleted(self, node: ast.expr) -> bool:
        """Whether a place is the one that the event deletes."""
        if isinstance(node, ast.Name):
            return self.kind == "unbind" and node.id in self.site.names
        if not isinstance(node, ast.Subscript | ast.Attribute) or not self.is_place_in(node, self.event[1]):
            return False
        if self.kind == "drop" and isinstance(node, ast.Subscript):
            return self.before.text(evaluate(node.slice, self.before)) == self.before.text(self.event[2])
        return self.kind in ("detach", "mutate")

    # The whole of a container

    def on_sorted(self, _: Claim, owner: Piece) -> bool:
        self.owner(owner, self.now)
        return self.called() == "sort" and self.tell_whole()

    def on_reversed(self, _: Claim, owner: Piece) -> bool:
        before, after = self.around(self.owner(owner, self.now))
        return self.called() == "reverse" and after == before[::-1] and self.tell_whole()

    def on_cleared(self, _: Claim, owner: Piece) -> bool:
        before, after = self.around(self.owner(owner, self.now))
        return bool(before) and not after and self.tell_whole()

    def on_replaced(self, _: Claim, part: Piece, value: Piece) -> bool:
        """`a[1:3]` is replaced by [9, 9]."""
        node, statement = expression(part.text), self.site.node
        if self.kind != "mutate" or not isinstance(node, ast.Subscript) or not isinstance(node.slice, ast.Slice):
            return False
        targets = [statement.target] if isinstance(statement, ast.AugAssign) else getattr(statement, "targets", ())
        if isinstance(statement, ast.Delete) or not any(self.means(node, read(target)) for target in targets):
            return False
        new = self.put_in(node.slice)
        if self.text(value.text) != f"[{', '.join(new)}]":
            return False
        self.now.told |= {"place"}
        return self.done("replaced")

    def put_in(self, part: ast.Slice) -> list[str]:
        """The texts of what was put in the place of a slice; Unknown for what a step picks out."""
        before, after = self.around(self.event[1])
        ends = [None if end is None else evaluate(end, self.before) for end in (part.lower, part.upper, part.step)]
        start, stop, step = slice(*ends).indices(len(before))
        if step != 1:
            return after[slice(*ends)]
        return after[start : len(after) - (len(before) - max(start, stop))]


def _written(node: ast.expr) -> list[str]:
    """The texts of the items of a list, a tuple or a string that is written out."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return list(map(repr, node.value))
    if not isinstance(node, ast.List | ast.Tuple):
        raise Unknown
    return list(map(unparsed, node.elts))
