"""An activity in the words of a statement.

It is of whom its data are, what for, and its number where a layout numbers them.
"""

from markupsafe import Markup, escape

from policies.core.clauses.case import basis_of, people_of
from policies.core.clauses.filters import hoofdletter, opsomming, zin, zonder_punt
from policies.core.clauses.values import FactGap, FactRow, RetentionGroup
from policies.core.clauses.wording.data_uses import (
    LIMIT,
    LONGEST,
    MOST,
    bron,
    differences,
    gevolg,
    grond,
    in_lengths,
    nader,
    names_kind,
    stukken,
    words_in,
)
from policies.core.facts import Activity, Facts
from policies.core.facts.choices import LEGAL_BASIS
from policies.core.facts.observed import observed_by

SHORT_LEAD = 4  # words of the people named before their data
NUMBERED = "artikelen"  # the layout in which each activity has a number
GROUPED = "betrokkenen"  # the layout that puts activities about the same people together


def aanhef(activity: FactRow) -> Markup:
    """Return what stands above the data of an activity: “Van klanten (nodig voor wat u vraagt; zonder adres …):”.

    It says of whom they are, whether they must be given and what follows.
    """
    markup = (
        Markup("Gegevens")
        if not activity.shows_people
        else Markup("Van " if activity.groups else "Van wie: ") + opsomming(activity.groups)
    )
    need = next((need for need in activity.needs if need.kind is None), None)
    if need is None:
        return markup + Markup(":")
    answer = [] if need.answer is None else [escape(need.answer)]
    if need.consequence is None:
        return markup + (Markup(" ({}):").format(answer[0]) if answer else Markup(":"))
    whole = markup + Markup(" ({}):").format(Markup("; ").join([*answer, escape(gevolg(need.consequence))]))
    if words_in(whole) <= LIMIT:
        return whole
    return (
        Markup("{} ").format(zin(need.consequence))
        + markup
        + (Markup(" ({}):").format(answer[0]) if answer else Markup(":"))
    )


def vooraf(activity: FactRow) -> Markup:
    """Return whether the data below must be given and what follows, above a list.

    “Nodig voor de overeenkomst. Anders leveren wij niet.” Nothing where nothing is said of all of them.
    """
    need = next((need for need in activity.needs if need.kind is None), None)
    if need is None:
        return Markup("")
    if need.answer is None:
        return escape(zin(need.consequence))
    if need.consequence is None:
        return Markup("{}.").format(hoofdletter(need.answer))
    return Markup("{}. {}").format(hoofdletter(need.answer), zin(need.consequence))


def gebruikt(kept: RetentionGroup, activity: FactRow | None = None) -> Markup:
    """Return the data under one term in sentences: “Naam, adres. Ook: een foto – alleen over leden”.

    What has a name or differs has a sentence of its own.

    With the activity it opens its first paragraph, and people who are not known from above stand before the data: “Van
    klanten: naam, adres”.
    """
    markup, length, joins = Markup("Ook: "), 1, False
    if activity is not None:
        markup = _people_before(activity)
        length = words_in(markup)
    opening = activity is not None and not markup.endswith(": ")
    for place, use in enumerate(kept.uses):
        bare = not names_kind(use) and not differences(use)
        for part, piece in enumerate(stukken(use, lead=1 if place else length, opening=opening and not place)):
            joins = joins and bare and length + words_in(piece) <= MOST
            first = not place and not part
            markup += piece if first else Markup(", {}" if joins else ". Ook: {}").format(piece)
            length, joins = words_in(piece) + (length if joins or first else 1), bare
    return markup


def _people_before(activity: FactRow) -> Markup:
    """Return the people whose data they are, as they stand before the data; many are a sentence of their own.

    Return nothing where the statement named them above.
    """
    if not activity.shows_people:
        return Markup("")
    people = opsomming(activity.groups)
    if not activity.groups:
        return Markup("Van wie: {}. ").format(people)
    return Markup("Van {}: " if words_in(people) <= SHORT_LEAD else "Het gaat om {}. ").format(people)


def doelen(activity: FactRow, joint: str = "; ", words: str = "legal_basis") -> Markup:
    """Return the purposes of an activity, each with its legal basis, in sentences that can be read.

    “Leveren (overeenkomst); innen (belang: betaald worden).”
    """
    grounds = [grond(purpose, words) for purpose in activity.purposes]
    pieces = [
        Markup("{} ({})").format(zonder_punt(purpose.name), ground)
        for purpose, ground in zip(activity.purposes, grounds, strict=True)
    ]
    sentences, place = Markup(""), 0
    for run in in_lengths(pieces, LONGEST):
        opened = Markup("{} ({})").format(hoofdletter(zonder_punt(activity.purposes[place].name)), grounds[place])
        sentences += Markup(" " if place else "") + Markup(joint).join([opened, *run[1:]]) + Markup(".")
        place += len(run)
    return sentences


