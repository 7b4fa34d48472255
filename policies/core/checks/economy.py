"""Economy in what the user typed (art. 12.1, “beknopt”): what the statement tells already, in a row, a purpose, a right or another sentence.

Information only: what somebody typed is printed as typed. How consent is withdrawn (7.3) and advertising stopped (21.2) is never called too much.
"""

from collections.abc import Iterable, Iterator

from policies.core.checks.economy_words import is_general, kind_says_less, listed, only_repeats_a_right, repeats
from policies.core.checks.finding import CheckRule, Finding
from policies.core.checks.review import Review, quoted_name
from policies.core.checks.texts import sentences_of
from policies.core.facts import Activity, Facts
from policies.core.facts.fragments import quoted
from policies.core.language.readability import shortened

STORY = CheckRule("12.1-story-lists", "info", "12.1")
REASON = CheckRule("12.1-reason-repeats", "info", "12.1")
CONTROL = CheckRule("12.1-control-repeats", "info", "12.1")
KIND = CheckRule("12.1-kind-says-less", "info", "12.1 14.1.d")
TWICE = CheckRule("12.1-said-twice", "info", "12.1")

FEW_WORDS = 5  # a shorter sentence is no loss, and often a coincidence
# Fields that hold sentences, and that no article asks to be filled at each row.
ALONE = (("style", "opening"), ("scope", "services"), ("security", "explanation"))
IN_ROWS = {
    "activities": ("story", "control"),
    "recipients": ("limits", "own_use"),
    "groups": ("description",),
    "categories": ("description",),
    "sections": ("body",),
}


def findings(review: Review) -> Iterator[Finding]:
    """Yield the findings about texts that repeat what the statement says already (art. 12.1)."""
    for activity in review.facts.activities:
        yield from _story(activity)
        yield from _control(activity)
        yield from _reasons_of_items(activity)
    yield from _reasons_of_terms(review)
    yield from _kinds(review)
    yield from _twice(review)


def _story(activity: Activity) -> Iterator[Finding]:
    if not activity.story:
        return
    names = tuple(item.name for use in activity.uses for item in use.items if item.name)
    found = next((sentence for sentence in sentences_of(activity.story) if listed(sentence, names)), None)
    if found:
        yield STORY.at(
            f"activities.{activity.key}.story",
            f"Deze zin noemt gegevens die er in de lijst onder staan: “{shortened(found)}”.",
            "Vertel hier wat iemand doet en wat u dan doet. De gegevens zelf staan al in de lijst.",
        )


def _control(activity: Activity) -> Iterator[Finding]:
    if activity.control and not keeps_its_control(activity) and only_repeats_a_right(activity.control):
        yield CONTROL.at(
            f"activities.{activity.key}.control",
            f"Dit recht staat al in de verklaring: “{shortened(activity.control)}”.",
            f"Laat dit weg, of schrijf wat iemand bij {quoted_name(activity)} zelf kan doen.",
        )


def keeps_its_control(activity: Activity) -> bool:
    """Return whether the control may say how consent is withdrawn or advertising stopped.

    Then it is needed where it stands.
    """
    return any(
        purpose.legal_basis == "consent" or purpose.special_ground == "explicit_consent" or purpose.marketing_rule
        for purpose in activity.purposes
    )


def _reasons_of_items(activity: Activity) -> Iterator[Finding]:
    for place, use in enumerate(activity.uses):
        for index, item in enumerate(use.items):
            if item.reason and (purpose := _repeated(item.reason, activity)):
                path = f"activities.{activity.key}.uses.{use.category or place}.items.{index}.reason"
                yield REASON.at(
                    path,
                    f"Deze reden zegt hetzelfde als het doel {quoted(purpose)}.",
                    "Laat de reden weg, of schrijf wat dit gegeven eraan toevoegt.",
                )


def _repeated(reason: str, activity: Activity) -> str | None:
    """Return the one purpose of an activity, where a reason repeats it; None otherwise.

    Where there are several purposes, a reason tells which one it is about.
    """
    name = activity.purposes[0].name if len(activity.purposes) == 1 else None
    return name if name and repeats(reason, name) else None


