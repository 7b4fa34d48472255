"""One form of address through the whole statement: a user's own text in the other one."""

from collections.abc import Iterator

from policies.core.checks.finding import CheckRule, Finding
from policies.core.checks.review import Review
from policies.core.language.address import OTHER, first_of_other

TONE = CheckRule("12.1-tone", "info", "12.1")

# per form of address, the words of the other one
FORMS = {"u": frozenset("je jij jou jouw jezelf jullie".split()), "je": frozenset("u uw uwe uzelf".split())}


def findings(review: Review) -> Iterator[Finding]:
    """Yield a finding for each text in the other form of address than that of the statement."""
    tone = review.facts.style.tone or "u"
    if review.prose_words.isdisjoint(FORMS[tone]):  # nobody says so anywhere
        return
    names = names_in_form(review)
    for path, text in review.prose:
        if found := first_of_other(text, tone, names):
            yield TONE.at(
                path,
                f"Hier staat “{found}”, maar uw verklaring zegt {tone}.",
                f"Schrijf deze tekst in de {tone}-vorm, of zonder aanspreking.",
            )


def names_in_form(review: Review) -> tuple[str, ...]:
    """Return the names of people, companies and things that hold a word of the other form, such as “Jouw Bakker”: in a sentence they stay as they are."""
    words = OTHER[review.facts.style.tone or "u"]
    return tuple(dict.fromkeys(text for path, text in review.texts if review.is_name(path) and words.search(text)))
