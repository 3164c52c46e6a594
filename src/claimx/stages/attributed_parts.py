"""Which parts of a sentence are attributed, so that the article does not assert them?"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from claimx.stages.attribution import Attribution
from claimx.stages.main_clauses import SUBJECTS
from claimx.tree import Tree

_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "DET"))
_ADVERBIAL = frozenset(("ADP", "ADV", "SCONJ", "PART"))
_LOOSE = frozenset(("appos", "npadvmod", "dep"))
_ADDING = frozenset((",", "–", "—", "--", "(", "with"))


class _Outer:
    """An attribution that stands in no other one's content, with the tokens of its spans."""

    def __init__(
        self,
        attribution: Attribution,
        source: Sequence[int],
        cue: Sequence[int],
        content: Sequence[int],
    ) -> None:
        self.attribution: Final = attribution
        self.source: Final = source
        self.cue: Final = cue
        self.content: Final = content

    @property
    def rest(self) -> list[int]:
        """The cue and what of the content does not stand before it."""
        return [*self.cue, *(token for token in self.content if token > self.cue[0])]


@dataclass(frozen=True)
class Attributed:
    """The tokens of all attributions.

    Args:
        source: Tokens inside a source.
        cue: Tokens inside a cue.
        content: Tokens inside a content.
        supported: Main verbs that only support a cue in the infinitive ("continued to demand").
        main: Cues and contents of attributions that claim a main clause.
        parts: Tokens of attributed clauses below the main ones.
        outer: The attributions that are nested in no other.
    """

    source: set[int] = field(default_factory=set)
    cue: set[int] = field(default_factory=set)
    content: set[int] = field(default_factory=set)
    supported: set[int] = field(default_factory=set)
    main: set[int] = field(default_factory=set)
    parts: set[int] = field(default_factory=set)
    outer: list[_Outer] = field(default_factory=list)

    @classmethod
    def of(cls, tree: Tree, attributions: Sequence[Attribution]) -> Attributed:
        """Read the tokens of the attributions' spans; the parts are found later."""
        found = cls()
        for attribution in attributions:
            source, cue = tree.tokens(attribution.source), tree.tokens(attribution.cue)
            content = tree.tokens(attribution.content)
            found.source.update(source)
            found.cue.update(cue)
            found.content.update(content)
            if attribution.outer is None:
                found.outer.append(_Outer(attribution, source, cue, content))
        return found

    def claims(self, verb: int) -> bool:
        """Tell whether an attribution claims the clause of this verb whole."""
        return (
            verb in self.cue
            or verb in self.content
            or verb in self.source
            or verb in self.supported
        )

    def find_parts(self, tree: Tree, main: Container[int]) -> None:
        """Find the parts that are to be left out of the main clauses.

        Args:
            tree: The parsed text.
            main: The heads of all main clauses.
        """
        for outer in self.outer:
            top = _top(tree, outer.attribution)
            if top is None:
                self.parts.update(_beside(tree, outer))
            elif top in main:
                self.main.update(outer.rest)
            else:
                if tree.dep[top] == "xcomp" and tree.head[top] in main:
                    self.supported.add(tree.head[top])
                self.parts.update(_part(tree, outer, top, main))


def _top(tree: Tree, attribution: Attribution) -> int | None:
    """Return the head of the clause in which the cue stands, where it stands in one."""
    head = tree.head_of(attribution.cue)
    if head is None or tree.pos[head] in _NOMINAL or tree.pos[head] == "PUNCT":
        return None
    if tree.pos[head] in _ADVERBIAL:
        content = tree.head_of(attribution.content)
        inside = content is not None and tree.left[head] <= content <= tree.right[head]
        return None if inside else tree.head[head]
    return head


def _beside(tree: Tree, outer: _Outer) -> Sequence[int]:
    """Return what a noun, a colon or a mere quotation attributes outside its own phrase.

    The noun claim itself stays in the assertion ("their concerns over the plan grew").
    """
    content = outer.content
    if not content or not outer.cue:
        return content
    before = tree.word[content[0] - 1] if content[0] else ""
    return [*content, content[0] - 1] if before in (":", "–", "—") else []


def _part(tree: Tree, outer: _Outer, top: int, main: Container[int]) -> Iterable[int]:
    """Return the tokens that fall away with a cue in the clause of ``top``, not a main clause."""
    cue = outer.cue[0]
    if _modifies_source(tree, outer, top):
        return [*range(cue, tree.right[top] + 1), *outer.rest]
    while tree.dep[top] in ("xcomp", "ccomp") and tree.head[top] not in main:
        top = tree.head[top]
    if tree.dep[top] == "ccomp" or (tree.dep[top] == "amod" and top < tree.head[top]):
        return ()  # what a verb needs, or a mere word before its noun, stays
    low, high = tree.left[top], tree.right[top]
    if tree.dep[top] == "advcl" and not any(low <= token <= high for token in outer.content):
        return ()  # "as strong as they suggest": the comparison belongs to the assertion
    if tree.dep[top] in SUBJECTS:
        return [*range(cue, high + 1), *outer.rest]
    return [*_below(tree, _outermost(tree, outer, top)), *outer.rest]


def _below(tree: Tree, top: int) -> range:
    """Return the stretch of a clause on its side of its head, which a crossing parse may hold."""
    low, high, head = tree.left[top], tree.right[top], tree.head[top]
    return range(max(low, head + 1), high + 1) if head < top else range(low, min(high + 1, head))


def _modifies_source(tree: Tree, outer: _Outer, top: int) -> bool:
    """Tell whether the cue is a participle right behind its source, as in "banners reading"."""
    source = outer.source
    if not source or source[-1] + 1 != outer.cue[0] or tree.tag[top] not in ("VBG", "VBN"):
        return False
    return not source[0] or tree.lower[source[0] - 1] not in _ADDING


def _outermost(tree: Tree, outer: _Outer, top: int) -> int:
    """Climb to the phrase that falls away with the clause: its preposition, its apposed noun."""
    head = tree.head[top]
    if tree.dep[top] == "pcomp":
        return head
    outside = head not in outer.source and head not in outer.content
    if tree.dep[top] not in ("acl", "relcl") or outside:
        return top
    if tree.dep[head] in _LOOSE:
        return head
    if tree.dep[head] == "pobj" and tree.lower[tree.head[head]] == "with":
        return tree.head[head]
    return top
