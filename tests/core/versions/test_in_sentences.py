"""What changed between two versions, in sentences: each public answer, in few words, in the tone of the statement."""

from dataclasses import replace
from typing import Any

import pytest

from policies.core.assembly.assemble import assemble
from policies.core.clauses.library import load
from policies.core.facts import (
    Activity,
    DataCategory,
    DataItem,
    DataUse,
    Facts,
    Group,
    Purpose,
    Recipient,
    RetentionRule,
    Style,
)
from policies.core.versions.in_sentences import PARTS, change_sentences, one_sentence, what_changed
from policies.core.versions.shown_difference import StatementVersion, difference
from tests import golden
from tests.core.versions.test_two_versions import in_new_words, with_other_law
from tests.generate import full_company
from tests.make import make_activity, make_company
from tests.versions import complete_company

CATALOGUE = load().catalogue
COMPANY = make_company()
LETTER = Activity(
    key="nieuwsbrief",
    name="nieuwsbrief",
    retention="vragen",
    uses=(DataUse(category="contact", items=(DataItem(name="e-mailadres"),)),),
)
BREVO = Recipient(
    key="brevo",
    name="Brevo",
    kind="named",
    role="processor",
    country="FR",
    task="verstuurt onze nieuwsbrief",
    activities=("nieuwsbrief",),
)


def told(new: Facts, old: Facts = COMPANY) -> list[str]:
    return [one.text for one in change_sentences(old, new, CATALOGUE)]


def with_activity(**fields: Any) -> Facts:
    return replace(COMPANY, activities=(make_activity(**fields),))


def part(name: str, facts: Facts = COMPANY, **fields: Any) -> Facts:
    return replace(facts, **{name: replace(getattr(facts, name), **fields)})


def rule(facts: Facts = COMPANY, **fields: Any) -> Facts:
    return replace(facts, retention_rules=(replace(facts.retention_rules[0], **fields),))


