"""Data and terms in the words of a statement: filters for rows that every layout tells in a place of its own."""

import re
from typing import Any

from markupsafe import Markup, escape

from policies.core.clauses.filters import bounded, hoofdletter, opsomming, termijn, zin, zonder_punt
from policies.core.clauses.values import DataRequirement, FactGap, FactRow, FactValue, RetentionGroup
from policies.core.facts import fragments, periods
from policies.core.facts.capitals import capital
from policies.core.facts.follow import FROM_OTHERS

MOST, LONGEST, LIMIT = 17, 20, 25  # words of a piece, of a sentence before another is begun, and of any sentence
KEPT_BY_US, LONG_TERM = (
    "Wij bewaren dit",
    11,
)  # the beginning of a sentence about a term, and how many words it may have to be said again


def gegevens(use: FactRow, opening: bool = False) -> Markup:
    """Return what one data use holds, with what differs from the rest.

    “naam, e-mailadres (om te antwoorden). Alleen van klanten”. The name of the kind stands before it where that says
    more (art. 14.1.d); then of whom, where that differs from the activity, and where they come from, where that differs
    from most data (art. 14.2.f).

    `opening` gives it a capital. Without items the items are a gap.
    """
    items = Markup(", ").join(_items(use, "brackets", opening and not use.shows_kind))
    markup = _kind(use, opening, True) + Markup(": ") + items if use.shows_kind else items
    return Markup(". ").join([markup, *map(opened, differences(use, form="row"))])


def regel(kept: RetentionGroup) -> Markup:
    """Return all data under one term, for one row of a table.

    What differs makes a sentence, so the next begins anew.
    """
    markup, apart = Markup(""), True
    for use in kept.uses:
        markup += (Markup("") if not markup else Markup(". ") if apart else Markup("; ")) + gegevens(use, opening=apart)
        apart = bool(differences(use))
    return markup


def stukken(
    use: FactRow, reasons: str = "brackets", named: bool = False, lead: int = 0, opening: bool = False
) -> list[Markup]:
    """Return what one data use holds in pieces short enough for a line or a sentence.

    `named`: a term elsewhere points to the kind by its name. `lead`: how many words stand before the first piece.
    `opening`: that one begins a sentence.

    `reasons`: brackets, or comma for items one by one (“naam, om te weten wie u bent”) and those without a reason
    together.
    """
    kind = use.category
    again = bool(
        named or kind.special or kind.criminal or kind.national_number
    )  # a name that stands there to be explained needs no second place
    named = (named or use.shows_kind) and not _is_its_item(use)
    items = _items(use, reasons, opening and not named)
    room = LIMIT - lead - (words_in(_kind(use, False, True)) if named else 0)
    if reasons == "comma" and not isinstance(use.items, FactGap):
        bare = [piece for item, piece in zip(use.items, items, strict=True) if not item.reason and not item.optional]
        pieces = [piece for item, piece in zip(use.items, items, strict=True) if item.reason or item.optional]
        groups = [[piece] for piece in pieces] + ([bare] if bare else [])
    else:
        groups = in_lengths(items, min(MOST, room))
    last = len(groups) - 1
    return [
        _whole(
            use,
            Markup(", ").join(group),
            opening and not place,
            first=not place,
            need=place == last,
            named=named and (again or not place),
            most=LIMIT - (0 if place else lead),
        )
        for place, group in enumerate(groups)
    ]


def _is_its_item(use: FactRow) -> bool:
    """Return whether the one item has the name of its kind."""
    kind = use.category.name
    return (
        not isinstance(use.items, FactGap)
        and [str(item.name).casefold() for item in use.items] == [str(kind).casefold()]
        and not use.explains_kind
    )


def names_kind(use: FactRow) -> bool:
    """Return whether the name of the kind stands with its items: it says more."""
    return use.shows_kind and not _is_its_item(use)


