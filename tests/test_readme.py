"""The README shows what the assistant really says."""

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path

from assistant.build import build
from assistant.exports.terminal import show_turn
from assistant.settings import Settings

README = Path(__file__).parents[1] / "README.md"


def exchanges() -> list[tuple[str, list[str]]]:
    """Each message of the README's exchange with the lines that are shown of its answer."""
    block = README.read_text(encoding="utf-8").split("```text\n")[1].split("```")[0]
    parts = re.split(r"^((?:> .*\n)+)", block, flags=re.MULTILINE)[1:]
    messages = [" ".join(part.replace("> ", "").split()) for part in parts[::2]]
    return [
        (message, [line for line in shown.splitlines() if line.strip() not in ("", "...")])
        for message, shown in zip(messages, parts[1::2], strict=True)
    ]


def test_the_exchange_is_real(tmp_path: Path, clock: Callable[[], dt.datetime]) -> None:
    """Each line that the README shows is said, letter by letter, when its message is sent."""
    assistant = build(Settings(data_dir=tmp_path), clock=clock)
    id_ = assistant.desk.create_conversation("local").id
    shown = exchanges()
    assert len(shown) == 3
    for message, lines in shown:
        said = show_turn(assistant.desk.send("local", id_, message)).splitlines()
        joined = "\n".join(said)
        assert [line for line in lines if line not in said and line not in joined] == []
    assistant.close()
