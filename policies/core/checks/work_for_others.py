"""What the company does for its customers as a processor: that belongs in the agreement with them, not among its own activities (art. 4(7–8), 28)."""

import re
from collections.abc import Iterator

from .finding import Finding, Rule
from .review import Review, named

FOR_CUSTOMERS = Rule("28-for-customers", "warning", "4.7 4.8 28", "CHK-64")
ROLE_UNNAMED = Rule("28-role-unnamed", "warning", "4.8 28", "CHK-64")

CUSTOMERS = r"(onze |een |de |zijn |hun )?(klanten?|opdrachtgevers?|cliënten?|gebruikers)"
ON_BEHALF = re.compile(
    rf"\bin opdracht van {CUSTOMERS}\b|\bnamens {CUSTOMERS}\b|\bgegevens van de (klanten|bezoekers|werknemers|leden) van {CUSTOMERS}\b"
    rf"|\b(loon\w*|salaris\w*|hosting|mailings?|nieuwsbrieven|back-?ups?|databanken|databases|websites) (beheren |bewaren |verwerken |verzorgen |versturen |maken )?voor {CUSTOMERS}\b"
    rf"|\b(hosting|hosten|back-?ups?) van (de )?(gegevens|data|websites|databanken|databases|bestanden|mailboxen) van {CUSTOMERS}\b"
    rf"|\bvoor {CUSTOMERS} (hosten|beheren|verwerken|versturen|bewaren)\b|\b(als|in de rol van) verwerker\b",
    re.IGNORECASE,
)
WE_PROCESS = re.compile(r"\b(wij|we)\b[^.]{0,40}\b(als|de rol van|zelf) verwerker\b|\b(wij|we) (zijn|blijven)( dan| daar| daarbij)? (alleen |enkel )?(de )?verwerker\b|\bzijn (wij|we)( dan| daar| daarbij| alleen| enkel| slechts)* (de )?verwerker\b", re.IGNORECASE)


def findings(review: Review) -> Iterator[Finding]:
    role = review.facts.processor_role
    for activity in review.facts.activities:
        said = [activity.name, activity.story, *(purpose.name for purpose in activity.purposes)]
        if any(text and ON_BEHALF.search(text) for text in said):
            yield FOR_CUSTOMERS.at(
                f"activities.{activity.key}.name", f"{named(activity)} lijkt werk in opdracht van uw klanten. Dan beslist de klant, en niet u.",
                "Haal deze verwerking weg: wat u als verwerker doet, vertelt u al bij uw rol als verwerker. Beslist u toch zelf, laat ze dan staan." if role.services else
                "Zet dit bij uw rol als verwerker, en haal het hier weg. Beslist u toch zelf waarvoor de gegevens dienen, laat het dan staan.",
            )
    if not role.services:
        for path, text in review.prose:
            if path.startswith(("sections.", "style.", "scope.")) and WE_PROCESS.search(text):
                yield ROLE_UNNAMED.at(
                    "processor_role.services", "U schrijft dat u voor anderen verwerker bent, maar bij die vraag vulde u niets in.",
                    "Schrijf bij de rol als verwerker op voor welke diensten dat geldt.",
                )
                return
