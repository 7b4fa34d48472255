"""A visitor with a browser that reads along."""

import pytest

from tests.accounts.walk import Browser


@pytest.fixture
def visitor(db: None) -> Browser:
    return Browser()
