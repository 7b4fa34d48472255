"""What is proposed from a sector, a size and doings is lawful as it stands, keeps what was answered, and adds only what is new."""

import dataclasses
from datetime import date
from pathlib import Path

import pytest

from policies.core.assembly.assemble import assemble
from policies.core.catalogue.pick import NotInCatalogue, row_of
from policies.core.catalogue.variants import for_country
from policies.core.checks import check, check_document
from policies.core.clauses.library import load
from policies.core.facts import (
    PARTS,
    Changes,
    Controller,
    Cookies,
    Dpo,
    Facts,
    Marketing,
    Preset,
    Rights,
    Scope,
    Security,
    Style,
    Unasked,
)
from policies.core.facts.choices import LAW_COUNTRY, PATTERN, SIZE
from policies.core.facts.plain_data import from_data, to_data
from policies.core.facts.promises import promised
from policies.core.presets.propose import THEMES, StartAnswers, propose, service_offers, usual_doings
from policies.render import as_text

ON = date(2026, 12, 1)
LIBRARY = load()
SECTORS = [row["id"] for row in LIBRARY.valid("sectors", ON)]
DOINGS = tuple(row["id"] for row in LIBRARY.valid("doings", ON))
LOOK_UP = {
    "45-dpf-certified",
    "13.1.f-copy",
}  # what the user finds in his contract and on the list, as after picking a service by hand
# What only the owner knows: where he keeps data and others keep it for him, on which networks he is, whether children come too, how one stops his mails, and how people who do not come looking hear of a change.
DOUBT = {"13.1.f-places", "13.1.f-kind-country", "26.2-no-network", "8-unanswered", "21.3-stop", "13.3-only-page"}
NUMBERS = {"BE": "1999.999.943", "NL": "99999900"}
SEATS = {"BE": ("9300", "Aalst"), "NL": ("3511 AB", "Utrecht")}


def known(country: str) -> Facts:
    """What the owner typed or the register gave, before any proposal."""
    return Facts(
        controller=Controller(
            country=country,
            legal_form="bv",
            legal_name="Lampenist",
            register_number=NUMBERS[country],
            seat_street="Gloeiweg 4",
            seat_postcode=SEATS[country][0],
            seat_city=SEATS[country][1],
            seat_country=country,
            email="info@lampenist.example",
        ),
        scope=Scope(websites=("https://www.lampenist.example",)),
    )


def start(
    sector: str, country: str = "BE", size: str = "alone", more: tuple[str, ...] = (), services: tuple[str, ...] = ()
) -> StartAnswers:
    return StartAnswers(country, sector, size, (*usual_doings(LIBRARY, sector, size, ON), *more), services)


def proposed(begun: StartAnswers, facts: Facts | None = None) -> tuple[Facts, tuple[str, ...]]:
    return propose(known(begun.country) if facts is None else facts, begun, LIBRARY, ON)


def told(facts: Facts, *severities: str) -> set[str]:
    """The codes of the findings of those severities."""
    return {finding.code for finding in check(facts, LIBRARY, ON) if finding.severity in severities}


def exists(facts: Facts, path: str) -> bool:
    collection, _, key = path.partition(".")
    return bool(facts.find(collection, key)) if key else path in PARTS


def by_origin(facts: Facts) -> dict[str | None, tuple[str, ...]]:
    """Recipients by their id in the catalogue, with the activities that they serve."""
    return {recipient.catalogue_id: recipient.activities for recipient in facts.recipients}


@pytest.mark.parametrize("sector", SECTORS)
def test_a_sector_as_proposed_is_complete_and_lawful(sector: str) -> None:
    """Sizes and patterns take turns over the sectors; the largest size is tested with all doings below."""
    turn = SECTORS.index(sector)
    for index, country in enumerate(LAW_COUNTRY):
        begun = start(sector, country, list(SIZE)[(turn + index) % 2])
        facts, paths = proposed(begun)
        assert told(facts, "error", "warning") <= DOUBT, country
        assert len(set(paths)) == len(paths) and all(exists(facts, path) for path in paths), country
    assert proposed(begun, facts) == (facts, ()), "a second time there is nothing new"
    assert from_data(to_data(facts)) == facts
    facts = dataclasses.replace(facts, style=Style(pattern=list(PATTERN)[turn % len(PATTERN)], tone="je"))
    document = assemble(facts, LIBRARY, ON)
    assert set(document.gaps()) <= {"marketing.stop_how"} and not [
        finding for finding in check_document(facts, document, LIBRARY, ON) if finding.blocks
    ]


