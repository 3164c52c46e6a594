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
from typing import Any

from claimx.errors import ClaimxError
from claimx.lexicon.entries import WORD_CLASSES, Entry, Phrasing, read_entries


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
    def _phrases(self) -> Mapping[str, Sequence[Phrasing]]:
        entries = [entry for senses in self.senses.get("phrases", {}).values() for entry in senses]
        entries.sort(key=lambda entry: -len(entry.lemma))
        found: dict[str, list[Phrasing]] = {}
        for phrasing in map(Phrasing.of, entries):
            found.setdefault(phrasing.words[0], []).append(phrasing)
        return found

    def phrases_of(self, words: Set[str], lemmas: Set[str]) -> Mapping[str, Sequence[Phrasing]]:
        """Return the phrases that a text may hold, by their first word, the longest first.

        Args:
            words: The words of the text in lower case.
            lemmas: Their lemmas: a phrase may open with any form of its verb.
        """
        return {
            first: [phrasing for phrasing in self._phrases[first] if phrasing.others <= words]
            for first in (words | lemmas) & self._phrases.keys()
        }


@cache
def default_lexicon() -> Lexicon:
    """Read the lexicon that ships with claimx.

    >>> default_lexicon().find("verbs", "accuse")[0].stance
    'oppose'
    """
    folder = files("claimx.lexicon")
    senses = {
        word_class: read_entries(
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
        senses[word_class].update(read_entries(name, word_class, kept))
        for lemma in removed:
            senses[word_class].pop(lemma, None)
    return Lexicon(senses)


def _parse(name: str, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ClaimxError(f"{name}: this is not valid TOML: {error}") from None
