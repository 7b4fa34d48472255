"""Purposes, sources, data and terms in all their shapes on the form: entered, changed, taken away; what is half stays where it was typed."""

import re
from typing import Any

import pytest

from policies.core.facts import ExtraSource, paths
from policies.models import Policy
from policies.store.read import facts_of
from tests.filled import send, text, url

ACTIVITY, RULE = "activities.contactformulier", "retention_rules.vragen"


def page_of(policy: Policy, page: str) -> str:
    """The address of a page by its name: that of the only activity, its only data use, or its term."""
    activity = policy.activities.get()
    rests = {
        "activity": f"verwerkingen/verwerkingen/{activity.pk}",
        "use": f"gegevens/gebruik/{activity.uses.get().pk}",
        "rule": f"bewaartermijnen/termijnen/{policy.retention_rules.get().pk}",
        "site": "website",
    }
    return url(policy, rests[page])


Row = tuple[str, str, dict[str, Any], Any, dict[str, Any], Any, dict[str, Any], Any]
ROWS: dict[str, Row] = {  # page, path, entered → fact, changed → fact, taken away → fact
    "a short form": (
        "activity",
        f"{ACTIVITY}.purposes.antwoorden.short",
        {"purposes-0-short": "antwoorden"},
        "antwoorden",
        {"purposes-0-short": "helpen"},
        "helpen",
        {"purposes-0-short": ""},
        None,
    ),
    "a purpose's own people": (
        "activity",
        f"{ACTIVITY}.purposes.antwoorden.groups",
        {"purposes-0-groups": ["klanten"]},
        ("klanten",),
        {"purposes-0-groups": ["bezoekers"]},
        ("bezoekers",),
        {"purposes-0-groups": []},
        (),
    ),
    "a phrase": (
        "site",
        "groups.klanten.phrase",
        {"groups-1-phrase": "u bent klant"},
        "u bent klant",
        {"groups-1-phrase": "u koopt brood"},
        "u koopt brood",
        {"groups-1-phrase": ""},
        None,
    ),
    "a source that adds": (
        "use",
        f"{ACTIVITY}.uses.contact.extra_sources",
        {"extra_sources-0-source": "third_party", "extra_sources-0-detail": "de school"},
        (ExtraSource("third_party", "de school"),),
        {"extra_sources-0-detail": "de club"},
        (ExtraSource("third_party", "de club"),),
        {"extra_sources-0-DELETE": "on"},
        (),
    ),
    "data that may be left out": (
        "use",
        f"{ACTIVITY}.uses.contact.items.0.optional",
        {"items-0-optional": "on"},
        True,
        {"items-0-reason": "om te groeten"},
        True,
        {"items-0-optional": []},
        False,
    ),
    "a bound": (
        "rule",
        f"{RULE}.bound",
        {"retention_rules-bound": "at_most"},
        "at_most",
        {"retention_rules-bound": "usually"},
        "usually",
        {"retention_rules-bound": ""},
        None,
    ),
    "a number and a condition": (
        "rule",
        f"{RULE}.together",
        {"retention_rules-criterion": "tot de klacht is behandeld", "retention_rules-together": "then"},
        "then",
        {"retention_rules-together": "latest"},
        "latest",
        {"retention_rules-together": ""},
        None,
    ),
    "nothing kept": (
        "rule",
        f"{RULE}.nothing_kept",
        {
            "retention_rules-number": "",
            "retention_rules-unit": "",
            "retention_rules-start_event": "",
            "retention_rules-nothing_kept": "on",
        },
        True,
        {"retention_rules-reason": "om te zien wie er is"},
        True,
        {"retention_rules-nothing_kept": []},
        False,
    ),
}


@pytest.mark.parametrize("name", ROWS)
def test_entered_changed_and_taken_away(policy, owner, name: str) -> None:
    page, path, *steps = ROWS[name]
    for changes, wanted in zip(steps[::2], steps[1::2], strict=True):
        answer = send(owner, page_of(policy, page), **changes)
        assert answer.status_code == 302, text(answer)
        assert paths.read(facts_of(policy), path) == wanted


def test_who_says_that_nothing_is_kept_is_not_asked_how_long(policy, owner) -> None:
    send(owner, page_of(policy, "rule"), **ROWS["nothing kept"][2])
    shown = text(owner.get(page_of(policy, "rule")))
    assert "Wij bewaren niets" in shown and facts_of(policy).retention_rules[0].afterwards is not None
    for name in ("number", "criterion", "law"):
        asked = shown.partition(f'name="retention_rules-{name}"')[0].rpartition('<div class="question')[2]
        assert "hidden" in asked, name


def test_a_contradiction_is_found_at_the_tick_and_mended_there(policy, owner) -> None:
    send(owner, page_of(policy, "rule"), **{"retention_rules-nothing_kept": "on"})
    shown = text(owner.get(page_of(policy, "rule")))
    assert "staat dat u niets bewaart, en ook hoelang u bewaart" in shown and "Vink “Wij bewaren niets” uit" in shown


def test_what_is_rarely_needed_is_folded_until_it_is_filled_in(policy, owner) -> None:
    def folds() -> str:
        return text(owner.get(page_of(policy, "use")))

    assert '<details class="folded-in"> <summary>Van wie?' in folds()
    send(owner, page_of(policy, "use"), **ROWS["a source that adds"][2])
    assert '<details class="folded-in" open> <summary>Van wie?' in folds()


def test_data_without_a_term_of_its_own_say_that_they_follow_the_activity(policy, owner) -> None:
    page = text(owner.get(url(policy, "bewaartermijnen")))
    activity, use = (
        re.search(rf'name="{prefix}-[^"]*retention"[^>]*> ?<option value=""[^>]*>([^<]*)<', page)
        for prefix in ("activities", "uses")
    )
    assert activity and use and (activity[1], use[1]) == ("Nog niets gekozen", "Zoals de verwerking")
