"""The words that attribute: read from TOML files, checked, and merged with a user's own.

An entry says what a word does, never how the grammar finds it. ``docs/lexicon.md`` describes the
format.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple, cast

from claimx.claims import STANCES, Stance
from claimx.errors import ClaimxError

WORD_CLASSES = ("verbs", "nouns", "adjectives", "phrases")
FRAMES = (
    "state",  # say, claim, think: the clause evaluates or not
    "warn",  # warn, caution, worry: what is warned of is opposed
    "judge",  # praise, condemn, accuse: the object is judged, the entry has the stance
    "appraise",  # call X a disgrace, describe X as Y: the predicate judges
    "demand",  # urge, call for: the demanded act
    "announce",  # announce, unveil: one's own act is supported, other news is neutral
    "intend",  # promise, plan, hope, decide: one's own act or wish
    "refuse",  # refuse, deny: what is refused or denied
    "ask",  # ask whether, decline to say: neutral to what is asked
    "report",  # issue, discuss: neutral to the object
)
PREPOSITIONS = (
    "about", "against", "around", "as", "at", "behind", "between", "by", "for", "from", "in",
    "into", "of", "off", "on", "over", "regarding", "that", "to", "toward", "towards", "upon",
    "with",
)  # fmt: skip
# Stands in a phrase for the words of its possessor.
POSSESSOR = "…"
CLAUSAL = ("quotation", "clause", "question", "infinitive", "gerund")
NOMINAL = ("object", "object-infinitive", "predicate")
COMPLEMENTS = frozenset(
    (*CLAUSAL, *NOMINAL, *PREPOSITIONS, *(f"object {word}" for word in PREPOSITIONS))
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One sense of a word that attributes.

    Args:
        lemma: The word's lemma, or the lemmas of a phrase, in lower case.
        word_class: One of ``WORD_CLASSES``.
        frame: How target and stance are found; one of ``FRAMES``.
        complements: In which complements the word's content may stand, the first found wins.
        stance: The stance that the word itself carries, or None where the content decides.
    """

    lemma: str
    word_class: str
    frame: str
    complements: tuple[str, ...]
    stance: Stance | None = None


class Phrasing(NamedTuple):
    """A phrase by its words.

    Args:
        words: Its words in their order.
        others: Those behind the first, the sign for a possessor left out.
        entry: Its sense.
    """

    words: list[str]
    others: frozenset[str]
    entry: Entry

    @classmethod
    def of(cls, entry: Entry) -> Phrasing:
        """Part a phrase into its words."""
        words = entry.lemma.split()
        return cls(words, frozenset(words[1:]) - {POSSESSOR}, entry)


@dataclass(frozen=True)
class Lexicon:
    """All entries, by class of word and lemma; a lemma may have several senses."""

    senses: Mapping[str, Mapping[str, tuple[Entry, ...]]] = field(default_factory=dict)

    def find(self, word_class: str, lemma: str) -> tuple[Entry, ...]:
        """Return the senses of a lemma, in the file's order; none where it is not known."""
        return self.senses[word_class].get(lemma, ())

    @cached_property
    def opening(self) -> Mapping[str, Set[str]]:
        """The words that entries open with, by class."""
        return {
            word_class: {lemma.split()[0] for lemma in table}
            for word_class, table in self.senses.items()
        }

    @cached_property
    def particled(self) -> Set[tuple[str, str]]:
        """The words that a particle may follow, by class and lemma."""
        return {
            (word_class, lemma.split()[0])
            for word_class, table in self.senses.items()
            for lemma in table
            if " " in lemma
        }

    @cached_property
    def _phrases(self) -> Sequence[Phrasing]:
        entries = [entry for senses in self.senses.get("phrases", {}).values() for entry in senses]
        entries.sort(key=lambda entry: -len(entry.lemma))
        return [Phrasing.of(entry) for entry in entries]

    def phrases_of(self, words: Set[str]) -> Mapping[str, Sequence[Phrasing]]:
        """Return the phrases that a text may hold, by their first word, the longest first.

        Args:
            words: The words of the text in lower case.
        """
        found: dict[str, list[Phrasing]] = {}
        for phrasing in self._phrases:
            if phrasing.others <= words:
                found.setdefault(phrasing.words[0], []).append(phrasing)
        return found


