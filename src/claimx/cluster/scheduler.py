"""The client of a Dask scheduler, and whether its workers can do the work."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from typing import Any

from distributed import Client, Security
from distributed.comm import connect as reach

from claimx import __version__
from claimx.errors import ClaimxError

PATIENCE = 10
"""Seconds in which a scheduler must answer and have a worker."""


def connect(address: str) -> Client:
    """Connect to a scheduler, and look whether its workers have this claimx.

    Args:
        address: As ``dask scheduler`` prints it, such as ``tcp://10.0.0.7:8786``.

    Raises:
        ClaimxError: The address is none, nothing answers there, no worker is there, or one lacks
            claimx or has another version.
    """
    # What Dask would log of a connection that breaks comes as an exception, too.
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    try:
        # A Client that fails on a wrong address does not let go of it for a long time.
        asyncio.run(_reach(address))
        client = Client(address, timeout=PATIENCE, set_as_default=False)
    except (ValueError, TypeError) as error:
        raise ClaimxError(
            f"--cluster {address}: not an address such as tcp://10.0.0.7:8786: {error}"
        ) from None
    except OSError:
        raise ClaimxError(
            f"--cluster {address}: no Dask scheduler answers there: start one with "
            "'dask scheduler', or mend the address"
        ) from None
    try:
        _check_workers(client, address)
    except BaseException:
        client.close()
        raise
    return client


async def _reach(address: str) -> None:
    settings = Security().get_connection_args("client")
    comm = await reach(address, timeout=PATIENCE, **settings)
    await comm.close()


def _check_workers(client: Client, address: str) -> None:
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
    except TimeoutError:
        raise ClaimxError(
            f"--cluster {address}: the scheduler has no workers: start some with "
            f"'dask worker {address}'"
        ) from None
    for worker, version in client.run(_probe()).items():
        if version != __version__:
            found = "is not installed" if version is None else f"is {version}"
            raise ClaimxError(
                f"--cluster {address}: on the worker {worker} claimx {found}, here it is "
                f"{__version__}: install the same version there, with pip install "
                f"'claimx[dask]=={__version__}'"
            )


def _probe() -> Callable[[], Any]:
    def version() -> str | None:
        try:
            import claimx
        except ImportError:
            return None
        return claimx.__version__

    # Made here, the function travels whole, so that it can run where claimx is not installed.
    return version
