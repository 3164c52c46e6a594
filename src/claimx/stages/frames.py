"""What does a cue's frame say of its content? One rule a frame."""

from __future__ import annotations

from collections.abc import Callable

from claimx.lexicon.polarity import polarity
from claimx.lexicon.words import word_list
from claimx.stages.commitments import none_of, says_no
from claimx.stages.demands import demand
from claimx.stages.evaluation import Evaluation
from claimx.stages.evaluations import evaluate_passage
from claimx.stages.judging_cues import appraise, charges, is_measure, judge_object
from claimx.stages.neutral_frames import ask, asks, neutral
from claimx.stages.own_attitudes import attitude_of
from claimx.stages.passages import SUBJECTS, Passage
from claimx.stages.phrase_polarity import is_negated
from claimx.stages.readings import Reading, main_word
from claimx.stages.targets import act, clause, phrase, subject_phrase, thing, whole
from claimx.stages.verb_polarity import is_due

# What stands behind these holds a quality or concern, and is not judged by it.
_HOLDERS = frozenset(("among", "amongst", "between", "within"))
_ANSWERING = word_list("talk.toml", "answering")


def _state(passage: Passage, reading: Reading) -> Evaluation:
    head = main_word(passage)
    added = [token for token in passage.heads if passage.tree.dep[token] == "prep"]
    if passage.is_nominal(head) and len(passage.heads) == 1 + len(added):
        found = attitude_of(passage, head) or _quality(passage, head)
        if found is not None:
            return found
    told = passage.tree.dep[passage.tree.head[head]] == "prep" or passage.is_nominal(head)
    if reading.complement in ("of", "about", "on") and not reading.value and told:
        return Evaluation(-1 if reading.negated else 0, thing(passage, head))
    found = evaluate_passage(passage)
    if not found.value and reading.commitment < 0 and is_due(passage, head):
        found = found.changed(value=1, weight=3)
    if found.value:
        return found.committed(reading.commitment)
    if reading.value:
        value = -reading.value if reading.negated else reading.value
        accuses = charges(passage, head, value) or reading.complement == "question"
        accused = subject_phrase(passage, head) if accuses else ()
        return Evaluation(value, accused or thing(passage, head), found.actor, 3, ("the cue",))
    contradicts = reading.commitment > 0 and says_no(passage)
    return found.changed(value=-1, reasons=("said no",)) if contradicts else found


def _quality(passage: Passage, head: int) -> Evaluation | None:
    """To speak of a thing's gravity or merit is to judge the thing."""
    words = polarity()
    value = words.nouns.get(passage.tree.lemma[head], 0)
    among = any(passage.tree.lower[child] in _HOLDERS for child in passage.children(head))
    inner = None if among else passage.complement(head)
    if not value or inner is None:
        return None
    if any(
        passage.tree.dep[child] in ("poss", "det") and passage.tree.lower[child] != "the"
        for child in passage.children(head)
    ):
        return None  # "a waste of money" judges something else, or nothing
    target = thing(passage, inner)
    return Evaluation(value, target, target, 3, (f"its {passage.tree.word[head]}",))


def _warn(passage: Passage, reading: Reading) -> Evaluation:
    head = main_word(passage)
    if not passage.is_nominal(head) or passage.subject(head) is not None:
        found = evaluate_passage(passage)
        vague = len(found.target) == 1 and passage.tree.lower[found.target[0]] == "it"
        if (found.value < 0 or found.weight == 4) and not vague:
            return found.turned(reading.negated)
        actor = found.actor
        if is_measure(passage, head) and not reading.negated:
            return Evaluation(-1, subject_phrase(passage, head), actor, 3, ("warned of",))
        if reading.complement == "question":
            target = subject_phrase(passage, head) or found.target
            return Evaluation(-1, target, actor, 3, ("doubted",))
    else:
        actor = ()
    value = 0 if reading.negated else reading.value or -1
    return Evaluation(value, thing(passage, head), actor, 3, ("warned of",))


def _demand(passage: Passage, reading: Reading) -> Evaluation:
    tree = passage.tree
    head = main_word(passage)
    if reading.complement == "question" or asks(passage):
        return ask(passage, reading)
    if passage.is_nominal(head):
        act_verb = _demanded(passage, head)
        if act_verb is None:
            wanted = _wanted(passage, head, reading)
            target = phrase(passage, wanted)
            return Evaluation(1, target, target, 3, ("demanded",)).turned(reading.negated)
        found = demand(passage, act_verb, to=True)
        actor = tuple(token for token in phrase(passage, head) if token < act_verb)
        found = found.changed(actor=actor)
    else:
        found = demand(passage, head, to=reading.complement != "clause")
    if tree.tag[head] == "VBG" and reading.complement == "gerund":
        found = found.changed(value=1, target=act(passage, head))
    return found.turned(reading.negated)