@pytest.mark.parametrize("country", LAW_COUNTRY)
def test_all_doings_and_all_services_go_together(country: str) -> None:
    services = tuple(name for offer in service_offers(LIBRARY, DOINGS, country, ON) for name, _ in offer.services)
    facts, paths = proposed(StartAnswers(country, "other", "large", DOINGS, services))
    picked = {one["id"] for row in LIBRARY.valid("doings", ON) for one in for_country(row, country)["activities"]}
    assert {activity.catalogue_id for activity in facts.activities} == picked and set(services) <= set(by_origin(facts))
    asked = {
        "13-eprivacy-conditions",
        "7-cookies-how",
        "7.3-cookies",
    }  # promises that the law needs here, of which each is asked (test_promises_asked.py)
    assert (
        told(facts, "error") <= LOOK_UP | DOUBT | asked
        and all(exists(facts, path) for path in paths)
        and promised(facts) == ()
    )
    assert {path.rpartition(".")[2] for path in assemble(facts, LIBRARY, ON).gaps()} == {
        "safeguard_url",
        "stop_how",
        "consent_how",
        "withdraw_how",
    }


def test_size_decides_about_recruiting_and_whether_a_practice_must_say_if_it_has_a_dpo() -> None:
    assert "recruit" not in usual_doings(LIBRARY, "shop", "alone", ON)
    large = usual_doings(LIBRARY, "shop", "large", ON)
    assert "recruit" in large and "staff" not in large, "staff is better told in a text of its own"
    for size in SIZE:
        facts, paths = proposed(start("care", size=size))
        begun = dataclasses.replace(facts, preset=Preset(sector="care", size=size))
        assert (
            facts.dpo.designated is None
            and "dpo" not in paths
            and ("13.1.b-unanswered" in told(begun, "error")) == (size == "large")
        )


def test_who_has_no_website_and_says_nothing_gets_the_least() -> None:
    facts = dataclasses.replace(known("NL"), scope=Scope())
    facts, _ = proposed(StartAnswers("NL", "other", "alone"), facts)
    assert [activity.catalogue_id for activity in facts.activities] == ["ACT-01", "ACT-04"]
    assert facts.cookies == Cookies() and facts.marketing == Marketing() and facts.unasked.erases is None
    assert told(facts, "error", "warning") == {"13.1.f-places", "13.1.f-kind-country", "13.3-only-page"}, (
        "who has no website owes no answer about cookies"
    )


@pytest.mark.parametrize("sector", ("shop", "care", "beauty", "builder"))
def test_who_has_no_website_reads_nothing_of_one(sector: str) -> None:
    """Nor of a delivery, where nothing is delivered."""
    begun = StartAnswers(
        "BE",
        sector,
        "alone",
        tuple(name for name in usual_doings(LIBRARY, sector, "alone", ON) if name not in {"website", "social"}),
    )
    facts, _ = proposed(begun, dataclasses.replace(known("BE"), scope=Scope()))
    text = as_text.text(assemble(facts, LIBRARY, ON), None).casefold()
    assert "e-mailproviders" in text and "hosting" not in by_origin(facts)
    assert not [
        word for word in ("website", "cookie", "contactformulier", "leveringsadres", "gekozen levering") if word in text
    ]
    assert "bij elk van hen" not in text, "a kind of company has no country"


@pytest.mark.parametrize("services", [(), ("meta-page",), ("linkedin-page",)])
@pytest.mark.parametrize("pattern", PATTERN)
def test_figures_of_a_page_come_from_the_network_and_not_from_the_reader(
    pattern: str, services: tuple[str, ...]
) -> None:
    facts, _ = proposed(StartAnswers("BE", "shop", "alone", ("social",), services))
    facts = dataclasses.replace(facts, style=Style(pattern=pattern, tone="u"))
    document = assemble(facts, LIBRARY, ON)
    assert not document.gaps() and "van het netwerk dat u gebruikt" in as_text.text(document, None)
    assert ("26.2-no-network" in told(facts, "warning")) is (not services)


def test_a_website_keeps_the_mailboxes_too_and_a_mail_service_takes_their_place() -> None:
    assert not {"mailboxes"} & set(by_origin(proposed(start("shop"))[0])) and "hosting" in by_origin(
        proposed(start("shop"))[0]
    )
    facts, _ = proposed(
        StartAnswers("BE", "shop", "alone", (), ("microsoft-365",)), dataclasses.replace(known("BE"), scope=Scope())
    )
    assert {"microsoft-365"} == {name for name in by_origin(facts) if name in {"hosting", "mailboxes", "microsoft-365"}}


