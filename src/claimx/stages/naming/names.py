"""What do the names of a text seem to name? Titles are parted from them and their kind is told."""

from __future__ import annotations

from claimx.parse import DASHES
from claimx.stages.naming.name import Kind, Name
from claimx.stages.naming.runs import Runs, bare
from claimx.stages.naming.states import States
from claimx.stages.naming.vocabulary import Vocabulary
from claimx.tree import Tree

SMALL_WORDS = frozenset({"of", "the", "for", "and", "on", "to", "in", "&", "against"})
SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_PARTIES = frozenset({"democrats", "republicans", "conservatives", "liberals", "greens", "tories"})
_DATELINE = 12
_PLACED = frozenset({"in", "at", "near", "outside"})


def find_names(tree: Tree, words: Vocabulary, gazetteer: States) -> list[Name]:
    """Find the names of a text.

    The body is read first, so that a headline is judged by the names that the body has.

    Args:
        tree: The parsed text.
        words: Titles, forenames and nouns of office.
        gazetteer: The states' terms.

    Returns:
        Names that do not overlap, in text order.
    """
    runs = Runs(tree, words, gazetteer)
    reader = _Reader(tree, words, gazetteer, runs)
    found: list[Name] = []
    headlines = []
    for first, end in tree.sentences:
        if runs.is_headline(first):
            headlines.append((first, end))
            continue
        for run in runs.in_sentence(first, end, headline=False):
            name = reader.name(run, headline=False)
            if name is not None:
                found.append(name)
                for token in range(name.first, name.last + 1):
                    runs.attest(token)
    for first, end in headlines:
        for run in runs.in_sentence(first, end, headline=True):
            name = reader.name(run, headline=True)
            if name is not None:
                found.append(name)
    found.sort(key=lambda name: name.first)
    return found


