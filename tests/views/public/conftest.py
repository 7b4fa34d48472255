"""A published bakery for the tests of what the public reads; the clock stands on 15 March 2026."""

from collections.abc import Iterator

import pytest
import time_machine

from policies.models import Policy, PolicyVersion, VersionHiding
from tests.make import make_organisation
from tests.versions import BY, at, make_address, make_version

NOW = at("2026-03-15")
PAGES = [
    "/privacy/bakkerij/",
    "/privacy/bakkerij/alles/",
    "/privacy/bakkerij/v/1.00/",
    "/privacy/bakkerij/v/1.00/alles/",
    "/privacy/bakkerij/versies/",
]
FILES = ["/privacy/bakkerij/privacyverklaring.pdf", "/privacy/bakkerij/v/1.00/privacyverklaring.pdf"]


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def policy(db: None) -> Policy:
    """1.00 counted from 1 March, 1.01 since 10 March, 2.00 will from 1 April."""
    policy = Policy.objects.create(organisation=make_organisation(), name="Bakkerij")
    make_address(policy, "bakkerij", at("2026-03-01", 9))
    make_version(policy, "1.00", "2026-03-01")
    make_version(policy, "1.01", "2026-03-10", note="Een ander telefoonnummer.")
    make_version(policy, "2.00", "2026-04-01", published="2026-03-12", note="Een nieuwe ontvanger <b>.")
    return policy


def hide(version: PolicyVersion, hidden: bool = True) -> None:
    VersionHiding.objects.create(
        version=version, hidden=hidden, reason="Het thuisadres van Olga.", at=at("2026-03-14"), **BY
    )
