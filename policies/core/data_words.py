"""Data and terms in the words of a statement: filters for rows that every layout tells in a place of its own."""

from typing import Any

from markupsafe import Markup, escape

from .case import basis_of
from .dutch import hoofdletter, opsomming, termijn, zin, zonder_punt
from .facts import fragments
from .facts.choices import LEGAL_BASIS
from .facts.follow import FROM_OTHERS
from .told import Kept, Missing, Row, Said, Told

NUMBERED = "artikelen"  # the layout in which each activity has a number
MOST, LEAST, LONGEST = 20, 5, 20  # words of a piece, of one with much around it, and of a sentence before another is begun


def gegevens(use: Row, opening: bool = False) -> Markup:
    """What one data use holds, with what differs from the rest: “naam, e-mailadres (om te antwoorden) – alleen van klanten”.

    The name of the kind stands before it where that says more (art. 14.1.d); then of whom, where that differs from the activity, and where they come
    from, where that differs from most data (art. 14.2.f). `opening` gives it a capital. Without items the items are a gap.
    """
    kind = _kind(use, opening) if use.shows_kind else Markup("")
    return kind + Markup(" – ").join([Markup(", ").join(_items(use, "brackets", opening and not kind)), *differences(use)])


def stukken(use: Row, reasons: str = "brackets", need: bool = True, named: bool = False, most: int = MOST) -> list[Markup]:
    """The same in pieces short enough for a line or a sentence.

    `need`: also whether they must be given; where that stands elsewhere, under the name of the kind, the kind is named here. `named`: a term elsewhere points to
    the kind by its name. `reasons`: brackets, or comma for items one by one (“naam, om te weten wie u bent”) and those without a reason together.
    """
    items = _items(use, reasons, False)
    named = named or use.shows_kind or not need and use.need is not None
    if reasons == "comma" and not isinstance(use.items, Missing):
        bare = [said for item, said in zip(use.items, items, strict=True) if not item.reason and not item.optional]
        pieces = [said for item, said in zip(use.items, items, strict=True) if item.reason or item.optional]
        groups = [[piece] for piece in pieces] + ([bare] if bare else [])
    else:
        groups = in_lengths(items, max(LEAST, most - _count(_kind(use)) if named else most))
    told, apart = [Markup(", ").join(group) for group in groups], differences(use, need)
    tail = Markup(" – ").join(apart)
    if not apart or len(told) == 1 and _count(_kind(use) if named else Markup(""), told[0], tail) <= LONGEST + LEAST:
        return [(_kind(use, first=not place) if named else Markup("")) + piece + (Markup(" – ") + tail if tail else Markup("")) for place, piece in enumerate(told)]
    named = named or len(use.activity.uses) > 1  # what differs stands in a piece of its own, under the name of the kind
    return [*((_kind(use, first=not place) if named else Markup("")) + piece for place, piece in enumerate(told)), *(_kind(use, first=False) + one for one in apart)]


def _count(*said: Markup) -> int:
    """How many words."""
    return sum(len(one.striptags().split()) for one in said)


def in_lengths(parts: list[Markup], most: int = MOST) -> list[list[Markup]]:
    """The same parts in runs of at most so many words; a longer part stands alone."""
    runs: list[list[Markup]] = []
    count = 0
    for part in parts:
        words = len(part.striptags().split())
        if not runs or count + words > most:
            runs.append([])
            count = 0
        runs[-1].append(part)
        count += words
    return runs


def _kind(use: Row, opening: bool = False, first: bool = True) -> Markup:
    """The name of a kind before its data, with what is meant by it where the statement comes to it first."""
    kind = escape(hoofdletter(use.category.name) if opening else use.category.name)
    if use.explains_kind and first:
        kind += Markup(" ({})").format(escape(zonder_punt(use.category.description)))
    return kind + Markup(": ")


