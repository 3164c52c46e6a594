"""Who is that: tables of texts, a section a phenomenon, and what holds for all texts."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from spacy.language import Language

from claimx.claims import SPEAKER_TYPES, Span
from claimx.stages.attribution import Attribution
from claimx.stages.naming.states import states
from claimx.stages.quotations import find_quotations
from claimx.stages.speakers import Cast
from claimx.tree import Tree

FOLDER = Path(__file__).parents[1] / "cases"
CASES = tomllib.loads((FOLDER / "speakers.toml").read_text("utf8"))
OWNERS = tomllib.loads((FOLDER / "target_entities.toml").read_text("utf8"))
NAMES = {"{": "source", "<": "cue", "[": "content"}
CLOSING = {"}": "{", ">": "<", "]": "["}


def cast_of(tree: Tree, attributions: list[Attribution]) -> Cast:
    return Cast.of(tree, find_quotations(tree), attributions)


class Marked:
    """A text whose marks say where its claims stand; a content may hold the marks of others."""

    def __init__(self, marked: str) -> None:
        self.text = ""
        self.claims: list[dict[str, list[Span]]] = []
        self.outer: list[int | None] = []
        self._current: list[int | None] = [None]
        opened: list[tuple[str, int, int]] = []
        for piece in re.split(r"([{}<>\[\]])", marked):
            if piece in NAMES:
                claim = self._claim(NAMES[piece])
                opened.append((NAMES[piece], claim, len(self.text)))
                if piece == "[":
                    self._current.append(None)
            elif piece in CLOSING:
                name, claim, start = opened.pop()
                self.claims[claim][name].append((start, len(self.text)))
                if piece == "]":
                    self._current.pop()
            else:
                self.text += piece

    def _claim(self, name: str) -> int:
        """Return the claim that a mark belongs to: a new one where the last has its like."""
        last = self._current[-1]
        again = last is not None and self.claims[last][name] and self.claims[last]["cue"]
        if last is None or (again and (name != "content" or self.claims[last]["source"])):
            last = len(self.claims)
            self.claims.append({name: [] for name in NAMES.values()})
            self.outer.append(self._current[-2] if len(self._current) > 1 else None)
            self._current[-1] = last
        return last

    def attributions(self) -> list[Attribution]:
        return [
            Attribution(
                tuple(claim["source"]),
                tuple(claim["cue"]),
                tuple(claim["content"]),
                None,
                None,
                "clause",
                "test",
                outer,
            )
            for claim, outer in zip(self.claims, self.outer, strict=True)
        ]


def cast(nlp: Language, marked: str) -> tuple[Marked, Cast]:
    parts = Marked(marked)
    return parts, cast_of(Tree.of(nlp(parts.text)), parts.attributions())


@pytest.mark.parametrize(
    ("marked", "expected"),
    [pytest.param(*case, id=f"{key}-{n}") for key in CASES for n, case in enumerate(CASES[key])],
)
def test_speakers_are_named_in_full(nlp: Language, marked: str, expected: list[str]) -> None:
    parts, found = cast(nlp, marked)
    assert [found.speaker(place).name for place in range(len(parts.claims))] == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [pytest.param(*case, id=f"{key}-{n}") for key in OWNERS for n, case in enumerate(OWNERS[key])],
)
def test_targets_are_led_to_their_actors(nlp: Language, marked: str, expected: str) -> None:
    bare = re.sub(r"[{}<>\[\]]", "", marked)
    start, end = bare.index("«"), bare.index("»") - 1
    parts, found = cast(nlp, re.sub("[«»]", "", marked))
    within = [
        place
        for place, claim in enumerate(parts.claims)
        if any(first <= start and end <= last for first, last in claim["content"])
    ]
    entity = found.entity(((start, end),), within[-1] if within else None)
    assert (entity.name if entity else "") == expected


@pytest.mark.parametrize(
    ("text", "words", "kind", "key"),
    [
        ("Washington voted no. The U.S. left.", "Washington", "state", "USA"),
        ("Pristina voted no. Kosovo left.", "Pristina", "state", "XKX"),
        ("Pristina voted no.", "Pristina", "state", "XKX"),
        ("China and the U.S. met.", "China and the U.S.", "state", "CHN+USA"),
        ("Dr. José Peña-Ruiz left.", "Dr. José Peña-Ruiz", "person", "jose pena ruiz"),
        ("The Tarn Group left.", "The Tarn Group", "organisation", "tarn group"),
        ("The European Union met.", "The European Union", "organisation", "european union"),
        ("Some farmers left.", "Some farmers", "group", "some farmers"),
        ("The report is out.", "The report", "document", "report"),
    ],
)
def test_types_and_keys_hold_over_articles(
    nlp: Language, text: str, words: str, kind: str, key: str
) -> None:
    start = text.index(words)
    found = cast_of(Tree.of(nlp(text)), []).resolve(((start, start + len(words)),), None)
    assert (found.kind, found.key) == (kind, key)


@pytest.mark.parametrize("marked", [case[0] for key in CASES for case in CASES[key]])
def test_no_name_is_invented(nlp: Language, marked: str) -> None:
    parts, found = cast(nlp, marked)
    written = set(re.findall(r"\w+", parts.text.casefold())) | {"and", "s", "unspecified"}
    for place in range(len(parts.claims)):
        assert set(re.findall(r"\w+", found.speaker(place).name.casefold())) <= written


@pytest.mark.parametrize("text", ["", " ", "\n\n", "“", "A", "THE", "-", "’s", "1st Of And", "of"])
def test_any_text_has_a_cast(nlp: Language, text: str) -> None:
    spans = ((0, len(text)),) if text else ()
    speech = Attribution(spans, (), spans, None, None, "clause", "test")
    found = cast_of(Tree.of(nlp(text)), [speech])
    assert found.speaker(0).kind in SPEAKER_TYPES
    assert found.entity(spans, 0) is None or text.strip()


def test_every_state_has_a_name_and_a_demonym() -> None:
    forms: dict[str, set[str]] = {}
    for terms in states().terms.values():
        for term in terms:
            for code in term.codes:
                forms.setdefault(code, set()).add(term.form)
    assert len(states().codes) == 197
    assert all({"name", "demonym"} <= forms[code] for code in states().codes)
