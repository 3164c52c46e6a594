"""Where do a target's words begin and end? What only adds to them is cut off, marks are added."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from claimx.stages.passages import CLOSING_MARKS, OPENING_MARKS, Passage

_RELATIVES = frozenset(("which", "who", "whom", "whose"))
_GAP = 4
_SINGLING_OUT = frozenset(("including", "particularly", "especially", "notably", "namely", "such"))


def trimmed(passage: Passage, tokens: Iterable[int]) -> tuple[int, ...]:
    """Drop a clause that only adds, then punctuation and connectives at both ends."""
    tree = passage.tree
    kept = sorted(set(tokens))

    def loose(token: int, bracket: str) -> bool:
        if tree.dep[token] == "cc":
            return True
        return tree.pos[token] in ("PUNCT", "SPACE") and tree.word[token] != bracket

    for before, token in pairwise(kept):
        if tree.word[before] != ",":
            continue
        participle = tree.tag[token] == "VBG" and tree.dep[token] == "advcl"
        participle = participle or (tree.tag[token] == "VBN" and tree.dep[token] == "acl")
        adds = participle and before > kept[0]
        if adds or tree.lower[token] in _RELATIVES or tree.lower[token] in _SINGLING_OUT:
            kept = kept[: kept.index(before)]
            break
    kept = _filled(passage, kept)
    while kept and loose(kept[0], "("):
        kept.pop(0)
    while kept and loose(kept[-1], ")"):
        kept.pop()
    while kept and _is_hyphened(passage, kept[-1]):
        kept += (kept[-1] + 1, kept[-1] + 2)
    return _with_marks(passage, kept)


def _filled(passage: Passage, kept: list[int]) -> list[int]:
    """Keep a few words that stand amid the phrase ("the speech on Sunday about the fees")."""
    tree = passage.tree
    filled = kept[:1]
    for before, token in pairwise(kept):
        gap = range(before + 1, token)
        amid = tree.pos[before] not in ("PUNCT", "SPACE") and len(gap) <= _GAP
        if amid and all(
            tree.word[t] == "-"
            or (t in passage.inside and tree.pos[t] != "PUNCT" and tree.dep[t] not in ("neg", "cc"))
            for t in gap
        ):
            filled += gap
        filled.append(token)
    return filled


def _is_hyphened(passage: Passage, token: int) -> bool:
    """Tell whether a hyphen joins the token to the next word, which the tokenizer parts."""
    tree, last = passage.tree, token + 2
    joined = last in passage.inside and tree.word[token + 1] == "-"
    return joined and tree.end[token] + 1 == tree.start[last]


def _with_marks(passage: Passage, kept: list[int]) -> tuple[int, ...]:
    """Add the quotation marks that enclose these words or their end; a comma may precede them."""
    if not kept or kept[-1] not in passage.quoted:
        return tuple(kept)
    tree, before, after = passage.tree, kept[0] - 1, kept[-1] + 1
    if after in passage.inside and tree.word[after] in (",", "."):
        after += 1
    if after not in passage.inside or tree.word[after] not in CLOSING_MARKS:
        return tuple(kept)
    if before in passage.inside and tree.word[before] in OPENING_MARKS:
        return tuple(range(before, after + 1))
    if kept[0] not in passage.quoted:
        kept += range(kept[-1] + 1, after + 1)
    return tuple(kept)
