"""Sentences in the user's own texts that the law forbids, that are outdated, or that the other answers contradict."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from policies.core.checks import consent_phrases, dpo_title
from policies.core.checks.finding import CheckRule, Finding
from policies.core.checks.review import Review
from policies.core.checks.texts import Phrase, phrase_findings, sentences_of
from policies.core.facts import paths
from policies.core.facts.periods import compare

USE_IS_CONSENT = consent_phrases.USE_IS_CONSENT
SHARES_NOTHING = CheckRule("13.1.e-shares-nothing", "error", "5.1.a 13.1.e", "CHK-13")
STAYS_INSIDE = CheckRule("13.1.f-stays-inside", "error", "5.1.a 13.1.f", "CHK-18")
TEN_YEARS = CheckRule("5.1.a-ten-years", "error", "5.1.a 13.2.a", "CHK-23")
ALWAYS_ERASE = CheckRule("17.3-always", "warning", "17.3", "CHK-31")
DPO_IN_TEXT = dpo_title.DPO_IN_TEXT
ID_COPY_IN_TEXT = CheckRule("12.6-in-text", "warning", "12.6 5.1.c", "CHK-35")
COMPLAINT_FIRST = CheckRule("77-first", "warning", "77 13.2.d", "CHK-37")
LOOK_YOURSELF = CheckRule("13.3-look-yourself", "warning", "13.3 5.1.a", "CHK-55")
ABSOLUTE_SECURITY = CheckRule("5.1.a-security", "warning", "5.1.a 32", "CHK-58")
NO_LIABILITY = CheckRule("82-liability", "warning", "82", "CHK-58")
FEE_IN_TEXT = CheckRule("12.5-in-text", "error", "12.5", "CHK-34")
NO_PROFILES = CheckRule("13.2.f-profiles-denied", "error", "5.1.a 13.2.f 14.2.g", "CHK-39")
RECAPTCHA = CheckRule("4.7-recaptcha", "warning", "4.7 5.1.d", "CHK-53")
OUTDATED = CheckRule("5.1.d-outdated", "error", "5.1.d 12.1 13.1.f 13.2.d", "CHK-17 CHK-36 CHK-47")
OUTDATED_NAME = CheckRule("5.1.d-outdated-name", "warning", "5.1.d 12.1", "CHK-36 CHK-47")

EUROPE = r"(de )?(EU|EER|Europese Unie|Europese Economische Ruimte|Europa)\b"
GETS = r"\b(?<!van )(derden|derde partijen|anderen|andere partijen|andere bedrijven|niemand)"  # “websites van derden” get nothing
# What is not given: data, in general, or something that the sentence before it named.
ABOUT_DATA = (
    r"(?:\b(\w*gegevens|informatie|data|niets|niks|iets|alles|adressen|\w*adres|\w*nummers?|namen|\w*dossiers?|cv's?|(wij|we|ik) (\w+ )?(ze|het|dit|dat|die|deze)"
    r"|(ze|het|dit|dat|die|deze) (\w+ ){0,2}(nooit|niet|aan|met|door))\b"
    r"|^(wij|we|ik) (delen|deel|geven|geef|verstrekken)( nooit| niet)* (met|aan|door aan)\b|^(met|aan) \w+( \w+)? (delen|deel|geven|geef)( (wij|we|ik))? (nooit|niet)\b)"
)
# One thing that has nothing to do with who gets data.
ONE_THING = r"^(?!.*\b(\w*gegevens|informatie|data|dossiers?)\b).*\b((pin|toegangs|deur)?codes?|sleutels?|meldingen|melding|gesprek\w*|recept\w*|kluis\w*|kamers?|kasten|kast)\b"
# A denial for one use: that others get no data for advertising says nothing about other uses. “Ook niet voor reclame” does deny all.
FOR_ONE_USE = (
    r"^(?!.*\b(ook|zelfs) (niet|nooit) (voor|om|als)\b)(?:.*\b(commerci\w*|reclame\w*|marketing\w*|direct-marketing\w*|publicitair\w*|promotie\w*|promotionele|advertentie\w*"
    r"|eigen doel\w*|andere doel\w*|andere redenen|winst\w*|geld|betaling|spam|profilering|onbevoegd\w*|zomaar|onnodig|dan nodig)\b|.*\bvoor iets anders\b)"
)
# Who only leaves open what the law demands, still says that nobody else gets data.
BUT_THE_LAW = r"(tenzij|behalve)\b[^.]{0,30}\b(wet|wettelijk\w*|gerecht\w*|rechter|politie)\b"
# That a copy is asked, made or kept; a label such as “Kopie van de identiteitskaart:” only names it.
ASKS = (
    r"\b(\w*vra(?:ag|agt|gen)|\w*gevraagd|\w*stuur\w*|\w*sturen|\w*gestuurd|ma(?:ak|akt|ken)|gemaakt|neem\w*|nemen|genomen|moet\w*|dien(?:t|en)|\w*bezorg\w*|voeg\w*|\w*voegen|\w*gevoegd"
    r"|bewa(?:ar|art|ren|ard)|bijgehouden|\w*le(?:g|gt|ggen)|upload\w*|mail\w*|eis\w*|geëist|nodig|verplicht|vereist|\w*leve?r(?:t|en)?|\w*geef|\w*geven|too?n(?:t|en)?|la(?:at|ten)"
    r"|krijg\w*|ontvang\w*|bewij[sz]\w*|aantonen|legitime\w*|identifice\w*|wil|willen|hebben|samen|met|door)\b"
)
# Ten years for invoices: a word of tax or of the law, and no other period between it and the ten.
FISCAL = r"\b(fisca\w*|belasting\w*|btw\w*|boekhoud\w*|factu\w*|wettelijk\w*)\b"
OTHER_PERIOD = (
    r"\b(?!10 |tien )(?:\d+|één|een|twee|drie|vier|vijf|zes|zeven|acht|negen) (?:jaar|maand\w*|weken|dagen)\b"
)
OTHER_TEN_YEARS = (
    r"\b(verzekeraar|bank|notaris|leverancier|overheid|boekhouder|accountant)s?\b[^.]{0,20}\b(bewaart|bewaren|houdt|houden)\b"
    r"|\b(vordering\w*|geschil\w*|verjaring\w*|garantie|gebouw\w*|onroerend\w*|aansprakelijk\w*|herziening|tienjarige|OSS|éénloket\w*|patiënt\w*|medisch\w*|akten?|aktes)\b"
    r"|\w*witwas\w*|\b(Wwft|WG/FT|WHVW|KYC|UBO\w*|terroris\w*|18 september 2017|herkomst van|zakelijke relatie|verrichting\w*|klantenonderzoek\w*|cliëntenonderzoek\w*|identificatie van (de |onze )?(cliënt\w*|klant\w*))\b"
    r"|^(?!.*\b(fisca\w*|belasting\w*|btw\w*|boekhoud\w*|factu\w*)\b).*\b(\w{3,}wet|wet van \d+ \w+|decreet|verordening|\w+besluit|KB)\b"  # “wettelijk” by another law
    r"|\b(al|reeds|sinds|ruim|bijna|eerste) (10|tien) jaar\b|\b(10|tien) jaar (ervaring|geleden|oud|jong|bestaan|actief|meer)\b|\b(geen|niet) (meer )?(10|tien) jaar\b"
)
AUTHORITY = (
    r"(toezichthouder|toezichthoudende autoriteit|Gegevensbeschermingsautoriteit|Autoriteit Persoonsgegevens|GBA|AP)"
)
HISTORY = re.compile(
    r"\b(ongeldig\w*|vernietigd\w*|vroeger\w*|voormalige?|niet meer|vervangen|vervangt|opgevolgd|opvolger|toenmalige?|heette)\b",
    re.IGNORECASE,
)


def _has_recipients(review: Review, path: str) -> bool:
    return bool(review.facts.recipients)


def _leaves_europe(review: Review, path: str) -> bool:
    """Return whether data leaves the EEA; for a text about one recipient, whether that recipient takes it there."""
    own = paths.split(path)[1] if paths.top(path) == "recipients" else None
    elsewhere = own is None and any(code not in review.law.eea for code in review.facts.scope.processing_countries)
    return elsewhere or any(
        review.law.outside(recipient) for recipient in review.facts.recipients if own in (None, recipient.key)
    )


def _law_asks_less_than_ten(review: Review, path: str) -> bool:
    rows = [row for row in review.rows("retention") if "invoices" in row["categories"]]
    return (
        review.country == "BE"
        and bool(rows)
        and all(compare(row["number"], row["unit"], 10, "year") < 0 for row in rows)
        and paths.top(path) != "retention_rules"
    )


def _must_keep(review: Review, path: str) -> bool:
    return bool(review.facts.rights.exceptions) or any(rule.law for rule in review.facts.retention_rules)


def _makes_profiles(review: Review, path: str) -> bool:
    """Return whether the user mentions profiles, or advertising that follows people by cookies."""
    follows = any(cookie.kind == "marketing" for cookie in review.facts.cookies.placed)
    return path != "automated.profiling" and bool(review.facts.automated.profiling or follows)


def _recaptcha_works_for_us(review: Review, path: str) -> bool:
    return any(row["id"] == "recaptcha" for row in review.rows("roles"))


def _about_requests(review: Review, path: str) -> bool:
    return path.startswith(("rights.", "sections.", "style."))


def _about_identity(review: Review, path: str) -> bool:
    return path.startswith(("rights.", "sections.")) and review.facts.rights.identity_check != "id_copy"


PHRASES = (
    *consent_phrases.PHRASES,
    Phrase(
        SHARES_NOTHING,
        "derde|ander|niemand",
        rf"^(?=.*{ABOUT_DATA})(?:.*\b(delen|deelt|gedeeld|geven|gegeven|doorgegeven|doorgeven|verstrekken|verstrekt|bezorgen|bezorgd)\b[^.]{{0,50}}{GETS}\b"
        rf"|.*{GETS}\b[^.]{{0,50}}\b(delen|gedeeld|doorgegeven|doorgeven|gegeven|verstrekt|(delen|geven|sturen|bezorgen)\b[^.]{{0,20}}\bdoor)\b)",
        "Deze zin zegt dat niemand anders gegevens krijgt, maar u hebt ontvangers.",
        "Haal deze zin weg. De ontvangers staan al in de verklaring.",
        _has_recipients,
        # only an absolute denial: with a condition, or for one use, it may be true
        rf"^(?!.*\b(nooit|niets?|geen|niemand)\b)|\b(alleen|enkel|uitsluitend|zonder|buiten|hierboven|hieronder|verkop\w*|verkoop\w*|verhuren|verhuur\w*)\b|{FOR_ONE_USE}"
        rf"|^(?!.*\b{BUT_THE_LAW}).*\b(tenzij|behalve)\b",
    ),
    Phrase(
        SHARES_NOTHING,
        "blijv|blijft|alleen|enkel|uitsluitend|niemand",
        r"\bgegevens\b[^.]{0,40}\b(blijven|blijft)\b[^.]{0,20}\b(binnen|in|bij) (ons|onze)( eigen)? ?(bedrijf|onderneming|zaak|organisatie|praktijk|winkel|kantoor)?\b"
        r"|\b(alleen|enkel|uitsluitend) (wij|wijzelf|ons team|onze medewerkers|ons eigen team)\b[^.]{0,30}\b(ziet|zien|toegang|inzage|inkijken|bekijken)\b"
        r"|\bniemand\b[^.]{0,25}\b(ziet|krijgt|heeft toegang)\b|\b(ziet|krijgt) niemand\b",
        "Deze zin zegt dat niemand anders gegevens krijgt, maar u hebt ontvangers.",
        "Haal deze zin weg. De ontvangers staan al in de verklaring.",
        _has_recipients,
        rf"\b(wachtwoord\w*|betaalkaart\w*|kaartnummer\w*|beelden|camera\w*)\b|{ONE_THING}|\bgegevens van (een ander|anderen|andere \w+|elkaar)\b|\belkaars\b"
        rf"|^(?!.*\b{BUT_THE_LAW}).*\b(tenzij|behalve|buiten|naast)\b",
    ),
    Phrase(
        STAYS_INSIDE,
        " eu| eer|europ|landen|een land buiten|een derde land",
        rf"\b(blijven|blijft)\b[^.]{{0,40}}\b(binnen|in) {EUROPE}|\bverla(at|ten)\b[^.]{{0,20}}\b{EUROPE}[^.]{{0,20}}\b(nooit|niet)\b"
        rf"|\b(nooit|niet|geen)\b[^.]{{0,60}}\bbuiten {EUROPE}"
        rf"|\b(uitsluitend|alleen|enkel)\b[^.]{{0,50}}\b(binnen|in) {EUROPE}|\b(binnen|in) {EUROPE}[^.]{{0,20}}\b(en nergens anders|en niet daarbuiten)\b"
        rf"|\b(alle|al) (onze |uw |je )?(persoons)?gegevens\b[^.]{{0,40}}\b(binnen|in) {EUROPE}"
        r"|\b(nooit|niets?|geen)\b[^.]{0,60}\b(naar|in|met|aan) (landen buiten|een land buiten|derde landen|een derde land|niet-Europese landen)\b",
        "Deze zin zegt dat gegevens in Europa blijven, maar een ontvanger verwerkt ze ook daarbuiten.",
        "Haal deze zin weg. De landen staan al in de verklaring.",
        _leaves_europe,
        r"\b(tenzij|behalve|zonder (zo'n|een|passende|deze|die|goede|extra|de nodige)? ?(bescherm\w*|waarborg\w*|toestemming)|alleen als|enkel als|waar mogelijk|zo veel mogelijk|klanten|wonen|woont)\b",
    ),
    Phrase(
        TEN_YEARS,
        "10 jaar|tien jaar",
        rf"{FISCAL}(?:(?!{OTHER_PERIOD})[^.])*\b(10|tien) jaar\b|\b(10|tien) jaar\b(?:(?!{OTHER_PERIOD})[^.])*{FISCAL}(?![^.]*{OTHER_PERIOD})",
        "De Belgische belastingwet vraagt geen 10 jaar meer voor facturen, maar 7.",
        "Maak er 7 jaar van, of noem de andere reden.",
        _law_asks_less_than_ten,
        OTHER_TEN_YEARS,
    ),
    Phrase(
        ALWAYS_ERASE,
        "wissen|gewist|verwijder",
        r"\b(altijd|op elk moment|op ieder moment|te allen tijde|wanneer (u|je) (maar )?wil\w*)\b[^.]{0,60}\b(wissen|gewist|verwijderen|verwijderd)\b",
        "Deze zin belooft dat men altijd alles kan laten wissen, maar een wet vraagt u een deel te bewaren.",
        "Zeg dat men het mag vragen. Het recht en zijn grenzen staan al in de verklaring.",
        _must_keep,
        r"\b(vragen|vraagt|verzoek|verzoeken|verzoekt|niet altijd|tenzij|behalve)\b",
    ),
    *dpo_title.PHRASES,
    Phrase(
        ID_COPY_IN_TEXT,
        "identiteit|paspoort|rijbewijs|id-kaart|id-bewijs|eid",
        r"\b(kopie|scan|foto|afschrift|voor- en achterkant)\b[^.]{0,30}\b(identiteitskaart|identiteitsbewijs|paspoort|rijbewijs|id-kaart|id-bewijs|eID)\b",
        "Deze zin vraagt een kopie van een identiteitsbewijs.",
        "Vraag dat alleen als het niet anders kan, met foto en nummers afgedekt.",
        _about_identity,
        r"\b(afge\w+|onleesbaar|twijfel\w*|niet anders kan)\b|\b(geen|nooit|zonder|plaats van een)\b[^.]{0,12}\b(kopie|scan|foto|afschrift)\b"
        r"|\b(vragen|vraagt|maken|maakt|nemen|neemt|bewaren|bewaart|willen|hoeven|hoeft|hoef) (wij |we |ik |men |u |je )?(daar(van|voor) )?(niet|nooit)\b|\b(hoeft|hoef|hoeven|moet\b[^.]{0,60}) (niet|geen)\b"
        r"|\b(omdat|want|volgens|zoals)\b[^.]{0,30}\b(\w*wet|wetgeving|Wwft|wettelijk\w*)\b|\w*witwas\w*|\bWwft\b|\bde wet (eist|vraagt) (ze|deze)\b"
        r"|\b(maken|bewaren|nemen|vragen)\b[^.;]{0,50}\b(rijbewijs|paspoort|identiteits\w+|id-kaart|id-bewijs)\b (\w+ ){0,2}niet\b"
        rf"|^(?!.*{ASKS}).*",
    ),
    Phrase(
        COMPLAINT_FIRST,
        "klacht",
        r"^(?=.*\bklacht\w*\b)(?=.*\beerst\b)(?=.*\b(moet|moeten|dient|dienen|verplicht|pas)\b)|\bklacht\w*\b[^.]{0,60}\bpas (nadat|na|als|wanneer)\b|\bpas\b[^.]{0,40}\bklacht\w*\b[^.]{0,40}\b(nadat|na|als|wanneer)\b",
        "U mag niet eisen dat men eerst bij u klaagt.",
        "Vraag het vriendelijk, en zeg dat men altijd naar de toezichthouder kan.",
        unless=r"\bklacht\w* over (?!.{0,30}\b(privacy|persoonsgegevens|gegevens|verwerking)\b)|\bmoet niet\b|\b(hoeft|hoef) niet\b",
    ),
    Phrase(
        COMPLAINT_FIRST,
        "klacht",
        r"\bklacht\w*\b[^.]{0,40}\beerst (bij|aan|naar|met) (ons|onze|de (zaakvoerder|directie|praktijk|club|winkel))\b",
        "U mag niet eisen dat men eerst bij u klaagt.",
        "Vraag het vriendelijk, en zeg dat men altijd naar de toezichthouder kan.",
        unless=r"\bklacht\w* over (?!.{0,30}\b(privacy|persoonsgegevens|gegevens|verwerking)\b)|\b(mag|kan|kunt|kun|mogen|kunnen|liefst|graag|raden|vragen|stellen|hoeft|hoef|moet niet)\b",
    ),
    Phrase(
        COMPLAINT_FIRST,
        "toezichthoud|autoriteit|gba| ap",
        rf"\bpas\b[^.]{{0,30}}\b(naar|bij|tot|aan) (de |een )?{AUTHORITY}\b|\b{AUTHORITY}\b[^.]{{0,40}}\bpas (nadat|na|als|wanneer)\b"
        rf"|^(?=.*\b{AUTHORITY}\b)(?=.*\b(eerst|voordat|vooraleer|voor)\b)(?=.*\b((moet|dient) (u|je|men)|(u|je|men) (moet|dient))\b)",
        "U mag niet eisen dat men eerst bij u klaagt.",
        "Vraag het vriendelijk, en zeg dat men altijd naar de toezichthouder kan.",
        unless=r"\bklacht|\b(moet|hoeft|hoef) (niet|dat niet)\b|\bniet verplicht\b|\baltijd\b",  # with the word itself it is told above
    ),
    Phrase(
        LOOK_YOURSELF,
        "verklaring|beleid|pagina|tekst|zonder",
        r"^(?=.*\b(regelmatig|geregeld|af en toe|van tijd tot tijd)\b)(?=.*\b(raadpleeg\w*|raadplegen|lees\w*|nalezen|lezen|bekijk\w*|kijk\w*|controleer\w*)\b)(?=.*\b(verklaring|beleid|pagina|tekst)\b)"
        r"|^(?=.*\b(wijzigen|wijzigt|aanpassen|aan te passen|aangepast|gewijzigd|veranderen)\b)(?=.*\bzonder( voorafgaande?| enige?| verdere)* (kennisgeving|melding|verwittiging|bericht|aankondiging)\b)",
        "De lezer moet volgens deze zin zelf merken dat de tekst verandert. Dat is niet genoeg.",
        "Haal deze zin weg, en kies bij Wijzigingen hoe u mensen bereikt.",
    ),
    Phrase(
        ABSOLUTE_SECURITY,
        "veilig|maximale|waterdicht",
        r"\b100 ?(%|procent) (veilig|beveiligd)|\b(volledig|volkomen|absoluut|altijd) (veilig|beveiligd)\b|\bmaximale (beveiliging|veiligheid)\b|\bwaterdicht\b"
        r"|\b(garandeert|garanderen)\b[^.]{0,50}\b(veilig\w*|beveiliging)\b",
        "Niemand kan volledige veiligheid beloven.",
        "Zeg welke maatregelen u neemt.",
        unless=r"\b(niet|geen|nooit|niemand)\b",
    ),
    Phrase(
        NO_LIABILITY,
        "aansprakelijk",
        r"\b(niet|geen|nooit)\b[^.]{0,40}\b(aansprakelijk\w*)\b[^.]{0,80}\b(datalek\w*|lek|lekken|hack\w*|cyberaanval\w*"
        r"|(verlies|misbruik|diefstal|schade)\b[^.]{0,30}\b\w*gegevens|inbra(ak|ken)\b[^.]{0,30}\b(systemen|computers?|servers?|website|netwerk))\b",
        "U kunt uw aansprakelijkheid voor een datalek hier niet uitsluiten.",
        "Haal deze zin weg.",
    ),
    Phrase(
        FEE_IN_TEXT,
        "euro|eur|€",
        r"^(?=.*\b(inzage|kopie|verzoek\w*|aanvra(ag|gen)|recht|rechten|gegevens opvra\w*)\b)(?=.*\b(kost|kosten|administratiekost\w*|vergoeding|aanrekenen|rekenen|betaalt|betalen)\b)(?=.*(\d ?(euro|EUR)\b|€))",
        "U vraagt geld voor een verzoek. Dat mag niet.",
        "Haal deze zin weg: een verzoek is gratis.",
        _about_requests,
        r"\b(ongegrond\w*|buitensporig\w*|overdreven|kennelijk|extra kopie|bijkomende kopie|factuur|facturen|bestelling\w*|betalingsverzoek|offertes?|attest\w*|vergunning\w*|lening\w*|krediet\w*)\b",
    ),
    Phrase(
        NO_PROFILES,
        "profiel|profil",
        r"\b(geen|nooit|niet)\b[^.]{0,60}\b(profiel|profielen|profilering|profileren)\b(?! op (sociale|social|LinkedIn|Facebook|Instagram)\b)|\bprofiler\w+\b[^.]{0,20}\b(niet|nooit)\b",
        "Deze zin zegt dat u geen profielen maakt, maar uw andere antwoorden zeggen van wel.",
        "Haal deze zin weg, of maak de andere antwoorden juist.",
        _makes_profiles,
        r"\b(niet meer|tenzij|behalve|zonder( uw| je)? toestemming|alleen|enkel|beslis\w*)\b",
    ),
    Phrase(
        RECAPTCHA,
        "recaptcha",
        r"^(?=.*\breCAPTCHA\b)(?=.*\b(privacybeleid|privacyverklaring|servicevoorwaarden|voorwaarden|privacy policy)\b)(?=.*\bGoogle\b)",
        "Bij reCAPTCHA verwijst u naar de voorwaarden van Google. Sinds 2 april 2026 werkt Google hier in uw opdracht.",
        "Haal de verwijzing weg, en zet Google bij de ontvangers als verwerker.",
        _recaptcha_works_for_us,
        r"\b(niet|geen|vroeger)\b",
    ),
)


def findings(review: Review) -> Iterator[Finding]:
    """Yield the findings about sentences in the user's texts that are forbidden, outdated or contradicted."""
    texts = review.index
    yield from phrase_findings(review, PHRASES)
    for row in review.rows("outdated"):
        for path, text in (review.texts[number] for number in texts.holding(old.lower() for old in row["old"])):
            for rule, _, message, remedy in outdated_in(text, (row,)):
                yield rule.at(path, message, remedy)


