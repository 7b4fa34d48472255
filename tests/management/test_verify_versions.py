"""The command that an inspector asks for: what was published is what was published."""

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from policies.models import Policy, guards
from tests.make import make_organisation
from tests.versions import make_version

pytestmark = pytest.mark.django_db


@pytest.fixture
def policy() -> Policy:
    policy = Policy.objects.create(organisation=make_organisation(), name="Bakkerij")
    for label in ("1.00", "1.01"):
        make_version(policy, label)
    return policy


def test_all_is_well(policy: Policy, capsys: pytest.CaptureFixture) -> None:
    call_command("verify_versions")
    assert capsys.readouterr().out == "2 versies nagekeken: alles klopt.\n"


def test_a_change_is_named(policy: Policy) -> None:
    with guards.guards_off(), connection.cursor() as cursor:
        cursor.execute("UPDATE policies_policyversion SET html = 'x' WHERE sequence = 1")
    with pytest.raises(
        CommandError, match=rf"^Bakkerij \(nummer {policy.pk}\), versie 1.00: html klopt niet met de controlesom$"
    ):
        call_command("verify_versions")


def test_a_missing_guard_is_named(policy: Policy) -> None:
    guards.remove()
    with pytest.raises(CommandError, match="Tabel policies_policyversion heeft niet al haar triggers"):
        call_command("verify_versions")
    guards.install()
