"""Which are the main clauses of a sentence, and can they assert anything?"""

from __future__ import annotations

from collections.abc import Container

from claimx.parse import FINITE
from claimx.tree import Tree

SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "csubjpass", "expl"))
AUXILIARIES = frozenset(("aux", "auxpass", "neg"))
_JOINED = frozenset(("conj", "ccomp", "parataxis", "appos", "acl", "dep"))
_PARTING = frozenset((";", ":", "–", "—", "--"))


def main_clauses(tree: Tree, first: int, end: int, content: Container[int]) -> dict[int, int]:
    """Find the heads of a sentence's main clauses: its roots and what is coordinated with them.

    Args:
        tree: The parsed text.
        first: The sentence's first token.
        end: The token behind its last.
        content: The tokens inside the contents of attributions. A clause with a subject of its own
            that the parser coordinated with one of them, and that is not part of the content
            itself, is a main clause.

    Returns:
        For each head the one that it is coordinated with; a root for itself.
    """
    found: dict[int, int] = {}
    open_heads: list[tuple[int, int]] = []
    for token in range(first, end):
        head = tree.head[token]
        if head == token:
            open_heads.append((token, token))
        elif (
            tree.dep[token] == "conj"
            and head in content
            and token not in content
            and _is_clause(tree, token, "conj")
        ):
            open_heads.append((token, head))
    while open_heads:
        token, partner = open_heads.pop()
        found[token] = partner
        for child in tree.children[token]:
            if tree.dep[child] in _JOINED and _is_coordinated(tree, child, token):
                open_heads.append((child, token))
    return found


def _is_clause(tree: Tree, token: int, *deps: str) -> bool:
    return tree.dep[token] in deps and is_verb(tree, token) and subject(tree, token) is not None


def _is_coordinated(tree: Tree, child: int, head: int) -> bool:
    if not is_verb(tree, child):
        return False
    if tree.dep[child] == "conj":
        return is_verb(tree, head) or subject(tree, child) is not None
    if not _is_clause(tree, child, "ccomp", "parataxis", "appos", "acl", "dep"):
        return False
    low, high = sorted((child, head))
    return any(tree.word[mark] in _PARTING for mark in tree.children[head] if low < mark < high)


def subject(tree: Tree, verb: int) -> int | None:
    """Return the head of a verb's own subject."""
    return next((child for child in tree.children[verb] if tree.dep[child] in SUBJECTS), None)


def is_verb(tree: Tree, token: int) -> bool:
    """Tell whether a token is tagged as a verb or an auxiliary."""
    return tree.tag[token].startswith(("V", "MD"))


def is_finite(tree: Tree, verb: int) -> bool:
    """Tell whether a verb, alone or by its auxiliaries or its subject, can head an assertion.

    A base form without a subject is an imperative; a participle without an auxiliary may be a past
    tense that the tagger took for one if it has a subject.
    """
    if not is_verb(tree, verb):
        return False
    if tree.tag[verb] in FINITE:
        return True
    if any(tree.dep[c] in AUXILIARIES and tree.tag[c] in FINITE for c in tree.children[verb]):
        return True
    return tree.tag[verb] != "VBG" and subject(tree, verb) is not None
