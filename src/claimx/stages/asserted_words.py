"""Which words make up what the article asserts in a sentence?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimx.claims import Spans
from claimx.stages.attributed_parts import Attributed
from claimx.stages.main_clauses import AUXILIARIES, is_finite, subject
from claimx.tree import Tree

_CONJUNCTIONS = frozenset(("and", "but", "or", "yet", "&"))
_CLOSED_BY = {"“": "”", "‘": "’", "«": "»", "(": ")", "[": "]", "``": "''"}
_OPENED_BY = {closing: opening for opening, closing in _CLOSED_BY.items()}
_STRAIGHT = frozenset("\"'")


def own_tokens(
    tree: Tree,
    first: int,
    end: int,
    main: Mapping[int, int],
    asserted: set[int],
    attributed: Attributed,
) -> set[int]:
    """Return the tokens of a sentence's asserted clauses, without the other clauses and parts.

    Args:
        tree: The parsed text.
        first: The sentence's first token.
        end: The token behind its last.
        main: The heads of its main clauses.
        asserted: Those that the article asserts.
        attributed: The attributions of the text.
    """
    if len(asserted) == len(main):
        return set(range(first, end)) - attributed.parts
    kept = set()
    rest = [(token, True) for token in main if main[token] not in main or main[token] == token]
    while rest:
        token, keeping = rest.pop()
        if token in main:
            keeping = token in asserted or not (attributed.claims(token) or is_finite(tree, token))
        if keeping:
            kept.add(token)
        rest += [(child, keeping) for child in tree.children[token]]
    return kept - attributed.parts - attributed.main


def shared_tokens(
    tree: Tree, head: int, main: Mapping[int, int], asserted: set[int], attributed: Attributed
) -> set[int]:
    """Return the subject and auxiliaries that an asserted clause shares with one that is not.

    Args:
        tree: The parsed text.
        head: The head of the asserted clause.
        main: The heads of all main clauses, with the ones that they are coordinated with.
        asserted: Those that the article asserts.
        attributed: The attributions of the text.
    """
    partner = head
    while subject(tree, partner) is None and main.get(partner, partner) != partner:
        partner = main[partner]
    own = subject(tree, partner)
    if partner in asserted or own is None:
        return set()
    shared = set(tree.subtree(own)) - attributed.parts
    if not _auxiliaries(tree, head) and tree.tag[head] in ("VBN", "VBG", "VB"):
        shared.update(_auxiliaries(tree, partner))
    return shared


def _auxiliaries(tree: Tree, verb: int) -> list[int]:
    return [child for child in tree.children[verb] if tree.dep[child] in AUXILIARIES]


def cut(tree: Tree, tokens: Sequence[int], fewest: int) -> Spans:
    """Return the spans of some tokens, without marks and conjunctions that join nothing.

    Args:
        tree: The parsed text.
        tokens: The tokens, in order.
        fewest: With fewer words than these nothing is returned.
    """
    runs: list[list[int]] = []
    for token in tokens:
        if tree.is_space(token):
            continue
        if runs and all(map(tree.is_space, range(runs[-1][-1] + 1, token))):
            runs[-1].append(token)
        else:
            runs.append([token])
    kept = [token for run in runs for token in _trimmed(tree, run)]
    if sum(tree.word[token][0].isalnum() for token in kept) < fewest:
        return ()
    return tree.spans(kept)


def _trimmed(tree: Tree, run: list[int]) -> list[int]:
    while run and _is_loose(tree, run, run[0], _CLOSED_BY):
        run.pop(0)
    while run and _is_loose(tree, run, run[-1], _OPENED_BY):
        run.pop()
    return run


def _is_loose(tree: Tree, run: list[int], token: int, mates: Mapping[str, str]) -> bool:
    """Tell whether a mark or conjunction at the edge of a run has nothing there to hold."""
    word = tree.word[token]
    if tree.pos[token] != "PUNCT":
        return tree.pos[token] == "CCONJ" and tree.lower[token] in _CONJUNCTIONS
    if word in _STRAIGHT:
        return sum(tree.word[other] == word for other in run) % 2 == 1
    return not any(tree.word[other] == mates.get(word) for other in run)
