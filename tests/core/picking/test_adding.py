"""What is picked is lawful as it stands: each activity and each recipient, in an otherwise complete company, in both countries.

What the catalogue cannot know for the user still blocks, and that is listed: whether a company stands on the DPF list, and where
a controller of its own shows its contracts (art. 13.1.f), of which the user has no copy to give.
"""

import dataclasses
from collections.abc import Iterator
from datetime import date
from functools import cache
from types import SimpleNamespace

import pytest

from policies.core.assembly.assemble import assemble
from policies.core.catalogue.pick import (
    NotInCatalogue,
    add,
    add_recipient,
    cookies_of,
    pick_activity,
    pick_recipient,
    pick_retention,
    slug,
    with_groups,
)
from policies.core.catalogue.variants import for_country
from policies.core.checks import check
from policies.core.checks.finding import Finding
from policies.core.clauses.library import load
from policies.core.facts import DataCategory, Facts, Group, JointController, Style
from policies.core.facts.choices import LAW_COUNTRY
from policies.core.facts.plain_data import from_data, to_data
from policies.core.picking import add_row
from tests.core.checks.company import DUTCH, GONE, company

ON = date(2026, 12, 1)
ACTIVITIES = [row["id"] for row in load().valid("activities", ON)]
RECIPIENTS = load().valid("recipients", ON)
# What the user looks up before he publishes; everything else that is picked may not block.
LOOK_UP = {"45-dpf-certified", "13.1.f-copy"}
OWN_CONTRACTS = {"paypal", "microsoft-clarity", "trustpilot"}


@cache
def bare(country: str) -> Facts:
    """The lawful company without what it does and with whom."""
    dutch = (
        {path: value for path, value in DUTCH.items() if not path.startswith("retention")} if country == "NL" else {}
    )
    rows = dict.fromkeys(("activities", "recipients", "groups", "categories", "retention_rules"), ())
    return company({**dutch, **rows, "cookies.placed.meting": GONE})


def with_activity(country: str, wanted: str, extras: tuple[str, ...] = (), on: date = ON) -> Facts:
    """That company, doing this one thing, with a host. Whether it advertises follows from the purposes."""
    facts = add(bare(country), pick_activity(load(), wanted, country, on, extras))
    facts = add_recipient(facts, pick_recipient(load(), "hosting", country, on), [facts.activities[0].key])
    rules = {purpose.marketing_rule for purpose in facts.activities[0].purposes} - {None}
    if not rules:
        facts = dataclasses.replace(
            facts, marketing=dataclasses.replace(facts.marketing, used=False, channels=(), stop_how=None)
        )
    elif rules == {"ads"}:
        facts = dataclasses.replace(facts, marketing=dataclasses.replace(facts.marketing, channels=("social",)))
    return facts


def extras_of(wanted: str, country: str) -> tuple[str, ...]:
    rows = [for_country(row, country) for row in load().valid("activities", ON) if row["id"] == wanted]
    return tuple(extra["id"] for row in rows for extra in row["extras"])


def blocking(facts: Facts, on: date = ON) -> list[Finding]:
    return [finding for finding in check(facts, load(), on) if finding.blocks]


def promises_asked(facts: Facts) -> set[str]:
    # whether the conditions of advertising without consent hold, only the owner can say (decision 29)
    return {
        "13-eprivacy-conditions"
        for activity in facts.activities
        for purpose in activity.purposes
        if purpose.marketing_rule == "customer_exception"
    }


@pytest.mark.parametrize(("wanted", "country"), [(wanted, country) for wanted in ACTIVITIES for country in LAW_COUNTRY])
def test_an_activity_as_picked_is_complete_and_lawful(wanted: str, country: str) -> None:
    for extras in dict.fromkeys(((), extras_of(wanted, country))):
        facts = with_activity(country, wanted, extras)
        assert facts.activities[0].catalogue_id == wanted
        assert {finding.code for finding in blocking(facts)} == promises_asked(facts)
        assert not assemble(facts, load(), ON).gaps()