def _reasons_of_terms(review: Review) -> Iterator[Finding]:
    """Yield a finding for each reason of a period that repeats the purpose of every activity with that period."""
    about: dict[str, dict[str, Activity]] = {}
    for used in review.uses:
        about.setdefault(used.get("retention"), {})[used.activity.key] = used.activity
    for rule in review.facts.retention_rules:
        purposes = (
            [_repeated(rule.reason, activity) for activity in about.get(rule.key, {}).values()] if rule.reason else []
        )
        if purposes and all(purposes):
            yield REASON.at(
                f"retention_rules.{rule.key}.reason",
                f"Deze reden zegt hetzelfde als het doel {quoted(purposes[0])}.",
                "Schrijf waarom het zo lang moet en niet korter. Weet u niet meer dan het doel, laat de reden dan weg.",
            )


def _kinds(review: Review) -> Iterator[Finding]:
    """Yield a finding for a category with always the same one item and a name that says less than that item.

    A picked category is passed over: it waits for more items.
    """
    for kind in review.facts.categories:
        sensitive = kind.special or kind.criminal or kind.national_number
        if sensitive or kind.catalogue_id or kind.description or not kind.name or not is_general(kind.name):
            continue
        items = {tuple(item.name for item in used.use.items) for used in review.uses if used.use.category == kind.key}
        one = next(iter(items))[0] if len(items) == 1 and len(next(iter(items))) == 1 else None
        if one and kind_says_less(kind.name, one):
            yield KIND.at(
                f"categories.{kind.key}.name",
                f"Deze soort heeft één gegeven, en {quoted(one)} zegt meer dan {quoted(kind.name)}.",
                "Geef de soort de naam van het gegeven.",
            )


def _twice(review: Review) -> Iterator[Finding]:
    """Yield a finding for each sentence that stands in two texts, at the text that can do without it.

    Where both can, one of them gets the finding.
    """
    needed = {
        f"activities.{activity.key}.control" for activity in review.facts.activities if keeps_its_control(activity)
    }
    texts = list(_texts(review.facts))
    seen = {_plain(sentence) for path, text in texts if path in needed for sentence in sentences_of(text)}
    for path, text in texts:
        told = False
        for sentence in sentences_of(text) if path not in needed else ():
            if sentence.count(" ") < FEW_WORDS - 1:
                continue
            if _plain(sentence) in seen and not told:
                told = True
                yield TWICE.at(
                    path,
                    f"Deze zin staat ook ergens anders in uw antwoorden: “{shortened(sentence)}”.",
                    "Zeg het één keer, waar een lezer het zoekt.",
                )
            seen.add(_plain(sentence))


def _texts(facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield the texts with sentences that are long enough to be compared, with their paths."""
    fields = [(f"{part}.{name}", getattr(getattr(facts, part), name)) for part, name in ALONE]
    fields += [
        (f"{rows}.{row.key}.{name}", getattr(row, name))
        for rows, names in IN_ROWS.items()
        for row in getattr(facts, rows)
        for name in names
    ]
    return ((path, text) for path, text in fields if text and text.count(" ") >= FEW_WORDS - 1)


def sentences_elsewhere(review: Review, path: str) -> Iterable[str]:
    """Return the plain sentences of the other texts, to compare with those of the text at `path`."""
    return {
        _plain(sentence) for other, text in _texts(review.facts) if other != path for sentence in sentences_of(text)
    }


def repeats_itself(text: str) -> bool:
    """Return whether a sentence that is long enough to count stands twice in this text."""
    plain = [_plain(sentence) for sentence in sentences_of(text) if sentence.count(" ") >= FEW_WORDS - 1]
    return len(set(plain)) < len(plain)


def is_repeated(sentence: str, others: Iterable[str]) -> bool:
    """Return whether a sentence is long enough to count and is one of these."""
    return sentence.count(" ") >= FEW_WORDS - 1 and _plain(sentence) in others


def _plain(sentence: str) -> str:
    return " ".join(sentence.lower().split()).strip(" .!?–-•*")
