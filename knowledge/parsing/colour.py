"""Tell whether text can be seen on what lies behind it."""

Colour = tuple[float, float, float]  # red, green, blue, each from 0 to 1

BLACK: Colour = (0.0, 0.0, 0.0)
WHITE: Colour = (1.0, 1.0, 1.0)
# WCAG's contrast ratio: 1 is the same colour, 21 black on white; palest grey that people still use is 1.4.
LEAST_CONTRAST = 1.25


def is_seen(text: Colour, behind: Colour) -> bool:
    """Say whether the contrast suffices to notice the text at all."""
    one, other = _luminance(text), _luminance(behind)
    return (max(one, other) + 0.05) / (min(one, other) + 0.05) >= LEAST_CONTRAST


def of_hex(text: str) -> Colour | None:
    """The colour of six or three hexadecimal digits, with or without '#'."""
    digits = text.strip().removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    if len(digits) != 6:
        return None
    try:
        number = int(digits, 16)
    except ValueError:
        return None
    return ((number >> 16) / 255, (number >> 8 & 255) / 255, (number & 255) / 255)


def _luminance(colour: Colour) -> float:
    red, green, blue = (_linear(min(max(part, 0.0), 1.0)) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
