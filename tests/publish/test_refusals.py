"""What is refused, with which code, at which field; and that nothing is stored then."""

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from policies import publish as p
from policies.core import facts as f
from policies.models import Policy, PolicyVersion, PublicAddress, PublicationEvent, User
from policies.models.chronology import announced
from policies.publish import act
from policies.render import as_pdf
from policies.store import cache, write
from tests.core.checks.retold import edited, without
from tests.publishing import NOW, TODAY, change, phone, publish, refusal
from tests.versions import at, complete_company

pytestmark = pytest.mark.django_db


def test_refuses_findings_that_block(policy: Policy, by: User) -> None:
    change(policy, lambda facts: replace(facts, controller=replace(facts.controller, legal_name=None)))
    refused = refusal(lambda: publish(policy, by))
    assert refused.code == "findings"
    assert "controller.legal_name" in [finding.path for finding in refused.findings]


def test_refuses_a_text_that_lacks_what_the_facts_hold(
    policy: Policy, by: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Should the library ever lose a sentence, the answers may be complete and the text is not."""
    whole = cache.assemble
    monkeypatch.setattr(cache, "assemble", lambda *given: edited(whole(*given), without("21.1")))
    refused = refusal(lambda: publish(policy, by))
    assert refused.code == "findings"
    assert "21.4-in-text" in [finding.code for finding in refused.findings]


def test_refuses_a_gap(policy: Policy, by: User, monkeypatch: pytest.MonkeyPatch) -> None:
    """Should the checks ever miss what a sentence needs, the hole in the text itself is found."""
    monkeypatch.setattr(cache, "check", lambda *given: [])
    change(policy, lambda facts: replace(facts, controller=replace(facts.controller, legal_name=None)))
    assert refusal(lambda: publish(policy, by)).code == "gap"


def named(name: str) -> Callable[[f.Facts], f.Facts]:
    return lambda facts: replace(facts, controller=replace(facts.controller, legal_name=name))


def test_refuses_a_character_that_the_pdf_cannot_print(policy: Policy, by: User) -> None:
    change(policy, named("Bakkerij 漢"))
    refused = refusal(lambda: publish(policy, by))
    assert (refused.code, [finding.path for finding in refused.findings]) == ("findings", ["controller.legal_name"])
    assert "“漢”" in refused.message and not PolicyVersion.objects.exists()


def test_refuses_an_empty_box_in_the_pdf(
    policy: Policy, by: User, monkeypatch: pytest.MonkeyPatch, real_pdf: None
) -> None:
    """Should the checks ever miss a character, the drawn file itself is looked at."""
    monkeypatch.setattr(cache, "check", lambda *given: [])
    monkeypatch.setattr(logging.getLogger("weasyprint"), "disabled", True)
    change(policy, named("Bakkerij 漢"))
    refused = refusal(lambda: publish(policy, by))
    assert (refused.code, refused.message) == (
        "unprintable",
        "Dit kan niet in de pdf staan: “漢”. Schrijf het in uw antwoorden anders.",
    )
    assert not PolicyVersion.objects.exists() and not PublicationEvent.objects.exists()


def test_refuses_what_the_person_did_not_see(policy: Policy, by: User) -> None:
    seen = p.draft_of(policy, TODAY).digest
    change(policy, phone("09 000 00 01"))
    assert refusal(lambda: publish(policy, by, seen_digest=seen)).code == "digest"


def test_refuses_when_nothing_changed(policy: Policy, by: User) -> None:
    publish(policy, by)
    refused = refusal(lambda: publish(policy, by))
    assert (refused.code, str(refused)) == (
        "unchanged",
        "Er is niets veranderd sinds versie 1.00. Publiceren is niet nodig.",
    )


def test_refuses_when_only_a_note_changed(policy: Policy, by: User) -> None:
    publish(policy, by)
    change(
        policy,
        lambda facts: replace(facts, activities=(replace(facts.activities[0], notes="gebeld"), *facts.activities[1:])),
    )
    assert refusal(lambda: publish(policy, by)).code == "unchanged"


@pytest.mark.parametrize(("now", "refused"), [(at("2026-11-30", 22), False), (at("2026-11-30", 23), True)])
def test_refuses_yesterday_in_brussels(now: datetime, refused: bool, policy: Policy, by: User) -> None:
    """At 23:00 UTC it is midnight in Brussels, so 30 November is over."""
    if refused:
        assert refusal(lambda: publish(policy, by, on=date(2026, 11, 30), now=now)).code == "date"
    else:
        assert publish(policy, by, on=date(2026, 11, 30), now=now).published_on == date(2026, 11, 30)


@pytest.mark.parametrize("year", [1, 1970])
def test_refuses_long_ago_before_it_looks_up_the_law(year: int, policy: Policy, by: User) -> None:
    refused = refusal(lambda: publish(policy, by, on=date(year, 1, 1), seen_digest="x"))
    assert (refused.code, refused.field) == ("date", "effective_date")


FAR = "De ingangsdatum ligt te ver weg. Kies een dag tot en met 1 december 2028: dat is 24 maanden vooruit."


@pytest.mark.parametrize(
    ("on", "refused"),
    [
        (date(2028, 12, 1), False),
        (date(2028, 12, 2), True),
        (date(2029, 1, 1), True),
        (date(2062, 1, 1), True),
        (date.max, True),
    ],
)
def test_refuses_more_than_24_months_ahead(on: date, refused: bool, policy: Policy, by: User) -> None:
    if not refused:
        assert publish(policy, by, on=on).effective_date == on
        return
    found = refusal(lambda: publish(policy, by, on=on, seen_digest="x"))
    assert (found.code, found.field, str(found)) == ("date", "effective_date", FAR)
    assert not PolicyVersion.objects.exists()


@pytest.mark.parametrize(
    ("now", "last"),
    [("2028-02-29", date(2030, 2, 28)), ("2026-02-28", date(2028, 2, 28)), ("2027-01-31", date(2029, 1, 31))],
)
def test_the_last_day_is_the_same_date(now: str, last: date, policy: Policy, by: User) -> None:
    assert refusal(lambda: publish(policy, by, on=last + timedelta(1), now=at(now), seen_digest="x")).code == "date"
    assert publish(policy, by, on=last, now=at(now)).effective_date == last


# What is published before (which text, from which day of December 2026), and then: a code when that is refused, and at which field.
A, B, C = (phone(f"09 000 00 0{number}") for number in (1, 2, 3))
TEXTS = [
    ([(A, 1)], (A, 1), "unchanged", ""),
    ([(A, 1)], (A, 20), "unchanged", ""),
    ([(A, 1)], (B, 20), None, ""),
    ([(A, 1), (B, 1)], (A, 1), None, ""),  # an older text returns
    ([(A, 1), (B, 1)], (A, 20), None, ""),
    ([(A, 1), (B, 1), (A, 1)], (A, 1), "unchanged", ""),
    ([(A, 1), (B, 15)], (B, 15), "unchanged", "effective_date"),
    ([(A, 1), (B, 15)], (B, 20), "announced", "effective_date"),
    ([(A, 1), (B, 15)], (B, 10), None, ""),  # the announcement gets an earlier day
    ([(A, 1), (B, 15)], (B, 1), None, ""),
    ([(A, 1), (B, 15)], (A, 20), None, ""),  # an older text returns after the announced one
    ([(A, 1), (B, 15)], (A, 1), None, ""),  # the announcement is taken back
    ([(A, 1), (B, 15)], (A, 10), "unchanged", "effective_date"),
    ([(A, 1), (B, 15)], (A, 15), "unchanged", "effective_date"),
    ([(A, 1), (B, 15), (A, 1)], (A, 1), "unchanged", ""),
    ([(A, 1), (B, 15), (A, 1)], (B, 15), None, ""),  # what was taken back may be announced again
    ([(A, 1), (B, 15), (C, 20)], (B, 25), "announced", "effective_date"),
    ([(A, 1), (B, 15), (C, 20)], (C, 25), "announced", "effective_date"),
    ([(A, 1), (B, 15), (C, 20)], (B, 18), "announced", "effective_date"),
    ([(A, 1), (B, 15), (C, 20)], (C, 18), None, ""),
    ([(A, 1), (B, 15), (C, 20)], (C, 15), None, ""),
    ([(A, 1), (B, 15), (C, 20)], (A, 25), None, ""),
    ([(A, 15)], (A, 15), "unchanged", "effective_date"),  # nothing counts yet
    ([(A, 15)], (A, 20), "announced", "effective_date"),
    ([(A, 15)], (A, 1), None, ""),
    ([(A, 15), (B, 20)], (A, 25), "announced", "effective_date"),
    ([(A, 1), (B, 20), (C, 10)], (B, 15), None, ""),  # the announcement of B was replaced
]


@pytest.mark.parametrize(("before", "then", "code", "field"), TEXTS)
def test_the_same_text_twice(before: list, then: tuple, code: str | None, field: str, policy: Policy, by: User) -> None:
    for edit, day in before:
        change(policy, edit)
        publish(policy, by, on=date(2026, 12, day))
    change(policy, then[0])
    if code is None:
        publish(policy, by, on=date(2026, 12, then[1]))
    else:
        refused = refusal(lambda: publish(policy, by, on=date(2026, 12, then[1])))
        assert (refused.code, refused.field) == (code, field)
        assert policy.versions.count() == len(before)
    coming = [version.content_digest for version in announced(policy.versions.all(), TODAY)]
    assert len(coming) == len(set(coming))


def test_a_refusal_of_the_same_text_says_what_to_do(policy: Policy, by: User) -> None:
    for edit, day in ((A, 1), (B, 15)):
        change(policy, edit)
        publish(policy, by, on=date(2026, 12, day))
    said = str(refusal(lambda: publish(policy, by, on=date(2026, 12, 20))))
    assert (
        said
        == "Versie 1.01 zegt hetzelfde en geldt al vanaf 15 december 2026. Moet ze eerder ingaan, kies dan een vroegere dag."
    )
    change(policy, A)
    said = str(refusal(lambda: publish(policy, by, on=date(2026, 12, 10))))
    assert said == "Deze tekst is die van versie 1.00. Moet versie 1.01 niet ingaan, kies dan vandaag als ingangsdatum."


@pytest.mark.parametrize("label", ["1.0", "een", "0.01", "1,00", "1.001", "1000.00", "1.1000"])
def test_refuses_a_number_written_otherwise(label: str, policy: Policy, by: User) -> None:
    refused = refusal(lambda: publish(policy, by, label=label))
    assert (refused.code, refused.field) == ("label", "label")


def test_refuses_a_number_after_the_first(policy: Policy, by: User) -> None:
    publish(policy, by)
    change(policy, phone("09 000 00 01"))
    assert refusal(lambda: publish(policy, by, label="7.00")).code == "label"


@pytest.mark.parametrize(
    ("slug", "code"),
    [
        (None, "slug_missing"),
        ("  ", "slug_missing"),
        ("ab", "slug_form"),
        ("a" * 61, "slug_form"),
        ("Bakkerij", "slug_form"),
        ("bakkerij_peeters", "slug_form"),
        ("-bakkerij", "slug_form"),
        ("bakkerij-", "slug_form"),
        ("bak--kerij", "slug_form"),
        ("bakkerij/x", "slug_form"),
        ("bäkkerij", "slug_form"),
        ("bakkerij\n", None),
    ],
)
def test_refuses_an_address_that_is_none(slug: str | None, code: str | None, policy: Policy, by: User) -> None:
    if code:
        refused = refusal(lambda: publish(policy, by, slug=slug))
        assert (refused.code, refused.field) == (code, "slug")
        assert not PolicyVersion.objects.exists()
    else:
        publish(policy, by, slug=slug)
        assert PublicAddress.objects.get().slug == "bakkerij"


def test_refuses_an_address_that_is_taken(policy: Policy, by: User) -> None:
    publish(policy, by)
    other = write.new_policy(policy.organisation, "Ander", complete_company())
    assert refusal(lambda: publish(other, by)).code == "slug_taken"
    assert not other.versions.exists()


def test_refuses_a_policy_that_was_withdrawn(policy: Policy, by: User) -> None:
    publish(policy, by)
    p.retire(policy, "Wij stoppen.", by=by, now=NOW)
    change(policy, phone("09 000 00 01"))
    assert refusal(lambda: publish(policy, by)).code == "retired"
    p.resume(policy, by=by, now=NOW)
    assert publish(policy, by).label == "1.01"


def test_refuses_without_a_printer(policy: Policy, by: User, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_pango(*given: object) -> bytes:
        raise as_pdf.PdfUnavailable("apt-get install …")

    monkeypatch.setattr(act.as_pdf, "pdf", no_pango)
    assert refusal(lambda: publish(policy, by)).code == "pdf"
    assert not PublicationEvent.objects.exists()
