"""The first policy of an own business: it is there when its people first come to look."""

from django.db import transaction

from policies.models import Membership, Organisation, Policy
from policies.store import write


@transaction.atomic
def first_policy(organisation: Organisation) -> Policy | None:
    """The policy of an own business, made when it has none; None for a reader, who makes nothing.

    The lock on the organisation makes two first visits at once find one and the same.
    """
    Organisation.objects.select_for_update().get(pk=organisation.pk)
    policy = organisation.policies.first()
    if policy is None and organisation.viewer_role != Membership.Role.READER:
        policy = write.new_policy(organisation, organisation.name)
    return policy
