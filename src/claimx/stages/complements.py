"""Where does a cue's content stand? One function a complement, by the dependency tree."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from claimx.stages.sources import is_passive
from claimx.tree import Tree

_NEAR = 12
# Phrases with these belong to the noun before them oftener than to its verb.
_OF_OBJECTS = frozenset(
    ("about", "against", "amid", "among", "between", "by", "despite", "for", "from", "of", "over",
     "regarding", "to", "toward", "towards", "with")
)  # fmt: skip
_TOPICAL = frozenset(("about", "regarding", "concerning", "over", "against"))
_STOPS = frozenset(",;:.!?")
_QUESTION_WORDS = frozenset(("if", "whether"))


@dataclass(frozen=True, slots=True)
class Complement:
    """The words of a content.

    Args:
        tokens: The content's tokens.
        link: The preposition that belongs to the cue, where there is one.
    """

    tokens: list[int]
    link: int | None = None


def find_complement(tree: Tree, head: int, name: str) -> Complement | None:
    """Find a cue's content in one complement.

    Args:
        tree: The parsed text.
        head: The cue's token.
        name: One of the lexicon's complements, but ``quotation``.

    Returns:
        The content, or None where the sentence has no such complement.
    """
    finder = _FINDERS.get(name)
    if finder is not None:
        return finder(tree, head)
    if name.startswith("object "):
        return _object_with(tree, head, name.removeprefix("object "))
    return _prepositional(tree, head, name)


def _after(tree: Tree, head: int, *deps: str) -> list[int]:
    return [c for c in tree.children[head] if c > head and tree.dep[c] in deps]


def _is_infinitive(tree: Tree, verb: int) -> bool:
    return any(
        tree.lower[c] == "to" and tree.tag[c] == "TO" and c < verb for c in tree.children[verb]
    )


def _is_question(tree: Tree, verb: int) -> bool:
    first = tree.left[verb]
    return (
        tree.tag[first].startswith("W")
        or tree.lower[first] in _QUESTION_WORDS
        or (
            first + 1 < len(tree)
            and tree.tag[first] == "IN"
            and tree.tag[first + 1].startswith("W")
        )
    )


def _is_finite(tree: Tree, verb: int) -> bool:
    if tree.tag[verb] in ("VBD", "VBZ", "VBP", "MD"):
        return True
    if tree.tag[verb] == "VB" and not _is_infinitive(tree, verb):
        return True
    return any(
        tree.dep[c] in ("aux", "auxpass", "cop") and tree.tag[c] in ("MD", "VBD", "VBZ", "VBP")
        for c in tree.children[verb]
    ) or (tree.lower[tree.left[verb]] == "that")


def _clause(tree: Tree, head: int) -> Complement | None:
    for verb in _after(tree, head, "ccomp", "acl", "xcomp", "relcl", "advcl"):
        dep = tree.dep[verb]
        opens_that = tree.lower[tree.left[verb]] == "that" and tree.tag[tree.left[verb]] == "IN"
        bare = dep == "xcomp" and tree.tag[verb] == "VB" and tree.left[verb] == head + 1
        if dep in ("acl", "relcl", "advcl", "xcomp") and not opens_that and not bare:
            continue
        if _is_finite(tree, verb) and not _is_question(tree, verb):
            return Complement(_with_further_clauses(tree, head, verb))
    verb = _that_clause(tree, head) if tree.tag[head].startswith("V") else None
    return None if verb is None else Complement(_with_further_clauses(tree, head, verb))


def _that_clause(tree: Tree, head: int) -> int | None:
    """Return the verb of a that-clause near the cue that the parse has hung elsewhere."""
    for token in range(head + 1, min(head + _NEAR, len(tree))):
        if tree.lower[token] == "that" and tree.dep[token] == "mark":
            verb = tree.head[token]
            return verb if verb > token and tree.left[verb] == token else None
        if tree.pos[token] in ("VERB", "AUX") or tree.word[token] in _STOPS:
            return None
    return None


def _with_further_clauses(tree: Tree, head: int, verb: int) -> list[int]:
    """Return a clause's tokens with the that-clauses coordinated to it ("…, but that …")."""
    first, last = tree.left[verb], tree.right[verb]
    while True:
        token = last + 1
        if token < len(tree) and tree.word[token] == ",":
            token += 1
        if token + 1 >= len(tree) or tree.tag[token] != "CC" or tree.dep[token + 1] != "mark":
            return list(range(first, last + 1))
        further = tree.head[token + 1]
        if tree.lower[token + 1] != "that" or tree.right[further] <= last:
            return list(range(first, last + 1))
        last = tree.right[further]


def _question(tree: Tree, head: int) -> Complement | None:
    for verb in _after(tree, head, "ccomp", "acl", "advcl", "xcomp", "pcomp"):
        first = tree.left[verb]
        if tree.dep[verb] == "advcl" and not (tree.lower[first] == "whether" and first == head + 1):
            continue
        if _is_question(tree, verb):
            return Complement(list(tree.subtree(verb)))
    return None


def _infinitive(tree: Tree, head: int) -> Complement | None:
    for verb in _after(tree, head, "xcomp", "ccomp", "acl", "advcl"):
        if not _is_infinitive(tree, verb) or tree.child(verb, "nsubj") is not None:
            continue
        if tree.dep[verb] == "advcl" and tree.left[verb] != head + 1:
            continue
        subject = tree.child(head, "nsubjpass")
        if subject is not None and is_passive(tree, head):
            return Complement([*tree.subtree(subject), *tree.subtree(verb)])
        return Complement(list(tree.subtree(verb)))
    return None


