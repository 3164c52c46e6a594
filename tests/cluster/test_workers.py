"""A run on a scheduler that exists: nothing is lost, whoever dies."""

import os
import signal
import sys
from pathlib import Path

import pytest
from deadly import POISON, Deadly
from distributed import LocalCluster

import claimx
from claimx import Document
from claimx.cluster import scheduler
from claimx.cluster.workers import Cluster
from claimx.errors import ClaimxError
from claimx.failures import Failure
from claimx.runs.workers import Extraction

TEXT = "Mayor Ann Lee praised the plan. “It will fail,” said Bo Ray of the union."


def test_a_worker_killed_in_mid_run_costs_nothing(cluster: LocalCluster) -> None:
    documents = [Document(f"a{number}", f"{TEXT} {number}.") for number in range(200)]
    batches = [documents[start : start + 10] for start in range(0, 200, 10)]
    found = []
    with Cluster(cluster.scheduler_address, Extraction()) as workers:
        for number, result in enumerate(workers.results(batches)):
            found += result
            if number == 2:
                os.kill(cluster.workers[0].pid, signal.SIGKILL)
    assert found == list(claimx.extract_many(documents))


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


def test_words_of_one_s_own_go_with_the_work(cluster: LocalCluster, tmp_path: Path) -> None:
    lexicon = tmp_path / "mine.toml"
    lexicon.write_text("[verbs]\nsay = false\n")
    document = Document("a", "Ann Lee said that the plan would fail.")
    with Cluster(cluster.scheduler_address, Extraction(lexicon=str(lexicon))) as workers:
        lexicon.unlink()
        [[found]] = workers.results([[document]])
    assert isinstance(found, Document)
    assert [claim.kind for claim in found.claims] == ["author"]


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
