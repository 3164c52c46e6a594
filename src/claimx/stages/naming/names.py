"""Which words of a text are names? Found by capitals, tags and lists, without entity recognition."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.lang.en.stop_words import STOP_WORDS

from claimx.stages.naming.states import States, Term
from claimx.stages.naming.vocabulary import Vocabulary
from claimx.tree import Tree

Kind = Literal["person", "organisation", "state", "party", "other"]

_DATES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june "
    "july august september october november december jan. feb. mar. apr. jun. jul. aug. sept. oct. "
    "nov. dec. easter christmas thanksgiving".split()
)
_NO_NAMES = (STOP_WORDS | _DATES | {"i", "yes", "no", "ok", "well", "oh"}) - {"us"}
_PARTICLES = frozenset(
    "de da di do dos das du del della von van der den ter bin ibn al el la le".split()
)
_LEADING_PARTICLES = frozenset("de von van der bin al el".split())
_JOINS = frozenset({"of", "for", "on", "against", "to"})
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_SPANNED = frozenset("ministry department office committee institute organisation organization "
                     "centre center association school bureau council board secretary".split())  # fmt: skip
_PARTIES = frozenset({"democrats", "republicans", "conservatives", "liberals", "greens", "tories"})
_ORDINAL = re.compile(r"\d+(st|nd|rd|th)$")
_PARTICIPLE = re.compile(r"(ed|led|wide|style|era|born|run|made|like|friendly|speaking|funded)$")


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it stands in the text.

    Args:
        first: The first token of the name itself, without titles.
        last: Its last token, inclusive.
        words: The words of the name.
        kind: What it seems to name.
        title: The words of the titles before it, in lower case.
        opening: The first token of titles and name together.
        term: The state's term, where the name is one.
        headline: Whether it stands in a headline.
    """

    first: int
    last: int
    words: tuple[str, ...]
    kind: Kind
    title: tuple[str, ...]
    opening: int
    term: Term | None = None
    headline: bool = False


def find_names(tree: Tree, words: Vocabulary, gazetteer: States) -> list[Name]:
    """Find the names of a text.

    Args:
        tree: The parsed text.
        words: Titles, forenames and nouns of office.
        gazetteer: The states' terms.

    Returns:
        Names that do not overlap, in text order.
    """
    return _Finder(tree, words, gazetteer).find()


