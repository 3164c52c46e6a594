"""Brat's standoff: a text with a file of annotations beside it (Stenetorp et al. 2012).

A claim is an event whose arguments are its source, cue, content and target. Kind and stance are
attributes of the event; what brat has no place for (speaker, the target's entity, the claim's id)
stands as JSON in the event's note, where an annotator can change it.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from tempfile import mkdtemp

from claimx.claims import SPAN_FIELDS, Claim, Document, Span, Spans
from claimx.errors import ClaimxError
from claimx.formats import plain
from claimx.formats.brat_events import read_claims, unnoted

_CONFIGURATION = "annotation.conf"


def read(path: str | Path) -> Iterator[Document]:
    """Read annotated texts.

    Args:
        path: An ``.ann`` file with its ``.txt`` beside it, or a folder with such files at any
            depth. PolNeAR's files are such.

    Returns:
        An iterator over the documents; a folder's in the order of their names. Claims stand in
        text order. An event without content is warned of and left out.

    Raises:
        ClaimxError: A file is missing or malformed, or the annotation is of another text; the
            message names file and line.
    """
    place = Path(path)
    root = place if place.is_dir() else place.parent
    texts = {file.with_suffix(".txt") for file in _annotations(place)}
    if place.is_dir():
        texts |= set(place.rglob("*.txt"))
    for file in sorted(texts):
        identity = file.relative_to(root).with_suffix("").as_posix()
        document = plain.read(file, id=identity)
        annotation = file.with_suffix(".ann")
        lines = _lines(annotation) if annotation.exists() else []
        claims = read_claims(lines, document.text, str(annotation))
        try:
            yield Document.from_record(
                {**document.to_record(), "claims": [claim.to_record() for claim in claims]}
            )
        except ClaimxError as error:
            raise ClaimxError(f"{annotation}: {error}") from None


def write(documents: Iterable[Document], path: str | Path) -> None:
    """Write texts and annotations, with the configuration that brat needs.

    Brat marks no span across the end of a line: there it is cut into pieces.

    Args:
        documents: Documents with their claims; an id with ``/`` becomes a path below the folder.
        path: A folder that does not exist or is empty.

    Raises:
        ClaimxError: The folder holds something, cannot be written, or an id is no file name.
    """
    folder = Path(path)
    temporary = None
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise ClaimxError(f"{path}: brat's files need a new or an empty folder of their own")
        folder.parent.mkdir(parents=True, exist_ok=True)
        temporary = Path(mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
        temporary.chmod(0o755)
        shutil.copyfile(str(files(__package__) / "brat.conf"), temporary / _CONFIGURATION)
        for document in documents:
            _write_document(document, temporary)
        if folder.exists():
            folder.rmdir()
        temporary.rename(folder)
    except OSError as error:
        raise ClaimxError(f"{path}: cannot be written: {error.strerror or error}") from None
    except UnicodeEncodeError:
        raise ClaimxError(
            f"{path}: cannot be written: half a surrogate pair, which is no character"
        ) from None
    finally:
        if temporary:
            shutil.rmtree(temporary, ignore_errors=True)


def annotation(document: Document) -> str:
    r"""Return a document's annotation as the lines of an ``.ann`` file.

    Args:
        document: A document with its claims.

    >>> claim = Claim("c1", ((8, 17),), source=((0, 2),), cue=((3, 7),), speaker="Ann Lee")
    >>> annotation(Document("a", "He said it rained.", (claim,))).splitlines()[0]
    'T1\tSource 0 2\tHe'
    """
    lines: list[str] = []
    events = {claim.id: number for number, claim in enumerate(document.claims, 1)}
    marks = 0
    for claim in document.claims:
        event = events[claim.id]
        arguments = []
        for name in SPAN_FIELDS:
            pieces = _cut(document.text, getattr(claim, name))
            if pieces:
                marks += 1
                lines.append(_mark(marks, name.capitalize(), pieces, document.text))
                arguments.append(f"{name.capitalize()}:T{marks}")
        if claim.nested_in in events:
            arguments.append(f"Outer:E{events[claim.nested_in]}")
        anchor = _cut(document.text, claim.cue or claim.source or claim.content)[:1]
        if anchor:
            marks += 1
            lines.append(_mark(marks, "Attribution", anchor, document.text))
            lines.append(" ".join((f"E{event}\tAttribution:T{marks}", *arguments)))
            lines += _properties(claim, event)
    return "".join(f"{line}\n" for line in lines)


def _properties(claim: Claim, event: int) -> Iterator[str]:
    if "kind" in claim.marked:
        yield f"A{2 * event - 1}\tKind E{event} {claim.kind}"
    if "stance" in claim.marked:
        yield f"A{2 * event}\tStance E{event} {claim.stance}"
    note = json.dumps(unnoted(claim), ensure_ascii=True)
    yield f"#{event}\tAnnotatorNotes E{event}\t{note}"


def _cut(text: str, spans: Spans) -> list[Span]:
    pieces = []
    for start, end in spans:
        for part in text[start:end].split("\n"):
            if part:
                pieces.append((start, start + len(part)))
            start += len(part) + 1
    return pieces


def _mark(number: int, label: str, pieces: list[Span], text: str) -> str:
    offsets = ";".join(f"{start} {end}" for start, end in pieces)
    return f"T{number}\t{label} {offsets}\t{' '.join(text[start:end] for start, end in pieces)}"


def _write_document(document: Document, folder: Path) -> None:
    parts = document.id.split("/")
    if any(part in ("", ".", "..") or "\0" in part or "\\" in part for part in parts):
        raise ClaimxError(f"document {document.id!r}: the id cannot be a file's name: change it")
    base = folder.joinpath(*parts)
    base.parent.mkdir(parents=True, exist_ok=True)
    for suffix, content in ((".txt", document.text), (".ann", annotation(document))):
        file = base.with_name(base.name + suffix)
        if file.exists():
            raise ClaimxError(f"document {document.id!r}: another one takes its file {file.name}")
        file.write_text(content, "utf8", newline="")


def _annotations(path: Path) -> list[Path]:
    if path.is_dir():
        return list(path.rglob("*.ann"))
    if not path.is_file():
        raise ClaimxError(f"{path}: no such file or folder")
    return [path]


def _lines(path: Path) -> list[str]:
    try:
        return path.read_bytes().decode("utf8").split("\n")
    except OSError as error:
        raise ClaimxError(f"{path}: cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError as error:
        raise ClaimxError(f"{path}: not UTF-8 at byte {error.start}") from None
