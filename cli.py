"""The command line: thin, the one place that sees both the web interface and the evals.

Exit codes: 0 done · 1 a risk was found · 2 usage or input · 3 set-up.
"""

import gc
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from assistant.errors import HiringError, InvalidError, RequestError, SetupError
from assistant.settings import read_settings
from assistant.wellformed import is_fit
from evals.commands import evaluate

if TYPE_CHECKING:
    from assistant.checks.text.family import FamilyName
    from assistant.checks.text.table import Audience

DONE, RISK, INPUT, SETUP = 0, 1, 2, 3
# So many lines that could not be answered are named.
MOST_BAD_LINES = 20
UNREADABLE, WHAT_IS_READ = "The text cannot be read.", "Give a UTF-8 file, or - for standard input."


def say(text: str) -> None:
    """Show progress where it does not mix with results."""
    click.echo(text, err=True)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="hiring-assistant")
def cli() -> None:
    """Draft hiring and contractor documents from one brief, each line with its basis."""


@cli.command()
@click.option("--host", help="Address to serve on; HIRING_HOST otherwise.")
@click.option("--port", type=click.IntRange(0, 65535), help="Port to serve on; HIRING_PORT otherwise.")
def serve(host: str | None, port: int | None) -> None:
    """Serve the page and the API."""
    gc.disable()  # start-up makes next to no garbage, and looking for it takes 0.3 s; `run` enables it again
    from api.serve import run

    chosen: dict[str, Any] = {"host": host, "port": port}
    run(read_settings(**{name: value for name, value in chosen.items() if value is not None}), say)


@cli.command()
@click.option("--conversation", "conversation_id", help="Go on with an earlier conversation, by its id.")
def chat(conversation_id: str | None) -> None:
    """Talk to the assistant here: one message a line, an empty line or Ctrl-D ends."""
    from assistant.build import build
    from assistant.exports.terminal import show_turn

    assistant = build(read_settings(), progress=say)
    if conversation_id:
        assistant.desk.conversation("local", conversation_id)
    id_ = conversation_id or assistant.desk.create_conversation("local").id
    model = assistant.desk.model
    if model.model:
        say(f"What you write, the brief and passages go to the language model {model.model} at {model.host}.")
    say(f"Conversation {id_}. Write whom you need and for what; an empty line ends.")
    for text in iter(_line, ""):
        try:
            click.echo(show_turn(assistant.desk.send("local", id_, text)))
        except HiringError as error:
            say(str(error))


def _line() -> str:
    try:
        return input("> ").strip()
    except EOFError:
        return ""


@cli.command()
@click.argument("kind")
@click.option(
    "--brief", "source", required=True, help="A JSON file of facts {NAME: value}, or - for standard input."
)
@click.option("--format", "form", type=click.Choice(["md", "json"]), default="md", show_default=True)
@click.option("--public", is_flag=True, help="Only the sections that may leave the organisation.")
def draft(kind: str, source: str, form: str, public: bool) -> None:
    """Draft one document of a KIND from a brief; nothing is kept."""
    from assistant.build import build_drafter
    from assistant.exports.markdown import markdown

    facts = _read_json(source)
    version = build_drafter(read_settings(), progress=say)(kind, facts)
    if form == "json":
        click.echo(version.draft.model_dump_json(indent=1))
    else:
        click.echo(markdown(version, "public" if public else "internal"), nl=False)


def _read_json(source: str) -> dict[str, Any]:
    try:
        text = sys.stdin.read() if source == "-" else Path(source).read_text(encoding="utf-8")
        facts = _parse_json(text)
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidError("The brief cannot be read.", advice="Give a UTF-8 file with --brief.") from error
    except ValueError as error:
        raise InvalidError("The brief is not valid JSON.", advice='Write {"role_title": "..."}.') from error
    if isinstance(facts, dict) and isinstance(facts.get("facts"), dict):
        facts = {
            name: fact.get("value") if isinstance(fact, dict) else fact
            for name, fact in facts["facts"].items()
        }
    if not isinstance(facts, dict):
        raise InvalidError("The brief must be a JSON object of facts.", advice='Write {"role_title": "..."}.')
    return facts


