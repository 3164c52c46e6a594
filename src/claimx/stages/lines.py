"""Which lines name their speaker before a colon or behind a dash? Headlines, interviews, tweets."""

from __future__ import annotations

from collections.abc import Sequence

from claimx.claims import Span
from claimx.lexicon.entries import Entry
from claimx.lexicon.words import word_list
from claimx.paragraphs import paragraph_breaks
from claimx.parse import DASHES
from claimx.stages.attribution import Attribution
from claimx.stages.quoted import Quoted
from claimx.tree import Tree

_LONGEST = 8
_SMALL = frozenset(
    ("of", "the", "and", "for", "in", "on", "at", "de", "von", "van", "al", "'s", "’s")
)
_COLON = Entry(":", "phrases", "state", ("clause",))
_DASH = Entry("―", "phrases", "state", ("clause",))


def find_lines(tree: Tree, quoted: Quoted) -> list[Attribution]:
    """Find the paragraphs that name their speaker before a colon, or behind a dash at their end.

    Args:
        tree: The parsed text.
        quoted: Its outermost quotations.

    Returns:
        Attributions in text order.
    """
    found = []
    for first, last in _paragraphs(tree):
        attribution = _before_colon(tree, first, last) or _behind_dash(tree, quoted, first, last)
        if attribution is not None:
            found.append(attribution)
    return found


def _paragraphs(tree: Tree) -> list[tuple[int, int]]:
    bounds = []
    start = 0
    for begin, end in [*paragraph_breaks(tree.text), (len(tree.text), len(tree.text))]:
        tokens = tree.tokens(((start, begin),)) if start < begin else []
        if tokens:
            bounds.append((tokens[0], tokens[-1]))
        start = end
    return bounds


def _before_colon(tree: Tree, first: int, last: int) -> Attribution | None:
    for colon in range(first + 1, min(first + _LONGEST + 1, last)):
        if tree.word[colon] == ":":
            if not _is_name(tree, range(first, colon)) or tree.end[colon] == tree.start[colon + 1]:
                return None
            return _attribution(tree, (first, colon - 1), colon, range(colon + 1, last + 1), _COLON)
    return None


def _behind_dash(tree: Tree, quoted: Quoted, first: int, last: int) -> Attribution | None:
    for dash in range(max(first + 1, last - _LONGEST), last):
        if tree.word[dash] in DASHES and _is_name(tree, range(dash + 1, last + 1)):
            before = quoted.at.get(dash - 1)
            whole = before is not None and quoted.bounds[before][1] == dash - 1
            if not whole and tree.word[dash] != "―":
                return None
            start = quoted.bounds[before][0] if whole and before is not None else first
            return _attribution(tree, (dash + 1, last), dash, range(start, dash), _DASH)
    return None


def _attribution(
    tree: Tree, source: Span, mark: int, content: Sequence[int], entry: Entry
) -> Attribution | None:
    spans = tree.spans(content)
    if not spans:
        return None
    return Attribution(
        tree.spans(range(source[0], source[1] + 1)),
        (tree.span(mark, mark),),
        spans,
        mark,
        entry,
        "clause",
        "lines/colon" if entry is _COLON else "lines/dash",
    )


def _is_name(tree: Tree, tokens: Sequence[int]) -> bool:
    """Tell whether the words are a name in capitals that is no label."""
    labels = word_list("labels.toml", "labels")
    words = [tree.word[token] for token in tokens if tree.word[token] not in ("@", "(", ")", ".")]
    words = [word.removeprefix("@") for word in words]
    if not words or " ".join(words).lower() in labels or words[0].lower() in labels:
        return False
    last = tree.tag[tokens[-1]]
    if not any(word[:1].isalpha() for word in words) or last.startswith(("V", "W", "R", "C")):
        return False
    return all(word[:1].isupper() or word in _SMALL for word in words)
