"""What the tests of the rows stand on."""

import pytest

from policies.models import Policy
from tests.make import make_policy


@pytest.fixture
def policy(db: None) -> Policy:
    """The bakery's policy."""
    return make_policy()
