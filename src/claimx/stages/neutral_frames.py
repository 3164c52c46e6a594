"""What do cues say of their content that take no side themselves: reporting, asking?"""

from __future__ import annotations

from claimx.stages.evaluation import Evaluation
from claimx.stages.evaluations import evaluate_passage
from claimx.stages.own_attitudes import attitude_of
from claimx.stages.passages import Passage
from claimx.stages.readings import Reading, main_word
from claimx.stages.targets import phrase, thing
from claimx.stages.verb_polarity import verb_polarity


def neutral(passage: Passage, reading: Reading) -> Evaluation:
    """Read what is reported or discussed: it is judged only by what its own words say of it."""
    head = main_word(passage)
    if passage.is_nominal(head):
        found = attitude_of(passage, head) or _bare_attitude(passage, head)
        if found is None or reading.negated:
            return Evaluation(reading.value, phrase(passage, head, reading.link or "as"))
        return found
    if asks(passage) and not _addressed(passage):
        return evaluate_passage(passage)
    subject = passage.subject(head)
    target = phrase(passage, subject) if subject is not None else thing(passage, head)
    return Evaluation(reading.value, target, target)


def ask(passage: Passage, reading: Reading) -> Evaluation:
    """A question asked is neutral, unless its words judge and reproach."""
    found = neutral(passage, reading)
    if found.weight > 1 or verb_polarity(passage, main_word(passage))[0]:
        return found
    return found.changed(value=0, reasons=())


def _bare_attitude(passage: Passage, head: int) -> Evaluation | None:
    """An attitude may be announced without its object ("announced support")."""
    senses = passage.lexicon.find("nouns", passage.tree.lemma[head])
    stances = {entry.stance for entry in senses if entry.frame in ("judge", "warn")}
    named = any(passage.tree.lower[child] == "the" for child in passage.children(head))
    if named or len(stances) != 1 or passage.child(head, "poss") is not None:
        return None
    value = {"support": 1, "oppose": -1}.get(stances.pop() or "", 0)
    if not value or any(entry.frame == "state" for entry in senses):
        return None
    return Evaluation(value, phrase(passage, head), (), 3, ("the attitude itself",))


def asks(passage: Passage) -> bool:
    """Tell whether a content holds a direct question."""
    return any(passage.tree.word[token] == "?" for token in passage.tokens)


def _addressed(passage: Passage) -> bool:
    return any(passage.tree.lower[token] in ("you", "your") for token in passage.tokens)
