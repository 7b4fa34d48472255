"""The user's own sentences: each row says one that is a fault, and one that is near it and is none."""

from datetime import date

import pytest

from policies.core.checks import phrases, texts
from policies.core.facts import OwnSection, RightsException
from tests.core.checks.company import DUTCH, found

INSIDE = {
    "recipients.mailer.country": "FR",
    "recipients.mailer.safeguards": (),
    "recipients.google.transfer_countries": (),
    "recipients.google.safeguards": (),
}
WITH_DPO = {"dpo.designated": True, "dpo.email": "dpo@lampenist.example"}

# code, fault, near miss, and other facts that make the fault none
ROWS = [
    (
        "4.11-use",
        "Wie onze website gebruikt, gaat akkoord met deze verklaring.",
        "Wie onze website gebruikt, leest hier wat wij doen.",
        None,
    ),
    (
        "4.11-use",
        "Door gebruik te maken van de website stemt men in.",
        "Bij een bestelling vragen wij of men akkoord gaat met de prijs.",
        None,
    ),
    ("4.11-use", "Men gaat akkoord met ons privacybeleid.", "Men gaat akkoord met onze voorwaarden.", None),
    (
        "13.1.e-shares-nothing",
        "Wij delen gegevens nooit met derden.",
        "Wij delen gegevens niet met derden, behalve met wie hier staat.",
        {"recipients": (), "disclosure.shares": False},
    ),
    (
        "13.1.e-shares-nothing",
        "Niemand anders krijgt iets: wij geven niets door aan anderen. Wij geven het niet aan derden.",
        "Wij verkopen niets aan derden.",
        None,
    ),
    ("13.1.f-stays-inside", "Alle gegevens blijven binnen de EU.", "Onze servers staan in de EU.", INSIDE),
    (
        "13.1.f-stays-inside",
        "Gegevens verlaten de Europese Unie nooit.",
        "Gegevens gaan niet buiten de EER zonder bescherming.",
        INSIDE,
    ),
    ("4.11-use", "U aanvaardt onze privacyverklaring.", "Men hoeft niet akkoord te gaan met deze verklaring.", None),
    (
        "13.1.e-shares-nothing",
        "Wij geven niets aan derden, tenzij de wet ons verplicht.",
        "Wij geven niets aan derden, behalve aan wie hier staat.",
        None,
    ),
    (
        "13.1.e-shares-nothing",
        "Alle gegevens blijven binnen ons bedrijf.",
        "Alle lampen blijven binnen ons bedrijf.",
        {"recipients": (), "disclosure.shares": False},
    ),
    (
        "13.1.e-shares-nothing",
        "Alleen wij hebben toegang tot de gegevens.",
        "Alleen wij hebben toegang tot de wachtwoorden.",
        None,
    ),
    ("13.1.e-shares-nothing", "Niemand krijgt deze gegevens te zien.", "Niemand ziet uw wachtwoord.", None),
    (
        "13.1.f-stays-inside",
        "Wij bewaren gegevens uitsluitend in de EU.",
        "Wij leveren uitsluitend aan klanten in de EU.",
        INSIDE,
    ),
    (
        "13.1.f-stays-inside",
        "Er gaat niets naar derde landen.",
        "Naar derde landen gaat niets zonder passende waarborgen.",
        INSIDE,
    ),
    (
        "13.1.f-stays-inside",
        "De gegevens blijven zonder uitzondering binnen de EU.",
        "De gegevens blijven waar mogelijk binnen de EU.",
        INSIDE,
    ),
    (
        "17.3-always",
        "Men kan te allen tijde alles laten verwijderen.",
        "Men kan te allen tijde vragen om alles te verwijderen.",
        None,
    ),
    ("5.1.a-placeholder", "Mail naar <naam bedrijf>.", "Een bestelling van < 10 euro sturen wij niet op.", None),
    ("5.1.a-placeholder", "Mail naar {{ email }} of bel.", "Mail ons (of bel).", None),
    ("17.3-always", "Men kan op elk moment alles laten wissen.", "Men kan altijd vragen stellen.", None),
    (
        "12.6-in-text",
        "Stuur een scan van de identiteitskaart, anders antwoorden wij niet.",
        "Wij vragen nooit om een scan van de identiteitskaart.",
        None,
    ),
    (
        "77-first",
        "Een klacht bij de toezichthouder kan pas nadat men ons schreef.",
        "Een klacht bij de toezichthouder kan altijd.",
        None,
    ),
    (
        "13.3-look-yourself",
        "Wij kunnen deze tekst wijzigen zonder voorafgaande kennisgeving.",
        "Wij wijzigen deze tekst nooit zonder het te zeggen.",
        None,
    ),
    (
        "5.1.a-security",
        "Wij garanderen de veiligheid van alle gegevens.",
        "Wij garanderen de kwaliteit van de lampen.",
        None,
    ),
    ("12.5-in-text", "Een kopie van de gegevens kost 15 euro.", "Een tweede factuur kost 15 euro.", None),
    (
        "12.5-in-text",
        "Voor elk verzoek rekenen wij € 10 aan.",
        "Alleen bij een kennelijk ongegrond verzoek rekenen wij € 10 aan.",
        None,
    ),
    ("13.2.f-profiles-denied", "Wij maken geen profielen.", "Wij maken geen profielen zonder toestemming.", None),
    (
        "13.2.f-profiles-denied",
        "Profielen maken wij niet en profileren is er niet bij.",
        "Zonder link lukt het niet, ook niet voor profielen op sociale media.",
        None,
    ),
    (
        "4.7-recaptcha",
        "Voor reCAPTCHA geldt het privacybeleid van Google.",
        "Wij gebruiken reCAPTCHA van Google tegen robots.",
        None,
    ),
    (
        "5.1.a-ten-years",
        "Facturen bewaren wij 10 jaar, want dat vraagt de belastingwet.",
        "Facturen bewaren wij 7 jaar, want dat vraagt de belastingwet.",
        DUTCH,
    ),
    (
        "5.1.a-ten-years",
        "Facturen bewaren wij tien jaar.",
        "Facturen van werk aan gebouwen bewaren wij tien jaar.",
        None,
    ),
    (
        "17.3-always",
        "Men kan altijd alles laten wissen.",
        "Men kan vragen om gegevens te wissen.",
        {"retention_rules.boekhouding.law": None},
    ),
    ("13.1.b-in-text", "Onze DPO helpt verder.", "De DPO van de bank helpt verder.", WITH_DPO),
    (
        "12.6-in-text",
        "Stuur een kopie van de identiteitskaart mee.",
        "Stuur geen kopie van de identiteitskaart mee.",
        None,
    ),
    (
        "12.6-in-text",
        "Stuur een kopie van het paspoort mee.",
        "Stuur een kopie van het paspoort met een afgedekte foto.",
        {"rights.identity_check": "id_copy"},
    ),
    ("77-first", "Een klacht moet men eerst aan ons melden.", "Een klacht melden kan ook bij ons.", None),
    ("13.3-look-yourself", "Lees deze pagina regelmatig opnieuw.", "Wij lezen deze pagina elk jaar na.", None),
    ("5.1.a-security", "Onze website is 100% veilig.", "Geen enkele website is 100% veilig.", None),
    ("5.1.a-security", "Wij geven maximale beveiliging.", "Wij beveiligen onze website.", None),
    ("82-liability", "Wij zijn niet aansprakelijk voor een datalek.", "Wij zijn verzekerd voor een datalek.", None),
    ("5.1.a-placeholder", "Mail naar [e-mailadres].", "Mail naar ons [zie boven].", None),
    ("5.1.a-left-over", "De termijn is XXX dagen.", "De termijn is XX dagen in Romeinse cijfers.", None),
    (
        "4.11-use",
        "Door zich in te schrijven geeft men toestemming voor het verwerken van alle gegevens.",
        "Door zich in te schrijven voor de nieuwsbrief geeft men toestemming.",
        None,
    ),
    (
        "4.11-use",
        "Door lid te worden stemt men in met dit beleid.",
        "Wie lid wil worden, vult een formulier in en stemt in met de huisregels.",
        None,
    ),
    (
        "4.11-use",
        "Men geeft toestemming door te solliciteren of door een profiel op LinkedIn te hebben.",
        "Wie solliciteert, krijgt een antwoord.",
        None,
    ),
    (
        "4.11-use",
        "Wie ons bezoekt, geeft toestemming.",
        "Wie ons bezoekt, vraagt toestemming om de fietsenstalling te gebruiken.",
        None,
    ),
    (
        "77-first",
        "Klachten: eerst bij ons, daarna bij de toezichthouder.",
        "Met een klacht kan men eerst bij ons komen.",
        None,
    ),
    (
        "77-first",
        "Voordat u naar de toezichthouder gaat, moet u ons schrijven.",
        "Vertel het ons gerust eerst. Naar de toezichthouder gaan mag altijd.",
        None,
    ),
    (
        "77-first",
        "Men kan pas naar de GBA als wij na een maand niet antwoorden.",
        "Een datalek melden wij binnen drie dagen aan de GBA.",
        None,
    ),
    (
        "77-first",
        "De Autoriteit Persoonsgegevens helpt pas nadat men ons schreef.",
        "Wij moeten een datalek eerst aan de Autoriteit Persoonsgegevens melden.",
        None,
    ),
    (
        "77-first",
        "Men moet eerst met ons praten, en mag dan naar de toezichthouder.",
        "Men hoeft niet eerst met ons te praten: naar de toezichthouder gaan mag meteen.",
        None,
    ),
    (
        "77-first",
        "Een klacht over de gegevens moet eerst naar ons.",
        "Bij een klacht over de zorg moet men eerst met de therapeut praten.",
        None,
    ),
    (
        "82-liability",
        "Wij zijn niet aansprakelijk voor verlies van gegevens.",
        "Wij zijn niet aansprakelijk voor verlies van kleding in de kleedkamer.",
        None,
    ),
    (
        "12.6-in-text",
        "Wij maken een kopie van de identiteitskaart.",
        "Wij maken een kopie van de identiteitskaart omdat de antiwitwaswet dat eist.",
        None,
    ),
    (
        "12.6-in-text",
        "Men moet een kopie van de identiteitskaart opsturen.",
        "Een ouder moet een kopie van de identiteitskaart niet opsturen.",
        None,
    ),
    ("5.1.a-ten-years", "Wij bewaren facturen 10 jaar.", "De verzekeraar bewaart facturen 10 jaar.", DUTCH),
    (
        "13.1.b-in-text",
        "Onze gegevensbeschermingsfunctionaris is de voorzitter.",
        "De gegevensbeschermingsfunctionaris van de bank helpt verder.",
        WITH_DPO,
    ),
    ("12.5-in-text", "Per aanvraag rekenen wij 10 euro.", "Per aanvraag van een offerte rekenen wij 10 euro.", None),
    (
        "5.1.d-outdated-name",
        "Autoriteit Persoonsgegevens, Juliana van Stolberglaan 4-10, Den Haag.",
        "Autoriteit Persoonsgegevens, Postbus 93374, Den Haag.",
        None,
    ),
    ("5.1.d-outdated", "Een klacht kan bij de Privacycommissie.", "De Privacycommissie heette vroeger anders.", None),
    ("5.1.d-outdated", "Dat valt onder het Privacy Shield.", "Het Privacy Shield is vernietigd.", None),
    ("5.1.d-outdated", "Wij volgen de Wbp.", "Wij volgen de AVG.", None),
    ("5.1.d-outdated", "Zie artikel 129 WEC.", "Zie artikel 10/2 van de wet van 30 juli 2018.", None),
    (
        "5.1.d-outdated-name",
        "Gegevens gaan naar Google Inc. in Amerika.",
        "Gegevens gaan naar Google LLC in Amerika.",
        None,
    ),
]

