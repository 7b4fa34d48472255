"""What a publication stores, in every form."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from policies import publish as p
from policies.core.clauses import library
from policies.core.document import from_data, to_data
from policies.core.facts.plain_data import read_yaml
from policies.models import Policy, PolicyVersion, User
from policies.models.version import broken
from policies.render import as_html
from policies.store import write
from tests.make import make_organisation
from tests.people import make_person
from tests.publishing import TODAY, change, publish

pytestmark = pytest.mark.django_db


EXAMPLES = Path(__file__).parents[2] / "clauses" / "examples"


def test_first_version_holds_everything(policy: Policy, by: User) -> None:
    draft = p.draft_of(policy, TODAY)
    version = publish(policy, by, note="De eerste.")
    stored = PolicyVersion.objects.get()
    assert (stored.sequence, stored.label, stored.change, stored.effective_date, stored.published_on) == (
        1,
        "1.00",
        "first",
        TODAY,
        TODAY,
    )
    assert (stored.published_by_name, stored.published_by_email, stored.note) == (
        "Olga Peeters",
        "olga@bakkerij.example",
        "De eerste.",
    )
    assert (stored.language, stored.company) == ("nl-BE", "Peeters"), "the name by which the public knows it"
    assert stored.content_digest == draft.digest
    assert stored.library_digest == library.load().digest
    assert p.draft.facts_in(stored) == draft.facts
    assert from_data(json.loads(stored.document)) == draft.document
    assert (stored.digest, broken([stored])) == (version.digest, [])


def test_every_form_bears_number_date_and_digest(policy: Policy, by: User) -> None:
    version = publish(policy, by)
    for stored in (version.html, version.text, version.pdf.decode(), version.json):
        assert "1.00" in stored
        assert version.content_digest in stored
    assert "1 december 2026" in version.html
    assert "http://127.0.0.1:8000/privacy/bakkerij/v/1.00/privacyverklaring.pdf" in version.html
    assert "http://127.0.0.1:8000/privacy/bakkerij/versies/" in version.text


def test_preview_is_the_very_document(policy: Policy, by: User) -> None:
    """Without its edition the published article is the preview, word for word."""
    preview = p.draft_of(policy, TODAY).document
    publish(policy, by)
    stored = from_data(json.loads(PolicyVersion.objects.get().document))
    assert as_html.article(stored, None) == as_html.article(preview, None)


def test_internal_facts_stay_inside(policy: Policy, by: User) -> None:
    change(
        policy,
        lambda facts: replace(facts, activities=(replace(facts.activities[0], notes="GEHEIM"), *facts.activities[1:])),
    )
    version = publish(policy, by)
    assert "GEHEIM" in version.facts
    assert not any("GEHEIM" in stored for stored in (version.html, version.text, version.json, version.document))


def test_real_pdf_is_made_once_and_kept(real_pdf: None, policy: Policy, by: User) -> None:
    version = publish(policy, by)
    stored = bytes(PolicyVersion.objects.get().pdf)
    assert stored.startswith(b"%PDF-1.")
    assert stored == bytes(version.pdf)


def test_publisher_without_a_name(policy: Policy) -> None:
    """Their address is the name, cut to what the records hold."""
    nobody = make_person("", f"{'a' * 60}@{'b' * 60}.{'c' * 60}.example")
    stored = publish(policy, nobody)
    assert (stored.published_by_name, stored.published_by_email) == (nobody.email[:120], nobody.email)


def test_publisher_may_leave(policy: Policy, by: User) -> None:
    publish(policy, by)
    by.memberships.all().delete()
    by.delete()
    stored = PolicyVersion.objects.get()
    assert (stored.published_by_name, broken([stored])) == ("Olga Peeters", [])


def test_document_of_a_version_reads_back_for_every_example(by: User) -> None:
    for path in sorted(EXAMPLES.glob("*.yaml")):
        facts = read_yaml(path.read_bytes())
        policy = write.new_policy(make_organisation(), path.stem, facts)
        publish(policy, by, slug=path.stem)
        stored = policy.versions.get()
        document = from_data(json.loads(stored.document))
        assert to_data(document) == json.loads(stored.document)
        assert p.draft.facts_in(stored) == facts
