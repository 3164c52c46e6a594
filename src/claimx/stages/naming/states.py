"""Which words name a state, its capital, its people or its seat of government?"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from countryinfo import CountryInfo

Form = Literal["name", "capital", "demonym", "seat"]
_KEY_LENGTHS = (4, 3, 2)


@dataclass(frozen=True, slots=True)
class Term:
    """A form of words that stands for a state.

    Args:
        words: The words, as they are written.
        form: What the words are to the state.
        codes: The states' ISO 3166 alpha-3 codes, or a body's name; several where the words are
            ambiguous ("Congolese").
        common: Whether the words are also a forename, a surname or a place elsewhere.
    """

    words: str
    form: Form
    codes: tuple[str, ...]
    common: bool = False


@dataclass(frozen=True)
class States:
    """All terms, found by their first characters.

    Args:
        codes: The alpha-3 codes of the states.
        regions: Parts and groups of states, which are places, in lower case.
        terms: The terms by their first four characters, or all of fewer; longest first.
    """

    codes: frozenset[str]
    regions: frozenset[str]
    terms: Mapping[str, tuple[Term, ...]] = field(default_factory=dict)

    def at(self, text: str, start: int) -> Term | None:
        """Return the longest term that the text has at an offset, or None.

        Args:
            text: The text, with straight apostrophes.
            start: The character offset at which the term must begin.

        >>> states().at("He flew to Burkina Faso.", 11).codes
        ('BFA',)
        """
        for length in _KEY_LENGTHS:
            for term in self.terms.get(text[start : start + length], ()):
                if text.startswith(term.words, start):
                    end = start + len(term.words)
                    if end == len(text) or not text[end].isalnum():
                        return term
        return None


@cache
def states() -> States:
    """Read countryinfo's states under the overlay ``states.toml``.

    >>> states().at("Pristina", 0)
    Term(words='Pristina', form='capital', codes=('XKX',), common=False)
    """
    overlay = tomllib.loads((files("claimx.lexicon") / "states.toml").read_text("utf8"))
    known = {
        str(info["ISO"]["alpha3"]): info
        for info in reversed(CountryInfo.all().values())
        if info.get("ISO", {}).get("alpha3") in overlay["states"]
    }
    codes: dict[tuple[str, Form], list[str]] = {}
    common: set[tuple[str, Form]] = set()
    for code, row in overlay["states"].items():
        for words, form in _forms(known.get(code, {}), row):
            owners = codes.setdefault((words, form), [])
            if code not in owners:
                owners.append(code)
            if row.get("common") and form == "name":
                common.add((words, form))
    for body, row in overlay["bodies"].items():
        for words, form in _forms({"name": body}, row):
            codes.setdefault((words, form), []).append(body)
    regions = frozenset(name.casefold() for name in overlay["regions"]["names"])
    return States(frozenset(overlay["states"]), regions, _indexed(codes, common))


def _forms(info: Mapping[str, Any], row: Mapping[str, Any]) -> Iterable[tuple[str, Form]]:
    for name in (row.get("name", info.get("name")), *row.get("names", ())):
        yield from _spellings(name, "name")
    for capital in row.get("capitals", _listed(info.get("capital"))):
        yield from _spellings(capital, "capital")
    for demonym in row.get("demonyms", _listed(info.get("demonym"))):
        yield demonym, "demonym"
        if not demonym.endswith(("ese", "ish", "ch", "s")):
            yield f"{demonym}s", "demonym"
    for seat in row.get("seats", ()):
        yield from _spellings(seat, "seat")


def _spellings(words: str, form: Form) -> Iterable[tuple[str, Form]]:
    yield words, form
    if len(words) >= 4 and not words.isupper():
        yield words.upper(), form


def _listed(value: Any) -> list[str]:
    return [value] if isinstance(value, str) and value else []


def _indexed(
    codes: Mapping[tuple[str, Form], list[str]], common: set[tuple[str, Form]]
) -> dict[str, tuple[Term, ...]]:
    found: dict[str, list[Term]] = {}
    for (words, form), owners in codes.items():
        term = Term(words, form, tuple(owners), (words, form) in common)
        found.setdefault(words[: _KEY_LENGTHS[0]], []).append(term)
    preference = ("name", "capital", "seat", "demonym")
    return {
        key: tuple(sorted(terms, key=lambda t: (-len(t.words), preference.index(t.form))))
        for key, terms in found.items()
    }
