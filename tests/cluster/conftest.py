"""A scheduler with two worker processes on this machine."""

from collections.abc import Iterator

import dask
import pytest
from distributed import LocalCluster


@pytest.fixture(scope="package")
def cluster() -> Iterator[LocalCluster]:
    """Return the cluster, which all tests of this folder share."""
    # A worker that is killed comes back, however busy the machine is.
    dask.config.set({"distributed.deploy.lost-worker-timeout": "10 minutes"})
    with LocalCluster(
        n_workers=2,
        threads_per_worker=1,
        host="127.0.0.1",
        dashboard_address="127.0.0.1:0",
        silence_logs=50,
    ) as cluster:
        yield cluster
