"""Faults one by one in a statement that has none, each beside a correct sentence that comes near it."""

from datetime import date
from pathlib import Path

# size: one table of cases, easier to read as a whole
import pytest

from policies.core.clauses.library import load
from policies.core.reading import ReadingReport, read
from policies.core.reading.rules import rules_of
from tests.core.checks.test_phrases import ROWS

CLEAN = Path(__file__).with_name("clean.txt").read_text("utf-8")
ON = date(2026, 12, 1)


def report(*sentences: str, text: str = CLEAN, on: date = ON) -> ReadingReport:
    return read("\n\n".join((text, "Nog iets", *sentences)), load(), on)


def faults(*sentences: str, text: str = CLEAN, on: date = ON) -> set[str]:
    return {fault.id for fault in report(*sentences, text=text, on=on).faults}


def without(*lines: str) -> str:
    kept = [line for line in CLEAN.splitlines() if not any(word in line for word in lines)]
    assert len(kept) < len(CLEAN.splitlines())
    return "\n".join(kept)


def test_the_clean_statement_has_everything_and_no_fault() -> None:
    clean = read(CLEAN, load(), ON)
    assert [fault.id for fault in clean.faults] == []
    assert {result.id for result in clean.results if result.outcome != "found"} == {
        "dpo",
        "basis-public",
        "basis-vital",
    }
    assert (clean.tone, clean.country) == ("u", "BE") and clean.ease.worse > 60


