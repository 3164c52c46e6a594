"""How does a phrase read that names nobody?"""

from __future__ import annotations

from claimx.claims import SpeakerType, Spans
from claimx.stages.naming.entities import Entity
from claimx.stages.naming.vocabulary import Vocabulary
from claimx.tree import Tree

_DETERMINERS = frozenset({"the", "a", "an", "my", "our", "your", "his", "her", "its", "their"})
_INCIDENTAL = frozenset({"relcl", "acl", "appos", "advcl"})


def reading(tree: Tree, spans: Spans) -> str:
    """Return a phrase as it reads, without its determiner, title's 's or incidental clauses.

    Args:
        tree: The parsed text.
        spans: Character offsets of the phrase, end exclusive.
    """
    tokens = tree.tokens(spans)
    head = tree.head_of(spans)
    if head is None:
        return ""
    if len(tokens) > 1 and tree.lower[tokens[0]] in _DETERMINERS:
        tokens = tokens[1:]
    for at, token in enumerate(tokens):
        if tree.word[token] in (",", "--", "—", "–") and token > head:
            behind = tokens[at + 1] if at + 1 < len(tokens) else None
            if behind is None or _is_incidental(tree, head, behind):
                tokens = tokens[:at]
                break
    if len(tokens) > 1 and tree.word[tokens[-1]] in ("'s", "’s", "'", "’"):
        tokens = tokens[:-1]
    pieces = tree.spans(tokens)
    return " ".join(" ".join(tree.text[start:end].split()) for start, end in pieces)


def _is_incidental(tree: Tree, head: int, token: int) -> bool:
    if tree.tag[token] in ("WP", "WDT", "VBG", "VBN", "WP$"):
        return True
    return any(
        tree.dep[child] in _INCIDENTAL and tree.left[child] <= token <= tree.right[child]
        for child in tree.children[head]
    )


def described(tree: Tree, spans: Spans, head: int, words: Vocabulary) -> Entity:
    """Return an entity for a source that is described, so that later words can mean it.

    Args:
        tree: The parsed text.
        spans: Character offsets of the source, end exclusive.
        head: The token that governs it.
        words: Nouns of office and of groups.
    """
    kind = phrase_kind(tree, spans, words)
    lemma = tree.lemma[head].lower()
    unnamed = {"person": "unnamed person", "organisation": "unnamed body"}.get(kind, kind)
    return Entity(
        reading(tree, spans), unnamed, words.gender.get(lemma), plural=kind == "group",
        roles={lemma},
    )  # fmt: skip


def phrase_kind(tree: Tree, spans: Spans, words: Vocabulary) -> SpeakerType:
    """Tell what kind of speaker a phrase without a name means."""
    head = tree.head_of(spans)
    if head is None:
        return "unspecified"
    lemma = tree.lemma[head].lower()
    if lemma in words.documents:
        return "document"
    if tree.tag[head] in ("NNS", "NNPS", "CD") or lemma in words.groups:
        return "group"
    if lemma in words.persons or tree.lower[head] in ("i", "he", "she", "who"):
        return "person"
    return "organisation" if lemma in words.organisations else "group"
