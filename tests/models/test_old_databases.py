"""A database of an earlier program is migrated, and all that was in it is read, shown, compared, put back and published on.

The dumps are in tests/stored, with a README of what is in them. Each is migrated once, into a file of its own; every test leaves it as it was.
"""

import json
import lzma
import sqlite3
from collections.abc import Iterator
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
import time_machine
from django.core.management import call_command
from django.db import connection, transaction

from policies import publish
from policies.core.assembly.assemble import assemble
from policies.core.checks import check
from policies.core.clauses.library import load
from policies.core.document import from_data as document_of
from policies.core.facts import Facts, paths
from policies.core.facts.plain_data import from_data, from_stored, read_yaml, to_data, write_yaml
from policies.core.facts.promises import promised
from policies.core.mending import mend_of
from policies.core.presets.unconfirmed import unconfirmed
from policies.core.versions.diff import compare
from policies.core.versions.major_change import reasons
from policies.models import Membership, Policy, PolicyVersion, Removal, User
from policies.models.version import broken
from policies.publish.draft import facts_in
from policies.store import read, write
from policies.wizard import save
from tests.page import PageClient
from tests.publishing import phone
from tests.versions import at, make_version

pytestmark = pytest.mark.one_database

STORED = Path(__file__).parents[1] / "stored"
NOW = at("2026-12-01")  # after the last thing that happens in the dumps, before the version that they announce
TODAY = NOW.date()
TYPED = "Café ’t Zwaantje & Zn. <proef>"
VERSIONS = {"Kraaienvat": 1, "IJsselrek": 1, "Webstudio Wolkenrog": 3, TYPED: 2}
TIES = {
    "13.1.c-ai-activity",
    "13.1.c-buttons-activity",
    "13.1.c-profiles-activity",
    "13.1.c-takeover-activity",
}  # without purpose, basis and term until now
AS_BEFORE = "Zoals vroeger getypt"
# What the program of 0.1.0 kept as it was typed, and what an import of today makes of it.
WRITTEN_OTHERWISE = {
    "controller.seat_postcode": ("b 9300", "9300"),
    "contact.phone": ("+32 (0)9 123 45 67.", "+32 9 123 45 67"),
    "scope.websites": (
        ("https://café.example/é?a=ü", "HTTPS://Zwaantje.example"),
        ("https://xn--caf-dma.example/%C3%A9?a=%C3%BC", "https://zwaantje.example"),
    ),
}


DUMPS = ["demo-0.1.0", "demo-schema-1"]
of_010, of_schema_1 = (
    pytest.mark.parametrize("migrated", [name], indirect=True, scope="module") for name in DUMPS
)  # what the other did not have


@pytest.fixture(scope="module", params=DUMPS)
def migrated(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    django_db_setup: None,
    django_db_blocker: pytest.FixtureRequest,
) -> Iterator[str]:
    """The name of the dump that is the default database now, migrated."""
    path = tmp_path_factory.mktemp("old") / "old.sqlite3"
    rows = sqlite3.connect(path)
    rows.executescript(lzma.decompress((STORED / f"{request.param}.sql.xz").read_bytes()).decode())
    rows.close()
    own = connection.settings_dict["NAME"]
    with django_db_blocker.unblock():
        connection.close()
        connection.settings_dict["NAME"] = str(path)
        try:
            call_command("migrate", verbosity=0)
            yield request.param
        finally:
            connection.close()
            connection.settings_dict["NAME"] = own


@pytest.fixture
def old(migrated: str) -> Iterator[str]:
    """The same, on a day soon after; what the test writes is taken back."""
    with time_machine.travel(NOW, tick=False), transaction.atomic():
        yield migrated
        transaction.set_rollback(True)


@pytest.fixture
def exported(old: str) -> dict[str, dict]:
    """The facts of every statement by its name, as the program of that day exported them."""
    return json.loads(lzma.decompress((STORED / f"{old}.facts.json.xz").read_bytes()))


@pytest.fixture
def adviser(old: str, client: PageClient) -> PageClient:
    """The browser of the consultant who owns most statements."""
    client.force_login(User.objects.get(email="advies@demo.example"))
    return client


def statement(name: str) -> Policy:
    return Policy.objects.get(name=name)


def now_of(name: str) -> Facts:
    return read.facts_of(statement(name))


def latest() -> list[PolicyVersion]:
    """The last version of each statement."""
    return [policy.versions.order_by("sequence").last() for policy in Policy.objects.filter(name__in=VERSIONS)]


def promises(facts: Facts) -> dict[str, bool | None]:
    """What the hairdresser promises: one confirmed it, two of them still wait."""
    own = {
        name: facts.find("activities", name).purposes[0].own_similar for name in ("recensies", "nieuws-voor-klanten")
    }
    return own | {"security": facts.security.tells_breaches}


# --- facts ---------------------------------------------------------------------------------------------------------