class _Reader:
    def __init__(self, tree: Tree, words: Vocabulary, gazetteer: States, runs: Runs) -> None:
        self._tree = tree
        self._words = words
        self._regions = gazetteer.regions
        self._runs = runs

    def name(self, run: list[int], headline: bool) -> Name | None:
        """Read a run of name words; None where it holds titles alone."""
        tree, runs = self._tree, self._runs
        term = runs.term(run[0])
        if runs.is_term(term, run) and term is not None:
            kind: Kind = "state" if term.form != "demonym" else "other"
            return Name(run[0], run[-1], (term.words,), kind, (), term, headline)
        lowers = [bare(tree.lower[token]) for token in run]
        begin = self._begins(lowers)
        if begin is None or self._is_noun(run, lowers) or self._is_party_tag(run):
            return None
        titles = tuple(lowers[:begin])
        rest = run[begin:]
        start, end = tree.span(rest[0], rest[-1])
        words = tuple(bare(tree.text[start:end]).split())
        certain = self._is_person(lowers[begin:], titles)
        inner = runs.term(rest[0]) if begin and not certain else None
        if inner is not None and runs.is_term(inner, rest):
            return Name(rest[0], rest[-1], words, "state", titles, inner, headline)
        kind = "person" if certain else self._kind(rest, lowers[begin:])
        attested = all(runs.is_attested(tree.lower[token]) for token in rest)
        mark = max(run[0] - 1, 0)
        titled = tree.word[mark] in '"“‘' and tree.end[mark] == tree.start[run[0]]
        if kind == "person" and not certain and (titled or (headline and not attested)):
            kind = "other"
        determined = rest[0] > 0 and tree.lower[rest[0] - 1] == "the"
        return Name(
            rest[0], rest[-1], words, kind, titles, None, headline, certain, determined, term
        )  # fmt: skip

    def _begins(self, lowers: list[str]) -> int | None:
        """Return where the name behind titles begins; None where there are titles alone."""
        words = self._words
        corporate = lowers[-1] in words.corporate
        if corporate and not self._is_title(lowers[0]):
            return 0
        held = [at for at, lower in enumerate(lowers[:-1]) if self._is_title(lower)]
        if not held:
            return None if self._is_office(lowers) else self._behind_office_words(lowers)
        begin = held[-1] + 1
        rest = lowers[begin:]
        if rest[0] == "of":
            return self._behind_office(rest, begin)
        named = lowers[0] in words.forenames and rest[0] not in words.forenames and len(rest) == 1
        if all(lower in SUFFIXES for lower in rest) or named or corporate:
            return 0
        if self._is_office(rest):
            return None
        return begin if rest[0] not in SMALL_WORDS and rest[0] != "-" else 0

    def _behind_office_words(self, lowers: list[str]) -> int:
        """Return where the forename stands: "for African Affairs Linda Vance"."""
        forenames = self._words.forenames
        if lowers[0] in forenames or "." in lowers[0]:
            return 0
        inner = range(2, len(lowers) - 1)
        return next((at for at in inner if lowers[at] in forenames), 0)

    def _behind_office(self, rest: list[str], begin: int) -> int | None:
        """Return where the name begins behind an office such as Secretary of State."""
        for at in range(2, len(rest)):
            if rest[at] in self._words.forenames:
                return begin + at
        return None if len(rest) < 3 else begin + max(2, len(rest) - 2)

    def _is_noun(self, run: list[int], lowers: list[str]) -> bool:
        """Tell whether a single word is a plain noun: PAC, Attorneys, a first word Daily."""
        tree = self._tree
        if len(run) > 1:
            return False
        if lowers[0].endswith("s") and lowers[0][:-1] in self._words.persons:
            return lowers[0] not in self._words.corporate | _PARTIES
        if lowers[0] not in self._words.organisations:
            return False
        return tree.word[run[0]].isupper() or tree.sentences[tree.sentence[run[0]]][0] == run[0]

    def _is_party_tag(self, run: list[int]) -> bool:
        """Tell whether a run is a lawmaker's party, with or without region: (D), R-Fla."""
        tree = self._tree
        if len(run) == 1 and len(tree.word[run[0]]) == 1 and tree.word[max(run[0] - 1, 0)] == "(":
            return True
        tag = len(run) > 2 and len(tree.word[run[0]]) < 3 and tree.word[run[0]].isupper()
        return tag and tree.word[run[1]] == "-" and tree.word[max(run[0] - 1, 0)] in ",("

    def _is_title(self, lower: str) -> bool:
        return lower in self._words.titles or lower in self._words.persons

    def _is_office(self, lowers: list[str]) -> bool:
        """Tell whether words name an office and nobody: Treasury Secretary, Army Capt."""
        words = self._words
        return (
            self._is_title(lowers[-1])
            and lowers[0] not in words.forenames
            and not any(lower in SMALL_WORDS for lower in lowers)
        )

    def _is_person(self, lowers: list[str], titles: tuple[str, ...]) -> bool:
        if any(self._is_title(title) for title in titles):
            return True
        return (
            len(lowers) > 1
            and lowers[0] in self._words.forenames
            and not any(lower in self._words.corporate for lower in lowers[1:])
        )

    def _is_dateline(self, run: list[int]) -> bool:
        """Tell whether a name in capitals opens a paragraph before a dash: ELDORET, Kenya --."""
        tree, first = self._tree, run[0]
        capitals = len(tree.word[first]) > 2 and tree.word[first].isupper()
        if not capitals or (first and "\n" not in tree.word[first - 1]):
            return False
        following = range(run[-1] + 1, min(run[-1] + _DATELINE, len(tree)))
        return any(tree.word[token] in DASHES for token in following)

    def _kind(self, run: list[int], lowers: list[str]) -> Kind:
        tree, words = self._tree, self._words
        region = " ".join(lowers)
        if region in self._regions or self._runs.is_abbreviation(run[-1], region):
            return "place"
        if self._is_dateline(run) or (len(run) > 1 and lowers[-1] in words.places):
            return "place"
        if lowers[-1] in words.things or (run[0] and tree.word[run[0] - 1] == "#"):
            return "thing"
        plural = tree.tag[run[-1]] in ("NNPS", "NNS") and len(run) < 3
        if lowers[-1] in _PARTIES or (plural and lowers[-1] not in words.corporate):
            return "party"
        if "&" in lowers or any(lower in words.corporate for lower in lowers):
            return "organisation"
        word = tree.word[run[0]]
        if word.isupper() and 1 < len(word.replace(".", "")) < 7 and len(run) in (1, 3):
            return "organisation"
        before = tree.lower[run[0] - 1] if run[0] else ""
        if before in _PLACED:
            return "place"
        parts = sum(1 for token in run if bare(tree.word[token])[:1].isupper())
        determined = before in ("the", "a", "an")
        if 1 < parts < 6 and not determined and self._runs.term(run[0]) is None:
            return "person"
        return "other"
