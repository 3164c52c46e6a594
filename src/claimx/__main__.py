"""The way in to the command line, for ``claimx`` and ``python -m claimx``."""

import os
import sys

from claimx.interruption import INTERRUPTED, leave_when_interrupted


def main() -> None:
    """Run the command line."""
    leave_when_interrupted()

    from claimx.cli import app
    from claimx.cli.streams import fill_closed

    fill_closed()
    try:
        app(prog_name="claimx")
    except SystemExit as end:
        if end.code == INTERRUPTED:
            # Python would end by the signal instead if an import had been cut off.
            sys.stderr.flush()
            os._exit(INTERRUPTED)
        raise


if __name__ == "__main__":
    main()
