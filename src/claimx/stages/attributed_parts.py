"""Which parts of a sentence are attributed, so that the article does not assert them?"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field

from claimx.stages.attribution import Attribution
from claimx.stages.main_clauses import SUBJECTS
from claimx.tree import Tree

_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "DET"))
_ADVERBIAL = frozenset(("ADP", "ADV", "SCONJ", "PART"))
_LOOSE = frozenset(("appos", "npadvmod", "dep"))
_ADDING = frozenset((",", "–", "—", "--", "("))


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
    """

    source: set[int] = field(default_factory=set)
    cue: set[int] = field(default_factory=set)
    content: set[int] = field(default_factory=set)
    supported: set[int] = field(default_factory=set)
    main: set[int] = field(default_factory=set)
    parts: set[int] = field(default_factory=set)

    @classmethod
    def of(cls, tree: Tree, attributions: Sequence[Attribution]) -> Attributed:
        """Read the tokens of the attributions' spans; the parts are found later."""
        found = cls()
        for attribution in attributions:
            found.source.update(tree.tokens(attribution.source))
            found.cue.update(tree.tokens(attribution.cue))
            found.content.update(tree.tokens(attribution.content))
        return found

    def claims(self, verb: int) -> bool:
        """Tell whether an attribution claims the clause of this verb whole."""
        return (
            verb in self.cue
            or verb in self.content
            or verb in self.source
            or verb in self.supported
        )

    def find_parts(
        self, tree: Tree, attributions: Sequence[Attribution], main: Container[int]
    ) -> None:
        """Find the parts that are to be left out of the main clauses.

        Args:
            tree: The parsed text.
            attributions: The attributions; nested ones are part of the outer ones' content.
            main: The heads of all main clauses.
        """
        for attribution in attributions:
            if attribution.outer is None:
                top = _top(tree, attribution)
                if top is not None and tree.dep[top] == "xcomp" and tree.head[top] in main:
                    self.supported.add(tree.head[top])
                if top in main:
                    self.main.update(_cue_and_rest(tree, attribution))
                else:
                    self.parts.update(_part(tree, attribution, top, main))


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


def _cue_and_rest(tree: Tree, attribution: Attribution) -> list[int]:
    cue = tree.tokens(attribution.cue)
    return cue + [token for token in tree.tokens(attribution.content) if token > cue[0]]


def _part(
    tree: Tree, attribution: Attribution, top: int | None, main: Container[int]
) -> Iterable[int]:
    """Return the tokens that fall away with a cue that heads no main clause."""
    cue, content = tree.tokens(attribution.cue), tree.tokens(attribution.content)
    if top is None:
        return _beside(tree, cue, content)
    rest = _cue_and_rest(tree, attribution)
    if _modifies_source(tree, attribution, cue[0], top):
        return [*range(cue[0], tree.right[top] + 1), *rest]
    while tree.dep[top] in ("xcomp", "ccomp") and tree.head[top] not in main:
        top = tree.head[top]
    if tree.dep[top] == "ccomp" or (tree.dep[top] == "amod" and top < tree.head[top]):
        return ()  # what a verb needs, or a mere word before its noun, stays
    low, high = tree.left[top], tree.right[top]
    if tree.dep[top] == "advcl" and not any(low <= token <= high for token in content):
        return ()  # "as strong as they suggest": the comparison belongs to the assertion
    if tree.dep[top] in SUBJECTS:
        return [*range(cue[0], high + 1), *rest]
    top = _outermost(tree, top, attribution)
    return [*tree.subtree(top), *rest]


def _beside(tree: Tree, cue: list[int], content: list[int]) -> list[int]:
    """Return what a noun, a colon or a mere quotation attributes outside its own phrase.

    The noun claim itself stays in the assertion ("their concerns over the plan grew").
    """
    if not content or not cue:
        return content
    before = tree.word[content[0] - 1] if content[0] else ""
    return [*content, content[0] - 1] if before in (":", "–", "—") else []


def _modifies_source(tree: Tree, attribution: Attribution, cue: int, top: int) -> bool:
    """Tell whether the cue is a participle right behind its source, as in "banners reading"."""
    source = tree.tokens(attribution.source)
    if not source or source[-1] + 1 != cue or tree.tag[top] not in ("VBG", "VBN"):
        return False
    before = tree.word[source[0] - 1] if source[0] else ""
    return before not in _ADDING and tree.lower[source[0] - 1] != "with"


def _outermost(tree: Tree, top: int, attribution: Attribution) -> int:
    """Climb to the phrase that falls away with the clause: its preposition, its apposed noun."""
    head = tree.head[top]
    if tree.dep[top] == "pcomp":
        return head
    if tree.dep[top] not in ("acl", "relcl"):
        return top
    named = {*tree.tokens(attribution.source), *tree.tokens(attribution.content)}
    if head not in named:
        return top
    if tree.dep[head] in _LOOSE:
        return head
    if tree.dep[head] == "pobj" and tree.lower[tree.head[head]] == "with":
        return tree.head[head]
    return top
