"""Whom can a pronoun not mean within its own clause: "Lee thanked him"?"""

from __future__ import annotations

from claimx.stages.naming.pronouns import SUBJECT
from claimx.tree import Tree

_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
_LINKS = frozenset({"on", "at", "to", "for", "against", "of", "by"})
_ASKING = frozenset({"ask", "press", "question", "pressure"})
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
    asking = tree.head[head]
    if tree.dep[token] in SUBJECT and tree.dep[head] == "ccomp" and tree.lemma[asking] in _ASKING:
        return tree.child(asking, "dobj", "dative")
    return None


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
