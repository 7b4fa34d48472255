"""An agreement carries only what happens to who concludes it (art. 6.1.b): people at a company conclude none, their company does (EDPB guidelines 2/2019)."""

import re
from collections.abc import Iterator
from functools import lru_cache

from policies.core.checks.finding import CheckRule, Finding
from policies.core.checks.review import Review, quoted_name
from policies.core.facts import Activity, Group, follow

NO_PARTY = CheckRule("6.1.b-party", "warning", "6.1.b 6.1.f")
NO_PARTY_MIXED = CheckRule("6.1.b-party-some", "warning", "6.1.b 6.1.f")

OWN = r"(?:ons|onze|het|de|mijn|eigen) (?:eigen )?(?:bedrijf|onderneming|organisatie|vereniging|firma|zaak|praktijk|school|winkel|kantoor)\b"
COMPANIES = (
    r"(?:zakelijke (?:klant(?:en)?|relaties?|partners?|afnemers?)|klantbedrij(?:f|ven)|klantorganisaties?|klant(?:en)?|cliënten|opdrachtgevers?|leveranciers?|toeleveranciers?|bedrij(?:f|ven)|onderneming(?:en)?"
    r"|organisaties?|partner(?:s|bedrijven|organisaties)?|zakenpartners?|vennootschap(?:pen)?|firma's|firma|afnemers?|instellingen|instelling|verenigingen|scholen|overheden|gemeenten|handelaars"
    r"|werkgevers?|dealers|verdelers|wederverkopers|aannemers|onderaannemers|relaties)"
)
PEOPLE = (
    r"(?:contactpersonen|contactpersoon|contacten|contact|aanspreekpunten|aanspreekpunt|aanspreekpersonen|medewerkers?|personeel|personeelsleden|werknemers?|bedienden|collega's|bestuurders?|zaakvoerders?"
    r"|vertegenwoordigers?|gemachtigden?|inkopers?|aankopers?|verantwoordelijken?|gesprekspartners?|afgevaardigden|directeurs?|directieleden|managers?|mensen|personen)"
)
SOME = r"(?:(?:onze|een|de|hun|andere|zakelijke|bestaande|vaste|mogelijke|toekomstige|potentiële|aangesloten) )*"
AT_COMPANY = re.compile(
    rf"\b(?:zakelijke |professionele |externe )?contactperso(?:on|nen)\b(?! (?:bij|voor|in|van) (?:een )?(?:nood|calamiteit|ongeval|famili|het gezin|ouder))"
    rf"|\bb2b[ -]?\w*|\b(?:zakelijke|professionele) contacten\b|\bbedrijfscontacten\b"
    rf"|\b{PEOPLE} (?:\w+ )?(?:van|bij|voor|in dienst van|binnen) (?!{OWN}){SOME}{COMPANIES}\b"
    rf"|\b(?:mensen|personen|wie|medewerkers|iedereen) (?:die )?(?:bij|voor|in dienst van) (?!{OWN}){SOME}{COMPANIES} (?:werk\w*|staan|staat|is|zijn)\b"
    rf"|\b(?:mensen|personen|wie|medewerkers|iedereen) (?:die )?(?:werk\w*|in dienst zijn) (?:bij|voor|van) (?!{OWN}){SOME}{COMPANIES}\b"
    rf"|\b(?:mensen|personen|wie|iedereen) (?:die )?{SOME}{COMPANIES} vertegenwoordig\w*\b"
    rf"|\b(?:die|wie)\b.*\bnamens (?!ons\b|onze\b){SOME}{COMPANIES}\b"
    rf"|\b(?:klant|leverancier|partner|relatie)medewerkers\b",
    re.IGNORECASE,
)
EMERGENCY = re.compile(
    r"\b(?:nood\w*|calamiteit\w*|ongeval\w*|thuisfront|familie\w*|verwanten|mantelzorg\w*)\b", re.IGNORECASE
)
ONLY_COMPANIES = re.compile(rf"(?:hun |onze |zakelijke |andere |de )*(?:{COMPANIES})", re.IGNORECASE)
NO_PARTIES = re.compile(
    r"(?:hun |onze |zakelijke |andere |de )*(?:bedrijven|ondernemingen|organisaties|vennootschappen|verenigingen|instellingen|overheden|firma's|scholen|zaakvoerders|bestuurders|directeurs|inkopers|aankopers|managers|vertegenwoordigers)",
    re.IGNORECASE,
)
WHO_MAY_BE_PARTY = re.compile(
    r"\b(?:klant|koper|abonnee|lid|leden|gebruiker|patiënt|cliënt|particulier|zelfstandig|eenmanszaak|eenmanszaken|consument)\w*",
    re.IGNORECASE,
)
AND = re.compile(r", en |, | en | of |/| & ")


def findings(review: Review) -> Iterator[Finding]:
    """Yield a finding for an agreement as the basis for people who conclude none (art. 6.1.b).

    The source is EDPB guidelines 2/2019.
    """
    at_company = frozenset(group.key for group in review.facts.groups if is_at_company(group))
    if not at_company:
        return
    for activity in review.facts.activities:
        yield from _activity(activity, at_company)


def _activity(activity: Activity, at_company: frozenset[str]) -> Iterator[Finding]:
    contracts = [purpose for purpose in activity.purposes if purpose.legal_basis == "contract"]
    covered = any(
        purpose.legal_basis == "legitimate_interest" and at_company & set(follow.people(activity, purpose))
        for purpose in activity.purposes
    )
    for purpose in contracts:
        path, groups = (
            f"activities.{activity.key}.purposes.{purpose.key}.legal_basis",
            set(follow.people(activity, purpose)),
        )
        if groups and groups <= at_company:
            yield NO_PARTY.at(
                path,
                f"Het doel {quoted_name(purpose)} steunt op een overeenkomst, maar de mensen om wie het gaat, sluiten er zelf geen. Dat doet het bedrijf waar zij werken.",
                "Kies gerechtvaardigd belang als grondslag, bijvoorbeeld: zaken doen met de organisatie waarvoor iemand werkt.",
            )
        elif groups & at_company and not covered:
            yield NO_PARTY_MIXED.at(
                path,
                f"Het doel {quoted_name(purpose)} gaat ook over mensen die bij een bedrijf werken. Zij sluiten zelf geen overeenkomst met u.",
                "Voeg voor hen een doel toe dat op uw gerechtvaardigd belang steunt, bijvoorbeeld: overleggen met de contactpersoon van een bedrijf.",
            )


def is_at_company(group: Group) -> bool:
    """Return whether all people of a group are there for the company where they work.

    The description of the group counts where its name holds nobody who may be a party.
    """
    name, description = group.name or "", group.description or ""
    return _at_company(name) or (bool(description) and not WHO_MAY_BE_PARTY.search(name) and _at_company(description))


@lru_cache(maxsize=2048)
def _at_company(text: str) -> bool:
    if not AT_COMPANY.search(text) or EMERGENCY.search(text):
        return False
    before = False
    for part in AND.split(text.strip(" .")):
        matched = bool(AT_COMPANY.search(part))
        if not (matched or NO_PARTIES.fullmatch(part) or (before and ONLY_COMPANIES.fullmatch(part))):
            return False
        before = before or matched
    return True
