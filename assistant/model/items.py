"""Read a JSON answer as it comes: each finished item of its outermost list."""

import re
from collections.abc import Iterator

LIST, ITEM = 2, 3
# An escape with what it escapes, one whose second half is still to come, or a sign of structure.
SIGN = re.compile(r'\\.|\\\Z|["{}\[\]]', re.DOTALL)


class ItemStream:
    """Finds each finished object of the outermost list in a growing JSON text; linear in the text.

    Only the text since the last finished object is kept. What stands before the answer's first brace (a
    model's preamble, a code fence) is passed over.
    """

    def __init__(self) -> None:
        self._open: list[str] = []
        self._depth = 0
        self._string = False
        self._escape = False

    def feed(self, text: str) -> Iterator[str]:
        """Yield the JSON of every object that this text finishes."""
        start = 0 if self._depth >= ITEM else None
        at = int(self._escape) if self._depth else text.find("{")
        if at < 0:
            return
        self._escape = self._escape and not text
        for match in SIGN.finditer(text, at):
            sign = match[0]
            if sign[0] == "\\":
                self._escape = len(sign) == 1
            elif sign == '"':
                self._string = not self._string
            elif self._string:
                continue
            elif sign in "{[":
                self._depth += 1
                if self._depth == ITEM and sign == "{":
                    start = match.start()
            else:
                self._depth -= 1
                if self._depth == LIST and sign == "}" and start is not None:
                    yield "".join((*self._open, text[start : match.end()]))
                    self._open, start = [], None
        if start is not None:
            self._open.append(text[start:])
