"""What does a clause say of its subject? Verbs with their complements, negation and stopping."""

from __future__ import annotations

from claimx.lexicon.polarity import polarity
from claimx.lexicon.words import word_list
from claimx.stages.passages import Passage
from claimx.stages.phrase_polarity import NEGATORS, NOTHING, Value, is_negated, phrase_polarity

_LINKING = word_list("light_verbs.toml", "linking")
_AIDING = frozenset(("help", "enable", "encourage", "allow"))
_LETTING = frozenset(("enable", "encourage", "allow"))
_BRINGING = word_list("light_verbs.toml", "bringing")
VIEWS = word_list("abstract_nouns.toml", "views")
_CHANGING = word_list("light_verbs.toml", "changing")
_POSSIBLE = frozenset(("could", "may", "might", "will", "would"))
_DOING = frozenset(("by", "in", "on", "at", "to"))  # the act is the doer's own
_TOPICS = frozenset(("by", "from", "of", "on", "over"))
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


def is_due(passage: Passage, verb: int) -> bool:
    """Tell whether a clause says no more than that what is due is done ("it is going to work")."""
    tree = passage.tree
    act = passage.child(verb, "xcomp") if tree.lower[verb] == "going" else verb
    return act is not None and tree.lemma[act] in polarity().dues and tree.pos[act] == "VERB"


def _own_value(passage: Passage, verb: int) -> Value:
    tree, words = passage.tree, polarity()
    lemma = tree.lemma[verb]
    if is_passive(passage, verb):
        return _undergone(passage, verb), tree.word[verb]
    for child in passage.children(verb) if lemma in words.particled else ():
        phrasal = words.verbs.get(f"{lemma} {tree.lower[child]}", 0) if child > verb else 0
        if phrasal:
            return phrasal, f"{tree.word[verb]} {tree.word[child]}"
    if lemma in words.verbs and not _is_change(passage, verb):
        return _done(passage, verb)
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


def _undergone(passage: Passage, verb: int) -> int:
    """Judge by a participle that may be an adjective; a charge is none ("was committed")."""
    value = polarity().adjectives.get(passage.tree.lower[verb], 0)
    own = passage.may_be_speaker(passage.subject(verb))
    if passage.tree.lower[verb] in polarity().felt and not own:
        return 0
    return value if value < 0 or passage.tree.lemma[verb] not in polarity().charges else 0


def _is_change(passage: Passage, verb: int) -> bool:
    """Tell whether a verb only tells what becomes of its subject ("trust is eroding")."""
    changing = passage.tree.lemma[verb] in _CHANGING
    return changing and passage.child(verb, "dobj", "xcomp", "ccomp") is None


def _done(passage: Passage, verb: int) -> Value:
    """Judge a doer; who helps or lets others do something is as good as what they do."""
    tree, lemma = passage.tree, passage.tree.lemma[verb]
    brought = NOTHING
    if lemma in polarity().causes and passage.child(verb, "dobj") is not None:
        brought = _by_complements(passage, verb)
    if brought[0]:
        return brought
    act = passage.child(verb, "xcomp", "ccomp") if lemma in _AIDING else None
    found = NOTHING if act is None else verb_polarity(passage, act)
    if found[0] or (act is not None and lemma in _LETTING):
        return found
    return polarity().verbs[lemma], tree.word[verb]


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
        if tree.lower[child] == "with" and not causing:
            return _manner(passage, child)
        verb = tree.lemma[tree.head[child]]
        told = causing and (verb in _LINKING or tree.lower[child] not in _TOPICS)
        return phrase_polarity(passage, child) if told and not found[0] else found
    own = passage.is_first_person(passage.subject(tree.head[child]))
    due = tree.lemma[child] in polarity().dues and not own
    if dep == "dobj" and due and is_negated(passage, child):
        return -1, f"no {tree.word[child]}"
    if dep == "acomp" and due and is_denied(passage, tree.head[child]):
        return 1, tree.word[child]
    if dep == "acomp" and tree.lower[child] in polarity().felt and not own:
        return NOTHING
    if dep == "dobj" and tree.lemma[child] in VIEWS:
        return NOTHING
    if dep == "advmod" and tree.lemma[tree.head[child]] in polarity().meets:
        return NOTHING  # "know all too well"
    value, why = phrase_polarity(passage, child)
    if not value and dep == "dobj" and _threatens(passage, tree.head[child], child):
        return -1, f"{tree.word[tree.head[child]]} {tree.word[child]}"
    tells = causing or dep in _POSITIVE_PHRASES
    tells = tells or (value < 0 and not (dep == "dobj" and _meets(passage, tree.head[child])))
    return (value, why) if tells else NOTHING


def _threatens(passage: Passage, verb: int, noun: int) -> bool:
    """Tell whether something is said to be going to bring what is bad ("would cause poverty")."""
    tree, words = passage.tree, polarity()
    ahead = any(tree.lower[child] in _POSSIBLE for child in passage.children(verb))
    return ahead and tree.lemma[verb] in _BRINGING and tree.lemma[noun] in words.ills


def _meets(passage: Passage, verb: int) -> bool:
    """Tell whether a verb's doer meets, tells of or fights its object, and is not judged by it."""
    lemma, words = passage.tree.lemma[verb], polarity()
    return lemma in words.meets or lemma in words.attitudes


def _manner(passage: Passage, preposition: int) -> Value:
    """Judge with what quality something is done ("treats them with respect")."""
    tree, noun = passage.tree, passage.child(preposition, "pobj")
    if noun is None or tree.tag[noun] != "NN" or passage.child(noun, "det", "poss") is not None:
        return NOTHING
    return polarity().nouns.get(tree.lemma[noun], 0), f"with {tree.word[noun]}"


def _act_polarity(passage: Passage, act: int) -> Value:
    tree = passage.tree
    if tree.lemma[act] == "blame" and passage.to(act) is not None:
        return -1, "to blame"
    if tree.pos[act] in ("VERB", "AUX"):
        return verb_polarity(passage, act)
    return phrase_polarity(passage, act)