@cli.command()
@click.argument("question", required=False)
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="JSON Lines in and out: {id, question} to {id, answered, passages}.",
)
@click.option("-k", "k", type=click.IntRange(1, 50), default=8, show_default=True, help="Passages to show.")
@click.option("--topic", "topics", multiple=True, help="Keep to a topic, by id; may be repeated.")
@click.option("--jurisdiction", help="Keep to a place, by code.")
@click.option("--engagement", type=click.Choice(["contractor", "employee"]))
def search(
    question: str | None,
    as_json: bool,
    k: int,
    topics: tuple[str, ...],
    jurisdiction: str | None,
    engagement: str | None,
) -> None:
    """Search the library."""
    from assistant.build import open_library_search
    from assistant.lookup import Lookup

    _, found = open_library_search(read_settings(), progress=say)
    lookup = Lookup(found, k, topics, jurisdiction, engagement)
    if as_json:
        lines = [json.dumps({"id": None, "question": question})] if question else _lines_of_input()
        _each_line(lines, lookup.record)
    elif question:
        click.echo(lookup.text(question))
    else:
        raise InvalidError(
            "There is no question.", advice="Give one, or --json with JSON Lines on standard input."
        )


def _each_line(lines: Iterable[str], answer: Any) -> bool:
    """Answer JSON Lines in order; a bad line yields an error and the run goes on. False when one was bad."""
    bad = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record = _parse_json(line)
        except ValueError:
            shown = {"id": None, "error": "The line is not valid JSON."}
        else:
            no_object = {"id": None, "error": "The line is not a JSON object."}
            shown = answer(record) if isinstance(record, dict) else no_object
        if "error" in shown:
            bad.append(number)
        click.echo(_as_json(shown))
    if bad:
        first = ", ".join(str(number) for number in bad[:MOST_BAD_LINES])
        say(f"Lines not answered: {first}{' and more' if len(bad) > MOST_BAD_LINES else ''}.")
    return not bad


def _parse_json(text: str) -> Any:
    """Read strict JSON: no NaN, and no more brackets than can be followed; raises `ValueError`."""
    try:
        return json.loads(text, parse_constant=_refuse_constant)
    except RecursionError as error:
        raise ValueError("too deep") from error


def _refuse_constant(name: str) -> None:
    raise ValueError(name)


def _as_json(shown: dict[str, Any]) -> str:
    """One line of JSON in UTF-8; an id that no encoding can write is escaped, as it came."""
    text = json.dumps(shown, ensure_ascii=False)
    return text if is_fit(text) else json.dumps(shown)


@cli.command()
@click.argument("file", required=False)
@click.option(
    "--as",
    "as_",
    required=True,
    type=click.Choice(["job_ad", "interview_question", "contractor_terms", "feedback"]),
    help="What the text is.",
)
@click.option("--jurisdiction", help="Where it will be used, by code such as US-CA or GB.")
@click.option("--audience", type=click.Choice(["contractor", "employee"]), help="Whom it is for.")
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="JSON Lines in and out: {id, text, jurisdiction?, audience?} to {id, findings}; a FILE without them "
    "is one text.",
)
@click.option(
    "--fail-on",
    type=click.Choice(["risk"]),
    help="With --json, exit with 1 when a risk was found, and with 2 when a line could not be checked.",
)
def check(
    file: str | None,
    as_: "FamilyName",
    jurisdiction: str | None,
    audience: "Audience | None",
    as_json: bool,
    fail_on: str | None,
) -> None:
    """Check the wording of FILE, or of standard input; exits with 1 when it finds a risk."""
    from assistant.checks.text.records import Checker
    from assistant.checks.text.report import show_findings

    checker = Checker(as_, jurisdiction, audience)
    all_checked = True
    if as_json:
        lines = _records_or_text(file) if file else _lines_of_input()
        all_checked = _each_line(lines, checker.record)
    else:
        text = _read_text(file or "-")
        click.echo(show_findings(text, checker.findings({"text": text})))
    if checker.risk_found and (fail_on or not as_json):
        raise SystemExit(RISK)
    if fail_on and not all_checked:
        raise SystemExit(INPUT)


def _records_or_text(source: str) -> Iterable[str]:
    """The lines of a file of JSON Lines; a file in which no line begins as JSON is one text."""
    try:
        content = sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
    except OSError as error:
        raise InvalidError(UNREADABLE, advice=WHAT_IS_READ) from error
    lines = list(_decoded(content.splitlines()))
    if any(line.lstrip().startswith(("{", "[")) for line in lines):
        return lines
    return [json.dumps({"id": None, "text": _text_of(content)})]


