"""Which words are the target? Phrases, acts and clauses, cut as the guidelines cut them."""

from __future__ import annotations

from claimx.lexicon.words import word_list
from claimx.parse import DASHES
from claimx.stages.passages import SUBJECTS, Passage
from claimx.stages.trimming import trimmed

_ASIDES = ("relcl", "appos", "advcl", "npadvmod", "parataxis", "acl", "amod", "dep", "advmod")
_NOT_NOMINAL = ("mark", "neg", "ccomp", "nsubj", "aux", "cop", "advcl")
_CIRCUMSTANCES = frozenset(
    ("after", "amid", "before", "because", "despite", "following", "given", "since",
     "until", "till", "unless", "while", "when", "if", "although", "though", "whereas")
)  # fmt: skip
_COMPLETING = frozenset(
    ("in", "of", "on", "between", "during", "among", "within", "to", "from", "toward", "towards",
     "over", "about", "against", "into", "for", "worth", "regarding", "concerning", "involving")
)  # fmt: skip
# "opposed the toll on the grounds that …", "backs the levy in principle"
_GROUNDS = frozenset(("ground", "grounds", "reason", "principle"))
_AHEAD = frozenset(
    (*SUBJECTS, "aux", "mark", "neg", "expl", "advcl", "cc", "preconj", "ccomp", "npadvmod",
     "prep", "punct", "intj", "advmod")
)  # fmt: skip


def phrase(passage: Passage, head: int, stop: str | None = None) -> tuple[int, ...]:
    """Cut a noun phrase: the head with its complements, without what is merely added.

    Args:
        passage: The words read.
        head: The phrase's head.
        stop: A preposition that belongs to the cue and ends the phrase, as "of" in "accused X of".
    """
    tree = passage.tree
    dropped: set[int] = set()
    for child in passage.children(head):
        ended = stop is not None and tree.lower[child] == stop and child > head
        ended = ended and not joins(passage, child)
        if ended or _is_added(passage, head, child):
            dropped.update(passage.below(child))
    kept = [token for token in passage.below(head) if token not in dropped]
    kept += _attached(passage, head, kept, stop)
    reasons = [token for token in kept if token > head and tree.lower[token] == "because"]
    if reasons:
        kept = [token for token in kept if token < reasons[0]]
    if stop is not None:
        ends = [t for t in kept if t > head and tree.lower[t] == stop and not joins(passage, t)]
        kept = [token for token in kept if not ends or token < ends[-1 if stop == "of" else 0]]
    return trimmed(passage, kept)


def _attached(passage: Passage, head: int, kept: list[int], stop: str | None) -> list[int]:
    """Return the phrases that follow a content's noun at once and the parse hangs on the cue."""
    tree, end = passage.tree, max(kept)
    found: list[int] = []
    if head not in passage.heads or tree.pos[head] != "NOUN":
        return found
    for other in passage.heads:
        opens = tree.dep[other] == "prep" and tree.lower[other] in _COMPLETING
        if other != end + 1 or not opens or tree.lower[other] == stop:
            continue
        inner = passage.child(other, "pobj")
        if inner is None or tree.lemma[inner] not in word_list("times.toml", "times"):
            found += passage.below(other)
            end = max(found)
    return found


def joins(passage: Passage, token: int) -> bool:
    """Tell whether an "as" joins another thing ("the tax as well as the toll")."""
    lower = passage.tree.lower
    following = lower[token + 1 : token + 2]
    return lower[token] == "as" and (lower[token - 1] == "well" or following == ["well"])


def _is_added(passage: Passage, head: int, child: int) -> bool:
    tree = passage.tree
    dep = tree.dep[child]
    if dep in _NOT_NOMINAL or (tree.lower[child] in ("no", "not") and dep in ("det", "preconj")):
        return True
    if child < head:
        return dep == "intj"
    if dep == "npadvmod":
        return True
    first = min(passage.below(child))
    if dep in _ASIDES:
        between = range(head + 1, first)
        return any(tree.word[token] == "," or _is_dash(passage, token) for token in between)
    if dep == "prep":
        inner = passage.child(child, "pobj")
        grounds = inner is not None and tree.lemma[inner] in _GROUNDS
        return grounds or tree.lower[child] in _CIRCUMSTANCES
    return dep == "conj" and tree.pos[child] in ("VERB", "AUX")


