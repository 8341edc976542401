"""How well the checks of wording find what a careful reader finds."""
