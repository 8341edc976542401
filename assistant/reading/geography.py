"""Places by the words managers use: cities, nationalities, and the names and codes of `assistant.places`."""

from collections.abc import Mapping

from assistant.places import US_STATES, jurisdiction
from assistant.reading.patterns import words

ADJECTIVES: Mapping[str, str] = {
    "german": "DE", "british": "GB", "american": "US", "french": "FR", "spanish": "ES", "italian": "IT",
    "dutch": "NL",
    "polish": "PL", "portuguese": "PT", "irish": "IE", "austrian": "AT", "swiss": "CH", "belgian": "BE",
    "swedish": "SE",
    "danish": "DK", "norwegian": "NO", "finnish": "FI", "czech": "CZ", "romanian": "RO", "indian": "IN",
    "canadian": "CA", "australian": "AU", "ukrainian": "UA", "greek": "GR", "hungarian": "HU",
    "bulgarian": "BG",
    "english": "GB", "scottish": "GB", "californian": "US-CA", "us": "US", "uk": "GB", "eu": "EU",
    "european": "EU",
}  # fmt: skip
# Cities with one well-known bearer; a city name that many countries have is no place of law.
CITIES: Mapping[str, str] = {
    "london": "GB", "manchester": "GB", "leeds": "GB", "edinburgh": "GB", "glasgow": "GB", "bristol": "GB",
    "cardiff": "GB", "berlin": "DE", "munich": "DE", "hamburg": "DE", "frankfurt": "DE", "cologne": "DE",
    "stuttgart": "DE", "düsseldorf": "DE", "paris": "FR", "lyon": "FR", "madrid": "ES", "barcelona": "ES",
    "lisbon": "PT", "porto": "PT", "rome": "IT", "milan": "IT", "amsterdam": "NL", "rotterdam": "NL",
    "brussels": "BE",
    "vienna": "AT", "zurich": "CH", "geneva": "CH", "dublin": "IE", "warsaw": "PL", "krakow": "PL",
    "prague": "CZ",
    "budapest": "HU", "bucharest": "RO", "sofia": "BG", "athens": "GR", "stockholm": "SE", "oslo": "NO",
    "copenhagen": "DK", "helsinki": "FI", "kyiv": "UA", "nyc": "US-NY-NYC", "new york city": "US-NY-NYC",
    "san francisco": "US-CA", "los angeles": "US-CA", "san diego": "US-CA", "chicago": "US-IL",
    "boston": "US-MA",
    "seattle": "US-WA", "denver": "US-CO", "austin": "US-TX", "houston": "US-TX", "dallas": "US-TX",
    "atlanta": "US-GA", "miami": "US-FL", "toronto": "CA", "vancouver": "CA", "montreal": "CA",
    "sydney": "AU",
    "melbourne": "AU", "singapore": "SG", "bangalore": "IN", "mumbai": "IN", "manila": "PH", "dubai": "AE",
    "tel aviv": "IL",
    "liverpool": "GB", "sheffield": "GB", "nottingham": "GB", "southampton": "GB", "belfast": "GB",
    "aberdeen": "GB", "dundee": "GB", "swansea": "GB", "coventry": "GB", "brighton": "GB",
    "milton keynes": "GB", "swindon": "GB", "leicester": "GB", "exeter": "GB", "norwich": "GB",
    "cork": "IE", "galway": "IE", "toulouse": "FR", "marseille": "FR", "nantes": "FR", "bordeaux": "FR",
    "lille": "FR", "dresden": "DE", "leipzig": "DE", "hanover": "DE", "nuremberg": "DE", "dortmund": "DE",
    "bonn": "DE", "utrecht": "NL", "eindhoven": "NL", "the hague": "NL", "antwerp": "BE", "ghent": "BE",
    "turin": "IT", "bologna": "IT", "naples": "IT", "seville": "ES", "valencia": "ES", "malaga": "ES",
    "bilbao": "ES", "gdansk": "PL", "wroclaw": "PL", "poznan": "PL", "brno": "CZ", "basel": "CH",
    "lausanne": "CH", "graz": "AT", "salzburg": "AT", "gothenburg": "SE", "malmo": "SE", "aarhus": "DK",
    "bergen": "NO", "tallinn": "EE", "riga": "LV", "vilnius": "LT", "zagreb": "HR", "ljubljana": "SI",
    "belgrade": "RS", "bratislava": "SK", "bengaluru": "IN", "hyderabad": "IN", "pune": "IN",
    "chennai": "IN", "new delhi": "IN", "brisbane": "AU", "auckland": "NZ", "cape town": "ZA",
    "johannesburg": "ZA", "nairobi": "KE", "pittsburgh": "US-PA", "philadelphia": "US-PA",
    "minneapolis": "US-MN", "detroit": "US-MI", "las vegas": "US-NV", "salt lake city": "US-UT",
    "nashville": "US-TN", "charlotte": "US-NC", "raleigh": "US-NC", "sacramento": "US-CA",
    "ottawa": "CA", "calgary": "CA",
}  # fmt: skip
# Codes that are believed when written large; of these a few also when written small.
_CODES = words(
    "UK|US|USA|EU|GB|DE|FR|NL|ES|PL|IE|AT|CH|BE|SE|DK|FI|PT|CZ|RO|NYC",
)
_SMALL = frozenset(("uk", "usa", "eu", "nyc"))


def place_code(words: str, written: str) -> str | None:
    """The code of a place by its folded name, or its code as written: 'IT' and 'no' are no countries here."""
    plain = words.strip(" .").removeprefix("the ")
    code = written.strip(" .").removeprefix("the ").replace(".", "")
    if plain in CITIES:
        return CITIES[plain]
    if len(code) <= 3:
        return jurisdiction(code) if code in _CODES or code in _SMALL else None
    if plain.upper() in US_STATES:
        return None
    return ADJECTIVES.get(plain) or jurisdiction(plain)
