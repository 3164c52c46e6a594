"""Which runs of words may be names? By capitals, tags and lists, without entity recognition."""

from __future__ import annotations

import re
from bisect import bisect_left

from spacy.lang.en.stop_words import STOP_WORDS

from claimx.stages.naming.joins import Joins, no_names
from claimx.stages.naming.owners import PREFIXES
from claimx.stages.naming.states import States, Term
from claimx.stages.naming.vocabulary import Vocabulary
from claimx.tree import Tree

_OPENING = frozenset('"“‘:-–—')
_ORDINAL = re.compile(r"\d+(st|nd|rd|th)$")


class Runs:
    """Finds the runs of name words in a text.

    Args:
        tree: The parsed text.
        words: Titles, forenames and nouns of office.
        gazetteer: The states' terms.
    """

    def __init__(self, tree: Tree, words: Vocabulary, gazetteer: States) -> None:
        self._tree = tree
        self._words = words
        self._gazetteer = gazetteer
        self._leading = words.in_names.leading
        self._dates = words.in_names.dates
        self._no_names = no_names(words.in_names.dates)
        self._text = tree.text.replace("’", "'")
        distinct = set(tree.word)
        capitals = {word for word in distinct if bare(word)[:1].isupper() and "]" not in word}
        self._capital = [word in capitals for word in tree.word]
        self._small = {
            lower
            for lower, tag, capital in zip(tree.lower, tree.tag, self._capital, strict=True)
            if not capital and tag[:3] != "NNP"
        }
        opening = capitals.union(
            word for word in distinct if word in self._leading or word[0].isdigit()
        )
        # The tokens at which a name may begin.
        self._candidates = [token for token, word in enumerate(tree.word) if word in opening]
        self._terms: dict[int, Term | None] = {}
        self._headlines = {first for first, end in tree.sentences if self._is_headline(first, end)}
        self._attested = self._in_mid_sentence()
        self._joins = Joins(tree, words, self._capital, self._small, self._attested)

    def _in_mid_sentence(self) -> set[str]:
        """Return the words that have a capital behind a word in small letters or a comma."""
        lower, capital, found = self._tree.lower, self._capital, set()
        word, sentence = self._tree.word, self._tree.sentence
        for token in self._candidates:
            before = word[token - 1]
            follows = token and capital[token] and (before[0].islower() or before == ",")
            if follows and self._tree.sentences[sentence[token]][0] not in self._headlines:
                found.add(lower[token])
        return found - self._no_names

    def attest(self, token: int) -> None:
        """Take a word for one that names in this text."""
        self._attested.add(self._tree.lower[token])

    def is_attested(self, lower: str) -> bool:
        """Tell whether the text's body has the word as a part of a name."""
        return lower in self._attested

    def is_headline(self, first: int) -> bool:
        """Tell whether the sentence that begins at a token is written as a headline."""
        return first in self._headlines

    def _is_headline(self, first: int, end: int) -> bool:
        """Tell whether the longer words of a sentence have capitals as a headline's do."""
        if 3 * sum(self._capital[first:end]) < end - first:
            return False
        words = self._tree.word[first:end]
        longer = [word for word in words if len(word) > 3 and word.isalpha()]
        if len(longer) > 1 and all(word.isupper() for word in longer):
            return True
        return len(longer) > 3 and sum(w[0].isupper() for w in longer) >= 0.9 * len(longer)

    def is_abbreviation(self, token: int, region: str) -> bool:
        """Tell whether a region's abbreviation stands here with its full stop: Fla."""
        stopped = self._text[self._tree.end[token] : self._tree.end[token] + 1] == "."
        return stopped and f"{region}." in self._gazetteer.regions

    def term(self, token: int) -> Term | None:
        """Return the state's term that begins at a token."""
        if token not in self._terms:
            self._terms[token] = self._gazetteer.at(self._text, self._tree.start[token])
        return self._terms[token]

    def is_term(self, term: Term | None, run: list[int]) -> bool:
        """Tell whether a run is a state's term and nothing more."""
        tree = self._tree
        return term is not None and tree.end[run[-1]] == tree.start[run[0]] + len(term.words)

    def in_sentence(self, first: int, end: int, headline: bool) -> list[list[int]]:
        """Return the runs of a sentence, each a list of tokens.

        Args:
            first: The sentence's first token.
            end: The token behind its last.
            headline: Whether capitals tell little here.
        """
        found: list[list[int]] = []
        last = first - 1
        begin = bisect_left(self._candidates, first)
        for token in self._candidates[begin : bisect_left(self._candidates, end)]:
            # What follows a name in a headline is its verb or its noun: "Peru Mulls Fish Tax".
            beside = headline and found and token == last + 1
            if beside and self._tree.lower[token] not in self._attested:
                last = token
            elif token > last:
                run = self._run(token, end, self._opens(token, first), headline)
                if run:
                    found.append(run)
                    last = run[-1]
        return found

    def _opens(self, token: int, first: int) -> bool:
        """Tell whether a word has a capital anyway: behind a quotation mark, a colon, a dash."""
        word = self._tree.word
        while token > first and not word[token - 1][0].isalnum():
            token -= 1
            if word[token] in _OPENING or word[token].isspace():
                return True
        return token == first

    def _run(self, token: int, end: int, opens: bool, headline: bool) -> list[int]:
        tree = self._tree
        lower = bare(tree.lower[token])
        if not self._capital[token]:
            if not (tree.word[token][0].isdigit() or lower in self._leading):
                return []
            term = None
        else:
            term = self.term(token)
        if not self._starts(token, end, opens, headline, term):
            return []
        run = [token]
        if term is not None:
            behind = tree.start[token] + len(term.words)
            while run[-1] + 1 < end and tree.start[run[-1] + 1] < behind:
                run.append(run[-1] + 1)
        prefixed = token > 1 and tree.word[token - 1] == "-" and tree.lower[token - 2] in PREFIXES
        while (following := run[-1] + 1) < end:
            if prefixed and tree.lower[following] in self._words.organisations:
                break
            joined = self._joins.behind(run, following, end, headline, term is not None)
            if not joined:
                break
            run += joined
        if len(run) == 1 and term is None and (lower in self._leading or lower in self._no_names):
            return []
        return run

    def _starts(self, token: int, end: int, opens: bool, headline: bool, term: Term | None) -> bool:
        tree = self._tree
        word, lower, tag = tree.word[token], bare(tree.lower[token]), tree.tag[token]
        following = token + 1
        if not self._capital[token]:
            if lower in self._leading and following < end and tree.word[following] == "-":
                following += 1
            if following >= end or not self._joins.is_name_word(following):
                return False
            return lower in self._leading or bool(_ORDINAL.match(word))
        if term is not None:
            return lower not in STOP_WORDS or word != word.capitalize()
        proper = tag[:3] == "NNP"
        if lower in self._no_names and (not proper or opens or lower in self._dates):
            return False
        if lower in self._words.titles or lower in self._attested:
            return True
        if headline:
            return proper and lower not in self._small
        return not opens or self._starts_sentence(token, end, proper)

    def _starts_sentence(self, token: int, end: int, proper: bool) -> bool:
        """Tell whether a word that has a capital anyway begins a name."""
        tree = self._tree
        word, lower, following = tree.word[token], bare(tree.lower[token]), token + 1
        if following < end and tree.word[following] == ":" and word.isupper() and len(word) > 2:
            return True
        capital = following < end and self._joins.is_name_word(following)
        noun = tree.head[token]
        modifies = tree.dep[token] in ("compound", "amod", "nmod") and tree.tag[noun] == "NN"
        if modifies and not capital and not self._capital[noun]:
            return False
        if proper or lower in self._words.forenames:
            return capital or lower not in self._small
        return capital and tree.tag[token][:1] in "NJ" and tree.tag[following][:3] == "NNP"


def bare(word: str) -> str:
    """Return a word without the hyphen that a list's item begins with: -Ann Lee."""
    return word.lstrip("-–—")