# what the other answers must say for a sentence to be a fault
MORE = {"13.2.f-profiles-denied": {"automated.profiling": "wij verdelen klanten in groepen"}}


def codes(text: str, changes: dict | None = None) -> set[str]:
    """The findings at an own section with that text."""
    section = {"sections": (OwnSection(key="stuk", title="Extra", body=text),)}
    return {finding.code for finding in found({**section, **(changes or {})}) if finding.path == "sections.stuk.body"}


@pytest.mark.parametrize(("code", "fault", "near", "other"), ROWS)
def test_row(code: str, fault: str, near: str, other: dict | None) -> None:
    assert code in codes(fault, MORE.get(code))
    assert code not in codes(near, MORE.get(code))
    if other is not None:
        assert code not in codes(fault, other)


def test_profiles_by_advertising_cookies_count_too() -> None:
    text = "Wij maken geen profielen."
    assert "13.2.f-profiles-denied" in codes(text, {"cookies.placed.meting.kind": "marketing"})
    assert "13.2.f-profiles-denied" not in codes(text)


def test_a_hint_stands_in_every_sentence_that_a_phrase_can_match() -> None:
    """The hints only make it quick: without them the same is found."""
    for code, fault, _, _ in ROWS:
        for phrase in phrases.PHRASES:
            if phrase.rule.code == code and texts.matches(phrase, fault):
                assert any(hint in fault.lower() for hint in phrase.hints.split("|")), (code, fault)


