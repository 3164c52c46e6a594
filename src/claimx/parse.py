"""A parse as plain lists, and the tags and words by which many read it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

SUBJECTS = frozenset(("nsubj", "nsubjpass", "expl", "csubj"))
TENSED = frozenset(("VBD", "VBZ", "VBP"))
FINITE = TENSED | {"MD"}
LONG_DASHES = frozenset(("--", "–", "—", "―"))
# Between spaces a hyphen is a dash too.
DASHES = LONG_DASHES | {"-"}
FUTURE = frozenset(("will", "'ll", "’ll", "wo", "shall", "would", "'d", "’d"))


@dataclass(frozen=True, slots=True)
class Parse:
    """Heads, dependency labels and tags of a text's tokens, with the tokens' words."""

    head: list[int]
    dep: list[str]
    tag: list[str]
    word: list[str]


def children_of(head: Sequence[int]) -> list[list[int]]:
    """Return each token's children in text order."""
    children: list[list[int]] = [[] for _ in head]
    for token, parent in enumerate(head):
        if parent != token:
            children[parent].append(token)
    return children


def within_sentences(parse: Parse, sentence: list[int]) -> Parse:
    """Make a root of each token whose head stands in another sentence.

    Args:
        parse: A parse, perhaps of sentences that have been cut since.
        sentence: The number of each token's sentence.

    >>> within_sentences(Parse([1, 1, 1], ["det", "ROOT", "dobj"], [], []), [0, 0, 1]).head
    [1, 1, 2]
    """
    head, dep = list(parse.head), list(parse.dep)
    for token, above in enumerate(parse.head):
        if sentence[above] != sentence[token]:
            head[token], dep[token] = token, "ROOT"
    return Parse(head, dep, parse.tag, parse.word)
