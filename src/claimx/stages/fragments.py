"""What do words without a verb judge? "Thanks to the nurses", "a disgrace"."""

from __future__ import annotations

from claimx.stages.evaluation import Evaluation
from claimx.stages.own_attitudes import attitude_of
from claimx.stages.passages import Passage
from claimx.stages.phrase_polarity import phrase_polarity
from claimx.stages.targets import phrase, thing

_THANKS = frozenset(("thanks", "kudos", "congratulations", "congrats", "bravo", "hats"))
_VERBAL = frozenset(("VERB", "AUX", "ADP", "SCONJ"))


def fragment_attitude(passage: Passage, head: int) -> Evaluation | None:
    """Find what words without a verb thank, are proud of, or rule out ("No thanks to X")."""
    tree = passage.tree
    if tree.pos[head] in ("VERB", "AUX") or passage.child(head, "nsubj") is not None:
        return None
    value = 1 if tree.lower[head] in _THANKS else 0
    for child in passage.children(head):
        inner = passage.child(child, "pobj", "pcomp")
        if value and inner is not None and tree.lower[child] in ("to", "for"):
            target = thing(passage, inner)
            found = Evaluation(value, target, target, 4, (f"own words: {tree.word[head]}",))
            return found.turned(any(tree.lower[t] == "no" for t in passage.children(head)))
    return attitude_of(passage, head) if head in passage.quoted else None


def judging_fragment(passage: Passage, head: int) -> Evaluation | None:
    """A phrase without a verb judges what it names."""
    tree = passage.tree
    verbal, participle = tree.pos[head] in _VERBAL, tree.tag[head] == "VBG"
    if verbal and not participle:
        return None
    named = passage.child(head, "nsubj")
    if verbal and (named is None or passage.child(head, "aux", "dobj") is not None):
        return None
    value, why = phrase_polarity(passage, head)
    if not value or (head not in passage.quoted and named is None):
        return None
    subject = named if named is not None else passage.child(head, "appos")
    target = phrase(passage, subject if subject is not None else head)
    return Evaluation(value, target, target, 3, (why,))