class _Finder:
    def __init__(self, tree: Tree, words: Vocabulary, gazetteer: States) -> None:
        self.tree = tree
        self.words = words
        self.gazetteer = gazetteer
        self.text = tree.text.replace("’", "'")
        self.small = {
            lower for word, lower in zip(tree.word, tree.lower, strict=True) if word == lower
        }
        self.attested: set[str] = set()

    def find(self) -> list[Name]:
        """Read the body first, so that headlines are judged by the names that it attests."""
        found: list[Name] = []
        headlines = []
        for first, end in self.tree.sentences:
            if self._is_headline(first, end):
                headlines.append((first, end))
                continue
            for name in self._in_sentence(first, end, headline=False):
                self.attested.update(word.casefold() for word in name.words)
                found.append(name)
        for first, end in headlines:
            found += self._in_sentence(first, end, headline=True)
        found.sort(key=lambda name: name.first)
        return found

    def _is_headline(self, first: int, end: int) -> bool:
        """Tell whether most longer words of a sentence without a full stop have capitals."""
        tree = self.tree
        tokens = [t for t in range(first, end) if not tree.is_space(t)]
        if not tokens or tree.word[tokens[-1]] in '.!?”"':
            return False
        longer = [tree.word[t] for t in tokens if len(tree.word[t]) > 3 and tree.word[t].isalpha()]
        return len(longer) > 2 and sum(w[0].isupper() for w in longer) >= 0.75 * len(longer)

    def _in_sentence(self, first: int, end: int, headline: bool) -> Iterator[Name]:
        token, opens = first, True
        while token < end:
            if self.tree.is_space(token) or not self.tree.word[token][0].isalnum():
                opens = opens or self.tree.word[token] in '"“‘:-–—'
                token += 1
                continue
            run = self._run(token, end, opens, headline)
            opens = False
            if run:
                yield from self._named(run, headline)
                token = run[-1] + 1
            else:
                token += 1

    def _run(self, token: int, end: int, opens: bool, headline: bool) -> list[int]:
        """Return the tokens of the run of name words that begins at a token."""
        tree = self.tree
        lower = tree.lower[token]
        if not self._starts(token, end, opens, headline):
            return []
        run = [token]
        term = self._term(token)
        if term is not None:
            run += range(token + 1, self._token_behind(token, len(term.words)))
        while (following := run[-1] + 1) < end:
            joined = self._continued(run, following, end, headline)
            if not joined:
                break
            run += joined
        if tree.lower[run[0]] in _LEADING_PARTICLES and len(run) == 1:
            return []
        return run if lower not in _NO_NAMES or len(run) > 1 or term else []

    def _starts(self, token: int, end: int, opens: bool, headline: bool) -> bool:
        tree = self.tree
        word, lower, tag = tree.word[token], tree.lower[token], tree.tag[token]
        if not word[0].isupper():
            following = token + 2 if token + 1 < end and tree.word[token + 1] == "-" else token + 1
            capital = following < end and tree.word[following][0].isupper()
            if lower in _LEADING_PARTICLES and capital:
                return True
            return bool(_ORDINAL.match(word)) and capital and self._is_name_word(following)
        if self._term(token) is not None:
            return lower not in STOP_WORDS or word != word.capitalize()
        if lower in _NO_NAMES and not (tag.startswith("NNP") and lower not in _DATES and not opens):
            return False
        if lower in self.words.titles or lower in self.attested:
            return True
        if headline:
            return tag.startswith("NNP") and lower not in self.small
        if not opens:
            return True
        proper = tag.startswith("NNP") or lower in self.words.forenames
        following = token + 1
        capital = following < end and self._is_name_word(following)
        if proper:
            return capital or lower not in self.small
        return capital and tag[:1] in "NJ" and tree.tag[following].startswith("NNP")

    def _is_name_word(self, token: int) -> bool:
        word, lower = self.tree.word[token], self.tree.lower[token]
        return word[0].isupper() and lower not in _NO_NAMES

    def _continued(self, run: list[int], token: int, end: int, headline: bool) -> list[int]:
        """Return the tokens by which a run goes on, or nothing."""
        tree = self.tree
        word, lower = tree.word[token], tree.lower[token]
        adjoins = tree.start[token] == tree.end[token - 1]
        if self._is_name_word(token):
            return [token] if not headline or self._fits_headline(token) else []
        if token + 1 >= end:
            return []
        following = tree.word[token + 1]
        if word in "-–" and adjoins and tree.start[token + 1] == tree.end[token]:
            if following[0].isupper() or (
                len(run) > 1 and following.isalpha() and not _PARTICIPLE.search(following)
            ):
                return [token, token + 1]
            return []
        if word == "&" and following[0].isupper():
            return [token, token + 1]
        if word in ("'", "’") and adjoins and tree.word[token - 1].endswith("s"):
            return self._possessor_in_name(token, end)
        if lower in _PARTICLES and following[0].isupper() and len(run) < 3:
            return [token, token + 1]
        if lower in _JOINS and self._is_institution(run):
            behind = token + 2 if tree.lower[token + 1] == "the" and token + 2 < end else token + 1
            if self._is_name_word(behind):
                return list(range(token, behind + 1))
        if lower == "and" and following[0].isupper() and self._joins_by_and(run, token, end):
            return [token, token + 1]
        return []

    def _fits_headline(self, token: int) -> bool:
        lower = self.tree.lower[token]
        return lower in self.attested or (
            self.tree.tag[token].startswith("NNP") and lower not in self.small
        )

    def _possessor_in_name(self, token: int, end: int) -> list[int]:
        """A plural possessor belongs to the name of an organisation: Farmers' League."""
        last = token + 1
        while last < end and self._is_name_word(last):
            last += 1
        if last > token + 1 and self.tree.lower[last - 1] in self.words.corporate:
            return list(range(token, last))
        return []

    def _is_institution(self, run: list[int]) -> bool:
        lower = self.tree.lower
        if lower[run[-1]] in ("secretary", "director", "minister", "speaker", "house"):
            return True
        return any(lower[token] in self.words.organisations for token in run)

    def _joins_by_and(self, run: list[int], token: int, end: int) -> bool:
        lower = self.tree.lower
        if any(lower[t] in _SPANNED for t in run):
            return any(lower[t] in _JOINS for t in run)
        if run[0] == 0 or lower[run[0] - 1] != "the" or len(run) > 1:
            return False
        last = token + 1
        while last < end and self._is_name_word(last):
            last += 1
        return last > token + 2 and lower[last - 1] in self.words.corporate

    def _named(self, run: list[int], headline: bool) -> Iterator[Name]:
        """Part titles from the name and tell its kind."""
        tree = self.tree
        term = self._term(run[0])
        if term is not None and self._token_behind(run[0], len(term.words)) == run[-1] + 1:
            kind: Kind = "state" if term.form != "demonym" else "other"
            yield Name(run[0], run[-1], (term.words,), kind, (), run[0], term, headline)
            return
        lowers = [tree.lower[token] for token in run]
        begin = self._name_begins(lowers)
        if begin is None:
            return
        titles = tuple(lowers[:begin])
        name = tuple(tree.word[token] for token in run[begin:])
        kind = self._kind(run[begin:], titles)
        inner = self._term(run[begin]) if begin else None
        if inner is not None and self._token_behind(run[begin], len(inner.words)) == run[-1] + 1:
            if not titles or kind != "person":
                kind = "state"
            else:
                inner = None
        else:
            inner = None
        yield Name(run[begin], run[-1], name, kind, titles, run[0], inner, headline)

    def _name_begins(self, lowers: list[str]) -> int | None:
        """Return where the name behind titles begins; None where there are titles alone."""
        words = self.words
        if lowers[-1] in words.corporate and not self._is_title(lowers[0]):
            return 0
        held = [at for at, lower in enumerate(lowers[:-1]) if self._is_title(lower)]
        if not held:
            plural_office = lowers[-1] in words.persons and lowers[0] not in words.forenames
            return None if plural_office and self._is_office(lowers) else 0
        begin = held[-1] + 1
        rest = lowers[begin:]
        if rest and rest[0] == "of":
            named = [at for at in range(2, len(rest)) if rest[at] in words.forenames]
            if named:
                return begin + named[0]
            return None if len(rest) < 3 else begin + max(2, len(rest) - 2)
        if all(lower in _SUFFIXES for lower in rest) or lowers[0] in words.forenames:
            return 0
        if rest[-1] in words.corporate:
            return 0
        if rest[-1] in words.persons and len(rest) == 1 and rest[0] not in words.forenames:
            return None
        return begin

    def _is_title(self, lower: str) -> bool:
        return lower in self.words.titles or lower in self.words.persons

    def _is_office(self, lowers: list[str]) -> bool:
        return len(lowers) == 1 or lowers[-1] not in self.attested

    def _kind(self, run: list[int], titles: tuple[str, ...]) -> Kind:
        tree, words = self.tree, self.words
        lowers = [tree.lower[token] for token in run]
        if any(title in words.titles or title in words.persons for title in titles):
            return "person"
        if lowers[-1] in _PARTIES or (
            tree.tag[run[-1]] == "NNPS" and lowers[-1] not in words.corporate and len(run) < 3
        ):
            return "party"
        if any(lower in words.corporate for lower in lowers) or "&" in lowers:
            return "organisation"
        if lowers[0] in words.forenames and len(run) > 1:
            return "person"
        word = tree.word[run[0]]
        if word.isupper() and 1 < len(word.replace(".", "")) < 7 and len(run) in (1, 3):
            return "organisation"
        before = run[0] - 1
        determined = before >= 0 and tree.lower[before] in ("the", "a", "an")
        capitals = all(tree.word[t][0].isupper() for t in run if tree.word[t].isalpha())
        if 1 < len(run) < 6 and not determined and self._term(run[0]) is None and capitals:
            placed = before >= 0 and tree.lower[before] in ("in", "at", "near", "outside")
            return "other" if placed else "person"
        return "other"

    def _term(self, token: int) -> Term | None:
        return self.gazetteer.at(self.text, self.tree.start[token])

    def _token_behind(self, token: int, length: int) -> int:
        """Return the first token that begins behind so many characters from a token's start."""
        end = self.tree.start[token] + length
        while token < len(self.tree) and self.tree.start[token] < end:
            token += 1
        return token
