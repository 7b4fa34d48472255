"""The first policy of an own business, made at the first visit."""

from django.db import transaction

from policies.models import Membership, Organisation, Policy
from policies.store import write


@transaction.atomic
def first_policy(organisation: Organisation) -> Policy | None:
    """Return the policy of an own business, made when it has none; None for a reader, who may make none.

    The lock on the organisation makes two first visits at once find one and the same.
    """
    Organisation.objects.select_for_update().get(pk=organisation.pk)
    policy = organisation.policies.first()
    if policy is None and organisation.viewer_role != Membership.Role.READER:
        policy = write.new_policy(organisation, organisation.name)
    return policy
