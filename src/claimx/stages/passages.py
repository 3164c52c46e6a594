"""The words of one claim's content, and who its pronouns may be."""

from __future__ import annotations

from collections.abc import Callable

from claimx.claims import Spans
from claimx.lexicon import Lexicon
from claimx.stages.naming.vocabulary import vocabulary
from claimx.tree import Tree

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
_FIRST_PERSON = frozenset(("i", "we"))
GENDERS = {"he": "m", "she": "f"}
OPENING_MARKS = frozenset(("“", "``", "«", "‘‘", '"', "''"))
CLOSING_MARKS = frozenset(("”", "''", "»", "’’", '"'))
_OPENING = OPENING_MARKS - {'"', "''"}
_MAY_OPEN = _OPENING | {'"', "''", "‘"}
_CLOSING = CLOSING_MARKS - {'"'}
_ARGUMENTS = frozenset(("dobj", "pobj", "nsubj", "nsubjpass", "attr"))
# A position is told in this many words or not at all; a bound keeps the time linear and the
# recursion shallow in sentences of any length.
LONGEST = 200
_CLAUSAL = frozenset(("ROOT", "ccomp", "xcomp", "advcl", "acl", "relcl"))
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "DET", "X", "SYM"))


MeansSpeaker = Callable[[int], bool | None]


