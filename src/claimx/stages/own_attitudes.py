"""Which attitudes does a speaker state outright? His own wishes, feelings and demands."""

from __future__ import annotations

from claimx.lexicon.entries import Entry
from claimx.lexicon.polarity import polarity
from claimx.lexicon.words import word_list
from claimx.stages.demands import demand
from claimx.stages.evaluation import Evaluation
from claimx.stages.passages import Passage
from claimx.stages.phatic import is_phatic
from claimx.stages.phrase_polarity import is_negated, phrase_polarity
from claimx.stages.targets import phrase, thing
from claimx.stages.verb_polarity import is_passive

_UTTERING = word_list("light_verbs.toml", "uttering")
_VALUES = {"support": 1, "oppose": -1, "neutral": 0, None: 0}
_BELIEF = "a belief"
_COPULAS = frozenset(("be", "feel", "remain", "become", "get", "seem"))
_LINKING = _COPULAS | _UTTERING
_CLASSES = {"VERB": "verbs", "NOUN": "nouns", "ADJ": "adjectives"}


def stated_attitude(passage: Passage, verb: int) -> Evaluation | None:
    """Find what a clause of the speaker's own states outright ("I don't trust X").

    Args:
        passage: The words read.
        verb: The clause's verb.
    """
    tree, subject = passage.tree, passage.subject(verb)
    if subject is None or not passage.may_be_speaker(subject) or _is_empty(passage, verb, subject):
        return None
    words = [verb]
    if tree.lemma[verb] in _LINKING:
        words += [t for t in passage.children(verb) if tree.dep[t] in ("acomp", "attr", "dobj")]
    negated = is_negated(passage, verb)
    if any(tree.lower[child] == "had" for child in passage.children(verb)):
        return None  # what he had wanted or decided then is told, not stated
    for word in words:
        found = attitude_of(passage, word, verb) or _partisan(passage, word)
        denied = negated != (word != verb and is_negated(passage, word))
        if found is not None and (denied or found.reasons[0] != _BELIEF):
            if not found.actor:
                found = found.changed(actor=(subject,))
            return found.turned(denied)
    loved = passage.child(verb, "dobj")
    value = polarity().attitudes.get(tree.lemma[verb], 0)
    if value and loved is not None:
        target = thing(passage, loved)
        found = Evaluation(value, target, target, 4, (f"own words: {tree.word[verb]}",))
        return found.turned(negated)
    borne = passage.object(verb)
    if negated and tree.lemma[verb] in polarity().bears and borne is not None:
        target = thing(passage, borne)
        return Evaluation(-1, target, target, 4, (f"cannot {tree.word[verb]}",))
    return _side(passage, verb, negated) or _called(passage, verb, negated)


def _is_empty(passage: Passage, verb: int, subject: int) -> bool:
    """Tell whether "it" only stands for a clause ("it is clear that …")."""
    described = passage.child(verb, "acomp") is not None
    clausal = passage.child(verb, "ccomp") is not None
    return passage.tree.lower[subject] == "it" and described and clausal


def _partisan(passage: Passage, word: int) -> Evaluation | None:
    """Find what the speaker calls himself a friend or a critic of."""
    value = polarity().partisans.get(passage.tree.lemma[word], 0)
    inner = passage.complement(word) if value else None
    if inner is None:
        return None
    target = thing(passage, inner)
    return Evaluation(value, target, target, 4, (f"own words: {passage.tree.word[word]}",))


def _called(passage: Passage, verb: int, negated: bool) -> Evaluation | None:
    """Find what the speaker calls or considers something ("I consider X a mistake")."""
    tree = passage.tree
    senses = passage.lexicon.find("verbs", tree.lemma[verb])
    if not any(entry.frame == "appraise" for entry in senses):
        return None
    inner = passage.child(verb, "ccomp")
    if inner is not None:
        named, label = passage.child(inner, "nsubj"), inner
        if named is None or tree.pos[inner] in ("VERB", "AUX"):
            return None
        value, why = phrase_polarity(passage, label)
    else:
        named = passage.child(verb, "dobj")
        labels = [
            child
            for child in passage.children(verb)
            if tree.dep[child] in ("oprd", "acomp") or tree.lower[child] == "as"
        ]
        if named is None or not labels:
            return None
        value, why = phrase_polarity(passage, labels[0])
    target = phrase(passage, named)
    return Evaluation(value, target, target, 4, (f"called {why}",)).turned(negated)


