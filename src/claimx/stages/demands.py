"""What shows that something is to be done, and to what is that for or against?"""

from __future__ import annotations

from claimx.stages.evaluation import Evaluation
from claimx.stages.passages import Passage
from claimx.stages.phrase_polarity import is_negated
from claimx.stages.targets import act, clause, phrase, thing
from claimx.stages.verb_polarity import is_passive, stopped

_CHANGES = frozenset(("change", "stop", "end", "cease"))


def _is_vague(passage: Passage, verb: int, subject: int | None) -> bool:
    """Tell whether what is wanted is only pointed at ("that shouldn't be", "this must happen")."""
    tree = passage.tree
    if subject is None or tree.lower[subject] not in ("that", "this", "it"):
        return False
    return tree.lemma[verb] == "happen" or (
        tree.lemma[verb] == "be" and passage.child(verb, "attr", "acomp", "prep") is None
    )


def demand(passage: Passage, verb: int, to: bool = False) -> Evaluation:
    """Judge an act that is to be done: an act of stopping is against what is to be stopped.

    Args:
        passage: The words read.
        verb: The act's verb, or the head of the noun phrase that is wanted.
        to: Whether the target begins with "to" where the text has it.
    """
    tree = passage.tree
    if passage.is_nominal(verb):
        target = phrase(passage, verb)
        return Evaluation(1, target, target, 4, (f"wanted: {tree.word[verb]}",))
    subject = passage.subject(verb)
    actor = phrase(passage, subject) if subject is not None else ()
    negated = is_negated(passage, verb) or (
        subject is not None and tree.lower[subject] in ("nobody", "none", "nothing")
    )
    ended = None if is_passive(passage, verb) else stopped(passage, verb)
    if ended is not None:
        target = thing(passage, ended)
        found = Evaluation(-1, target, actor or target, 4, (f"to stop: {tree.word[verb]}",))
        return found.turned(negated)
    if tree.lemma[verb] in _CHANGES and passage.object(verb) is None and actor:
        return Evaluation(-1, actor, actor, 4, (f"is to {tree.word[verb]}",)).turned(negated)
    if tree.lemma[verb] == "be" or is_passive(passage, verb):
        target = clause(passage, verb)
    else:
        target = act(passage, verb, passage.to(verb) if to else None)
    vague = _is_vague(passage, verb, subject)
    if vague and tree.lemma[verb] == "happen":
        target = actor
    weight = 3 if passage.is_first_person(subject) or vague else 4
    return Evaluation(1, target, actor, weight, (f"to be done: {tree.word[verb]}",)).turned(negated)