def outdated_in(text: str, rows: Sequence[Mapping[str, Any]]) -> Iterator[tuple[CheckRule, str, str, str]]:
    """Yield the outdated names that a text uses as if they still held: rule, id of the row, message, remedy.

    `rows` are rows of outdated.yaml.
    """
    if not _any_name(tuple(old for row in rows for old in row["old"])).search(
        text
    ):  # most texts name nothing of the kind
        return
    for row in rows:
        old = next((old for old in row["old"] if _is_current(old, text)), None)
        if old:
            rule = OUTDATED if row["severity"] == "error" else OUTDATED_NAME
            yield rule, row["id"], f"“{old}” klopt niet meer.", f"Schrijf: {row['now'].rstrip('.')}."


def _is_current(old: str, text: str) -> bool:
    """Return whether a text uses an outdated name as if it still held; to tell history is no fault."""
    name = _name(old)
    return bool(name.search(text)) and any(
        name.search(sentence) and not HISTORY.search(sentence) for sentence in sentences_of(text)
    )


@cache
def _name(old: str) -> re.Pattern[str]:
    """Return the pattern of an outdated name as a whole word.

    An abbreviation is only itself in capitals as the catalogue writes it.
    """
    return re.compile(rf"(?<![\w-]){re.escape(old)}(?![\w-])", 0 if len(old) <= 5 else re.IGNORECASE)


@cache
def _any_name(names: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of any of these names in any capitals: a text without a match holds no `_name`.

    Without names nothing matches.
    """
    return re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, names)) or '(?!)'})(?![\w-])", re.IGNORECASE)
