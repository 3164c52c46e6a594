"""For or against what?

By the cue's frame: a judging cue's object, what a demand demands, what is promised, refused or
feared; for plain saying, what the clause evaluates. ``docs/stances.md`` tells the method.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from claimx.claims import Spans, Stance
from claimx.lexicon import Lexicon
from claimx.lexicon.polarity import polarity
from claimx.lexicon.words import word_list
from claimx.stages.actors import actor_words, owner_in
from claimx.stages.antecedents import named_before
from claimx.stages.attribution import Attribution
from claimx.stages.frames import FRAME_RULES
from claimx.stages.judging_cues import predicated
from claimx.stages.passages import SUBJECTS, MeansSpeaker, Passage
from claimx.stages.phrase_polarity import NEGATORS, is_negated
from claimx.stages.readings import Reading, commitment, main_word, tone, unknown_cue
from claimx.stages.targets import phrase, subject_phrase
from claimx.tree import Tree

_VALUES = {"support": 1, "oppose": -1, "neutral": 0, None: 0}
_STANCES: dict[int, Stance] = {1: "support", 0: "neutral", -1: "oppose"}
_WITHHOLDING = word_list("plans.toml", "withholding")
_NOBODY = frozenset(
    ("few", "none", "nobody", "neither", "no", "noone", "not", "hardly", "barely", "scarcely")
)
_NEARLY = frozenset(("almost", "nearly", "virtually", "practically", "very", "so", "too"))
_CUE_NEGATORS = NEGATORS - {"few", "fewer", "little", "without", "neither", "nor"}
_OF_OBJECTS = frozenset(("judge", "demand", "intend", "warn", "refuse"))
_TOPICS = frozenset(("of", "about", "on"))
_ADDING = frozenset(("only", "merely", "simply"))


class Judgement:
    """What a claim is for or against.

    Spans are character offsets, end exclusive.

    Args:
        stance: The attitude.
        target: The words that the stance is about.
        actor: The words, in the target or elsewhere, that name whoever the target belongs to;
            empty where there is nobody.
        reasons: The words that carried the stance and how they composed, for ``claimx explain``.
    """

    def __init__(
        self, stance: Stance, target: Spans, actor: Spans, reasons: tuple[str, ...] = ()
    ) -> None:
        self.stance: Final = stance
        self.target: Final = target
        self.actor: Final = actor
        self.reasons: Final = reasons


def judge(
    tree: Tree, lexicon: Lexicon, attribution: Attribution, means_speaker: MeansSpeaker
) -> Judgement:
    """Judge an attributed claim by the frame of its cue.

    Args:
        tree: The parsed text.
        lexicon: The words that attribute.
        attribution: Source, cue and content, with the cue's entry where the lexicon has one.
        means_speaker: Tells whether a pronoun means the speaker, or None where that is open.
    """
    passage = Passage(tree, lexicon, attribution.content, attribution.source, means_speaker)
    if not passage.tokens:
        return Judgement("neutral", attribution.content, ())
    cue = tree.tokens(attribution.cue)
    entry = attribution.entry
    negated = _is_negated(tree, cue, attribution) != _has_none(passage, attribution)
    unread = entry is None or (entry.frame == "state" and _names_a_thing(passage, attribution))
    if entry is None or unread or _is_partisan(tree, cue):
        frame, value = unknown_cue(tree, cue)
        reading = Reading(value, negated, attribution.complement)
    else:
        frame = entry.frame
        stops = _stops(entry.complements)
        shifted = entry.lemma == "blame" and attribution.complement == "object on"
        held = commitment(entry.lemma, attribution.complement, negated)
        value = -1 if _is_refused(passage, attribution) else _VALUES[entry.stance]
        if not value and attribution.complement in _TOPICS:
            value = tone(tree, cue)
        if negated and entry.word_class == "adjectives" and held < 0:
            value = 1  # turned: not to be convinced is to doubt
        reading = Reading(value, negated, attribution.complement, stops, shifted, held)
    seeming = predicated(passage)
    read = FRAME_RULES[frame](passage, reading) if seeming is None else seeming.turned(negated)
    found = named_before(passage, read)
    target = tree.spans(found.target) or attribution.content
    actor = actor_words(passage, attribution, found, target, frame)
    reasons = (f"frame {frame}{', negated' if negated else ''}", *found.reasons)
    return Judgement(_STANCES[found.value], target, actor, reasons)


def _is_negated(tree: Tree, cue: Sequence[int], attribution: Attribution) -> bool:
    """Tell whether a cue is negated by its words, by withholding its act, or by nobody doing it.

    Two of these ("did not hesitate to say") leave nothing negated.
    """
    words = [tree.lower[token] for token in cue]
    following = [*words, ""][1:]
    head = attribution.cue_head
    bare = () if head is None or head not in cue else tree.children[head]
    none = any(tree.lower[t] == "no" and tree.dep[t] == "det" and t not in cue for t in bare)
    denied = none or any(
        word in _CUE_NEGATORS and after not in _ADDING and not _is_own(tree, token, attribution)
        for token, word, after in zip(cue, words, following, strict=True)
    )
    withheld = "to" in words and any(
        after == "to"
        and tree.lemma[token] in _WITHHOLDING
        and not _is_own(tree, token, attribution)
        for token, after in zip(cue, following, strict=True)
    )
    return (denied != withheld) != _is_nobody(tree, attribution)


def _is_partisan(tree: Tree, cue: Sequence[int]) -> bool:
    """Tell whether a cue calls its source somebody's friend or critic ("is a loud critic of")."""
    partisans = polarity().partisans
    of = bool(cue) and tree.lower[cue[-1]] == "of"
    return of and any(tree.lemma[t] in partisans and tree.pos[t] == "NOUN" for t in cue)


