"""What a statement from elsewhere says of a company: six invented ones, denials, names that are ordinary words, and who the company is."""

from datetime import date
from pathlib import Path

import pytest

from policies.core.clauses.library import load
from policies.core.facts import Facts
from policies.core.reading import Unreadable, decode
from policies.core.recognise import RecognisedFact, RetentionPeriod, adopt, recognise

FOLDER = Path(__file__).parent
ON = date(2026, 12, 1)
# Enough Dutch to be read as a statement, and nothing to recognise in it.
AROUND = "Privacy\n\nIn deze tekst leest u wat wij met uw gegevens doen en welke rechten u hebt als wij die van u krijgen.\n\n{}\n\nWij zijn zuinig op wat u ons vertelt en wij passen de wet toe."

# file → activities, recipients, cookies, periods
EXPECTED: dict[str, tuple[str, str, str, dict[str, tuple[int, str]]]] = {
    "kapsalon.txt": (
        "ACT-04 ACT-12 ACT-22 ACT-25",
        "calendly mollie meta-page accountants",
        "",
        {"ACT-04": (7, "year"), "ACT-12": (7, "year"), "ACT-25": (18, "month")},
    ),
    "webwinkel.html": (
        "ACT-01 ACT-03 ACT-04 ACT-06 ACT-11 ACT-12 ACT-13 ACT-20 ACT-21 ACT-23",
        "shopify mollie postnl dhl mailchimp trustpilot accountants google-analytics google-ads",
        "ga google-ads",
        {
            "ACT-01": (6, "month"),
            "ACT-03": (2, "year"),
            "ACT-04": (7, "year"),
            "ACT-11": (24, "month"),
            "ACT-13": (6, "month"),
        },
    ),
    "kantoor.txt": (
        "ACT-03 ACT-04 ACT-06 ACT-08 ACT-14 ACT-15 ACT-16 ACT-29",
        "yuki exact-online microsoft-365 teamleader social-secretariat fiu",
        "",
        {
            "ACT-04": (10, "year"),
            "ACT-14": (3, "month"),
            "ACT-15": (2, "year"),
            "ACT-16": (5, "year"),
            "ACT-29": (10, "year"),
        },
    ),
    "bistro.txt": (
        "ACT-04 ACT-14 ACT-18 ACT-25 ACT-26 ACT-30",
        "combell accountants police",
        "session",
        {"ACT-14": (6, "week"), "ACT-18": (14, "day"), "ACT-25": (1, "month"), "ACT-26": (30, "day")},
    ),
    "zzp.txt": (
        "ACT-02 ACT-03 ACT-04 ACT-10 ACT-12 ACT-19",
        "teamviewer anydesk transip hetzner exact-online",
        "",
        {"ACT-02": (12, "month"), "ACT-04": (7, "year"), "ACT-19": (4, "week")},
    ),
    "vereniging.txt": (
        "ACT-06 ACT-20 ACT-28 ACT-35",
        "brevo youtube google-workspace insurers",
        "matomo",
        {"ACT-06": (2, "year"), "ACT-28": (3, "month"), "ACT-35": (1, "year")},
    ),
}
FIELDS = {
    "kapsalon.txt": {
        "controller.legal_name": "Krullenbol",
        "controller.legal_form": "bv",
        "controller.register_number": "0999.999.922",
        "controller.country": "BE",
        "controller.seat_street": "Kamstraat 7 bus 2",
        "controller.seat_postcode": "9000",
        "controller.seat_city": "Gent",
        "controller.phone": "09 000 00 00",
        "controller.email": "knip@krullenbol.example",
    },
    "webwinkel.html": {
        "controller.legal_name": "De Houten Hobbelaar",
        "controller.legal_form": "bv",
        "controller.register_number": "99999001",
        "controller.country": "NL",
        "controller.vat_number": "NL999999904B01",
        "controller.seat_street": "Speelgoedplein 4",
        "controller.seat_postcode": "3511 AB",
        "controller.seat_city": "Utrecht",
        "controller.phone": "030 000 00 00",
        "controller.email": "service@hobbelaar.example",
    },
    "kantoor.txt": {
        "controller.legal_name": "Accountantskantoor Cijferklaar",
        "controller.legal_form": "nv",
        "controller.register_number": "0999.999.922",
        "controller.country": "BE",
        "controller.seat_street": "Balansplein 1",
        "controller.seat_postcode": "2800",
        "controller.seat_city": "Mechelen",
        "controller.email": "kantoor@cijferklaar.example",
        "dpo.designated": "ja",
        "dpo.email": "dpo@cijferklaar.example",
    },
    "bistro.txt": {
        "controller.legal_name": "Lepelwerk",
        "controller.legal_form": "vof",
        "controller.register_number": "0999.999.922",
        "controller.country": "BE",
        "controller.vat_number": "BE 0999.999.922",
        "controller.seat_street": "Soepsteeg 12",
        "controller.seat_postcode": "8000",
        "controller.seat_city": "Brugge",
        "controller.phone": "050 00 00 00",
        "controller.email": "smakelijk@lepeltje.example",
        "scope.websites": "https://www.lepeltje.example",
    },
    "zzp.txt": {
        "controller.register_number": "99999001",
        "controller.country": "NL",
        "controller.seat_street": "Schakelstraat 9",
        "controller.seat_postcode": "5611 AB",
        "controller.seat_city": "Eindhoven",
        "controller.phone": "+31 40 000 00 00",
        "controller.email": "info@brambitjes.example",
        "scope.websites": "https://www.brambitjes.example",
    },
    "vereniging.txt": {
        "controller.legal_name": "Voetbalclub De Noppen",
        "controller.legal_form": "vzw",
        "controller.register_number": "0999.999.922",
        "controller.country": "BE",
        "controller.seat_street": "Doelstraat 3",
        "controller.seat_postcode": "3500",
        "controller.seat_city": "Hasselt",
        "controller.email": "secretariaat@denoppen.example",
        "contact.email": "privacy@denoppen.example",
    },
}