def _is_dash(passage: Passage, token: int) -> bool:
    """Tell a dash from the hyphen of a compound."""
    tree = passage.tree
    return tree.word[token] in DASHES and tree.start[token] > tree.end[token - 1]


def act(passage: Passage, verb: int, first: int | None = None) -> tuple[int, ...]:
    """Cut an act: the verb with its complements, without subject and auxiliaries.

    Args:
        passage: The words read.
        verb: The act's verb.
        first: A token before the verb that the act begins with, such as "to".
    """
    tree = passage.tree
    dropped: set[int] = set()
    for child in passage.children(verb):
        dep = tree.dep[child]
        if child < verb:
            out = dep in _AHEAD and not (dep == "auxpass" or tree.lower[child] in ("be", "being"))
        elif dep == "conj":
            out = passage.child(child, *SUBJECTS) is not None
        else:
            out = (
                dep in ("npadvmod", "parataxis", "punct", "cc")
                and child != tree.right[verb]
                and dep not in ("punct", "cc")
            ) or (dep in ("advcl", "prep") and tree.lower[tree.left[child]] in _CIRCUMSTANCES)
        if out and child != first:
            dropped.update(token for token in passage.below(child) if token != first)
    kept = {token for token in passage.below(verb) if token not in dropped}
    for token in sorted(kept, reverse=True):
        if tree.dep[token] == "npadvmod" and token > verb and tree.right[token] >= max(kept):
            kept.difference_update(passage.below(token))
    if first is not None:
        kept.update(token for token in range(first, verb) if token in passage.inside)
    return trimmed(passage, kept)


def clause(passage: Passage, verb: int) -> tuple[int, ...]:
    """Cut a whole clause, without its subordinator and what is merely added to it."""
    tree = passage.tree
    dropped: set[int] = set()
    for child in passage.children(verb):
        dep = tree.dep[child]
        if dep in ("mark", "cc") and child < verb:
            dropped.add(child)
        elif (
            dep in ("parataxis", "advcl", "npadvmod")
            or (dep == "conj" and passage.child(child, *SUBJECTS) is not None)
            or (dep == "prep" and child < verb and passage.child(verb, *SUBJECTS) is not None)
        ):
            dropped.update(passage.below(child))
    return trimmed(passage, (token for token in passage.below(verb) if token not in dropped))


def thing(passage: Passage, head: int) -> tuple[int, ...]:
    """Cut what a word heads: a noun phrase, a clause with its subject, or an act."""
    if passage.is_nominal(head):
        return phrase(passage, head)
    if passage.child(head, *SUBJECTS) is not None:
        return clause(passage, head)
    existing = existent(passage, head)
    if existing is not None:
        return phrase(passage, existing)
    return act(passage, head, passage.to(head))


def existent(passage: Passage, verb: int) -> int | None:
    """Return what a clause says there is, or is not ("there was no danger")."""
    if passage.child(verb, "expl") is None:
        return None
    return passage.child(verb, "attr", "dobj")


def subject_phrase(passage: Passage, verb: int) -> tuple[int, ...]:
    """Cut the subject of a verb; nothing where it has none."""
    subject = passage.subject(verb)
    if subject is None:
        nominal = [head for head in passage.heads if head < verb and passage.is_nominal(head)]
        return phrase(passage, nominal[0]) if nominal and verb in passage.heads else ()
    if passage.tree.dep[subject].startswith("csubj"):
        return act(passage, subject, passage.to(subject))
    return phrase(passage, subject)


def whole(passage: Passage) -> tuple[int, ...]:
    """Return all tokens, trimmed, without an opening "that"."""
    tokens = trimmed(passage, passage.tokens)
    if len(tokens) > 1 and passage.tree.dep[tokens[0]] == "mark":
        return tokens[1:]
    return tokens
