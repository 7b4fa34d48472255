"""What answers bring to the website, beside the promise that no data goes through it (art. 5.1.a, 13.1.c)."""

from collections.abc import Iterator

from policies.core.facts import Facts


def site_data(facts: Facts) -> Iterator[tuple[object, str]]:
    """Yield each answer that speaks against that promise, with what it says in Dutch.

    An answer that is empty speaks of nothing.
    """
    cookies, rights = facts.cookies, facts.rights
    yield (
        cookies.used is True or cookies.placed or cookies.techniques,
        "uw website plaatst cookies of iets vergelijkbaars",
    )
    yield facts.links.buttons, "er staan knoppen van sociale media op"
    yield facts.contact.form_url or rights.url, "men kan u met een formulier schrijven"
    yield rights.account_how or "account" in facts.changes.channels, "men heeft er een account"