def redenen(activity: FactRow) -> Markup:
    """Return the purposes of an activity behind what allows them, a sentence for each; the same word is said once.

    “Voor de overeenkomst: leveren. Belang (betaald worden): innen.”
    """
    markup, before, length = Markup(""), "", 0
    for purpose in activity.purposes:
        basis, name = purpose.legal_basis, zonder_punt(purpose.name)
        more, beside = words_in(escape(name)), nader(purpose)
        if isinstance(basis, FactGap):
            word, same = escape(basis), ""
        else:
            ground = basis.with_text(purpose._words.of("legal_basis_for", basis.code))
            word, same = escape(hoofdletter(ground)), "" if beside else str(ground)
        if same and same == before and length + more <= LIMIT:
            markup, length = markup + Markup("; ") + escape(basis.with_text("")) + name, length + more
        else:
            markup += Markup("{}{}{}: {}").format(". " if markup else "", word, beside, name)
            before, length = same, words_in(word) + more
    return markup + Markup(".")


def met(activity: FactRow) -> Markup:
    """Return the kinds of data of an activity, of whom and from where: “Met contactgegevens (bron: openbare bronnen).”.

    They are two sentences where one would be long.
    """
    people = (
        Markup("Met")
        if not activity.shows_people
        else Markup("Van {}:" if activity.groups else "Van wie: {}:").format(opsomming(activity.groups))
    )
    markup = people + Markup(" ") + opsomming([use.category.name for use in activity.uses])
    if not activity.shows_source:
        return markup + Markup(".")
    whole = markup + Markup(" (bron: {}).").format(komt_van(activity))
    return whole if words_in(whole) <= LONGEST else markup + Markup(". Bron: {}.").format(komt_van(activity))


def komt_van(activity: FactRow, opening: bool = False) -> Markup:
    """Return the source of the data of an activity by its name, after “Bron:”: “openbare bronnen (de Kruispuntbank)”.

    What comes from others is in bold (art. 14.2.f).
    """
    source, detail, words = activity.source, activity.source_detail, activity._words
    if isinstance(source, FactGap):
        return bron(activity)
    if source == "observed":
        noun = source.with_text(words.of("observed_noun", observed_by(activity._row, activity._facts.scope.apps)))
    else:
        noun = source.with_text(words.of("source_noun", source.code))
    if source == "third_party":
        return escape(noun) + Markup("<strong>{}</strong>").format(
            zonder_punt(hoofdletter(detail) if opening else detail)
        )
    noun = hoofdletter(noun) if opening else noun
    if source == "public":
        return Markup("<strong>{}: {}</strong>").format(noun, zonder_punt(detail))
    return escape(noun) + (Markup(" ({})").format(zonder_punt(detail)) if detail else Markup(""))


def nummer(activity: FactRow) -> Markup:
    """Return a reference to an activity, in a layout that numbers them."""
    return Markup('<a href="#activities/{}"></a>').format(activity._row.key)


def op_nummer(activities: list[FactRow]) -> list[FactRow]:
    """Return activities in the order of their numbers."""
    return sorted(activities, key=_rank)


def _rank(activity: FactRow) -> tuple[int, int]:
    """Return the place of an activity in a layout that puts activities under their legal basis."""
    return (_rank_of_basis(activity._row), activity._facts.activities.index(activity._row))


def _rank_of_basis(activity: Activity) -> int:
    basis, bases = basis_of(activity), list(LEGAL_BASIS)
    return bases.index(basis) if basis in bases else len(bases)


def in_order(facts: Facts) -> list[Activity]:
    """Return the activities in the order in which the layout of a statement has them."""
    if facts.style.pattern == NUMBERED:
        return sorted(facts.activities, key=_rank_of_basis)
    if facts.style.pattern != GROUPED:
        return list(facts.activities)
    blocks = list(dict.fromkeys(people_of(activity) for activity in facts.activities))
    return sorted(facts.activities, key=lambda activity: blocks.index(people_of(activity)))


def verwerkingen(activities: list[FactRow]) -> Markup:
    """Return the activities of a recipient: by number in the layout that numbers them, else by name."""
    if activities[0]._facts.style.pattern == NUMBERED:
        return Markup(", ").join(nummer(activity) for activity in op_nummer(activities))
    return opsomming(activities)


FILTERS = {
    f.__name__: f for f in (aanhef, vooraf, gebruikt, doelen, redenen, met, komt_van, nummer, op_nummer, verwerkingen)
}
