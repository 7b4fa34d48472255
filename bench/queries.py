"""Queries of a wizard page and of a public page: with few rows and with the largest example."""

from collections.abc import Iterator
from io import StringIO

import django

from bench.statement import Row, largest


def measure() -> Iterator[Row]:
    django.setup()
    from django.db import connection
    from django.test.utils import setup_test_environment, teardown_test_environment

    setup_test_environment()
    name = connection.creation.create_test_db(verbosity=0)
    try:
        yield from _counts()
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)
        teardown_test_environment()


def _counts() -> Iterator[Row]:
    from django.core.management import call_command
    from django.test import Client
    from django.urls import reverse

    from policies.management.commands.demo import LAST
    from policies.models import Policy, User
    from policies.wizard.steps.table import STEPS as steps

    call_command("demo", stdout=StringIO())
    advice, starter = Client(), Client()
    advice.force_login(User.objects.get(email="advies@demo.example"))
    starter.force_login(User.objects.get(email="starter@demo.example"))
    many, few = Policy.objects.get(name="Kraaienvat"), Policy.objects.get(name__startswith="Bakkerij")
    for step in steps:
        small = _queries(starter, reverse("policy_step", args=[few.pk, step.slug]))
        large = _queries(advice, reverse("policy_step", args=[many.pk, step.slug]))
        yield f"queries of step {step.slug}, {largest().stem} (limit: half a bakery)", large, small, ""
    yield "queries of the public page", _queries(Client(), reverse("public_policy", args=["kraaienvat"])), 1, ""
    versions = {"public_versions": [LAST], "public_version_changes": [LAST, "2.00"]}
    for name, arguments in versions.items():
        yield f"queries of {name}", _queries(Client(), reverse(name, args=arguments)), 1, ""
    yield "queries of the public PDF", _queries(Client(), reverse("public_pdf", args=["kraaienvat"])), 1, ""


def _queries(client, address: str) -> float:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        response = client.get(address)
    assert response.status_code == 200, (address, response.status_code)
    return len(captured)
