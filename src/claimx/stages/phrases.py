"""Which phrases around a clause attribute it? "According to X", "in her view", "reportedly"."""

from __future__ import annotations

from collections.abc import Iterable

from claimx.lexicon import Lexicon
from claimx.lexicon.entries import POSSESSOR, Entry, Phrasing
from claimx.stages.idioms import find_idioms
from claimx.stages.phrase import Phrase
from claimx.stages.sentences import body
from claimx.stages.sources import noun_phrase
from claimx.tree import Tree

_REACH = 10


def find_phrases(tree: Tree, lexicon: Lexicon, cue_heads: Iterable[int]) -> list[Phrase]:
    """Find the phrases that attribute the clause around them, then the idioms.

    Args:
        tree: The parsed text.
        lexicon: The words that attribute.
        cue_heads: The heads of the other cues; an adverb beside one belongs to that cue.
    """
    heads = set(cue_heads)
    by_first = lexicon.phrases_of(set(tree.lower), set(tree.lemma))
    found: list[Phrase] = []
    taken = -1
    for token, lower in enumerate(tree.lower):
        if lower not in by_first or token <= taken:
            continue
        near = tree.lower[token : token + _REACH]
        for phrasing in by_first[lower]:
            if phrasing.entry.complements[0] != "clause" or phrasing.words[-1] not in near:
                continue
            phrase = _match(tree, heads, token, phrasing)
            if phrase is not None:
                found.append(phrase)
                taken = phrase.words[-1]
                break
    return found + find_idioms(tree, by_first)


def _match(tree: Tree, cue_heads: set[int], token: int, phrasing: Phrasing) -> Phrase | None:
    words, entry = phrasing.words, phrasing.entry
    if POSSESSOR in words:
        return _possessive(tree, token, words, entry)
    last = token + len(words) - 1
    if tree.lower[token : last + 1] != words:
        return None
    if tree.tag[last] == "IN" or tree.lower[last] in ("to", "per"):
        return _prepositional(tree, token, last, entry)
    verb = tree.head[token]
    if verb in cue_heads and abs(verb - token) <= 2:
        return None
    if tree.pos[verb] not in ("VERB", "AUX"):
        verb = _clause_of(tree, token)
    span = range(token, last + 1)
    return Phrase([], list(span), _without(tree, verb, span), entry, last)


def _prepositional(tree: Tree, first: int, last: int, entry: Entry) -> Phrase | None:
    noun = tree.child(last, "pobj")
    if noun is None or tree.word[noun].isdigit() or noun < last:
        return None
    source = noun_phrase(tree, noun)
    if not source or (len(source) == 1 and tree.tag[source[0]] == "NN"):
        return None
    whole = range(first, tree.right[noun] + 1)
    content = _without(tree, _clause_of(tree, first), whole)
    return Phrase(source, list(range(first, last + 1)), content, entry, last)


def _possessive(tree: Tree, token: int, words: list[str], entry: Entry) -> Phrase | None:
    closing = words[words.index(POSSESSOR) + 1 :]
    for last in range(token + len(closing) + 1, min(token + _REACH, len(tree) + 1)):
        if tree.lower[last - len(closing) : last] == closing:
            source = list(range(token + 1, last - len(closing)))
            noun = last - 1
            verb = last - len(closing)
            spoken = tree.child(verb, "nsubj")
            put = spoken is not None and tree.right[spoken] == verb - 1
            if not source or not (put or tree.dep[source[-1]] in ("poss", "case")):
                return None
            span = range(token, noun + 1)
            content = _without(tree, _clause_of(tree, verb if put else token), span)
            cue = [token, *range(last - len(closing), last)]
            return Phrase(source, cue, content, entry, noun)
    return None


def _clause_of(tree: Tree, token: int) -> int:
    """Return the verb of the clause around a phrase, or the root where there is none."""
    root = token
    for ancestor in tree.ancestors(token):
        root = ancestor
        if tree.pos[ancestor] in ("VERB", "AUX") and tree.dep[ancestor] in (
            "ROOT", "ccomp", "relcl", "advcl", "parataxis",
        ):  # fmt: skip
            return ancestor
    return root


def _without(tree: Tree, verb: int, phrase: range) -> list[int]:
    first, last = tree.left[verb], tree.right[verb]
    start, end = tree.sentences[tree.sentence[phrase.start]]
    if tree.dep[verb] in ("ROOT", "ccomp", "parataxis") or last - first < 3:
        first, last = body(tree, start, end), end - 1
    return [t for t in range(first, last + 1) if t not in phrase]
