"""Whom does a pronoun mean? The best of those that were lately mentioned and agree with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from claimx.stages.naming.entity import Entity
from claimx.tree import Tree

MASCULINE = frozenset({"he", "him", "his", "himself"})
FEMININE = frozenset({"she", "her", "hers", "herself"})
NEUTER = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
THIRD = MASCULINE | FEMININE | NEUTER | PLURAL
WE = frozenset({"we", "us", "our", "ours", "ourselves"})
SELF = frozenset({"i", "me", "my", "mine", "myself"})
FIRST = WE | SELF
RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})

_REACH = 24
_SENTENCES = 4
_DISTANCE_COST = 2.0
_PARAGRAPH_COST = 2.0
_KNOWN_GENDER = 1.5
SUBJECT = ("nsubj", "nsubjpass")
_THINGS = frozenset({"organisation", "state", "document", "body", "thing", "other"})
_SEVERAL = frozenset({"party", "group", "organisation", "body"})
_PERSONS = frozenset({"person", "other", "somebody"})
_OBLIQUE = frozenset({"poss", "pobj", "compound", "nmod", "amod", "npadvmod"})


class Trace:
    """Where an entity was mentioned, and how prominently."""

    def __init__(self, token: int, entity: Entity, weight: float, paragraph: int = 0) -> None:
        self.token: Final = token
        self.entity: Final = entity
        self.weight: Final = weight
        self.paragraph: Final = paragraph


def prominence(tree: Tree, token: int, entity: Entity, speaking: bool, quoted: bool) -> float:
    """Return how likely a mention is to be taken up by a pronoun.

    Subjects and speakers are taken up more than others (Lappin and Leass 1994), what stands inside
    a quotation less.
    """
    dep = tree.dep[token]
    weight = 3.0 if dep in SUBJECT else -1.0 if dep in _OBLIQUE else 0.0
    if dep == "poss" and tree.dep[tree.head[token]] in SUBJECT:
        weight = 1.0
    if speaking:
        weight += 2
    if quoted:
        weight -= 2 if entity.name else 4
    if entity.kind in ("other", "place", "thing"):
        weight -= 2
    return weight + min(entity.count, 10) * 0.1


def is_expletive(tree: Tree, token: int) -> bool:
    """Tell whether "it" means nothing: "it is too early to tell".

    Args:
        tree: The parsed text.
        token: The pronoun.
    """
    if tree.lower[token] != "it" or tree.lemma[tree.head[token]] != "be":
        return tree.dep[token] == "expl"
    quality = tree.child(tree.head[token], "acomp")
    return quality is not None and tree.child(quality, "xcomp", "ccomp") is not None


def antecedent(
    tree: Tree, token: int, traces: Sequence[Trace], paragraph: int, excluded: Sequence[Entity]
) -> Entity | None:
    """Return whom a pronoun of the third person means, or None.

    Args:
        tree: The parsed text.
        token: The pronoun.
        traces: What was mentioned before it, in text order.
        paragraph: The number of the paragraph that it stands in.
        excluded: Whom it cannot mean: whoever speaks the quotation that it stands in, the subject
            of the verb whose object it is.
    """
    pronoun, here = tree.lower[token], tree.sentence[token]
    clause, possessive = tree.head[token], tree.dep[token] == "poss"
    kinds, other = _agreement(pronoun)
    plural = pronoun in PLURAL
    best, best_score = None, -100.0
    for trace in reversed(traces[-_REACH:]):
        entity = trace.entity
        distance = here - tree.sentence[trace.token]
        if distance > _SENTENCES:
            break
        if entity.kind not in kinds and not (plural and entity.members):
            continue
        if entity in excluded or (not plural and entity.members) or _differs(trace, other):
            continue
        if not possessive and tree.head[trace.token] == clause and tree.dep[trace.token] != "poss":
            continue
        score = trace.weight - _DISTANCE_COST * distance
        score -= _PARAGRAPH_COST if trace.paragraph != paragraph else 0
        if other:
            score += _likely_person(entity)
        if plural and entity.plural:
            score += 1
        if score > best_score:
            best, best_score = entity, score
    if best is not None and other:
        _learn(best, other)
    return best


def agrees(pronoun: str, entity: Entity) -> bool:
    """Tell whether a pronoun of the third person may mean an entity.

    Args:
        pronoun: The pronoun in lower case.
        entity: Somebody or something.
    """
    kinds, other = _agreement(pronoun)
    return entity.kind in kinds and (not other or entity.gender != other)


def _differs(trace: Trace, other: str) -> bool:
    """Tell whether somebody is of the other gender, or not somebody at all by where they stand."""
    entity = trace.entity
    return entity.gender == other or (bool(other) and entity.kind == "other" and trace.weight < 0)


def _likely_person(entity: Entity) -> float:
    """Return what speaks for or against "he" or "she" meaning an entity that it may mean."""
    if entity.gender:
        return _KNOWN_GENDER
    return -_KNOWN_GENDER if entity.kind == "other" else 0.0


def _learn(person: Entity, other: str) -> None:
    """Take a person of whom no gender is known for what the pronoun tells."""
    if person.kind in ("person", "somebody") and person.gender is None:
        person.gender = "m" if other == "f" else "f"


def _agreement(pronoun: str) -> tuple[frozenset[str], str]:
    """Return the kinds of entity that a pronoun may mean, and the gender that it cannot."""
    if pronoun in NEUTER:
        return _THINGS, ""
    if pronoun in PLURAL:
        return _SEVERAL, ""
    return _PERSONS, "f" if pronoun in MASCULINE else "m"
