"""Places whose law applies, as codes: `US`, `US-CA`, `US-NY-NYC`, `GB`, `EU`, or a country's ISO code."""

from functools import cache

from knowledge.scope import EU_MEMBERS

US_STATES = {
    "AL": "Alabama", "AK": "Alaska", "AZ": "Arizona", "AR": "Arkansas", "CA": "California", "CO": "Colorado",
    "CT": "Connecticut", "DE": "Delaware", "DC": "District of Columbia", "FL": "Florida", "GA": "Georgia",
    "HI": "Hawaii", "ID": "Idaho", "IL": "Illinois", "IN": "Indiana", "IA": "Iowa", "KS": "Kansas",
    "KY": "Kentucky", "LA": "Louisiana", "ME": "Maine", "MD": "Maryland", "MA": "Massachusetts",
    "MI": "Michigan", "MN": "Minnesota", "MS": "Mississippi", "MO": "Missouri", "MT": "Montana",
    "NE": "Nebraska", "NV": "Nevada", "NH": "New Hampshire", "NJ": "New Jersey", "NM": "New Mexico",
    "NY": "New York", "NC": "North Carolina", "ND": "North Dakota", "OH": "Ohio", "OK": "Oklahoma",
    "OR": "Oregon", "PA": "Pennsylvania", "RI": "Rhode Island", "SC": "South Carolina", "SD": "South Dakota",
    "TN": "Tennessee", "TX": "Texas", "UT": "Utah", "VT": "Vermont", "VA": "Virginia", "WA": "Washington",
    "WV": "West Virginia", "WI": "Wisconsin", "WY": "Wyoming",
}  # fmt: skip
CITIES = {"US-NY-NYC": "New York City, United States"}
OTHER_NAMES = {
    "uk": "GB", "great britain": "GB", "britain": "GB", "england": "GB", "scotland": "GB", "wales": "GB",
    "northern ireland": "GB", "usa": "US", "u.s.": "US", "u.s.a.": "US", "united states of america": "US",
    "america": "US", "eu": "EU", "european union": "EU", "new york state": "US-NY",
    "new york city": "US-NY-NYC", "nyc": "US-NY-NYC", "holland": "NL", "czech republic": "CZ",
    "washington state": "US-WA", "washington dc": "US-DC", "washington d.c.": "US-DC",
}  # fmt: skip

# Parts of a country that are read as the country, since no law of theirs is known here.
PARTS = {
    "CA": "AB BC MB NB NL NS NT NU ON PE QC SK YT",
    "GB": "ENG NIR SCT WLS",
    "AU": "ACT NSW NT QLD SA TAS VIC WA",
}


def lies_in(place: str, area: str) -> bool:
    """Say whether a place is an area or lies in it, both as codes: `US-CA` in `US`, `DE` in `EU`."""
    return f"{place}-".startswith(f"{area}-") or (area == "EU" and place.split("-")[0] in EU_MEMBERS)


@cache
def _names() -> dict[str, str]:
    """Every known name and code in lower case, with its code."""
    from babel import Locale  # heavy: its tables are read at first use

    territories = Locale("en").territories
    countries = {code: name for code, name in territories.items() if len(code) == 2 and code.isalpha()}
    names = {
        name.casefold(): code for code, name in countries.items() if code not in ("UN", "ZZ", "XA", "XB")
    }
    names |= {code.casefold(): code for code in names.values()}
    names |= {name.casefold(): f"US-{code}" for code, name in US_STATES.items() if code != "GA"}
    names |= {f"us-{code.casefold()}": f"US-{code}" for code in US_STATES}
    names |= {f"{code}-{part}".casefold(): code for code, parts in PARTS.items() for part in parts.split()}
    return names | OTHER_NAMES | {"us-ny-nyc": "US-NY-NYC"}


def jurisdiction(name: str) -> str | None:
    """The code of a place by its name or code, or none when it is no place we know."""
    return _names().get(" ".join(name.split()).casefold().removeprefix("the "))


def name_of(code: str) -> str:
    """A place's name in English; a code that is not known stays as it is."""
    from babel import Locale

    if code in CITIES:
        return CITIES[code]
    country, _, state = code.partition("-")
    if country == "US" and state in US_STATES:
        return f"{US_STATES[state]}, United States"
    return str(Locale("en").territories.get(code, code))