def _side(passage: Passage, verb: int, negated: bool) -> Evaluation | None:
    """Find whose side the speaker takes ("we are against X")."""
    tree = passage.tree
    if tree.lemma[verb] != "be":
        return None
    for child in passage.children(verb):
        side = {"against": -1, "behind": 1, "for": 1}.get(tree.lower[child], 0)
        inner = passage.child(child, "pobj", "pcomp")
        if tree.lower[child] == "on" and inner is not None and tree.lemma[inner] == "side":
            side = 1
        if side and inner is not None and tree.dep[child] == "prep":
            target = thing(passage, inner)
            found = Evaluation(side, target, target, 4, (f"on the side: {tree.word[child]}",))
            return found.turned(negated)
    return None


def attitude_of(passage: Passage, word: int, verb: int | None = None) -> Evaluation | None:
    """Find the attitude that a cue's word states where its complement stands beside it.

    Args:
        passage: The words read.
        word: A verb, noun or adjective.
        verb: The verb whose complements count as the word's own too.
    """
    tree = passage.tree
    word_class = _CLASSES.get(tree.pos[word])
    owner = passage.child(word, "poss")
    if word_class is None or (owner is not None and tree.pos[owner] != "PRON"):
        return None
    senses = passage.lexicon.find(word_class, tree.lemma[word])
    if tree.tag[word] == "VBN":
        if is_passive(passage, word):
            senses = ()  # done to the speaker, not by him
        senses += passage.lexicon.find("adjectives", tree.lower[word])
    for entry in senses:
        for name in entry.complements:
            for owner in (word,) if verb is None or verb == word else (word, verb):
                inner = _complement(passage, owner, name)
                if inner is not None and inner != word:
                    return _attitude(passage, entry, name, inner, word)
    return None


def _attitude(
    passage: Passage, entry: Entry, name: str, inner: int, word: int
) -> Evaluation | None:
    why = (f"own words: {passage.tree.word[word]}",)
    seen = passage.child(inner, "ccomp") if passage.tree.lemma[inner] == "see" else None
    if entry.frame == "intend" and seen is not None:  # "would like to see them win"
        found = demand(passage, seen)
        return Evaluation(found.value, found.target, found.actor, 4, (*why, *found.reasons))
    if entry.frame == "demand" or (
        entry.frame == "intend" and name in ("clause", "object-infinitive")
    ):
        found = demand(passage, inner, to=name != "clause")
        return Evaluation(found.value, found.target, found.actor, 4, (*why, *found.reasons))
    value = {"intend": 1, "refuse": -1, "warn": -1}.get(entry.frame) or _VALUES[entry.stance]
    if entry.frame == "state" and entry.word_class == "adjectives":
        value, why = 1, (_BELIEF,)
    elif not value or entry.frame in ("state", "appraise", "report", "ask"):
        return None
    if entry.frame == "intend" and is_phatic(passage, inner):
        return None
    target = thing(passage, inner)
    actor = target
    if entry.frame in ("intend", "refuse") and not (name == "for" and passage.is_nominal(inner)):
        owner = passage.child(word, "poss")
        actor = () if owner is None else (owner,)
    return Evaluation(value, target, actor, 4, why)


def _complement(passage: Passage, owner: int, name: str) -> int | None:
    tree = passage.tree
    if name == "object":
        return passage.child(owner, "dobj")
    if name == "predicate":
        inner = passage.child(owner, "ccomp")
        verbless = inner is not None and tree.pos[inner] not in ("VERB", "AUX")
        return inner if verbless else None
    if name in ("clause", "question"):
        inner = passage.child(owner, "ccomp", "acl")
        return inner if inner is not None and passage.subject(inner) is not None else None
    if name in ("infinitive", "gerund", "object-infinitive"):
        inner = passage.child(owner, "xcomp", "acl", "ccomp")
        if inner is None or (tree.tag[inner] == "VBG") != (name == "gerund"):
            return None
        if name != "gerund" and passage.to(inner) is None and tree.dep[inner] != "ccomp":
            return None
        own_subject = passage.child(inner, "nsubj") is not None
        return inner if own_subject == (name == "object-infinitive") else None
    for child in passage.children(owner):
        if (
            tree.lower[child] == name
            and tree.dep[child] in ("prep", "prt", "agent")
            and child > owner
        ):
            return passage.child(child, "pobj", "pcomp")
    return None