# fault, a sentence that has it, and correct sentences that have it not
FAULTS = [
    (
        "transfer-by-submitting",
        "Door gegevens te verstrekken stemt u in met de doorgifte naar het buitenland.",
        "Voor de doorgifte naar het buitenland vragen wij niets.",
    ),
    ("stays-inside", "Alle gegevens worden uitsluitend binnen de EER verwerkt.", "Ons eigen archief staat in België."),
    ("inside-europe", "Al onze partners zijn gevestigd in de EU.", "Onze klanten wonen in de EU."),
    ("vague-period", None, "Wij bewaren gegevens niet langer dan nodig is voor het doel."),
    (
        "fee",
        "Voor een kopie vragen wij 15 euro administratiekosten.",
        "Een verzoek is gratis; alleen voor een duidelijk overdreven verzoek vragen wij een vergoeding.",
    ),
    (
        "fee",
        "Wie een kopie vraagt, betaalt een vergoeding van 10 euro.",
        "Voor een extra kopie mogen wij ook een redelijke vergoeding vragen.",
    ),
    ("fee", "Aan een aanvraag tot inzage zijn kosten verbonden.", "Verzendkosten van 5 euro betaalt de klant."),
    (
        "term-long",
        "Op een verzoek reageren wij binnen drie maanden.",
        "Bij een ingewikkeld verzoek antwoorden wij twee maanden later.",
    ),
    (
        "term-long",
        "Wij beantwoorden uw verzoek uiterlijk binnen 60 dagen.",
        "Wij beantwoorden uw verzoek uiterlijk binnen 30 dagen.",
    ),
    (
        "changes-at-once",
        "Wij kunnen de verklaring wijzigen zonder u een bericht te sturen.",
        "Wij wijzigen de verklaring niet zonder het te melden.",
    ),
    (
        "changes-at-once",
        "Wijzigingen treden onmiddellijk in werking.",
        "Wijzigingen treden een maand na de aankondiging in werking.",
    ),
    (
        "anonymous-statistics",
        "De cookies van Google Analytics zijn volledig anoniem.",
        "Na 2 jaar maken wij de cijfers anoniem.",
    ),
    (
        "automatic-cookies",
        "Bij uw bezoek worden cookies automatisch geplaatst.",
        "Functionele cookies worden automatisch geplaatst.",
    ),
    (
        "automatic-cookies",
        "Onze site plaatst meteen een cookie op uw computer.",
        "Cookies verdwijnen automatisch als u de browser sluit.",
    ),
    ("gender", "Wij vragen uw naam en uw geslacht.", "Uw geslacht vragen wij niet."),
    (
        "national-number",
        "Wij vragen uw naam en uw rijksregisternummer.",
        "Uw rijksregisternummer vraagt de sociale wet.",
    ),
    ("national-number", "Wij verwerken je BSN.", "Bedek op de kopie je BSN."),
    # that a law asks is no reason while no law is named: of “deze gegevens” least of all
    (
        "national-number",
        "De wet vraagt deze gegevens: naam, rijksregisternummer.",
        "De wet van 3 juli 1978 vraagt deze gegevens: naam, rijksregisternummer.",
    ),
    (
        "national-number",
        "Wij vragen uw BSN. De wet vraagt deze gegevens.",
        "Wij vragen uw BSN. De wet op de loonbelasting vraagt deze gegevens.",
    ),
    (
        "national-number",
        "Uw rijksregisternummer vragen wij wettelijk verplicht.",
        "Uw rijksregisternummer vragen wij voor uw loon.",
    ),
    (
        "id-copy",
        "De wet vraagt deze gegevens: wij maken een kopie van uw paspoort.",
        "De antiwitwaswet vraagt deze gegevens: wij maken een kopie van uw paspoort.",
    ),
    (
        "id-copy",
        "Wij vragen een kopie van uw identiteitskaart, omdat de wet dat eist.",
        "Wij vragen een kopie van uw identiteitskaart, omdat de wet van 18 september 2017 dat eist.",
    ),
    (
        "id-copy-listed",
        "De wet vraagt ze. Uw gegevens: naam, kopie van uw identiteitskaart.",
        "Uw gegevens voor de Wwft: naam, kopie van uw identiteitskaart.",
    ),
    ("ssl", "Onze webshop werkt met een SSL-certificaat.", "TLS is de opvolger van SSL en heette vroeger anders."),
    (
        "breach-roles",
        "Een datalek melden wij aan de verwerkingsverantwoordelijke.",
        "Een datalek melden wij binnen 72 uur aan de toezichthouder.",
    ),
    (
        "breach-roles",
        "Bij een lek brengt de verantwoordelijke de slachtoffers op de hoogte.",
        "Bij een lek waarschuwen wij onze klant, voor wie wij verwerker zijn.",
    ),
    (
        "stacked-bases",
        "Dat doen wij op basis van uw toestemming en ons gerechtvaardigd belang.",
        "De grondslagen zijn toestemming en gerechtvaardigd belang.",
    ),
    (
        "correction-refused",
        "Facturen kunnen niet meer gewijzigd worden.",
        "Facturen kunnen wij niet wissen, omdat de boekhoudwet ze vraagt.",
    ),
    (
        "seven-years-order",
        "Wij bewaren bestellingen 7 jaar na de bestelling.",
        "Wij bewaren bestellingen 7 jaar vanaf 1 januari na de bestelling.",
    ),
    (
        "legal-period-identity",
        "Uw naam en adres bewaren wij 7 jaar, dat is wettelijk verplicht na elke koop.",
        "Facturen met uw naam en adres bewaren wij 7 jaar vanaf het boekjaar, want dat vraagt de wet.",
    ),
    ("period-without-start", "Uw dossier bewaren wij 5 jaar.", "Uw dossier bewaren wij 5 jaar na uw laatste bezoek."),
    ("period-without-start", "Cv's worden zes maanden bijgehouden.", "Een cookie bewaart uw keuze 6 maanden."),
    (
        "mixed-tone",
        "Je mag altijd langskomen. Bel ons als je komt.\n\nNeem je fiets mee.",
        "Wij werken van 9 u tot 18 u.",
    ),
    (
        "id-copy",
        "Stuur een scan van uw identiteitskaart mee.",
        "Bij twijfel vragen wij een scan van uw identiteitskaart met de foto afgedekt.",
    ),
    (
        "id-copy",
        "Wij maken een kopie van uw identiteitskaart.",
        "Wij maken een kopie van uw identiteitskaart omdat de antiwitwaswet dat eist.",
    ),
    ("id-copy", "Wij vragen een kopie van uw paspoort.", "Wij vragen nooit een kopie van uw paspoort."),
    (
        "legal-period-identity",
        "Uw identiteitsgegevens bewaren wij 7 jaar na uw bezoek, want dat is wettelijk verplicht.",
        "De identiteitsgegevens bewaren wij 10 jaar na de relatie, wettelijk verplicht tegen witwassen.",
    ),
    ("id-copy-listed", "Uw gegevens: naam, kopie van uw identiteitskaart.", "Uw gegevens: naam, kopie van uw diploma."),
    (
        "vague-cookie",
        "De levensduur van onze cookies hangt af van de leverancier of is nog niet bepaald.",
        "De levensduur van onze cookies is 13 maanden.",
    ),
    ("dpo-denied", "Wij hebben geen DPO. Vragen? Onze DPO helpt u.", "Wij hebben geen DPO aangesteld."),
    ("wrong-authority-be", None, "De Autoriteit Persoonsgegevens is de toezichthouder in Nederland."),
    (
        "term-long",
        "Wij reageren zo snel mogelijk, maar binnen acht weken, op uw verzoek.",
        "Wij antwoorden uiterlijk binnen zes weken op een verzoek om een offerte.",
    ),
    (
        "term-long",
        "Wij geven aan uw aanvraag gevolg binnen een termijn van vijfenveertig dagen.",
        "De garantie heeft een termijn van zestig dagen.",
    ),
    (
        "consent-invoices",
        "Voor het verzenden van facturen vragen wij uw toestemming.",
        "Facturen mailen wij alleen met uw toestemming; anders komen zij per post.",
    ),
    (
        "consent-invoices",
        "De facturen maken wij op grond van uw toestemming.",
        "Voor facturen is geen toestemming nodig.",
    ),
    (
        "changes-at-once",
        "Wij kunnen deze privacyverklaring op elk moment wijzigen.",
        "Wij kunnen deze privacyverklaring op elk moment wijzigen en mailen dat vooraf.",
    ),
    (
        "changes-at-once",
        "Het kantoor kan dit privacybeleid te allen tijde eenzijdig wijzigen.",
        "Uw gegevens kunt u te allen tijde wijzigen.",
    ),
    (
        "automatic-cookies",
        "Zodra je de site opent, zetten we cookies van Google Analytics.",
        "Zodra je de site opent, vragen we toestemming en pas dan plaatsen we cookies.",
    ),
    (
        "automatic-cookies",
        "Bij uw eerste bezoek worden via Google Analytics cookies geplaatst.",
        "Bij uw eerste bezoek vragen wij welke cookies u wilt.",
    ),
    (
        "consent-by-use",
        "Door op deze website te blijven, aanvaardt u onze cookies.",
        "Wie op de website blijft, aanvaardt daarmee geen cookies.",
    ),
    (
        "consent-by-use",
        "Uw bezoek aan onze website geldt als uw toestemming.",
        "Bezoeken tellen om onze website te verbeteren (met uw toestemming).",
    ),
    (
        "complaint-first",
        "Pas als we er samen niet uitkomen, kunt u naar de Gegevensbeschermingsautoriteit.",
        "U kunt altijd naar de Gegevensbeschermingsautoriteit, ook als u ons niets vroeg.",
    ),
    (
        "no-liability",
        "Wij zijn in geen geval aansprakelijk voor schade door een onrechtmatig gebruik van de gegevens.",
        "Wij zijn niet aansprakelijk voor het gebruik van uw gegevens door websites waarnaar wij linken.",
    ),
    (
        "fee",
        "Voor het afschrift vragen wij een vergoeding van 0,25 euro per pagina.",
        "Voor een tweede afschrift vragen wij een vergoeding.",
    ),
    ("id-copy", "Wij vragen een kopie van uw paspoort.", "Van kopers, de Wwft eist ze: kopie van het paspoort."),
    (
        "national-number",
        "Wij bewaren het rijksregisternummer van huurders.",
        "Gevoelig: rijksregisternummer van huurders.",
    ),
    (
        "legal-period-identity",
        "Naam en adres bewaren wij 7 jaar na uw laatste bezoek, want dat is wettelijk verplicht.",
        "Naam en adres: 7 jaar na het boekjaar, omdat de wet dat vraagt.",
    ),
    (
        "fee",
        "Een kopie kost 15 euro.",
        "Bedrag en rekeningnummer: 7 jaar vanaf 1 januari na het jaar van de factuur (Wetboek van economisch recht).",
    ),
    ("profiles-denied", None, "Zonder link lukt het niet: links naar profielen op sociale media."),
    (
        "id-copy",
        "Wij vragen een kopie van uw paspoort.",
        "Tegen het witwassen van geld bewaren wij een kopie van uw identiteitskaart.",
    ),
]