def of(name: str) -> tuple[RecognisedFact, ...]:
    return recognise(decode((FOLDER / name).read_bytes()), load(), None, ON)


def told(sentence: str, country: str | None = "BE") -> tuple[RecognisedFact, ...]:
    return recognise(AROUND.format(sentence), load(), country, ON)


def ids(found: tuple[RecognisedFact, ...], *kinds: str) -> set[str]:
    return {one.id for one in found if one.kind in kinds}


@pytest.mark.parametrize("name", EXPECTED)
def test_what_six_invented_statements_say(name: str) -> None:
    found = of(name)
    activities, recipients, cookies, periods = EXPECTED[name]
    assert ids(found, "activity") == set(activities.split())
    assert ids(found, "recipient") == set(recipients.split())
    assert ids(found, "cookie") == set(cookies.split())
    assert {one.id: (one.value.number, one.value.unit) for one in found if one.kind == "retention"} == periods
    assert {one.id: one.value for one in found if one.kind == "field"} == FIELDS[name]


@pytest.mark.parametrize("name", EXPECTED)
def test_each_is_told_once_with_its_sentence_in_reading_order(name: str) -> None:
    found, text = of(name), " ".join(decode((FOLDER / name).read_bytes()).split())
    assert len({(one.kind, one.id) for one in found}) == len(found)
    assert all(one.name and one.quote for one in found)
    if not name.endswith("html"):
        places = [text.find(one.quote.split(" – ")[0].split("; ")[-1].removesuffix(".")[-20:]) for one in found]
        assert -1 not in places and sum(before > after for before, after in zip(places, places[1:], strict=False)) <= 1