@pytest.mark.parametrize("country", LAW_COUNTRY)
def test_all_activities_go_together_in_one_company(country: str) -> None:
    facts = bare(country)
    for wanted in ACTIVITIES:
        facts = add(facts, pick_activity(load(), wanted, country, ON, extras_of(wanted, country)))
    facts = add_recipient(
        facts, pick_recipient(load(), "hosting", country, ON), [activity.key for activity in facts.activities[:40]]
    )  # a list holds forty
    assert len(facts.activities) == 56
    assert {finding.code for finding in blocking(facts)} == promises_asked(facts) and not assemble(
        facts, load(), ON
    ).gaps()
    assert from_data(to_data(facts)) == facts, "what is picked is as good as what is typed"


def test_only_these_findings_need_the_users_eye_after_picking_an_activity() -> None:
    told = {
        finding.code
        for country in LAW_COUNTRY
        for wanted in ACTIVITIES
        for finding in check(with_activity(country, wanted, extras_of(wanted, country)), load(), ON)
    }
    assert told == {
        "13-cookies-measured",
        "12.1-staff",
        "13-camera",
        "13.1.c-ai-trains",
        "13-eprivacy-conditions",
        "13.1.f-kind-country",
        "26.2-no-network",
    }


def _attached(country: str) -> Iterator[tuple[str, Facts, list[Finding]]]:
    base = with_activity(country, "ACT-03")
    without = set(check(base, load(), ON))
    for row in RECIPIENTS:
        facts = add_recipient(base, pick_recipient(load(), row["id"], country, ON), [base.activities[0].key])
        yield row["id"], facts, [finding for finding in check(facts, load(), ON) if finding not in without]


@pytest.mark.parametrize("country", LAW_COUNTRY)
def test_a_recipient_as_picked_is_lawful_but_for_what_the_user_looks_up(country: str) -> None:
    for wanted, facts, told in _attached(country):
        together = (
            {"26.2-recipient"} if facts.recipients[-1].role == "joint" else set()
        )  # nobody can pick an arrangement
        assert {finding.code for finding in told if finding.blocks} - LOOK_UP == together, wanted
        codes = {finding.code for finding in told}
        assert ("dpf" in facts.recipients[-1].safeguards) == ("45-dpf-certified" in codes), wanted
        assert ("45-dpf-look" in codes) == (
            facts.recipients[-1].dpf_certified == "unknown" and "dpf" not in facts.recipients[-1].safeguards
        ), wanted
        assert (wanted in OWN_CONTRACTS) == ("13.1.f-copy" in codes), wanted
        assert not any(finding.code.startswith("5.1.d-drift") for finding in told), (
            "what was just picked has not drifted"
        )
    assert not assemble(facts, load(), ON).gaps()


def test_low_confidence_asks_the_user_to_look_and_medium_tells_him() -> None:
    asked = {"low": "5.1.d-check", "medium": "5.1.d-check-medium", "high": None}
    for row, (_, _, told) in zip(RECIPIENTS, _attached("BE"), strict=True):
        wanted = asked[row["confidence"]] if row["kind"] == "named" else None
        assert {finding.code for finding in told if finding.code.startswith("5.1.d-check")} == ({wanted} - {None}), row[
            "id"
        ]


def test_a_certified_recipient_no_longer_blocks() -> None:
    base = with_activity("BE", "ACT-03")
    for row in RECIPIENTS:
        picked = dataclasses.replace(
            pick_recipient(load(), row["id"], "BE", ON), dpf_certified="yes", checked_on="2026-11-30"
        )
        if row["id"] in OWN_CONTRACTS:
            picked = dataclasses.replace(picked, safeguard_url="https://dienst.example/contract")
        facts = add_recipient(base, picked, [base.activities[0].key])
        if picked.role == "joint":
            arranged = JointController(
                key="samen",
                name=picked.entity,
                activities=(base.activities[0].key,),
                arrangement="Elk informeert over zijn eigen deel.",
            )
            facts = dataclasses.replace(facts, joint_controllers=(arranged,))
        assert blocking(facts) == [], row["id"]


