"""How people use their rights, and how they hear of changes: art. 12, 13.2.c, 13.3 and 7.3."""

import re
from collections.abc import Iterator

from policies.core.checks.finding import CheckRule, Finding
from policies.core.checks.review import Review, missing, words_of
from policies.core.facts import Rights
from policies.core.facts.legal_form import gives_postal_address_only
from policies.core.facts.periods import compare, in_words

CHANNEL = CheckRule("12.2-channel", "error", "12.2 13.2.b 14.2.c")
NO_PHONE = CheckRule("12.2-phone", "error", "12.2")
NO_DOOR = CheckRule("12.2-in-person", "error", "12.2")
TERM = CheckRule("12.3-term", "error", "12.3", "CHK-33")
TERM_LONG = CheckRule("12.3-term-long", "error", "12.3", "CHK-33")
FEE = CheckRule("12.5-fee", "error", "12.5", "CHK-34")
ID_COPY = CheckRule("12.6-id-copy", "error", "12.6 5.1.c", "CHK-35")
WITHDRAW = CheckRule("13.2.c-withdraw", "error", "13.2.c 14.2.d 7.3", "CHK-08")
WITHDRAW_HARD = CheckRule("7.3-hard", "error", "7.3", "CHK-08")
WITHDRAW_LETTER = CheckRule("7.3-letter", "warning", "7.3", "CHK-08")
EXCEPTION = CheckRule("12.4-exception", "error", "12.4 17.3")
CHANGES = CheckRule("13.3-channel", "error", "13.3 5.1.a")
CHANGES_PASSIVE = CheckRule("13.3-only-page", "warning", "13.3 5.1.a", "CHK-55")

EASY = frozenset(
    "mail mailen e-mail e-mailen email mailtje link klik klikken knop vinkje account formulier telefoon telefonisch bellen sms website online chat".split()
)
LETTER = frozenset("brief post schriftelijk briefje".split())
# A way that is not open: “niet per e-mail” is no e-mail.
CLOSED = re.compile(r"\b(niet|geen|nooit)\b( (met|via|per|door|op|een|te|kan|langs))* [\w-]+", re.IGNORECASE)
FAR = re.compile(
    r"\baangetekende?\b|\b(langskom\w*|langs te komen|persoonlijk)\b|\bkom(t|en)?\b[^.]{0,20}\blangs\b|\bdeurwaarder\b|\b(formulier) op papier\b",
    re.IGNORECASE,
)
ON_TOP = re.compile(
    r"\b(kopie|scan|foto)\b[^.]{0,20}\b(identiteitskaart|identiteitsbewijs|paspoort|id-kaart|id-bewijs)\b|\b(opgave|vermelding) van( een| uw| je| de)? reden\w*"
    r"|\b(motiveer|motiveren|gemotiveerd\w*|verantwoorden)\b|\b(tegen betaling|mits betaling|administratiekost\w*)\b",
    re.IGNORECASE,
)
FREE = re.compile(r"\b(gratis|kosteloos|geen (kosten|geld|vergoeding)|niets|nee|neen)\b", re.IGNORECASE)
POST_BOX = re.compile(r"\bpostbus\b", re.IGNORECASE)
MONEY = re.compile(r"\d|\beuro\b|€")
ALLOWED_FEE = re.compile(r"ongegrond|buitensporig|overdreven|kennelijk|extra kopie|bijkomende kopie", re.IGNORECASE)


def findings(review: Review) -> Iterator[Finding]:
    """Yield the findings about how people use their rights and hear of changes (art. 12, 13.2.c, 13.3, 7.3)."""
    rights = review.facts.rights
    yield from _channel(review, rights)
    yield from _term(review, rights)
    yield from _conditions(rights)
    if review.asks_consent:
        yield from _withdrawal(rights)
    for row in rights.exceptions:
        path = f"rights.exceptions.{row.key}"
        yield from missing(
            EXCEPTION,
            row,
            path,
            "what",
            message="Er staat een uitzondering op wissen zonder te zeggen welke gegevens.",
            remedy="Vul in wat u niet kunt wissen.",
        )
        yield from missing(
            EXCEPTION,
            row,
            path,
            "why",
            message="Er staat een uitzondering op wissen zonder reden.",
            remedy="Schrijf op waarom u het niet kunt wissen.",
        )
    channels = review.facts.changes.channels
    if not channels:
        yield CHANGES.at(
            "changes.channels",
            "U zei nog niet hoe men hoort dat de verklaring verandert.",
            "Kies ten minste één manier, bijvoorbeeld een e-mail.",
        )
    elif channels == ("website",):
        yield CHANGES_PASSIVE.at(
            "changes.channels",
            "Wie niet vanzelf op deze pagina komt, hoort niets van een belangrijke wijziging.",
            "Kies er een manier bij die de mensen zelf bereikt, bijvoorbeeld een e-mail of een melding.",
        )


