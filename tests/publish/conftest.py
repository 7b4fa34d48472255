"""The bakery, ready to publish, and a printer that costs no time."""

import pytest

from policies.models import Policy, User
from policies.store import write
from tests.make import make_organisation
from tests.people import make_person
from tests.publishing import print_quickly
from tests.versions import complete_company


@pytest.fixture
def real_pdf() -> None:
    """Ask for this to have WeasyPrint at work."""


@pytest.fixture(autouse=True)
def quick_pdf(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if "real_pdf" not in request.fixturenames:
        print_quickly(monkeypatch)


@pytest.fixture
def by(db: None) -> User:
    return make_person("Olga Peeters", "olga@bakkerij.example")


@pytest.fixture
def policy(db: None) -> Policy:
    return write.new_policy(make_organisation(), "Bakkerij Peeters", complete_company())