def test_the_framework_comes_along_only_where_it_was_read_or_nothing_else_protects() -> None:
    def picked(wanted: str) -> tuple[tuple[str, ...], str | None]:
        recipient = pick_recipient(load(), wanted, "BE", ON)
        return recipient.safeguards, recipient.dpf_certified

    assert picked("stripe") == (("scc",), "unknown") and picked("salesforce") == (("bcr", "scc"), "unknown"), (
        "one question, and the text tells what is sure"
    )
    assert picked("youtube") == (("dpf",), "unknown"), "the law needs this answer: nothing else protects the data"
    assert picked("shopify") == (("adequacy", "scc"), None) and picked("hotjar") == (("scc",), None)


@pytest.mark.parametrize(
    ("until", "expected"), [(date(2027, 11, 30), (("dpf", "scc"), None)), (date(2026, 11, 30), (("scc",), "unknown"))]
)
def test_what_was_read_on_the_list_is_picked_with_it_while_it_holds(
    until: date, expected: tuple[tuple[str, ...], str | None]
) -> None:
    rows = [
        {**row, "dpf": {**row["dpf"], "state": "read", "valid_until": until}} if row["id"] == "stripe" else row
        for row in RECIPIENTS
    ]
    library = SimpleNamespace(catalogue={**load().catalogue, "recipients": rows}, valid=lambda stem, on: rows)
    recipient = pick_recipient(library, "stripe", "BE", ON)
    assert (recipient.safeguards, recipient.dpf_certified) == expected


@pytest.mark.parametrize("country", LAW_COUNTRY)
def test_the_cookies_of_a_recipient_are_lawful(country: str) -> None:
    placed = {cookie.key: cookie for row in RECIPIENTS for cookie in cookies_of(load(), row["id"], country, ON)}
    facts = bare(country)
    facts = dataclasses.replace(facts, cookies=dataclasses.replace(facts.cookies, placed=tuple(placed.values())))
    assert len(placed) > 8
    assert not [
        finding for finding in check(facts, load(), ON) if finding.path.startswith("cookies") and finding.blocks
    ]


def test_belgium_and_the_netherlands_differ_as_data() -> None:
    be, nl = (
        [
            purpose.legal_basis
            for purpose in pick_activity(load(), "ACT-20", country, ON, extras_of("ACT-20", country)).activity.purposes
        ]
        for country in ("BE", "NL")
    )
    assert (be, nl) == (["consent"], ["consent", "legitimate_interest"]), (
        "only the Netherlands know statistics without consent"
    )
    assert pick_activity(load(), "ACT-14", "BE", ON).retention_rules[0].unit == "month"
    assert pick_activity(load(), "ACT-14", "NL", ON).retention_rules[0].number == 4
    assert pick_recipient(load(), "dpd", "BE", ON).entity != pick_recipient(load(), "dpd", "NL", ON).entity


def test_what_holds_in_one_country_only_falls_out_elsewhere() -> None:
    row = {"names": ["a", {"BE": "b"}, {"BE": "c", "NL": {"deep": {"NL": "d"}}}], "law": {"BE": "wet", "NL": None}}
    assert for_country(row, "NL") == {"names": ["a", {"deep": "d"}], "law": None}
    assert for_country(row, "BE") == {"names": ["a", "b", "c"], "law": "wet"}