@pytest.mark.parametrize(
    ("fault", "wrong", "right"), FAULTS, ids=[f"{row[0]}-{number}" for number, row in enumerate(FAULTS)]
)
def test_a_fault_and_its_near_miss(fault: str, wrong: str | None, right: str) -> None:
    if wrong:
        assert faults(wrong) == {fault}
    assert faults(right) == set()


# what stands elsewhere in the text, for a sentence to speak against it
ELSEWHERE = {"13.2.f-profiles-denied": ["Marketingcookies volgen wie een advertentie zag."]}


@pytest.mark.parametrize(("code", "wrong", "right", "_"), ROWS)
def test_what_own_texts_may_not_say_is_told_here_by_the_same_rule(code: str, wrong: str, right: str, _: object) -> None:
    """Reading and checks know the same sentences: whatever an own text may not say, a text from elsewhere may not either."""
    told = {
        fault.rule
        for fault in report(
            wrong, "Belasting: de fiscale wet vraagt om stukken te bewaren.", *ELSEWHERE.get(code, ())
        ).faults
    }
    assert code in told
    assert code not in {fault.rule for fault in report(right).faults} or code == "12.6-in-text" and "afgedekte" in right


def test_one_sentence_is_told_once_and_two_are_told_both() -> None:
    inside, partners = "De gegevens blijven binnen de EU.", "Al onze partners zijn gevestigd in de EU."
    assert faults("Alle gegevens worden uitsluitend binnen de EER verwerkt.") == {"stays-inside"}
    assert faults(inside, partners) == {"stays-inside", "inside-europe"}


