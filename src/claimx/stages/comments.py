"""Which clause is a comment on the one around it? "As the mayor noted, the bridge is safe"."""

from __future__ import annotations

from claimx.stages.clauses import after
from claimx.tree import Tree

_PREDICATES = frozenset(("VERB", "AUX"))


def find_commented(tree: Tree, head: int) -> list[int] | None:
    """Find the clause that a comment with "as" is made on.

    Args:
        tree: The parsed text.
        head: The cue's token, the verb of the comment.

    Returns:
        The tokens of the clause around the comment, or None where the cue makes no such comment.
    """
    verb, mark = tree.head[head], tree.left[head]
    if tree.dep[head] != "advcl" or tree.lower[mark] != "as" or tree.pos[verb] not in _PREDICATES:
        return None
    if after(tree, head, "dobj", "ccomp", "xcomp", "acomp", "oprd"):
        return None
    last = tree.right[head]
    paused = tree.word[mark - 1 : mark] == [","] or tree.word[last + 1 : last + 2] == [","]
    if not paused:
        return None
    around = [token for token in tree.subtree(verb) if not mark <= token <= last]
    while around and (tree.pos[around[0]] == "PUNCT" or tree.dep[around[0]] == "cc"):
        around.pop(0)
    return around or None
