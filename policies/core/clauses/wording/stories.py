"""Stories, controls and advertising in the words of a statement.

Here is where a layout joins them to another sentence, and what is said once.
"""

from functools import lru_cache

from markupsafe import Markup, escape

from policies.core.clauses.filters import alineas, hoofdletter, zonder_punt
from policies.core.clauses.values import FactGap, FactRow, FactValue
from policies.core.clauses.wording.activities import in_order
from policies.core.clauses.wording.data_uses import LIMIT, nader, words_in
from policies.core.facts import fragments, marks
from policies.core.language.split import parted

WITH_PURPOSE = frozenset(("artikelen", "rubrieken"))  # layouts in which a story stands behind the first purpose
WITH_LIST = "artikelen"  # the layout in which words are explained in a list
WITH_CONTROL = frozenset(("verwerkingen",))  # and in which one sentence of it runs on into what the reader can do
BASIS = 1  # word that a layout may set before a purpose
LONGEST = 300  # signs: no longer text is looked at


def verhaal(activity: FactRow) -> Markup:
    """Return the story of an activity, unless this layout tells it with another sentence."""
    elsewhere = _behind_purpose(activity) is not None or _before_control(activity) is not None
    return Markup("") if elsewhere else alineas(activity.story)


def en_verhaal(purpose: FactRow) -> Markup:
    """Return the end of the sentence of a purpose: “.”, or “: u vult een mandje. Wij pakken in.”.

    With the first purpose the story of its activity follows, where its first sentence fits.
    """
    activity = purpose._owner
    story = _behind_purpose(activity) if purpose._row is activity._row.purposes[0] else None
    return Markup(".") if story is None else Markup(": ") + escape(story)


def zelf(activity: FactRow) -> Markup:
    """Return what the reader can do: “U vult een mandje; wijzigen kan met een mail.”.

    It stands after the story where that is one short sentence.
    """
    story = _before_control(activity)
    return (
        alineas(activity.control) if story is None else Markup("<p>{}; {}</p>").format(story, _inside(activity.control))
    )


def _behind_purpose(activity: FactRow) -> FactValue | None:
    story, first = activity.story, next(iter(activity.purposes), None)
    if first is None or isinstance(first.name, FactGap) or not _joins(activity, WITH_PURPOSE, story):
        return None
    length = words_in(Markup("{}{} {}").format(first.name, nader(first), parted(story.typed)[0])) + BASIS
    return _inside(story) if length <= LIMIT and str(zonder_punt(first.name))[-1:].isalnum() else None


def _before_control(activity: FactRow) -> FactValue | None:
    story, control = activity.story, activity.control
    if not _joins(activity, WITH_CONTROL, story, control) or len(parted(story.typed)) > 1:
        return None
    length = words_in(Markup("{} {}").format(story, parted(control.typed)[0]))
    return story.with_text(fragments.unclosed(story.typed.strip())) if length <= LIMIT else None


def _joins(activity: FactRow, layouts: frozenset[str], *values: FactValue | FactGap) -> bool:
    """Return whether a layout joins texts to other sentences, and each of them can be joined.

    Each must be one paragraph that begins with a plain sentence.
    """
    return _layout(activity) in layouts and all(
        isinstance(value, FactValue) and len(value.typed) <= LONGEST and _is_plain(value.typed) for value in values
    )


def _layout(row: FactRow) -> str:
    return row._facts.style.pattern or "rubrieken"


@lru_cache(maxsize=2048)  # after one changed answer nearly every text is as it was
def _is_plain(text: str) -> bool:
    """Return whether a text is one paragraph that begins with a plain sentence.

    That sentence begins with a letter, ends with one full stop, has no pause of its own as long as the one before it,
    and makes no condition.
    """
    blocks = marks.blocks(text)
    opening = parted(blocks[0])[0] if len(blocks) == 1 and isinstance(blocks[0], str) else ""
    return (
        opening[:1].isalpha()
        and opening.endswith(".")
        and opening[-2:-1].isalnum()
        and not set(opening) & set(":;–")
        and ", dan " not in opening
    )


def _inside(value: FactValue) -> FactValue:
    """Return a text of which the first sentence goes on where another began."""
    first, *rest = parted(value.typed)
    return value.with_text(" ".join((marks.closed(f"{fragments.phrase(first)}."), *rest)))


def reclame(purpose: FactRow) -> Markup:
    """Return the rule of a purpose that is advertising (art. 13 ePrivacy).

    It comes with its law where the statement has that rule first. Where the activity has other purposes that could be
    meant, this one has its short form: “Diensten aanbieden is reclame”.
    """
    rule = purpose.marketing_rule
    name = purpose.short if purpose.short and len(purpose._owner.purposes) > 1 else "dit"
    if _first(purpose, "marketing_rule"):
        return Markup("{} is reclame: {}.").format(hoofdletter(name), rule)
    return Markup("Ook {} is reclame: {}.").format(
        name, rule.with_text(purpose._words.of("marketing_rule_again", rule.code))
    )


def al_gezegd(purpose: FactRow, name: str) -> bool:
    """Return whether a purpose above it in the statement has the same answer.

    Then this one says it in fewer words.
    """
    return not _first(purpose, name)


def _first(purpose: FactRow, name: str) -> bool:
    """Return whether no purpose above it in the statement has the same answer."""
    wanted = getattr(purpose._row, name)
    return (
        next(one for activity in in_order(purpose._facts) for one in activity.purposes if getattr(one, name) == wanted)
        is purpose._row
    )


def begrip(group: FactRow) -> Markup:
    """Return whom a group of people holds: in the list of words, or in a sentence."""
    if _layout(group) == WITH_LIST:
        return Markup("<dl><dt>{}</dt><dd>{}.</dd></dl>").format(
            hoofdletter(group.name), zonder_punt(group.description)
        )
    return Markup("<p>Met <strong>{}</strong> bedoelen wij {}.</p>").format(group.name, zonder_punt(group.description))


def adres(joint: FactRow) -> FactValue:
    """Return the address of one that is responsible with us, or that it is the address of one above."""
    address: FactValue = joint.address
    rows = joint._facts.joint_controllers
    above = {(one.address or "").strip().casefold() for one in rows[: rows.index(joint._row)]}
    return address.with_text("zelfde adres") if address.text.strip().casefold() in above else address


FILTERS = {f.__name__: f for f in (verhaal, en_verhaal, zelf, reclame, al_gezegd, begrip, adres)}
