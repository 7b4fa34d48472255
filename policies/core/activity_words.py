"""An activity in the words of a statement: of whom its data are, what for, and its number where a layout numbers them."""

from markupsafe import Markup, escape

from .case import basis_of
from .data_words import LIMIT, LONGEST, MOST, differences, gevolg, grond, in_lengths, nader, names_kind, stukken, words_in
from .dutch import hoofdletter, opsomming, zin, zonder_punt
from .facts.choices import LEGAL_BASIS
from .told import Kept, Row

SHORT_LEAD = 3  # words of the people named before their data
NUMBERED = "artikelen"  # the layout in which each activity has a number


def aanhef(activity: Row) -> Markup:
    """What stands above the data of an activity: of whom they are, whether they must be given and what follows: “Van klanten (nodig voor wat u vraagt; zonder adres …):”."""
    said = Markup("Gegevens") if not activity.shows_people else Markup("Van " if activity.groups else "Van wie: ") + opsomming(activity.groups)
    need = next((need for need in activity.needs if need.kind is None), None)
    if need is None:
        return said + Markup(":")
    answer = [] if need.answer is None else [escape(need.answer)]
    if need.consequence is None:
        return said + (Markup(" ({}):").format(answer[0]) if answer else Markup(":"))
    whole = said + Markup(" ({}):").format(Markup("; ").join([*answer, escape(gevolg(need.consequence))]))
    if words_in(whole) <= LIMIT:
        return whole
    return Markup("{} ").format(zin(need.consequence)) + said + (Markup(" ({}):").format(answer[0]) if answer else Markup(":"))


def vooraf(activity: Row) -> Markup:
    """Whether the data below must be given and what follows, above a list: “Nodig voor de overeenkomst. Anders leveren wij niet:”. Nothing where nothing is said of all of them."""
    need = next((need for need in activity.needs if need.kind is None), None)
    if need is None:
        return Markup("")
    if need.answer is None:
        return escape(zin(need.consequence))
    if need.consequence is None:
        return Markup("{}:").format(hoofdletter(need.answer))
    return Markup("{}. {}:").format(hoofdletter(need.answer), zonder_punt(zin(need.consequence)))


def gebruikt(kept: Kept, activity: Row | None = None) -> Markup:
    """The data under one term in sentences: “Naam, adres. Ook: een foto – alleen over leden”. What has a name or differs has a sentence of its own.

    With the activity it opens its first paragraph, and people who are not known from above stand before the data: “Van klanten: naam, adres”.
    """
    said, length, joins = Markup("Ook: "), 1, False
    if activity is not None:
        said = _people_before(activity)
        length = words_in(said)
    opening = activity is not None and not said.endswith(": ")
    for place, use in enumerate(kept.uses):
        bare = not names_kind(use) and not differences(use)
        for part, piece in enumerate(stukken(use, lead=1 if place else length, opening=opening and not place)):
            joins = joins and bare and length + words_in(piece) <= MOST
            first = not place and not part
            said += piece if first else Markup(", {}" if joins else ". Ook: {}").format(piece)
            length, joins = words_in(piece) + (length if joins or first else 1), bare
    return said


def _people_before(activity: Row) -> Markup:
    """Who they are, before the data; many are a sentence of their own. Nothing where the statement said it above."""
    if not activity.shows_people:
        return Markup("")
    people = opsomming(activity.groups)
    if not activity.groups:
        return Markup("Van wie: {}. ").format(people)
    return Markup("Van {}: " if words_in(people) <= SHORT_LEAD else "Het gaat om {}. ").format(people)


def doelen(activity: Row, joint: str = "; ") -> Markup:
    """The purposes of an activity, each with its legal basis, in sentences that can be read: “Leveren (overeenkomst); innen (belang: betaald worden).”"""
    said = [Markup("{} ({})").format(zonder_punt(purpose.name), grond(purpose)) for purpose in activity.purposes]
    sentences, place = Markup(""), 0
    for run in in_lengths(said, LONGEST):
        first = activity.purposes[place]
        opened = Markup("{} ({})").format(hoofdletter(zonder_punt(first.name)), grond(first))
        sentences += Markup(" " if place else "") + Markup(joint).join([opened, *run[1:]]) + Markup(".")
        place += len(run)
    return sentences


def redenen(activity: Row) -> Markup:
    """The purposes of an activity behind what allows them, a sentence for each: “Overeenkomst: leveren. Belang (betaald worden): innen.” The same word is said once."""
    said, before, length = Markup(""), "", 0
    for purpose in activity.purposes:
        word, name = escape(hoofdletter(purpose.legal_basis)) + nader(purpose), zonder_punt(purpose.name)
        more = words_in(escape(name))
        if word == before and length + more <= LIMIT:
            said, length = said + Markup("; ") + name, length + more
        else:
            said += Markup("{}{}: {}").format(". " if said else "", word, name)
            before, length = word, words_in(word) + more
    return said + Markup(".")


def onderwerp(purpose: Row, activity: Row) -> Markup:
    """A purpose as the subject of a sentence: “Dit”, and by its short form where the activity has others that could be meant."""
    return escape(hoofdletter(purpose.short)) if purpose.short and len(activity.purposes) > 1 else Markup("Dit")


def nummer(activity: Row) -> Markup:
    """A reference to an activity, in a layout that numbers them."""
    return Markup('<a href="#activities/{}"></a>').format(activity._row.key)


def op_nummer(activities: list[Row]) -> list[Row]:
    """Activities in the order of their numbers."""
    return sorted(activities, key=_rank)


def _rank(activity: Row) -> tuple[int, int]:
    """Where a layout that puts activities under their legal basis has this one."""
    basis, bases = basis_of(activity._row), list(LEGAL_BASIS)
    return (bases.index(basis) if basis in bases else len(bases), activity._facts.activities.index(activity._row))


def verwerkingen(activities: list[Row]) -> Markup:
    """The activities of a recipient: by number in the layout that numbers them, else by name."""
    if activities[0]._facts.style.pattern == NUMBERED:
        return Markup(", ").join(nummer(activity) for activity in op_nummer(activities))
    return opsomming(activities)


FILTERS = {f.__name__: f for f in (aanhef, vooraf, gebruikt, doelen, redenen, onderwerp, nummer, op_nummer, verwerkingen)}
