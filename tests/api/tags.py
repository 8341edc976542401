"""The tags of a page."""

from html.parser import HTMLParser


class Tags(HTMLParser):
    """Every tag with its attributes, and whether anything stands between `<script>` or `<style>` tags."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.inline = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the tag."""
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Note what a script or style holds."""
        if self.tags and self.cdata_elem in ("script", "style"):
            self.inline += data.strip()

    def ids(self) -> list[str]:
        """Every id, in order."""
        return [value for _, attrs in self.tags if (value := attrs.get("id"))]