class Passage:
    """The tokens of a content that are read on their own, and those of its source.

    Args:
        tree: The parsed text.
        lexicon: The words that attribute, by which attitudes in the content are told too.
        content: Character offsets, end exclusive.
        source: Likewise.
        means_speaker: Tells whether a pronoun means the speaker, or None where that is open.

    ``tokens`` are the content's, in order, ``inside`` the same as a set, ``quoted`` those in
    quotation marks; ``heads`` depend on none inside, in order, marks left out; ``source`` are the
    tokens of the speaker's mention.
    """

    def __init__(
        self,
        tree: Tree,
        lexicon: Lexicon,
        content: Spans,
        source: Spans = (),
        means_speaker: MeansSpeaker = lambda _: None,
    ) -> None:
        self.tree = tree
        self.lexicon = lexicon
        self.tokens = tree.tokens(content)[:LONGEST]
        self.source = tree.tokens(source)
        self._means_speaker = means_speaker
        self.inside = frozenset(self.tokens)
        self.quoted = self._quoted()
        self.heads = self._heads()
        self._speaker_words = frozenset([tree.lower[token] for token in self.source])

    def _quoted(self) -> frozenset[int]:
        word, tokens = self.tree.word, self.tokens
        before = word[tokens[0] - 1] if tokens and tokens[0] else ""
        if isinstance(tokens, range):
            words = word[tokens.start : tokens.stop]
        else:
            words = [word[token] for token in tokens]
        single = False
        found, within = set(), before in _OPENING or before == '"'
        if not within and _MAY_OPEN.isdisjoint(words):
            return frozenset()
        for token, mark in zip(tokens, words, strict=True):
            if mark in _OPENING or (mark in _MAY_OPEN and not within):
                within, single = True, mark == "‘"
            elif mark in _CLOSING or mark == '"' or (single and mark == "’"):
                within = False
            elif within:
                found.add(token)
        return frozenset(found)

    def _heads(self) -> list[int]:
        head, pos, inside = self.tree.head, self.tree.pos, self.inside
        return [
            token
            for token in self.tokens
            if (head[token] not in inside or head[token] == token) and pos[token] != "PUNCT"
        ]

    def _speaker_gender(self) -> str | None:
        words = vocabulary()
        for token in self.source:
            lower = self.tree.lower[token]
            told = words.gender.get(lower) or words.forenames.get(lower)
            if told is not None:
                return told
        return None

    def _is_document(self) -> bool:
        """Tell whether the speaker is a poll or a report, and not somebody's own statement."""
        tree, documents = self.tree, vocabulary().documents
        owned = any(tree.tag[token] == "PRP$" for token in self.source)
        return not owned and any(tree.lemma[t] in documents for t in self.source)

    def children(self, token: int) -> list[int]:
        """Return the token's children that stand inside."""
        inside = self.inside
        return [child for child in self.tree.children[token] if child in inside]

    def child(self, token: int, *deps: str) -> int | None:
        """Return the token's first child inside with one of these dependency labels."""
        dep = self.tree.dep
        for child in self.tree.children[token]:
            if dep[child] in deps and child in self.inside:
                return child
        return None

    def below(self, token: int) -> list[int]:
        """Return the tokens inside that depend on the token, itself included, in order."""
        children, inside = self.tree.children, self.inside
        found = [token]
        for here in found:
            for child in children[here]:
                if child in inside:
                    found.append(child)
        found.sort()
        return found

    def subject(self, verb: int) -> int | None:
        """Return the verb's subject inside; a conjunct's or an infinitive's is that of its head."""
        tree, here = self.tree, verb
        while True:
            found = self.child(here, *SUBJECTS)
            if found is not None:
                return found
            if tree.dep[here] not in ("conj", "xcomp") or tree.head[here] not in self.inside:
                return None
            here = tree.head[here]

    def to(self, verb: int) -> int | None:
        """Return the infinitive's "to"."""
        for child in self.children(verb):
            if self.tree.lower[child] == "to" and self.tree.dep[child] == "aux":
                return child
        return None

    def object(self, verb: int) -> int | None:
        """Return the head of the verb's object, be it behind a preposition or a particle."""
        found = self.child(verb, "dobj", "xcomp", "ccomp")
        if found is not None:
            return found
        for child in self.children(verb):
            if self.tree.dep[child] in ("prep", "acomp", "prt", "advmod") and child > verb:
                found = self.complement(child)
                if found is not None:
                    return found
        return None

    def complement(self, word: int) -> int | None:
        """Return what stands behind the first preposition of a word, or behind the word itself."""
        found = self.child(word, "pobj", "pcomp")
        if found is not None:
            return found
        for child in self.children(word):
            if self.tree.dep[child] == "prep":
                found = self.child(child, "pobj", "pcomp")
                if found is not None:
                    return found
        return None

    def is_first_person(self, token: int | None) -> bool:
        """Tell whether the token is "I" or "we"."""
        return token is not None and self.tree.lower[token] in _FIRST_PERSON

    def is_speaker(self, token: int | None) -> bool:
        """Tell whether the token surely names the speaker."""
        if token is None:
            return False
        word = self.tree.lower[token]
        return word in _FIRST_PERSON or (word in self._speaker_words and token not in self.quoted)

    def may_be_speaker(self, token: int | None) -> bool:
        """Tell whether the token may name the speaker: in a quotation, only "I" and "we" do."""
        if token is None or self.is_speaker(token):
            return token is not None
        word = self.tree.lower[token]
        if not self.source or token in self.quoted or word not in ("he", "she", "it", "they"):
            return False
        means = self._means_speaker(token)
        if means is not None:
            return means
        if any(self.tree.tag[token] == "PRP" for token in self.source):
            return False
        if word in GENDERS and self._is_document():
            return False
        told = self._speaker_gender()
        return told is None or (word in GENDERS and GENDERS[word] == told)

    def is_nominal(self, token: int) -> bool:
        """Tell whether the token heads a noun phrase."""
        tree = self.tree
        opened = self.child(token, "nsubj", "nsubjpass", "aux", "mark")
        if tree.dep[token] in _CLAUSAL and opened is not None:
            return False  # the tagger takes some verbs for nouns
        if tree.dep[token] in _ARGUMENTS and self.child(token, "det", "poss") is not None:
            return True  # "the other", "the ruling"
        return tree.pos[token] in _NOMINAL and not tree.tag[token].startswith("VB")
