"""Sentences in the user's own texts that the law forbids, that are outdated, or that the other answers contradict."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from .finding import Finding, Rule
from .review import Review

USE_IS_CONSENT = Rule("4.11-use", "error", "4.11 7", "CHK-10")
SHARES_NOTHING = Rule("13.1.e-shares-nothing", "error", "5.1.a 13.1.e", "CHK-13")
STAYS_INSIDE = Rule("13.1.f-stays-inside", "error", "5.1.a 13.1.f", "CHK-18")
TEN_YEARS = Rule("5.1.a-ten-years", "error", "5.1.a 13.2.a", "CHK-23")
ALWAYS_ERASE = Rule("17.3-always", "warning", "17.3", "CHK-31")
DPO_IN_TEXT = Rule("13.1.b-in-text", "error", "13.1.b 37", "CHK-03")
ID_COPY_IN_TEXT = Rule("12.6-in-text", "warning", "12.6 5.1.c", "CHK-35")
COMPLAINT_FIRST = Rule("77-first", "warning", "77 13.2.d", "CHK-37")
LOOK_YOURSELF = Rule("13.3-look-yourself", "warning", "13.3 5.1.a", "CHK-55")
ABSOLUTE_SECURITY = Rule("5.1.a-security", "warning", "5.1.a 32", "CHK-58")
NO_LIABILITY = Rule("82-liability", "warning", "82", "CHK-58")
PLACEHOLDER = Rule("5.1.a-placeholder", "error", "5.1.a", "CHK-65")
OUTDATED = Rule("5.1.d-outdated", "error", "5.1.d 12.1 13.1.f 13.2.d", "CHK-17 CHK-36 CHK-47")
OUTDATED_NAME = Rule("5.1.d-outdated-name", "warning", "5.1.d 12.1", "CHK-47")

EUROPE = r"(de )?(EU|EER|Europese Unie|Europese Economische Ruimte|Europa)\b"
HISTORY = re.compile(r"\b(ongeldig\w*|vernietigd\w*|vroeger\w*|voormalige?|niet meer|vervangen|vervangt|opgevolgd|opvolger|toenmalige?|heette)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Phrase:
    """A sentence that `says` matches is a fault while `when` holds, unless `unless` matches it too.

    What asks for several words in any order begins with ^: tried once on a line, and not again from every letter of it.
    """

    rule: Rule
    says: str
    message: str
    remedy: str
    when: Callable[[Review, str], bool] = lambda review, path: True
    unless: str = r"(?!)"

    def in_sentence(self, sentence: str) -> bool:
        """Whether one sentence says it; `when` is not asked."""
        return bool(_pattern(self.says).search(sentence)) and not _pattern(self.unless).search(sentence)


def _has_recipients(review: Review, path: str) -> bool:
    return bool(review.facts.recipients)


def _leaves_europe(review: Review, path: str) -> bool:
    """Whether data leaves the EEA; a text about one recipient speaks of that recipient only."""
    own = path.split(".")[1] if path.startswith("recipients.") else None
    return any(review.law.outside(recipient) for recipient in review.facts.recipients if own in (None, recipient.key))


def _law_asks_less_than_ten(review: Review, path: str) -> bool:
    rows = [row for row in review.rows("retention") if "invoices" in row["categories"]]
    return review.country == "BE" and bool(rows) and all(row["number"] < 10 for row in rows) and not path.startswith("retention_rules.")


def _must_keep(review: Review, path: str) -> bool:
    return bool(review.facts.rights.exceptions) or any(rule.law for rule in review.facts.retention_rules)


def _without_dpo(review: Review, path: str) -> bool:
    return review.facts.dpo.designated is False


def _about_identity(review: Review, path: str) -> bool:
    return path.startswith(("rights.", "sections.")) and review.facts.rights.identity_check != "id_copy"


PHRASES = (
    Phrase(
        USE_IS_CONSENT,
        r"\b(door|wie|bij)\b[^.]{0,30}\b(gebruik\w*|bezoek\w*|surf\w*)\b[^.]{0,60}\b(akkoord|stemt?\b[^.]{0,12}\bin|aanvaardt?|toestemming|instemming)\b"
        r"|\bakkoord\b[^.]{0,20}\bmet (deze|dit|onze|ons) (privacy\w*|verklaring|beleid)",
        "Wie een website gebruikt, geeft daarmee geen toestemming. Een privacyverklaring is geen contract waarmee men akkoord gaat.",
        "Haal deze zin weg.",
    ),
    Phrase(
        SHARES_NOTHING,
        r"\b(delen|deelt|gedeeld|geven|gegeven|doorgegeven|doorgeven|verstrekken|verstrekt|bezorgen)\b[^.]{0,50}\b(derden|derde partijen|anderen|niemand)\b"
        r"|\b(derden|derde partijen|anderen|niemand)\b[^.]{0,50}\b(delen|gedeeld|doorgegeven|doorgeven|gegeven|door|verstrekt)\b",
        "Deze zin zegt dat niemand anders gegevens krijgt, maar u hebt ontvangers.", "Haal deze zin weg. De ontvangers staan al in de verklaring.",
        _has_recipients,
        # only an absolute denial: with a condition it may be true
        r"^(?!.*\b(nooit|niet|geen|niemand)\b)|\b(tenzij|behalve|alleen|enkel|zonder|buiten|hierboven|hieronder|reclame|marketing|eigen doel\w*|verkop\w*|verkoop)\b",
    ),
    Phrase(
        STAYS_INSIDE,
        rf"\b(blijven|blijft)\b[^.]{{0,40}}\b(binnen|in) {EUROPE}|\bverla(at|ten)\b[^.]{{0,20}}\b{EUROPE}[^.]{{0,20}}\b(nooit|niet)\b"
        rf"|\b(nooit|niet|geen)\b[^.]{{0,60}}\bbuiten {EUROPE}",
        "Deze zin zegt dat gegevens in Europa blijven, maar een ontvanger verwerkt ze ook daarbuiten.", "Haal deze zin weg. De landen staan al in de verklaring.",
        _leaves_europe, r"\b(tenzij|behalve|zonder|alleen als)\b",
    ),
    Phrase(
        TEN_YEARS, r"^(?=.*\b(10|tien) jaar\b)(?=.*\b(fisca\w*|belasting\w*|btw\w*|boekhoud\w*|factu\w*|wettelijk\w*)\b)",
        "De Belgische belastingwet vraagt geen 10 jaar meer voor facturen, maar 7.", "Maak er 7 jaar van, of noem de andere reden.",
        _law_asks_less_than_ten, r"\b(vordering\w*|geschil\w*|verjaring\w*|garantie|gebouw\w*|onroerend\w*|aansprakelijk\w*|herziening)\b",
    ),
    Phrase(
        ALWAYS_ERASE, r"\baltijd\b[^.]{0,60}\b(wissen|gewist|verwijderen|verwijderd)\b", "Deze zin belooft dat men altijd alles kan laten wissen, maar een wet vraagt u een deel te bewaren.",
        "Haal “altijd” weg. Het recht en zijn grenzen staan al in de verklaring.", _must_keep,
        r"\b(niet altijd|tenzij|behalve)\b",
    ),
    Phrase(
        DPO_IN_TEXT, r"\b(onze|ons) (DPO|FG|data protection officer|functionaris (voor )?gegevensbescherming)\b", "U noemt een DPO of FG, maar u hebt er geen aangesteld.",
        "Noem een contact voor privacyvragen, of antwoord dat u wel een DPO hebt.", _without_dpo,
    ),
    Phrase(
        ID_COPY_IN_TEXT, r"\bkopie\b[^.]{0,30}\b(identiteitskaart|identiteitsbewijs|paspoort|rijbewijs|id-kaart|id-bewijs)\b", "Deze zin vraagt een kopie van een identiteitsbewijs.",
        "Vraag dat alleen als het niet anders kan, met foto en nummers afgedekt.", _about_identity, r"\b(afge\w+|geen|niet|nooit|onleesbaar|twijfel\w*)\b",
    ),
    Phrase(
        COMPLAINT_FIRST, r"^(?=.*\bklacht\w*\b)(?=.*\beerst\b)(?=.*\b(moet|moeten|dient|dienen|verplicht|pas)\b)", "U mag niet eisen dat men eerst bij u klaagt.",
        "Vraag het vriendelijk, en zeg dat men altijd naar de toezichthouder kan.",
    ),
    Phrase(
        LOOK_YOURSELF, r"^(?=.*\b(regelmatig|geregeld|af en toe|van tijd tot tijd)\b)(?=.*\b(raadpleeg\w*|raadplegen|lees\w*|nalezen|lezen|bekijk\w*|kijk\w*|controleer\w*)\b)(?=.*\b(verklaring|beleid|pagina|tekst)\b)",
        "U vraagt de lezer om zelf na te kijken of de tekst verandert. Dat is niet genoeg.", "Haal deze zin weg, en kies bij Wijzigingen hoe u mensen bereikt.",
    ),
    Phrase(
        ABSOLUTE_SECURITY, r"\b100 ?(%|procent) (veilig|beveiligd)|\b(volledig|volkomen|absoluut|altijd) (veilig|beveiligd)\b|\bmaximale (beveiliging|veiligheid)\b|\bwaterdicht\b",
        "Niemand kan volledige veiligheid beloven.", "Zeg welke maatregelen u neemt.", unless=r"\b(niet|geen|nooit|niemand)\b",
    ),
    Phrase(
        NO_LIABILITY, r"\b(niet|geen|nooit)\b[^.]{0,40}\b(aansprakelijk\w*)\b[^.]{0,80}\b(datalek\w*|lek|lekken|verlies|misbruik|inbraak|hack\w*|diefstal)\b",
        "U kunt uw aansprakelijkheid voor een datalek hier niet uitsluiten.", "Haal deze zin weg.",
    ),
    Phrase(
        PLACEHOLDER, r"\[ ?((uw|je|de|naam|bedrijf\w*|onderneming|adres|e-?mail\w*|datum|website|invullen|vul|in te vullen|xx*|\.\.+|…)\b[^\]]*|\.\.+|…) ?\]|\blorem ipsum\b|\bx{3,}\b|\b(nog|nader) in te vullen\b",
        "Hier staat nog een lege plek uit een voorbeeldtekst.", "Vul ze in of haal ze weg.",
    ),
)


def findings(review: Review) -> Iterator[Finding]:
    outdated = review.rows("outdated")
    for path, text in review.texts:
        for phrase in PHRASES:
            if _matches(phrase, text) and phrase.when(review, path):
                yield phrase.rule.at(path, phrase.message, phrase.remedy)
        for rule, _, message, remedy in outdated_in(text, outdated):
            yield rule.at(path, message, remedy)


def outdated_in(text: str, rows: Sequence[Mapping[str, Any]]) -> Iterator[tuple[Rule, str, str, str]]:
    """Names that a text uses as if they still held, of the rows of outdated.yaml given: rule, id of the row, message, remedy."""
    if not _any_name(tuple(old for row in rows for old in row["old"])).search(text):  # most texts name nothing of the kind
        return
    for row in rows:
        old = next((old for old in row["old"] if _is_current(old, text)), None)
        if old:
            rule = OUTDATED if row["severity"] == "error" else OUTDATED_NAME
            yield rule, row["id"], f"“{old}” klopt niet meer.", f"Schrijf: {row['now']}."


def _is_current(old: str, text: str) -> bool:
    """Whether a text names something outdated as if it still held; to tell that it is history is no fault."""
    name = _name(old)
    return bool(name.search(text)) and any(name.search(sentence) and not HISTORY.search(sentence) for sentence in _sentences(text))


def _sentences(text: str) -> list[str]:
    return [sentence.strip() for sentence in re.split(r"(?<=[.!?])\s+|\n", text) if sentence.strip()]


def _matches(phrase: Phrase, text: str) -> bool:
    """Whether some sentence says it. The whole text is tried first: most say nothing of the kind."""
    return bool(_pattern(phrase.says).search(text)) and any(phrase.in_sentence(sentence) for sentence in _sentences(text))


@cache
def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(source, re.IGNORECASE | re.MULTILINE)


@cache
def _name(old: str) -> re.Pattern[str]:
    """An outdated name as a whole word. An abbreviation is only itself in capitals as the catalogue writes it."""
    return re.compile(rf"(?<![\w-]){re.escape(old)}(?![\w-])", 0 if len(old) <= 5 else re.IGNORECASE)


@cache
def _any_name(names: tuple[str, ...]) -> re.Pattern[str]:
    """Any of them, in whatever capitals: who does not match this matches no `_name`. Without names nothing matches."""
    return re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, names)) or '(?!)'})(?![\w-])", re.IGNORECASE)
