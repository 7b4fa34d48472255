"""Every notation of the table, through every door: the same value, or a sentence that says how to write it."""

import json
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from policies.core.clauses.library import load
from policies.core.facts import Facts, phones, spec_of
from policies.core.facts.internet_address import mail_link, shown_link
from policies.core.facts.numbers import read_number
from policies.core.facts.plain_data import FactsError, read_yaml
from policies.core.facts.values import Refused, parse
from policies.core.recognise import recognise
from policies.forms.onboarding import BeginForm
from policies.forms.publish import PublishForm
from policies.wizard.forms.fields import question
from tests.core import notations as table

ON = date(2026, 11, 22)
# The path of a field → what people type there. A table by country stands under its field with that country.
BY_FIELD = {
    "controller.phone": table.PHONES,
    "controller.email": table.EMAILS,
    "controller.parent_register_number": table.PARENTS,
    "controller.seat_postcode": table.POSTCODES,
    "controller.seat_country": table.COUNTRIES,
    "rights.url": table.WEBSITES,
    "scope.websites": table.MANY_WEBSITES,
    "scope.customer_countries": table.MANY_COUNTRIES,
    "dpo.designated": table.YES_OR_NO,
    "rights.term_number": table.NUMBERS,
    "security.backup_days": table.THOUSANDS,
    "retention_rules.r.checked_on": table.DAYS,
}
BY_COUNTRY = {
    "controller.register_number": table.REGISTERS,
    "controller.vat_number": table.VATS,
    "controller.branch_number": table.BRANCHES,
}
CASES = [(path, None, typed, value) for path, rows in BY_FIELD.items() for typed, value in rows.items()]
CASES += [
    (path, country, typed, value) for path, rows in BY_COUNTRY.items() for (country, typed), value in rows.items()
]
CASES += [("dpo.phone", None, typed, value) for typed, value in list(table.PHONES.items())[:3]]
HOW = (
    "Schrijf",
    "schrijf",
    "Kies",
    "bijvoorbeeld",
    "cijfers",
    "past niet",
    "Antwoord met",
    "hoort er niet bij",
    "hoort een nummer",
    "controlegetal",
)


def spec_at(path: str) -> Any:
    part, *_, name = path.split(".")
    return spec_of(Facts.__dataclass_fields__[part].metadata["spec"].row, name)


def in_a_file(path: str, country: str | None, typed: str) -> Any:
    part, *_, name = path.split(".")
    row: dict[str, Any] = (
        {name: typed}
        | ({"term_unit": "month"} if name == "term_number" else {})
        | ({"country": country} if country else {})
    )
    facts = read_yaml(json.dumps({"schema": 1, part: [{"key": "r", **row}] if part == "retention_rules" else row}))
    found = getattr(facts, part)
    return getattr(found[0] if isinstance(found, tuple) else found, name)


def refused(act: Callable[[], Any]) -> str:
    with pytest.raises((Refused, FactsError, ValidationError)) as refusal:
        act()
    return " ".join(getattr(refusal.value, "messages", None) or [str(refusal.value)])


@pytest.mark.parametrize(("path", "country", "typed", "value"), CASES)
def test_a_file_gives_the_value(path: str, country: str | None, typed: str, value: Any) -> None:
    if value is None:
        said = refused(lambda: in_a_file(path, country, typed))
        assert any(word in said for word in HOW), said
    else:
        assert in_a_file(path, country, typed) == value


@pytest.mark.parametrize(("path", "country", "typed", "value"), [case for case in CASES if not case[1]])
def test_a_question_gives_the_value(path: str, country: None, typed: str, value: Any) -> None:
    """What a form makes of it; numbers of a company wait for the country, which a page judges (tests/views/test_gate.py)."""
    asked = question(spec_at(path), {})
    if spec_at(path).kind == "countries":  # boxes; what is typed beside them is one text
        asked.clean = lambda text: parse(spec_at(path), text)  # type: ignore[method-assign]
    if value is None:
        said = refused(lambda: asked.clean(typed))
        assert any(word in said for word in HOW), said
    else:
        assert asked.clean(typed) == value
        assert asked.clean(asked.prepare_value(value)) == value, "what the page shows is read back"


@pytest.mark.parametrize(("path", "country", "typed", "value"), [case for case in CASES if case[3] is not None])
def test_what_is_given_is_accepted_again_as_it_is(path: str, country: str | None, typed: str, value: Any) -> None:
    assert parse(spec_at(path), list(value) if isinstance(value, tuple) else value) == value


@pytest.mark.parametrize(
    ("country", "typed", "value"), [(*row, value) for row, value in (table.REGISTERS | table.VATS).items()]
)
def test_the_screen_before_the_steps_reads_a_number(country: str, typed: str, value: str | None) -> None:
    form = BeginForm(
        {"number": typed, "sector": load().valid("sectors", ON)[0]["id"], "size": "alone"}, library=load(), on=ON
    )
    if value is None and not typed.startswith("BE"):
        said = refused(lambda: read_number(typed))
        assert not form.is_valid() and form.errors["number"] == [said]
    elif value:
        assert form.is_valid(), form.errors
        assert form.cleaned_data["country"] == country
        assert value.removeprefix("BE ") in {
            form.cleaned_data["number"].register_number,
            form.cleaned_data["number"].vat_number,
        }