def differences(use: Row, need: bool = True) -> list[Markup]:
    """Of whom, from where and, with `need`, whether they must be given, each only where it stands nowhere above."""
    told = [Markup("alleen van ") + opsomming(use.groups)] if use.shows_people else []
    told += [bron(use)] if use.shows_source else []
    told += [Markup("ook ") + ook_van(use)] if use.extra_sources else []
    return told + ([_need(use.need)] if need and use.need is not None else [])


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
    return Markup(" en ").join(_source(extra.source, extra.detail) for extra in use.extra_sources)


def _source(source: Any, detail: Any) -> Markup:
    if isinstance(source, Said) and source.code in FROM_OTHERS:
        return Markup("<strong>{}: {}</strong>").format(escape(source), escape(zonder_punt(detail)))
    return escape(source) + (Markup(" ({})").format(escape(zonder_punt(detail))) if detail else Markup(""))


def bewaard(kept: Kept, opening: bool = False) -> Markup:
    """How long: the term, and where the statement comes to this rule first also why, by which law and what happens after (art. 5.1.e, 13.2.a)."""
    rule = kept.rule
    if isinstance(rule, Missing):
        return termijn(rule, opening)
    said = _term(rule, opening)
    return said + _why(rule, _before_reason(rule, said)) + _afterwards(rule, "; ") if kept.first else said


def bewaren_wij(kept: Kept, what: str = "dit") -> Markup:
    """The same in sentences, without the last full stop: “Wij bewaren dit 1 jaar na uw vraag, om erop terug te komen”, “Wij bewaren niets”."""
    rule = kept.rule
    if isinstance(rule, Missing):
        return Markup("Wij bewaren {}: {}").format(what, termijn(rule))
    said = _term(rule, True) if _keeps_nothing(rule) else Markup("Wij bewaren {} {}").format(what, _term(rule, False))
    if not kept.first:
        return said
    long = _count(said, _why(rule, ", ")) > LONGEST
    return said + _why(rule, _before_reason(rule, said, long)) + _afterwards(rule, ". ")


def _term(rule: Row, opening: bool) -> Markup:
    if _keeps_nothing(rule):
        return escape(Said(f"{rule._path}.nothing_kept", "Wij bewaren niets" if opening else "wij bewaren niets"))
    return termijn(rule, opening)


def _before_reason(rule: Row, said: Markup, long: bool = False) -> str:
    """What stands between a term and its reason; nothing is kept for a reason, so there the reason is why the data are used at all."""
    if _keeps_nothing(rule):
        return ". Wij gebruiken ze alleen op het moment zelf, "
    return ". Dat is " if long or said.striptags().endswith("telt") else ", "


def _why(rule: Row, before: str) -> Markup:
    """What stands behind a term where it is told: “, om vragen te beantwoorden (art. 5)”."""
    said = Markup("{}{}").format(before, zonder_punt(rule.reason)) if rule.reason else Markup("")
    return said + (Markup(" ({})").format(zonder_punt(rule.law)) if rule.law else Markup(""))


def _keeps_nothing(rule: Row) -> bool:
    """Told only where no period says otherwise."""
    return bool(rule.nothing_kept and not rule.number and not rule.criterion)


def _afterwards(rule: Row, before: str) -> Markup:
    """What happens after the term, unless most data share it. Where they do, an open answer is a gap: a default never answers for it."""
    default = rule._words.defaults.afterwards
    if isinstance(rule.afterwards, Missing):
        kept = rule.number or rule.criterion
        return Markup(". Daarna: ") + escape(rule.afterwards) if default and kept else Markup("")
    if default == "erase" and rule.afterwards.code == "erase_backups":
        more = rule.afterwards.changed(rule._words.of("item", "backups"))
        return Markup(before) + escape(hoofdletter(more) if before == ". " else more)
    return Markup("") if rule.afterwards.code == default else Markup(". Daarna ") + escape(rule.afterwards)


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
    return whole if len(whole.striptags().split()) <= LONGEST + LEAST else escape(zin(need.consequence)) + Markup(" ") + said + Markup(":")


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


FILTERS = {f.__name__: f for f in (gegevens, stukken, doelen, bron, ook_van, bewaard, bewaren_wij, aanhef, grond, elders, gevolg, nodig, nummer, op_nummer, verwerkingen)}
