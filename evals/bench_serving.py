"""Measure the server from outside: cold start, a turn with a draft, a search, resident memory."""

import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from evals.table import Table

STARTS = 5
TURNS = 30
DRAFTS = 10
GIVE_UP = 60.0
BRIEF = (
    "I need a contractor, a network engineer, to rebuild our office network, three months, London hours, "
    "reports to me. Must have: routing and switching, firewalls, clear written English. "
    "Budget £450-520 a day."
)
QUESTION = "/api/guidance?q=two%20directors%20both%20give%20the%20freelancer%20tasks&k=8"


def measure() -> Iterator[Table]:
    """The figures of a server without a model."""
    starts = []
    for _ in range(STARTS):
        with served() as (_, seconds, _):
            starts.append(seconds)
    with served() as (address, _, process):
        turns = [_timed(lambda: _turn(address)) for _ in range(TURNS)][DRAFTS:]
        memory = _resident(process.pid)
        searches = [_timed(lambda: _get(f"{address}{QUESTION}")) for _ in range(TURNS)]
    rows = [
        ("ready to serve, median of five cold starts", f"{statistics.median(starts):.2f} s", "2 s"),
        ("a turn with a draft over HTTP, p50", f"{statistics.median(turns) * 1000:.0f} ms", "150 ms"),
        ("a search over HTTP, p50", f"{statistics.median(searches) * 1000:.1f} ms", "10 ms"),
        (f"resident memory after {TURNS} drafts", f"{memory:.0f} MB", "350 MB"),
    ]
    yield Table("Serving, without a model", ("measure", "now", "at most"), rows)


@contextmanager
def served(settings: Mapping[str, str] | None = None) -> Iterator[tuple[str, float, subprocess.Popen[bytes]]]:
    """A server in a process of its own: its address, the seconds until it was ready, the process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "HIRING_PORT": str(port), "HIRING_DATA_DIR": folder, **(settings or {})}
        begun = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-m", "cli", "serve"], env=environment, stderr=subprocess.DEVNULL
        )
        try:
            address = f"http://127.0.0.1:{port}"
            while not _ready(address):
                if process.poll() is not None or time.perf_counter() - begun > GIVE_UP:
                    raise SystemExit("The server did not start: run `hiring-assistant serve` to see why.")
                time.sleep(0.01)
            yield address, time.perf_counter() - begun, process
        finally:
            process.terminate()
            process.wait()


def _ready(address: str) -> bool:
    try:
        return bool(_get(f"{address}/health/ready"))
    except OSError:
        return False


def _get(url: str) -> bytes:
    with urllib.request.urlopen(url) as response:
        body: bytes = response.read()
    return body


def _post(url: str, body: dict[str, str]) -> dict[str, object]:
    data = json.dumps(body).encode()
    request = urllib.request.Request(url, data, {"content-type": "application/json"})
    with urllib.request.urlopen(request) as response:
        answer: dict[str, object] = json.load(response)
    return answer


def _turn(address: str) -> None:
    id_ = _post(f"{address}/api/conversations", {})["id"]
    turn = _post(f"{address}/api/conversations/{id_}/messages", {"text": BRIEF})
    if not turn["drafts"]:
        raise SystemExit("The turn drafted nothing: its time would mean nothing.")


def _timed(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def _resident(pid: int) -> float:
    """Resident memory of a process in MB."""
    shown = subprocess.run(["ps", "-o", "rss=", "-p", str(pid)], capture_output=True, text=True, check=True)
    return int(shown.stdout) / 1024
