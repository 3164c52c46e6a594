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

_MOST_CHILDREN = 200


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


def some_children_of(head: list[int]) -> list[list[int]]:
    """Return each token's children in text order, 200 at most.

    No word of a sentence has more; the bound keeps the time linear where a parse is nonsense. The
    lists are to be read only.
    """
    none: list[int] = []  # half of the tokens share it
    children = [none] * len(head)
    for token, parent in enumerate(head):
        if parent == token:
            continue
        held = children[parent]
        if held is none:
            children[parent] = [token]
        elif len(held) < _MOST_CHILDREN:
            held.append(token)
    return children


def edges_of(head: list[int]) -> tuple[list[int], list[int]]:
    """Return the first and the last token of each token's subtree.

    Whoever reaches an ancestor first, from the text's beginning or from its end, is its edge, and
    that of all above it.
    """
    left, right = list(range(len(head))), list(range(len(head)))
    for token, above in enumerate(head):
        while left[above] > token:
            left[above] = token
            above = head[above]
    for token in range(len(head) - 1, -1, -1):
        above = head[token]
        while right[above] < token:
            right[above] = token
            above = head[above]
    return left, right


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