def _read_text(source: str) -> str:
    """A text file or standard input, at most a little more than may be checked."""
    from assistant.checks.text.check import LARGEST

    try:
        if source == "-":
            content = sys.stdin.buffer.read(LARGEST + 4)
        else:
            with Path(source).open("rb") as opened:
                content = opened.read(LARGEST + 4)
    except OSError as error:
        raise InvalidError(UNREADABLE, advice=WHAT_IS_READ) from error
    return _text_of(content)


def _text_of(content: bytes) -> str:
    """The text that bytes hold; what is too large to be checked may be cut inside a character."""
    from assistant.checks.text.check import LARGEST

    try:
        return content.decode("utf-8-sig", errors="ignore" if len(content) > LARGEST else "strict")
    except UnicodeDecodeError as error:
        raise InvalidError(UNREADABLE, advice=WHAT_IS_READ) from error


def _lines_of_input() -> Iterator[str]:
    """The lines of standard input; a line of bytes that are no UTF-8 fails alone."""
    return _decoded(sys.stdin.buffer)


def _decoded(lines: Iterable[bytes]) -> Iterator[str]:
    for line in lines:
        yield line.decode("utf-8", errors="surrogateescape").lstrip("\ufeff")


@cli.group()
def documents() -> None:
    """Your own guidance: Markdown, text, Word and PDF files that are searched beside the library."""


@documents.command("add")
@click.argument("files", nargs=-1, required=True)
def add_documents(files: tuple[str, ...]) -> None:
    """Upload FILES; what is left out of each is told."""
    from assistant.build import open_data_folder
    from assistant.exports.documents import show_document

    failed = False
    with open_data_folder(read_settings(), progress=say) as folder:
        for file in files:
            try:
                click.echo(show_document(folder.uploads.add("local", Path(file).name, _read_bytes(file))))
            except RequestError as error:
                failed = True
                say(f"{file}: {error}")
    if failed:
        raise SystemExit(INPUT)


@documents.command("replace")
@click.argument("id_", metavar="ID")
@click.argument("file")
def replace_document(id_: str, file: str) -> None:
    """Put FILE in the place of the document with this ID."""
    from assistant.build import open_data_folder
    from assistant.exports.documents import show_document

    with open_data_folder(read_settings(), progress=say) as folder:
        replaced = folder.uploads.replace("local", id_, Path(file).name, _read_bytes(file))
        click.echo(show_document(replaced))


def _read_bytes(file: str) -> bytes:
    from knowledge.parsing.limits import FILE_BYTES

    try:
        with Path(file).open("rb") as opened:
            return opened.read(FILE_BYTES + 1)
    except OSError as error:
        raise InvalidError("The file cannot be read.", advice="Check its name and rights.") from error


@documents.command("list")
def list_documents() -> None:
    """List the documents, newest first."""
    from assistant.data_folder import documents_in
    from assistant.exports.documents import show_document

    for document in documents_in(read_settings(), "local"):
        click.echo(show_document(document))


@documents.command("remove")
@click.argument("id_", metavar="ID")
def remove_document(id_: str) -> None:
    """Delete the document with this ID, from the index too."""
    from assistant.build import open_data_folder

    with open_data_folder(read_settings(), progress=say) as folder:
        folder.uploads.remove("local", id_)


@cli.command()
def index() -> None:
    """Build the model file and the library's index where they are missing."""
    from assistant.build import prepare

    library = prepare(read_settings(), say)
    say(f"The library is ready: {sum(1 for _ in library)} cards.")


cli.add_command(evaluate)


def main() -> None:
    """Run the command line; every expected failure is one line, never a traceback."""
    try:
        cli.main(standalone_mode=False)
    except SetupError as error:
        _stop(str(error), SETUP)
    except HiringError as error:
        _stop(str(error), INPUT)
    except click.ClickException as error:
        error.show()
        raise SystemExit(INPUT) from None
    except (click.Abort, KeyboardInterrupt):
        _stop("Stopped.", INPUT)
    except BrokenPipeError:
        sys.stderr.close()


def _stop(message: str, code: int) -> None:
    click.echo(message, err=True)
    raise SystemExit(code)


if __name__ == "__main__":
    main()
