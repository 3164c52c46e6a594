"""What does a clause say of its subject? Verbs with their complements, negation and stopping."""

from __future__ import annotations

from claimx.lexicon.polarity import polarity
from claimx.lexicon.words import word_list
from claimx.stages.passages import Passage
from claimx.stages.phrase_polarity import NEGATORS, NOTHING, Value, is_negated, phrase_polarity

_LINKING = word_list("light_verbs.toml", "linking")
_AIDING = frozenset(("help", "enable", "encourage", "allow"))
_DOING = frozenset(("by", "in", "on", "at", "to"))  # the act is the doer's own
_NOTHING = frozenset(("nothing", "little", "none", "nowhere"))
_COMPLEMENTS = ("attr", "acomp", "oprd", "dobj", "dative", "advmod", "prep")
_POSITIVE_PHRASES = ("attr", "acomp", "oprd", "advmod")


def verb_polarity(passage: Passage, verb: int) -> Value:
    """Judge what a verb phrase says of its subject.

    Args:
        passage: The words read.
        verb: The verb.

    Returns:
        1, -1 or 0, and the words that carried it; a charge begins with "charge".
    """
    if passage.tree.pos[verb] not in ("VERB", "AUX"):
        return NOTHING
    value, why = _own_value(passage, verb)
    if not value:
        value, why = _by_complements(passage, verb)
    if value and is_denied(passage, verb):
        return -value, f"not: {why}"
    return value, why


def is_denied(passage: Passage, verb: int) -> bool:
    """Tell whether a clause is negated at its verb or its subject; "never … more" is not."""
    tree = passage.tree
    if is_negated(passage, verb):
        degrees = {tree.lower[token] for token in passage.below(verb)} & {"more", "better"}
        return not ("never" in {tree.lower[child] for child in passage.children(verb)} and degrees)
    subject = passage.subject(verb)
    for child in passage.children(verb):
        if child > verb and tree.lower[child] in _NOTHING and not passage.children(child):
            return True
    return subject is not None and (tree.lower[subject] in NEGATORS or is_negated(passage, subject))


def is_passive(passage: Passage, verb: int) -> bool:
    """Tell whether a verb stands in the passive."""
    return passage.child(verb, "nsubjpass", "auxpass") is not None


def stopped(passage: Passage, verb: int) -> int | None:
    """Return what a verb, with its particle, means to stop, avoid or undo; None of other verbs."""
    tree, words = passage.tree, polarity()
    lemma = tree.lemma[verb]
    for child in passage.children(verb) if lemma in words.particled else ():
        particle = tree.dep[child] in ("prt", "acomp", "advmod", "prep", "dobj") and child > verb
        if particle and f"{lemma} {tree.lower[child]}" in words.stops:
            inner = passage.complement(child)
            return inner if inner is not None else passage.object(verb)
    return passage.child(verb, "dobj", "xcomp", "ccomp") if lemma in words.stops else None


def _own_value(passage: Passage, verb: int) -> Value:
    tree, words = passage.tree, polarity()
    lemma = tree.lemma[verb]
    if is_passive(passage, verb):
        return words.adjectives.get(tree.lower[verb], 0), tree.word[verb]
    for child in passage.children(verb) if lemma in words.particled else ():
        phrasal = words.verbs.get(f"{lemma} {tree.lower[child]}", 0) if child > verb else 0
        if phrasal:
            return phrasal, f"{tree.word[verb]} {tree.word[child]}"
    if lemma in words.verbs:
        act = passage.child(verb, "xcomp", "ccomp") if lemma in _AIDING else None
        found = NOTHING if act is None else verb_polarity(passage, act)
        return found if found[0] else (words.verbs[lemma], tree.word[verb])
    subject = passage.subject(verb)
    if lemma in words.charges and not passage.is_speaker(subject):
        return -1, f"charge: {tree.word[verb]}"
    ended = stopped(passage, verb)
    if ended is None:
        due = lemma in words.dues and is_denied(passage, verb) and not passage.is_speaker(subject)
        plain = due and passage.child(verb, "prep", "npadvmod") is None
        return (1, tree.word[verb]) if plain else NOTHING
    value, why = phrase_polarity(passage, ended)
    if not value and tree.lemma[ended] in words.ills:
        value, why = -1, tree.word[ended]
    owner = passage.child(ended, "poss")
    if not value and owner is not None and tree.lower[owner] in ("our", "my"):
        return -1, f"{tree.word[verb]} {tree.word[owner]} {tree.word[ended]}"
    if not value and is_denied(passage, verb) and not passage.is_speaker(subject):
        return 1, f"{tree.word[verb]} something"
    return -value, f"{tree.word[verb]} {why}"


def _by_complements(passage: Passage, verb: int) -> Value:
    act = passage.child(verb, "xcomp")
    if act is not None:
        found = _act_polarity(passage, act)
        if found[0]:
            return found
    lemma = passage.tree.lemma[verb]
    causing = lemma in _LINKING or (lemma in polarity().causes and not is_passive(passage, verb))
    for child in passage.children(verb):
        made = passage.tree.dep[child] == "ccomp" and passage.tree.pos[child] in ("ADJ", "NOUN")
        if passage.tree.dep[child] in _COMPLEMENTS or (made and causing):
            found = _complement_polarity(passage, child, causing)
            if found[0]:
                return found
    return NOTHING


def _complement_polarity(passage: Passage, child: int, causing: bool) -> Value:
    """Judge a complement; what is good in it tells of the subject only where a verb links them."""
    tree, dep = passage.tree, passage.tree.dep[child]
    if dep == "prep":
        inner = passage.child(child, "pcomp") if causing or tree.lower[child] in _DOING else None
        found = NOTHING if inner is None else verb_polarity(passage, inner)
        return found if found[0] or not causing else phrase_polarity(passage, child)
    own = passage.is_first_person(passage.subject(tree.head[child]))
    due = tree.lemma[child] in polarity().dues and not own
    if dep == "dobj" and due and is_negated(passage, child):
        return -1, f"no {tree.word[child]}"
    value, why = phrase_polarity(passage, child)
    met = dep == "dobj" and tree.lemma[tree.head[child]] in polarity().meets
    tells = causing or dep in _POSITIVE_PHRASES or (value < 0 and not met)
    return (value, why) if tells else NOTHING


def _act_polarity(passage: Passage, act: int) -> Value:
    tree = passage.tree
    if tree.lemma[act] == "blame" and passage.to(act) is not None:
        return -1, "to blame"
    if tree.pos[act] in ("VERB", "AUX"):
        return verb_polarity(passage, act)
    return phrase_polarity(passage, act)
