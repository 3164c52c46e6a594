"""What was missed, what is false, and which fields are wrong?"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import spacy
from spacy.tokens import Doc

from claimx.claims import SPAN_FIELDS, Claim, Document, Kind
from claimx.evaluation.pairs import Comparison, Pair, compare
from claimx.paragraphs import paragraph_breaks

_LISTED = ("content", "source", "cue", "speaker", "stance", "target", "target_entity", "nested_in")


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing that a prediction has wrong.

    Args:
        document: The document's id.
        kind: The kind of the claims.
        what: ``"miss"``, ``"false alarm"``, or the field of a matched pair that is wrong; for
            ``"content"`` that its bounds are not exactly the gold's.
        gold: The gold claim; None for a false alarm.
        predicted: The predicted claim; None for a miss.
        expected: What the gold says, as text.
        found: What the prediction says, as text.
        sentence: The sentence of the claim, or the sentences from its first to its last word.
    """

    document: str
    kind: Kind
    what: str
    gold: Claim | None
    predicted: Claim | None
    expected: str
    found: str
    sentence: str

    def to_dict(self) -> dict[str, Any]:
        """Return a JSON-safe dictionary, with the claims' ids in the claims' place."""
        return {
            "document": self.document,
            "kind": self.kind,
            "error": self.what,
            "gold": self.gold and self.gold.id,
            "predicted": self.predicted and self.predicted.id,
            "expected": self.expected,
            "found": self.found,
            "sentence": self.sentence,
        }


def errors(gold: Iterable[Document], predictions: Iterable[Document]) -> list[Mistake]:
    """List each miss, false alarm and wrong field.

    A pair whose contents overlap by less than 0.5 is a miss and a false alarm, as scoring counts
    it.

    Args:
        gold: Annotated documents.
        predictions: The same documents with predicted claims.

    Returns:
        The mistakes, document by document, in the order of the claims' first words.

    Raises:
        ClaimxError: The two do not hold the same documents with the same texts.

    >>> gold = Document("a", "Ann Lee said it rained.", (Claim("c1", ((13, 22),)),))
    >>> [(mistake.what, mistake.expected) for mistake in errors([gold], [Document("a", gold.text)])]
    [('miss', 'it rained')]
    """
    return [
        mistake for comparison in compare(gold, predictions) for mistake in _mistakes(comparison)
    ]


def _mistakes(comparison: Comparison) -> Iterator[Mistake]:
    pairs = sorted(
        (pair for pair in comparison.pairs if not (pair.matched and all(pair.right.values()))),
        key=_first_word,
    )
    starts = _sentence_starts(comparison.gold.text) if pairs else []
    for pair in pairs:
        gold, predicted = pair.gold, pair.predicted
        if pair.matched and gold and predicted:
            for name in _LISTED:
                if not pair.right.get(name, True):
                    yield _mistake(comparison, starts, name, gold, predicted)
            continue
        if gold:
            yield _mistake(comparison, starts, "miss", gold, None)
        if predicted:
            yield _mistake(comparison, starts, "false alarm", None, predicted)


def _first_word(pair: Pair) -> int:
    return min(_bounds(claim)[0] for claim in (pair.gold, pair.predicted) if claim)


def _mistake(
    comparison: Comparison,
    starts: list[int],
    what: str,
    gold: Claim | None,
    predicted: Claim | None,
) -> Mistake:
    claim = gold or predicted
    assert claim is not None
    text = comparison.gold.text
    first, last = _bounds(claim)
    begin = starts[bisect_right(starts, first) - 1]
    following = bisect_right(starts, last)
    end = starts[following] if following < len(starts) else len(text)
    name = what if gold and predicted else "content"
    return Mistake(
        comparison.gold.id,
        claim.kind,
        what,
        gold,
        predicted,
        _shown(comparison.gold, gold, name) if gold else "",
        _shown(comparison.predicted, predicted, name) if predicted else "",
        text[begin:end].strip(),
    )


def _bounds(claim: Claim) -> tuple[int, int]:
    """Return the offsets of the first and the last character of the claim's words."""
    spans = (*claim.source, *claim.cue, *claim.content)
    return min((start for start, _ in spans), default=0), max(
        (end for _, end in spans), default=1
    ) - 1


def _shown(document: Document, claim: Claim, name: str) -> str:
    value = getattr(claim, name)
    if name in SPAN_FIELDS:
        return document.words(value)
    if name == "nested_in":
        outer = [other for other in document.claims if other.id == value]
        return document.words(outer[0].content) if outer else value or "none"
    return value or "none"


def _sentence_starts(text: str) -> list[int]:
    # A rough cut is enough to show where a claim stands, and needs no model.
    tokenizer, sentencizer = _splitter()
    doc = sentencizer(tokenizer(text))
    starts = {0, *(end for _, end in paragraph_breaks(text))}
    return sorted(starts | {sentence.start_char for sentence in doc.sents})


@cache
def _splitter() -> tuple[Callable[[str], Doc], Callable[[Doc], Doc]]:
    nlp = spacy.blank("en")
    return nlp.tokenizer, nlp.add_pipe("sentencizer")
