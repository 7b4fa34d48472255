"""Rows and facts are the same company: nothing is lost on the way, and nothing of another company comes along."""

import dataclasses
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings

from policies.core import facts
from policies.core.facts import Changes, Facts, RetentionRule, Rights, specs_of
from policies.core.facts.plain_data import FactsError, read_yaml
from policies.models import Group, Policy
from policies.models import RetentionRule as RetentionRuleRow
from policies.store import write
from policies.store.read import ForeignReference, facts_of, facts_of_all, model_of
from tests.generate import TURNS, companies, full_company
from tests.make import make_activity, make_company, make_organisation, make_policy
from tests.models.test_columns import CLASSES

pytestmark = pytest.mark.django_db

EXAMPLES = sorted(Path(settings.BASE_DIR, "clauses", "examples").glob("*.yaml"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_example_company_survives_the_rows(path: Path) -> None:
    company = read_yaml(path.read_bytes())
    assert facts_of(make_policy(company=company)) == company


@pytest.mark.parametrize("turn", range(TURNS))
def test_company_with_every_answer_survives_the_rows(turn: int) -> None:
    company = full_company(turn)
    assert facts_of(make_policy(company=company)) == company


@hypothesis_settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(company=companies())
def test_any_company_survives_the_rows(db: None, company: Facts) -> None:
    assert facts_of(make_policy(company=company)) == company


def test_policy_that_just_began_is_an_empty_company() -> None:
    policy = write.new_policy(make_organisation(), "Bakkerij Peeters")
    assert facts_of(policy) == Facts()
    assert policy.controller.legal_name == ""


def test_part_without_a_row_is_an_empty_part() -> None:
    """A part that a later version of the program adds has no row yet in the policies of before."""
    policy = make_policy(company=full_company())
    for part, row in facts.PARTS.items():
        model_of(row).objects.filter(policy=policy).delete()
        assert getattr(facts_of(policy), part) == row()


def test_loading_replaces_what_was_there() -> None:
    policy = make_policy(company=full_company(3))
    write.overwrite(policy, make_company())
    assert facts_of(policy) == make_company()


def test_loading_leaves_other_policies_alone() -> None:
    other = make_policy(company=full_company(3))
    write.overwrite(make_policy(other.organisation), Facts())
    assert facts_of(other) == full_company(3)


def test_loading_is_all_or_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    policy = make_policy()
    broken = dataclasses.replace(full_company(), changes=Changes(notice_days=999))  # the database takes at most 365
    with pytest.raises(IntegrityError, match="notice_days"):
        write.overwrite(policy, broken)
    assert facts_of(policy) == make_company()


def test_loading_notes_the_change() -> None:
    policy = make_policy()
    before = policy.changed_at
    write.overwrite(policy, Facts())
    assert Policy.objects.get().changed_at > before


@pytest.mark.parametrize(
    ("parts", "path"),
    [
        ({"retention_rules": (RetentionRule(key="vragen", number=7),)}, "retention_rules.vragen.unit"),
        ({"retention_rules": (RetentionRule(key="vragen", unit="day"),)}, "retention_rules.vragen.number"),
        ({"rights": Rights(term_number=1)}, "rights.term_unit"),
        ({"rights": Rights(term_unit="month")}, "rights.term_number"),
        ({"retention_rules": ()}, "activities.contactformulier.retention"),
        ({"groups": ()}, "activities.contactformulier.groups"),
        ({"categories": ()}, "activities.contactformulier.uses.contact.category"),
    ],
)
def test_what_rows_cannot_hold_is_refused_with_its_path(parts: dict, path: str) -> None:
    policy = make_policy()
    with pytest.raises(FactsError) as refusal:
        write.overwrite(policy, make_company(**parts))
    assert path in [problem.path for problem in refusal.value.problems]
    assert facts_of(policy) == make_company()


def test_references_keep_the_order_in_which_they_were_chosen() -> None:
    for groups in (("klanten", "bezoekers"), ("bezoekers", "klanten")):
        company = make_company(activities=(make_activity(groups=groups),))
        assert facts_of(make_policy(company=company)).activities[0].groups == groups


def test_rows_keep_their_position() -> None:
    policy = make_policy()
    groups = Group.objects.order_by("pk").values_list("key", "position")
    assert list(groups) == [("bezoekers", 0), ("klanten", 1)]
    Group.objects.filter(key="klanten").update(position=0)
    Group.objects.filter(key="bezoekers").update(position=1)
    assert [group.key for group in facts_of(policy).groups] == ["klanten", "bezoekers"]


REFERENCES = [(row, name) for row in CLASSES for name, spec in specs_of(row).items() if spec.kind in {"ref", "refs"}]


@pytest.mark.parametrize(("row", "name"), REFERENCES, ids=lambda part: getattr(part, "__name__", part))
def test_row_of_another_policy_never_gets_into_the_facts(row: type, name: str) -> None:
    ours, theirs = make_policy(company=full_company(rows=1)), make_policy(company=full_company(rows=1), name="Elders")
    path = {"DataUse": "activity__policy", "Purpose": "activity__policy", "Decision": "automated__policy"}.get(
        row.__name__, "policy"
    )
    here = model_of(row).objects.get(**{path: ours})
    there = model_of(row)._meta.get_field(name).related_model.objects.get(policy=theirs)
    if specs_of(row)[name].kind == "refs":
        getattr(here, name).add(there)
    else:
        setattr(here, name, there)
        here.save()
    with pytest.raises(
        ForeignReference, match=f"{row.__name__}.{name} of policy {ours.pk} points into policy {theirs.pk}"
    ):
        facts_of(ours)


def test_number_of_queries_does_not_grow_with_the_rows() -> None:
    counts = []
    for rows in (1, 3):
        policy = make_policy(company=full_company(rows=rows))
        with CaptureQueriesContext(connection) as queries:
            facts_of(policy)
        counts.append(len(queries))
    assert counts == [25, 25]  # 1 for the parts, 8 lists, 10 lists inside rows, 6 fields with several references


def test_many_companies_at_once_are_each_their_own(django_assert_num_queries: Any) -> None:
    companies_by_turn = [full_company(turn, rows=turn + 1) for turn in range(3)]
    policies = [make_policy(company=company) for company in companies_by_turn]
    make_policy(name="Niet gevraagd")
    with django_assert_num_queries(25):
        found = facts_of_all(policies)
    assert found == {policy.pk: company for policy, company in zip(policies, companies_by_turn, strict=True)}


def test_number_of_queries_to_load_does_not_grow_with_the_rows() -> None:
    policy, counts = make_policy(company=Facts()), []
    for rows in (1, 3):
        write.overwrite(policy, full_company(rows=rows))
        with CaptureQueriesContext(connection) as queries:
            write.overwrite(policy, full_company(rows=rows))
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_retention_rule_that_goes_leaves_the_question_open() -> None:
    policy = make_policy()
    RetentionRuleRow.objects.filter(policy=policy).delete()
    assert facts_of(policy).activities[0].retention is None