@pytest.mark.parametrize(
    ("said", "bound"),
    [
        ("ten hoogste 2 jaar", "at_most"),
        ("maximaal twee jaar", "at_most"),
        ("niet langer dan 2 jaar", "at_most"),
        ("minstens 2 jaar", "at_least"),
        ("meestal 2 jaar", "usually"),
        ("2 jaar", None),
        ("2 jaar, dus ten hoogste kort", None),
    ],
)
def test_a_bound_before_a_period_comes_along(said: str, bound: str | None) -> None:
    """As the facts have it; the same words elsewhere in the sentence are no bound of this period."""
    found = [one.value for one in told(f"Facturen bewaren wij {said}.") if isinstance(one.value, RetentionPeriod)]
    assert [period.bound for period in found] == [bound]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Adres: Hopduvelpad 4, 9300 Aalst, België; post naar postbus 99, 9300 Aalst", "Hopduvelpad 4"),
        ("Adres: postbus 99, 9300 Aalst", None),
    ],
)
def test_a_box_for_letters_is_no_seat(sentence: str, wanted: str | None) -> None:
    assert {one.id: one.value for one in told(sentence)}.get("controller.seat_street") == wanted


@pytest.mark.parametrize(
    "sentence",
    [
        "Wij sturen geen nieuwsbrief.",
        "Een nieuwsbrief versturen wij niet.",
        "Er hangen bij ons geen camera's.",
        "Camera's? Nee, die hangen hier niet.",
        "Nieuwsbrief: geen.",
        "Wij gebruiken geen Google Analytics, Hotjar of Mailchimp.",
        "Wij doen niet aan:\n- wedstrijden\n- recensies\n- telefoongesprekken opnemen",
        "Camera's\n\nWij hebben er geen.",
        "Hoe u zich uitschrijft voor de nieuwsbrief, staat in het deel “Reclame”.",
        "Wij zijn niet verantwoordelijk voor de nieuwsbrief of de camera's van anderen.",
        "In opdracht van onze klanten versturen wij hun nieuwsbrief.",
        "Wij maken duidelijke afspraken met onze verwerkers.",
        "Wij plaatsen geen cookies, ook geen _ga.",
    ],
)
def test_what_is_denied_or_somebody_elses_does_not_count(sentence: str) -> None:
    assert not told(sentence)


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Wij verkopen niets, maar sturen wel een nieuwsbrief.", "ACT-06"),
        ("Wij verkopen niets maar versturen een nieuwsbrief.", "ACT-06"),
        ("Camerabeelden bewaren wij niet langer dan een maand.", "ACT-18"),
        ("Wij gebruiken uw adres voor geen andere doelen dan onze nieuwsbrief.", "ACT-06"),
        ("Wij verkopen uw gegevens niet en gebruiken ze voor onze nieuwsbrief.", "ACT-06"),
        ("Wij gebruiken geen Hotjar, wel Google Analytics.", "google-analytics"),
        ("Uw betaling ontvangen (overeenkomst) en valse kaarten weigeren (belang: geen schade lijden).", "ACT-12"),
        ("Camera's\n\nZij hangen aan de ingang.", "ACT-18"),
    ],
)
def test_what_is_denied_in_part_counts_for_the_rest(sentence: str, wanted: str) -> None:
    assert wanted in ids(told(sentence), "activity", "recipient")


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Wij vergaderen online met Zoom.", "zoom"),
        ("Zoom in op de foto om meer te zien.", ""),
        ("Wij gebruiken een exact bedrag op de factuur.", ""),
        ("De boekhouding voeren wij in Exact.", "exact-online"),
        ("Betalingen lopen via Stripe.", "stripe"),
        ("Er zit een stripe op de doos.", ""),
        ("Mail ons op krul@mollie.example of kijk op www.combell.com of deeg.example/billit.", ""),
        ("Onze MAILCHIMP-lijst staat in de VS.", "mailchimp"),
        ("Dat is de ideal voor ons.", ""),
        ("Meta toont berichten.", ""),
        ("Op onze pagina op Instagram ziet u foto's.", "meta-page"),
        ("Met de Facebook-pixel meten wij advertenties.", "meta-pixel"),
        ("Filmpjes op onze site komen van YouTube.", "youtube"),
        ("Volg ons op YouTube.", ""),
        ("Wij schakelen een koerier in.", "carriers"),
        ("Wij schakelen een koerier in, namelijk bpost.", "bpost"),
        ("Wij zijn zelf een koerier.", ""),
    ],
)
def test_a_name_counts_when_it_is_that_service(sentence: str, wanted: str) -> None:
    assert ids(told(sentence), "recipient") == set(wanted.split())