def in_lengths(parts: list[Markup], most: int = MOST) -> list[list[Markup]]:
    """Return the same parts in runs of at most `most` words, the first too; a longer part stands alone."""
    runs: list[list[Markup]] = []
    count = 0
    for part in parts:
        words = words_in(part)
        if not runs or count + words > most:
            runs.append([])
            count = 0
        runs[-1].append(part)
        count += words
    return runs


def _whole(
    use: FactRow, items: Markup, opening: bool, *, named: bool, first: bool = True, need: bool = True, most: int = LIMIT
) -> Markup:
    markup = _kind(use, opening, first) + Markup(": ") + items if named else items
    length = words_in(markup)
    for differs, apart in zip(differences(use, need), differences(use, need, "sentence"), strict=True):
        fits = length + words_in(differs) <= most
        length = length + words_in(differs) if fits else words_in(apart)
        markup += Markup(" – ") + differs if fits else Markup(". ") + opened(apart)
    return markup


def _kind(use: FactRow, opening: bool, explained: bool) -> Markup:
    """Return the name of a kind, where it is explained with what is meant."""
    kind = escape(hoofdletter(use.category.name) if opening else use.category.name)
    return (
        kind + Markup(" ({})").format(escape(zonder_punt(use.category.description)))
        if use.explains_kind and explained
        else kind
    )


def opened(markup: Markup) -> Markup:
    """Return our own words with a capital, in the marks around them."""
    return Markup(re.sub(r"^((?:<(?!gap)[^>]*>)*)([a-z])", lambda found: found[1] + found[2].upper(), str(markup)))


def words_in(markup: Markup) -> int:
    """Return how many words a text has, without its tags."""
    return len(markup.striptags().split())


def differences(use: FactRow, need: bool = True, form: str = "piece") -> list[Markup]:
    """Return of whom, from where and, with `need`, whether they must be given, each only where it stands nowhere above.

    `form`: piece (behind a dash), row (in a cell, where only a source needs a verb) or sentence (what is too long for
    its line, and may be no fragment).
    """
    parts = (
        [Markup("die gaan alleen over " if form == "sentence" else "alleen over ") + opsomming(use.groups)]
        if use.shows_people
        else []
    )
    parts += [Markup("" if form == "piece" else "die krijgen wij ") + bron(use)] if use.shows_source else []
    parts += (
        [Markup("die krijgen wij ook " if form == "sentence" else "ook ") + ook_van(use)] if use.extra_sources else []
    )
    return parts + ([_need(use.need)] if need and use.need is not None else [])


def _need(need: DataRequirement) -> Markup:
    """Return whether data must be given, and what follows: “u kiest zelf: zonder bericht bellen wij”."""
    return Markup(": ").join(
        escape(part)
        for part in (need.short, None if need.consequence is None else gevolg(need.consequence))
        if part is not None
    )


def _items(use: FactRow, reasons: str, opening: bool) -> list[Markup]:
    if isinstance(use.items, FactGap):
        return [opsomming(use.items)]
    leave_out = escape(use._words.of("item", "optional"))
    pieces = []
    for place, item in enumerate(use.items):
        name = escape(hoofdletter(item.name) if opening and not place else item.name)
        beside = [escape(zonder_punt(item.reason))] if item.reason else []
        beside += [leave_out] if item.optional else []
        behind = Markup(" ({})").format(Markup("; ").join(beside)) if beside else Markup("")
        pieces.append(Markup(", ").join([name, *beside]) if reasons == "comma" else name + behind)
    return pieces


def bron(row: FactRow) -> Markup:
    """Return where the data of an activity or a data use come from, after “krijgen wij” (art. 14.2.f).

    It is the source, and what that is.
    """
    return _source(row.source, row.source_detail)


def ook_van(use: FactRow) -> Markup:
    """Return the sources that add to the one of a data use, as one enumeration."""
    return Markup(" en ").join(_source(extra.source, extra.detail) for extra in use.extra_sources)


