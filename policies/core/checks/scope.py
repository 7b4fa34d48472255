"""What the statement says it covers, held beside what it tells; and a representative of who is established in the Union (art. 27)."""

import re
from collections.abc import Iterator

from policies.core.checks.finding import CheckRule, Finding
from policies.core.checks.review import Review, quoted_name
from policies.core.facts import Activity

BEYOND_SITE = CheckRule("12.1-beyond-site", "warning", "12.1 5.1.a")
REPRESENTATIVE_BESIDE_BRANCH = CheckRule("27-branch", "warning", "27 3.1", "CHK-63")

# What never happens on a website, by its origin in the catalogue: staff, suppliers, cameras, guests' wifi, calls, a care file, money laundering …
OFF_SITE = frozenset(
    "ACT-16 ACT-17 ACT-18 ACT-26 ACT-27 ACT-29 ACT-32 ACT-33 ACT-34 ACT-37 ACT-38 ACT-42 ACT-44 ACT-45 ACT-46 ACT-50".split()
)
ALSO_ON_SITE = frozenset(
    "ACT-04 ACT-05 ACT-14 ACT-15".split()
)  # invoices, debts and applications: off the site unless they begin there
STAFF = r"\w*personeel\w*|personeelsleden|werknemer\w*|(?:onze |van )?medewerkers(?! (?:van|bij) )|loon\w*|lonen|salaris\w*|verlof\w*|verzuim\w*|ziekteverlof|arbeidsongeval\w*|tijdsregistratie|prikklok|uurroosters|human resources|hr|hrm|stagiairs?|vrijwilligers?"
PLACES = (
    r"\w*camera'?s?\b|\w*camerabewaking|cameratoezicht|videobewaking|bewakingsbeelden|bezoekersregister|gastenwifi|wifi|telefoongesprek\w*|telefonische \w+|gespreksopnames?|toegangscontrole|toegangsbadges?|klanten in de winkel"
    r"|\w*(?:patiënt|zorg)\w*dossiers?|medische dossiers?|behandel(?:fiche|kaart)s?|voertuigen|bedrijfswagens|track[- ]and[- ]trace|gps|leveranciers?|toeleveranciers|inkoop|aankoop bij leveranciers|witwas\w*|wwft|klantenonderzoek"
)
NEVER = re.compile(rf"\b(?:{STAFF}|{PLACES})\b", re.IGNORECASE)
SOMETIMES = re.compile(
    r"\b(?:factu\w+|verkoopfacturen|boekhouding|boekhouden|administratie voeren|financiële administratie|debiteuren\w*|aanmaning\w*|betalingsherinnering\w*|onbetaalde \w+|openstaande \w+|late betalingen|incasso|vorderingen|geschillen"
    r"|\w*sollicit\w*|vacatures?|kandidaten|werving|wervingsreserve|aanwerving\w*|rekrutering|nieuwe (?:collega|medewerker)\w*)\b",
    re.IGNORECASE,
)
PEOPLE_OFF_SITE = re.compile(
    r"(?:onze |eigen |vroegere |oud-)*(?:medewerkers|personeel|personeelsleden|werknemers|leveranciers|vrijwilligers|stagiairs|bezoekers van (?:ons|onze|het|de) (?!web|site|blog)\w+|mensen die ons bellen|patiënten)",
    re.IGNORECASE,
)
ON_SITE = re.compile(
    r"\b(?:\w*website\w*|\w*site|\w*sites|webshop\w*|webwinkel\w*|online|\w*formulier\w*|\w*account\w*|inloggen|aanmelden|\w*portaal\w*|apps?|winkelmand\w*|chat\w*)\b",
    re.IGNORECASE,
)
BUYS_THERE = re.compile(
    r"\b(?:webshop\w*|webwinkel\w*|\w*accounts?|\w*portaal|winkelmand\w*|inloggen|registratie|online (?:\w+ )?(?:bestel\w*|kop\w*|koop\w*|betal\w*|verko\w*|diensten?))\b",
    re.IGNORECASE,
)
ONLY = {"websites": "uw website", "websites_apps": "uw website en uw apps"}
TELLS_WHY = re.compile(r"\bvertegenwoordiger\b", re.IGNORECASE)


def findings(review: Review) -> Iterator[Finding]:
    """Yield the findings about what the statement says it covers, and about a needless representative (art. 27)."""
    only = ONLY.get(review.facts.scope.applies_to or "")
    if only:
        beyond = _beyond(review)
        if beyond:
            names = [quoted_name(activity) for activity in beyond[:3]]
            more = f" en nog {len(beyond) - 3}" if len(beyond) > 3 else ""
            yield BEYOND_SITE.at(
                "scope.applies_to",
                f"De verklaring geldt volgens u alleen voor {only}, maar zij vertelt ook over {', '.join(names)}{more}.",
                "Laat de verklaring gelden voor alles wat u doet. Of haal hier weg wat daar niet gebeurt, en vertel dat in een andere tekst.",
            )
    yield from _representative(review)


def _beyond(review: Review) -> list[Activity]:
    """Return the activities that have no part on a website, in order."""
    customers = {key for activity in review.facts.activities if _deals_there(activity) for key in activity.groups}
    names = {group.key: group.name or "" for group in review.facts.groups}
    return [activity for activity in review.facts.activities if _is_beyond(activity, names, customers)]


def _deals_there(activity: Activity) -> bool:
    """Return whether people become customers on the site or in the app.

    They do by its words, or because an agreement begins there.
    """
    text = f"{activity.name or ''}. {activity.story or ''}"
    return bool(BUYS_THERE.search(text)) or (
        bool(ON_SITE.search(text)) and any(purpose.legal_basis == "contract" for purpose in activity.purposes)
    )


def _is_beyond(activity: Activity, names: dict[str, str], customers: set[str]) -> bool:
    """Return whether an activity has no part on the site.

    An activity that sometimes has, has it when its words say so or when its people are customers of the site.
    """
    name = activity.name or ""
    if activity.catalogue_id in OFF_SITE or NEVER.search(name):
        return True
    if activity.groups and all(PEOPLE_OFF_SITE.fullmatch(names.get(key, "")) for key in activity.groups):
        return True
    if activity.catalogue_id in ALSO_ON_SITE or SOMETIMES.search(name):
        begins_there = ON_SITE.search(name) or ON_SITE.search(activity.story or "")
        return not begins_there and not customers.intersection(activity.groups)
    return False


def _representative(review: Review) -> Iterator[Finding]:
    """Yield a finding for a representative beside a branch in the Union (art. 27).

    A company that has both for a reason, says so in its activities.
    """
    company, person = review.facts.controller, review.facts.representative
    given = next(
        (name for name in ("name", "address", "email", "phone", "register_number") if getattr(person, name)), None
    )
    eea = review.law.eea
    branch = (
        company.legal_form == "bijkantoor"
        and company.seat_country in eea
        and company.parent_country is not None
        and company.parent_country not in eea
    )
    if given and branch and not TELLS_WHY.search(review.facts.scope.services or ""):
        yield REPRESENTATIVE_BESIDE_BRANCH.at(
            f"representative.{given}",
            "U noemt een vertegenwoordiger in de EU, maar uw bijkantoor is al een vestiging in de EU. Dan is een vertegenwoordiger niet nodig.",
            "Haal de vertegenwoordiger weg. Is hij er alleen voor klanten die het bijkantoor niet helpt, vertel dat dan bij wat uw onderneming doet.",
        )
