"""What the company adds itself: pages on social networks and sections of its own. A half-filled row cannot be printed."""

from collections.abc import Iterator

from policies.core.checks.finding import CheckRule, Finding
from policies.core.checks.review import Review, missing, quoted_name

PROFILE = CheckRule("12.1-profile", "error", "12.1")
SECTION = CheckRule("12.1-section", "error", "12.1")


def findings(review: Review) -> Iterator[Finding]:
    """Yield the findings about half-filled profiles on social networks and sections of the company's own."""
    for profile in review.facts.links.profiles:
        path = f"links.profiles.{profile.key}"
        yield from missing(
            PROFILE,
            profile,
            path,
            "network",
            message="Bij een pagina op sociale media ontbreekt het netwerk.",
            remedy="Vul het in, of haal de regel weg.",
        )
        yield from missing(
            PROFILE,
            profile,
            path,
            "url",
            message="Bij een pagina op sociale media ontbreekt het adres.",
            remedy="Vul het in, of haal de regel weg.",
        )
    for section in review.facts.sections:
        path = f"sections.{section.key}"
        yield from missing(
            SECTION,
            section,
            path,
            "title",
            message="Een eigen stuk tekst heeft geen kop.",
            remedy="Vul een kop in, of haal het stuk weg.",
        )
        yield from missing(
            SECTION,
            section,
            path,
            "body",
            message=f"Het eigen stuk {quoted_name(section)} heeft geen tekst.",
            remedy="Vul de tekst in, of haal het stuk weg.",
        )
