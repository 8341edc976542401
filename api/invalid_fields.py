"""Say which fields of a request are wrong and how, in our words: neither names nor values that were sent."""

from collections.abc import Mapping, Sequence

from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict

from api.briefs import BRANCHES
from api.requests import NAMES
from assistant.facts import FACTS

# The names that may be told: our own. Whatever else stands in a path to an error was sent by the caller.
PARAMETERS = frozenset(
    (
        "id", "number", "q", "k", "topic", "jurisdiction", "engagement", "format", "from", "to", "version",
        "name",
    )
)  # fmt: skip
OURS = PARAMETERS | frozenset(FACTS) | NAMES
# The validator's codes in a word of ours; others are told as "is not what it must be".
SAID: Mapping[str, str] = {
    "missing": "is missing",
    "extra_forbidden": "is unknown here",
    "string_type": "must be text",
    "unfit": "holds a control character or half a character pair",
    "list_type": "must be a list",
    "tuple_type": "must be a list",
    "dict_type": "must be an object",
    "int_type": "must be a whole number",
    "int_parsing": "must be a whole number",
    "greater_than_equal": "is too small",
    "less_than_equal": "is too large",
    "string_too_long": "is too long",
    "string_too_short": "is empty",
    "too_long": "has too many items",
    "one_brief": "needs either 'conversation_id' or 'brief'",
    "one_form": "needs either 'text' or 'cells'",
    "model_attributes_type": "must be a JSON object, sent as application/json",
}


class FieldFault(BaseModel):
    """One field that is not what it must be."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    field: str
    code: str
    message: str

    @property
    def sentence(self) -> str:
        """The fault as a sentence."""
        return f"The field '{self.field}' {self.message}."


def faults_of(error: RequestValidationError) -> list[FieldFault]:
    """The faults, each once; a name that is not ours is told as "?"."""
    faults = [_fault(item["loc"], item["type"]) for item in error.errors()]
    return list(dict.fromkeys(faults))


def _fault(place: Sequence[int | str], code: str) -> FieldFault:
    names = [_name(part) for part in place[1:] if not _is_branch(part)]
    return FieldFault(
        field=".".join(names) or "body", code=code, message=SAID.get(code, "is not what it must be")
    )


def _name(part: int | str) -> str:
    return str(part) if isinstance(part, int) or part in OURS else "?"


def _is_branch(part: int | str) -> bool:
    """Say whether a part of the path only names a branch of a union."""
    return isinstance(part, str) and (part in BRANCHES or "[" in part)