@pytest.mark.parametrize("country", LAW_COUNTRY)
def test_a_practice_says_of_an_appointment_that_it_is_about_health(country: str) -> None:
    facts, _ = proposed(start("care", country))
    assert {purpose.special_ground for purpose in facts.find("activities", "afspraken").purposes} == {None, "care"}
    care = next(activity for activity in facts.activities if activity.catalogue_id == "ACT-33")
    assert care.required == "contract" and [use.source for use in care.uses] == [None, None, None, "own", "third_party"]
    assert facts.security == Security()
    assert {
        purpose.special_ground
        for purpose in proposed(start("beauty", country))[0].find("activities", "afspraken").purposes
    } == {None}


def test_nothing_is_invented_that_only_the_owner_knows() -> None:
    facts, _ = proposed(start("webshop"), Facts())
    assert facts.controller == Controller(country="BE") and facts.contact == Facts().contact
    assert facts.rights.email is None and facts.scope.websites == () and not facts.rights.by_post
    assert facts.joint_controllers == () and facts.links == Facts().links


def test_an_answer_that_is_there_stays() -> None:
    given = {
        "dpo": Dpo(designated=True, email="dpo@lampenist.example"),
        "style": Style(tone="je", pattern="artikelen"),
        "changes": Changes(channels=("post",)),
        "rights": Rights(email="vraag@lampenist.example", term_number=14, term_unit="day"),
        "security": Security(measures=("wij slapen met één oog open",)),
        "scope": Scope(services="Wij verkopen lampen.", customer_countries=("BE", "NL")),
        "cookies": Cookies(used=False),
    }
    facts, paths = proposed(start("shop"), dataclasses.replace(known("BE"), **given))
    assert {"dpo", "style", "changes", "cookies"}.isdisjoint(paths) and "scope" in paths
    assert (facts.rights.term_number, facts.rights.term_unit, facts.rights.email) == (
        14,
        "day",
        "vraag@lampenist.example",
    )
    assert facts.scope.services == "Wij verkopen lampen." and facts.scope.customer_countries == ("BE", "NL")
    assert facts.security.measures == ("wij slapen met één oog open",)
    assert facts.cookies == Cookies(used=False), "a guess does not outweigh a no"
    touched = dataclasses.replace(
        facts.activities[0], story="Wij antwoorden zelf.", retention=facts.activities[1].retention
    )
    facts = dataclasses.replace(facts, activities=(touched, *facts.activities[1:]))
    again, paths = proposed(start("shop", more=("wifi",)), facts)
    assert again.activities[: len(facts.activities)] == facts.activities and paths == ("activities.wifi-voor-gasten",)


def test_a_service_chosen_by_name_takes_the_place_of_its_kind() -> None:
    usual = by_origin(proposed(start("webshop"))[0])
    chosen = by_origin(proposed(start("webshop", services=("mollie", "combell", "bpost", "mailchimp")))[0])
    for kind, name in (("payment-services", "mollie"), ("hosting", "combell"), ("carriers", "bpost")):
        assert usual[kind] and name not in usual and kind not in chosen
        assert set(usual[kind]) <= set(chosen[name])
    assert "mailchimp" not in chosen, "what none of these doings offers is passed over"
    later = by_origin(
        proposed(
            start("webshop", services=("mollie",), more=("newsletter",)),
            proposed(start("webshop", services=("combell",)))[0],
        )[0]
    )
    assert "hosting" not in later and "mailing-tools" in later


def test_who_measures_with_a_service_has_its_cookie_and_asks_consent() -> None:
    for doing, services, names in (("measure-own", (), {"_pk_id"}), ("measure", ("google-analytics",), {"_ga"})):
        facts, paths = proposed(start("shop", "NL", more=(doing,), services=services))
        assert {
            cookie.name for cookie in facts.cookies.placed if cookie.consent == "consent"
        } == names and "cookies" in paths
        assert (
            facts.cookies.used
            and facts.cookies.consent_how is facts.cookies.withdraw_how is None
            and facts.rights.withdraw_how
        )
        assert {"7-cookies-how", "7.3-cookies"} <= told(facts, "error"), (
            "how it is asked and taken back is for the owner to say"
        )
        assert "cookiekeuze" in {cookie.name for cookie in facts.cookies.placed} and "13-cookies-measured" not in told(
            facts, "warning"
        )
    facts, _ = proposed(start("shop", "NL", more=("measure",)))
    assert {cookie.name for cookie in facts.cookies.placed} == {"sessiecookie"} and "13-cookies-measured" in told(
        facts, "warning"
    ), "nobody said with what"


def test_a_network_that_decides_along_has_its_arrangement() -> None:
    facts, paths = proposed(start("beauty", services=("meta-page", "linkedin-page")))
    assert {row.key for row in facts.joint_controllers} == {
        "meta-page",
        "linkedin-page",
    } and "joint_controllers.meta-page" in paths
    assert told(facts, "error") == {"13.1.f-places"} and "26.2-uncovered" not in told(facts, "warning")
    assert [finding.code for finding in check(facts, LIBRARY, ON) if finding.code.startswith("45-dpf")] == [
        "45-dpf-look"
    ], "two American companies, one question"
    assert not any(cookie.provider != "onze eigen website" for cookie in facts.cookies.placed), (
        "a page elsewhere places nothing on the own site"
    )


