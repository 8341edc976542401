"""`hiring-assistant eval`: replay, record, compare, accept. Imports wait, so others start fast."""

import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from evals.gate.command import Ran

FAILED = 1
CHOSEN = click.option(
    "-k", "keyword", default="", help="Only cases that this expression names, as pytest's -k."
)
WORKERS = click.option(
    "--workers",
    type=click.IntRange(1, 32),
    default=1,
    show_default=True,
    help="Cases asked at the same time.",
)


@click.group("eval")
def evaluate() -> None:
    """Hold the behaviour of the prompts against recorded answers."""


@evaluate.command()
@CHOSEN
@click.option("--markdown", type=click.Path(path_type=Path), help="Write the report here as Markdown.")
@click.option("--json", "as_json", type=click.Path(path_type=Path), help="Write every result here as JSON.")
@click.option("--junit", type=click.Path(path_type=Path), help="Write JUnit XML here.")
def run(keyword: str, markdown: Path | None, as_json: Path | None, junit: Path | None) -> None:
    """Replay the recordings and judge what comes out; no network is used."""
    from evals.gate import command, report
    from evals.gate.baseline import read_baseline

    begun = time.monotonic()
    ran = command.run(keyword, *((f"--junitxml={junit.absolute()}",) if junit else ()))
    baseline = read_baseline()
    if markdown:
        markdown.write_text(report.markdown(ran.results, baseline), encoding="utf-8")
    if as_json:
        as_json.write_text(report.as_json(ran.results), encoding="utf-8")
    click.echo(report.table(ran.results, baseline))
    click.echo(f"\n{time.monotonic() - begun:.0f} s", err=True)
    _end(ran)


@evaluate.command()
@CHOSEN
@WORKERS
@click.option("--family", required=True, help="Who answers: the family of the model, or of the script.")
@click.option("--scripted", is_flag=True, help="A script or a person answers, no model.")
def record(keyword: str, workers: int, family: str, scripted: bool) -> None:
    """Ask the endpoint of HIRING_MODEL whatever no recording answers; what still fits is left alone."""
    from evals.gate import command, report
    from evals.gate.baseline import read_baseline

    ran = command.record(keyword, "scripted" if scripted else "model", family, workers)
    click.echo(report.table(ran.results, read_baseline()))
    _end(ran)


@evaluate.command()
@CHOSEN
def diff(keyword: str) -> None:
    """Show only what differs from the baseline."""
    from evals.gate import command, report
    from evals.gate.baseline import read_baseline

    ran = command.run(keyword)
    click.echo(report.first_line(ran.results))
    click.echo("\n".join(report.changes(ran.results, read_baseline())) or "nothing differs from the baseline")
    _end(ran)


@evaluate.command()
@CHOSEN
def bless(keyword: str) -> None:
    """Accept today's results as the baseline, failures too; commit it with the reason."""
    from evals.gate import baseline, command

    ran = command.run(keyword)
    baseline.bless(ran.results)
    failing = [f"{result.id}: {name}" for result in ran.results for name in result.failed]
    click.echo(
        "\n".join((f"{len(ran.results)} results accepted, {len(failing)} failing verdicts:", *failing))
    )


@evaluate.command()
@CHOSEN
@WORKERS
@click.option("--repeat", type=click.IntRange(1, 50), default=3, show_default=True, help="Runs of each case.")
def live(keyword: str, workers: int, repeat: int) -> None:
    """Ask the endpoint of HIRING_MODEL every case anew and tell how often each verdict holds."""
    from evals.gate import command, report

    ran = command.live(keyword, repeat, workers)
    click.echo(report.rates(ran.results))
    _end(ran)


def _end(ran: "Ran") -> None:
    """Show what pytest said when the gate failed."""
    if not ran.passed:
        click.echo(ran.said, err=True)
        raise SystemExit(FAILED)
