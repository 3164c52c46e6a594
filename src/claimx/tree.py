"""A parsed text as plain lists, so that the stages read it many times at little cost.

Reading an attribute of a spaCy ``Token`` costs about as much as the rules themselves; one export of
the whole ``Doc`` costs next to nothing. Tokens are integers here: their positions in the Doc.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise

from spacy.attrs import DEP, HEAD, IDX, LEMMA, POS, SENT_START, TAG
from spacy.tokens import Doc

from claimx.claims import Span, Spans
from claimx.compounds import hyphens_within, mend_compounds
from claimx.formats.plain import BYTE_ORDER_MARK
from claimx.parse import Parse, edges_of, some_children_of, within_sentences
from claimx.repairs import mend, mend_lemmas
from claimx.strings import joined, lowered, names_of, words_of

_EDGE_MARKS = frozenset(",;:.")
# Three times a newspaper's longest sentence; what is longer is cut, so that no rule looks farther.
_LONGEST = 300


@dataclass(frozen=True)
class Tree:
    """The tokens of a text with their dependency tree.

    Every list has one entry a token. ``start`` and ``end`` are character offsets, end exclusive;
    ``lower`` and ``lemma`` are in lower case; ``head`` of a root is the root itself; ``left`` and
    ``right`` are the first and last token of the token's subtree, both inclusive; ``sentence`` is
    the number of the token's sentence in ``sentences``, which holds ``(first, last + 1)`` tokens,
    at most 300 each.
    """

    text: str
    start: list[int]
    end: list[int]
    word: list[str]
    lower: list[str]
    lemma: list[str]
    tag: list[str]
    pos: list[str]
    dep: list[str]
    head: list[int]
    children: list[list[int]]
    left: list[int]
    right: list[int]
    sentence: list[int]
    sentences: list[tuple[int, int]]
    _is_space: list[bool]
    _spaces_before: list[int]
    # The stages ask for the same few spans again and again.
    _tokens: dict[Span, Sequence[int]] = field(default_factory=dict)
    _heads: dict[Spans, int | None] = field(default_factory=dict)

    @classmethod
    def of(cls, doc: Doc) -> Tree:
        """Read a parsed Doc.

        Args:
            doc: A Doc with tags, lemmas and a dependency parse.
        """

        # One attribute at a time: spaCy exports several at once far more slowly.
        def read(attribute: int) -> list[int]:
            values: list[int] = doc.to_array([attribute]).tolist()
            return values

        names = names_of(doc.vocab.strings)
        tag, pos, dep = names.each(read(TAG)), names.each(read(POS)), names.each(read(DEP))
        lemma = lowered.each(names.each(read(LEMMA)))
        words = words_of(doc)
        if words[:1] == [BYTE_ORDER_MARK]:
            words[0] = "\n"  # as long, and what every stage takes for white space
        start = read(IDX)
        steps: list[int] = doc.to_array([HEAD]).astype("int64").tolist()
        heads = [here + step for here, step in enumerate(steps)]
        end = [first + len(word) for first, word in zip(start, words, strict=True)]
        hyphens = hyphens_within(words, start, end)
        sentence, sentences = _sentences(read(SENT_START))
        parsed = within_sentences(Parse(heads, dep, tag, words), sentence)
        parse = mend(mend_compounds(parsed, hyphens))
        lower = lowered.each(words)
        left, right = edges_of(parse.head)
        is_space = [t == "_SP" or w.isspace() for t, w in zip(parse.tag, words, strict=True)]
        return cls(
            joined(words, doc), start, end, words, lower, mend_lemmas(lemma, lower, parse.tag),
            parse.tag, pos, parse.dep,
            parse.head, some_children_of(parse.head), left, right, sentence, sentences,
            is_space, list(accumulate(is_space, initial=0)),
        )  # fmt: skip

    def __len__(self) -> int:
        return len(self.word)

    def is_space(self, token: int) -> bool:
        """Tell whether the token is white space."""
        return self._is_space[token]

    def ancestors(self, token: int) -> Iterator[int]:
        """Walk from the token's head up to its root."""
        while self.head[token] != token:
            token = self.head[token]
            yield token

    def child(self, token: int, *deps: str) -> int | None:
        """Return the token's first child with one of these dependency labels."""
        for child in self.children[token]:
            if self.dep[child] in deps:
                return child
        return None

    def subtree(self, token: int) -> range:
        """Return the tokens from the first to the last of the token's subtree."""
        return range(self.left[token], self.right[token] + 1)

    def tokens(self, spans: Spans) -> Sequence[int]:
        """Return the tokens that overlap the spans, in order, white space left out.

        Args:
            spans: Character offsets, end exclusive.
        """
        if len(spans) == 1:
            return self.inside(spans[0])
        return [token for span in spans for token in self.inside(span)]

    def inside(self, span: Span) -> Sequence[int]:
        """Return the tokens that overlap one span, in order, white space left out.

        Args:
            span: Character offsets, end exclusive.
        """
        found = self._tokens.get(span)
        if found is None:
            first, end = bisect_right(self.end, span[0]), bisect_left(self.start, span[1])
            found = self._tokens[span] = self._between(first, end)
        return found

    def _between(self, first: int, end: int) -> Sequence[int]:
        """Return the words from one token to before another."""
        found = range(first, end)
        if self._spaces_before[first] == self._spaces_before[end]:
            return found
        return [token for token in found if not self._is_space[token]]

    def head_of(self, spans: Spans) -> int | None:
        """Return the token that governs the spans: the shallowest whose head stands outside them.

        Args:
            spans: Character offsets, end exclusive.
        """
        if spans not in self._heads:
            self._heads[spans] = self._governor(self.tokens(spans))
        return self._heads[spans]

    def _governor(self, tokens: Sequence[int]) -> int | None:
        inside = tokens if isinstance(tokens, range) else set(tokens)
        head, right, left = self.head, self.right, self.left
        tops = [t for t in tokens if head[t] == t or head[t] not in inside]
        words = [t for t in tops if self.dep[t] != "punct" and self.pos[t] != "PUNCT"] or tops
        if len(words) < 2:
            return words[0] if words else None
        return max(words, key=lambda t: (right[t] - left[t], -t))

    def span(self, first: int, last: int) -> Span:
        """Return the character offsets from one token to another, both inclusive."""
        return self.start[first], self.end[last]

    def spans(self, tokens: Iterable[int]) -> Spans:
        """Return the character offsets of a set of tokens, one span an unbroken run.

        White space between runs joins them; commas, colons and full stops at the edges of a run
        fall away, as the guidelines cut spans.
        """
        pieces = []
        for first, last in self._runs(sorted(set(tokens))):
            while first <= last and self._is_edge(first):
                first += 1
            while first <= last and self._is_edge(last):
                last -= 1
            if first <= last:
                span = self.span(first, last)
                self._tokens[span] = self._between(first, last + 1)
                pieces.append(span)
        return tuple(pieces)

    def _runs(self, tokens: Sequence[int]) -> list[tuple[int, int]]:
        """Return the first and last of each run of tokens that only white space parts."""
        if tokens and tokens[-1] - tokens[0] == len(tokens) - 1:
            return [(tokens[0], tokens[-1])]
        runs = []
        space = self._is_space
        words = [token for token in tokens if not space[token]]
        first = last = words[0] if words else 0
        for token in words:
            if token > last + 1 and not all(space[last + 1 : token]):
                runs.append((first, last))
                first = token
            last = token
        return [*runs, (first, last)] if words else []

    def _is_edge(self, token: int) -> bool:
        return self.word[token] in _EDGE_MARKS or self._is_space[token]


def _sentences(sent_start: list[int]) -> tuple[list[int], list[tuple[int, int]]]:
    firsts = [token for token, mark in enumerate(sent_start) if mark == 1 or not token]
    bounds = [
        (start, min(start + _LONGEST, end))
        for first, end in pairwise([*firsts, len(sent_start)])
        for start in range(first, end, _LONGEST)
    ]
    number: list[int] = []
    for place, (first, end) in enumerate(bounds):
        number += [place] * (end - first)
    return number, bounds
