"""Measure what lies between a model's endpoint and the page; the load comes from this process."""

import asyncio
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence

from assistant.model.gateway import Gateway
from assistant.model.prompt import Prompt
from assistant.settings import Settings
from evals.bench_serving import served
from evals.model.endpoint import LETTERS, Course, Endpoint
from evals.model.prompts import prompt_sizes
from evals.model.talk import Seen, document, reading, talk
from evals.table import Table

PACE, QUICK = 1 / 50, 1 / 500
STREAMS = 50
SECONDS = 12
TURNS = 15
TOKENS = 1500


def measure() -> Iterator[Table]:
    """The figures of the model path, each beside its goal."""
    per_token = _per_token()
    single = asyncio.run(_turns([(number,) for number in range(1, TURNS + 1)], SECONDS // 4))
    many = asyncio.run(_turns([tuple(range(1, STREAMS + 1))], SECONDS))
    first = [seen.sent for _, seen in single], [course.asked for course, _ in single]
    waits = [asked - sent for sent, asked in zip(*first, strict=True)]
    late = [wait for course, seen in single for wait in _lateness(course, seen)]
    crowd = [wait for course, seen in many for wait in _lateness(course, seen)]
    stretch = [_stretch(course, seen) for course, seen in many]
    rows = [
        ("from a request to the first call of the model, p50", _ms(waits, 50), "50 ms"),
        ("from a request to the first call of the model, p95", _ms(waits, 95), ""),
        ("from a section's last byte to its event, p50", _ms(late, 50), "20 ms"),
        ("from a section's last byte to its event, p95", _ms(late, 95), ""),
        ("our time a token, the vendor's library included", f"{per_token * 1000:.2f} ms", "0.25 ms"),
        (f"{STREAMS} streams of 50 tokens/s, stretched by, p50", f"{_at(stretch, 50):.3f}", "1.1"),
        (f"{STREAMS} streams of 50 tokens/s, stretched by, worst", f"{max(stretch):.3f}", "1.1"),
        (f"{STREAMS} streams, a section's last byte to its event, p95", _ms(crowd, 95), ""),
    ]
    yield Table("A model, from its endpoint to the page", ("measure", "now", "at most"), rows)
    yield prompt_sizes()


def _per_token() -> float:
    """Seconds of this process a token, on a quick stream from an endpoint in another process."""
    command = [sys.executable, "-m", "evals.model.endpoint", str(TOKENS * LETTERS), str(QUICK)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        url = process.stdout.readline().strip()
        gateway = Gateway(Settings(model="openai:bench", model_base_url=url))
        prompt = Prompt("", "Firm 1", "job_definition", {"type": "object"}, "")
        list(gateway.items(prompt))
        begun = time.process_time()
        list(gateway.items(prompt))
        spent = time.process_time() - begun
        gateway.close()
        process.communicate()
    return spent / TOKENS


async def _turns(groups: Sequence[tuple[int, ...]], seconds: int) -> list[tuple[Course, Seen]]:
    """Each group's clients at once, one group after the other, against a server of its own."""
    answers: Mapping[str, object] = {
        "read": reading(),
        "job_definition": document(int(seconds / PACE * LETTERS)),
    }
    async with Endpoint(answers, PACE).serving() as endpoint:
        settings = {"HIRING_MODEL": "openai:bench", "HIRING_MODEL_BASE_URL": endpoint.url}
        with served(settings) as (address, _, _):
            await talk(address, 0)
            found = []
            for group in groups:
                seen = await asyncio.gather(*(talk(address, number) for number in group))
                found += [(endpoint.courses[number], item) for number, item in zip(group, seen, strict=True)]
    lost = [item for _, item in found if not item.done]
    if lost:
        raise SystemExit(f"{len(lost)} of {len(found)} turns did not end.")
    return found


def _lateness(course: Course, seen: Seen) -> list[float]:
    return [seen.sections[id_] - written for id_, written in course.sections.items()]


def _stretch(course: Course, seen: Seen) -> float:
    """How much longer the last section took to arrive than its tokens at the set pace."""
    last = max(course.planned, key=lambda id_: course.planned[id_])
    return (seen.sections[last] - course.begun) / course.planned[last]


def _ms(seconds: Sequence[float], percent: int) -> str:
    return f"{_at(seconds, percent) * 1000:.1f} ms"


def _at(values: Sequence[float], percent: int) -> float:
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1]
