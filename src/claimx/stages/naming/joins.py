"""How far does a name go? Over hyphens, particles, and an institution's prepositions."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cache

from spacy.lang.en.stop_words import STOP_WORDS

from claimx.lexicon.words import word_list
from claimx.stages.naming.vocabulary import Vocabulary
from claimx.tree import Tree

_JOINED_ENDINGS = tuple(word_list("roles.toml", "joined_endings"))
_QUOTES = frozenset({'"', "“", "”", "'", "‘", "’", "''"})
_INTERJECTIONS = frozenset({"i", "yes", "no", "ok", "well", "oh"})


class Joins:
    """Finds the words that carry a run of name words on.

    Args:
        tree: The parsed text.
        words: Nouns of organisations, words inside names.
        capital: For each token, whether it has a capital.
        small: The words that the text has in small letters.
        attested: The words that the text's body has in names.
    """

    def __init__(
        self,
        tree: Tree,
        words: Vocabulary,
        capital: Sequence[bool],
        small: AbstractSet[str],
        attested: AbstractSet[str],
    ) -> None:
        self._tree = tree
        self._words = words
        self._names = words.in_names
        self._no_names = no_names(words.in_names.dates)
        self._capital = capital
        self._small = small
        self._attested = attested

    def is_name_word(self, token: int) -> bool:
        """Tell whether a word has a capital and is no common word."""
        return self._capital[token] and self._tree.lower[token] not in self._no_names

    def behind(
        self, run: list[int], token: int, end: int, headline: bool, known: bool
    ) -> list[int]:
        """Return the tokens by which a run goes on, or nothing.

        Args:
            run: The run so far.
            token: The token behind it.
            end: The token behind the sentence's last.
            headline: Whether capitals tell little here.
            known: Whether the run begins with a state's name.
        """
        tree = self._tree
        if self._capital[token]:
            if tree.lower[token] in self._no_names and not self._names_all_the_same(
                run, token, headline
            ):
                return []
            return [token] if not headline or self._fits_headline(run, token, known) else []
        return self._over_small_word(run, token, end) if token + 1 < end else []

    def _over_small_word(self, run: list[int], token: int, end: int) -> list[int]:
        """Return a small word or mark with what it joins to the run, or nothing."""
        tree, names = self._tree, self._names
        word, lower = tree.word[token], tree.lower[token]
        if word in "-–" and tree.start[token] == tree.end[token - 1]:
            return self._hyphenated(run, token)
        if word in _QUOTES and self._quotes_nickname(token, end):
            return list(range(token, token + 4))
        plural = word in ("'", "’") and tree.word[token - 1].endswith("s")
        holder = word in ("'s", "’s") and self._is_office(token - 1)
        if plural or holder:
            return self._possessor(token, end)
        workers = lower == "of" and len(run) > 1 and tree.lower[run[-1]] in self._words.corporate
        if workers or (lower in names.joins and self._is_institution(run)):
            article = tree.lower[token + 1] in ("the", "a", "an") and token + 2 < end
            behind = token + 2 if article else token + 1
            return list(range(token, behind + 1)) if self.is_name_word(behind) else []
        particle = lower in names.particles and len(run) < 3
        if particle and tree.word[token + 1] == "-" and token + 2 < end:
            return [token, token + 1, token + 2] if self._capital[token + 2] else []
        joined = word == "&" or particle or (lower == "and" and self._joins_by_and(run, token, end))
        return [token, token + 1] if joined and self._capital[token + 1] else []

    def _quotes_nickname(self, token: int, end: int) -> bool:
        """Tell whether a quotation mark opens a nickname inside a name: Ann "Bee" Lee."""
        tree = self._tree
        if token + 3 >= end or tree.start[token + 1] != tree.end[token]:
            return False
        quoted = self._capital[token + 1] and tree.word[token + 2] in _QUOTES
        return quoted and self.is_name_word(token + 3) and tree.tag[token + 3] == "NNP"

    def _names_all_the_same(self, run: list[int], token: int, headline: bool) -> bool:
        """Tell whether a common word is a part of a name: UNITE HERE, Alliance for Our Schools."""
        tree = self._tree
        word, before = tree.word[token], tree.word[token - 1]
        if len(word) > 2 and len(before) > 2 and word.isupper() and before.isupper():
            return True
        if headline or tree.lower[token] in self._names.dates or token + 1 == len(tree):
            return False
        hyphen = tree.word[token + 1] == "-" and tree.start[token + 1] == tree.end[token]
        inside = tree.tag[token][:3] == "NNP" or self._is_institution(run)
        return hyphen or (inside and self.is_name_word(token + 1))

    def _fits_headline(self, run: list[int], token: int, known: bool) -> bool:
        """A headline's verbs have capitals too: beside a known name, only known words go on."""
        lower = self._tree.lower[token]
        known = known or any(self._tree.lower[t] in self._attested for t in run)
        if lower in self._attested:
            return known
        return not known and self._tree.tag[token][:3] == "NNP" and lower not in self._small

    def _hyphenated(self, run: list[int], token: int) -> list[int]:
        tree = self._tree
        following = tree.word[token + 1]
        if tree.start[token + 1] != tree.end[token]:
            return []
        if self._capital[token + 1]:
            return [token, token + 1]
        given = len(run) > 1 and following.isalpha() and not following.endswith(_JOINED_ENDINGS)
        return [token, token + 1] if given else []

    def _possessor(self, token: int, end: int) -> list[int]:
        """A possessor belongs to an organisation's name: Farmers' League, Coroner's Office."""
        last = token + 1
        while last < end and self.is_name_word(last):
            last += 1
        if last > token + 1 and self._tree.lower[last - 1] in self._words.corporate:
            return list(range(token, last))
        return []

    def _is_office(self, token: int) -> bool:
        """Tell whether a word names people by what they are: Coroner, Women."""
        lemma = self._tree.lower[token], self._tree.lemma[token].lower()
        return any(word in self._words.persons for word in lemma)

    def _is_institution(self, run: list[int]) -> bool:
        lower = self._tree.lower
        if lower[run[-1]] in self._names.offices:
            return True
        return any(lower[token] in self._words.organisations for token in run)

    def _joins_by_and(self, run: list[int], token: int, end: int) -> bool:
        lower = self._tree.lower
        if any(lower[t] in self._names.for_several for t in run):
            return any(lower[t] in self._names.joins for t in run)
        if run[0] == 0 or lower[run[0] - 1] != "the" or len(run) > 1:
            return False
        last = token + 1
        while last < end and self.is_name_word(last):
            last += 1
        return last > token + 2 and lower[last - 1] in self._words.corporate


@cache
def no_names(dates: frozenset[str]) -> frozenset[str]:
    """Return the words that name nobody, with or without a capital.

    Args:
        dates: Days, months and feasts.
    """
    return dates.union(STOP_WORDS, _INTERJECTIONS) - {"us"}
