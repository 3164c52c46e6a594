"""Mend what a small parser often gets wrong in reported speech, before the stages read the tree."""

from __future__ import annotations

import re

from claimx.coordination import mend_coordination
from claimx.parse import SUBJECTS, TENSED, Parse, children_of

_INFLECTED = frozenset(("VBD", "VBN", "VBG", "VBZ"))
_SHORT = re.compile(r"[^aeiou]*[aeiou][^aeiouyhswxz]")
_CLOSING = frozenset(('"', "”", "’", "'", "''", "»"))


def mend(parse: Parse) -> Parse:
    """Mend inverted subjects, reduced relative clauses and coordinated verbs.

    Args:
        parse: What the parser made of the text.

    Returns:
        A parse of the same tokens.
    """
    return mend_coordination(
        _mend_perfects(
            _mend_opinions(_mend_reduced_relatives(_mend_interruptions(_mend_inversions(parse))))
        )
    )


def mend_lemmas(lemma: list[str], lower: list[str], tag: list[str]) -> list[str]:
    """Mend the lemmas of short verbs that have lost their "e".

    A verb of one short syllable doubles its last letter ("hopped"); where it is not doubled, the
    verb ends in "e" ("hoped").

    >>> mend_lemmas(["hop", "hop"], ["hoped", "hopped"], ["VBD", "VBD"])
    ['hope', 'hop']
    """
    mended = list(lemma)
    for token, kind in enumerate(tag):
        if kind in _INFLECTED and _has_lost_e(lemma[token], lower[token]):
            mended[token] += "e"
    return mended


def _has_lost_e(lemma: str, word: str) -> bool:
    return word[len(lemma) :] in ("ed", "es", "ing") and bool(_SHORT.fullmatch(lemma))


def _mend_inversions(parse: Parse) -> Parse:
    """Find the subject behind a verb that follows a quotation or interrupts a sentence.

    What follows the verb right after a closing mark (“Where is it?” asked the judge) is its
    subject, not its object. Of two subjects, one on either side of the verb ("the worst, say
    residents, is the smell"), the first is that of the sentence around it.

    >>> word = "The worst , say residents , is smell".split()
    >>> tag = ["DT", "JJS", ",", "VBP", "NNS", ",", "VBZ", "NN"]
    >>> dep = ["det", "nsubj", "punct", "parataxis", "nsubj", "punct", "ROOT", "attr"]
    >>> _mend_inversions(Parse([1, 3, 3, 6, 3, 6, 6, 6], dep, tag, word)).head[1]
    6
    """
    head, dep = list(parse.head), list(parse.dep)
    subjects: dict[int, int] = {}
    for token, label in enumerate(parse.dep):
        if label == "nsubj":
            verb = parse.head[token]
            before = subjects.setdefault(verb, token)
            if before < verb < token and head[verb] > token and parse.word[verb - 1] == ",":
                head[before] = head[verb]
        elif label == "dobj":
            verb = parse.head[token]
            if verb not in subjects and _follows_quotation(parse, verb):
                dep[token] = "nsubj"
    return Parse(head, dep, parse.tag, parse.word)


def _mend_interruptions(parse: Parse) -> Parse:
    """Read "the plan, she wrote in a letter, is bad" as a clause that another one interrupts.

    Of two subjects before a verb, the first, which a comma sets off, is that of a finite verb
    behind it that has neither a subject of its own nor a conjunction.
    """
    subjects: dict[int, int] = {}
    doubled: dict[int, int] = {}
    for token, label in enumerate(parse.dep):
        verb = parse.head[token]
        if label != "nsubj" or token > verb:
            continue
        if verb in subjects and "," in parse.word[subjects[verb] + 1 : token]:
            doubled.setdefault(verb, subjects[verb])
        subjects[verb] = token
    if not doubled:
        return parse
    head, dep = list(parse.head), list(parse.dep)
    children = children_of(parse.head)
    for verb, first in doubled.items():
        main = next((c for c in children[verb] if _is_stranded(parse, children, c, verb)), None)
        if main is None or parse.dep[verb] == "conj":
            continue
        head[main], dep[main] = (main if head[verb] == verb else head[verb]), parse.dep[verb]
        head[first] = main
        relative = any(parse.tag[token].startswith("W") for token in range(first + 1, first + 4))
        head[verb], dep[verb] = (first, "relcl") if relative else (main, "parataxis")
        for child in children[verb]:
            if child > main and parse.dep[child] == "punct":
                head[child] = main
    return Parse(head, dep, parse.tag, parse.word)


