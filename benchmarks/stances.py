"""How often are stance, target and actor right, by the gold's stance and by the cue's frame?

Sources, cues and contents are the gold's own, so that nothing but the judging is measured::

    python benchmarks/stances.py gold/written/*.jsonl
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from claimx.analysis import Analysis, analyse_annotated
from claimx.claims import Document
from claimx.evaluation.fields import agreement
from claimx.evaluation.tokens import Tokens
from claimx.formats.jsonl import read
from claimx.models import load
from claimx.pipeline import claim_finder

FIELDS = ("stance", "target", "target_entity")


def main(paths: Sequence[str]) -> None:
    documents = [document for path in paths for document in read(Path(path))]
    rows = pd.DataFrame(judged(documents))
    for group in ("stance of the gold", "frame of the cue"):
        shares = rows.groupby(group)[list(FIELDS)].mean().round(2)
        shares.insert(0, "claims", rows.groupby(group).size())
        print(shares.to_string(), end="\n\n")


def judged(documents: Sequence[Document]) -> list[dict[str, object]]:
    nlp = load()
    lexicon = claim_finder(nlp).lexicon
    rows: list[dict[str, object]] = []
    texts = [document.text for document in documents]
    for document, doc in zip(documents, nlp.pipe(texts, disable=["claimx"]), strict=True):
        rows += compared(document, analyse_annotated(doc, lexicon, document.claims))
    return rows


def compared(document: Document, analysis: Analysis) -> list[dict[str, object]]:
    tokens = Tokens(document.text)
    found = {(claim.source, claim.cue, claim.content): claim for claim in analysis.claims}
    gold = [claim for claim in document.claims if claim.kind == "attributed"]
    rows = []
    for claim, judgement in zip(gold, analysis.judgements, strict=True):
        predicted = found[claim.source, claim.cue, claim.content]
        right = agreement(tokens, claim, predicted, set())
        frame = judgement.reasons[0].removeprefix("frame ").split(",")[0]
        row = {"stance of the gold": claim.stance, "frame of the cue": frame}
        rows.append({**row, **{field: right[field] for field in FIELDS}})
    return rows


if __name__ == "__main__":
    main(sys.argv[1:])