def test_profiles_are_denied_only_against_another_sentence() -> None:
    assert "profiles-denied" not in faults("Wij maken geen profielen.")


def test_what_depends_on_the_rest_of_the_text() -> None:
    denial = "Wij delen uw gegevens nooit met derden."
    assert faults(denial) == {"shares-nothing"}
    assert faults("Wij verkopen uw gegevens niet aan derden en geven ze uitsluitend door als dat nodig is.") == set()
    assert "shares-nothing" not in faults(denial, text=without("Mailchimp", "Analytics"))
    assert faults("Alle gegevens blijven binnen de EU.") == {"stays-inside"}
    assert "stays-inside" not in faults("Alle gegevens blijven binnen de EU.", text=without("Mailchimp", "Analytics"))
    vague = "Wij bewaren uw gegevens zolang als dat nodig is."
    assert faults(vague) == set() and faults(vague, text=without("bewaren wij", "wissen wij")) == {"vague-period"}
    assert faults("Externe partijen helpen ons.") == set()
    assert "vague-recipients" in faults(
        "Externe partijen helpen ons.", text=without("Mailchimp", "Analytics", "boekhouder")
    )


def test_the_authority_of_the_other_country() -> None:
    belgian = (
        CLEAN.replace("Gegevensbeschermingsautoriteit, Drukpersstraat 35, 1000 Brussel", "Autoriteit Persoonsgegevens")
        + "\nWij zijn een Belgische vzw en volgen de wet in België."
    )
    assert faults(text=belgian) == {"wrong-authority-be"}
    dutch = (
        CLEAN.replace("Ondernemingsnummer 0999.999.922", "KvK 99999990, Nederland").replace(
            "9300 Aalst", "3511 AA Utrecht"
        )
        + "\nDe Belastingdienst in Nederland vraagt dat."
    )
    assert "wrong-authority-nl" in faults(text=dutch)


def test_names_are_judged_on_the_day() -> None:
    shield = "Onze dienst valt onder het Privacy Shield."
    assert faults(shield) == {"outdated-privacy-shield"}
    assert faults(shield, on=date(2019, 1, 1)) == set()
    assert faults("Het Privacy Shield is ongeldig verklaard.") == set()


