"""What detection finds in annotated documents, and what of it is marked there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from claimx.analysis import analyse
from claimx.claims import Claim, Document
from claimx.evaluation.pairs import compare
from claimx.formats.jsonl import read
from claimx.models import load
from claimx.pipeline import claim_finder
from claimx.stages.attribution import Attribution


class Finding(NamedTuple):
    """An attribution that is nested in no other, and whether its content is marked."""

    attribution: Attribution
    is_right: bool


@dataclass(frozen=True, slots=True)
class Findings:
    """What is found in one document.

    Args:
        gold: The document as it is annotated.
        attributions: All attributions in it that are nested in no other.
    """

    gold: Document
    attributions: tuple[Attribution, ...]

    def scored(self, kept: Iterable[Attribution] | None = None) -> list[Finding]:
        """Pair the attributions, or some of them, with the annotated claims.

        Args:
            kept: The attributions to pair; all if it is left out.
        """
        paired = list(self.attributions if kept is None else kept)
        claims = [
            Claim(str(place), found.content, source=found.source, cue=found.cue)
            for place, found in enumerate(paired)
        ]
        (comparison,) = compare([self.gold], [replace(self.gold, claims=tuple(claims))])
        right = {pair.predicted.id for pair in comparison.pairs if pair.predicted and pair.matched}
        return [Finding(found, str(place) in right) for place, found in enumerate(paired)]


def find(path: str | Path) -> Iterator[Findings]:
    """Find the attributions in annotated documents, one document after the other.

    Args:
        path: A ``.jsonl`` file with annotated documents.
    """
    nlp = load()
    lexicon = claim_finder(nlp).lexicon
    pairs = ((document.text, document) for document in read(path))
    for doc, document in nlp.pipe(pairs, as_tuples=True, disable=["claimx"]):
        found = analyse(doc, lexicon).attributions
        yield Findings(document, tuple(a for a in found if a.outer is None))
