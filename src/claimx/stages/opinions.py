"""Which clause does the speaker hold true or untrue? "I think that …", "there is no doubt …"."""

from __future__ import annotations

from claimx.lexicon.polarity import polarity
from claimx.lexicon.words import word_list
from claimx.stages.passages import Passage
from claimx.stages.phatic import is_phatic
from claimx.stages.phrase_polarity import is_negated
from claimx.stages.targets import existent

HOLDING = word_list("talk.toml", "holding")
_SAYING = frozenset(("say", "tell", "argue", "maintain", "insist", "claim"))  # not so: left open
_WHETHER = frozenset(("whether", "if"))
_SHOWING = frozenset(("show", "mean", "make", "demonstrate", "prove", "reveal", "suggest"))
_PLAIN = frozenset(("clear", "obvious", "plain", "evident", "true", "certain", "apparent"))


def opinion(passage: Passage, head: int) -> tuple[int, int] | None:
    """Find the clause that a clause holds true or untrue.

    Args:
        passage: The words read.
        head: The clause's verb.

    Returns:
        The head of what is held, with 1 where it is held true, -1 untrue, 0 where it is left open;
        None where the clause is no opinion.
    """
    tree = passage.tree
    existing = existent(passage, head)
    if existing is not None:
        return _existing(passage, head, existing)
    plain = passage.child(head, "acomp", "ccomp", "oprd")
    if plain is not None and _is_holding(passage, head, plain):
        inner = passage.child(plain, "ccomp")
        inner = passage.child(head, "ccomp") if inner is None else inner
        if inner is None or inner == plain:
            return None
        if not is_negated(passage, head) and not is_negated(passage, plain):
            return inner, 1
        return inner, 0 if is_indirect_question(passage, inner) else -1
    told = None if plain is None else passage.child(plain, "xcomp")
    told = passage.child(head, "xcomp") if told is None else told
    if told is not None and is_phatic(passage, told):  # "it is important to remember that …"
        inner = passage.child(told, "ccomp")
        return None if inner is None else (inner, 1)
    inner = passage.child(head, "ccomp")
    if inner is None or inner < head:
        return None
    if tree.lemma[head] == "let" and is_phatic(passage, inner):
        said = passage.child(inner, "ccomp", "acomp", "oprd")
        if said is not None and tree.pos[said] == "ADJ":
            said = passage.child(said, "ccomp", "advcl")
        return None if said is None else (said, 1)
    if tree.lemma[head] == "make" and tree.pos[inner] not in ("VERB", "AUX"):
        return None  # what makes something impossible is judged, not what is made so
    return _thought(passage, head, inner)


def _thought(passage: Passage, head: int, inner: int) -> tuple[int, int] | None:
    lemma = passage.tree.lemma[head]
    held, shown = polarity().opinions.get(lemma, 0), lemma in _SHOWING
    if not shown and not held and lemma not in HOLDING:
        return None
    subject = passage.subject(head)
    if not shown and subject is not None and not passage.may_be_speaker(subject):
        return None
    negated = is_negated(passage, head)
    if negated and lemma in _SAYING:
        return None
    return inner, -1 if negated != (held < 0) else 1


def _is_holding(passage: Passage, head: int, adjective: int) -> bool:
    """Tell whether something is called plain, or the speaker calls himself sure of it."""
    lower = passage.tree.lower[adjective]
    own = passage.subject(head) is not None and passage.may_be_speaker(passage.subject(head))
    return lower in _PLAIN or (own and polarity().opinions.get(lower, 0) > 0)


def is_indirect_question(passage: Passage, clause: int) -> bool:
    """Tell whether a clause opens as an indirect question, wherever it stands."""
    opening = passage.tree.left[clause]
    return passage.tree.tag[opening].startswith("W") or passage.tree.lower[opening] in _WHETHER


def _existing(passage: Passage, head: int, noun: int) -> tuple[int, int] | None:
    """Read "there is no doubt that …"."""
    held = polarity().opinions.get(passage.tree.lemma[noun], 0)
    inner = passage.child(noun, "acl", "ccomp", "relcl") if held else None
    if inner is None:
        return None
    denied = is_negated(passage, noun) or is_negated(passage, head)
    return inner, -1 if denied != (held < 0) else 1
