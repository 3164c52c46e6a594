"""The words of one claim's content, and how phrases and clauses are cut out of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimx.claims import Spans
from claimx.tree import Tree

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
_FIRST_PERSON = frozenset(("i", "we"))
_PRONOUNS = frozenset(("he", "she", "it", "they"))
_MARKS = frozenset("\"'“”‘’«»") | {"''", "``"}
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"))
_ASIDES = frozenset(("npadvmod", "advcl"))


@dataclass(frozen=True, slots=True)
class Passage:
    """Some tokens of a tree that are read on their own.

    Args:
        tree: The parsed text.
        tokens: The tokens, in order.
        inside: The same as a set.
        source: The words of the speaker's mention, in lower case.
    """

    tree: Tree
    tokens: Sequence[int]
    inside: frozenset[int]
    source: frozenset[str] = frozenset()

    @classmethod
    def of(cls, tree: Tree, content: Spans, source: Spans = ()) -> Passage:
        """Take the tokens of a content, and the words of its source."""
        tokens = tree.tokens(content)
        words = frozenset(tree.lower[token] for token in tree.tokens(source))
        return cls(tree, tokens, frozenset(tokens), words)

    def children(self, token: int) -> list[int]:
        """Return the token's children that stand inside."""
        return [child for child in self.tree.children[token] if child in self.inside]

    def child(self, token: int, *deps: str) -> int | None:
        """Return the token's first child inside with one of these dependency labels."""
        for child in self.tree.children[token]:
            if self.tree.dep[child] in deps and child in self.inside:
                return child
        return None

    def lowers(self, token: int) -> set[str]:
        """Return the token's children inside, in lower case."""
        return {self.tree.lower[child] for child in self.children(token)}

    def heads(self) -> list[int]:
        """Return the tokens inside that depend on none inside, in order, marks left out."""
        tree = self.tree
        return [
            token
            for token in self.tokens
            if (tree.head[token] == token or tree.head[token] not in self.inside)
            and tree.pos[token] != "PUNCT"
        ]

    def below(self, token: int) -> list[int]:
        """Return the tokens inside that depend on the token, itself included, in order."""
        found, rest = [], [token]
        while rest:
            here = rest.pop()
            found.append(here)
            rest += self.children(here)
        return sorted(found)

    def subject(self, verb: int) -> int | None:
        """Return the verb's subject inside; a conjunct's or an infinitive's is that of its head."""
        tree = self.tree
        here = verb
        while True:
            found = self.child(here, *SUBJECTS)
            if found is not None:
                return found
            if (
                tree.dep[here] not in ("conj", "xcomp", "auxpass")
                or tree.head[here] not in self.inside
            ):
                return None
            here = tree.head[here]

    def is_first_person(self, token: int | None) -> bool:
        """Tell whether the token is "I" or "we"."""
        return token is not None and self.tree.lower[token] in _FIRST_PERSON

    def is_own(self, token: int | None) -> bool:
        """Tell whether the token may name the speaker."""
        if token is None:
            return False
        word = self.tree.lower[token]
        if word in _FIRST_PERSON or (word in _PRONOUNS and self.tree.pos[token] == "PRON"):
            return True
        return word in self.source

    def is_speaker(self, token: int | None) -> bool:
        """Tell whether the token surely names the speaker."""
        return token is not None and (
            self.tree.lower[token] in _FIRST_PERSON or self.tree.lower[token] in self.source
        )

    def phrase(self, head: int) -> tuple[int, ...]:
        """Cut a noun phrase: the head with its complements, without what is merely added."""
        dropped: set[int] = set()
        for child in self.children(head):
            if self._is_added(head, child):
                dropped.update(self.below(child))
        return self.trimmed(token for token in self.below(head) if token not in dropped)

    def _is_added(self, head: int, child: int) -> bool:
        tree = self.tree
        if tree.dep[child] in ("relcl", "appos", "advcl", "npadvmod", "parataxis"):
            first = min(self.below(child))
            between = range(head + 1, first)
            return any(
                tree.word[token] in {",", "--", "—", "–", "-", ":", ";"} for token in between
            )
        return tree.dep[child] in ("mark", "neg", "ccomp", "nsubj", "aux", "cop", "advcl")

    def act(self, verb: int, first: int | None = None) -> tuple[int, ...]:
        """Cut an act: the verb with its complements, from ``first`` (say, "to") if given."""
        tree = self.tree
        dropped: set[int] = set()
        for child in self.children(verb):
            dep = tree.dep[child]
            ahead = child < verb and dep in (
                *SUBJECTS,
                "aux",
                "mark",
                "neg",
                "expl",
                "advcl",
                "cc",
                "advmod",
                "ccomp",
                "npadvmod",
                "prep",
                "punct",
            )
            behind = child > verb and (
                dep in ("npadvmod", "parataxis")
                or (dep == "advcl" and self.child(child, "mark") is not None)
                or (dep == "conj" and self.child(child, *SUBJECTS) is not None)
                or (dep == "ccomp" and self.subject(child) is not None and tree.right[child] < verb)
            )
            if ahead and dep == "aux" and tree.lower[child] in ("be", "been", "being"):
                ahead = False
            if ahead or behind:
                dropped.update(self.below(child))
        kept = [token for token in self.below(verb) if token not in dropped]
        if first is not None:
            kept = sorted({*kept, first})
        return self.trimmed(kept)

    def clause(self, verb: int) -> tuple[int, ...]:
        """Cut a whole clause, without its subordinator and what is merely added behind."""
        tree = self.tree
        dropped: set[int] = set()
        for child in self.children(verb):
            dep = tree.dep[child]
            if dep in ("mark", "cc") and child < verb:
                dropped.add(child)
            elif dep in ("parataxis", "advcl", "npadvmod") and child > verb:
                dropped.update(self.below(child))
            elif dep == "conj" and self.child(child, *SUBJECTS) is not None:
                dropped.update(self.below(child))
        return self.trimmed(token for token in self.below(verb) if token not in dropped)

    def trimmed(self, tokens: Iterable[int]) -> tuple[int, ...]:
        """Drop punctuation and connectives at both ends, and a quotation mark without its mate."""
        tree = self.tree
        kept = sorted(set(tokens))
        loose = {"PUNCT", "SPACE"}
        while kept and (
            tree.pos[kept[0]] in loose and tree.word[kept[0]] != "(" or tree.dep[kept[0]] == "cc"
        ):
            kept.pop(0)
        while kept and (
            tree.pos[kept[-1]] in loose and tree.word[kept[-1]] != ")" or tree.dep[kept[-1]] == "cc"
        ):
            kept.pop()
        return tuple(kept)

    def whole(self) -> tuple[int, ...]:
        """Return all tokens, trimmed, without an opening "that"."""
        tokens = self.trimmed(self.tokens)
        if (
            len(tokens) > 1
            and self.tree.lower[tokens[0]] == "that"
            and self.tree.dep[tokens[0]] == "mark"
        ):
            return tokens[1:]
        return tokens

    def is_nominal(self, token: int) -> bool:
        """Tell whether the token heads a noun phrase."""
        return self.tree.pos[token] in _NOMINAL and self.tree.tag[token][:1] != "V"
