"""The report: one page that holds articles, claims, plots and all that it needs to show them."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, PackageLoader, Template

from claimx.checking import each_document
from claimx.claims import Document
from claimx.evaluation import Evaluation, evaluate
from claimx.evaluation.pairs import compare
from claimx.formats.atomic import replacing
from claimx.report.figures import figures
from claimx.report.payload import as_json, compared_payload, found_payload
from claimx.report.visible import one_line

_SCRIPTS = ("dom.js", "filters.js", "article.js", "table.js", "detail.js", "export.js", "main.js")
_TILES = (
    ("claim_f1", "Claim F1", "all its parts right"),
    ("attribution_f1", "Attribution F1", "content and source right"),
    ("content_f1", "Content F1", "overlap of half or more"),
    ("speaker", "Speaker", "of matched claims"),
    ("stance", "Stance", "of matched claims"),
    ("target", "Target", "of matched claims"),
)


def write_report(
    documents: Iterable[Document],
    path: str | Path,
    *,
    gold: Iterable[Document] | None = None,
    title: str | None = None,
) -> None:
    """Write a page to explore claims in, which works from a file and asks nothing of any network.

    Args:
        documents: Documents with their claims.
        path: The file; one that exists is replaced.
        gold: The same documents as somebody annotated them: the page then shows what agrees, what
            was missed and what is false.
        title: The page's title; by default it says how many articles there are.

    Raises:
        ClaimxError: The file cannot be written, or gold and documents are not the same documents
            with the same texts.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     write_report([Document("a", "It rained.")], Path(folder, "a.html"), title="Weather")
    ...     "<title>Weather</title>" in Path(folder, "a.html").read_text("utf8")
    True
    """
    page = report_html(documents, gold=gold, title=title)
    with replacing(path) as temporary:
        temporary.write_text(page, encoding="utf8", newline="")


def report_html(
    documents: Iterable[Document],
    *,
    gold: Iterable[Document] | None = None,
    title: str | None = None,
) -> str:
    """Return the page that ``write_report`` writes.

    Args:
        documents: Documents with their claims.
        gold: The same documents as somebody annotated them.
        title: The page's title.

    >>> page = report_html([Document("a", "<script>alert(1)</script>")])
    >>> "<script>alert" in page
    False
    """
    held = list(each_document(documents))
    if gold is None:
        payload, evaluation = found_payload(held), None
    else:
        annotated = list(each_document(gold))
        payload = compared_payload(compare(annotated, held))
        evaluation = evaluate(annotated, held)
    style, scripts = _data("report.css"), [_data(name) for name in _SCRIPTS]
    return _template().render(
        title=title or f"Claims in {len(held)} article{'' if len(held) == 1 else 's'}",
        policy=_policy(style, scripts),
        style=style,
        scripts=scripts,
        data=as_json(payload),
        figures=figures(held),
        tiles=_tiles(evaluation),
    )


def _policy(style: str, scripts: Sequence[str]) -> str:
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {' '.join(map(_source, scripts))}",
            f"style-src {_source(style)}",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        )
    )


def _source(content: str) -> str:
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"


def _tiles(evaluation: Evaluation | None) -> list[dict[str, str]]:
    if evaluation is None:
        return []
    found = evaluation.on["attributed"].figures
    tiles = []
    for name, label, note in _TILES:
        figure = found.get(name)
        if figure and figure.value is not None:
            interval = f"{figure.low:.2f} to {figure.high:.2f}"
            tiles.append(
                {"label": label, "note": note, "value": f"{figure.value:.3f}", "interval": interval}
            )
    return tiles


@cache
def _data(name: str) -> str:
    return files("claimx.report").joinpath("web", name).read_text(encoding="utf8")


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("claimx", "report/web"), autoescape=True, trim_blocks=True
    )
    environment.filters["visible"] = one_line
    return environment.get_template("report.html")
