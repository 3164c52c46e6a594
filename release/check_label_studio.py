"""Check claimx's tasks and labelling configuration with Label Studio itself.

Makes a virtual environment of its own (Label Studio's pins clash with claimx's), starts Label
Studio on 127.0.0.1 with its version check, analytics and error reporting off, imports the tasks and
the configuration, accepts every prediction as an annotator would, exports, and compares. Takes some
minutes and a package index:

    python release/check_label_studio.py gold/written gold/blinken-china-2024-04-26.jsonl
"""

from __future__ import annotations

import json
import os
import secrets
import socket
import subprocess
import sys
import time
import venv
from argparse import ArgumentParser
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.error import URLError
from urllib.request import Request, urlopen

from claimx.formats import read_documents, write_documents
from claimx.formats.conversion import losses

QUIET = {
    "LATEST_VERSION_CHECK": "false",
    "COLLECT_ANALYTICS": "false",
    "SENTRY_DSN": "",
    "FRONTEND_SENTRY_DSN": "",
    "SENTRY_RATE": "0",
    "FRONTEND_SENTRY_RATE": "0",
    "FEATURE_FLAGS_OFFLINE": "true",
    "LABEL_STUDIO_ENABLE_LEGACY_API_TOKEN": "true",
    "LABEL_STUDIO_HOST": "",
}
PATIENCE = 300


@dataclass(frozen=True)
class Server:
    """A running Label Studio."""

    url: str
    token: str

    def ask(self, path: str, data: Any = None) -> Any:
        """Send a request and return the answer's JSON."""
        request = Request(
            self.url + path,
            data=None if data is None else json.dumps(data).encode(),
            headers={"Authorization": f"Token {self.token}", "Content-Type": "application/json"},
        )
        with urlopen(request, timeout=60) as answer:
            return json.load(answer)

    def wait(self, process: subprocess.Popen[bytes]) -> None:
        """Wait until the server answers."""
        for _ in range(PATIENCE):
            if process.poll() is not None:
                sys.exit(f"Label Studio stopped with exit code {process.returncode}")
            try:
                self.ask("/api/projects")
                return
            except (URLError, OSError):
                time.sleep(1)
        sys.exit(f"Label Studio did not answer within {PATIENCE} seconds")


def install(folder: Path) -> None:
    """Make a virtual environment with Label Studio."""
    venv.create(folder, with_pip=True)
    pip = [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet"]
    subprocess.run([*pip, "label-studio"], check=True)


def start(environment: Path, data: Path) -> tuple[Server, subprocess.Popen[bytes]]:
    """Start Label Studio with an empty data folder."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    token = secrets.token_hex(20)
    options = {
        "--data-dir": str(data),
        "--port": str(port),
        "--internal-host": "127.0.0.1",
        "--username": "check@example.org",
        "--password": secrets.token_hex(8),
        "--user-token": token,
    }
    command = [str(environment / "bin" / "label-studio"), "start", "--no-browser"]
    with (data / "server.log").open("wb") as log:
        process = subprocess.Popen(
            [*command, *(part for option in options.items() for part in option)],
            env={**os.environ, **QUIET},
            cwd=data,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    return Server(f"http://127.0.0.1:{port}", token), process


def annotate(server: Server, tasks: list[dict[str, Any]], configuration: str) -> Any:
    """Import tasks, accept their predictions, and export."""
    project = server.ask("/api/projects", {"title": "check", "label_config": configuration})["id"]
    print(server.ask(f"/api/projects/{project}/import", tasks))
    listed = server.ask(f"/api/tasks?project={project}&page_size=1000&fields=all")["tasks"]
    for task in listed:
        prediction = server.ask(f"/api/tasks/{task['id']}")["predictions"][0]
        server.ask(f"/api/tasks/{task['id']}/annotations/", {"result": prediction["result"]})
    return server.ask(f"/api/projects/{project}/export?exportType=JSON")


def main() -> None:
    """Run the check; the exit code is 1 if anything came back otherwise."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="+", help="annotated documents")
    parser.add_argument("--environment", type=Path, help="one with Label Studio in it already")
    options = parser.parse_args()
    documents = [document for path in options.gold for document in read_documents(path)]
    with TemporaryDirectory() as temporary:
        folder = Path(temporary)
        write_documents(documents, folder / "tasks.json")
        environment = options.environment or folder / "environment"
        if not options.environment:
            install(environment)
        server, process = start(environment, folder)
        try:
            server.wait(process)
            tasks = json.loads((folder / "tasks.json").read_text("utf8"))
            exported = annotate(server, tasks, (folder / "tasks.xml").read_text("utf8"))
        finally:
            process.terminate()
            process.wait(30)
        (folder / "export.json").write_text(json.dumps(exported), "utf8")
        lost = losses(documents, read_documents(folder / "export.json"))
    claims = sum(len(document.claims) for document in documents)
    print(f"{len(documents)} documents, {claims} claims")
    if lost:
        sys.exit("came back otherwise: " + ", ".join(lost))
    print("all came back as they were")


if __name__ == "__main__":
    main()
