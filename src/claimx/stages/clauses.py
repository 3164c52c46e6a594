"""Which clause is a cue's content? That-clauses, questions, infinitives, gerunds."""

from __future__ import annotations

from claimx.parse import FINITE
from claimx.tree import Tree

_NEAR = 12
_STOPS = frozenset(",;:.!?")
_QUESTION_WORDS = frozenset(("if", "whether"))
_IMPERSONAL = frozenset(("it", "this", "that", "what"))
_SURE = frozenset(("sure", "certain"))
_PREDICATIVE = frozenset(("acomp", "oprd", "ccomp"))


def after(tree: Tree, head: int, *deps: str) -> list[int]:
    """Return the children behind a token that have one of these dependency labels."""
    return [c for c in tree.children[head] if c > head and tree.dep[c] in deps]


def is_infinitive(tree: Tree, verb: int) -> bool:
    """Tell whether a verb is a to-infinitive."""
    return any(
        tree.lower[c] == "to" and tree.tag[c] == "TO" and c < verb for c in tree.children[verb]
    )


def _is_question_behind(tree: Tree, head: int, verb: int) -> bool:
    """Tell whether a wh-word behind the cue opens a clause; before it, it is a relative pronoun."""
    first = tree.left[verb]
    return first > head and (
        tree.tag[first].startswith("W")
        or tree.lower[first] in _QUESTION_WORDS
        or (
            first + 1 < len(tree)
            and tree.tag[first] == "IN"
            and tree.tag[first + 1].startswith("W")
        )
    )


def is_finite(tree: Tree, verb: int) -> bool:
    """Tell whether a verb, or an auxiliary of it, is finite."""
    if tree.tag[verb] in FINITE:
        return True
    if tree.tag[verb] == "VB" and not is_infinitive(tree, verb):
        return True
    return any(
        tree.dep[c] in ("aux", "auxpass", "cop") and tree.tag[c] in FINITE
        for c in tree.children[verb]
    ) or (tree.lower[tree.left[verb]] == "that")


def clause(tree: Tree, head: int) -> list[int] | None:
    """Return the tokens of a cue's finite clause, with or without "that".

    To "make sure that" is an act.
    """
    if tree.lower[head] in _SURE and head > 0 and tree.lemma[head - 1] == "make":
        return None
    for verb in [
        *after(tree, head, "ccomp", "acl", "xcomp", "relcl", "advcl"),
        *_beside_adjective(tree, head),
    ]:
        dep = tree.dep[verb]
        opens_that = tree.lower[tree.left[verb]] == "that" and tree.tag[tree.left[verb]] == "IN"
        bare = dep == "xcomp" and tree.tag[verb] == "VB" and tree.left[verb] == head + 1
        if dep in ("acl", "relcl", "advcl", "xcomp") and not opens_that and not bare:
            continue
        if is_finite(tree, verb) and not _is_question_behind(tree, head, verb):
            return _with_further_clauses(tree, verb, _start(tree, head, verb))
    distant = _distant_clause(tree, head) if tree.tag[head].startswith("V") else None
    if distant is None and tree.lemma[head] == "tell":
        distant = _relative_told(tree, head)
    return None if distant is None else _with_further_clauses(tree, distant, tree.left[distant])


def _beside_adjective(tree: Tree, head: int) -> list[int]:
    """Return the clause of an adjective that the parse has hung on its verb ("made clear that").

    What "it" is clear or unclear is nobody's claim.
    """
    verb = tree.head[head]
    if not tree.tag[head].startswith("JJ") or tree.dep[head] not in _PREDICATIVE or verb > head:
        return []
    subject = tree.child(verb, "nsubj")
    if subject is not None and tree.pos[subject] == "PRON" and tree.lower[subject] in _IMPERSONAL:
        return []
    return [
        hung
        for hung in after(tree, verb, "ccomp")
        if tree.left[hung] > head
        and not any(tree.word[token] in _STOPS for token in range(head, tree.left[hung]))
    ]