def _is_own(tree: Tree, token: int, attribution: Attribution) -> bool:
    """Tell whether a word of the cue stands in the lexicon's entry for it."""
    entry = attribution.entry
    return entry is not None and tree.lemma[token] in entry.lemma.split()


def _has_none(passage: Passage, attribution: Attribution) -> bool:
    """Tell whether it is nothing that is backed, wanted or offered ("offered no apology")."""
    entry, noun = attribution.entry, main_word(passage)
    if entry is None or entry.frame not in _OF_OBJECTS or not passage.is_nominal(noun):
        return False
    return "object" in attribution.complement and is_negated(passage, noun)


def _is_nobody(tree: Tree, attribution: Attribution) -> bool:
    """Tell whether the source is nobody, or hardly anybody ("no minister", "almost none")."""
    source = [t for t in tree.tokens(attribution.source) if tree.lower[t] not in _NEARLY]
    if not source or tree.lower[source[0]] not in _NOBODY:
        return False
    return len(source) == 1 or tree.pos[source[1]] != "NUM"  # "No 10" is somebody


def _is_refused(passage: Passage, attribution: Attribution) -> bool:
    """Tell whether a claim that nobody is named for is rejected: it charges whoever rejects it."""
    entry, noun = attribution.entry, attribution.cue_head
    if entry is None or noun is None or entry.word_class != "nouns" or attribution.source:
        return False
    tree = passage.tree
    senses = passage.lexicon.find("verbs", tree.lemma[tree.head[noun]])
    rejects = any(e.frame == "refuse" or e.stance == "oppose" for e in senses)
    return rejects and entry.frame == "state" and tree.dep[noun] in ("dobj", "nsubjpass")


def _names_a_thing(passage: Passage, attribution: Attribution) -> bool:
    """Tell whether a cue that takes a clause has an object instead ("trusts the regulator")."""
    head = main_word(passage)
    plain = attribution.complement not in ("quotation", "question", "of", "about", "on")
    alone = len(passage.heads) == 1 and passage.child(head, *SUBJECTS) is None
    return plain and alone and passage.is_nominal(head)


def _stops(complements: tuple[str, ...]) -> frozenset[str]:
    """Return the prepositions of the cue that end its object ("accuse X of")."""
    names = {name.removeprefix("object ") for name in complements if name.startswith("object ")}
    return frozenset(names | {"for", "as"})


def judge_author(tree: Tree, lexicon: Lexicon, content: Spans) -> Judgement:
    """Judge what the article asserts itself.

    Args:
        tree: The parsed text.
        lexicon: The words that attribute.
        content: Character offsets of the asserted clause, end exclusive.
    """
    passage = Passage(tree, lexicon, content)
    if not passage.tokens:
        return Judgement("neutral", content, ())
    heads = passage.heads or list(passage.tokens)
    verbs = [head for head in heads if tree.pos[head] in ("VERB", "AUX")] or heads
    head = verbs[0]
    if len(verbs) > 1:
        head = max(verbs, key=lambda token: (len(passage.below(token)), -token))
    target = subject_phrase(passage, head) or phrase(passage, head)
    attribute = passage.child(head, "attr")
    if passage.child(head, "expl") is not None and attribute is not None:
        target = phrase(passage, attribute)
    spans = tree.spans(target) or content
    actor = tree.spans(owner_in(passage, target)) or spans
    return Judgement("neutral", spans, actor, ("the author asserts",))
