"""Assignments of every shape, augmented ones, and `del`."""

from __future__ import annotations

import ast
from collections.abc import Callable

from generator.engine.program import MUTATE, unless_none
from generator.engine.rewriting import build_ast as new
from generator.engine.rewriting import names
from generator.engine.rewriting.build_ast import at, call, constant, do, like, load, store
from generator.engine.rewriting.calls import FIXED_ATTRIBUTES, is_number
from generator.engine.rewriting.notes import Note
from generator.engine.rewriting.statements import NONE, Statements

_IN_PLACE = (ast.Add, ast.Sub, ast.Mult, ast.BitOr, ast.BitAnd, ast.BitXor)


class Assignments(Statements):
    """Rewrites what binds names and stores into objects."""

    def on_Assign(self, node: ast.Assign) -> None:
        target = node.targets[0]
        if len(node.targets) == 1 and isinstance(target, ast.Name):
            return self.bind_name(node, target, node.value)
        chain = all(isinstance(one, ast.Name) for one in node.targets)
        if chain or (len(node.targets) == 1 and names.only_names(target)):
            return self.bind_names(node, node.targets, node.value)
        value = self.once(node.value)
        if len(node.targets) > 1 and value is node.value and isinstance(value, ast.Name):
            name = self.temporary()  # a first target may rebind the name before a second is stored
            self.put(name, value)
            value = load(name)
        for one in node.targets:
            self.store(node, one, value)
        return None

    def on_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is None:
            return
        if isinstance(node.target, ast.Name):
            self.bind_name(node, node.target, node.value)
        else:
            self.store(node, node.target, self.once(node.value))

    def bind_name(self, node: ast.stmt, target: ast.Name, value: ast.expr) -> None:
        site = self.site("bind", node, (target.id,))
        if (changing := self.following(value)) is not None:
            self.put(target.id, self.change(changing))
        else:
            self.fill(target.id, value)
        self.code.pending.append(Note((site,), (load(target.id),)))

    def bind_names(self, node: ast.stmt, targets: list[ast.expr], value: ast.expr) -> None:
        """`a, b = value` and `a = b = value`: assign as written, then tell all names in one event."""
        found = tuple(name for target in targets for name in names.target_names(target))
        starred = any(isinstance(part, ast.Starred) for target in targets for part in ast.walk(target))
        unpacks = not all(isinstance(target, ast.Name) for target in targets)
        unsure = self.novelty(value) != "old" and not isinstance(value, ast.Tuple)
        sees = starred or unsure or (unpacks and self.facts.iterates)
        taken = self.expr(value) if sees else self.value(value)
        self.loud = self.loud or (unpacks and self.facts.lazy)
        self.add(at(node, new.Assign(targets, taken)), *found)
        for name in dict.fromkeys(found) if sees else ():
            self.see(name)
        self.note("bind", node, *map(load, found), bound=found)

    def store(self, node: ast.stmt, target: ast.expr, value: ast.expr) -> None:
        """Assign a value that is already computed to a target of any shape."""
        _STORES[type(target)](self, node, target, value)

    def store_name(self, node: ast.stmt, target: ast.Name, value: ast.expr) -> None:
        self.put(target.id, value)
        self.note("bind", node, load(target.id), bound=(target.id,))

    def unpack(self, node: ast.stmt, target: ast.Tuple | ast.List, value: ast.expr) -> None:
        """Python unpacks first and then stores from left to right, so that `i, a[i] = 1, 7` stores into `a[1]`."""
        taken = [self.temporary() for _ in target.elts]
        parts: list[ast.expr] = [
            new.Starred(store(name), new.STORE) if isinstance(element, ast.Starred) else store(name)
            for name, element in zip(taken, target.elts, strict=True)
        ]
        self.loud = self.loud or self.facts.lazy
        self.add(at(node, new.Assign([at(target, new.Tuple(parts, new.STORE))], value)))
        for element, name in zip(target.elts, taken, strict=True):
            self.see(name)
            self.store(node, element.value if isinstance(element, ast.Starred) else element, load(name))

    def store_attribute(self, node: ast.stmt, target: ast.Attribute, value: ast.expr) -> None:
        if target.attr in FIXED_ATTRIBUTES:
            raise self.refuse(node, f"storing `{target.attr}`")
        owner = self.once(target.value)
        self.add(at(node, new.Assign([like(target, value=owner)], value)))
        self.note("attr", node, owner, value, bound=(target.attr,))

    def store_item(self, node: ast.stmt, target: ast.Subscript, value: ast.expr) -> None:
        owner = self.once(target.value)
        if isinstance(target.slice, ast.Slice):
            self.loud = True
            self.add(at(node, new.Assign([like(target, value=owner, slice=self.expr(target.slice))], value)))
            return self.look("mutate", node, owner)
        key = self.once(target.slice)
        self.add(at(node, new.Assign([like(target, value=owner, slice=key)], value)))
        self.note("item", node, owner, key, value)
        return self.keyed(owner, key)

    def look(self, kind: str, node: ast.AST, owner: ast.expr) -> None:
        """Tell what an object holds now."""
        self.code.flush()
        self.add(do("@look", constant(self.site(kind, node)), owner))

    def on_AugAssign(self, node: ast.AugAssign) -> None:
        """`x += v`: the operand and the new value are told; changed in place or not is seen, not guessed."""
        if isinstance(node.target, ast.Name):
            self.augment_name(node, node.target)
        else:
            self.augment_place(node, node.target)

    def augment_name(self, node: ast.AugAssign, target: ast.Name) -> None:
        if target.id in self.facts.unstable:
            name = self.temporary()  # the operand may rebind the target, whose value Python has read before
            self.put(name, load(target.id))
            operand = self.operand(node)
            self.add(at(node, new.AugAssign(store(name), node.op, operand)))
            self.put(target.id, load(name))
        else:
            operand = self.operand(node)
            self.add(like(node, value=operand), target.id)
        self.changed(node.op, operand, target.id)
        self.note("bind", node, load(target.id), operand, bound=(target.id,))

    def operand(self, node: ast.AugAssign) -> ast.expr:
        """What stands on the right; where it is an iterator, `xs += it` makes it run."""
        operand = self.once(node.value)
        self.loud = self.loud or (self.facts.lazy and isinstance(node.op, _IN_PLACE) and not is_number(operand))
        return operand

    def augment_place(self, node: ast.AugAssign, target: ast.Attribute | ast.Subscript) -> None:
        owner = self.once(target.value)
        if isinstance(target, ast.Attribute):
            place: ast.Attribute | ast.Subscript = like(target, value=owner)
            key: tuple[ast.expr, ...] = ()
        elif isinstance(target.slice, ast.Slice):
            return self.augment_slice(node, target.slice, owner)
        else:
            key = (self.once(target.slice),)
            place = like(target, value=owner, slice=key[0])
        name = self.temporary()
        self.put(name, like(place, ctx=new.LOAD))
        operand = self.operand(node)
        self.add(at(node, new.AugAssign(store(name), node.op, operand)), name)
        self.changed(node.op, operand, name)
        self.add(at(node, new.Assign([place], load(name))))
        if key:
            self.note("item", node, owner, *key, load(name), operand)
            return self.keyed(owner, key[0])
        return self.note("attr", node, owner, load(name), operand, bound=(target.attr,))  # type: ignore[union-attr]

    def augment_slice(self, node: ast.AugAssign, part: ast.Slice, owner: ast.expr) -> None:
        """`xs[a:b] += v`: the slice is read, changed and stored; what the list holds then is told."""
        self.loud = True
        ends = [constant(None) if end is None else self.expr(end) for end in (part.lower, part.upper, part.step)]
        key, name = self.temporary(), self.temporary()
        self.put(key, call("@slice", *ends))
        self.put(name, at(node.target, new.Subscript(owner, load(key), new.LOAD)))
        self.add(at(node, new.AugAssign(store(name), node.op, self.expr(node.value))))
        self.add(at(node, new.Assign([at(node.target, new.Subscript(owner, load(key), new.STORE))], load(name))))
        self.look("mutate", node, owner)

    def keyed(self, owner: ast.expr, key: ast.expr) -> None:
        """Look again at a container whose key has a hash of its own, which replaying must not ask."""
        if self.facts.hashes and not isinstance(key, ast.Constant):
            self.code.flush()
            self.add(do("@keyed", owner, key))

    def changed(self, op: ast.operator, operand: ast.expr, result: str) -> None:
        """Copy the result again where the operator may have changed a container in place."""
        number = is_number(operand) and not isinstance(op, ast.Mult)
        if number or not isinstance(op, _IN_PLACE):
            return
        copy = self.temporary()
        self.put(copy, new.IfExp(new.is_atomic(load(result)), NONE, call("@again", load(result))))
        self.code.pending.append(Note((MUTATE,), (load(result), load(copy)), unless_none))

    def on_Delete(self, node: ast.Delete) -> None:
        for target in node.targets:
            self.delete(node, target)

    def delete(self, node: ast.Delete, target: ast.expr) -> None:
        if isinstance(target, ast.Name):
            self.add(like(node, targets=[target]), target.id)
            self.note("unbind", node, bound=(target.id,))
        elif isinstance(target, ast.Attribute):
            owner = self.once(target.value)
            self.add(like(node, targets=[like(target, value=owner)]))
            self.note("detach", node, owner, bound=(target.attr,))
        elif isinstance(target, ast.Tuple | ast.List):
            for element in target.elts:
                self.delete(node, element)
        else:
            assert isinstance(target, ast.Subscript)
            self.delete_item(node, target)

    def delete_item(self, node: ast.Delete, target: ast.Subscript) -> None:
        owner = self.once(target.value)
        if isinstance(target.slice, ast.Slice):
            self.loud = True
            self.add(like(node, targets=[like(target, value=owner, slice=self.expr(target.slice))]))
            return self.look("mutate", node, owner)
        key = self.once(target.slice)
        self.add(like(node, targets=[like(target, value=owner, slice=key)]))
        self.note("drop", node, owner, key)
        return self.keyed(owner, key)


_STORES: dict[type[ast.expr], Callable[..., None]] = {
    ast.Name: Assignments.store_name,
    ast.Attribute: Assignments.store_attribute,
    ast.Subscript: Assignments.store_item,
    ast.Tuple: Assignments.unpack,
    ast.List: Assignments.unpack,
}