@pytest.mark.parametrize(
    ("tone", "phrase"),
    [(None, "u stelt ons een vraag"), ("u", "u stelt ons een vraag"), ("je", "je stelt ons een vraag")],
)
def test_a_new_group_gets_its_phrase_in_the_form_of_the_statement(tone: str | None, phrase: str) -> None:
    facts = dataclasses.replace(bare("BE"), style=Style(tone=tone))
    assert add(facts, pick_activity(load(), "ACT-01", "BE", ON)).groups[0].phrase == phrase
    patients = with_groups(pick_activity(load(), "ACT-03", "BE", ON), {"klanten": "patiënten"})
    assert add(facts, patients).groups[0].phrase == f"{tone or 'u'} bent patiënt"
    assert add(facts, with_groups(patients, {"patiënten": "huurders van een boot"})).groups[0].phrase is None


def test_picking_copies_and_uses_again_what_the_company_has() -> None:
    own = DataCategory(key="contact", name="wie iemand is", catalogue_id="contact")
    facts = dataclasses.replace(bare("BE"), categories=(own,), groups=(Group(key="klanten", name="Klanten"),))
    facts = add(add(facts, pick_activity(load(), "ACT-03", "BE", ON)), pick_activity(load(), "ACT-03", "BE", ON))
    assert [activity.key for activity in facts.activities] == ["bestellingen", "bestellingen-2"]
    assert facts.groups == (Group(key="klanten", name="Klanten"),), "a group that is there keeps what it says"
    assert [purpose.short for purpose in facts.activities[0].purposes] == ["bestellingen uitvoeren", "overleggen"]
    assert [row.key for row in facts.categories] == ["contact", "adresgegevens", "bestellingen"]
    assert len(facts.retention_rules) == 1 and facts.activities[1].uses[0].category == "contact"


def test_a_kind_of_data_made_by_hand_is_not_taken_for_a_more_sensitive_one() -> None:
    plain = DataCategory(key="eten", name="wensen voor het eten")
    facts = add(
        dataclasses.replace(bare("BE"), categories=(plain,)), pick_activity(load(), "ACT-28", "BE", ON, ["dieet"])
    )
    assert [row.special for row in facts.categories if row.name == plain.name] == [None, "health"]


def test_a_recipient_picked_again_only_serves_more() -> None:
    facts = with_activity("BE", "ACT-03")
    again = add_recipient(facts, pick_recipient(load(), "hosting", "BE", ON), ["andere"])
    assert [recipient.activities for recipient in again.recipients] == [("bestellingen", "andere")]


def test_a_service_takes_the_place_of_its_kind_while_nobody_said_more_of_it() -> None:
    news = add(bare("BE"), pick_activity(load(), "ACT-06", "BE", ON))
    kind = dataclasses.replace(pick_recipient(load(), "mailing-tools", "BE", ON), activities=("vragen",))
    other = pick_recipient(load(), "hosting", "BE", ON)
    for row, left in ((kind, []), (dataclasses.replace(kind, agreement=True), [kind.key])):
        facts = add_row("ontvangers", dataclasses.replace(news, recipients=(row, other)), "mailchimp", load(), ON).facts
        assert [recipient.key for recipient in facts.recipients] == [*left, "hosting", "mailchimp"]
        assert facts.recipients[-1].activities == ("nieuwsbrief",)


def test_it_serves_what_its_kind_served() -> None:
    facts = with_activity("BE", "ACT-03")
    kind = dataclasses.replace(pick_recipient(load(), "booking-tools", "BE", ON), activities=(facts.activities[0].key,))
    facts = add_row("ontvangers", dataclasses.replace(facts, recipients=(kind,)), "calendly", load(), ON).facts
    assert [(recipient.key, recipient.activities) for recipient in facts.recipients] == [("calendly", kind.activities)]


