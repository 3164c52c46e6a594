"""Who has won praise, drawn criticism or enjoyed support, and from whom?"""

from __future__ import annotations

from dataclasses import dataclass

from claimx.lexicon.words import word_list
from claimx.stages.sources import noun_phrase, subject
from claimx.tree import Tree

_GIVERS = frozenset(("from", "among", "amongst"))


@dataclass(frozen=True, slots=True)
class Received:
    """A judgement that its object has, as the subject of a verb of receiving.

    Args:
        source: The tokens that name who judges, behind "from" or "among".
        verb: The verb's token.
        content: The tokens of what is judged.
    """

    source: list[int]
    verb: int
    content: list[int]


def find_received(tree: Tree, noun: int) -> Received | None:
    """Find who is judged and by whom in "the bill drew criticism from the unions".

    Args:
        tree: The parsed text.
        noun: The token of a noun of judging.

    Returns:
        The two, or None where the noun is not the object of such a verb, or nobody is named.
    """
    verb = tree.head[noun]
    if tree.dep[noun] != "dobj" or verb > noun or tree.child(noun, "poss") is not None:
        return None
    if tree.lemma[verb] not in word_list("light_verbs.toml", "receiving_verbs"):
        return None
    judged = subject(tree, verb)
    if judged is None:
        return None
    content = [token for token in noun_phrase(tree, judged) if token < verb]
    for child in [*tree.children[noun], *tree.children[verb]]:
        if child > noun and tree.lower[child] in _GIVERS and tree.dep[child] == "prep":
            giver = tree.child(child, "pobj")
            if giver is not None and tree.pos[giver] != "NUM" and content:
                return Received(noun_phrase(tree, giver), verb, content)
    return None
