"""The pool of processes: order, dead workers and culprits."""

import os
import signal
from collections.abc import Iterator

import pytest

from claimx import ClaimxError, Document
from claimx.failures import Failure
from claimx.runs.pool import Pool
from claimx.runs.workers import Batch, Work
from runs.stubs import load


def _batches(*texts: str, size: int = 4) -> Iterator[Batch]:
    documents = [Document(str(number), text) for number, text in enumerate(texts)]
    for start in range(0, len(documents), size):
        yield documents[start : start + size]


def test_results_come_in_the_order_of_the_batches() -> None:
    texts = ["slow one", *["It rained."] * 30, "slow two", *["It snowed."] * 30]
    with Pool(load, 2) as pool:
        found = list(pool.results(_batches(*texts)))
        assert [len(some) for some in found] == [4] * 15 + [2]
        assert [record.id for some in found for record in some] == [str(n) for n in range(62)]


@pytest.mark.parametrize("culprit", ["die", "leave"])
def test_a_document_that_kills_is_found_and_set_aside(culprit: str) -> None:
    texts = ["It rained."] * 6 + [f"Here workers {culprit}."[:-1]] + ["It snowed."] * 3
    with Pool(load, 2) as pool:
        found = [record for some in pool.results(_batches(*texts)) for record in some]
    assert [record.id for record in found] == [str(number) for number in range(10)]
    (failure,) = [record for record in found if isinstance(record, Failure)]
    assert failure.id == "6"
    assert ("SIGKILL" if culprit == "die" else "exit code 7") in failure.reason


def test_a_worker_that_is_killed_once_costs_no_document() -> None:
    with Pool(load, 2) as pool:
        results = pool.results(_batches(*["slow"] * 40))
        found = list(next(results))
        for worker in list(pool._workers):
            os.kill(worker._process.pid or 0, signal.SIGKILL)
        found += [record for some in results for record in some]
    assert [record.id for record in found] == [str(number) for number in range(40)]
    assert not [record for record in found if isinstance(record, Failure)]


def test_input_is_read_only_as_far_ahead_as_needed() -> None:
    read: list[int] = []

    def endless() -> Iterator[Batch]:
        while True:
            read.append(1)
            yield [Document("a", "It rained.")]

    with Pool(load, 2) as pool:
        results = pool.results(endless())
        for _ in range(20):
            next(results)
        assert len(read) < 40


def _no_model() -> Work:
    raise ClaimxError("the model is not installed")


def _dead() -> Work:
    os.kill(os.getpid(), signal.SIGKILL)
    return load()


def test_what_is_wrong_with_the_pipeline_is_told_before_any_work() -> None:
    with pytest.raises(ClaimxError, match="not installed"), Pool(_no_model, 2):
        pass
    with pytest.raises(ClaimxError, match=r"no worker process can be started \(SIGKILL\)"):
        Pool(_dead, 2).__enter__()