def test_what_is_not_there_is_refused_by_name() -> None:
    for pick in (pick_activity, pick_recipient, pick_retention, cookies_of):
        with pytest.raises(NotInCatalogue, match="“ACT-99” staat niet in de catalogus"):
            pick(load(), "ACT-99", "BE", ON)
    with pytest.raises(NotInCatalogue, match="RET-BE-10e.* geldt niet op 2026-12-01"):
        pick_retention(load(), "RET-BE-10e", "BE", ON)
    with pytest.raises(NotInCatalogue, match="“dieet” hoort niet bij ACT-01"):
        pick_activity(load(), "ACT-01", "BE", ON, ["dieet"])
    for country in ("FR", None):
        with pytest.raises(NotInCatalogue, match="in welk land"):
            pick_activity(load(), "ACT-01", country, ON)


def test_a_key_is_made_of_a_name() -> None:
    assert slug("Allergieën & foto's, 2 jaar") == "allergieen-fotos-2-jaar"
    assert len(slug("kopie van de identiteitskaart of een ander bewijs")) <= 40


# --- a change of law is a change of data with a date -------------------------------------------------------------


def codes(facts: Facts, on: date) -> set[str]:
    return {finding.code for finding in check(facts, load(), on)}


def test_the_same_facts_are_judged_by_the_law_of_the_day() -> None:
    """Dutch telesales 1 July 2026, reCAPTCHA 2 April 2026, AI Act 2 August 2026, Belgian invoices 30 December 2025."""
    phone = {
        "activities.nieuws.purposes.sturen.marketing_rule": "phone",
        "activities.nieuws.purposes.sturen.legal_basis": "legitimate_interest",
    }
    telesales = company({**DUTCH, **phone, "activities.nieuws.purposes.sturen.interest": "klanten behouden"})
    captcha = company({"recipients.host.name": "reCAPTCHA", "recipients.host.role": "controller"})
    chat = company({"activities.vragen.name": "chatbot"})
    changes = [
        ("11.7-telesales", telesales, date(2026, 6, 30), date(2026, 7, 1)),
        ("4.7-role", captcha, date(2026, 4, 1), date(2026, 4, 2)),
        ("50-ai-unnamed", chat, date(2026, 8, 1), date(2026, 8, 2)),
    ]
    for code, facts, before, after in changes:
        assert code not in codes(facts, before) and code in codes(facts, after), code
    assert "5.1.e-short" in codes(company({}), date(2025, 12, 29)) and "5.1.e-short" not in codes(
        company({}), date(2025, 12, 30)
    )


def test_what_is_offered_follows_the_day_too() -> None:
    library = load()
    assert [pick_recipient(library, "recaptcha", "BE", on).role for on in (date(2026, 4, 1), date(2026, 4, 2))] == [
        "controller",
        "processor",
    ]
    years = {
        (country, on): pick_activity(library, "ACT-29", country, on).retention_rules[0].number
        for country in LAW_COUNTRY
        for on in (ON, date(2027, 7, 10))
    }
    assert years == {("BE", ON): 10, ("NL", ON): 5, ("BE", date(2027, 7, 10)): 5, ("NL", date(2027, 7, 10)): 5}
    for country in LAW_COUNTRY:
        assert blocking(with_activity(country, "ACT-29", on=date(2027, 7, 10)), date(2027, 7, 10)) == []


def test_nothing_but_the_date_in_the_data_makes_the_difference() -> None:
    """The same row with another date, and the same code judges otherwise."""
    library = load()

    def earlier(stem: str, on: date) -> list[dict]:
        rows = library.catalogue[stem]
        moved = [{**row, "valid_from": date(2025, 1, 1)} if row["id"] == "ai-disclosure" else row for row in rows]
        return [
            row for row in moved if row.get("valid_from", date.min) <= on and (row.get("valid_until") or date.max) >= on
        ]

    chat, on = company({"activities.vragen.name": "chatbot"}), date(2026, 8, 1)
    moved = SimpleNamespace(catalogue=library.catalogue, valid=earlier)
    assert "50-ai-unnamed" not in codes(chat, on)
    assert "50-ai-unnamed" in {finding.code for finding in check(chat, moved, on)}
