"""The title of data protection officer where none is designated: who is called so must be one (art. 37–39; WP243 rev.01, 2.1).

Another title for who answers on privacy, such as privacy officer, is free.
"""

import re

from policies.core.checks.finding import CheckRule
from policies.core.checks.review import Review
from policies.core.checks.texts import Phrase, matches

DPO_IN_TEXT = CheckRule("13.1.b-in-text", "error", "13.1.b 37", "CHK-03")

TITLE = (
    r"(?:DPO|FG|data[ -]?protection[ -]?officer|gegevensbeschermings(?:functionaris|officer)|privacyfunctionaris|functionaris privacy\w*"
    r"|functionaris(?: voor| inzake| van| der)?(?: de| het)? (?:bescherming(?: van)?(?: de)? (?:persoons)?gegevens|(?:persoons)?gegevens(?:bescherming|verwerking|beheer)?|databescherming|dataprotectie|privacy\w*|AVG|GDPR))\b"
)
# In the name of a contact for privacy “functionaris” alone is that title too; a “baliefunctionaris” or an “administratief functionaris” is none.
CALLED_DPO = re.compile(
    rf"\b{TITLE}|(?:^|[,(–]|\s-\s)\s*(?:de |onze |een |interne )*functionaris\b(?! \w)", re.IGNORECASE
)

ELSEWHERE = r"(?: van| bij| binnen| voor) (?!ons\b|onze\b|mijn\b|dit\b|deze\b|vragen\b|alle\b|al\b|meer\b|een vraag\b)"  # the officer of somebody else
SAYS = "|".join(
    (
        rf"\b(?:onze|ons|mijn)(?: \w+){{0,2}} {TITLE}",
        rf"^(?=.*\b(?:\w*gegevens|privacy|AVG|GDPR)\b).*\b(?:onze|ons|de) functionaris\b(?! \w*(?:dienst|balie|personeel|loket))(?!{ELSEWHERE})",
        r"\b(?:onze|ons) functionaris(?=\s*[.,;:!?(]|$)",
        rf"\b{TITLE} (?:van|binnen|bij) (?:ons|onze|mijn|dit|deze)\b",
        rf"\b(?:neem|neemt|opnemen|mail\w*|bel|belt|bellen|schrijf\w*|schrijven|stuur\w*|sturen|richt\w*|richten|contacteer\w*|bereik\w*|bereiken|terecht|vraag|vraagt|spreek|spreken|contact)\b[^.]{{0,60}}\b{TITLE}(?!{ELSEWHERE})",
        rf"\b{TITLE}(?!{ELSEWHERE})[^.]{{0,40}}\b(?:beantwoordt|helpt|bereikt|bereikbaar|behandelt|houdt|waakt|kijkt|let|antwoordt|controleert|bereik|mail)\b",
        rf"\b(?:wij|we|ik)\b (?:hebben|heb|stelden|stellen|benoemden|beschikken over)\b[^.]{{0,40}}\b{TITLE}|\b(?:hebben|heb) (?:wij|we|ik)\b[^.]{{0,40}}\b{TITLE}",
        rf"\b(?:is|als|tot) (?:ook |tevens )?(?:de |een |onze |aangesteld als |benoemd tot )?{TITLE}(?!{ELSEWHERE})",
        rf"(?:^|[.;(] ?)(?:de |onze )?(?:{TITLE}|functionaris) ?(?:\([^)]{{1,20}}\) ?)?[:–—]",
    )
)
UNLESS = (
    rf"\b(?:geen|niet|nooit|noch|zonder)\b[^.]{{0,60}}\b{TITLE}|\b{TITLE}[^.]{{0,40}}\b(?:is|zijn|hoeft|hoeven|moet|hebben|heeft) (?:\w+ ){{0,4}}(?:niet|geen)\b|\b{TITLE}[^.]{{0,30}}\bniet (?:verplicht|nodig|aangesteld)\b"
    rf"|\b(?:hun|zijn|haar|diens|uw|je|jouw|wiens) (?:\w+ )?{TITLE}|\b(?:werkgever|leverancier|gemeente|bank|klant|opdrachtgever|Google|Meta|Microsoft|Shopify)\b[^.]{{0,40}}\b{TITLE}"
)


JUDGED_APART = re.compile(r"contact\.(others\.[^.]+\.)?name|dpo\..*")  # names are judged where they stand


def _without_dpo(review: Review, path: str) -> bool:
    return review.facts.dpo.designated is False and not JUDGED_APART.fullmatch(path)


PHRASES = (
    Phrase(
        DPO_IN_TEXT,
        "dpo|fg|data protection|data-protection|dataprotection|functionaris|gegevensbeschermingsofficer",
        SAYS,
        "U noemt een DPO of FG, maar u hebt er geen aangesteld.",
        "Noem een contact voor privacyvragen, of antwoord dat u wel een DPO hebt.",
        _without_dpo,
        UNLESS,
    ),
)


def called_so(review: Review) -> list[str]:
    """Return the paths of contacts whose name is the title."""
    contact = review.facts.contact
    names = [("contact.name", contact.name), *((f"contact.others.{row.key}.name", row.name) for row in contact.others)]
    return [path for path, name in names if name and CALLED_DPO.search(name)]


def mentions_officer(review: Review) -> bool:
    """Return whether a contact has the title, or some text of the company mentions an officer of its own."""
    (phrase,) = PHRASES
    texts = (review.texts[number] for number in review.index.holding(phrase.hints.split("|")))
    return bool(called_so(review)) or any(
        matches(phrase, text) for path, text in texts if not JUDGED_APART.fullmatch(path)
    )
