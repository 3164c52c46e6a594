"""Hang a coordinated verb where it belongs: beside the verb of saying, or inside what is said."""

from __future__ import annotations

from collections.abc import Sequence

from claimx.lexicon.words import word_list
from claimx.parse import FINITE, SUBJECTS, Parse

_BARE = frozenset(("VBG", "VB"))
_CLAUSES = frozenset(("ccomp", "xcomp", "pcomp", "acl", "advcl"))
_PERFECT = frozenset(("has", "have", "had", "'s", "’s", "'ve", "’ve"))
# Who can do what only a speaker does; a noun that heads a clause's subject is oftener a thing.
_PERSONS = frozenset(("he", "she", "they", "i", "we", "you", "who"))


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
    head, dep, tag, word = parse.head, parse.dep, parse.tag, parse.word
    coordinated = [
        token
        for token, label in enumerate(dep)
        if label == "conj" and (tag[token] in FINITE or tag[token] == "VBN")
    ]
    if not coordinated:
        return parse
    mended = list(head)
    subjects: dict[int, int] = {}
    tenses: dict[int, str] = {}
    for token, label in enumerate(dep):
        if label in SUBJECTS:
            subjects[head[token]] = token
        elif label in ("aux", "auxpass") and tag[token] in ("MD", *FINITE):
            perfect = label == "aux" and word[token].lower() in _PERFECT
            tenses[head[token]] = "perfect" if perfect else tag[token]
    for token in coordinated:
        sister = head[token]
        above = head[sister]
        if token in subjects or dep[sister] not in _CLAUSES or above == sister:
            continue
        tense = tenses.get(token, tag[token])
        if tense == "VBN":
            continue
        low = tag[sister] in _BARE and sister not in tenses
        same = tenses.get(above, tag[above]) == tense
        other = tenses.get(sister, tag[sister]) != tense
        subject = subjects.get(sister)
        of_thing = (
            subject is not None
            and tag[subject] not in ("NNP", "NNPS")
            and word[subject].lower() not in _PERSONS
            and word[token] in word_list("speaking.toml", "speaking")
        )
        if low or (same and (other or of_thing or _after_comma(head, dep, word, sister, token))):
            while dep[above] in _CLAUSES and tag[above] in _BARE and above not in tenses:
                above = head[above]
            mended[token] = above
            for between in range(sister + 1, token):
                if dep[between] == "cc" and head[between] == sister:
                    mended[between] = above
    return Parse(mended, dep, tag, word)


def _after_comma(
    head: Sequence[int], dep: Sequence[str], word: Sequence[str], sister: int, token: int
) -> bool:
    """Tell whether a comma and a conjunction stand between the coordinated verbs."""
    for between in range(token - 1, max(sister, token - 6), -1):
        if dep[between] == "cc" and head[between] == sister:
            return word[between - 1] == ","
    return False
