"""Mend what a small parser often gets wrong in reported speech, before the stages read the tree."""

from __future__ import annotations

from collections.abc import Sequence

_FINITE = frozenset(("VBD", "VBZ", "VBP"))
_BARE = frozenset(("VBG", "VB"))
_CLAUSES = frozenset(("ccomp", "xcomp", "pcomp", "acl", "advcl"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "expl", "csubj"))


def mended_heads(
    head: Sequence[int], dep: Sequence[str], tag: Sequence[str], word: Sequence[str]
) -> list[int]:
    """Return the heads with coordinated verbs hung higher where they cannot stand so low.

    A finite verb without a subject of its own ("has proposed cutting taxes and signalled …") does
    not coordinate with a participle or infinitive; behind a comma ("said the plan was dead, and
    accused …") it mostly coordinates with the verb of saying, not with the verb of what is said.

    Args:
        head: The head of each token.
        dep: Its dependency label.
        tag: Its tag.
        word: Its text.

    >>> word = "He proposed cutting taxes and signalled more".split()
    >>> tag = ["PRP", "VBD", "VBG", "NNS", "CC", "VBD", "JJR"]
    >>> dep = ["nsubj", "ROOT", "xcomp", "dobj", "cc", "conj", "dobj"]
    >>> mended_heads([1, 1, 1, 2, 2, 2, 5], dep, tag, word)[5]
    1
    """
    mended = list(head)
    subjects = {head[token] for token, label in enumerate(dep) if label in _SUBJECTS}
    finite = {
        head[token] for token, label in enumerate(dep) if label in ("aux", "auxpass")
        and tag[token] in ("MD", "VBZ", "VBD", "VBP")
    }  # fmt: skip
    for token, label in enumerate(dep):
        if label != "conj" or tag[token] not in _FINITE or token in subjects:
            continue
        sister = head[token]
        above = head[sister]
        if dep[sister] not in _CLAUSES or above == sister:
            continue
        low = tag[sister] in _BARE and sister not in finite
        if low or (tag[above] == tag[token] and _after_comma(head, dep, word, sister, token)):
            while dep[above] in _CLAUSES and tag[above] in _BARE and above not in finite:
                above = head[above]
            mended[token] = above
    return mended


def _after_comma(
    head: Sequence[int], dep: Sequence[str], word: Sequence[str], sister: int, token: int
) -> bool:
    """Tell whether a comma and a conjunction stand between the coordinated verbs."""
    for between in range(token - 1, max(sister, token - 6), -1):
        if dep[between] == "cc" and head[between] == sister:
            return word[between - 1] == ","
    return False
