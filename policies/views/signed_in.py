"""The request that a view gets when only somebody who is logged in may open it."""

from django.http import HttpRequest, QueryDict

from policies.models import User


class SignedInRequest(HttpRequest):
    """A request of a person who is logged in: `login_required` or `keeps_typed` sent everybody else away.

    `typed` holds the form that waited while the person logged in, or None; only `keeps_typed` sets it. For types alone: nothing makes one.
    """

    user: User
    typed: QueryDict | None