def test_an_abbreviation_is_only_itself_in_capitals() -> None:
    assert "5.1.d-outdated-name" in codes("Klagen kan bij de OPTA.")
    assert "5.1.d-outdated-name" not in codes("Klagen kan bij opta.")


def test_a_name_that_is_outdated_in_one_country_only() -> None:
    text = "Wie niet gebeld wil worden, staat in het bel-me-niet-register."
    assert "5.1.d-outdated-name" in codes(text, DUTCH)
    assert "5.1.d-outdated-name" not in codes(text)


def test_each_sentence_is_read_alone() -> None:
    assert "13.1.e-shares-nothing" not in codes("Wij delen graag kennis. Dat doen wij nooit met derden erbij.")
    assert "5.1.a-security" in codes("Niemand is perfect. Onze website is volledig veilig.")


def test_a_text_about_one_recipient_speaks_of_that_recipient() -> None:
    limits = "de gegevens blijven binnen de EU"
    assert "13.1.f-stays-inside" not in {f.code for f in found({"recipients.host.limits": limits})}
    assert "13.1.f-stays-inside" in {f.code for f in found({"recipients.mailer.limits": limits})}


def test_two_names_of_one_outdated_thing_are_one_fault() -> None:
    section = {"sections": (OwnSection(key="stuk", title="Extra", body="Wij volgen Richtlijn 95/46/EG."),)}
    assert [f.code for f in found(section)] == ["5.1.d-outdated"]


