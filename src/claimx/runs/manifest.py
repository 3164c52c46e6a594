"""What a run was started with, so that only the same run goes on with what it has done."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from claimx import __version__
from claimx.errors import ClaimxError
from claimx.installed import lexicon_version, model_version
from claimx.runs.workers import Extraction

_SHOWN = 60


def manifest(
    paths: Sequence[str], fields: Mapping[str, Any], extraction: Extraction, form: str, shard: int
) -> dict[str, Any]:
    """Return all that the output of a run depends on, but for the articles themselves.

    Args:
        paths: The paths to read, as they were given.
        fields: The names of the fields that are read.
        extraction: How claims are found.
        form: The output's format.
        shard: How many records a shard holds.

    Returns:
        A JSON-safe dictionary.

    Raises:
        ClaimxError: The lexicon cannot be read.

    >>> manifest(["news/"], {"text": "text"}, Extraction(), "jsonl", 500)["--format"]
    'jsonl'
    """
    return {
        "claimx": __version__,
        "paths": list(paths),
        "--model": model_version(extraction.model),
        "--lexicon": lexicon_version(extraction.lexicon),
        "--kind": extraction.kind or "all",
        "--min-confidence": extraction.min_confidence,
        "--format": form,
        "--shard-size": shard,
        **{f"--{name}-field": value for name, value in fields.items()},
    }


def check_same(begun: Mapping[str, Any], wanted: Mapping[str, Any], name: str) -> None:
    """Refuse to go on with a run that was started with something else.

    Args:
        begun: The manifest of the run that was interrupted.
        wanted: The manifest of the one that is to go on with it.
        name: The output's name.

    Raises:
        ClaimxError: They differ; the message says in what.

    >>> check_same({"--kind": "all"}, {"--kind": "author"}, "claims.csv")
    Traceback (most recent call last):
    claimx.errors.ClaimxError: claims.csv: the run to resume had --kind "all", not "author": give \
the same, or start anew with --force
    """
    for key in {**begun, **wanted}:
        if begun.get(key) != wanted.get(key):
            before, now = (_short(some.get(key)) for some in (begun, wanted))
            raise ClaimxError(
                f"{name}: the run to resume had {key} {before}, not {now}: give the same, or "
                "start anew with --force"
            )


def _short(value: Any) -> str:
    written = json.dumps(value, ensure_ascii=False)
    return written if len(written) <= _SHOWN else f"{written[:_SHOWN]}…"
