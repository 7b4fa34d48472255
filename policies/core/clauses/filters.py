"""Dutch as the clauses need it: enumerations, dates, periods, links. The filters of the clause templates."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from babel.dates import format_date
from markupsafe import Markup, escape

from policies.core.clauses.values import FactGap, FactRow, FactValue
from policies.core.facts import capitals, fragments, marks, periods
from policies.core.facts.internet_address import mail_link, shown_link, web_link
from policies.core.facts.phones import JOINT, dialled
from policies.core.facts.values import country_names

LANGUAGE = {"BE": "nl-BE", "NL": "nl-NL"}
# Countries whose name takes an article in a sentence.
WITH_ARTICLE = {"GB": "het"} | dict.fromkeys(
    ("AE", "BS", "CF", "CK", "DO", "FK", "FO", "KM", "KY", "MH", "MV", "PH", "SB", "SC", "TC", "US", "VG", "VI", "EP"),
    "de",
)


def datum(day: date, language: str = "nl-BE") -> str:
    """Return a date in full: 1 maart 2026."""
    return format_date(day, format="d MMMM y", locale=language.replace("-", "_"))


def opsomming(values: Iterable[Any], joint: str = "en", opening: bool = False) -> Markup:
    """Return an enumeration, “a, b en c”, in which each value keeps its path.

    Rows are named by their name. An empty list is a gap. `opening` gives it a capital.
    """
    if isinstance(values, FactGap):
        return values.__html__()
    named = [value.name if isinstance(value, FactRow) else value for value in values]
    parts = [escape(hoofdletter(value) if opening and not place else value) for place, value in enumerate(named)]
    if joint == "en" and any(
        " en " in str(value) for value in named
    ):  # “leden en trainers en ouders” does not say where one entry ends
        return Markup("; ").join(parts)
    if len(parts) < 2:
        return Markup("").join(parts)
    return Markup(", ").join(parts[:-1]) + Markup(f" {joint} ") + parts[-1]


def komma(values: Iterable[Any]) -> Markup:
    """Return “a, b, c”: an enumeration without a last word, for a line that is itself a list."""
    return Markup(", ").join(escape(value) for value in values)


def zinnen(values: Iterable[Any], opening: bool = False) -> Markup:
    """Return a long enumeration as sentences of at most five entries: “a, b, c, d en e. Ook f en g.”.

    `opening` gives it a capital.
    """
    if isinstance(values, FactGap):
        return values.__html__()
    named = list(values)
    return Markup(" Ook ").join(
        opsomming(named[start : start + 5], opening=opening and not start) + Markup(".")
        for start in range(0, len(named), 5)
    )


def lezers(rows: Iterable[Any]) -> Markup:
    """Return groups of people as readers recognise themselves: “U bent klant of levert aan ons”.

    A group without a phrase stands by its name, a gap as it is. A phrase that begins with the same word (u, je) as the
    first one does not repeat it; the same phrase is said once.
    """
    rows = list(rows)
    phrases = list({row.phrase.text.casefold(): zonder_punt(row.phrase) for row in rows if row.phrase}.values())
    names = [row if isinstance(row, FactGap) else row.name for row in rows if not row.phrase]
    markup = (
        opsomming([hoofdletter(phrases[0]), *(_without_subject(one, phrases[0]) for one in phrases[1:])], "of")
        if phrases
        else Markup("")
    )
    if not names:
        return markup
    return (
        Markup("{}, of het gaat om {}").format(markup, opsomming(names)) if markup else opsomming(names, opening=True)
    )


def wie(rows: Iterable[Any]) -> Markup:
    """Return whose data it is, as it stands behind it: “(u bent patiënt)”, or without a phrase “(patiënten)”."""
    if isinstance(rows, FactGap):
        return Markup("({})").format(rows)
    rows = list(rows)
    phrases = list({row.phrase.text.casefold(): zonder_punt(row.phrase) for row in rows if row.phrase}.values())
    markup = (
        opsomming([*phrases[:1], *(_without_subject(one, phrases[0]) for one in phrases[1:])], "of")
        if phrases
        else opsomming([row.name for row in rows])
    )
    return Markup("({})").format(markup)


def _without_subject(phrase: FactValue, first: FactValue) -> FactValue:
    subject, _, rest = phrase.text.partition(" ")
    return (
        phrase.with_text(rest)
        if rest and subject.casefold() in {"u", "je"} and subject.casefold() == first.text.split(" ")[0].casefold()
        else phrase
    )


def landnaam(code: str) -> str:
    """Return the name of a country after “in” or “naar”: het Verenigd Koninkrijk, de Verenigde Staten, Frankrijk."""
    article = WITH_ARTICLE.get(code)
    return f"{article} {country_names()[code]}" if article else country_names()[code]


def land(value: Any) -> Any:
    """Return a country of the facts as it stands after “in” or “naar”."""
    return value.with_text(landnaam(value.code)) if isinstance(value, FactValue) else value


def landen(values: Iterable[Any]) -> Markup:
    """Return countries after “in” or “naar”, as one enumeration."""
    return opsomming(values if isinstance(values, FactGap) else [land(value) for value in values])


def bestemmingen(countries: Iterable[list[Any]], most: int = 1000) -> Markup:
    """Return where data goes, after “in” or “naar”: of each country all answers that name it.

    More than `most` are “andere landen”.
    """
    names = [zegt([land(value) for value in answers]) for answers in countries]
    return opsomming(names) if len(names) <= most else Markup("andere landen")


def zegt(values: Any, words: str | None = None) -> Markup:
    """Return the same words once, resting on each of these answers: `words`, or what the first of them says.

    What is missing is a gap each.
    """
    first, *more = values if isinstance(values, list) else [values]
    if isinstance(first, FactGap):
        return Markup(" ").join(escape(value) for value in (first, *more))
    return Markup("").join(
        escape(value)
        for value in (first if words is None else first.with_text(words), *(value.with_text("") for value in more))
    )


def namen(values: Iterable[Any], opening: bool = False) -> Markup:
    """Return names as an enumeration, each a link where there is an address (`url`) for it.

    `opening`: an article gets a capital.
    """
    named = [openend(value.name) if opening and not place else value.name for place, value in enumerate(values)]
    return opsomming([link(value.url, name) if value.url else name for value, name in zip(values, named, strict=True)])


def links(values: Iterable[Any]) -> Markup:
    """Return web addresses as links, as one enumeration."""
    return opsomming(values if isinstance(values, FactGap) else [link(value) for value in values])


def apps(values: Iterable[Any]) -> Markup:
    """Return apps by their names, after the word for one or for several: “onze apps Lamp en Fitting”."""
    one = not isinstance(values, FactGap) and len(list(values)) == 1
    return Markup("onze app " if one else "onze apps ") + opsomming(values)


def hoofdletter(value: Any) -> Any:
    """Return the same with a capital first, so that a value can open a sentence."""
    if isinstance(value, FactGap):
        return value
    raised = capitals.capital(str(value))
    return value.with_text(raised) if isinstance(value, FactValue) else raised


def openend(value: Any) -> Any:
    """Return a name as it opens a sentence: an article gets a capital, a name such as bpost stays as it is."""
    return hoofdletter(value) if str(value).split(" ")[0] in {"de", "het", "een", "onze", "ons"} else value


def achter(form: Any, name: Any) -> Markup:
    """Return a legal form in brackets behind a name: “ (BV)”.

    Return nothing where the name says it already: “Bakkerij Bart BV”, “Stichting De Brug”.
    """
    if isinstance(form, FactGap):
        return Markup("")
    padded = f" {str(name).replace('.', '').casefold()} "
    repeats = any(
        padded.startswith(f" {word} ") or padded.endswith(f" {word} ")
        for word in {form.text.casefold(), form.code.casefold()}
    )
    return Markup("") if repeats else Markup(" (") + escape(form) + Markup(")")


def zonder_punt(value: Any) -> Any:
    """Return the same without the sign that a person may have typed at the end of a phrase.

    An abbreviation keeps its full stop.
    """
    return value.with_text(fragments.unclosed(value.text)) if isinstance(value, FactValue) else value


def zin(value: Any) -> Any:
    """Return a phrase as a sentence, as it was typed: capital first, one full stop last."""
    return value.with_text(fragments.sentence(value.typed)) if isinstance(value, FactValue) else hoofdletter(value)


def binnenin(value: Any) -> Any:
    """Return what was typed as a sentence, or each of these, as it stands in the middle of another.

    It has a small letter first where that is safe, and no full stop last.
    """
    if isinstance(value, list):
        return [binnenin(one) for one in value]
    return value.with_text(fragments.phrase(value.typed)) if isinstance(value, FactValue) else value


def kop(value: Any) -> Any:
    """Return a name or a phrase as it stands above a text: a capital first, no full stop last.

    A question stays one, and “bol.” keeps its own.
    """
    return hoofdletter(value.with_text(fragments.heading(value.typed)) if isinstance(value, FactValue) else value)


def alineas(value: Any) -> Markup:
    """Return a longer text of the user, line by line: each line a paragraph, and lines with a list mark a list."""
    if not isinstance(value, FactValue):
        return Markup("<p>") + escape(value) + Markup("</p>")
    return Markup("").join(_block(value, block) for block in marks.blocks(value.typed))


def regels(value: Any) -> Markup:
    """Return a longer text within a paragraph: one line as a sentence.

    Several lines are as in `alineas`, between what stands before and after them.
    """
    if not isinstance(value, FactValue):
        return escape(value)
    blocks = marks.blocks(value.typed)
    if len(blocks) == 1 and isinstance(blocks[0], str):
        return escape(zin(value.with_text(blocks[0])))
    return Markup("</p>") + alineas(value) + Markup("<p>")


def _block(value: FactValue, block: str | marks.Listed) -> Markup:
    if isinstance(block, str):
        return Markup("<p>") + escape(value.with_text(block)) + Markup("</p>")
    tag = Markup("ol" if block.numbered else "ul")
    items = Markup("").join(Markup("<li>") + escape(value.with_text(item)) + Markup("</li>") for item in block.items)
    return Markup("<{0}>{1}</{0}>").format(tag, items)


def link(value: Any, text: Any = None) -> Markup:
    """Return a web address as a link; the address itself is the text unless another is given.

    What is stored and is no address is shown as text, and so is a text without one.
    """
    if text is not None and (isinstance(value, FactGap) or isinstance(text, FactGap)):
        return Markup("{} ({})").format(text, link(value))
    if isinstance(value, FactGap):
        return value.__html__()
    href = web_link(value.text)
    if href is None:
        return escape(value) if text is None else Markup("{} ({})").format(text, value)
    shown = value.with_text(shown_link(href)) if text is None else text
    return _anchor(href, value.path, shown)


def _anchor(href: str, path: str, shown: Any) -> Markup:
    return Markup('<a href="{}" p="{}">').format(href, path) + escape(shown) + Markup("</a>")


def naast(values: Iterable[Any]) -> Markup:
    """Return what there is of these, side by side: “a, b, c”. When there is nothing, the first of them is the gap."""
    values = list(values)
    return Markup(", ").join(
        escape(value) for value in [value for value in values if not isinstance(value, FactGap)] or values[:1]
    )


def keuze(values: Iterable[Any]) -> Markup:
    """Return what there is of these, as a choice: “a, b of c”. Empty when there is nothing."""
    parts = [escape(value) for value in values if value]
    return Markup(" of ").join([part for part in (Markup(", ").join(parts[:-1]), *parts[-1:]) if part])


def uitleg(value: Any) -> Markup:
    """Return a hard word marked where the statement uses it first: its meaning from the glossary follows."""
    return escape(value) if isinstance(value, FactGap) else Markup("<dfn>") + escape(value) + Markup("</dfn>")


def mail(value: Any) -> Any:
    """Return an e-mail address as a link. What is stored and is no address is shown as text."""
    if isinstance(value, FactGap):
        return value
    href = mail_link(value.text)
    return escape(value) if href is None else _anchor(href, value.path, value.with_text(shown_link(href)))


def bel(value: Any) -> Any:
    """Return a telephone number as a link that dials it, or each of two with “of” between them."""
    if isinstance(value, FactGap):
        return value
    numbers = [(value.with_text(number), href) for number, href in dialled(value.text)]
    return Markup(JOINT).join(
        escape(number) if href is None else _anchor(href, value.path, number) for number, href in numbers
    )


def termijn(rule: Any, opening: bool = False) -> Markup:
    """Return a retention rule in words: “7 jaar vanaf 1 januari …”, its criterion, or both.

    `opening` gives it a capital.
    """
    if isinstance(rule, FactGap):
        return rule.__html__()
    then = rule.together == "then" and rule.number and rule.criterion
    criterion = zonder_punt(hoofdletter(rule.criterion) if opening and (then or not rule.number) else rule.criterion)
    if not rule.number and not rule.unit and criterion:
        return (
            escape(criterion)
            if not rule.start_event
            else escape(criterion) + Markup(", ") + escape(zonder_punt(rule.start_event))
        )
    period = bounded(rule, opening and not then, periods.MORE if then else "")
    if rule.start_event or not criterion:
        period += Markup(" ") + escape(zonder_punt(rule.start_event))
    if then or criterion and rule.together:
        pattern = Markup(periods.AFTER_CONDITION if then else periods.BESIDE_CONDITION)
        return pattern.format(criterion=criterion, together=rule.together, period=period)
    return period + Markup(", ") + escape(criterion) if criterion else period


def bounded(rule: FactRow, opening: bool = False, more: str = "") -> Markup:
    """Return “7 jaar”, “ten hoogste 7 jaar”; after a condition “nog 7 jaar”, “meestal nog 7 jaar”."""
    bound = hoofdletter(rule.bound) if opening else rule.bound
    return Markup(" ").join(periods.with_bound(bound, more, periode(rule.number, rule.unit)))


def antwoordtermijn(rights: Any) -> Markup:
    """Return the term within which the company answers, in words."""
    return periode(rights.term_number, rights.term_unit)


def dagen(number: Any) -> str:
    """Return “dag” or “dagen”, as it goes with a number."""
    return periods.word(str(number), "day")


def periode(number: Any, unit: Any) -> Markup:
    """Return a number and a unit as “1 maand”, “6 maanden”, “7 jaar”."""
    if not number or not unit:
        return escape(unit if number else number)
    return escape(number) + Markup(" ") + escape(unit.with_text(periods.word(number.text, unit.code)))


FILTERS = {
    f.__name__: f
    for f in (
        achter,
        apps,
        opsomming,
        hoofdletter,
        zonder_punt,
        zin,
        kop,
        alineas,
        regels,
        naast,
        keuze,
        land,
        landen,
        link,
        links,
        mail,
        bel,
        termijn,
        antwoordtermijn,
        dagen,
        uitleg,
        zinnen,
        komma,
        lezers,
        wie,
        openend,
        bestemmingen,
        binnenin,
        namen,
        zegt,
    )
}
