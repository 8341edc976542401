"""Read an uploaded document in a process that can be stopped, and that can do no harm."""

import json
import os
import selectors
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path, PurePath
from typing import Any

from knowledge.errors import DocumentError, DocumentSizeError, DocumentTypeError
from knowledge.parsing import limits
from knowledge.parsing.file_type import named_type
from knowledge.parsing.parsed import Parsed
from knowledge.parsing.xml_events import damaged

ROOT = Path(__file__).parents[2]
WORKER = (sys.executable, "-E", "-s", "-B", "-X", "utf8", "-m", "knowledge.parsing.worker")
PORTION = 1 << 16
REFUSALS = {kind.__name__: kind for kind in (DocumentError, DocumentTypeError, DocumentSizeError)}

_working = threading.BoundedSemaphore(limits.WORKERS)


def parse(
    data: bytes, name: str, *, worker: Sequence[str] = WORKER, seconds: float = limits.WALL_SECONDS
) -> Parsed:
    """The title and the pieces of a Markdown, text, Word or PDF file; raises `DocumentError` in words.

    The ending of `name`, the file's own name, must fit the content; without a title it is the title.
    """
    if len(data) > limits.FILE_BYTES:
        raise DocumentSizeError(
            f"The file is larger than {limits.FILE_BYTES // 1_000_000} MB.", advice="Upload its text alone."
        )
    path = PurePath(name)
    named = named_type(path.suffix)
    with _working:
        answer = _answer([*worker, named], data, time.monotonic() + seconds)
    if "refusal" in answer:
        raise REFUSALS[answer["refusal"]](answer["message"], advice=answer["advice"])
    return Parsed(
        title=answer["title"] or path.stem,
        pieces=tuple((heading, text) for heading, text in answer["pieces"]),
        left_out=tuple(answer["left_out"]),
        warnings=tuple(answer["warnings"]),
    )


def _answer(command: Sequence[str], data: bytes, deadline: float) -> dict[str, Any]:
    """What the worker says; raises `DocumentError` when it says nothing, or not in time."""
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env={},  # no token and no key is within its reach
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        said = _exchange(process, data, deadline)
    finally:
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe:
                pipe.close()
    try:
        answer = json.loads(said)
    except ValueError as error:
        raise damaged() from error
    return answer if isinstance(answer, dict) else {}


def _exchange(process: "subprocess.Popen[bytes]", data: bytes, deadline: float) -> bytes:
    """Write the data while reading the answer, neither waiting for the other."""
    assert process.stdin
    assert process.stdout
    left, said = memoryview(data), bytearray()
    os.set_blocking(process.stdin.fileno(), False)
    with selectors.DefaultSelector() as ready:
        ready.register(process.stdin, selectors.EVENT_WRITE)
        ready.register(process.stdout, selectors.EVENT_READ)
        while True:
            for key, _ in ready.select(_remaining(deadline)):
                if key.fileobj is process.stdout:
                    portion = os.read(key.fd, PORTION)
                    said += portion
                    if not portion:
                        return bytes(said)
                    if len(said) > limits.OUTPUT_BYTES:
                        raise _too_much("more text than a document may hold")
                    continue
                left = left[_written(key.fd, left) :]
                if not left:
                    ready.unregister(process.stdin)
                    process.stdin.close()


def _written(handle: int, data: memoryview) -> int:
    """Write what fits; a worker that has stopped listening takes all."""
    try:
        return os.write(handle, data[:PORTION])
    except BlockingIOError:
        return 0
    except BrokenPipeError:
        return len(data)


def _remaining(deadline: float) -> float:
    seconds = deadline - time.monotonic()
    if seconds <= 0:
        raise _too_much("too much time to read")
    return seconds


def _too_much(what: str) -> DocumentSizeError:
    return DocumentSizeError(f"The file takes {what}.", advice="Split it, or upload its text alone.")
