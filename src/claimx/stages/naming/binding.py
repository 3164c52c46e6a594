"""Whom must a pronoun mean, and whom not, by its own clause: "Lee thanked him"?"""

from __future__ import annotations

from claimx.lexicon.words import word_list
from claimx.stages.naming.pronouns import SUBJECT
from claimx.tree import Tree

_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
_LINKS = frozenset({"on", "at", "to", "for", "against", "of", "by"})
_ASKING = frozenset({"ask", "press", "question", "pressure"})
_REPRESENTING = word_list("roles.toml", "representing")
_CLIMB = 4


def bound(tree: Tree, token: int) -> int | None:
    """Return whom the clause tells a pronoun to mean: "Lee praised himself", "asked Lee if he".

    Args:
        tree: The parsed text.
        token: The pronoun.
    """
    head = tree.head[token]
    if tree.lower[token] in _REFLEXIVE:
        return tree.child(head, *SUBJECT) if tree.dep[token] == "dobj" else None
    if tree.dep[token] not in SUBJECT or tree.dep[head] != "ccomp":
        return None
    cue = tree.head[head]
    if tree.lemma[cue] in _ASKING:
        return tree.child(cue, "dobj", "dative")
    # "Lee's lawyer said that he had left": it is Lee who left.
    speaker = tree.child(cue, *SUBJECT)
    if speaker is None or tree.lemma[speaker] not in _REPRESENTING:
        return None
    return tree.child(speaker, "poss")


def coargument(tree: Tree, token: int) -> int | None:
    """Return the subject of the verb whose object a pronoun is: that is somebody else.

    Args:
        tree: The parsed text.
        token: The pronoun.
    """
    head = tree.head[token]
    if tree.lower[token] in _REFLEXIVE:
        return None
    if tree.dep[token] == "pobj" and tree.lower[head] in _LINKS:
        head = tree.head[head]
    elif tree.dep[token] not in ("dobj", "dative"):
        return None
    for _ in range(_CLIMB):
        subject = tree.child(head, *SUBJECT)
        if subject is not None or tree.dep[head] not in ("advcl", "xcomp", "conj"):
            return subject
        # "Lee told Ortiz to thank him": it is Ortiz who thanks.
        controlled = tree.dep[head] == "xcomp"
        head = tree.head[head]
        controller = tree.child(head, "dobj") if controlled else None
        if controller is not None:
            return controller
    return None
