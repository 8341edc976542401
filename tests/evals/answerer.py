"""An endpoint that answers by a script: it gives the outline back, and reads nothing into a message."""

import json
import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from evals.gate.recording import stream

SECTION = re.compile(r"^## (\w+) \(", re.MULTILINE)
LINE = re.compile(r"^- (.*?)  \[(\w+)(?:; facts: ([^;\]]*))?(?:; citations: ([^\]]*))?\]$", re.MULTILINE)


class Answerer:
    """Serves chat completions on a free port; `asked` counts its requests."""

    def __init__(self) -> None:
        self.asked: list[dict[str, Any]] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["content-length"])))
                outer.asked.append(body)
                data = stream(
                    json.dumps(answer(body)), body["model"], {"prompt_tokens": 3, "completion_tokens": 2}
                )
                self.send_response(200)
                for name, value in (
                    ("content-type", "text/event-stream"),
                    ("content-length", str(len(data.encode()))),
                    ("set-cookie", "session=secret"),
                    ("x-request-id", "req-1"),
                ):
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(data.encode())

            def log_message(self, *_: Any) -> None:
                return

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        """The base address."""
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def close(self) -> None:
        """Serve no more."""
        self._server.shutdown()
        self._server.server_close()


def answer(body: dict[str, Any]) -> dict[str, Any]:
    """What the script says to one request."""
    name = body["response_format"]["json_schema"]["name"]
    user = body["messages"][-1]["content"]
    if name == "read":
        nothing = {
            "kinds": [],
            "question": "",
            "declined": False,
            "changes": [],
            "unplaced": [],
            "hearsay": [],
        }
        intent = "brief" if "Drafted so far: none" in user else "revise"
        return {"intent": intent, "language": "en", "acknowledgement": "Taken down.", **nothing}
    if name == "answer":
        return {"answered": False, "lines": []}
    if name == "revise":
        return {"lines": [], "strike": []}
    if name == "repair":
        return {"lines": []}
    if name == "judge":
        return {"reason": "It is so.", "verdict": "yes"}
    return {"sections": list(_sections(user))}


def _sections(user: str) -> Any:
    draft = user.rsplit("<draft>", 1)[1].split("</draft>")[0]
    parts = SECTION.split(draft)[1:]
    for id_, text in zip(parts[::2], parts[1::2], strict=True):
        table = ": " in text.partition(")")[0]
        lines = [
            {
                "cells": said.split(" | ") if table else [said],
                "basis": basis,
                "facts": facts.split(", ") if facts else [],
                "citations": cites.split(", ") if cites else [],
            }
            for said, basis, facts, cites in LINE.findall(text)
        ]
        yield {"id": id_, "lines": lines}
