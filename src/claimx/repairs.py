"""Mend what a small parser often gets wrong in reported speech, before the stages read the tree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_FINITE = frozenset(("VBD", "VBZ", "VBP"))
_BARE = frozenset(("VBG", "VB"))
_CLAUSES = frozenset(("ccomp", "xcomp", "pcomp", "acl", "advcl"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "expl", "csubj"))


@dataclass(frozen=True, slots=True)
class Parse:
    """Heads, dependency labels and tags of a text's tokens, with the tokens' words."""

    head: list[int]
    dep: list[str]
    tag: list[str]
    word: list[str]


def mend(parse: Parse) -> Parse:
    """Mend reduced relative clauses and coordinated verbs.

    Args:
        parse: What the parser made of the text.

    Returns:
        A parse of the same tokens.
    """
    return _mend_coordination(_mend_reduced_relatives(parse))


def _mend_reduced_relatives(parse: Parse) -> Parse:
    """Read "a ship believed to carry arms has docked" as a noun with a participle.

    A finite clause cannot be a subject without a word that opens it, so a past tense that the
    parser has taken for one is the participle of a reduced relative clause.
    """
    head, dep, tag = list(parse.head), list(parse.dep), list(parse.tag)
    subjects = {parse.head[t]: t for t, label in enumerate(dep) if label == "nsubj"}
    for token, label in enumerate(parse.dep):
        noun = subjects.get(token)
        if label != "csubj" or tag[token] not in ("VBD", "VBN") or noun is None or noun > token:
            continue
        head[noun], head[token] = head[token], noun
        dep[noun], dep[token], tag[token] = "nsubj", "acl", "VBN"
    return Parse(head, dep, tag, parse.word)


def _mend_coordination(parse: Parse) -> Parse:
    """Hang a coordinated verb higher where it cannot stand so low.

    A finite verb without a subject of its own ("has proposed cutting taxes and signalled …") does
    not coordinate with a participle or infinitive; behind a comma ("said the plan was dead, and
    accused …") it mostly coordinates with the verb of saying, not with the verb of what is said.

    >>> word = "He proposed cutting taxes and signalled more".split()
    >>> tag = ["PRP", "VBD", "VBG", "NNS", "CC", "VBD", "JJR"]
    >>> dep = ["nsubj", "ROOT", "xcomp", "dobj", "cc", "conj", "dobj"]
    >>> _mend_coordination(Parse([1, 1, 1, 2, 2, 2, 5], dep, tag, word)).head[5]
    1
    """
    head, dep, tag, word = parse.head, parse.dep, parse.tag, parse.word
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
    return Parse(mended, dep, tag, word)


def _after_comma(
    head: Sequence[int], dep: Sequence[str], word: Sequence[str], sister: int, token: int
) -> bool:
    """Tell whether a comma and a conjunction stand between the coordinated verbs."""
    for between in range(token - 1, max(sister, token - 6), -1):
        if dep[between] == "cc" and head[between] == sister:
            return word[between - 1] == ","
    return False