def _follows_quotation(parse: Parse, verb: int) -> bool:
    return (
        verb > 1
        and parse.tag[verb] in TENSED
        and parse.word[verb - 1] in _CLOSING
        and parse.word[verb - 2][-1] in ",?!…"
    )


def _mend_reduced_relatives(parse: Parse) -> Parse:
    """Read "a ship believed to carry arms has docked" as a noun with a participle.

    A finite clause cannot be a subject without a word that opens it, so a past tense that the
    parser has taken for one is the participle of a reduced relative clause.
    """
    verbs = [
        verb
        for verb, label in enumerate(parse.dep)
        if label == "csubj" and parse.tag[verb] in ("VBD", "VBN")
    ]
    if not verbs:
        return parse
    head, dep, tag = list(parse.head), list(parse.dep), list(parse.tag)
    subjects = {parse.head[t]: t for t, label in enumerate(dep) if label == "nsubj"}
    for verb in verbs:
        noun = subjects.get(verb)
        if noun is None or noun > verb:
            continue
        head[noun], head[verb] = head[verb], noun
        dep[noun], dep[verb], tag[verb] = "nsubj", "acl", "VBN"
    return Parse(head, dep, tag, parse.word)


def _mend_opinions(parse: Parse) -> Parse:
    """Read "a tanker thought to be carrying arms has docked" as a noun with a participle.

    Nobody "thinks to be": the verb of opinion before "to be" or "to have" is a participle where
    another finite verb follows that has no subject of its own.
    """
    verbs = [
        verb
        for verb, word in enumerate(parse.word[1:])
        if word == "to"
        and parse.tag[verb] == "VBD"
        and parse.word[verb + 2 : verb + 3] in (["be"], ["have"])
    ]
    if not verbs:
        return parse
    head, dep, tag = list(parse.head), list(parse.dep), list(parse.tag)
    children = children_of(parse.head)
    for verb in verbs:
        label = parse.dep[verb]
        noun = next((c for c in children[verb] if parse.dep[c] == "nsubj" and c < verb), None)
        main = next((c for c in children[verb] if _is_stranded(parse, children, c, verb)), None)
        if noun is None or main is None:
            continue
        head[main], dep[main] = (main if parse.head[verb] == verb else parse.head[verb]), label
        head[verb], dep[verb], tag[verb] = noun, "acl", "VBN"
        for child in children[verb]:
            if child <= noun or child > main or (child > verb and parse.dep[child] == "punct"):
                head[child] = main
    return Parse(head, dep, tag, parse.word)


def _is_stranded(parse: Parse, children: list[list[int]], token: int, verb: int) -> bool:
    """Tell whether a finite verb behind another one has neither subject nor conjunction."""
    if token < verb or parse.dep[token] not in ("conj", "ccomp", "advcl", "dep"):
        return False
    labels = {parse.dep[child] for child in children[token]}
    finite = parse.tag[token] in TENSED or (
        parse.tag[token] in ("VBN", "VB")
        and any(parse.dep[c] == "aux" and parse.tag[c] != "TO" for c in children[token])
    )
    joined = any(parse.dep[c] == "cc" and verb < c < token for c in children[verb])
    return finite and not joined and not labels & (SUBJECTS | {"mark"})


def _mend_perfects(parse: Parse) -> Parse:
    """Read "who has long backed sanctions" as a perfect: an adverb parts "has" from its verb."""
    verbs = [
        verb
        for verb, label in enumerate(parse.dep)
        if label == "amod"
        and parse.tag[verb] == "VBN"
        and parse.dep[parse.head[verb]] == "dobj"
        and parse.word[parse.head[parse.head[verb]]] in ("has", "have", "had")
    ]
    if not verbs:
        return parse
    head, dep = list(parse.head), list(parse.dep)
    children = children_of(parse.head)
    for verb in verbs:
        noun = parse.head[verb]
        have = parse.head[noun]
        between = range(have + 1, verb)
        adverbs = bool(between) and all(
            parse.head[t] == have and parse.dep[t] in ("advmod", "neg") for t in between
        )
        if not adverbs:
            continue
        head[verb], dep[verb] = (verb if parse.head[have] == have else parse.head[have]), dep[have]
        head[have], dep[have] = verb, "aux"
        for child in children[have]:
            head[child] = verb
    return Parse(head, dep, parse.tag, parse.word)
