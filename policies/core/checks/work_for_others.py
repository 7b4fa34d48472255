"""What the company does for its customers as a processor: that belongs in the agreement with them, not among its own activities (art. 4(7–8), 28)."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from policies.core.checks.finding import CheckRule, Finding
from policies.core.checks.review import Review, quoted_name
from policies.core.facts import Activity

FOR_CUSTOMERS = CheckRule("28-for-customers", "warning", "4.7 4.8 28", "CHK-64")
ROLE_UNNAMED = CheckRule("28-role-unnamed", "warning", "4.8 28", "CHK-64")

CUSTOMERS = r"(onze |een |de |zijn |hun |andere |zakelijke )*(klant(en)?|opdrachtgevers?|cliënt(en)?|gebruikers|klantbedrijven|klantorganisaties)"
BUSINESSES = r"(onze |zakelijke |andere )*(klanten|opdrachtgevers|bedrijven|ondernemingen|verenigingen|scholen|organisaties|praktijken|winkels|besturen)"
THEIRS = r"(klanten|eindklanten|kopers|bezoekers|websitebezoekers|leden|patiënten|cliënten|leerlingen|huurders|bewoners|eindgebruikers|abonnees|sollicitanten|deelnemers|lezers|ouders|donateurs|gasten|ontvangers)"
KEPT_FOR_THEM = r"(websites?|webwinkels?|webshops?|sites|mailboxen|mailbox|e-mailboxen|databanken?|databases?|back-?ups?|hostingpakket(ten)?|hostingruimte)"
SERVICE = r"(software|app|apps|applicaties?|platform|servers?|cloud|dienst|omgeving|programma|pakket|databank|database|hosting|systeem|tool)"
ON_BEHALF = re.compile(
    rf"\bin opdracht van {CUSTOMERS}\b|\bnamens {CUSTOMERS}\b|\bgegevens van (de )?(klanten|bezoekers|werknemers|medewerkers|leden) van {CUSTOMERS}\b"
    rf"|\b(loon\w*|salaris\w*|hosting|webhosting|back-?ups?|databanken|databases|websites) (beheren |bewaren |verwerken |verzorgen |versturen |maken |bouwen |onderhouden )?voor {CUSTOMERS}\b"
    rf"|\b(mailings?|nieuwsbrieven|campagnes|e-mails|enquêtes|boekhouding(en)?|loonlijsten) (beheren|verzorgen|versturen|maken|voeren|opzetten|houden|uitsturen) voor {CUSTOMERS}\b"
    rf"|\bvoor {CUSTOMERS} (\w+ )?(mailings?|nieuwsbrieven|campagnes|boekhouding(en)?|lonen|loonlijsten|back-?ups?|websites|databanken) (beheren|verzorgen|versturen|maken|voeren|opzetten|houden|berekenen|hosten|bewaren)\b"
    rf"|\b(hosting|hosten|back-?ups?) van (de )?(gegevens|data|websites|databanken|databases|bestanden|mailboxen) van {CUSTOMERS}\b"
    rf"|\b(loon\w*|lonen|salaris\w*|boekhouding(en)?) van {CUSTOMERS}\b"
    rf"|\bvoor {CUSTOMERS} (hosten|beheren|verwerken|versturen|bewaren)\b|\b(als|in de rol van) verwerker\b"
    rf"|\b{THEIRS} van {CUSTOMERS}\b|\b{THEIRS} van ((de |hun )?{KEPT_FOR_THEM} van {CUSTOMERS}|klant(en)?(web)?sites)\b|\beind(klanten|gebruikers) van {BUSINESSES}\b"
    rf"|\b{KEPT_FOR_THEM} van {CUSTOMERS} (\w+ )?(hosten|beheren|onderhouden|bewaren|back-uppen|beveiligen|opslaan)\b|\b(hosten|beheren|onderhouden|beheer|onderhoud|hosting) van (de )?{KEPT_FOR_THEM} van {CUSTOMERS}\b"
    rf"|\b(die|wat|alles wat) {BUSINESSES} (\w+ ){{0,3}}(in|op|via|bij) (onze|ons|de|het|deze) (\w+ )?{SERVICE} (\w+ )?(zetten|plaatsen|opslaan|uploaden|opladen|invoeren|ingeven|bewaren|verwerken|stoppen)\b"
    rf"|\b(waarmee|waarin|waarop|waar) {BUSINESSES} (de gegevens van )?hun (eigen )?({THEIRS}|personeel|medewerkers|contacten|relaties|sollicitanten)\b",
    re.IGNORECASE,
)
THEIR_DATA = re.compile(
    rf"\b(inhoud|gegevens|data|bestanden|berichten|e-mails) (van|in|op) (de )?{KEPT_FOR_THEM} van {CUSTOMERS}\b|\b{THEIRS} van {CUSTOMERS}\b|\b(klantdata|klantendata|data van klanten) in (de |onze )?{SERVICE}\b"
    rf"|\b(gegevens|data) van (de )?(klanten|bezoekers|leden|personeel|medewerkers|werknemers) van {CUSTOMERS}\b",
    re.IGNORECASE,
)
DENIES = re.compile(r"\b(niet|nooit|geen|nergens)\b", re.IGNORECASE)
SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
WE_PROCESS = re.compile(
    r"\b(wij|we)\b[^.]{0,40}\b(als|de rol van|zelf) verwerker\b|\b(wij|we) (zijn|blijven)( dan| daar| daarbij)? (alleen |enkel )?(de )?verwerker\b|\bzijn (wij|we)( dan| daar| daarbij| alleen| enkel| slechts)* (de )?verwerker\b",
    re.IGNORECASE,
)


def _for_customers(activity: Activity, people: Mapping[str, str | None], kinds: Mapping[str, str | None]) -> bool:
    """Return whether an activity is done for customers, by its own words or by whose data it uses.

    `people` and `kinds` are the names of groups and of categories by key.
    """
    told = (activity.name, activity.story, *(purpose.name for purpose in activity.purposes))
    used = (
        *(people.get(key) for key in activity.groups),
        *(kinds.get(use.category or "") for use in activity.uses),
        *(item.name for use in activity.uses for item in use.items),
    )
    return _says(ON_BEHALF, "\n".join(filter(None, told))) or _says(THEIR_DATA, "\n".join(filter(None, used)))


@lru_cache(maxsize=2048)
def _says(words: re.Pattern[str], text: str) -> bool:
    """Return whether a line or sentence of a text says it without denying it."""
    return bool(words.search(text)) and any(
        words.search(sentence) and not DENIES.search(sentence) for sentence in SENTENCE.split(text)
    )


def findings(review: Review) -> Iterator[Finding]:
    """Yield the findings about work that the company does for its customers as a processor (art. 4(7–8), 28)."""
    role = review.facts.processor_role
    people, kinds = ({row.key: row.name for row in rows} for rows in (review.facts.groups, review.facts.categories))
    for activity in review.facts.activities:
        if _for_customers(activity, people, kinds):
            yield FOR_CUSTOMERS.at(
                f"activities.{activity.key}.name",
                f"{quoted_name(activity)} lijkt werk in opdracht van uw klanten. Dan beslist de klant, en niet u.",
                "Haal deze verwerking weg: wat u als verwerker doet, vertelt u al bij uw rol als verwerker. Beslist u toch zelf, laat ze dan staan."
                if role.services
                else "Zet dit bij uw rol als verwerker, en haal het hier weg. Beslist u toch zelf waarvoor de gegevens dienen, laat het dan staan.",
            )
    if not role.services:
        for path, text in review.prose:
            if path.startswith(("sections.", "style.", "scope.")) and WE_PROCESS.search(text):
                yield ROLE_UNNAMED.at(
                    "processor_role.services",
                    "U schrijft dat u voor anderen verwerker bent, maar bij die vraag vulde u niets in.",
                    "Schrijf bij de rol als verwerker op voor welke diensten dat geldt.",
                )
                return
