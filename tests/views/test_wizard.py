"""Every page of the wizard opens."""

import pytest

from policies.wizard.steps import STEPS
from tests.generate import full_company
from tests.make import make_policy


@pytest.mark.parametrize("step", [s.slug for s in STEPS[:-1]])
def test_step_opens(people, client, step):
    policy = make_policy(people.organisation, company=full_company(1))
    client.force_login(people.owner)
    page = client.get(f"/verklaringen/{policy.pk}/vragen/{step}/")
    assert page.status_code == 200
