"""Data and purposes in the words of a statement: filters for rows that every layout tells in a place of its own."""

import re
from typing import Any

from markupsafe import Markup, escape

from .case import basis_of
from .dutch import hoofdletter, opsomming, zin, zonder_punt
from .facts import fragments
from .facts.choices import LEGAL_BASIS
from .facts.follow import FROM_OTHERS
from .told import Kept, Missing, Row, Said, Told

NUMBERED = "artikelen"  # the layout in which each activity has a number
MOST, LEAST, EASY, LONGEST, LIMIT = 20, 5, 13, 20, 25  # words of a piece, of one with much around it, of one in running text, of a sentence before another is begun, and of any sentence
LEAD = 6  # words before the first piece in running text
FIRST_LETTER = re.compile(r"^((?:<(?!gap)[^>]*>)*)([a-z])")  # of our own words, with the marks before it


def gegevens(use: Row, opening: bool = False) -> Markup:
    """What one data use holds, with what differs from the rest: “naam, e-mailadres (om te antwoorden) – alleen van klanten”.

    The name of the kind stands before it where that says more (art. 14.1.d); then of whom, where that differs from the activity, and where they come
    from, where that differs from most data (art. 14.2.f). `opening` gives it a capital. Without items the items are a gap.
    """
    kind = _kind(use, opening) if use.shows_kind else Markup("")
    return kind + Markup(" – ").join([Markup(", ").join(_items(use, "brackets", opening and not kind)), *differences(use)])


def stukken(use: Row, reasons: str = "brackets", named: bool = False) -> list[Markup]:
    """The same in pieces short enough for a line, with whether they must be given.

    `named`: a term elsewhere points to the kind by its name. `reasons`: brackets, or comma for items one by one (“naam, om te weten wie u bent”) and those
    without a reason together. What differs for several pieces stands in one of its own, under the name of the kind.
    """
    items, apart = _items(use, reasons, False), _differences(use)
    named = named or use.shows_kind
    if reasons == "comma" and not isinstance(use.items, Missing):
        bare = [said for item, said in zip(use.items, items, strict=True) if not item.reason and not item.optional]
        groups = [[said] for item, said in zip(use.items, items, strict=True) if item.reason or item.optional] + ([bare] if bare else [])
    else:
        groups = in_lengths(items, _room(use, MOST, named))
    named = named or bool(len(groups) > 1 and apart and len(use.activity.uses) > 1)
    told = [(_kind(use, first=not place) if named else Markup("")) + Markup(", ").join(group) for place, group in enumerate(groups)]
    return [_with(told[0], apart, LIMIT)] if len(told) == 1 else [*told, *(_kind(use, first=False) + one for one, _ in apart)]


def gebruikt(kept: Kept, opening: bool = False) -> Markup:
    """The data under one term in sentences, without the last full stop: “naam, adres. Ook een foto – alleen van leden”.

    What has a name or differs has a sentence of its own; data whose need is told elsewhere, under the name of the kind, have their name here. `opening`: people stand before it.
    """
    lead = LEAD if opening else 2
    said, length, joins = Markup(""), lead, False
    for use in kept.uses:
        apart, named = _differences(use, False), use.shows_kind or use.need is not None
        groups = [Markup(", ").join(group) for group in in_lengths(_items(use, "brackets", False), _room(use, EASY, named))]
        for place, piece in enumerate(groups):
            piece = _kind(use) + piece if named and not place else piece
            piece = _with(piece, apart, LIMIT - length) if len(groups) == 1 else piece
            joins = joins and not named and not apart and length + count(piece) <= EASY
            said += (Markup(", ") if joins else Markup(". Ook ") if said else Markup("")) + piece
            length, joins = count(piece) + (length if joins else 1), not named and not apart
        if len(groups) > 1:
            said += Markup("").join(Markup(". ") + _kind(use, opening=True, first=False) + one for one, _ in apart)
    return said


def _room(use: Row, most: int, named: bool) -> int:
    return max(LEAST, most - count(_kind(use)) if named else most)


def _with(said: Markup, apart: list[tuple[Markup, Markup]], most: int) -> Markup:
    """A piece with what differs behind it; what would make it too long is a sentence of its own."""
    length = count(said)
    for behind, alone in apart:
        fits = length + count(behind) <= most
        length = count(behind) + length if fits else count(alone)
        said += Markup(" – ") + behind if fits else Markup(". ") + alone
    return said