def test_rows_are_what_the_program_of_that_day_exported(exported: dict[str, dict]) -> None:
    assert set(exported) == {policy.name for policy in Policy.objects.all()}
    facts = read.facts_of_all(Policy.objects.all())
    for policy in Policy.objects.all():
        assert facts[policy.pk] == from_stored(exported[policy.name]), policy.name


def test_facts_are_judged(old: str) -> None:
    """No check stumbles over what was not asked yet; a statement that stands is blocked by what was always missing, and never by a new question."""
    found = {name: check(now_of(name), load(), TODAY) for name in (*VERSIONS, "Alles ingevuld 0", "Alles ingevuld 1")}
    assert {(name, finding.code) for name in VERSIONS for finding in found[name] if finding.blocks} == {
        ("Kraaienvat", code) for code in TIES
    }


@of_schema_1
def test_what_blocks_since_is_mended_by_a_button(old: str) -> None:
    policy = statement("Kraaienvat")
    for _ in TIES:
        facts = read.facts_of(policy)
        found = [finding for finding in check(facts, load(), TODAY) if finding.code in TIES]
        after = mend_of(found[0], facts, load(), TODAY).apply()
        write.change(policy, lambda now, after=after: after)
    assert [finding for finding in check(read.facts_of(policy), load(), TODAY) if finding.blocks] == []


def test_what_was_exported_then_is_imported_now(exported: dict[str, dict]) -> None:
    for name in set(exported) - {AS_BEFORE}:
        assert from_data(exported[name]) == now_of(name), name


@pytest.mark.parametrize("name", [TYPED, "Bakkerij Deeg & Zoon", "Alles ingevuld 0"])
def test_what_is_exported_now_is_imported_again(old: str, name: str) -> None:
    facts = now_of(name)
    again = read_yaml(write_yaml(facts))
    assert again == facts
    write.overwrite(statement(name), again)
    assert now_of(name) == facts


@of_010
def test_what_the_gate_of_then_let_in_is_kept_as_it_was(old: str) -> None:
    kept = now_of(AS_BEFORE)
    pairs = zip(paths.walk(kept), paths.walk(from_data(to_data(kept))), strict=True)
    assert {path: (was, now) for (path, _, was), (_, _, now) in pairs if was != now} == WRITTEN_OTHERWISE
    assert from_stored(to_data(kept)) == kept


# --- versions ------------------------------------------------------------------------------------------------------


def test_versions_agree_with_their_digests(old: str) -> None:
    told = StringIO()
    call_command("verify_versions", stdout=told)
    assert told.getvalue() == "7 versies nagekeken: alles klopt.\n"
    assert {
        policy.name: policy.versions.count() for policy in Policy.objects.filter(versions__isnull=False)
    } == VERSIONS
    assert PolicyVersion.objects.filter(policy__name=TYPED).order_by("sequence").first().label == "3.00"


def test_readers_see_what_was_stored(old: str, client: PageClient) -> None:
    for version in PolicyVersion.objects.select_related("policy").with_state():
        address = f"/privacy/{version.slug}/v/{version.label}/"
        shown = client.get(address)
        if version.hidden:
            assert shown.status_code == 410
            continue
        assert version.html in shown.content.decode()
        assert client.get(f"{address}privacyverklaring.pdf").content == bytes(version.pdf)
    assert client.get("/privacy/kraaienvat/").url == "/privacy/kraaienvat-leuven/"
    assert "15 januari 2027" in client.get("/privacy/webstudio-wolkenrog/").content.decode()


@of_010
def test_owner_sees_every_version_and_what_changed(adviser: PageClient, old: str) -> None:
    policy = statement(TYPED)
    base = f"/verklaringen/{policy.pk}/versies/"
    assert adviser.get(base).status_code == adviser.get(f"{base}3.01/").status_code == 200
    assert "6 maanden" in adviser.get(f"{base}vergelijken/?van=3.00&naar=3.01").content.decode()
    assert adviser.get(f"{base}vergelijken/?van=3.01&naar=concept").status_code == 200
    for kind in ("pdf", "txt", "json"):
        assert adviser.get(f"{base}3.00/privacyverklaring.{kind}").status_code == 200


def test_what_changed_with_each_version_is_written_once(old: str) -> None:
    for count in (PolicyVersion.objects.count(), 0):
        call_command("summarise_versions", stdout=(out := StringIO()))
        assert out.getvalue() == f"{count} samenvattingen geschreven.\n"
    for version in PolicyVersion.objects.select_related("summary"):
        said = [text for _, text in version.summary.sentences]
        assert (
            said
            and all(len(text.split()) <= 25 for text in said)
            and (said == ["Eerste versie."]) == (version.summary.since is None)
        )