def test_ten_years_is_a_belgian_fault() -> None:
    assert "ten-years" in faults("De fiscale wet vraagt om stukken 10 jaar na de factuur bij te houden.")


def test_a_hard_text_is_told_with_its_score() -> None:
    sentence = "Overeenkomstig toepasselijke gegevensbeschermingsregelgeving organiseren verantwoordelijken noodzakelijkerwijs administratieve gegevensverwerkingsactiviteiten."
    hard = [fault for fault in report(*[sentence] * 25).faults if fault.id == "hard-to-read"]
    assert len(hard) == 1 and "Flesch-Douma" in hard[0].message


def test_errors_come_first() -> None:
    told = [fault.severity for fault in report("Wij vragen uw geslacht.", "Alle gegevens blijven binnen de EU.").faults]
    assert told == ["error", "warning"]


def test_every_fault_of_the_rules_is_tried_here() -> None:
    tried = {row[0] for row in FAULTS} | {
        "shares-nothing",
        "stays-inside",
        "vague-recipients",
        "wrong-authority-nl",
        "ten-years",
    }
    phrases = {row[0] for row in ROWS}
    left = {
        rule.id
        for rule in rules_of(load()).faults
        if rule.id not in tried and not any(one.rule.code in phrases for one in rule.phrases)
    }
    assert left == set()


def outcome(item: str, text: str) -> str:
    return next(result.outcome for result in read(text, load(), ON).results if result.id == item)


def test_the_address_of_the_authority_is_not_that_of_the_company() -> None:
    own = ("Stationsstraat", "Bel 053")
    lines = "\n• Gegevensbeschermingsautoriteit\n• Drukpersstraat 35\n• 1000 Brussel\n• +32 2 274 48 00\n• contact@apd-gba.be"
    assert outcome("address", CLEAN + lines) == outcome("contact", CLEAN) == "found"
    assert (
        outcome("address", without(*own) + lines) == "missing"
        and outcome("contact", without(*own) + lines) == "missing"
    )


def test_a_name_alone_does_not_say_which_company() -> None:
    bare = without("Stationsstraat", "Ondernemingsnummer").replace("De Trapper bv", "De Trapper")
    assert outcome("controller", bare) == "unsure"
    assert outcome("controller", bare.replace("De Trapper is", "De Trapper vof is")) == "found"


def test_a_telephone_number_is_no_register_number() -> None:
    assert outcome("register", without("Ondernemingsnummer") + "\nBel 0475.123.456 of 0475 12 34 56.") == "missing"


def test_a_heading_with_nothing_below_it_tells_nothing() -> None:
    text = without("verwerking te beperken")
    assert outcome("restriction", text + "\n\n# Recht op beperking\n\n# Nog een kop") == "missing"
    assert outcome("restriction", text + "\n\n# Recht op beperking\n\nVraag het ons.") == "found"


def test_a_name_that_is_outdated_in_one_country_only() -> None:
    told = "Wie niet gebeld wil worden, staat in het bel-me-niet-register."
    dutch = CLEAN.replace(
        "Gegevensbeschermingsautoriteit, Drukpersstraat 35, 1000 Brussel", "Autoriteit Persoonsgegevens"
    ).replace("Ondernemingsnummer 0999.999.922", "KvK 99999990, Nederland")
    assert faults(told) == set() and faults(told, text=dutch) == {"outdated-bel-me-niet"}


@pytest.mark.parametrize(
    ("service", "is_american"),
    [
        ("Google Ads", True),
        ("Instagram", True),
        ("Calendly", True),
        ("Trustpilot", True),
        ("Hetzner", False),
        ("Spotler", False),
    ],
)
def test_a_service_is_known_from_the_catalogue_or_from_the_rules(service: str, is_american: bool) -> None:
    plain = without("Mailchimp", "Analytics")
    assert (
        "stays-inside" in faults(f"Wij werken met {service}.", "Alle gegevens blijven binnen de EU.", text=plain)
    ) is is_american
    assert "shares-nothing" in faults(
        f"Wij werken met {service}.", "Wij delen uw gegevens nooit met derden.", text=plain
    )
