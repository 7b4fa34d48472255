"""Five people whom the tests know by name, and what they stand in.

    def test_it_works(people, client): client.force_login(people.owner) …

Olga owns the bakery, Ed edits for it, Rita reads along; Sven is a stranger with a business of his own;
somebody who is logged out has no name.
"""

from dataclasses import dataclass

from policies import people as acts
from policies.models import Membership, Organisation, User

Role = Membership.Role
PASSWORD = "een-lang-wachtwoord-1"


@dataclass(frozen=True)
class People:
    owner: User
    editor: User
    reader: User
    stranger: User
    organisation: Organisation  # of owner, editor and reader

    def member(self, user: User) -> Membership:
        """The line of this person in the list of members."""
        return Membership.objects.get(organisation=self.organisation, user=user)


def make_people(kind: str = Organisation.Kind.OWNER) -> People:
    """The five, stored."""
    owner = make_person("Olga Peeters", "olga@bakkerij.example")
    organisation = make_organisation(owner, "Bakkerij Peeters", kind)
    stranger = make_person("Sven Vreemd", "sven@elders.example")
    make_organisation(stranger, "Elders")
    return People(
        owner=owner,
        editor=make_member(organisation, "Ed Maes", "ed@bakkerij.example", Role.EDITOR),
        reader=make_member(organisation, "Rita Claes", "rita@bakkerij.example", Role.READER),
        stranger=stranger,
        organisation=organisation,
    )


def make_person(name: str, email: str, password: str | None = PASSWORD) -> User:
    """Somebody with a confirmed address and no organisation."""
    return acts.open_account(name, email, password)


def make_organisation(owner: User, name: str, kind: str = Organisation.Kind.OWNER) -> Organisation:
    return acts.open_organisation(owner, name, kind)


def make_member(organisation: Organisation, name: str, email: str, role: str) -> User:
    """A new person who is a member already."""
    user = make_person(name, email)
    Membership.objects.create(organisation=organisation, user=user, email=user.email, role=role)
    return user


def make_invitation(organisation: Organisation, email: str, role: str = Role.READER) -> Membership:
    """An invitation that is open for two weeks from now."""
    return Membership.objects.create(organisation=organisation, email=email, role=role)