def _gerund(tree: Tree, head: int) -> Complement | None:
    for verb in _after(tree, head, "xcomp", "ccomp", "dobj"):
        if tree.tag[verb] == "VBG" and not any(
            tree.dep[c] in ("aux", "nsubj", "det") for c in tree.children[verb]
        ):
            return Complement(list(tree.subtree(verb)))
    return None


def _object_head(tree: Tree, head: int) -> int | None:
    if is_passive(tree, head):
        subject = tree.child(head, "nsubjpass")
        if subject is not None:
            return subject
        if tree.dep[head] in ("acl", "amod"):
            return tree.head[head]
        if tree.dep[head] == "conj":
            return _object_head(tree, tree.head[head])
        return None
    return next(iter(_after(tree, head, "dobj")), None)


def _object_tokens(tree: Tree, head: int, noun: int) -> list[int]:
    if tree.dep[head] in ("acl", "amod", "relcl") and tree.head[head] == noun:
        own = {token for child in tree.children[head] for token in tree.subtree(child)}
        return [token for token in range(tree.left[noun], head) if token not in own]
    return [token for token in tree.subtree(noun) if token != head]


def _object(tree: Tree, head: int) -> Complement | None:
    noun = _object_head(tree, head)
    if noun is None:
        return None
    tokens = _object_tokens(tree, head, noun)
    return Complement([*tokens, *_further_phrases(tree, head, noun)] if noun > head else tokens)


def _further_phrases(tree: Tree, head: int, noun: int) -> list[int]:
    """Return the prepositional phrases right behind an object, which the parse hung on the verb."""
    last = tree.right[noun]
    for child in tree.children[head]:
        if child > noun and tree.left[child] == last + 1 and _continues_object(tree, child):
            last = tree.right[child]
    return list(range(tree.right[noun] + 1, last + 1))


def _continues_object(tree: Tree, preposition: int) -> bool:
    linked = tree.dep[preposition] in ("prep", "dative")
    return linked and tree.lower[preposition] in _OF_OBJECTS


def _object_infinitive(tree: Tree, head: int) -> Complement | None:
    for verb in _after(tree, head, "ccomp", "xcomp", "advcl"):
        if not _is_infinitive(tree, verb):
            continue
        if tree.child(verb, "nsubj") is not None:
            return Complement(list(tree.subtree(verb)))
        noun = _object_head(tree, head)
        if noun is not None:
            return Complement([*_object_tokens(tree, head, noun), *tree.subtree(verb)])
    noun = next(iter(_after(tree, head, "dobj")), None)
    if noun is not None:
        for verb in _after(tree, noun, "acl", "relcl"):
            if _is_infinitive(tree, verb):
                return Complement(list(tree.subtree(noun)))
    return None


def _predicate(tree: Tree, head: int) -> Complement | None:
    noun = _object_head(tree, head)
    for child in _after(tree, head, "oprd", "acomp", "attr", "xcomp"):
        if noun is not None and tree.pos[child] != "VERB":
            return Complement([*_object_tokens(tree, head, noun), *tree.subtree(child)])
    for child in _after(tree, head, "ccomp", "xcomp"):
        if tree.child(child, "nsubj") is not None and not _is_finite(tree, child):
            return Complement(list(tree.subtree(child)))
    return None


def _as(tree: Tree, head: int) -> Complement | None:
    noun = _object_head(tree, head)
    if noun is None:
        return None
    for child in [*_after(tree, head, "prep", "advcl", "mark"), *_after(tree, noun, "prep")]:
        if tree.lower[child] == "as":
            return Complement([*_object_tokens(tree, head, noun), *tree.subtree(child)])
    return None


def _prepositional(tree: Tree, head: int, preposition: str) -> Complement | None:
    candidates = _after(tree, head, "prep", "prt", "advmod", "agent", "dative")
    if tree.dep[head] == "dobj" and preposition in _TOPICAL:
        candidates += _after(tree, tree.head[head], "prep", "dative")
    if preposition in _TOPICAL and not tree.tag[head].startswith("V"):
        candidates += [p for c in candidates for n in _after(tree, c, "pobj")
                       for p in _after(tree, n, "prep")]  # fmt: skip
    for child in candidates:
        if child > head and tree.lower[child] == preposition:
            inside = [token for token in tree.subtree(child) if token > child]
            if inside:
                further = _further_phrases(tree, head, child)
                return Complement([*inside, *further, *_asked(tree, head, child)], child)
    return None


def _asked(tree: Tree, head: int, preposition: int) -> list[int]:
    """Return the act that those behind a preposition are asked for ("called on them to go")."""
    for verb in _after(tree, head, "xcomp", "advcl", "ccomp"):
        if tree.left[verb] == tree.right[preposition] + 1 and _is_infinitive(tree, verb):
            return list(tree.subtree(verb))
    return []


def _object_with(tree: Tree, head: int, preposition: str) -> Complement | None:
    noun = _object_head(tree, head)
    if noun is None:
        return None
    candidates = _after(tree, head, "prep")
    if noun > head:
        candidates += _after(tree, noun, "prep")
    for child in candidates:
        if tree.lower[child] == preposition:
            return Complement([*_object_tokens(tree, head, noun), *tree.subtree(child)])
    return None


_FINDERS: dict[str, Callable[[Tree, int], Complement | None]] = {
    "clause": _clause,
    "question": _question,
    "infinitive": _infinitive,
    "gerund": _gerund,
    "object": _object,
    "object-infinitive": _object_infinitive,
    "predicate": _predicate,
    "as": _as,
}
