"""Take out of a text what no reader sees, and what no record can hold."""

import re

from knowledge.parsing.reading import Notes

# Zero width, direction, tags and other ways to hide words between words.
INVISIBLE = re.compile(
    "[\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb"
    "\U000e0000-\U000e0fff]"
)
CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
# Hints to the type-setter, of no meaning: soft hyphen and variation selectors.
TYPESETTING = re.compile("[\xad\ufe00-\ufe0f]")
SPACES = re.compile("[^\\S\n]+")
BREAKS = re.compile("[\r\x0b\x0c\x85\u2028\u2029]\n?")
LIGATURES = dict(enumerate(("ff", "fi", "fl", "ffi", "ffl", "st", "st"), start=0xFB00))


def cleaned(text: str, notes: Notes) -> str:
    """The text as it is seen, its spaces single and its lines trimmed."""
    text, invisible = INVISIBLE.subn("", text)
    text, control = CONTROL.subn("", text)
    notes.strip(invisible + control)
    text = TYPESETTING.sub("", BREAKS.sub("\n", text)).translate(LIGATURES)
    lines = (line.strip() for line in SPACES.sub(" ", text).split("\n"))
    return "\n".join(line for line in lines if line)
