"""Characters in the user's own answers that the PDF cannot print (art. 12.1): a reader would see an empty box there. They block."""

import unicodedata
from collections.abc import Iterator, Sequence

from policies.core.checks.finding import CheckRule, Finding
from policies.core.checks.review import Review
from policies.core.facts import paths
from policies.core.language.printable import replacement, unprintable

UNPRINTABLE = CheckRule("12.1-unprintable", "error", "12.1")
MOST_NAMED = 5


def findings(review: Review) -> Iterator[Finding]:
    """Yield a finding for each text with characters that the PDF cannot print (art. 12.1)."""
    if not unprintable(
        "\n".join(text for _, text in (*review.texts, *review.addresses))
    ):  # most companies are done here
        return
    for path, spec, value in paths.walk(review.facts):
        if spec.internal or not value or not isinstance(value, str | tuple):
            continue
        if found := unprintable(value if isinstance(value, str) else "\n".join(value)):
            yield UNPRINTABLE.at(path, _message(spec.label, found), _remedy(found))


def _message(label: str, found: Sequence[str]) -> str:
    if len(found) == 1:
        return f"Het teken {_quoted(found[0])} bij “{label}” kan niet in de pdf staan."
    names, rest = [_quoted(one) for one in found[:MOST_NAMED]], len(found) - MOST_NAMED
    named = f"{', '.join(names)} en nog {rest} andere" if rest > 0 else f"{', '.join(names[:-1])} en {names[-1]}"
    return f"De tekens {named} bij “{label}” kunnen niet in de pdf staan."


def _remedy(found: Sequence[str]) -> str:
    """Return what to write instead: the same sign in another form, other letters, or what a picture means."""
    if all(map(replacement, found)):
        return " ".join(f"Schrijf “{replacement(one)}” in de plaats van {_quoted(one)}." for one in found[:MOST_NAMED])
    if any(map(_is_letter, found)):
        return "Schrijf het met de letters van ons alfabet, zoals u het uitspreekt. Of haal het weg."
    return "Schrijf in woorden wat het betekent, of haal het weg."


def _is_letter(character: str) -> bool:
    return unicodedata.category(character)[0] in "LM"


def _quoted(character: str) -> str:
    """Return a character between quotes; a combining one gets a circle to stand on."""
    return f"“◌{character}”" if unicodedata.category(character).startswith("M") else f"“{character}”"
