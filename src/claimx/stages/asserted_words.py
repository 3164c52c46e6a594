"""Which words make up what the article asserts in a sentence?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from claimx.claims import Spans
from claimx.stages.attributed_parts import Attributed
from claimx.stages.main_clauses import AUXILIARIES, is_finite, subject
from claimx.tree import Tree

_CONJUNCTIONS = frozenset(("and", "but", "or", "yet", "&"))
_CLOSED_BY = {"“": "”", "‘": "’", "«": "»", "(": ")", "[": "]", "``": "''"}
_OPENED_BY = {closing: opening for opening, closing in _CLOSED_BY.items()}
_NON_FINITE = frozenset(("VB", "VBG", "VBN"))
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
        if partner in asserted:
            return set()
    own = subject(tree, partner)
    if partner == head or own is None:
        return set()
    shared = set(tree.subtree(own)) - attributed.parts
    if not _auxiliaries(tree, head) and (tree.tag[head] in _NON_FINITE or _may_be_past(tree, head)):
        shared.update(_auxiliaries(tree, partner))
    return shared


def _may_be_past(tree: Tree, verb: int) -> bool:
    """Tell whether the tagger may have taken a past participle for the past tense."""
    return tree.tag[verb] == "VBD" and tree.lower[verb].endswith("ed")


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
        if tree.tag[token] == "_SP":
            continue
        if runs and (token == runs[-1][-1] + 1 or tree.word[token - 1].isspace()):
            runs[-1].append(token)
        else:
            runs.append([token])
    kept = [words for run in runs if (words := _trimmed(tree, run))]
    if sum(tree.word[token][0].isalnum() for words in kept for token in words) < fewest:
        return ()
    return tuple(tree.span(words[0], words[-1]) for words in kept)


def _trimmed(tree: Tree, run: list[int]) -> list[int]:
    marks: defaultdict[str, int] = defaultdict(int)
    for token in run:
        if tree.pos[token] == "PUNCT":
            marks[tree.word[token]] += 1
    first, end = 0, len(run)
    while first < end and _is_loose(tree, run[first], marks, _CLOSED_BY):
        marks[tree.word[run[first]]] -= 1
        first += 1
    while end > first and _is_loose(tree, run[end - 1], marks, _OPENED_BY):
        marks[tree.word[run[end - 1]]] -= 1
        end -= 1
    return run[first:end]


def _is_loose(
    tree: Tree, token: int, marks: defaultdict[str, int], mates: Mapping[str, str]
) -> bool:
    """Tell whether a mark or conjunction at the edge of a run has nothing there to hold."""
    word = tree.word[token]
    if tree.pos[token] != "PUNCT":
        return tree.pos[token] == "CCONJ" and tree.lower[token] in _CONJUNCTIONS
    if word in _STRAIGHT:
        return marks[word] % 2 == 1
    return word not in mates or not marks[mates[word]]