def _start(tree: Tree, head: int, verb: int) -> int:
    """Return where a cue's clause begins: with a subject that has strayed from it, too.

    The parse has made it the cue's object ("shows most were free"), or part of whom is told.
    """
    subject = tree.child(verb, "nsubj", "nsubjpass", "expl", "csubj")
    if subject is not None:
        opens = tree.left[subject] == tree.left[verb]
        return _behind_person_told(tree, head, subject) if opens else tree.left[verb]
    for noun in after(tree, head, "dobj"):
        if tree.right[noun] + 1 == tree.left[verb]:
            return _behind_person_told(tree, head, noun)
    return tree.left[verb]


def _behind_person_told(tree: Tree, head: int, noun: int) -> int:
    """Return where a subject begins, which the parse has joined to the person told before it.

    One tells somebody: "told parliament takings had fallen" is about takings.
    """
    joined = [child for child in tree.children[noun] if tree.dep[child] == "compound"]
    if tree.lemma[head] != "tell" or tree.left[noun] != head + 1 or not joined:
        return tree.left[noun]
    return tree.right[joined[-1]] + 1


def _relative_told(tree: Tree, head: int) -> int | None:
    """Return the verb of what somebody is told that the parse has made a relative clause of him.

    "told a meeting the firm had closed": a relative clause that no pronoun opens mostly has a
    pronoun for its subject ("told a man she met").
    """
    for noun in after(tree, head, "dobj", "dative"):
        for verb in after(tree, noun, "relcl"):
            subject = tree.child(verb, "nsubj", "nsubjpass")
            opens = subject is not None and tree.left[verb] == tree.left[subject]
            if opens and subject is not None and tree.tag[subject].startswith("NN"):
                return verb
    return None


def _distant_clause(tree: Tree, head: int) -> int | None:
    """Return the verb of a that-clause near the cue that the parse has hung elsewhere."""
    for token in range(head + 1, min(head + _NEAR, len(tree))):
        if tree.lower[token] == "that" and tree.dep[token] == "mark":
            verb = tree.head[token]
            return verb if verb > token and tree.left[verb] == token else None
        if tree.pos[token] in ("VERB", "AUX") or tree.word[token] in _STOPS:
            return None
    return None


def _with_further_clauses(tree: Tree, verb: int, start: int) -> list[int]:
    """Return a clause's tokens with the that-clauses coordinated to it ("…, but that …")."""
    first, last = start, tree.right[verb]
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


def question(tree: Tree, head: int) -> list[int] | None:
    """Return the tokens of a cue's indirect question."""
    for verb in [
        *after(tree, head, "ccomp", "acl", "advcl", "xcomp", "pcomp"),
        *_beside_adjective(tree, head),
    ]:
        first = tree.left[verb]
        if tree.dep[verb] == "advcl" and not _opens_question(tree, head, first):
            continue
        if _is_question_behind(tree, head, verb):
            return list(tree.subtree(verb))
    return None


def _opens_question(tree: Tree, head: int, first: int) -> bool:
    """Tell whether "whether" or "if" stands right behind the cue, or behind who is asked."""
    if tree.lower[first] not in _QUESTION_WORDS:
        return False
    asked = after(tree, head, "dobj", "dative")
    behind_object = bool(asked) and first == tree.right[asked[-1]] + 1
    return behind_object or (first == head + 1 and tree.lower[first] == "whether")


def gerund(tree: Tree, head: int) -> list[int] | None:
    """Return the tokens of a cue's gerund."""
    for verb in after(tree, head, "xcomp", "ccomp", "dobj"):
        if tree.tag[verb] == "VBG" and not any(
            tree.dep[c] in ("aux", "nsubj", "det") for c in tree.children[verb]
        ):
            return list(tree.subtree(verb))
    return None