def test_ten_years_is_a_fault_only_while_the_law_asks_less() -> None:
    section = {"sections": (OwnSection(key="stuk", title="Extra", body="Facturen bewaren wij 10 jaar."),)}
    assert "5.1.a-ten-years" not in {f.code for f in found(section, date(2025, 6, 1))}
    assert "5.1.a-ten-years" not in {f.code for f in found(section, date(2017, 6, 1))}


def test_a_retention_rule_is_judged_by_its_number_and_not_by_its_words() -> None:
    reason = {"retention_rules.vraag.reason": "om een factuur tien jaar terug te vinden"}
    assert "5.1.a-ten-years" not in {f.code for f in found(reason)}


def test_what_cannot_be_erased_makes_a_promise_to_erase_untrue() -> None:
    promise = "Men kan altijd alles laten wissen."
    free = {"retention_rules.boekhouding.law": None}
    kept = {**free, "rights.exceptions": (RightsException(key="a", what="facturen", why="omdat de wet ze vraagt"),)}
    assert "17.3-always" not in codes(promise, free)
    assert "17.3-always" in codes(promise, kept)


def test_a_copy_for_another_reason_than_a_request_is_not_judged() -> None:
    story = {"activities.vragen.story": "De huurder stuurt een kopie van het rijbewijs."}
    assert "12.6-in-text" not in {f.code for f in found(story)}