@pytest.mark.parametrize(
    ("sentence", "periods"),
    [
        ("Facturen bewaren wij 7 jaar, camerabeelden 1 maand.", {"ACT-04": (7, "year"), "ACT-18": (1, "month")}),
        (
            "Wij bewaren 7 jaar de facturen en 1 maand de camerabeelden.",
            {"ACT-04": (7, "year"), "ACT-18": (1, "month")},
        ),
        ("Tot tien (10) jaar na het boekjaar bewaren wij onze facturen.", {"ACT-04": (10, "year")}),
        ("Camerabeelden bewaren wij anderhalf jaar.", {"ACT-18": (18, "month")}),
        ("Camerabeelden bewaren wij 2 tot 4 weken.", {}),
        ("Camerabeelden wissen wij binnen 1 week na uw verzoek.", {}),
        ("Nieuwsbrief\n\nWij bewaren uw adres tot twee jaar na uw laatste aankoop.", {"ACT-06": (2, "year")}),
        ("Nieuwsbrief\n\nDe facturen van onze boekhouding bewaren wij 7 jaar.", {}),
        ("[Nieuwsbrief]\nHoelang bewaren wij dit? 3 maanden na de laatste mail.", {"ACT-06": (3, "month")}),
        ("Facturen, camerabeelden, recensies en adressen voor de nieuwsbrief bewaren wij 5 jaar.", {}),
    ],
)
def test_a_period_goes_with_what_is_spoken_of(sentence: str, periods: dict[str, tuple[int, str]]) -> None:
    found = told(
        f"Wij sturen een nieuwsbrief en facturen. Er hangen camera's. Klanten schrijven recensies.\n\n{sentence}"
    )
    assert {one.id: (one.value.number, one.value.unit) for one in found if one.kind == "retention"} == periods


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Ons ondernemingsnummer is 0999.999.923.", {}),  # the check digit is wrong
        ("Gsm 0475 123 456.", {"controller.phone": "0475 123 456"}),
        (
            "Ondernemingsnummer 0999.999.922 en btw BE 1999.999.151.",
            {"controller.vat_number": "BE 1999.999.151"},
        ),  # two numbers: whose is which?
        ("Stuur uw CV naar jobs@deeg.example.", {}),
        (
            "Bel of schrijf naar de Gegevensbeschermingsautoriteit, Drukpersstraat 35, 1000 Brussel, contact@apd-gba.be.",
            {},
        ),
        (
            "Onze website www.deeg.example gebruikt Mollie B.V. en Mailchimp.",
            {"scope.websites": "https://www.deeg.example"},
        ),
        ("Wij maken gebruik van Zwaluw BV voor onze agenda.", {}),
        ("Op onze website staat een link naar www.autoriteitpersoonsgegevens.nl.", {}),
        ("Een functionaris voor gegevensbescherming is niet nodig; mail naar hallo@deeg.example.", {}),
        ("Vragen over hun dienst: legal@mailchimp.example.", {}),
        ("Onze vertegenwoordiger is Deeg GmbH, brot@deeg.example, Brotweg 1, 2000 Antwerpen.", {}),
    ],
)
def test_a_field_is_told_only_when_it_is_sure(sentence: str, wanted: dict[str, str]) -> None:
    assert {one.id: one.value for one in told(sentence) if one.kind == "field"} == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Ons RSIN is 0012.34.560.", {"controller.rsin": "001234560"}),
        ("Ons RSIN is 001234561.", {}),  # the check digit is wrong
        ("Wij maken deel uit van de Graan Groep.", {"controller.group_name": "Graan Groep"}),
        ("Mailchimp maakt deel uit van de Intuit Group.", {}),
        ("Wij maken deel uit van de Europese Unie.", {}),
        (
            "Wij zijn telefonisch bereikbaar op werkdagen van 9 tot 17 uur.",
            {"contact.hours": "op werkdagen van 9 tot 17 uur"},
        ),
        (
            "U bereikt ons van maandag tot en met vrijdag tussen 9.00 en 17.30 uur.",
            {"contact.hours": "van maandag tot en met vrijdag tussen 9.00 en 17.30 uur"},
        ),
        ("Onze winkel is open op werkdagen van 9 tot 18 uur.", {}),
        ("Wij zijn niet bereikbaar op zondag van 9 tot 17 uur.", {}),
        (
            "Gebruik het contactformulier op https://www.deeg.example/contact.",
            {"contact.form_url": "https://www.deeg.example/contact"},
        ),
        ("Het contactformulier is beveiligd, zie https://policies.google.com/privacy.", {}),
    ],
)
def test_how_one_is_reached_is_told_only_when_it_is_sure(sentence: str, wanted: dict[str, str]) -> None:
    assert {one.id: one.value for one in told(sentence, "NL") if one.kind == "field"} == wanted
    assert "controller.rsin" not in ids(told(sentence, "BE"), "field")