@pytest.mark.parametrize(("typed", "value"), table.DAYS.items())
def test_a_publication_reads_the_day(typed: str, value: str | None) -> None:
    form = PublishForm({"effective_date": typed, "seen_digest": "x"}, first=False)
    if value:
        assert form.is_valid() and form.cleaned_data["effective_date"].isoformat() == value
    elif typed not in {
        "0001-01-01",
        "9999-12-31",
    }:  # those are days; publishing itself says that they are too early or too late
        assert "Schrijf de datum als 30-11-2026." in form.errors["effective_date"][0]


TEXT = """Privacyverklaring

Bakkerij Korst BV is verantwoordelijk voor uw gegevens. Wij bakken brood en gebak, en wij leveren dat ook bij u thuis in Aalst en omstreken.

Contact

{}

Wij gebruiken uw naam en uw adres om uw bestelling te leveren. Wij bewaren die gegevens zeven jaar, omdat de boekhoudwet dat vraagt.
U mag uw gegevens inzien en laten verbeteren. U mag ook een klacht indienen.
"""
LABELS = {
    "controller.phone": "Telefoon: {}",
    "controller.email": "E-mail: {}",
    "controller.register_number": "{}",
    "controller.vat_number": "{}",
    "scope.websites": "Onze website is {}",
}
# A running text gives no way to see what these are: a number without a name, an extension, a port or a path behind an address.
UNSEEN_IN_TEXT = (
    "toestel",
    "14 030",
    "[at]",
    " @ ",
    "jan+",
    ":443",
    ":8080",
    "/Over",
    "//bakkerij",
    "http:/b",
    "https:\\",
    "https://https",
    "winkel",
    "thé",
    "/wiki",
    "/100",
    "a|b",
    "'o'",
    "./a",
    "- www",
    "• www",
    "\uf0b7",
    ", b.",
    "\n0475",
    "+1 (",
    "1. ",
    "[0]",
    "O475",
    "4O",
    "·",
    "_",
    "0475’",
    "of 68",
    "int. 3",
    "1234567O",
    "O6",
    "(0606)",
    "LO0",
    "BEO",
    " at ",
    "{",
    "✉",
    "'jan",
    '"jan',
    "*",
    "](",
    "www. ",
    ". ex",
    " .ex",
    "?u=",
    "x,y",
    "→",
    "mailadres jan",
    "& b",
    "&b",
    "/ b",
    ",b",
    "ehttps",
    "• b",
    "ook b",
    "als b",
    "webshop b",
    "en b",
)


def in_texts() -> Iterator[tuple[str, str | None, str, Any]]:
    sites = [("scope.websites", None, typed, value and (value,)) for typed, value in table.WEBSITES.items()]
    for path, country, typed, value in (*CASES, *sites):
        named = path not in BY_COUNTRY or typed.upper().startswith(
            ("KVK", "K.V.K", "KBO", "KAMER", "ONDERNEMING", "BTW", "BE", "NL")
        )
        if (
            path in LABELS
            and value
            and named
            and not any(sign in typed for sign in UNSEEN_IN_TEXT)
            and typed != "bakkerij.example"
        ):
            yield path, country, typed, value


@pytest.mark.parametrize(("path", "country", "typed", "value"), in_texts())
def test_a_pasted_text_gives_the_value(path: str, country: str | None, typed: str, value: Any) -> None:
    found = {
        one.id: one.value
        for one in recognise(TEXT.format(LABELS[path].format(typed)), load(), country or "BE", ON)
        if one.kind == "field"
    }
    assert path in found, found
    said = parse(spec_at(path), found[path])
    assert (
        {site.rstrip("/") for site in said} == {site.rstrip("/") for site in value}
        if isinstance(value, tuple)
        else said == value
    )


@pytest.mark.parametrize(("stored", "addresses"), table.DIALLED.items())
def test_a_link_dials_each_number(stored: str, addresses: list[str]) -> None:
    assert [address for _, address in phones.dialled(stored)] == addresses


@pytest.mark.parametrize(
    ("stored", "address", "shown"),
    [
        ("o'neil@x.example", "mailto:o'neil@x.example", "o'neil@x.example"),
        ("a&b?c#d%e@x.example", "mailto:a%26b%3Fc%23d%25e@x.example", "a&b?c#d%e@x.example"),
        ("info@xn--caf-dma.example", "mailto:info@xn--caf-dma.example", "info@café.example"),
        (
            "info@xn--wgv71a.example",
            "mailto:info@xn--wgv71a.example",
            "info@xn--wgv71a.example",
        ),  # not Latin: it stays as machines write it
        ("jan\u200b@x.example", "mailto:jan@x.example", "jan@x.example"),
        ("日本@x.example", None, ""),
    ],
)
def test_a_stored_mail_address_is_a_link_that_a_mail_program_reads(
    stored: str, address: str | None, shown: str
) -> None:
    assert mail_link(stored) == address
    assert address is None or shown_link(address) == shown


def test_a_stored_text_that_is_no_number_is_told_as_text() -> None:
    assert phones.dialled("bel naar de winkel") == [("bel naar de winkel", None)]
