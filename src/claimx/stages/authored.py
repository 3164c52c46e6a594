"""What does the article itself assert?

Every sentence is read as its main clauses. Those that an attribution claims fall away, and so do
attributed clauses inside the others; what is left is the author's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimx.claims import Spans
from claimx.stages.attributed_parts import Attributed
from claimx.stages.attribution import Attribution
from claimx.stages.main_clauses import AUXILIARIES, is_finite, main_clauses, subject
from claimx.stages.quotations import Quotation
from claimx.stages.sentences import body, last_word, whole_sentences
from claimx.stages.spoken import Quoted
from claimx.tree import Tree

_PAIRED = frozenset("\"'“”‘’«»()[]") | {"''", "``"}
_FEWEST_WORDS = 2
_FEWEST_WORDS_WITHOUT_VERB = 5


@dataclass(frozen=True, slots=True)
class Assertion:
    """What the article asserts in its own voice.

    Args:
        content: Character offsets of the asserted main clause, end exclusive.
    """

    content: Spans


def find_assertions(
    tree: Tree, quotations: Sequence[Quotation], attributions: Sequence[Attribution]
) -> list[Assertion]:
    """Find the assertions of the article, at most one a sentence, in text order.

    Args:
        tree: The parsed text.
        quotations: Its quotations: what stands in one is not the author's unless the sentence
            around it is.
        attributions: Its attributions, nested ones included.

    Returns:
        An assertion for each sentence that is not wholly attributed, quoted, a question, a label or
        without a clause; without attributed clauses, dateline, label and connective.
    """
    attributed = Attributed.of(tree, attributions)
    sentences = whole_sentences(tree)
    main: dict[int, int] = {}
    for first, end in sentences:
        main.update(main_clauses(tree, first, end, attributed.content))
    attributed.find_parts(tree, attributions, main)
    reader = _Reader(tree, Quoted.of(tree, quotations), attributed, main)
    contents = (reader.read(first, end) for first, end in sentences)
    return [Assertion(content) for content in contents if content]


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads one sentence after the other of a text whose main clauses are known."""

    tree: Tree
    quoted: Quoted
    attributed: Attributed
    main: dict[int, int]

    def read(self, first: int, end: int) -> Spans:
        """Return what the sentence asserts, or nothing."""
        if self._is_question(first, end):
            return ()
        start = body(self.tree, first, end)
        heads = [token for token in range(first, end) if token in self.main]
        asserted = {head for head in heads if self._is_asserted(head, start, end)}
        if not asserted:
            return ()
        kept = self._own_tokens(first, end, asserted) - self.attributed.parts
        for head in asserted:
            kept |= self._shared(head, asserted)
        return self._cut([token for token in sorted(kept) if token >= start])

    def _is_question(self, first: int, end: int) -> bool:
        last = last_word(self.tree, first, end)
        return self.tree.word[last] == "?" and (
            last not in self.quoted.at or first in self.quoted.at
        )

    def _is_asserted(self, head: int, start: int, end: int) -> bool:
        tree = self.tree
        if self.attributed.claims(head) or head in self.attributed.parts or head < start:
            return False
        if self._is_quoted(head):
            return False
        if not is_finite(tree, head):
            return self._is_coordinate(head) or self._is_verbless(head, start, end)
        return subject(tree, head) is not None or head > start

    def _is_quoted(self, head: int) -> bool:
        """Tell whether a quotation holds the clause, not just a word of it."""
        number = self.quoted.at.get(head)
        if number is None:
            return False
        own = subject(self.tree, head)
        return self.quoted.at.get(self.tree.left[head] if own is None else own) == number

    def _is_coordinate(self, head: int) -> bool:
        """Tell whether a verb shares the auxiliary of the finite verb it is coordinated with."""
        partner = self.main[head]
        return partner != head and is_finite(self.tree, partner)

    def _is_verbless(self, head: int, start: int, end: int) -> bool:
        """Tell whether a full sentence has no verb that the parser knew as one."""
        words = sum(self.tree.word[token].isalnum() for token in range(start, end))
        return (
            self.main[head] == head
            and self.tree.tag[head] != "VB"
            and self.tree.word[last_word(self.tree, start, end)] == "."
            and words >= _FEWEST_WORDS_WITHOUT_VERB
        )

    def _own_tokens(self, first: int, end: int, asserted: set[int]) -> set[int]:
        """Return the tokens of the asserted clauses without those of the others inside them."""
        tree = self.tree
        kept = set()
        rest = [(token, True) for token in range(first, end) if tree.head[token] == token]
        rest += [
            (token, True)
            for token in asserted
            if self.main[token] not in self.main and tree.head[token] != token
        ]
        while rest:
            token, keeping = rest.pop()
            if token in self.main:
                keeping = token in asserted or (
                    not self.attributed.claims(token) and not is_finite(tree, token)
                )
            if keeping:
                kept.add(token)
            rest += [(child, keeping) for child in tree.children[token]]
        return kept

    def _shared(self, head: int, asserted: set[int]) -> set[int]:
        """Return the subject and auxiliaries that a clause shares with one that falls away."""
        tree = self.tree
        partner = head
        while subject(tree, partner) is None and self.main.get(partner, partner) != partner:
            partner = self.main[partner]
        own = subject(tree, partner)
        if partner in asserted or own is None:
            return set()
        shared = set(tree.subtree(own)) - self.attributed.parts
        if tree.tag[head] in ("VBN", "VBG", "VB"):
            shared.update(c for c in tree.children[partner] if tree.dep[c] in AUXILIARIES)
        return shared

    def _cut(self, tokens: list[int]) -> Spans:
        """Return the spans of the tokens, without marks and conjunctions that join nothing."""
        tree = self.tree
        runs: list[list[int]] = []
        for token in tokens:
            if tree.is_space(token):
                continue
            if runs and all(tree.is_space(t) for t in range(runs[-1][-1] + 1, token)):
                runs[-1].append(token)
            else:
                runs.append([token])
        kept = [token for run in runs for token in self._trimmed(run)]
        if sum(tree.word[token][0].isalnum() for token in kept) < _FEWEST_WORDS:
            return ()
        return tree.spans(kept)

    def _trimmed(self, run: list[int]) -> list[int]:
        tree = self.tree
        first, end = 0, len(run)
        while first < end and self._joins(run[first]):
            first += 1
        while end > first and self._joins(run[end - 1]):
            end -= 1
        words = run[first:end]
        return words if any(tree.pos[token] != "PUNCT" for token in words) else []

    def _joins(self, token: int) -> bool:
        tree = self.tree
        if tree.pos[token] == "PUNCT":
            return tree.word[token] not in _PAIRED
        return tree.dep[token] == "cc" and tree.pos[token] == "CCONJ"