def test_what_cannot_be_read_is_refused() -> None:
    for text in (
        "",
        "We process the personal data of our customers and of the visitors of our website with care and for the purposes that you can read below.",
    ):
        with pytest.raises(Unreadable):
            recognise(text, load(), None, ON)


@pytest.mark.parametrize(
    ("sentence", "recipient", "role"),
    [
        ("Wij delen gegevens met onze bedrijfsrevisor.", "auditors", "controller"),
        ("Onze accountant stelt de jaarrekening samen en krijgt daarvoor de facturen.", "auditors", "controller"),
        ("Wij geven de jaarstukken door aan onze accountant.", "auditors", "controller"),
        ("Onze accountant krijgt de facturen.", "accountants", "processor"),
        ("Wij delen facturen met ons boekhoudkantoor.", "accountants", "processor"),
        ("Wij delen gegevens met een betaalplatform.", "payment-services", "controller"),
        ("Wij geven gegevens door aan betalingsverwerkers.", "payment-services", "controller"),
        ("Wij delen uw aanvraag met de kredietverstrekker.", "lenders", "controller"),
        ("Bij een onbetaalde factuur geven wij gegevens door aan de gerechtsdeurwaarder.", "lawyers", "controller"),
        ("Wij geven gegevens door aan uw mutualiteit.", "health-insurers", "controller"),
        ("De zorgverzekeraar ontvangt de rekening.", "health-insurers", "controller"),
        ("De arbodienst krijgt uw ziekmelding.", "occupational-health", "controller"),
        ("Wij geven gegevens door aan de RSZ.", "social-security", "controller"),
        ("De Belastingdienst ontvangt onze aangiften.", "tax-authority", "controller"),
        ("Wij geven loongegevens door aan pensioenuitvoerders.", "pension", "controller"),
        ("Wij delen gegevens met de notaris.", "notaries", "controller"),
        ("Het sociaal secretariaat krijgt de loongegevens.", "social-secretariat", "processor"),
    ],
)
def test_what_is_taken_over_has_the_role_that_the_law_gives(sentence: str, recipient: str, role: str) -> None:
    found = told(sentence)
    assert ids(found, "recipient") == {recipient}
    facts, _ = adopt(Facts(), found, load(), "BE", ON)
    assert [(row.catalogue_id, row.role) for row in facts.recipients] == [(recipient, role)]


def test_a_kind_that_two_rows_recognise_is_told_once() -> None:
    found = [
        one
        for one in told("Onze boekhouder krijgt de facturen.\n\nWij delen ze ook met onze accountant.")
        if one.kind == "recipient"
    ]
    assert [one.id for one in found] == ["accountants"] and "boekhouder" in found[0].quote
