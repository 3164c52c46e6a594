"""Whose is it? From a phrase to whoever it names, or whose act, plan or words it is."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from claimx.stages.naming.entities import Entity
from claimx.tree import Tree

_OWNING = frozenset({"of", "by", "from"})
_MODIFIERS = frozenset({"compound", "nmod", "amod"})

Phrase = Callable[[int], list[Entity]]


def owners(
    tree: Tree, head: int, inside: Collection[int], phrase: Phrase, referent: Mapping[int, Entity]
) -> list[Entity]:
    """Return whom a phrase names, else whose it is: "Lima's reply", "the reply of Lima".

    Args:
        tree: The parsed text.
        head: The token that governs the phrase.
        inside: The tokens of the phrase.
        phrase: Finds whom a phrase names by its head.
        referent: What single tokens refer to.
    """
    found = phrase(head)
    if found:
        return found
    children = [child for child in tree.children[head] if child in inside]
    for child in children:
        if tree.dep[child] == "poss":
            return owners(tree, child, inside, phrase, referent)
    for child in children:
        if tree.dep[child] in ("prep", "agent") and tree.lower[child] in _OWNING:
            owner = tree.child(child, "pobj")
            if owner is not None and owner in inside:
                return owners(tree, owner, inside, phrase, referent)
    for child in children:
        if tree.dep[child] in _MODIFIERS and child in referent:
            return [referent[child]]
    for child in children:
        if tree.dep[child] == "relcl":
            subject = tree.child(child, "nsubj")
            if subject is not None and tree.lower[subject] not in ("which", "that", "who"):
                return phrase(subject)
    return []