def count(*said: Markup) -> int:
    """How many words."""
    return sum(len(one.striptags().split()) for one in said)


def in_lengths(parts: list[Markup], most: int = MOST) -> list[list[Markup]]:
    """The same parts in runs of at most so many words; a longer part stands alone."""
    runs: list[list[Markup]] = []
    length = 0
    for part in parts:
        words = len(part.striptags().split())
        if not runs or length + words > most:
            runs.append([])
            length = 0
        runs[-1].append(part)
        length += words
    return runs


def _kind(use: Row, opening: bool = False, first: bool = True) -> Markup:
    """The name of a kind before its data, with what is meant by it where the statement comes to it first."""
    kind = escape(hoofdletter(use.category.name) if opening else use.category.name)
    if use.explains_kind and first:
        kind += Markup(" ({})").format(escape(zonder_punt(use.category.description)))
    return kind + Markup(": ")


def differences(use: Row, need: bool = True) -> list[Markup]:
    """Of whom, from where and, with `need`, whether they must be given, each only where it stands nowhere above."""
    return [said for said, _ in _differences(use, need)]


def _differences(use: Row, need: bool = True) -> list[tuple[Markup, Markup]]:
    """The same, each behind the data and as a sentence of its own."""
    told = [Markup("alleen van ") + opsomming(use.groups)] if use.shows_people else []
    pairs = [(said, _opened(said)) for said in told]
    if use.shows_source:
        pairs.append((bron(use), Markup("Wij krijgen ze ") + bron(use)))
    if use.extra_sources:
        pairs.append((Markup("ook ") + ook_van(use), Markup("Ook krijgen wij ze ") + Markup(". Ook ").join(_extra(use))))
    if need and use.need is not None:
        pairs.append((_need(use.need), _opened(_need(use.need))))
    return pairs


def _opened(said: Markup) -> Markup:
    return Markup(FIRST_LETTER.sub(lambda found: found[1] + found[2].upper(), str(said)))


def _need(need: Told) -> Markup:
    """“u kiest zelf: zonder bericht bellen wij”."""
    return Markup(": ").join(escape(part) for part in (need.short, None if need.consequence is None else gevolg(need.consequence)) if part is not None)


def _items(use: Row, reasons: str, opening: bool) -> list[Markup]:
    if isinstance(use.items, Missing):
        return [opsomming(use.items)]
    leave_out = escape(use._words.of("item", "optional"))
    told = []
    for place, item in enumerate(use.items):
        name = escape(hoofdletter(item.name) if opening and not place else item.name)
        beside = [escape(zonder_punt(item.reason))] if item.reason else []
        beside += [leave_out] if item.optional else []
        if reasons == "comma":
            told.append(Markup(", ").join([name, *beside]))
        else:
            told.append(name + (Markup(" ({})").format(Markup("; ").join(beside)) if beside else Markup("")))
    return told


def bron(row: Row, opening: bool = False) -> Markup:
    """Where the data of an activity or a data use come from, after “krijgen wij”: the source, and what it is (art. 14.2.f)."""
    return _source(hoofdletter(row.source) if opening else row.source, row.source_detail)


def ook_van(use: Row) -> Markup:
    """The sources that add to the one of a data use, as one enumeration."""
    return Markup(" en ").join(_extra(use))


def _extra(use: Row) -> list[Markup]:
    return [_source(extra.source, extra.detail) for extra in use.extra_sources]


def _source(source: Any, detail: Any) -> Markup:
    if isinstance(source, Said) and source.code in FROM_OTHERS:
        return Markup("<strong>{}: {}</strong>").format(escape(source), escape(zonder_punt(detail)))
    return escape(source) + (Markup(" ({})").format(escape(zonder_punt(detail))) if detail else Markup(""))


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


