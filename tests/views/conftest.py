"""What the tests of the screens stand on: a policy of the bakery, and its owner in a browser."""

import pytest

from policies.models import Organisation, Policy
from tests.make import make_policy
from tests.page import PageClient
from tests.people import People, make_organisation, make_person


@pytest.fixture
def policy(people: People) -> Policy:
    """The bakery's policy: a contact form, and every kind of row once."""
    return make_policy(people.organisation)


@pytest.fixture
def owner(client: PageClient, people: People) -> PageClient:
    """A browser in which Olga is logged in."""
    client.force_login(people.owner)
    return client


@pytest.fixture
def practice(client: PageClient, db: None) -> Organisation:
    """Carla's consultancy; she is logged in."""
    carla = make_person("Carla", "carla@advies.example")
    client.force_login(carla)
    return make_organisation(carla, "Advies", Organisation.Kind.CONSULTANCY)