def test_a_yes_that_comes_later_adds_what_is_new_and_makes_a_no_untrue() -> None:
    first, _ = proposed(start("horeca"))
    first = dataclasses.replace(first, marketing=Marketing(used=False), unasked=Unasked(erases=True))
    second, paths = proposed(start("horeca", more=("newsletter", "reservation-diet")), first)
    assert second.marketing.used and second.marketing.channels == ("email",) and not second.unasked.erases
    booking = second.find("activities", "reserveringen")
    assert [purpose.key for purpose in booking.purposes] == [
        "reserveren",
        "dieet",
    ] and "activities.reserveringen" in paths
    assert len(booking.uses) == len(first.find("activities", "reserveringen").uses) + 1
    assert "activities.nieuwsbrief" in paths and len(second.activities) == len(first.activities) + 1
    assert (
        told(second, "error") == {"13.1.f-places", "21.3-stop", "8-unanswered"}
        and len(second.groups) == len(first.groups) + 1
    )


def test_an_extra_that_comes_later_brings_nothing_back_that_was_taken_away() -> None:
    first, _ = proposed(start("horeca"))
    index = next(index for index, activity in enumerate(first.activities) if activity.key == "reserveringen")
    less = dataclasses.replace(first.activities[index], uses=first.activities[index].uses[:1], story="Men belt ons.")
    rows = (*first.activities[:index], less, *first.activities[index + 1 :])
    first = dataclasses.replace(
        first, activities=rows, categories=tuple(row for row in first.categories if row.catalogue_id != "booking")
    )
    second, _ = proposed(start("horeca", more=("reservation-diet",)), first)
    assert proposed(start("horeca", more=("reservation-diet",)), second) == (second, ())
    booking = second.find("activities", "reserveringen")
    assert len(booking.uses) == 2 and booking.story == "Men belt ons." and booking.purposes[0] == less.purposes[0]
    assert {row.catalogue_id for row in second.categories} - {row.catalogue_id for row in first.categories} == {"diet"}


def test_people_are_called_as_in_the_sector() -> None:
    facts, _ = proposed(start("legal", "NL"))
    assert [(group.key, group.name) for group in facts.groups if group.name in {"klanten", "cliënten"}] == [
        ("clienten", "cliënten")
    ]


def test_what_is_not_there_is_refused() -> None:
    for begun in (
        StartAnswers("BE", "bakkerij", "alone"),
        StartAnswers("BE", "shop", "alone", ("vliegen",)),
        StartAnswers("BE", "shop", "alone", (), ("combel",)),
        StartAnswers("FR", "shop", "alone"),
    ):
        with pytest.raises(NotInCatalogue):
            propose(Facts(), begun, LIBRARY, ON)
    with pytest.raises(KeyError):
        propose(Facts(), StartAnswers("BE", "shop", "huge"), LIBRARY, ON)


@pytest.mark.parametrize("country", LAW_COUNTRY)
def test_the_lists_name_only_what_exists_and_every_icon_is_drawn(country: str) -> None:
    icons = Path(__file__).parents[3] / "templates/icons"
    rows = {stem: [for_country(row, country) for row in LIBRARY.valid(stem, ON)] for stem in ("sectors", "doings")}
    for row in (*rows["sectors"], *rows["doings"]):
        assert (icons / f"{row['icon']}.svg").is_file(), row["id"]
        assert all(row_of(LIBRARY, "security", name, ON) for name in row["security"])
        assert all(row_of(LIBRARY, "recipients", kind, ON)["kind"] == "category" for kind in row["recipients"]), row[
            "id"
        ]
    for row in rows["sectors"]:
        assert set(row["doings"]) <= set(DOINGS) and set(row["asks_dpo"]) <= set(SIZE) and row["examples"], row["id"]
    for row in rows["doings"]:
        assert row["theme"] in THEMES if row["ask"] else row["theme"] == "iedereen", row["id"]
        assert bool(row["ask"]) == bool(row["help"]) and set(row["sizes"]) <= set(SIZE), row["id"]
        for group in row["services"]:
            assert not group["kind"] or row_of(LIBRARY, "recipients", group["kind"], ON)["kind"] == "category"
            assert all(row_of(LIBRARY, "recipients", name, ON)["kind"] == "named" for name in group["names"])
    joint = {row["id"] for row in LIBRARY.valid("recipients", ON) if row["roles"][0] == "joint"}
    assert joint == {row["id"] for row in LIBRARY.valid("arrangements", ON)}
