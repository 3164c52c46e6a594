"""Hang a coordinated verb where it belongs: beside the verb of saying, or inside what is said."""

from __future__ import annotations

from dataclasses import dataclass

from claimx.lexicon.words import word_list
from claimx.parse import FINITE, SUBJECTS, TENSED, Parse

_BARE = frozenset(("VBG", "VB"))
_CLAUSES = frozenset(("ccomp", "xcomp", "pcomp", "acl", "advcl"))
_PERFECT = frozenset(("has", "have", "had", "'s", "’s", "'ve", "’ve"))
# Who can do what only a speaker does; a noun that heads a clause's subject is oftener a thing.
_PERSONS = frozenset(("he", "she", "they", "i", "we", "you", "who"))


@dataclass(frozen=True, slots=True)
class _Verbs:
    """The subjects and tenses of a text's verbs; "perfect" and "MD" count as tenses."""

    subject: dict[int, int]
    tense: dict[int, str]


def mend_coordination(parse: Parse) -> Parse:
    """Hang a coordinated verb higher where it cannot stand so low.

    A finite verb without a subject of its own ("has proposed cutting taxes and signalled …") does
    not coordinate with a participle or infinitive; behind a comma ("said the plan was dead, and
    accused …") it mostly coordinates with the verb of saying, not with the verb of what is said.
    So does one in the tense of the verb of saying where what is said stands in another ("said it
    must open but rejected …"), and one that only a speaker does where what is said is of a thing
    ("said the toll was low and demanded …").

    >>> word = "He proposed cutting taxes and signalled more".split()
    >>> tag = ["PRP", "VBD", "VBG", "NNS", "CC", "VBD", "JJR"]
    >>> dep = ["nsubj", "ROOT", "xcomp", "dobj", "cc", "conj", "dobj"]
    >>> mend_coordination(Parse([1, 1, 1, 2, 2, 2, 5], dep, tag, word)).head[5]
    1
    """
    coordinated = [
        token
        for token, label in enumerate(parse.dep)
        if label == "conj" and (parse.tag[token] in TENSED or parse.tag[token] == "VBN")
    ]
    if not coordinated:
        return parse
    verbs = _verbs(parse)
    head, dep = parse.head, parse.dep
    mended = list(head)
    for token in coordinated:
        sister = head[token]
        if not _is_too_low(parse, verbs, token):
            continue
        above = head[sister]
        while dep[above] in _CLAUSES and parse.tag[above] in _BARE and above not in verbs.tense:
            above = head[above]
        mended[token] = above
        for between in range(sister + 1, token):
            if dep[between] == "cc" and head[between] == sister:
                mended[between] = above
    return Parse(mended, dep, parse.tag, parse.word)


def _verbs(parse: Parse) -> _Verbs:
    subject: dict[int, int] = {}
    tense: dict[int, str] = {}
    for token, label in enumerate(parse.dep):
        if label in SUBJECTS:
            subject[parse.head[token]] = token
        elif label in ("aux", "auxpass") and parse.tag[token] in FINITE:
            perfect = label == "aux" and parse.word[token].lower() in _PERFECT
            tense[parse.head[token]] = "perfect" if perfect else parse.tag[token]
    return _Verbs(subject, tense)


def _is_too_low(parse: Parse, verbs: _Verbs, token: int) -> bool:
    """Tell whether a coordinated verb belongs to the verb above its sister."""
    tag = parse.tag
    sister = parse.head[token]
    above = parse.head[sister]
    tense = verbs.tense.get(token, tag[token])
    inside = parse.dep[sister] in _CLAUSES and above != sister
    if token in verbs.subject or tense == "VBN" or not inside:
        return False
    if tag[sister] in _BARE and sister not in verbs.tense:
        return True
    if verbs.tense.get(above, tag[above]) != tense:
        return False
    return (
        verbs.tense.get(sister, tag[sister]) != tense
        or _is_speakers(parse, verbs, token)
        or _after_comma(parse.head, parse.dep, parse.word, sister, token)
    )


def _is_speakers(parse: Parse, verbs: _Verbs, token: int) -> bool:
    """Tell whether only a speaker does what a verb says, and its sister is said of a thing."""
    subject = verbs.subject.get(parse.head[token])
    if subject is None or parse.tag[subject] in ("NNP", "NNPS"):
        return False
    person = parse.word[subject].lower() in _PERSONS
    return not person and parse.word[token] in word_list("speaking.toml", "speaking")


def _after_comma(head: list[int], dep: list[str], word: list[str], sister: int, token: int) -> bool:
    """Tell whether a comma and a conjunction stand between the coordinated verbs."""
    for between in range(token - 1, max(sister, token - 6), -1):
        if dep[between] == "cc" and head[between] == sister:
            return word[between - 1] == ","
    return False