def _demanded(passage: Passage, head: int) -> int | None:
    """Return the verb of the act that the object of a demand is to do."""
    tree = passage.tree
    if any(tree.tag[token] == "$" for token in passage.below(head)):
        return None  # "called for $9 million to mend the pier"
    for token in passage.tokens:
        attached = tree.head[token] == head or token in passage.heads
        infinitive = tree.tag[token] == "VB" and passage.to(token) is not None
        if token > head and attached and infinitive:
            return token
    return None


def _wanted(passage: Passage, head: int, reading: Reading) -> int:
    """Return what somebody is asked for."""
    tree = passage.tree
    for token in passage.tokens:
        if token > head and tree.lower[token] == reading.link:
            inner = passage.child(token, "pobj", "pcomp")
            if inner is not None:
                return inner
    return head


def _intend(passage: Passage, reading: Reading) -> Evaluation:
    if reading.complement == "question":
        return ask(passage, reading)
    head = main_word(passage)
    why = ("own act or wish",)
    if passage.is_nominal(head):
        verb = _demanded(passage, head) if reading.complement == "object-infinitive" else None
        if verb is not None:
            target = act(passage, verb, passage.to(verb))
            return Evaluation(1, target, phrase(passage, head), 3, why).turned(reading.negated)
        return Evaluation(1, phrase(passage, head), phrase(passage, head), 3, why).turned(
            reading.negated
        )
    nothing = none_of(passage, head)
    if nothing is not None:
        target = phrase(passage, nothing)
        return Evaluation(-1, target, target, 3, (*why, "there to be none")).turned(reading.negated)
    if passage.child(head, "nsubj", "nsubjpass") is None:
        negator = passage.child(head, "neg")
        target = act(passage, head, negator if negator is not None else passage.to(head))
        return Evaluation(1, target, (), 3, why).turned(reading.negated)
    found = evaluate_passage(passage)
    if found.value < 0 and found.weight > 2:
        return found.turned(reading.negated)
    wanted = demand(passage, head)
    if not wanted.reasons[0].startswith("to stop"):
        wanted = wanted.changed(value=1, target=clause(passage, head))
    return wanted.changed(reasons=(*why, *wanted.reasons)).turned(reading.negated)


def _announce(passage: Passage, reading: Reading) -> Evaluation:
    """To announce an act or a decision of one's own is to be for it; other news is neutral."""
    head = main_word(passage)
    if passage.is_nominal(head):
        found = neutral(passage, reading)
        own = passage.source and reading.complement == "object" and _is_news(passage, head)
        return _intend(passage, reading) if own and not found.value else found
    subject = passage.child(head, *SUBJECTS)
    if subject is None:
        return _intend(passage, reading)
    found = _state(passage, reading)
    if found.value or not passage.may_be_speaker(subject) or passage.tree.pos[head] != "VERB":
        return found
    why = ("own act announced",)
    return Evaluation(1, act(passage, head), (subject,), 3, why).turned(is_negated(passage, head))


def _is_news(passage: Passage, noun: int) -> bool:
    """Tell whether a noun names what nobody knew of before: no person, and not "the guests"."""
    tree = passage.tree
    known = any(tree.lower[child] == "the" for child in passage.children(noun))
    return tree.pos[noun] == "NOUN" and not (known and passage.complement(noun) is None)


def _refuse(passage: Passage, reading: Reading) -> Evaluation:
    tree = passage.tree
    head = main_word(passage)
    if tree.lemma[head] in _ANSWERING and passage.to(head) is not None:
        inner = passage.object(head)
        target = thing(passage, inner) if inner is not None else whole(passage)
        return Evaluation(0, target, (), 0, ("an answer refused",))
    value = 0 if reading.negated else -1
    target = thing(passage, head)
    actor = target if passage.is_nominal(head) else subject_phrase(passage, head)
    return Evaluation(value, target, actor, 3, ("refused or denied",))


FRAME_RULES: dict[str, Callable[[Passage, Reading], Evaluation]] = {
    "state": _state,
    "warn": _warn,
    "judge": judge_object,
    "appraise": appraise,
    "demand": _demand,
    "intend": _intend,
    "announce": _announce,
    "refuse": _refuse,
    "ask": ask,
    "report": neutral,
}
