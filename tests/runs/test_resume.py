"""A run that is killed at any moment and resumed writes what one uninterrupted run writes."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import count
from pathlib import Path
from time import sleep
from typing import Any

import pytest

from claimx import ClaimxError, Document
from claimx.failures import Failure
from claimx.runs.output import Output
from claimx.runs.parts import part_format
from claimx.runs.run import Existing, run_to_files, whole_shards
from claimx.runs.tally import Counts
from claimx.runs.watch import Watch
from claimx.runs.workers import Record, ThisProcess
from runs.stubs import Extract, load

TESTS = Path(__file__).parents[1]
SHARD = 4
RECORDS: list[Record] = [
    Document("a1", "It rained."),
    Document("a2", "This goes wrong somehow.", metadata={"date": "2025-02-01", "n": [1, None]}),
    Failure("news.jsonl, line 3", "news.jsonl, line 3", "not JSON"),
    *(Document(f"b{number}", "“No”, she said.\n" * number) for number in range(1, 8)),
]


def _run(
    path: Path,
    existing: Existing = Existing.resume,
    *,
    form: str = "jsonl",
    records: Iterable[Record] = RECORDS,
    manifest: dict[str, Any] | None = None,
) -> None:
    output = Output(path, part_format(form), sharded=not path.suffix)
    told = {"--kind": "all", **(manifest or {})}
    with output.alone():
        done = whole_shards(output, told, existing)
        if done is not None:
            run_to_files(
                records,
                ThisProcess(load),
                output,
                told,
                done,
                shard=SHARD,
                watch=Watch(Counts(), lambda: None),
                aside=lambda failure: None,
            )


def _cut_off(records: list[Record], after: int) -> Iterator[Record]:
    yield from records[:after]
    raise KeyboardInterrupt


def _files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _killed(work: Callable[[], None], at: int) -> bool:
    """Do the work in a child that is killed before its ``at``-th touch of the file system."""
    child = os.fork()
    if child == 0:
        touches = count(1)

        def kill(event: str, arguments: tuple[Any, ...]) -> None:
            touching = event.startswith(("os.", "shutil.")) or event == "open"
            if touching and next(touches) == at:
                os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(kill)
        work()
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


@pytest.mark.parametrize("name", ["claims.json", "claims"])
def test_killed_at_any_touch_of_the_disk_nothing_is_lost_or_doubled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr("os.fsync", lambda number: None)
    form = name.partition(".")[2] or "jsonl"
    (tmp_path / "whole").mkdir()
    _run(tmp_path / "whole" / name, form=form)
    expected = _files(tmp_path / "whole")
    for at in count(1):
        folder = tmp_path / str(at)
        folder.mkdir()
        killed = _killed(lambda place=folder / name: _run(place, form=form), at)  # type: ignore[misc]
        _run(folder / name, form=form)
        assert _files(folder) == expected, at
        if not killed:
            break
    assert at > 30


@pytest.mark.parametrize(
    ("sign", "code"), [(signal.SIGKILL, -9), (signal.SIGINT, 130), (signal.SIGTERM, 130)]
)
def test_a_run_of_processes_that_is_stopped_goes_on(
    extract: Extract, corpus: Path, tmp_path: Path, sign: signal.Signals, code: int
) -> None:
    whole, output = tmp_path / "whole.csv", tmp_path / "claims.csv"
    assert extract(corpus, "-o", whole, "--shard-size", "20").exit_code == 3
    given = [str(corpus), "-o", str(output), "--shard-size", "20", "--processes", "2"]
    command = [sys.executable, "-m", "runs.driver", "extract", *given]
    with subprocess.Popen(command, cwd=TESTS, stderr=subprocess.PIPE, text=True) as run:
        first = tmp_path / "claims.csv.run" / "receipts" / "000000.json"
        while run.poll() is None and not first.exists():
            sleep(0.01)
        run.send_signal(sign)
        # Ends when the last process that could still write there has ended.
        told = run.communicate(timeout=60)[1]
    assert run.returncode == code
    assert not output.exists()
    assert told == "" if code < 0 else "are kept: the same command with --resume goes on" in told
    assert extract(*given[:-2], "--resume").exit_code == 3
    assert output.read_bytes() == whole.read_bytes()
    errors = (tmp_path / f"{name}.errors.jsonl" for name in ("claims", "whole"))
    assert len({path.read_bytes() for path in errors}) == 1
    assert len(list(tmp_path.iterdir())) == 5


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"manifest": {"--kind": "author"}}, '--kind "all", not "author"'),
        ({"records": RECORDS[1:]}, "the input is not what it was"),
        ({"records": RECORDS[:2]}, "the input is not what it was"),
        ({"existing": Existing.refuse}, "a run was cut off here"),
    ],
)
def test_only_the_same_run_goes_on(tmp_path: Path, changed: dict[str, Any], message: str) -> None:
    path = tmp_path / "claims.jsonl"
    with pytest.raises(KeyboardInterrupt):
        _run(path, records=_cut_off(RECORDS, 6))
    before = _files(tmp_path)
    with pytest.raises(ClaimxError, match=message):
        _run(path, **changed)
    assert _files(tmp_path) == before
    _run(path)
    assert len(path.read_text().splitlines()) == 8
    _run(path)
    _run(path, Existing.replace, records=RECORDS[:1])
    assert len(path.read_text().splitlines()) == 1


def test_a_run_that_shall_replace_an_output_is_resumed_from_its_very_beginning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "claims.jsonl"
    _run(path, records=RECORDS[:1])
    with monkeypatch.context() as patch:
        patch.setattr(ThisProcess, "__enter__", lambda workers: next(_cut_off([], 0)))
        with pytest.raises(KeyboardInterrupt):
            _run(path, Existing.replace)
    _run(path)
    assert len(path.read_text().splitlines()) == 8


def test_a_run_that_never_did_anything_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ThisProcess, "__enter__", lambda workers: next(_cut_off([], 0)))
    with pytest.raises(KeyboardInterrupt):
        _run(tmp_path / "claims.jsonl")
    assert not list(tmp_path.iterdir())