def grond(purpose: Row, own: str = "", opening: bool = False, above: str | None = None) -> Markup:
    """Why a purpose is allowed, in as few words as the law lets (art. 6.1, 9.2, 13.1.c and d): “overeenkomst”, “wet: art. 5”, “belang: betaald worden”.

    `own` stands before the word for an interest; a basis that stands `above` is not said again. Behind it follows what else was answered: of whom, a law or an interest beside, the ground for sensitive data.
    """
    basis = hoofdletter(purpose.legal_basis) if opening else purpose.legal_basis
    code = "" if isinstance(basis, Missing) else basis.code
    more = {"legitimate_interest": purpose.interest, "legal_obligation": purpose.law or None}.get(code)
    said = Markup("{}{}").format(own if code == "legitimate_interest" else "", basis)
    if code and code == above:  # the heading says it
        parts = [] if more is None else [escape(zonder_punt(more))]
    else:
        parts = [said if more is None else said + Markup(": ") + escape(zonder_punt(more))]
    if purpose.law and code != "legal_obligation":
        parts.append(escape(zonder_punt(purpose.law)))
    if purpose.interest and code != "legitimate_interest":
        parts.append(Markup("belang: ") + escape(zonder_punt(purpose.interest)))
    if purpose.special_ground:
        parts.append(Markup("gevoelige gegevens: ") + escape(purpose.special_ground))
    if purpose.shows_people:
        parts.append(Markup("alleen voor ") + opsomming(purpose.groups))
    return Markup("; ").join(parts)


def nodig(need: Told, form: str = "colon") -> Markup:
    """Whether data must be given and what follows, whole (art. 13.2.e).

    `form`: colon (“Nodig voor de overeenkomst: zonder adres …”), short (the same after a label that asks whether they are needed) or brackets
    (“Zonder adres … (nodig voor de overeenkomst).”).
    """
    answer = need.short if form == "short" and need.short is not None else need.answer
    whole = None if need.consequence is None else zin(need.consequence)
    if need.kind is not None and answer is not None:
        said = Markup("<strong>{}</strong> ({})").format(hoofdletter(need.kind), answer)
        return said + (Markup(".") if whole is None else Markup(": {}.").format(gevolg(need.consequence)))
    said = Markup("") if need.kind is None else Markup("<strong>{}</strong>: ").format(hoofdletter(need.kind))
    if answer is None:
        return said + escape(whole)
    if whole is None:
        return said + escape(hoofdletter(answer)) + Markup(".")
    if form == "brackets":
        return said + Markup("{} ({}).").format(zonder_punt(whole), answer)
    return said + Markup("{}: {}.").format(hoofdletter(answer), gevolg(need.consequence))


def gevolg(value: Any) -> Any:
    """What follows, as it stands in the middle of a sentence."""
    return value.changed(fragments.phrase(value.typed)) if isinstance(value, Said) else value


def aanhef(activity: Row) -> Markup:
    """What stands above the data of an activity: of whom, and whether they must be given: “Van klanten, nodig voor de overeenkomst (anders leveren wij niet):”."""
    who = Markup("Gegevens") if not activity.shows_people else Markup("Van " if activity.groups else "Van wie: ") + opsomming(activity.groups)
    need = next((need for need in activity.needs if need.kind is None), None)
    said = who + Markup(", {}").format(need.answer) if need is not None and need.answer is not None else who
    if need is None or need.consequence is None:
        return said + Markup(":")
    whole = said + Markup(" ({}):").format(gevolg(need.consequence))
    return whole if len(whole.striptags().split()) <= LIMIT else escape(zin(need.consequence)) + Markup(" ") + said + Markup(":")


def elders(purpose: Row) -> Markup:
    """The same between brackets, below a heading that names the legal basis of the activity: nothing where there is no more to say."""
    said = grond(purpose, above=purpose.above)
    return Markup(" ({})").format(said) if said else Markup("")


def op_nummer(activities: list[Row]) -> list[Row]:
    """Activities in the order of their numbers."""
    return sorted(activities, key=_rank)


def nummer(activity: Row) -> Markup:
    """A reference to an activity, in a layout that numbers them."""
    return Markup('<a href="#activities/{}"></a>').format(activity._row.key)


def _rank(activity: Row) -> tuple[int, int]:
    """Where a layout that puts activities under their legal basis has this one."""
    basis, bases = basis_of(activity._row), list(LEGAL_BASIS)
    return (bases.index(basis) if basis in bases else len(bases), activity._facts.activities.index(activity._row))


def verwerkingen(activities: list[Row]) -> Markup:
    """The activities of a recipient: by number in the layout that numbers them, else by name."""
    if activities[0]._facts.style.pattern == NUMBERED:
        return Markup(", ").join(nummer(activity) for activity in op_nummer(activities))
    return opsomming(activities)


FILTERS = {f.__name__: f for f in (gegevens, stukken, gebruikt, doelen, bron, ook_van, aanhef, grond, elders, gevolg, nodig, nummer, op_nummer, verwerkingen)}
