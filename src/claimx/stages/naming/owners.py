"""Whose is it? From a phrase to whoever it names, or whose act, plan or words it is."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from claimx.lexicon.words import word_list
from claimx.stages.naming.entity import Entity
from claimx.tree import Tree

_OWNING = frozenset({"of", "by", "from", "between", "among"})
_MODIFIERS = frozenset({"compound", "nmod", "amod"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
PERCEIVING = word_list("acts.toml", "perceiving")
# Behind these a name tells what somebody is for or against, not who.
PREFIXES = frozenset({"anti", "pro", "non"})
_MODIFYING_KINDS = frozenset({"person", "state", "party"})
_DEPTH = 8

Phrase = Callable[[int], list[Entity]]


class Owners:
    """Finds whom a phrase names, else whose it is: "Lima's reply", "the reply of Lima".

    Args:
        tree: The parsed text.
        inside: The tokens of the phrase.
        phrase: Finds whom a phrase names by its head.
        referent: What single tokens refer to.
    """

    def __init__(
        self,
        tree: Tree,
        inside: Collection[int],
        phrase: Phrase,
        referent: Mapping[int, Entity],
    ) -> None:
        self._tree = tree
        self._inside = inside
        self._phrase = phrase
        self._referent = referent

    def of(self, head: int, depth: int = 0) -> list[Entity]:
        """Return the owners of the phrase that a token governs."""
        tree = self._tree
        if depth > _DEPTH:
            return []
        if tree.tag[head][0] == "V":
            return self._doer(head, depth)
        found = self._phrase(head)
        if found:
            return found
        if tree.tag[head] in ("CD", "DT"):
            return []
        children = [child for child in tree.children[head] if child in self._inside]
        return (
            self._possessor(children, depth)
            or self._in_phrase(children, depth)
            or self._modifier(children)
            or self._in_clause(children)
        )

    def _doer(self, verb: int, depth: int) -> list[Entity]:
        """Return the subject of a verb, or what controls it where it has none of its own."""
        tree = self._tree
        subject = tree.child(verb, *_SUBJECTS)
        if subject is not None:
            return self.of(subject, depth + 1)
        parent = tree.head[verb]
        if parent == verb:
            return []
        if tree.dep[verb] == "acomp":
            return self._doer(parent, depth + 1)
        if tree.dep[verb] == "conj":
            return self._doer(parent, depth + 1) if tree.tag[parent][0] == "V" else []
        if tree.tag[parent][0] == "V" and tree.dep[verb] == "xcomp":
            controller = tree.child(parent, "dobj", "dative")
            if controller is not None:
                return self.of(controller, depth + 1)
            return self._doer(parent, depth + 1)
        if tree.tag[parent][0] == "J" and tree.dep[verb] in ("xcomp", "ccomp"):
            return self._doer(parent, depth + 1)
        if tree.tag[parent][0] == "N" and tree.dep[verb] in ("acl", "relcl"):
            children = tree.children[parent]
            found = self._possessor(children, depth) or self._in_phrase(children, depth)
            held = tree.dep[parent] in ("dobj", "attr") and tree.tag[tree.head[parent]][0] == "V"
            return found or (self._doer(tree.head[parent], depth + 1) if held else [])
        return []

    def _possessor(self, children: Collection[int], depth: int) -> list[Entity]:
        for child in children:
            if self._tree.dep[child] == "poss":
                return self.of(child, depth + 1)
        return []

    def _in_phrase(self, children: Collection[int], depth: int) -> list[Entity]:
        tree = self._tree
        for child in children:
            if tree.dep[child] in ("prep", "agent") and tree.lower[child] in _OWNING:
                owner = tree.child(child, "pobj")
                if owner is None:
                    continue
                found = self.of(owner, depth + 1)
                # "A letter from Lima" is Lima's, "the road from Lima" is not.
                placed = tree.lower[child] == "from" and any(e.kind == "place" for e in found)
                return [] if placed else found
        return []

    def _modifier(self, children: Collection[int]) -> list[Entity]:
        tree = self._tree
        for child in children:
            entity = self._referent.get(child)
            if entity is None or tree.dep[child] not in _MODIFIERS or self._is_opposed(child):
                continue
            partners = [t for t in tree.children[child] if tree.dep[t] == "conj"]
            found = [entity, *(self._referent[t] for t in partners if t in self._referent)]
            return found if all(e.kind in _MODIFYING_KINDS for e in found) else []
        return []

    def _is_opposed(self, token: int) -> bool:
        """Tell whether a name stands behind a prefix: "an anti-Lima protest"."""
        tree = self._tree
        first = tree.left[token]
        return first > 1 and tree.word[first - 1] == "-" and tree.lower[first - 2] in PREFIXES

    def _in_clause(self, children: Collection[int]) -> list[Entity]:
        """Return who did what the phrase means: "the plan that Lima made", "made by Lima"."""
        tree = self._tree
        for child in children:
            if tree.dep[child] == "relcl" and tree.lemma[child] not in PERCEIVING:
                subject = tree.child(child, "nsubj")
                if subject is not None and tree.lower[subject] not in ("which", "that", "who"):
                    return self._phrase(subject)
            agent = tree.child(child, "agent") if tree.dep[child] == "acl" else None
            doer = None if agent is None else tree.child(agent, "pobj")
            if doer is not None:
                return self._phrase(doer)
        return []
