"""Prompts from files: strict templates whose `system` and `user` are blocks, so no text changes roles."""

import hashlib
import re
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from assistant.errors import KindError

SHARED = "_shared"
FENCES = ("message", "brief", "draft", "passage", "line", "failure", "wish")
FENCE = re.compile(rf"<(?=/?(?:{'|'.join(FENCES)})\b)", re.IGNORECASE)


class Prompts:
    """The templates under one folder; each is named by its path, such as `chat/read` or `job_definition`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._templates = ImmutableSandboxedEnvironment(
            loader=FileSystemLoader(folder),
            undefined=StrictUndefined,
            autoescape=False,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=False,
        )
        self._templates.filters["data"] = as_data

    def render(self, name: str, **values: Any) -> tuple[str, str]:
        """The system and the user message; raises `KindError` when the template is faulty."""
        try:
            template = self._templates.get_template(self._file(name))
            context = template.new_context(values)
            system, user = ("".join(template.blocks[block](context)) for block in ("system", "user"))
        except (TemplateError, KeyError) as error:
            raise KindError(
                f"The prompt {name!r} cannot be rendered ({type(error).__name__}).",
                advice="It needs the blocks 'system' and 'user', and only values that it is given.",
            ) from error
        return tidy(system), tidy(user)

    def digest(self, name: str) -> str:
        """The version of a prompt: a digest of its file and of everything shared."""
        files = [self._folder / self._file(name), *sorted((self._folder / SHARED).glob("*.j2"))]
        return hashlib.sha256(b"\0".join(path.read_bytes() for path in files)).hexdigest()[:16]

    def _file(self, name: str) -> str:
        flat, nested = f"{name}.md.j2", f"{name}/prompt.md.j2"
        return nested if (self._folder / nested).exists() else flat


def as_data(text: str) -> str:
    """Text that cannot close or open one of our fences; letters and length stay, so quotes still match."""
    return FENCE.sub("(", text)


def tidy(text: str) -> str:
    """A rendered block without the blank lines that its conditions leave."""
    return re.sub(r"\n{3,}", "\n\n", text).strip()