def _source(source: Any, detail: Any) -> Markup:
    if isinstance(source, FactValue) and source.code in FROM_OTHERS:
        form = "<strong>{} {}</strong>" if source.code == "third_party" else "<strong>{}: {}</strong>"
        return Markup(form).format(source, zonder_punt(detail))
    return escape(source) + (Markup(" ({})").format(escape(zonder_punt(detail))) if detail else Markup(""))


def bewaard(kept: RetentionGroup, opening: bool = False) -> Markup:
    """Return how long data are kept (art. 5.1.e, 13.2.a).

    It is the term, and where the statement comes to this rule first also why, by which law and what happens after.
    """
    rule = kept.rule
    if isinstance(rule, FactGap):
        return termijn(rule, opening)
    markup = _term(rule, opening)
    return markup + _why(rule, _before_reason(rule, markup)) + _afterwards(rule, "; ") if kept.first else markup


def bewaren_wij(kept: RetentionGroup, lead: str = KEPT_BY_US) -> Markup:
    """Return how long data are kept in sentences, without the last full stop: “Wij bewaren niets”.

    “Wij bewaren dit 1 jaar na uw vraag, om erop terug te komen”. A long term that stands above says how long and where
    it is told whole; under a label of a layout whose blocks are read alone it is repeated.
    """
    rule = kept.rule
    if isinstance(rule, FactGap):
        return Markup("{}: {}").format(lead.rstrip(":"), termijn(rule))
    markup = _term(rule, True) if periods.keeps_nothing(rule) else Markup("{} {}").format(lead, _term(rule, False))
    if not kept.first:
        short = (
            lead == KEPT_BY_US
            and rule.number
            and rule.start_event
            and not rule.criterion
            and words_in(markup) > LONG_TERM
        )
        return Markup("{} {}, geteld zoals in {}").format(lead, bounded(rule), _first_place(rule)) if short else markup
    long = words_in(markup + _why(rule, ", ")) > LONGEST
    return markup + _why(rule, _before_reason(rule, markup, long)) + _afterwards(rule, ". ")


def _first_place(rule: FactRow) -> Markup:
    """Return a reference to the activity that explains the rule whole."""
    return Markup('<a href="#activities/{}"></a>').format(rule._words.defaults.rule_at[rule._row.key])


def _term(rule: FactRow, opening: bool) -> Markup:
    if periods.keeps_nothing(rule):
        return escape(FactValue(f"{rule._path}.nothing_kept", capital(periods.NOTHING) if opening else periods.NOTHING))
    return termijn(rule, opening)


def _before_reason(rule: FactRow, markup: Markup, long: bool = False) -> str:
    """Return what stands between a term and its reason.

    Nothing is kept for a reason, so there the reason is why the data are used at all.
    """
    if periods.keeps_nothing(rule):
        return ". Wij gebruiken ze alleen op het moment zelf, "
    return ". Dat is " if long or markup.striptags().endswith("telt") else ", "


def _why(rule: FactRow, before: str) -> Markup:
    """Return what stands behind a term where it is explained: “, om vragen te beantwoorden (art. 5)”."""
    markup = Markup("{}{}").format(before, zonder_punt(rule.reason)) if rule.reason else Markup("")
    return markup + (Markup(" ({})").format(zonder_punt(rule.law)) if rule.law else Markup(""))


def _afterwards(rule: FactRow, before: str) -> Markup:
    """Return what happens after the term, unless most data share it.

    Where they do, an open answer is a gap: a default never answers for it.
    """
    default = rule._words.defaults.afterwards
    if isinstance(rule.afterwards, FactGap):
        kept = rule.number or rule.criterion
        return Markup(". Daarna: ") + escape(rule.afterwards) if default and kept else Markup("")
    if default == "erase" and rule.afterwards.code == "erase_backups":
        more = rule.afterwards.with_text(rule._words.of("item", "backups"))
        return Markup(before) + escape(hoofdletter(more) if before == ". " else more)
    return Markup("") if rule.afterwards.code == default else Markup(". Daarna ") + escape(rule.afterwards)


