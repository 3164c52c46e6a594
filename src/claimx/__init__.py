"""Claims in news text: who says what, by which words, for or against what.

>>> import claimx
>>> document = claimx.extract("Ann Lee said the plan was a disgrace.")
>>> document.claims[0].speaker
'Ann Lee'
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimx.claims import Claim, Document
    from claimx.corpus import extract_many, read_articles
    from claimx.errors import ClaimxError
    from claimx.evaluation import evaluate
    from claimx.explanation import explain
    from claimx.formats.jsonl import read_jsonl, write_jsonl
    from claimx.formats.tables import to_frame, write_csv
    from claimx.models import extract, load

__version__ = "0.1.0"

__all__ = [
    "Claim",
    "ClaimxError",
    "Document",
    "__version__",
    "evaluate",
    "explain",
    "extract",
    "extract_many",
    "load",
    "read_articles",
    "read_jsonl",
    "to_frame",
    "write_csv",
    "write_jsonl",
]

_HOMES = {
    "Claim": "claims",
    "ClaimxError": "errors",
    "Document": "claims",
    "evaluate": "evaluation",
    "explain": "explanation",
    "extract": "models",
    "extract_many": "corpus",
    "load": "models",
    "read_articles": "corpus",
    "read_jsonl": "formats.jsonl",
    "to_frame": "formats.tables",
    "write_csv": "formats.tables",
    "write_jsonl": "formats.jsonl",
}


def __getattr__(name: str) -> Any:
    # Imported when first asked for, so that the command line starts at once (PEP 562).
    if name not in _HOMES:
        raise AttributeError(f"module 'claimx' has no attribute {name!r}")
    return getattr(import_module(f"claimx.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return __all__