@pytest.mark.parametrize(
    ("new", "sentences"),
    [
        (COMPANY, []),
        (
            replace(COMPANY, activities=(*COMPANY.activities, LETTER), recipients=(*COMPANY.recipients, BREVO)),
            ["Nieuw: wij sturen een nieuwsbrief, met Brevo."],
        ),
        (
            replace(
                COMPANY,
                activities=(*COMPANY.activities, replace(LETTER, name="bewakingscamera's")),
                recipients=(
                    *COMPANY.recipients,
                    replace(BREVO, name="Politie en gerecht", kind="category", role="controller", task=None),
                ),
            ),
            ["Nieuw: wij filmen met bewakingscamera's.", "Nieuw bij wie gegevens krijgt: politie en gerecht."],
        ),
        (
            replace(COMPANY, activities=(*COMPANY.activities, replace(LETTER, name="Puzzelhoek"))),
            ["Nieuw bij wat wij doen: puzzelhoek."],
        ),
        (
            replace(
                COMPANY,
                activities=(*COMPANY.activities, LETTER),
                recipients=(*COMPANY.recipients, replace(BREVO, transfer_countries=("US",))),
            ),
            [
                "Nieuw: wij sturen een nieuwsbrief, met Brevo.",
                "Nieuw: Brevo krijgt gegevens en verstuurt onze nieuwsbrief, ook in de Verenigde Staten.",
            ],
        ),
        (replace(COMPANY, recipients=()), ["Weg: Combell krijgt geen gegevens meer."]),
        (
            replace(COMPANY, recipients=(replace(COMPANY.recipients[0], kind="category", name="banken"),)),
            ["Banken: heette eerst Combell; nu een soort bedrijven, was een bedrijf."],
        ),
        (
            replace(
                COMPANY,
                recipients=(
                    *COMPANY.recipients,
                    Recipient(
                        key="banken", name="Banken", kind="category", role="controller", task="voeren betalingen uit"
                    ),
                ),
            ),
            ["Nieuw bij wie gegevens krijgt: banken (voeren betalingen uit)."],
        ),
        (
            replace(
                COMPANY,
                recipients=(
                    *COMPANY.recipients,
                    replace(BREVO, activities=("contactformulier",), planned=True, planned_from="2027-05-01"),
                ),
            ),
            ["Nieuw: Brevo krijgt gegevens vanaf 1 mei 2027 en verstuurt onze nieuwsbrief."],
        ),
        (rule(number=2), ["Contactgegevens: 2 jaar, was 1 jaar."]),
        (
            rule(number=2, start_event="na uw vraag"),
            ["Contactgegevens: 2 jaar na uw vraag, was 1 jaar na het laatste contact."],
        ),
        (rule(afterwards="anonymise"), ["Contactgegevens: daarna maken wij de gegevens anoniem."]),
        (
            replace(
                with_activity(retention="lang"),
                retention_rules=(
                    *COMPANY.retention_rules,
                    RetentionRule(key="lang", number=5, unit="year", start_event="na uw vraag"),
                ),
            ),
            ["Contactformulier: 5 jaar na uw vraag, was 1 jaar na het laatste contact."],
        ),
        (
            with_activity(source="third_party", source_detail="de gemeente"),
            ["Contactformulier: wij krijgen ze van de gemeente, was van u."],
        ),
        (
            with_activity(purposes=(Purpose(key="antwoorden", name="vragen beantwoorden", legal_basis="consent"),)),
            [
                "Vragen beantwoorden bij contactformulier: nu op basis van toestemming, was belang; belang niet meer vermeld."
            ],
        ),
        (with_activity(purposes=()), ["Weg bij contactformulier: vragen beantwoorden."]),
        (
            with_activity(
                uses=(
                    DataUse(
                        category="contact",
                        items=(DataItem(name="naam"), DataItem(name="adres"), DataItem(name="leeftijd")),
                    ),
                )
            ),
            ["Contactgegevens bij contactformulier: ook adres; ook leeftijd; geen e-mailadres meer."],
        ),
        (
            replace(
                COMPANY,
                categories=(*COMPANY.categories, DataCategory(key="foto", name="foto's")),
                activities=(make_activity(uses=(*make_activity().uses, DataUse(category="foto"))),),
            ),
            ["Nieuw bij contactformulier: foto's."],
        ),
        (
            replace(
                COMPANY,
                groups=(*COMPANY.groups, Group(key="leden", name="leden")),
                activities=(make_activity(groups=("klanten", "bezoekers", "leden")),),
            ),
            ["Contactformulier: ook gegevens van leden.", "Nieuw: gegevens van leden."],
        ),
        (
            part("controller", phone="09 000 00 01", email="b@lamp.example"),
            [
                "Nieuw: ons telefoonnummer (09 000 00 01).",
                "Ons e-mailadres: b@lamp.example, was brood@bakkerij.example.",
            ],
        ),
        (
            part("controller", seat_street="Meelstraat 2", seat_postcode="9000", seat_city="Gent"),
            ["Ons adres: Meelstraat 2, 9000 Gent, was Ovenstraat 1, 9300 Aalst."],
        ),
        (
            part("rights", part("rights", term_number=2, term_unit="week"), by_post=True),
            ["Nieuw: een brief mag ook.", "Wij antwoorden binnen 2 weken."],
        ),
        (part("cookies", used=False), ["Nieuw: onze website gebruikt geen cookies."]),
        (part("disclosure", no_sale=True), ["Nieuw: wij verkopen of verhuren geen gegevens."]),
        (part("controller", legal_form="nv"), ["Onze rechtsvorm: NV, was BV."]),
        (part("controller", country="NL"), ["Ons land van vestiging: Nederland, was België."]),
        (
            with_activity(name="Camera's in de winkel", source="observed"),
            [
                "Camera's in de winkel: heette eerst contactformulier; wij krijgen ze doordat onze camera's u filmen, was van u."
            ],
        ),
        (
            rule(reason="om op een vervolgvraag te antwoorden"),
            ["Contactgegevens: nu met reden “om op een vervolgvraag te antwoorden”."],
        ),
        (with_activity(groups=("klanten",)), ["Contactformulier: geen gegevens meer van bezoekers van de website."]),
        (
            replace(COMPANY, recipients=(replace(COMPANY.recipients[0], role="controller", only_with_consent=True),)),
            ["Combell: nu zelf verantwoordelijk, was in onze opdracht (verwerkers); krijgt alleen iets als u ja zegt."],
        ),
        (
            part("changes", part("changes", notice_days=45), channels=("email",)),
            [
                "Hoe u een wijziging hoort: met een e-mail.",
                "Nieuw: een belangrijke wijziging melden wij 45 dagen vooraf.",
            ],
        ),
    ],
)
def test_as_the_company_says_it(new: Facts, sentences: list[str]) -> None:
    assert told(new) == sentences


def test_a_text_in_other_words_is_named_and_not_quoted() -> None:
    old, new = (
        with_activity(
            story="U vraagt iets. " * number,
            consequence="Zonder adres lukt het antwoorden ons helaas niet " + "en " * number,
        )
        for number in (2, 3)
    )
    assert told(new, old) == [
        "Contactformulier: uitleg over hoe het gaat en gevolg zonder die gegevens met een andere tekst."
    ]
    old, new = (part("security", explanation="Wij letten op. " * number) for number in (2, 3))
    assert told(new, old) == ["Met een andere tekst: uitleg over onze beveiliging."]