def grond(purpose: FactRow, words: str = "legal_basis", above: str | None = None) -> Markup:
    """Return why a purpose is allowed, in as few words as the law lets (art. 6.1, 9.2, 13.1.c and d).

    “overeenkomst”, “wet: art. 5”, “belang: betaald worden”. `words`: how the layout names a basis; one that stands
    `above` is not said again.

    Behind it follows what else was answered: of whom, a law or an interest beside, the ground for sensitive data.
    """
    basis = purpose.legal_basis
    code = "" if isinstance(basis, FactGap) else basis.code
    more = {"legitimate_interest": purpose.interest, "legal_obligation": purpose.law or None}.get(code)
    if code and code == above:  # the heading says it
        parts = [] if more is None else [escape(zonder_punt(more))]
    else:
        markup = escape(basis.with_text(purpose._words.of(words, code)) if code else basis)
        parts = [markup if more is None else markup + Markup(": ") + escape(zonder_punt(more))]
    return Markup("; ").join([*parts, *_beside(purpose, code)])


def _beside(purpose: FactRow, code: str) -> list[Markup]:
    """Return what else was answered of why a purpose is allowed, beside what goes with its legal basis."""
    parts: list[Markup] = []
    if purpose.law and code != "legal_obligation":
        parts.append(escape(zonder_punt(purpose.law)))
    if purpose.interest and code != "legitimate_interest":
        parts.append(Markup("belang: ") + escape(zonder_punt(purpose.interest)))
    if purpose.special_ground:
        parts.append(Markup("gevoelige gegevens: ") + escape(purpose.special_ground))
    if purpose.shows_people:
        parts.append(Markup("alleen voor ") + opsomming(purpose.groups))
    return parts


def nader(purpose: FactRow) -> Markup:
    """Return what is said between brackets of a legal basis whose word stands elsewhere.

    It is the law, the interest, and of whom.
    """
    basis = purpose.legal_basis
    markup = Markup("; ").join(_beside(purpose, "")) if isinstance(basis, FactGap) else grond(purpose, above=basis.code)
    return Markup(" ({})").format(markup) if markup else Markup("")


def nodig(need: DataRequirement, form: str = "whole") -> Markup:
    """Return whether data must be given and what follows, whole (art. 13.2.e).

    `form`: whole (“Nodig voor de overeenkomst: zonder adres …”), ahead (“Voor de overeenkomst nodig: …”) or asked (the
    same after a label that asks whether they are needed).
    """
    answer = {"whole": need.answer, "ahead": need.ahead, "asked": need.asked}[form]
    whole = None if need.consequence is None else zin(need.consequence)
    if need.kind is not None and answer is not None:
        markup = Markup("<strong>{}</strong> ({})").format(hoofdletter(need.kind), answer)
        return markup + (Markup(".") if whole is None else Markup(": {}.").format(gevolg(need.consequence)))
    markup = Markup("") if need.kind is None else Markup("<strong>{}</strong>: ").format(hoofdletter(need.kind))
    if answer is None:
        return markup + escape(whole)
    if whole is None:
        return markup + escape(hoofdletter(answer)) + Markup(".")
    return markup + Markup("{}: {}.").format(hoofdletter(answer), gevolg(need.consequence))


def gevolg(value: Any) -> Any:
    """Return what follows, as it stands in the middle of a sentence."""
    return value.with_text(fragments.phrase(value.typed)) if isinstance(value, FactValue) else value


def elders(purpose: FactRow) -> Markup:
    """Return why a purpose is allowed between brackets, below a heading that names the legal basis of the activity.

    Nothing where there is no more to say.
    """
    markup = grond(purpose, above=purpose.above)
    return Markup(" ({})").format(markup) if markup else Markup("")


FILTERS = {
    f.__name__: f
    for f in (gegevens, regel, stukken, bron, ook_van, bewaard, bewaren_wij, grond, elders, nader, gevolg, nodig)
}
