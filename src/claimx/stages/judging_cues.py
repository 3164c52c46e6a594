"""Which words does a judging cue judge, and what does a cue of calling call them?"""

from __future__ import annotations

from itertools import pairwise

from claimx.stages.evaluation import Evaluation
from claimx.stages.evaluations import evaluate_clause
from claimx.stages.naming.vocabulary import vocabulary
from claimx.stages.passages import SUBJECTS, Passage
from claimx.stages.phrase_polarity import phrase_polarity
from claimx.stages.readings import Reading, main_word
from claimx.stages.targets import joins, phrase, subject_phrase, thing
from claimx.stages.trimming import trimmed
from claimx.stages.verb_polarity import is_passive

_NAMED = ("dobj", "nsubj", "pobj")
_PREDICATES = frozenset(("acomp", "attr", "oprd"))
_OPENING = frozenset(("“", '"', "``", "''", "‘", "'"))


def judge_object(passage: Passage, reading: Reading) -> Evaluation:
    """Read the object of a cue that judges: the stance is the cue's own."""
    head = main_word(passage)
    culprit = _culprit(passage, head) if reading.shifted else None
    if culprit is not None:
        target = phrase(passage, culprit)
    elif passage.is_nominal(head) and reading.complement not in ("clause", "question"):
        target = _object(passage, head, reading)
    else:
        target = thing(passage, head)
    if reading.complement in ("clause", "question"):
        found = evaluate_clause(passage, head)
        if found.value and reading.complement == "question":
            target = found.target
        elif charges(passage, head, reading.value):
            target = subject_phrase(passage, head)
    value = reading.value or phrase_polarity(passage, head)[0]
    return Evaluation(-value if reading.negated else value, target, (), 3, ("the cue judges",))


def predicated(passage: Passage) -> Evaluation | None:
    """Read what the cue between them says that its subject seems ("the plan <seems> unfair")."""
    tree = passage.tree
    if len(passage.heads) < 2:
        return None
    subject, rest = passage.heads[0], passage.heads[1:]
    cue = tree.head[subject]
    if tree.dep[subject] not in SUBJECTS or cue in passage.inside:
        return None
    for head in rest:
        like = tree.dep[head] == "prep" and tree.lower[head] == "like"
        if tree.head[head] != cue or not (like or tree.dep[head] in _PREDICATES):
            continue
        value, why = phrase_polarity(passage, head)
        if value:
            target = phrase(passage, subject)
            return Evaluation(value, target, target, 3, (f"seems {why}",))
    return None


def charges(passage: Passage, verb: int, value: int) -> bool:
    """Tell whether a clause that its cue opposes charges its subject with an act."""
    if value >= 0 or passage.tree.pos[verb] != "VERB" or is_passive(passage, verb):
        return False
    return passage.child(verb, "nsubj") is not None


def is_measure(passage: Passage, head: int) -> bool:
    """Tell whether what is warned of is what somebody's measure does ("the ban would cost us")."""
    tree, words = passage.tree, vocabulary()
    subject = passage.child(head, "nsubj")
    return (
        subject is not None
        and tree.pos[head] == "VERB"
        and tree.lemma[subject] in words.laws | words.acts
    )


def _culprit(passage: Passage, head: int) -> int | None:
    """Return whom something is blamed on."""
    tree = passage.tree
    for token in passage.tokens:
        if token > head and tree.lower[token] == "on":
            return passage.child(token, "pobj", "pcomp")
    return None


def _object(passage: Passage, head: int, reading: Reading) -> tuple[int, ...]:
    """Cut the object of a judging cue before the preposition that belongs to the cue."""
    tree = passage.tree
    ends = [
        token
        for token in passage.tokens
        if token > head and tree.lower[token] in reading.stops and not joins(passage, token)
    ]
    gerund = [t for t in ends if _before_gerund(passage, t)]
    own = [t for t in ends if f"object {tree.lower[t]}" == reading.complement]
    if reading.complement == "as":
        own = ends
    cut = gerund or own
    return tuple(token for token in phrase(passage, head) if not cut or token < cut[0])


def _before_gerund(passage: Passage, preposition: int) -> bool:
    tree = passage.tree
    following = [token for token in passage.tokens if token > preposition][:3]
    words = [token for token in following if tree.pos[token] not in ("PUNCT", "ADV", "PART")]
    return bool(words) and tree.tag[words[0]] == "VBG"


def appraise(passage: Passage, reading: Reading) -> Evaluation:
    """The object is called something: the rest of the content is what it is called."""
    border = _border(passage, reading.link or reading.complement)
    named = [token for token in passage.tokens if token < border]
    target = trimmed(passage, named) or (passage.tokens[0],)
    if named[-1:] == list(passage.tokens[-1:]):
        target = phrase(passage, main_word(passage))
    for token in passage.tokens:
        if token < border:
            continue
        value, why = phrase_polarity(passage, token)
        if value or passage.tree.lower[token] == "but":
            found = Evaluation(value, target, target, 3, (f"called {why}",))
            return found.turned(reading.negated)
    own = len(target) == 1 and passage.tree.lower[target[0]].endswith(("self", "selves"))
    value = reading.value or (1 if own else 0)
    why = "called of himself" if own else "called"
    return Evaluation(value, target, target, 3, (why,)).turned(reading.negated)


def _border(passage: Passage, link: str) -> int:
    """Return the token at which the object of calling ends and what it is called begins.

    Args:
        passage: The words read.
        link: The complement in which they stand, if it is a preposition.
    """
    tree = passage.tree
    links = [t for t in passage.tokens[1:] if tree.lower[t] == link and not joins(passage, t)]
    if links and link in ("as", "with"):
        return links[0]
    for before, token in pairwise(passage.tokens):
        if tree.lower[token] in ("as", "at", "to") and tree.dep[token] in ("prep", "mark", "aux"):
            return token
        if before + 1 < token:
            return token  # the cue stands between
        if tree.lower[before] in ("a", "an", "the"):
            continue
        if tree.word[token] in _OPENING and tree.pos[before] not in ("ADP", "ADJ"):
            return token
        named = tree.pos[before] in ("NOUN", "PROPN", "PRON") or tree.dep[before] in _NAMED
        if named and tree.tag[token] in ("DT", "JJ", "PRP$"):
            return token
    return passage.tokens[-1] + 1
