"""Who is "I" outside quotations? Whoever the last lines tell of: "Ann Lee teaches history"."""

from __future__ import annotations

from collections.abc import Sequence

from claimx.stages.naming.entity import Entity
from claimx.stages.naming.pronouns import SUBJECT, Trace
from claimx.tree import Tree

_LAST_SENTENCES = 3
# "Ann Lee contributed to this story": she is not who says "I" in it.
_HELPING = frozenset({"contribute", "report", "edit"})


def writer(tree: Tree, traces: Sequence[Trace]) -> Entity | None:
    """Return the person whom the last sentences, and they alone, name as their subject.

    Args:
        tree: The parsed text.
        traces: What the text mentions, in its order.
    """
    if not tree.sentences:
        return None
    last = len(tree.sentences) - 1
    found: Entity | None = None
    before: set[Entity] = set()
    for trace in traces:
        sentence, entity = tree.sentence[trace.token], trace.entity
        if last - sentence >= _LAST_SENTENCES:
            before.add(entity)
        elif entity.kind == "person" and entity not in before and _is_told_of(tree, trace.token):
            found = found or entity
    return found


def _is_told_of(tree: Tree, token: int) -> bool:
    """Tell whether a name opens its sentence as the subject."""
    verb = tree.head[token]
    helps = tree.lemma[verb] in _HELPING
    return tree.dep[token] in SUBJECT and tree.dep[verb] == "ROOT" and not helps
