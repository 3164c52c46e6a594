"""How does a phrase read that names nobody, and what kind of speaker is it?"""

from __future__ import annotations

from collections.abc import Sequence

from claimx.claims import Spans
from claimx.parse import LONG_DASHES
from claimx.stages.naming.entity import Entity
from claimx.stages.naming.vocabulary import Vocabulary
from claimx.tree import Tree

_ARTICLES = frozenset({"the", "a", "an"})
_POSSESSIVES = frozenset({"my", "our", "your", "his", "her", "its", "their", "whose"})
_DEMONSTRATIVES = frozenset({"this", "that", "these", "those"})
_NOBODY = frozenset({"no", "any", "every", "what", "which", "whatever"})
_INCIDENTAL = frozenset({"relcl", "acl", "appos", "advcl"})
_MARKS = frozenset({"'s", "’s", "'", "’"})
BREAKS = LONG_DASHES | {","}
_ASIDE = frozenset({"IN", "JJ", "VBG", "VBN"})
_PLURAL = frozenset({"NNS", "NNPS", "CD"})


def phrase_head(tree: Tree, spans: Spans) -> int | None:
    """Return the token that governs a phrase; where the parser errs, its noun.

    Args:
        tree: The parsed text.
        spans: Character offsets of the phrase, end exclusive.
    """
    head = tree.head_of(spans)
    if head is None:
        return None
    if tree.tag[head] == "IN":  # hung on the verb, not on the noun that it belongs to
        beside = [t for t in tree.children[tree.head[head]] if tree.left[head] > t]
        tokens = tree.tokens(spans)
        head = next((t for t in beside if t in tokens and tree.tag[t][0] == "N"), head)
    following = tree.word[min(head + 1, len(tree) - 1)]
    if following != "-" and following not in _MARKS and tree.tag[head] != "PRP$":
        return head
    tokens = tree.tokens(spans)
    if head + 2 in tokens and following in _MARKS:
        nouns = [token for token in tokens if tree.dep[token] == "appos" and token > head]
        return nouns[0] if nouns else head
    if head + 2 in tokens and following == "-":
        return head + 2
    nouns = [token for token in tokens if token > head and tree.tag[token][0] == "N"]
    return nouns[-1] if nouns and tree.tag[head] == "PRP$" else head


def source_head(tree: Tree, spans: Spans) -> int | None:
    """Return the token that governs a source, whose preposition tells nothing: "among voters".

    Args:
        tree: The parsed text.
        spans: Character offsets of the source, end exclusive.
    """
    tokens = tree.tokens(spans)
    head = phrase_head(tree, spans)
    if head is None:
        return None
    examples = next((t for t in tokens if tree.lower[t] == "including"), head)
    if tokens[0] < examples < head:  # "several mayors, including Ann Lee": she is one of them
        return next((t for t in tokens if tree.tag[t] == "NNS" and t < examples), head)
    if tree.tag[head] not in _ASIDE:
        return head
    mark = next((at for at, token in enumerate(tokens) if tree.word[token] in (",", "(")), 0)
    if mark and tree.tag[tokens[mark - 1]] == "NNP":
        return tokens[mark - 1]  # "Ann Lee, triumphant in May,": the parser takes the aside for it
    inner = tree.child(head, "pobj") if tree.tag[head] == "IN" else None
    return inner if inner in tokens else head


def reading(tree: Tree, tokens: Sequence[int], head: int) -> str:
    """Return a phrase as it reads, without determiner, 's and incidental clauses.

    Args:
        tree: The parsed text.
        tokens: The tokens of the phrase.
        head: The token that governs it.
    """
    kept = list(tokens)
    if tree.tag[head][0] == "V":
        head = next((token for token in kept if tree.tag[token][0] == "N"), head)
    if len(kept) > 1 and kept[0] == tree.head[head] and tree.dep[head] == "pobj":
        kept = kept[1:]
    lower, own = tree.lower[kept[0]], tree.head[kept[0]] == head and kept[0] != head
    if len(kept) > 1 and (lower in _ARTICLES | _POSSESSIVES or (own and lower in _DEMONSTRATIVES)):
        kept = kept[1:]
    for at, token in enumerate(kept):
        parted = token > head and tree.word[token] in BREAKS and at
        if parted and (at + 1 == len(kept) or _is_incidental(tree, head, kept[at + 1])):
            kept = kept[:at]
            break
    if len(kept) > 1 and tree.tag[kept[-1]] in ("WP", "WDT"):
        kept = kept[:-1]
    if len(kept) > 1 and tree.word[kept[-1]] in _MARKS:
        kept = kept[:-1]
    return " ".join(" ".join(tree.text[start:end].split()) for start, end in tree.spans(kept))


def _is_incidental(tree: Tree, head: int, token: int) -> bool:
    if tree.tag[token] in ("WP", "WDT", "VBG", "VBN", "WP$", "RB"):
        return True
    if tree.lower[token] in _ARTICLES and tree.dep[tree.head[token]] == "appos":
        return True
    return any(
        tree.dep[child] in _INCIDENTAL and tree.left[child] <= token <= tree.right[child]
        for child in tree.children[head]
    )


def phrase_kind(tree: Tree, head: int, words: Vocabulary) -> str | None:
    """Tell what a noun without a name means: one of the unnamed kinds of ``Entity``, or None."""
    lemma = tree.lemma[head]
    plural = tree.tag[head] in _PLURAL
    if lemma in words.documents:
        return "document"
    if lemma in words.groups or (
        plural and (lemma in words.persons or lemma in words.organisations)
    ):
        return "group"
    if plural:
        return None
    if lemma in words.persons:
        return "somebody"
    return "body" if lemma in words.organisations else None


def phrase_entity(
    tree: Tree, head: int, words: Vocabulary, phrase: Spans = (), kind: str | None = None
) -> Entity | None:
    """Return an entity for a phrase without a name, so that later words can mean it.

    Args:
        tree: The parsed text.
        head: The token that governs the phrase.
        words: Nouns of office, of groups, of organisations and of documents.
        phrase: Character offsets of the phrase; by default the head's subtree.
        kind: What it is where its noun does not tell.
    """
    found = phrase_kind(tree, head, words) or kind
    if found is None or (any(tree.lower[c] in _NOBODY for c in tree.children[head]) and not phrase):
        return None
    lemma = tree.lemma[head]
    span = phrase or (tree.span(tree.left[head], _end(tree, head)),)
    return Entity("", found, words.gender.get(lemma), roles={lemma}, phrase=span)


def _end(tree: Tree, head: int) -> int:
    """Return the last token of a phrase without its relative clauses and conjuncts."""
    last = tree.right[head]
    for child in tree.children[head]:
        if child > head and tree.dep[child] in ("relcl", "conj", "cc", "appos"):
            last = min(last, tree.left[child] - 1)
    return max(last, head)
