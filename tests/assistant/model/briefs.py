"""A message, what a model reads in it, and the document that a careful model would write from it."""

from tests.assistant.model.plays import change, document, line, reading

MESSAGE = (
    "Our office network keeps failing. I need a network engineer, contractor, for three months, London "
    "hours. The engineer reports to me. Must have: OSPF routing, firewall changes in production. Outcome: "
    "the office network is rebuilt. Guests are kept off the office systems. Please draft a job definition."
)
READING = reading(
    intent="draft",
    kinds=["job_definition"],
    changes=[
        change("role_title", "network engineer"),
        change("engagement", "contractor"),
        change("duration", "three months"),
        change("overlap", "London hours"),
        change("why_now", "office network keeps failing"),
        change("reports_to", "the hiring manager", "reports to me"),
        change("must_haves", "OSPF routing"),
        change("must_haves", "firewall changes in production"),
        change("outcomes", "the office network is rebuilt"),
        change("outcomes", "Guests are kept off the office systems"),
    ],
    acknowledgement="I took down a network engineer.",
)
GOOD = {
    "purpose": [
        line("The office network keeps failing.", facts=["why_now"]),
        line("A network engineer, as a contractor, rebuilds it.", facts=["role_title", "engagement"]),
        line(
            "Designs, builds and keeps running the network that people and systems depend on.",
            basis="assumption",
            facts=["role_title"],
            cites=["network-engineer"],
        ),
    ],
    "outcomes": [
        line("The office network is rebuilt.", facts=["outcomes"]),
        line("Guests can no longer reach the office systems.", facts=["outcomes"]),
        line("[TBD: what must be true when the work is done; three or more are usual]"),
    ],
    "post_success": [
        line("The office network is rebuilt because of your work.", facts=["outcomes"]),
        line("Guests are kept off the office systems.", facts=["outcomes"]),
    ],
    "post_must": [
        line("You route with OSPF.", facts=["must_haves"]),
        line("You change firewalls in production.", facts=["must_haves"]),
        line("[TBD: what someone must be able to do from the first day; three or more are usual]"),
    ],
    "post_terms": [
        line("Engagement: contractor", facts=["engagement"]),
        line("It takes three months.", facts=["duration"]),
        line("Start: [TBD: start date]"),
        line("Location: [TBD: where the work is done]"),
        line("Time zone: [TBD: time zone]"),
        line("Shared hours: London hours", facts=["overlap"]),
        line("Pay: [TBD: rate or budget]"),
    ],
}
DOCUMENT = document(**GOOD)


def with_lines(section: str, *lines: object) -> dict:
    """The good document with other lines in one section."""
    return document(**{**GOOD, section: list(lines)})
