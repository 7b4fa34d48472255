"""An address is chosen once, never somebody else's, and redirects for good."""

import pytest

from policies import publish as p
from policies.models import Policy, PublicAddress, PublicationEvent, User
from policies.publish.address import current_slug
from policies.store import write
from tests.make import make_organisation
from tests.publishing import NOW, publish, refusal
from tests.versions import complete_company

pytestmark = pytest.mark.django_db


def test_rename_keeps_the_old_address(policy: Policy, by: User) -> None:
    publish(policy, by)
    p.rename(policy, "peeters", by=by, now=NOW)
    assert current_slug(policy) == "peeters"
    assert [address.slug for address in policy.addresses.order_by("pk")] == ["bakkerij", "peeters"]
    event = PublicationEvent.objects.last()
    assert (event.verb, event.detail) == ("renamed", "bakkerij → peeters")


def test_next_version_bears_the_new_address(policy: Policy, by: User) -> None:
    publish(policy, by)
    p.rename(policy, "peeters", by=by, now=NOW)
    write.overwrite(policy, complete_company(sections=()))
    assert p.public_url("peeters", "public_version", "1.00") == "http://127.0.0.1:8000/privacy/peeters/v/1.00/"


@pytest.mark.parametrize(
    ("slug", "code"),
    [("bakkerij", "unchanged"), ("Peeters", "slug_form"), ("", "slug_missing"), ("elders", "slug_taken")],
)
def test_rename_refuses(slug: str, code: str, policy: Policy, by: User) -> None:
    publish(policy, by)
    publish(write.new_policy(make_organisation("Elders"), "Elders", complete_company()), by, slug="elders")
    refused = refusal(lambda: p.rename(policy, slug, by=by, now=NOW))
    assert (refused.code, refused.field) == (code, "slug")


def test_no_way_back_to_an_address_that_redirects(policy: Policy, by: User) -> None:
    """Browsers remember a permanent redirect: two that point at each other would never end."""
    publish(policy, by)
    p.rename(policy, "peeters", by=by, now=NOW)
    assert refusal(lambda: p.rename(policy, "bakkerij", by=by, now=NOW)).code == "slug_taken"


def test_an_old_address_is_never_somebody_elses(policy: Policy, by: User) -> None:
    publish(policy, by)
    p.rename(policy, "peeters", by=by, now=NOW)
    other = write.new_policy(policy.organisation, "Ander", complete_company())
    assert refusal(lambda: publish(other, by, slug="bakkerij")).code == "slug_taken"


def test_no_rename_before_the_first_publication(policy: Policy, by: User) -> None:
    assert refusal(lambda: p.rename(policy, "peeters", by=by, now=NOW)).code == "slug_missing"
    assert not PublicAddress.objects.exists()


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Bakkerij Peeters BV", "bakkerij-peeters-bv"),
        ("Café 't Hoekje", "cafe-t-hoekje"),
        ("A & B", "a-b"),
        ("Ĳsselrek_Hosting", "ijsselrek-hosting"),
        ("株式会社", ""),
        ("AB", ""),
        ("x" * 90, "x" * 56),
    ],
)
def test_suggestion_is_an_address(name: str, slug: str) -> None:
    assert p.suggest_slug(name) == slug


def test_suggestion_is_free(policy: Policy, by: User) -> None:
    publish(policy, by, slug="bakkerij-peeters")
    assert p.suggest_slug("Bakkerij Peeters") == "bakkerij-peeters-2"
    p.rename(policy, "bakkerij-peeters-2", by=by, now=NOW)
    assert p.suggest_slug("Bakkerij Peeters") == "bakkerij-peeters-3"
