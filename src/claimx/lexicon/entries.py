"""What an entry of the lexicon says of a word that attributes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

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


@dataclass(frozen=True, slots=True)
class Phrasing:
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


def read_entries(name: str, word_class: str, table: dict[str, Any]) -> dict[str, tuple[Entry, ...]]:
    """Read a table of entries.

    Args:
        name: What errors call the file.
        word_class: One of ``WORD_CLASSES``.
        table: Each lemma with its sense, or a list of its senses.

    Returns:
        Each lemma's senses, in the file's order.

    Raises:
        ClaimxError: An entry is wrong; names file, entry and mend.

    >>> sense = {"frame": "state", "contents": ["clause"]}
    >>> read_entries("my.toml", "verbs", {"quip": sense})["quip"][0].complements
    ('clause',)
    """
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