@cache
def default_lexicon() -> Lexicon:
    """Read the lexicon that ships with claimx.

    >>> default_lexicon().find("verbs", "accuse")[0].stance
    'oppose'
    """
    folder = files("claimx.lexicon")
    senses = {
        word_class: _entries(
            f"{word_class}.toml",
            word_class,
            _parse(f"{word_class}.toml", (folder / f"{word_class}.toml").read_text("utf8")),
        )
        for word_class in WORD_CLASSES
    }
    return Lexicon(senses)


def merged_lexicon(path: str | Path) -> Lexicon:
    """Read a user's lexicon and lay it over the one that ships with claimx.

    Args:
        path: A TOML file with the tables ``verbs``, ``nouns``, ``adjectives``, ``phrases``; an
            entry of the user's replaces all senses of that lemma, ``word = false`` removes it.

    Raises:
        ClaimxError: The file cannot be read, or an entry is wrong; names file, entry and mend.
    """
    name = str(path)
    try:
        text = Path(path).read_text("utf8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise ClaimxError(f"{name}: the lexicon cannot be read: {reason}") from None
    tables = _parse(name, text)
    senses = {key: dict(value) for key, value in default_lexicon().senses.items()}
    for word_class, table in tables.items():
        if word_class not in WORD_CLASSES:
            raise ClaimxError(
                f"{name}: the table [{word_class}] is not known; use {', '.join(WORD_CLASSES)}"
            )
        if not isinstance(table, dict):
            raise ClaimxError(f"{name}: {word_class} must be a table of entries")
        removed = {lemma for lemma, value in table.items() if value is False}
        kept = {lemma: value for lemma, value in table.items() if value is not False}
        senses[word_class].update(_entries(name, word_class, kept))
        for lemma in removed:
            senses[word_class].pop(lemma, None)
    return Lexicon(senses)


def _parse(name: str, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ClaimxError(f"{name}: this is not valid TOML: {error}") from None


def _entries(name: str, word_class: str, table: dict[str, Any]) -> dict[str, tuple[Entry, ...]]:
    found = {}
    for lemma, value in table.items():
        where = f"{name}: {word_class} entry {lemma!r}"
        if lemma != lemma.lower().strip() or not lemma:
            raise ClaimxError(f"{where}: write the lemma in lower case, without outer spaces")
        senses = value if isinstance(value, list) else [value]
        if not senses:
            raise ClaimxError(f"{where}: list one sense or more, or write false to remove the word")
        found[lemma] = tuple(_entry(where, lemma, word_class, sense) for sense in senses)
    return found


def _entry(where: str, lemma: str, word_class: str, sense: Any) -> Entry:
    if not isinstance(sense, dict):
        raise ClaimxError(f"{where}: must be a table such as {{frame = 'state', contents = [...]}}")
    unknown = sorted(set(sense) - {"frame", "stance", "contents"})
    if unknown:
        raise ClaimxError(f"{where}: unknown key {unknown[0]!r}; use frame, stance, contents")
    frame, stance, contents = sense.get("frame"), sense.get("stance"), sense.get("contents")
    if frame not in FRAMES:
        raise ClaimxError(f"{where}: frame is {frame!r}; use one of {', '.join(FRAMES)}")
    if stance is not None and stance not in STANCES:
        raise ClaimxError(f"{where}: stance is {stance!r}; use one of {', '.join(STANCES)}")
    if frame == "judge" and stance is None:
        raise ClaimxError(f"{where}: the frame judge needs a stance; use support or oppose")
    if not isinstance(contents, list) or not contents:
        raise ClaimxError(f"{where}: contents must list one complement or more")
    for complement in contents:
        if not isinstance(complement, str) or complement not in COMPLEMENTS:
            raise ClaimxError(
                f"{where}: complement {complement!r} is not known; docs/lexicon.md lists them"
            )
    return Entry(lemma, word_class, frame, tuple(contents), cast("Stance | None", stance))