def _channel(review: Review, rights: Rights) -> Iterator[Finding]:
    if not rights.email and not rights.url:  # electronic requests must be possible (recital 59)
        yield CHANNEL.at(
            "rights.email",
            "Er staat niet waar men een verzoek naartoe stuurt.",
            "Vul een e-mailadres of een formulier in.",
        )
    facts = review.facts
    if rights.by_phone and not any((facts.controller.phone, facts.contact.phone)):
        yield NO_PHONE.at(
            "rights.by_phone",
            "Men mag bellen voor een verzoek, maar er staat geen telefoonnummer.",
            "Vul een telefoonnummer in, of vink dit uit.",
        )
    if rights.in_person and (
        gives_postal_address_only(facts.controller) or POST_BOX.search(facts.controller.seat_street or "")
    ):
        yield NO_DOOR.at(
            "rights.in_person",
            "Men mag langskomen voor een verzoek, maar er staat alleen een postadres.",
            "Vul straat en nummer van uw zetel in, of vink dit uit.",
        )


def _term(review: Review, rights: Rights) -> Iterator[Finding]:
    if not rights.term_number or not rights.term_unit:
        empty = "term_unit" if rights.term_number else "term_number"
        yield TERM.at(
            f"rights.{empty}",
            "Er staat niet binnen hoeveel tijd u antwoordt.",
            "Vul een termijn in van ten hoogste één maand.",
        )
        return
    limit = review.switch("answer-term")
    if limit and compare(rights.term_number, rights.term_unit, limit["value"], limit["unit"]) > 0:
        yield TERM_LONG.at(
            "rights.term_number",
            f"Antwoorden binnen {in_words(rights.term_number, rights.term_unit)} is te laat.",
            f"De wet geeft {in_words(limit['value'], limit['unit'])}. Alleen bij een moeilijke vraag mag het langer, en dat staat al in de tekst.",
        )


def _conditions(rights: Rights) -> Iterator[Finding]:
    if rights.identity_check == "id_copy":
        yield ID_COPY.at(
            "rights.identity_check",
            "U mag niet altijd een kopie van de identiteitskaart vragen.",
            "Kies een lichtere controle. Vraag alleen meer als u echt twijfelt wie iemand is.",
        )
    fee = rights.fee
    if fee and not ALLOWED_FEE.search(fee) and (MONEY.search(fee) or not FREE.search(fee)):
        yield FEE.at(
            "rights.fee", "U vraagt geld voor een verzoek. Dat mag niet.", "Maak dit leeg: een verzoek is gratis."
        )


def _withdrawal(rights: Rights) -> Iterator[Finding]:
    if not rights.withdraw_how:
        yield WITHDRAW.at(
            "rights.withdraw_how",
            "U vraagt toestemming, maar er staat niet hoe men die weer intrekt.",
            "Schrijf op hoe. Het moet even makkelijk zijn als geven.",
        )
        return
    how = hurdle(rights.withdraw_how)
    if how == "hard":
        yield WITHDRAW_HARD.at(
            "rights.withdraw_how",
            "Zo is intrekken moeilijker dan toestemming geven. Dat mag niet.",
            "Laat het met een e-mail of een link kunnen, zonder reden en zonder kopie van een identiteitskaart.",
        )
    elif how == "letter":
        yield WITHDRAW_LETTER.at(
            "rights.withdraw_how",
            "Intrekken kan alleen met een brief. Is dat even makkelijk als toestemming geven?",
            "Laat het ook met een e-mail of een link kunnen.",
        )


def hurdle(how: str) -> str:
    """Return what makes a way to withdraw or to stop hard: "hard", "letter", or an empty string.

    "hard" is registered post, a visit, a reason, an ID copy or money.
    """
    if ON_TOP.search(re.sub(r"\bzonder\b[^,.;]*", "", how)):
        return "hard"
    words = words_of(CLOSED.sub("", how))
    if words & EASY - ({"formulier"} if "papier" in words else set()) or "@" in how:
        return ""
    if FAR.search(how):
        return "hard"
    return "letter" if words & LETTER else ""
