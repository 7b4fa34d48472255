"""The rows. Import them from here."""

from policies.models.people import Membership, Organisation, User

__all__ = ["Membership", "Organisation", "User"]
