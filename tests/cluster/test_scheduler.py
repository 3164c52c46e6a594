"""On a real scheduler nothing is lost, whoever dies."""

import os
import signal
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import dask.dataframe
import pandas
import pytest
from distributed import Client, LocalCluster
from typer.testing import CliRunner

import claimx
from claimx import Document
from claimx.cli import app
from claimx.cluster import extract, scheduler
from claimx.cluster.workers import Cluster
from claimx.errors import ClaimxError
from claimx.failures import Failure
from claimx.runs.workers import Extraction
from cluster.deadly import POISON, Deadly

TEXT = "Mayor Ann Lee praised the plan. “It will fail,” said Bo Ray of the union."


def wait_until(condition: Callable[[], bool]) -> None:
    for _ in range(1200):
        if condition():
            return
        time.sleep(0.05)
    raise TimeoutError


def run(*arguments: str | Path) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["extract", *map(str, arguments)])
    return done.exit_code, done.stderr


def test_a_worker_killed_in_mid_run_costs_nothing(cluster: LocalCluster, tmp_path: Path) -> None:
    documents = [Document(f"a{number}", f"{TEXT} {number}.") for number in range(60)]
    articles, here, there = (tmp_path / f"{name}.jsonl" for name in ("articles", "here", "there"))
    claimx.write_jsonl(documents, articles)
    lexicon = tmp_path / "mine.toml"
    lexicon.write_text("[verbs]\nsay = false\n")
    common = (articles, "--lexicon", lexicon, "--shard-size", "4")

    def kill_when_the_first_shard_is_whole() -> None:
        wait_until(lambda: any(tmp_path.glob("there.jsonl.run/receipts/*")))
        os.kill(cluster.workers[0].pid, signal.SIGKILL)

    with ThreadPoolExecutor() as threads:
        killed = threads.submit(kill_when_the_first_shard_is_whole)
        assert run(*common, "-o", there, "--cluster", cluster.scheduler_address)[0] == 0
    assert killed.exception() is None
    assert run(*common, "-o", here)[0] == 0
    assert there.read_bytes() == here.read_bytes()
    assert b"say" not in here.read_bytes().partition(b"claims")[2]


def test_a_dask_frame_outlives_a_worker(cluster: LocalCluster) -> None:
    rows = pandas.DataFrame(
        {"id": range(40), "text": [f"{TEXT} {number}." for number in range(40)]}
    )
    documents = [Document(str(number), text) for number, text in rows.itertuples(index=False)]
    claims = extract(dask.dataframe.from_pandas(rows, npartitions=10))
    with Client(cluster, set_as_default=False) as client:
        future = client.compute(claims)
        wait_until(lambda: any(client.processing().values()))
        os.kill(cluster.workers[1].pid, signal.SIGKILL)
        found = future.result()
    expected = claimx.to_frame(claimx.extract_many(documents))
    assert found["document"].tolist() == expected["document"].tolist()
    assert found["content_spans"].tolist() == expected["content_spans"].tolist()


def test_a_document_that_kills_is_set_aside_alone(
    cluster: LocalCluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster.scheduler, "allowed_failures", 0)
    texts = ["a", "b", POISON, "c", "d", "e"]
    documents = [Document(f"d{number}", text) for number, text in enumerate(texts)]
    batches = [documents[:2], documents[2:4], documents[4:]]
    with Cluster(cluster.scheduler_address, Deadly()) as workers:
        found = [record for result in workers.results(batches) for record in result]
    assert [record.id for record in found] == [document.id for document in documents]
    assert [record.id for record in found if isinstance(record, Failure)] == ["d2"]


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("nowhere", "not an address such as tcp://"),
        ("http://127.0.0.1:1", "not an address such as tcp://"),
        ("tls://127.0.0.1:1", "not an address such as tcp://"),
        ("tcp://127.0.0.1:1", "no Dask scheduler answers there"),
    ],
)
def test_an_address_of_no_use_is_told(
    address: str, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scheduler, "PATIENCE", 0.2)
    with pytest.raises(ClaimxError, match=f"{address}: {message}"), Cluster(address, Extraction()):
        pass


def test_a_wrong_address_ends_the_command_with_2(tmp_path: Path) -> None:
    output = tmp_path / "claims.jsonl"
    code, told = run("corpus", "-o", output, "--cluster", "nowhere")
    assert (code, told.count("\n")) == (2, 1)
    assert told.startswith("claimx: --cluster nowhere: not an address")
    code, told = run("corpus", "-o", output, "--cluster", "tcp://127.0.0.1:1", "--processes", "2")
    assert (code, told) == (2, "claimx: --cluster has workers of its own: leave --processes out\n")
    assert list(tmp_path.iterdir()) == []


def test_workers_that_cannot_do_the_work_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scheduler, "PATIENCE", 0.2)
    with LocalCluster(
        n_workers=0,
        processes=False,
        protocol="tcp",
        host="127.0.0.1",
        dashboard_address="127.0.0.1:0",
    ) as cluster:

        def refusal(extraction: Extraction) -> str:
            with (
                pytest.raises(ClaimxError) as caught,
                Cluster(cluster.scheduler_address, extraction),
            ):
                pass
            return str(caught.value)

        assert "the scheduler has no workers" in refusal(Extraction())
        cluster.scale(1)
        cluster.wait_for_workers(1)
        assert "the model 'no_such' is not installed" in refusal(Extraction(model="no_such"))
        monkeypatch.setattr(scheduler, "__version__", "99.0")
        assert f"claimx is {claimx.__version__}, here it is 99.0" in refusal(Extraction())
        monkeypatch.setitem(sys.modules, "claimx", None)
        assert "claimx is not installed, here it is 99.0" in refusal(Extraction())
