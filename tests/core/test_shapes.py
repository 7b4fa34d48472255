"""What schema 2 lets a company say of purposes, sources, data and terms: told in every layout and in both forms of address, and silent when it is not said."""

import re
from typing import Any

import pytest

from policies.core import patterns
from policies.core.assembly.assemble import assemble
from policies.core.clauses.library import load
from policies.core.facts import DataItem, ExtraSource, Group, Purpose
from policies.core.facts.plain_data import FactsError, read_yaml
from policies.render import as_text
from tests.core.checks.company import ON, company

ASK, RULE = "activities.vragen", "retention_rules.vraag"
USE, WHY = f"{ASK}.uses.contact", f"{ASK}.purposes.antwoorden"
SCHOOL = ExtraSource("third_party", "de school")
NOTHING = {
    f"{RULE}.number": None,
    f"{RULE}.unit": None,
    f"{RULE}.start_event": None,
    f"{RULE}.reason": None,
    f"{RULE}.nothing_kept": True,
}
BARE = r"ij bewaren niets(?! langer)"  # “wij bewaren niets langer dan nodig” is said of all data
UNTIL = {f"{RULE}.criterion": "tot de klacht behandeld is"}

# what is said → what the reader reads; {…|…} is the form with u and the form with je
TOLD: dict[str, tuple[dict[str, Any], str]] = {
    "a purpose's own people": (
        {
            "groups.+": Group(key="leden", name="leden"),
            f"{ASK}.groups": ("klanten", "leden"),
            f"{WHY}.groups": ("leden",),
        },
        "alleen voor leden",
    ),
    "a short form": (
        {f"{WHY}.short": "antwoorden"},
        "Klanten: antwoorden en rekeningen maken; met toestemming een nieuwsbrief sturen",
    ),
    "a phrase": (
        {"groups.klanten.phrase": "{u bent|je bent} klant"},
        "{U|Je} bent klant: vragen beantwoorden en rekeningen maken",
    ),
    "a source that adds": ({f"{USE}.extra_sources": (SCHOOL,)}, "van de school"),
    "two sources that add": (
        {f"{USE}.extra_sources": (ExtraSource("own", "onze kassa"), ExtraSource("public", "de KBO"))},
        "uit onze eigen gegevens (onze kassa) en uit openbare bronnen: de KBO",
    ),
    "at most": ({f"{RULE}.bound": "at_most"}, "en hoogste 1 jaar na ons antwoord"),
    "at least": ({f"{RULE}.bound": "at_least"}, "instens 1 jaar na ons antwoord"),
    "usually": ({f"{RULE}.bound": "usually"}, "eestal 1 jaar na ons antwoord"),
    "nothing kept, and why": (
        {**NOTHING, f"{RULE}.reason": "om te zien wie er is"},
        "ij bewaren niets. Wij gebruiken ze alleen op het moment zelf, om te zien wie er is",
    ),
    "a number and a condition": (UNTIL, "1 jaar na ons antwoord, tot de klacht behandeld is"),
    "a condition, then a number": (
        {**UNTIL, f"{RULE}.together": "then", f"{RULE}.start_event": None},
        "ot de klacht behandeld is, en daarna nog 1 jaar",
    ),
    "what comes first": (
        {**UNTIL, f"{RULE}.together": "earliest"},
        "1 jaar na ons antwoord of tot de klacht behandeld is: wat het eerst eindigt, telt. Dat is om te kunnen antwoorden",
    ),
    "what comes last": (
        {**UNTIL, f"{RULE}.together": "latest", f"{RULE}.bound": "usually"},
        "eestal 1 jaar na ons antwoord of tot de klacht behandeld is: wat het laatst eindigt, telt. Dat is om te kunnen antwoorden",
    ),
}
# data that may be left out: behind each of them
LEFT_OUT = {
    f"{USE}.items": (
        DataItem(name="naam", optional=True),
        DataItem(name="adres", reason="om te antwoorden", optional=True),
    )
}


def text(pattern: str, tone: str, changes: dict[str, Any]) -> str:
    facts = company({**changes, "style.pattern": pattern, "style.tone": tone})
    return " ".join(as_text.text(assemble(facts, load(), ON), None).split())


def in_form(told: Any, tone: str) -> Any:
    """A text with {…|…} in one form of address."""
    while isinstance(told, str) and "{" in told:
        before, _, rest = told.partition("{")
        u, _, rest = rest.partition("|")
        je, _, rest = rest.partition("}")
        told = before + (u if tone == "u" else je) + rest
    return told


