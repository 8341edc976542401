"""Lists are cut where the items end, and kept whole when that is not sure."""

import pytest

from assistant.reading.lists import items
from assistant.reading.text import Text

KNOWN = frozenset({"cisco", "bgp"})


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("Cisco, BGP and firewalls", ["Cisco", "BGP", "firewalls"]),
        ("Cisco; BGP", ["Cisco", "BGP"]),
        ("CI/CD and TCP/IP", ["CI/CD", "TCP/IP"]),
        ("research and development", ["research and development"]),
        ("design and build", ["design and build"]),
        ("clear writing and documentation", ["clear writing and documentation"]),
        ("cisco and bgp", ["cisco", "bgp"]),
        ("Linux and Ansible skills", ["Linux", "Ansible"]),
        ("AWS (Lambda, S3, and so on), Terraform", ["AWS (Lambda, S3, and so on)", "Terraform"]),
        ("budget of 10,000 users, two sites", ["budget of 10,000 users", "two sites"]),
        ("1) uptime 2) backlog", ["uptime", "backlog"]),
        ("", []),
    ],
)
def test_items_of_a_list(said: str, wanted: list[str]) -> None:
    """Commas, semicolons and a closing 'and' separate; brackets, slashes and fixed pairs do not."""
    text = Text(said)
    assert [text.quote(span) for span in items(text, text.whole, KNOWN)] == wanted