def test_a_list_of_long_texts_is_counted_and_not_cut_short() -> None:
    long = [f"wie gegevens nodig heeft voor werk nummer {number}, kan erbij" for number in range(3)]
    old, new = part("security", measures=tuple(long[:1])), part("security", measures=tuple(long[1:]))
    assert told(new, old) == ["Onze beveiliging: 2 erbij, 1 weg."]


def test_the_reader_is_told_no_half_of_a_text() -> None:
    """What does not fit is called different."""
    old, new = (
        rule(
            number=None,
            unit=None,
            start_event=None,
            criterion=f"zolang {number} " + "gesprekken over uw vraag nog lopen en " * 3 + "duren",
        )
        for number in (2, 3)
    )
    assert told(new, old) == ["Contactgegevens: termijn anders."]


def test_what_is_no_longer_promised_is_gone_and_a_no_is_no_promise() -> None:
    yes, no, open_ = (part("disclosure", no_sale=answer) for answer in (True, False, None))
    assert told(no, yes) == told(open_, yes) == ["Niet meer beloofd: wij verkopen of verhuren geen gegevens."]
    assert told(no, open_) == []


def test_the_reader_is_spoken_to_in_the_tone_of_the_new_version() -> None:
    old = replace(COMPANY, automated=replace(COMPANY.automated, used=False))
    new = replace(COMPANY, automated=replace(COMPANY.automated, used=True))
    assert told(new, old) == ["Nieuw: een computer beslist alleen over u."]
    assert "Nieuw: een computer beslist alleen over jou." in told(
        replace(new, style=Style(pattern="rubrieken", tone="je")), old
    )


def test_the_parts_stand_in_their_order() -> None:
    old, new = full_company(turn=1, rows=2), full_company(turn=2, rows=3)
    places = [PARTS.index(one.part) for one in change_sentences(old, new, CATALOGUE)]
    assert places == sorted(places) and set(places) == set(range(len(PARTS)))


def test_many_changes_of_one_row_are_one_or_two_sentences() -> None:
    old = complete_company()
    new = replace(
        old,
        recipients=(
            replace(
                old.recipients[0],
                country="NL",
                role="controller",
                own_use="Zij leren ervan.",
                limits="Delen staat uit.",
                entity="Combell Group NV",
                transfer_countries=("US",),
            ),
        ),
    )
    sentences = told(new, old)
    assert len(sentences) <= 2 and all(text.startswith("Combell: ") for text in sentences)


# --- versions --------------------------------------------------------------------------------------------------------


def version(facts: Facts | None, of: Facts | None = None) -> StatementVersion:
    return StatementVersion(assemble(of or facts or COMPANY, load(), golden.ON), facts)


def whole(old: StatementVersion, new: StatementVersion) -> list[tuple[str, str]]:
    return [(one.part, one.text) for one in what_changed(old, new, difference(old, new), CATALOGUE)]


def test_a_version_without_changed_facts_has_one_sentence() -> None:
    now = version(COMPANY)
    assert [one.text for one in one_sentence("first", COMPANY, CATALOGUE)] == ["Eerste versie."]
    assert whole(now, now) == [("", "Er is niets veranderd.")]
    assert whole(replace(now, document=in_new_words(now.document)), now) == [
        ("", "Dezelfde feiten staan er in nieuwe woorden.")
    ]
    assert whole(replace(now, document=with_other_law(now.document)), now) == [
        ("", "Alleen wat van de wet of van een toezichthouder komt, is anders.")
    ]


def test_a_version_that_cannot_be_read_any_more_has_one_sentence() -> None:
    now = version(COMPANY)
    before = replace(now, document=in_new_words(now.document), facts=None)
    assert whole(before, now) == whole(now, before) == [("", "De tekst is anders.")]


def test_facts_and_law_changed() -> None:
    now = version(rule(number=2))
    before = StatementVersion(with_other_law(version(COMPANY).document), COMPANY)
    assert whole(before, now) == [
        ("terms", "Contactgegevens: 2 jaar, was 1 jaar."),
        ("rest", "Ook anders: wat van de wet of van een toezichthouder komt."),
    ]


def test_facts_and_words_changed() -> None:
    now = version(rule(number=2))
    before = StatementVersion(in_new_words(version(COMPANY).document), COMPANY)
    assert [text for _, text in whole(before, now)] == [
        "Contactgegevens: 2 jaar, was 1 jaar.",
        "Ook nieuw: andere woorden voor dezelfde feiten.",
    ]


def test_answers_that_nobody_hears_of() -> None:
    """No promise and none asked are both silent."""
    assert whole(version(part("disclosure", no_sale=None)), version(part("disclosure", no_sale=False))) == [
        ("", "Aan wat wij met gegevens doen, verandert niets.")
    ]