@pytest.mark.parametrize("name", TOLD)
@pytest.mark.parametrize("pattern", patterns.ALL)
def test_it_is_told_once_said(pattern: str, name: str) -> None:
    changes, told = TOLD[name]
    for tone in ("u", "je"):
        said = {path: in_form(value, tone) for path, value in changes.items()}
        assert in_form(told, tone) in text(pattern, tone, said), tone
        assert in_form(told, tone) not in text(pattern, tone, {}), "silent when it is not said"


@pytest.mark.parametrize("pattern", patterns.ALL)
def test_data_that_may_be_left_out_say_so(pattern: str) -> None:
    said = text(pattern, "je", LEFT_OUT)
    wanted = (
        ("naam, mag je weglaten", "adres, om te antwoorden, mag je weglaten")
        if pattern == "betrokkenen"
        else ("aam (mag je weglaten)", "adres (om te antwoorden; mag je weglaten)")
    )
    assert all(words in said for words in wanted)
    assert "mag u weglaten" in text(pattern, "u", LEFT_OUT) and "weglaten" not in text(pattern, "u", {})


def test_the_first_layer_says_the_same_short_form_once() -> None:
    short = {f"{path}.short": "antwoorden" for path in (WHY, "activities.nieuws.purposes.sturen")}
    assert "Klanten: antwoorden en rekeningen maken" in text("rubrieken", "u", short)
    assert "Klanten: antwoorden en boekhouden" in text(
        "rubrieken", "u", short | {"activities.facturen.purposes.boeken.short": "boekhouden"}
    )
    both = {**short, f"{ASK}.purposes.+": Purpose(key="bellen", name="terugbellen", legal_basis="contract")}
    assert "Klanten: antwoorden, terugbellen en rekeningen maken" in text("rubrieken", "u", both), (
        "a purpose without a short form stands there as it was typed"
    )


def test_a_group_without_a_phrase_stands_there_by_its_name() -> None:
    said = text(
        "rubrieken",
        "u",
        {
            "groups.klanten.phrase": "u bent klant",
            "groups.+": Group(key="leden", name="leden"),
            f"{ASK}.groups": ("klanten", "leden"),
        },
    )
    assert "U bent klant: vragen beantwoorden" in said and "Leden: vragen beantwoorden" in said


@pytest.mark.parametrize("pattern", patterns.ALL)
def test_nothing_kept_is_told_where_the_term_would_stand(pattern: str) -> None:
    assert re.search(BARE, text(pattern, "u", NOTHING)) and not re.search(BARE, text(pattern, "u", {}))


def test_a_period_that_is_there_goes_before_nothing_kept() -> None:
    said = text("rubrieken", "u", {f"{RULE}.nothing_kept": True})
    assert not re.search(BARE, said) and "1 jaar na ons antwoord" in said


def test_a_source_that_nobody_named_is_a_gap() -> None:
    assert "[nog in te vullen: Welke bron?]" in text(
        "rubrieken", "u", {f"{USE}.extra_sources": (ExtraSource("public"),)}
    )
    assert "[nog in te vullen" not in text("rubrieken", "u", {f"{USE}.extra_sources": (ExtraSource("own"),)})


BAD = f"""
schema: 2
groups: [{{key: a, name: a, phrase: [u, je]}}]
retention_rules:
  - {{key: r, number: 1, unit: year, bound: ongeveer, together: daarna, nothing_kept: half}}
activities:
  - key: x
    purposes: [{{key: p, short: {"lang " * 20}, groups: [wie]}}]
    uses:
      - {{extra_sources: [{{source: buren, waar: x}}], items: [{{name: n, optional: soms}}]}}
"""
SAID = {
    "groups.a.phrase": "Hier hoort tekst.",
    "retention_rules.r.bound": "Kies uit: at_most, at_least, usually",
    "retention_rules.r.together": "Kies uit: then, earliest, latest",
    "retention_rules.r.nothing_kept": "Antwoord met ja of nee.",
    "activities.x.purposes.p.short": "60 tekens",
    "activities.x.purposes.p.groups": "“wie” bestaat niet.",
    "activities.x.uses.0.extra_sources.0.source": "Kies uit: person, observed, third_party, public, own",
    "activities.x.uses.0.extra_sources.0.waar": "Dit veld bestaat niet.",
    "activities.x.uses.0.items.0.optional": "Antwoord met ja of nee.",
}


def test_an_import_says_at_each_shape_what_is_expected() -> None:
    with pytest.raises(FactsError) as refused:
        read_yaml(BAD)
    told = {problem.path: problem.message for problem in refused.value.problems}
    assert told.keys() == SAID.keys()
    assert [path for path, words in SAID.items() if words not in told[path]] == []
