"""Which noun, named before in the same words, does a pronoun take up?"""

from __future__ import annotations

from claimx.stages.evaluation import Evaluation
from claimx.stages.naming.vocabulary import vocabulary
from claimx.stages.passages import GENDERS, Passage
from claimx.stages.targets import phrase

_SUBJECTS = ("nsubj", "nsubjpass")
_ASIDES = frozenset(("advcl", "relcl", "acl"))
_PLURAL = frozenset(("NNS", "NNPS"))


def named_before(passage: Passage, found: Evaluation) -> Evaluation:
    """Take the noun for a target that is a pronoun ("Fees hurt. They must fall."), if it stands by.

    Args:
        passage: The words read.
        found: What was found of them.
    """
    noun = _antecedent(passage, found.target[0]) if len(found.target) == 1 else None
    if noun is None:
        return found
    target = phrase(passage, noun)
    return found.changed(
        target=target, actor=target if found.actor == found.target else found.actor
    )


def _antecedent(passage: Passage, pronoun: int) -> int | None:
    """Return the last subject of an earlier clause that a pronoun may stand for."""
    tree = passage.tree
    if tree.lower[pronoun] not in ("he", "she", "it", "they") or passage.may_be_speaker(pronoun):
        return None
    for token in reversed(passage.tokens):
        verb = tree.head[token]
        earlier = token < pronoun and verb != tree.head[pronoun] and tree.dep[verb] not in _ASIDES
        named = tree.tag[token][0] == "N" and tree.lower[token] != "one"
        if earlier and named and tree.dep[token] in _SUBJECTS:
            return token if _agree(passage, token, tree.lower[pronoun]) else None
    return None


def _agree(passage: Passage, noun: int, pronoun: str) -> bool:
    tree, words = passage.tree, vocabulary()
    plural = tree.tag[noun] in _PLURAL or passage.child(noun, "conj") is not None
    if plural or pronoun == "they":
        return plural and pronoun == "they"
    person = tree.pos[noun] == "PROPN" or tree.lemma[noun] in words.persons
    if pronoun == "it":
        return not person
    gender = words.gender.get(tree.lower[noun]) or words.forenames.get(tree.lower[noun])
    return person and gender in (None, GENDERS[pronoun])
