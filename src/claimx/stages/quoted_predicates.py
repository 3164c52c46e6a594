"""What is a thing called in quotation marks ("called the offer 'a trick'")?"""

from __future__ import annotations

from claimx.parse import FINITE
from claimx.stages.clauses import after
from claimx.stages.complements import Complement
from claimx.stages.quoted import Quoted
from claimx.tree import Tree

_STOPS = frozenset((".", "!", "?", ";", ":"))
_FAR = 14
_NOUNS = frozenset(("NOUN", "PROPN", "PRON"))


def find_quoted_predicate(tree: Tree, quoted: Quoted, head: int) -> Complement | None:
    """Find an object with what it is called in quotation marks ("called the offer 'a trick'").

    Args:
        tree: The parsed text.
        quoted: The outermost quotations.
        head: The token of the verb of calling.
    """
    # The parse may join the two to one phrase, which a noun before the marks parts again.
    noun = tree.child(head, "dobj")
    joined = noun is None and any(
        tree.left[child] == head + 1 < child for child in after(tree, head, "oprd", "xcomp")
    )
    if head + 1 in quoted.at or not (joined or (noun is not None and noun > head)):
        return None
    for token in range(head + 1, min(tree.right[head] + 2, head + 2 * _FAR, len(tree))):
        number = quoted.at.get(token)
        if number is not None:
            if joined and tree.pos[token - 1] not in _NOUNS:
                return None
            first, last = quoted.bounds[number]
            return Complement(list(range(head + 1, last + 1))) if first > head else None
        if tree.tag[token] in FINITE or tree.word[token] in _STOPS:
            return None
    return None
