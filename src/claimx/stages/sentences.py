"""Where does a sentence begin and end, and what stands before it that is not part of it?"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import cache

from claimx.lexicon.words import word_list
from claimx.paragraphs import paragraph_breaks
from claimx.parse import DASHES, FINITE
from claimx.tree import Tree

_STOPS = frozenset((".", "!", "?", "…", "...", ":"))
_CLOSING = frozenset("\"”’'»)]") | {"''"}
_BULLETS = frozenset("•·*-–—―▪¶#>")
_LONGEST_DATELINE = 14
_LONGEST_LABEL = 8


def whole_sentences(tree: Tree) -> list[tuple[int, int]]:
    """Join what the parser cut in the middle of a sentence.

    A sentence goes on until a full stop, a question or exclamation mark or a colon, or until its
    paragraph ends.

    Args:
        tree: The parsed text.

    Returns:
        The first token of each sentence and the token behind its last, white space left out.
    """
    starts = {bisect_left(tree.start, end) for _, end in paragraph_breaks(tree.text)}
    found: list[tuple[int, int]] = []
    for first, end in tree.sentences:
        bare_first, bare_end = _bare(tree, first, end)
        if bare_first == bare_end:
            continue
        new_paragraph = any(token in starts for token in range(first, bare_first + 1))
        if found and not new_paragraph and _goes_on(tree, found[-1], bare_first, bare_end):
            found[-1] = (found[-1][0], bare_end)
        else:
            found.append((bare_first, bare_end))
    return found


def _bare(tree: Tree, first: int, end: int) -> tuple[int, int]:
    while first < end and tree.is_space(first):
        first += 1
    while first < end and tree.is_space(end - 1):
        end -= 1
    return first, end


def _goes_on(tree: Tree, before: tuple[int, int], first: int, end: int) -> bool:
    if all(tree.word[token] in _CLOSING for token in range(first, end)):
        return True
    return tree.word[last_word(tree, *before)] not in _STOPS


def last_word(tree: Tree, first: int, end: int) -> int:
    """Return the last token that is not a closing mark or bracket.

    Args:
        tree: The parsed text.
        first: The sentence's first token.
        end: The token behind its last.
    """
    last = end - 1
    while last > first and (tree.word[last] in _CLOSING or tree.is_space(last)):
        last -= 1
    return last


def body(tree: Tree, first: int, end: int) -> int:
    """Pass over what stands before a sentence: numbering, a dateline, a label, a connective.

    Args:
        tree: The parsed text.
        first: The sentence's first token.
        end: The token behind its last.

    Returns:
        The first token of the sentence proper.
    """
    for step in (_after_numbering, _after_dateline, _after_label, _after_connective):
        first = step(tree, first, end)
    return first


def _after_numbering(tree: Tree, first: int, end: int) -> int:
    """Pass over "1.", "(C)", "a)" and bullets."""
    token = first
    while token < end - 1:
        if tree.word[token] in _BULLETS:
            token += 1
        elif tree.word[token] == "(" and tree.word[min(token + 2, end - 1)] == ")":
            token += 3
        elif tree.word[token + 1] in (")", ".") and (
            tree.word[token].isdigit() or len(tree.word[token]) == 1
        ):
            token += 2
        elif tree.word[token].rstrip(".").isdigit() and tree.word[token].endswith("."):
            token += 1
        else:
            break
        while token < end and tree.is_space(token):
            token += 1
    return token if token < end else first


def _after_dateline(tree: Tree, first: int, end: int) -> int:
    """Pass over "GENEVA, March 18 (Agency) –": names, figures and marks up to a dash."""
    for token in range(first, min(end - 1, first + _LONGEST_DATELINE)):
        if tree.word[token] in DASHES and tree.start[token] > tree.end[token - 1]:
            named = tree.word[first].isupper() or ")" in tree.word[first:token]
            return token + 1 if token > first and (named or _is_name(tree, first, token)) else first
        if tree.tag[token] in FINITE and not tree.word[token].isupper():
            break
    return first


def _is_name(tree: Tree, first: int, end: int) -> bool:
    return all(tree.pos[token] in ("PROPN", "NUM", "PUNCT", "SPACE") for token in range(first, end))


def _after_label(tree: Tree, first: int, end: int) -> int:
    """Pass over "Explainer:" and "Fishing dispute:": a few words without a verb up to a colon."""
    for token in range(first, min(end - 1, first + _LONGEST_LABEL)):
        if tree.word[token] in (":", "|"):
            return token + 1
        if tree.tag[token] in FINITE or tree.word[token] in (",", ";", "("):
            break
    return first


def _after_connective(tree: Tree, first: int, end: int) -> int:
    bare, comma, longest = _connectives()
    for size in range(longest, 0, -1):
        after = first + size
        if after >= end:
            continue
        words = " ".join(tree.lower[first:after])
        if tree.word[after] == "," and (words in comma or words in bare):
            return after + 1
        if words in bare:
            return after
    return first


@cache
def _connectives() -> tuple[frozenset[str], frozenset[str], int]:
    bare, comma = (word_list("connectives.toml", kind) for kind in ("bare", "comma"))
    return bare, comma, _longest(bare | comma)


def _longest(entries: Iterable[str]) -> int:
    return max(len(entry.split()) for entry in entries)
