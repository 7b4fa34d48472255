"""The bakery, ready to publish, and a printer that costs no time."""

import pytest

from policies import snapshot
from policies.models import Policy, User
from policies.publish import act
from tests.make import make_organisation
from tests.people import make_person
from tests.versions import complete_company


@pytest.fixture
def real_pdf() -> None:
    """Ask for this to have WeasyPrint at work."""


@pytest.fixture(autouse=True)
def quick_pdf(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A PDF takes a second, so most tests do without."""
    if "real_pdf" not in request.fixturenames:
        monkeypatch.setattr(act.as_pdf, "pdf", lambda document, edition: f"%PDF {edition.label} {edition.digest}".encode())


@pytest.fixture
def by(db: None) -> User:
    return make_person("Olga Peeters", "olga@bakkerij.example")


@pytest.fixture
def policy(db: None) -> Policy:
    return snapshot.new_policy(make_organisation(), "Bakkerij Peeters", complete_company())
