"""A run from the command line: progress, interruption and what is told at the end."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import typer

from claimx.cli.terminal import Visible
from claimx.errors import ClaimxError
from claimx.interruption import INTERRUPTED
from claimx.report.visible import one_line

if TYPE_CHECKING:
    from claimx.articles import Fields
    from claimx.failures import Failure
    from claimx.runs.output import Output
    from claimx.runs.run import Existing
    from claimx.runs.shards import Receipt
    from claimx.runs.tally import Counts
    from claimx.runs.watch import Watch
    from claimx.runs.workers import Extraction, Workers


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be read, how, and by how many processes.

    Args:
        paths: Files, folders and patterns.
        fields: Which field of a record holds what.
        extraction: How claims are found.
        processes: How many processes work at the same time.
        cluster: The address of a scheduler whose workers do the work instead.
        strict: Whether the first failure ends the run.
        quiet: Whether nothing is shown of its progress.
    """

    paths: tuple[str, ...]
    fields: Fields
    extraction: Extraction
    processes: int
    cluster: str | None
    strict: bool
    quiet: bool

    def to_files(
        self, path: str, form: str, shard: int, existing: Existing, *, sharded: bool
    ) -> bool:
        """Write the claims to a file, or to a folder of shards.

        Args:
            path: The file or folder.
            form: The name of the format.
            shard: After how many records a shard is whole.
            existing: What becomes of what exists.
            sharded: Whether it is a folder.

        Returns:
            Whether something was set aside.
        """
        from claimx.runs.manifest import manifest
        from claimx.runs.output import Output
        from claimx.runs.parts import part_format
        from claimx.runs.run import whole_shards

        output = Output(Path(path), part_format(form), sharded=sharded)
        output.check_apart(self.paths)
        told = manifest(self.paths, asdict(self.fields), self.extraction, form, shard)
        with output.alone():
            done = whole_shards(output, told, existing)
            if done is None:
                self._say(f"{path} is finished already; --force makes it anew")
                return output.errors.exists()
            return self._to_output(output, told, done, shard)

    def _to_output(
        self, output: Output, told: dict[str, Any], done: list[Receipt], shard: int
    ) -> bool:
        from claimx.articles import stream_articles
        from claimx.runs.run import run_to_files

        with (
            _stoppable(partial(_kept, output)),
            self._watch([receipt.counts for receipt in done], output.places) as watch,
        ):
            records = stream_articles(self.paths, self.fields, output.places)
            run_to_files(
                records,
                self._workers(),
                output,
                told,
                done,
                shard=shard,
                watch=watch,
                aside=self._stop_if_strict,
            )
        failed = watch.total.failures > 0
        self._say(
            f"{output.name}: {watch.summary()}{f' in {output.errors.name}' if failed else ''}"
        )
        return failed

    def to_stream(self, form: str, path: str | None) -> bool:
        """Write the claims to standard output or another stream.

        Args:
            form: The name of the format.
            path: A device or pipe; by default standard output.

        Returns:
            Whether something was set aside, which is told on standard error.
        """
        from rich.console import Console

        from claimx.articles import stream_articles
        from claimx.runs.parts import table_format, text_format
        from claimx.runs.run import run_to_stream

        chosen = text_format(form)
        with _opened(path) as stream, self._watch_stream(stream) as watch:
            if form == "table":
                chosen = table_format(Console(file=stream))
            elif stream.isatty():
                stream = Visible(stream)
            run_to_stream(
                stream_articles(self.paths, self.fields),
                self._workers(),
                chosen,
                stream,
                watch=watch,
                aside=self._tell,
            )
        return watch.total.failures > 0

    def _workers(self) -> Workers:
        from claimx.runs.pool import Pool
        from claimx.runs.workers import ThisProcess

        if self.cluster is not None:
            from claimx.cluster.workers import Cluster

            return Cluster(self.cluster, self.extraction)
        if self.processes > 1:
            return Pool(self.extraction.load, self.processes)
        return ThisProcess(self.extraction.load)

    def _watch(self, done: Sequence[Counts], without: Sequence[Path] = ()) -> Watch:
        from claimx.runs.expected import counting
        from claimx.runs.progress import Bar, Lines
        from claimx.runs.tally import Counts
        from claimx.runs.watch import Watch

        before = sum(done, Counts())
        if self.quiet:
            return Watch(before, lambda: None)
        if not sys.stderr.isatty():
            return Lines(sys.stderr, before, counting(self.paths, without))
        return Bar(sys.stderr, before, counting(self.paths, without))

    def _watch_stream(self, stream: TextIO) -> Watch:
        from claimx.runs.tally import Counts
        from claimx.runs.watch import Watch

        # A bar would stand in the way of claims on the same terminal.
        if stream.isatty():
            return Watch(Counts(), lambda: None)
        return self._watch([])

    def _stop_if_strict(self, failure: Failure) -> None:
        if self.strict:
            raise ClaimxError(f"{failure.origin}: {failure.reason}")

    def _tell(self, failure: Failure) -> None:
        self._stop_if_strict(failure)
        told = one_line(f"{failure.origin}: {failure.reason}")
        typer.echo(f"claimx: set aside: {told}", err=True)

    def _say(self, line: str) -> None:
        if not self.quiet:
            typer.echo(f"claimx: {one_line(line)}", err=True)


def _kept(output: Output) -> str:
    articles = sum(receipt.records for receipt in output.shards.receipts())
    if not articles:
        return "; no shard was whole, so that nothing is kept"
    return f"; {articles:,} articles are kept: the same command with --resume goes on"


@contextmanager
def _stoppable(kept: Callable[[], str]) -> Iterator[None]:
    """End a run that is interrupted with a line that says what is kept."""
    try:
        yield
    except KeyboardInterrupt:
        typer.echo(f"claimx: interrupted{kept()}", err=True)
        raise typer.Exit(INTERRUPTED) from None


@contextmanager
def _opened(path: str | None) -> Iterator[TextIO]:
    if path is None:
        yield sys.stdout
        return
    try:
        with open(path, "w", encoding="utf8", newline="") as stream:
            yield stream
    except OSError as error:
        raise ClaimxError(f"{path}: cannot be written: {error.strerror or error}") from None
