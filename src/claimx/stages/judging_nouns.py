"""Which nouns carry a judgement to what stands behind them? Doubts raised, pictures drawn."""

from __future__ import annotations

from claimx.lexicon.words import word_list
from claimx.stages.evaluation import Evaluation
from claimx.stages.own_attitudes import attitude_of
from claimx.stages.passages import Passage
from claimx.stages.phrase_polarity import is_negated, phrase_polarity
from claimx.stages.targets import existent, thing
from claimx.stages.verb_polarity import VIEWS

_AROUSING = word_list("light_verbs.toml", "arousing")
_PICTURES = word_list("abstract_nouns.toml", "pictures")


def aroused(passage: Passage, head: int) -> Evaluation | None:
    """What doubts, fears or questions are raised about is opposed; so it is where they exist."""
    tree = passage.tree
    noun = existent(passage, head)
    if noun is None and tree.lemma[head] in _AROUSING:
        noun = passage.child(head, "dobj")
    if noun is None or is_negated(passage, head) or is_negated(passage, noun):
        return None
    found = attitude_of(passage, noun, head)
    inner = passage.complement(noun)
    if found is None and tree.lemma[noun] == "question" and inner is not None:
        target = thing(passage, inner)
        found = Evaluation(-1, target, target)
    if found is None or found.value >= 0:
        return None
    return found.changed(weight=3, reasons=(f"{tree.word[noun]} about it",))


def pictured(passage: Passage, head: int) -> Evaluation | None:
    """Read what a bleak picture is drawn of, or what the speaker has a low opinion of."""
    noun = passage.child(head, "dobj")
    inner = None if noun is None else passage.complement(noun)
    if noun is None or inner is None:
        return None
    lemma, own = passage.tree.lemma[noun], passage.may_be_speaker(passage.subject(head))
    if lemma not in _PICTURES and not (own and lemma in VIEWS):
        return None
    value, why = phrase_polarity(passage, noun)
    target = thing(passage, inner)
    found = Evaluation(value, target, target, 3, (why,)) if value else None
    return None if found is None else found.turned(is_negated(passage, head))
