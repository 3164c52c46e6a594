"""Where does a cue's content stand? One function a complement, by the dependency tree."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from claimx.stages.clauses import after, clause, gerund, is_finite, is_infinitive, question
from claimx.stages.cue_objects import further_phrases, is_aside, object_head, object_tokens
from claimx.stages.sources import is_passive, is_raising, noun_phrase, subject
from claimx.tree import Tree

_ADDRESSING = frozenset(("to", "with"))
_TOPICAL = frozenset(("about", "regarding", "concerning", "over", "against"))


class Complement:
    """The words of a content.

    Args:
        tokens: The content's tokens.
        link: The preposition that belongs to the cue, where there is one.
    """

    def __init__(self, tokens: list[int], link: int | None = None) -> None:
        self.tokens: Final = tokens
        self.link: Final = link


def find_complement(tree: Tree, head: int, name: str) -> Complement | None:
    """Find a cue's content in one complement.

    Args:
        tree: The parsed text.
        head: The cue's token.
        name: One of the lexicon's complements, but ``quotation``.

    Returns:
        The content, or None where the sentence has no such complement.
    """
    clausal = _CLAUSAL.get(name)
    if clausal is not None:
        tokens = clausal(tree, head)
        return None if tokens is None else Complement(tokens)
    nominal = _NOMINAL.get(name)
    if nominal is not None:
        return nominal(tree, head)
    if name.startswith("object "):
        return _object_with(tree, head, name.removeprefix("object "))
    return _prepositional(tree, head, name)


def _infinitive(tree: Tree, head: int) -> Complement | None:
    for verb in after(tree, head, "xcomp", "ccomp", "acl", "advcl"):
        if not is_infinitive(tree, verb) or tree.child(verb, "nsubj") is not None:
            continue
        if tree.dep[verb] == "advcl" and tree.left[verb] != head + 1:
            continue
        return Complement([*_raised(tree, head), *tree.subtree(verb)])
    return None


def _raised(tree: Tree, head: int) -> list[int]:
    """Return the subject of which the infinitive is told ("the firm is said to", "seems to")."""
    if is_raising(tree, head):
        found = subject(tree, head)
    else:
        found = tree.child(head, "nsubjpass") if is_passive(tree, head) else None
    return [] if found is None or found > head else noun_phrase(tree, found)


def _object(tree: Tree, head: int) -> Complement | None:
    noun = object_head(tree, head)
    if noun is None:
        return _free_relative(tree, head)
    if noun < head and not is_passive(tree, head) and not is_aside(tree, noun):
        return None
    tokens = object_tokens(tree, head, noun)
    return Complement([*tokens, *further_phrases(tree, head, noun)] if noun > head else tokens)


def _free_relative(tree: Tree, head: int) -> Complement | None:
    """Return a clause that stands for a thing ("condemned what they called a purge")."""
    for verb in after(tree, head, "ccomp", "dobj"):
        if tree.lower[tree.left[verb]] == "what" and tree.left[verb] > head:
            return Complement(list(tree.subtree(verb)))
    return None


def _object_infinitive(tree: Tree, head: int) -> Complement | None:
    another = _act_of_another(tree, head)
    if another is not None:
        return another
    for verb in after(tree, head, "ccomp", "xcomp", "advcl"):
        if not is_infinitive(tree, verb):
            continue
        if tree.child(verb, "nsubj") is not None:
            return Complement(list(tree.subtree(verb)))
        noun = object_head(tree, head)
        if noun is not None:
            return Complement([*object_tokens(tree, head, noun), *tree.subtree(verb)])
    noun = next(iter(after(tree, head, "dobj")), None)
    if noun is not None:
        for verb in after(tree, noun, "acl", "relcl"):
            if is_infinitive(tree, verb):
                return Complement(list(tree.subtree(noun)))
    return None


def _predicate(tree: Tree, head: int) -> Complement | None:
    noun = object_head(tree, head)
    for child in after(tree, head, "oprd", "acomp", "attr", "xcomp"):
        if noun is not None and tree.pos[child] != "VERB":
            return Complement([*object_tokens(tree, head, noun), *tree.subtree(child)])
    for child in after(tree, head, "ccomp", "xcomp"):
        if tree.child(child, "nsubj") is not None and not is_finite(tree, child):
            return Complement(list(tree.subtree(child)))
    return None if noun is None else _second_object(tree, head, noun)


def _second_object(tree: Tree, head: int, noun: int) -> Complement | None:
    """Return an object with its predicate that the parse has made another one ("deemed it fun")."""
    for child in after(tree, head, "dobj"):
        if tree.left[child] == tree.right[noun] + 1 and child > noun > head:
            return Complement([*object_tokens(tree, head, noun), *tree.subtree(child)])
    return None


def _as(tree: Tree, head: int) -> Complement | None:
    noun = object_head(tree, head)
    if noun is None:
        return None
    for child in [*after(tree, head, "prep", "advcl", "mark"), *after(tree, noun, "prep")]:
        if tree.lower[child] == "as" or _is_seen_as(tree, child):
            return Complement([*object_tokens(tree, head, noun), *tree.subtree(child)])
    return None


def _is_seen_as(tree: Tree, verb: int) -> bool:
    """Tell whether a participle or adjective is what something is seen as ("as ill prepared")."""
    return tree.lower[tree.left[verb]] == "as" and tree.child(verb, "nsubj", "nsubjpass") is None


def _prepositional(tree: Tree, head: int, preposition: str) -> Complement | None:
    candidates = after(tree, head, "prep", "prt", "advmod", "agent", "dative")
    if tree.dep[head] == "dobj":
        beside = after(tree, tree.head[head], "prep", "dative")
        # The parse may hang on the verb what stands right behind its object.
        candidates += [c for c in beside if preposition in _TOPICAL or c == head + 1]
    if preposition in _TOPICAL:
        verbal = tree.tag[head].startswith("V")
        candidates += [p for c in candidates if not verbal or tree.lower[c] in _ADDRESSING
                       for n in after(tree, c, "pobj") for p in after(tree, n, "prep")]  # fmt: skip
    for child in candidates:
        if child > head and tree.lower[child] == preposition:
            inside = [token for token in tree.subtree(child) if token > child]
            if inside:
                further = further_phrases(tree, head, child)
                return Complement([*inside, *further, *_asked(tree, head, child)], child)
    return _act_of_another(tree, head) if preposition == "for" else None


def _act_of_another(tree: Tree, head: int) -> Complement | None:
    """Return what another is wanted to do ("called for the mayor to resign")."""
    for verb in after(tree, head, "advcl", "ccomp", "xcomp", "acl", "relcl"):
        first = tree.left[verb]
        if tree.lower[first] == "for" and tree.dep[first] == "mark" and is_infinitive(tree, verb):
            return Complement(list(range(first + 1, tree.right[verb] + 1)), first)
    return None


def _asked(tree: Tree, head: int, preposition: int) -> list[int]:
    """Return the act that those behind a preposition are asked for ("called on them to go")."""
    for verb in after(tree, head, "xcomp", "advcl", "ccomp"):
        if tree.left[verb] == tree.right[preposition] + 1 and is_infinitive(tree, verb):
            return list(tree.subtree(verb))
    return []


def _object_with(tree: Tree, head: int, preposition: str) -> Complement | None:
    noun = object_head(tree, head)
    if noun is None:
        return None
    candidates = after(tree, head, "prep")
    if noun > head:
        candidates += after(tree, noun, "prep")
    for child in candidates:
        if tree.lower[child] == preposition:
            return Complement([*object_tokens(tree, head, noun), *tree.subtree(child)])
    return None


_CLAUSAL: dict[str, Callable[[Tree, int], list[int] | None]] = {
    "clause": clause,
    "question": question,
    "gerund": gerund,
}
_NOMINAL: dict[str, Callable[[Tree, int], Complement | None]] = {
    "infinitive": _infinitive,
    "object": _object,
    "object-infinitive": _object_infinitive,
    "predicate": _predicate,
    "as": _as,
}
