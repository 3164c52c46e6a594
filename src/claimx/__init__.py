"""Claims in news text: who says what, by which words, for or against what.

>>> import claimx
>>> document = claimx.extract("Ann Lee said the plan was a disgrace.")
>>> document.claims[0].speaker
'Ann Lee'
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False  # typing takes long to import, and Ctrl-C must not meet it: interruption.py
if TYPE_CHECKING:
    from typing import Any

    from claimx.articles import read_articles
    from claimx.claims import Claim, Document
    from claimx.corpus import extract_many
    from claimx.errors import ClaimxError
    from claimx.evaluation import evaluate
    from claimx.evaluation.adjudication import adjudicate
    from claimx.evaluation.between import agreement
    from claimx.evaluation.differences import compare_runs
    from claimx.explanation import explain
    from claimx.formats import read_documents, write_documents
    from claimx.formats.conversion import convert
    from claimx.formats.jsonl import read as read_jsonl
    from claimx.formats.jsonl import write as write_jsonl
    from claimx.formats.tables import to_frame
    from claimx.formats.tables import write as write_csv
    from claimx.models import extract, load
    from claimx.report.page import write_report

__version__ = "0.1.0"

__all__ = [
    "Claim",
    "ClaimxError",
    "Document",
    "__version__",
    "adjudicate",
    "agreement",
    "compare_runs",
    "convert",
    "evaluate",
    "explain",
    "extract",
    "extract_many",
    "load",
    "read_articles",
    "read_documents",
    "read_jsonl",
    "to_frame",
    "write_csv",
    "write_documents",
    "write_jsonl",
    "write_report",
]

_HOMES = {
    "Claim": "claims:Claim",
    "ClaimxError": "errors:ClaimxError",
    "Document": "claims:Document",
    "adjudicate": "evaluation.adjudication:adjudicate",
    "agreement": "evaluation.between:agreement",
    "compare_runs": "evaluation.differences:compare_runs",
    "convert": "formats.conversion:convert",
    "evaluate": "evaluation:evaluate",
    "explain": "explanation:explain",
    "extract": "models:extract",
    "extract_many": "corpus:extract_many",
    "load": "models:load",
    "read_articles": "articles:read_articles",
    "read_documents": "formats:read_documents",
    "read_jsonl": "formats.jsonl:read",
    "to_frame": "formats.tables:to_frame",
    "write_csv": "formats.tables:write",
    "write_documents": "formats:write_documents",
    "write_jsonl": "formats.jsonl:write",
    "write_report": "report.page:write_report",
}


def __getattr__(name: str) -> Any:
    # Imported when first asked for, so that the command line starts at once (PEP 562).
    if name not in _HOMES:
        raise AttributeError(f"module 'claimx' has no attribute {name!r}")
    module, _, attribute = _HOMES[name].partition(":")
    return getattr(import_module(f"claimx.{module}"), attribute)


def __dir__() -> list[str]:
    return __all__
