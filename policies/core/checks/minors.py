"""Children: art. 8 and 12.1. The age is that of the child's country."""

import re
from collections.abc import Iterator
from functools import lru_cache

from policies.core.checks.finding import CheckRule, Finding
from policies.core.checks.review import Review, quoted_name, words_of

CHILDREN = frozenset(
    "kind kinderen kleuters leerlingen scholieren jongeren tieners minderjarigen jeugd jeugdleden jeugdspelers".split()
)

SMALL = frozenset("kind kinderen kleuters".split())
DECIDES_ALONE = re.compile(
    r"\b(?:vanaf|ouder dan|van) (\d{1,2}) jaar\b[^.]{0,40}\bzelf\b|\bzelf\b[^.]{0,40}\b(?:vanaf|ouder dan) (\d{1,2}) jaar\b",
    re.IGNORECASE,
)
ABOUT_CONSENT = re.compile(r"\b(beslis\w*|toestemming|toestemt|instemmen|kiezen)\b", re.IGNORECASE)

AGE = CheckRule("8-age", "error", "8 12.1", "CHK-50")
PARENTS = CheckRule("8-parents", "error", "8.1 8.2", "CHK-50")
DENIED = CheckRule("8-denied", "warning", "8 12.1", "CHK-50")
UNKNOWN = CheckRule("8-unanswered", "error", "8 12.1", "CHK-50")
AGE_GROUPS = CheckRule("8-age-groups", "warning", "8 12.1", "CHK-50")
AGE_IN_TEXT = CheckRule("8-age-in-text", "warning", "8 12.1", "CHK-50")


def findings(review: Review) -> Iterator[Finding]:
    """Yield the findings about children (art. 8, 12.1)."""
    minors = review.facts.minors
    yield from _own_texts(review)
    consent = review.asks_consent or any(cookie.consent == "consent" for cookie in review.facts.cookies.placed)
    if minors.directed is None and consent:
        yield UNKNOWN.at(
            "minors.directed",
            "U vraagt toestemming, maar zei nog niet of u zich op kinderen of jongeren richt.",
            "Antwoord met ja of nee. Bij kinderen moet soms een ouder toestemming geven.",
        )
    if minors.directed is False:
        for group in review.facts.groups:
            if words_of(group.name or "") & CHILDREN:
                yield DENIED.at(
                    "minors.directed",
                    f"U antwoordde dat u zich niet op kinderen richt, maar u gebruikt gegevens van {quoted_name(group)}.",
                    "Geven de kinderen zelf gegevens, antwoord dan met ja. Geven hun ouders of de school die, dan is dit in orde.",
                )
                return
    if not minors.directed:
        return
    if not minors.minimum_age:
        yield AGE.at(
            "minors.minimum_age",
            "U richt u op kinderen of jongeren, maar zei niet vanaf welke leeftijd.",
            "Vul de leeftijd in.",
        )
    small = next((group for group in review.facts.groups if words_of(group.name or "") & SMALL), None)
    if small and (minors.minimum_age or 0) >= 16:
        yield AGE_GROUPS.at(
            "minors.minimum_age",
            f"U bedient mensen vanaf {minors.minimum_age} jaar, maar u gebruikt gegevens van {quoted_name(small)}.",
            "Vul de leeftijd van de jongsten in. Vanaf wanneer een kind zelf toestemming geeft, staat al in de verklaring.",
        )
    limit = age_of_consent(review)
    if consent and limit and (minors.minimum_age or 0) < limit and not minors.parental_consent:
        yield PARENTS.at(
            "minors.parental_consent",
            f"U vraagt toestemming, ook aan kinderen jonger dan {limit} jaar. Dan moet een ouder die geven.",
            "Schrijf op hoe u toestemming aan de ouders vraagt en nakijkt.",
        )


def _own_texts(review: Review) -> Iterator[Finding]:
    """Yield a finding for a sentence that gives children another age to decide than the country does."""
    limit = review.law.age_of_consent
    for path, text in review.texts:
        if limit and path.startswith(("sections.", "style.")):
            for age in _ages(text):
                if int(age) != limit:
                    yield AGE_IN_TEXT.at(
                        path,
                        f"Hier beslist een kind zelf vanaf {age} jaar. Voor een onlinedienst zegt de wet: vanaf {limit} jaar.",
                        "Haal de zin weg, of zeg waarvoor deze leeftijd geldt.",
                    )


@lru_cache(maxsize=512)  # at every check of a company again, and few texts changed since
def _ages(text: str) -> tuple[str, ...]:
    """Return the ages from which a child decides for itself, as a text says it of consent."""
    found = DECIDES_ALONE.finditer(text)
    return tuple(
        said[1] or said[2] for said in found if ABOUT_CONSENT.search(said[0] + text[said.end() : said.end() + 40])
    )


def age_of_consent(review: Review) -> int | None:
    """Return the highest age of consent, in years, in the countries of the company and its customers.

    None when the catalogue has none of them.
    """
    countries = {review.country, *review.facts.scope.customer_countries}
    return max(
        (row["age"] for row in review.library.valid("child_age", review.on) if row["country"] in countries),
        default=None,
    )
