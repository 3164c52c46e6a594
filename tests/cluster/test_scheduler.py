"""On a real scheduler nothing is lost, whoever dies."""

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import dask.dataframe
import pandas
import pytest
from deadly import POISON, Deadly
from distributed import Client, LocalCluster

import claimx
from claimx import Document
from claimx.cluster import extract, scheduler
from claimx.cluster.workers import Cluster
from claimx.errors import ClaimxError
from claimx.failures import Failure
from claimx.runs.workers import Extraction

TEXT = "Mayor Ann Lee praised the plan. “It will fail,” said Bo Ray of the union."


def wait_until(condition: Callable[[], bool]) -> None:
    for _ in range(600):
        if condition():
            return
        time.sleep(0.1)
    raise TimeoutError


@pytest.fixture
def lexicon(tmp_path: Path) -> Path:
    path = tmp_path / "mine.toml"
    path.write_text("[verbs]\nsay = false\n")
    return path


def test_a_worker_killed_in_mid_run_costs_nothing(cluster: LocalCluster, lexicon: Path) -> None:
    documents = [Document(f"a{number}", f"{TEXT} {number}.") for number in range(60)]
    batches = [documents[start : start + 4] for start in range(0, 60, 4)]
    expected = list(claimx.extract_many(documents, claimx.load(lexicon=lexicon)))
    found = []
    with Cluster(cluster.scheduler_address, Extraction(lexicon=str(lexicon))) as workers:
        lexicon.unlink()
        for number, result in enumerate(workers.results(batches)):
            found += result
            if number == 2:
                os.kill(cluster.workers[0].pid, signal.SIGKILL)
    assert found == expected
    assert {claim.cue for claim in expected[0].claims} == {((14, 21),), ()}


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
