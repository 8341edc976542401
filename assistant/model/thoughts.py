"""What some models think aloud before they answer: no part of the answer."""

BEGIN, END = "<think>", "</think>"


class Thoughts:
    """Takes the thoughts out of a text that comes in pieces; they stand before everything else.

    `answered` says whether anything else has come.
    """

    def __init__(self) -> None:
        self.answered = False
        self._held = ""
        self._over = False

    def without(self, text: str) -> str:
        """What of this piece, and of what was held back before it, is the answer's."""
        answer = text if self._over else self._after(self._held + text)
        self.answered = self.answered or bool(answer.strip())
        return answer

    def _after(self, held: str) -> str:
        start = held.lstrip()
        if start.startswith(BEGIN):
            thought, end, answer = held.partition(END)
            # Of a long thought only its mark is kept, and as much of its end as may be half a mark.
            self._over, self._held = bool(end), BEGIN + thought[len(BEGIN) :][-len(END) :]
            return answer
        self._over = not BEGIN.startswith(start)
        self._held = "" if self._over else held
        return held if self._over else ""
