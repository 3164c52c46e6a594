"""Which idioms attribute what stands behind them? "Took issue with", "is up in arms over"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimx.lexicon.entries import Phrasing
from claimx.stages.complements import find_complement
from claimx.stages.cue_words import COPULAS, first_of_verb
from claimx.stages.cues import VERBS
from claimx.stages.phrase import Phrase
from claimx.stages.sources import is_passive, noun_phrase, source_of_verb
from claimx.tree import Tree

_BETWEEN = frozenset(("DT", "PRP$", "JJ", "JJR", "RB", "POS"))
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM"))


def find_idioms(tree: Tree, by_first: Mapping[str, Sequence[Phrasing]]) -> list[Phrase]:
    """Find the idioms whose content stands behind them, in text order.

    Args:
        tree: The parsed text.
        by_first: The phrases that the text may hold, by their first word.
    """
    found: list[Phrase] = []
    end = -1
    for token, tag in enumerate(tree.tag):
        first = tree.lemma[token] if tag in VERBS else tree.lower[token]
        if first not in by_first or token <= end:
            continue
        for phrasing in by_first[first]:
            clausal = phrasing.entry.complements[0] == "clause"
            phrase = None if clausal else _match(tree, token, phrasing)
            if phrase is not None:
                found.append(phrase)
                end = phrase.words[-1]
                break
    return found


def _match(tree: Tree, token: int, phrasing: Phrasing) -> Phrase | None:
    words, entry = phrasing.words, phrasing.entry
    last = _last_word(tree, token, words[1:])
    if last is None:
        return None
    verb = token if tree.tag[token].startswith("V") else _copula(tree, token)
    if verb is not None:
        source, first = source_of_verb(tree, verb), first_of_verb(tree, verb)
    else:
        noun = tree.head[token]
        if tree.pos[noun] not in _NOMINAL or noun != token - 1 or not words[1:]:
            return None
        source, first = [t for t in noun_phrase(tree, noun) if t < token], token
    if (verb is not None and is_passive(tree, verb)) or _is_nobody(tree, source):
        return None
    for name in entry.complements:
        content, link = _behind(tree, token, last, name)
        if content:
            cue = list(range(first, (last if link is None else link) + 1))
            content = [t for t in content if t > cue[-1]]
            return Phrase(source, cue, content, entry, token, name)
    return None


def _is_nobody(tree: Tree, source: list[int]) -> bool:
    """Tell whether a source is denied: "not everyone is against it" is nobody's word."""
    return bool(source) and tree.lower[source[0]] == "not"


def _last_word(tree: Tree, token: int, words: list[str]) -> int | None:
    """Return the last token of an idiom; articles, owners and adjectives may stand inside it."""
    for word in words:
        token += 1
        while token < len(tree) and tree.lower[token] != word:
            if tree.tag[token] not in _BETWEEN:
                return None
            token += 1
    return token if token < len(tree) else None


def _copula(tree: Tree, token: int) -> int | None:
    """Return the form of "be" that an idiom without a verb stands behind."""
    for before in range(token - 1, max(token - 4, -1), -1):
        if tree.lemma[before] in COPULAS and tree.pos[before] in ("AUX", "VERB"):
            return before
        if tree.pos[before] not in ("ADV", "PART"):
            return None
    return None


def _behind(tree: Tree, head: int, last: int, name: str) -> tuple[list[int], int | None]:
    """Return the content behind an idiom, and its preposition."""
    after = last + 1
    if after >= len(tree):
        return [], None
    if name.startswith("object ") or name == "question":
        complement = find_complement(tree, head, name)
        return ([], None) if complement is None else (complement.tokens, None)
    top = _top(tree, after)
    if name == "object":
        return (list(tree.subtree(top)) if tree.pos[top] in _NOMINAL else []), None
    if name in ("infinitive", "gerund"):
        opens = tree.tag[after] == "TO" if name == "infinitive" else tree.tag[top] == "VBG"
        return (list(tree.subtree(top)) if opens else []), None
    if tree.lower[after] != name:
        return [], None
    if name == "that":
        return list(tree.subtree(top)) if tree.pos[top] in ("VERB", "AUX") else [], None
    return list(range(after + 1, tree.right[after] + 1)), after


def _top(tree: Tree, token: int) -> int:
    """Return the head of the largest phrase that begins with a token."""
    while tree.head[token] != token and tree.left[tree.head[token]] == tree.left[token]:
        token = tree.head[token]
    return token
