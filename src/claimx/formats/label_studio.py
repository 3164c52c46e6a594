"""Label Studio: tasks with predictions to correct, and the annotations that it exports as JSON.

The labelling configuration is ``label_studio.xml``, which also says what stands for what.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

from claimx.claims import DERIVED_FIELDS, GOLD_FIELDS, SPAN_FIELDS, Claim, Document, Span
from claimx.errors import ClaimxError
from claimx.formats import load_json
from claimx.formats.atomic import replacing
from claimx.formats.label_studio_regions import CHOICES, OWN, TEXTS, read_claims, told
from claimx.formats.strict_json import dump

MODEL = "claimx"


def read(path: str | Path) -> Iterator[Document]:
    """Read tasks: each one's last annotation that was not cancelled, else its last prediction.

    Args:
        path: What Label Studio exports as JSON, or what ``write`` wrote.

    Returns:
        An iterator over the documents. A region that belongs to no claim is warned of and left out.

    Raises:
        ClaimxError: The file is no such JSON; the message names the task.
    """
    content = load_json(path)
    for number, task in enumerate(content if isinstance(content, list) else [content], 1):
        place = f"{path}, task {number}"
        try:
            yield _document(task, f"{Path(path).stem}-{number}", place)
        except ClaimxError as error:
            raise ClaimxError(f"{place}: {error}") from None
        except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
            # Whatever is missing or of another kind than Label Studio writes.
            raise ClaimxError(f"{place}: no task of Label Studio: {error!r}") from None


def write(documents: Iterable[Document], path: str | Path) -> None:
    """Write tasks to import, the claims as predictions; beside them the labelling configuration.

    Args:
        documents: Documents with their claims.
        path: A ``.json`` file; the configuration gets its name with ``.xml``. Both are replaced if
            they exist.

    Raises:
        ClaimxError: A file cannot be written.
    """
    tasks = [task(document) for document in documents]
    with replacing(path) as temporary:
        temporary.write_text(dump(tasks, indent=1) + "\n", "utf8", newline="")
    with replacing(Path(path).with_suffix(".xml")) as temporary:
        temporary.write_text(configuration(), "utf8")


def configuration() -> str:
    """Return the labelling configuration, as it is pasted into a project's settings.

    >>> configuration().startswith("<View>")
    True
    """
    return (files(__package__) / "label_studio.xml").read_text("utf8")


def task(document: Document) -> dict[str, Any]:
    """Return a document as a task.

    Args:
        document: A document with its claims.

    Returns:
        A JSON-safe dictionary; the claims are the result of its one prediction.

    >>> claim = Claim("c1", ((8, 17),), source=((0, 2),), cue=((3, 7),))
    >>> made = task(Document("a", "He said it rained.", (claim,)))
    >>> [item["type"] for item in made["predictions"][0]["result"]].count("labels")
    3
    """
    data = {"id": document.id, "text": document.text, "metadata": dict(document.metadata)}
    result: dict[str, dict[str, Any]] = {}
    relations = []
    for claim in document.claims:
        for item in _regions(document, claim):
            result.setdefault(f"{item['id']} {item['from_name']}", item)
        relations += [_relation(claim.id, to, label) for to, label in _parts(claim)]
    prediction = {"model_version": MODEL, "result": [*result.values(), *relations]}
    return {"data": data, "predictions": [prediction]}


def _document(task: dict[str, Any], name: str, place: str) -> Document:
    data = task["data"]
    text, metadata = data["text"], data.get("metadata", {})
    kept = [made for made in task.get("annotations", []) if not made.get("was_cancelled")]
    sources = kept or task.get("predictions", [])
    claims = read_claims(sources[-1]["result"], text, place) if sources else []
    record = {**metadata, "id": data.get("id", name), "text": text}
    return Document.from_record({**record, "claims": [claim.to_record() for claim in claims]})


def _regions(document: Document, claim: Claim) -> Iterator[dict[str, Any]]:
    """Yield the claim's regions, and what is said of the one that stands for it."""
    head, *_ = claim.content or ((0, 0),)
    own = {name: getattr(claim, name) for name in DERIVED_FIELDS}
    own = {name: value for name, value in own.items() if value is not None}
    if claim.marked != told(name for name in GOLD_FIELDS if _said(claim, name)):
        own["marked"] = sorted(claim.marked)
    yield _item(claim.id, "part", "labels", head, document, {"labels": ["Content"]}) | (
        {"meta": {OWN: own}} if own else {}
    )
    for name in (*CHOICES, *TEXTS):
        if _said(claim, name):
            kind, key = ("choices", "choices") if name in CHOICES else ("textarea", "text")
            value = {key: [getattr(claim, name)]}
            yield _item(claim.id, name, kind, head, document, value)
    for name in SPAN_FIELDS:
        for span in claim.content[1:] if name == "content" else getattr(claim, name):
            value = {"labels": [name.capitalize()]}
            yield _item(_part(claim, name, span), "part", "labels", span, document, value)


def _said(claim: Claim, name: str) -> bool:
    return name in claim.marked and (name not in TEXTS or getattr(claim, name) is not None)


def _parts(claim: Claim) -> Iterator[tuple[str, str]]:
    for name in SPAN_FIELDS:
        for span in claim.content[1:] if name == "content" else getattr(claim, name):
            yield _part(claim, name, span), "piece" if name == "content" else name
    if claim.nested_in:
        yield claim.nested_in, "nested in"


def _part(claim: Claim, name: str, span: Span) -> str:
    # Claims share their sources, cues and targets where these stand at one place.
    own = f"{claim.id}_" if name == "content" else ""
    return f"{own}{name}_{span[0]}_{span[1]}"


def _item(
    identity: str,
    control: str,
    kind: str,
    span: Span,
    document: Document,
    value: dict[str, Any],
) -> dict[str, Any]:
    start, end = span
    place = {"start": start, "end": end, "text": document.text[start:end]}
    return {
        "id": identity,
        "from_name": control,
        "to_name": "text",
        "type": kind,
        "value": place | value,
    }


def _relation(start: str, end: str, label: str) -> dict[str, Any]:
    return {
        "type": "relation",
        "from_id": start,
        "to_id": end,
        "direction": "right",
        "labels": [label],
    }
