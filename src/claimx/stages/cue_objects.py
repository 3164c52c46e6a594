"""Which noun is a cue's object, and which words belong to it?"""

from __future__ import annotations

from claimx.stages.clauses import after
from claimx.stages.sources import is_passive
from claimx.tree import Tree

# Phrases with these belong to the noun before them oftener than to its verb.
_OF_OBJECTS = frozenset(
    ("about", "against", "amid", "among", "between", "by", "despite", "for", "from", "of", "over",
     "regarding", "to", "toward", "towards", "with")
)  # fmt: skip


def object_head(tree: Tree, head: int) -> int | None:
    """Return the head of a cue's object; of a passive it is the subject."""
    if is_passive(tree, head):
        subject = tree.child(head, "nsubjpass")
        if subject is not None:
            return subject
        if tree.dep[head] in ("acl", "amod"):
            return tree.head[head]
        if tree.dep[head] == "conj":
            return object_head(tree, tree.head[head])
        return None
    behind = after(tree, head, "dobj")
    return behind[0] if behind else _relative_object(tree, head)


def _relative_object(tree: Tree, head: int) -> int | None:
    """Return the object of a relative clause: its pronoun, or the noun where it has none.

    "which the council calls a bargain", "what she called a trick", "a charge the firm denies"
    """
    if tree.dep[head] not in ("relcl", "ccomp", "pcomp", "csubj"):
        return None
    pronoun = tree.child(head, "dobj")
    if pronoun is not None:
        return pronoun if tree.tag[pronoun] in ("WDT", "WP") else None
    noun, subject = tree.head[head], tree.child(head, "nsubj")
    bare = subject is not None and noun < tree.left[head] == tree.left[subject]
    return noun if tree.dep[head] == "relcl" and bare else None


def object_tokens(tree: Tree, head: int, noun: int) -> list[int]:
    """Return the tokens of a cue's object, without the clause in which the cue stands."""
    if tree.dep[head] in ("acl", "amod", "relcl") and tree.head[head] == noun:
        own = {token for child in tree.children[head] for token in tree.subtree(child)}
        return [token for token in range(tree.left[noun], head) if token not in own]
    return [token for token in tree.subtree(noun) if token != head]


def is_aside(tree: Tree, noun: int) -> bool:
    """Tell whether a phrase stands behind a comma ("…, a charge the firm denies")."""
    first = tree.left[noun]
    return first > 0 and tree.word[first - 1] == ","


def further_phrases(tree: Tree, head: int, noun: int) -> list[int]:
    """Return the prepositional phrases right behind an object, which the parse hung on the verb."""
    last = tree.right[noun]
    for child in tree.children[head]:
        if child > noun and tree.left[child] == last + 1 and _continues_object(tree, child):
            last = tree.right[child]
    return list(range(tree.right[noun] + 1, last + 1))


def _continues_object(tree: Tree, preposition: int) -> bool:
    linked = tree.dep[preposition] in ("prep", "dative")
    return linked and tree.lower[preposition] in _OF_OBJECTS