def test_versions_compare_with_the_text_of_today(old: str) -> None:
    for version in latest():
        stored, fresh = (
            document_of(json.loads(version.document)),
            assemble(read.facts_of(version.policy), load(), TODAY),
        )
        assert all(change.title for change in compare(stored, fresh))
        assert compare(stored, stored) == []


def test_facts_of_a_version_are_read_and_their_own_change_alone_is_major(old: str) -> None:
    """The last version of each against the rows of today: since then a notice became longer and a recipient went, neither of which is major."""
    for version in latest():
        assert facts_in(version) is not None
        assert reasons(facts_in(version), read.facts_of(version.policy)) == []
    first = statement("Webstudio Wolkenrog").versions.order_by("sequence").first()
    assert [reason.path for reason in reasons(facts_in(first), now_of("Webstudio Wolkenrog"))] == [
        "recipients.drukkerij"
    ]


# --- publishing on -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "days"), [(TYPED, 0), ("Webstudio Wolkenrog", 0), ("Webstudio Wolkenrog", 1)])
def test_publishing_what_stands_is_refused_or_minor(old: str, name: str, days: int) -> None:
    """Nothing of the facts changed: the same text is refused, and other words of ours make a minor version. Also when it was announced only."""
    policy = statement(name)
    last = policy.versions.order_by("sequence").last()
    draft = publish.draft_of(policy, max(TODAY, last.effective_date + timedelta(days)))
    if document_of(json.loads(last.document)) == draft.document:
        with pytest.raises(publish.Refusal) as refused:
            publish.plan_of(policy, draft, NOW)
        assert refused.value.code in {"unchanged", "announced"}
    elif last.effective_date < draft.on:
        plan = publish.plan_of(policy, draft, NOW)
        assert (plan.change, plan.reasons, plan.major, plan.minor) == (
            PolicyVersion.Change.WORDING,
            (),
            last.major,
            last.minor + 1,
        )


def test_next_version_follows_those_of_before(old: str) -> None:
    policy = statement(TYPED)
    write.overwrite(policy, phone("053 00 00 32")(read.facts_of(policy)))
    plan = publish.plan_of(policy, publish.draft_of(policy, TODAY), NOW)
    assert (plan.label, plan.change, plan.reasons) == ("3.02", PolicyVersion.Change.FACTS, ())
    make_version(policy, plan.label, TODAY)
    assert broken(policy.versions.all()) == []


# --- what waits, and what can come back ------------------------------------------------------------------------------


@of_schema_1
def test_removed_rows_come_back(exported: dict[str, dict]) -> None:
    removals = list(Removal.objects.order_by("pk"))
    assert [removal.path for removal in removals] == [
        "activities.relaties",
        "recipients.combell",
        "activities.vragen-beantwoorden",
    ]
    for removal in removals:
        save.undo(removal)
        assert (
            read.facts_of(removal.policy)
            == from_stored(json.loads(removal.before))
            != from_stored(exported[removal.policy.name])
        )


@of_schema_1
def test_left_findings_are_still_left(old: str) -> None:
    left = {
        (one.row.code, one.row.path)
        for name in (TYPED, "Kraaienvat")
        for one in publish.draft_of(statement(name), TODAY).left
    }
    assert left == {("5.1.a-left-over", "sections.honden.body"), ("12.1-language", "scope.customer_countries")}


@of_schema_1
def test_proposals_still_wait(exported: dict[str, dict]) -> None:
    name = "Kapsalon Lok"
    waiting = unconfirmed(now_of(name))
    rows = [
        path
        for path in exported[name]["preset"]["unconfirmed"]
        if "." in path and path != "activities.vragen-beantwoorden"
    ]
    assert rows and set(rows) <= set(waiting)
    assert promises(now_of(name)) == {"recensies": True, "nieuws-voor-klanten": None, "security": None}
    assert {finding.path for finding in check(now_of(name), load(), TODAY) if finding.code == "5.2-proposed"} == set(
        waiting
    )
    assert [
        path for path in promised(now_of(name)) if {path.split(".")[0], ".".join(path.split(".")[:2])} & set(waiting)
    ] == []
    save.confirm(statement(name), waiting)
    assert unconfirmed(now_of(name)) == ()


def test_people_and_invitations_are_there(old: str) -> None:
    invited = Membership.objects.get(email="nieuw@demo.example")
    assert (invited.pending, invited.ended, invited.role) == (True, False, "editor")
    assert Membership.objects.filter(organisation=invited.organisation, user__isnull=False).count() == 3


@of_schema_1
@pytest.mark.parametrize("name", [TYPED, "Alles ingevuld 0"])
def test_questions_and_findings_open(adviser: PageClient, old: str, name: str) -> None:
    base = f"/verklaringen/{statement(name).pk}/"
    for address in (base, f"{base}vragen/verwerkingen/", f"{base}tekst/", f"{base}feiten.yaml"):
        assert adviser.get(address).status_code == 200, address
