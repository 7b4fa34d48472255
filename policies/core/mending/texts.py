"""The user's own texts: a sentence that must go, an old name with a new one, a period that the law made shorter."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from policies.core.catalogue.variants import other_form
from policies.core.checks import phrases, sentences, text_rights, tone
from policies.core.checks.finding import CheckRule
from policies.core.checks.texts import sentences_of
from policies.core.facts import paths
from policies.core.facts.periods import in_words
from policies.core.language.address import first_of_other, in_other_words
from policies.core.mending.context import FindingContext, Mend, Mender

# Where a text may be shorter, or gone, without leaving a question open.
FREE = re.compile(
    r"sections\.[^.]+\.body|style\.opening|activities\.[^.]+\.(story|control)|security\.(explanation|measures)|scope\.services"
    r"|recipients\.[^.]+\.(own_use|limits)|rights\.identity_detail|(groups|categories)\.[^.]+\.description"
)
TO_GO = (
    phrases.USE_IS_CONSENT,
    phrases.SHARES_NOTHING,
    phrases.STAYS_INSIDE,
    phrases.LOOK_YOURSELF,
    phrases.NO_LIABILITY,
    phrases.FEE_IN_TEXT,
)
BREAK = re.compile(r"(?<=[.!?])\s+|\n")
# Old names that the new one replaces word for word. Of the others the sentence changes too, or there is more than one new name.
SWAPPED = frozenset({"privacycommissie", "cbp", "wbp", "wet-1992", "wec-129", "wet-2003", "opta", "zoom"})
NO_NAME = re.compile(r"\.\w{2,3}$|melding$|besluit$", re.IGNORECASE)
TEN = re.compile(r"\b(10|tien) jaar\b", re.IGNORECASE)

Judge = Callable[[str], bool]


def without(text: str, faulty: Judge) -> str:
    """Return the text without the sentences that are at fault; the breaks between the others stay."""
    kept, start = "", 0
    for stop, end in [*((found.start(), found.end()) for found in BREAK.finditer(text)), (len(text), len(text))]:
        if not faulty(text[start:stop].strip()):
            kept += text[start:end]
        elif "\n" in text[stop:end] and kept and not kept.endswith("\n"):
            kept += text[stop:end]  # the line ends here, with or without its last sentence
        start = end
    return re.sub(r"\n{3,}", "\n\n", kept).strip()


def removal(context: FindingContext, faulty: Judge) -> Mend | None:
    """Return the mend that takes the faulty sentences out; an own section of which nothing is left goes as a whole."""
    if not FREE.fullmatch(context.path):
        return None
    value = paths.read(context.facts, context.path)
    if isinstance(value, tuple):
        lines = tuple(line for entry in value if (line := without(entry, faulty)))
        return context.set("Haal deze zin weg", {context.path: lines}) if lines != value else None
    left = without(value or "", faulty)
    if left == (value or "").strip():
        return None
    if not left and paths.top(context.path) == "sections":
        return context.drop(context.above, "Haal dit stuk tekst weg")
    return context.set("Haal deze zin weg", {context.path: left or None})


def _phrase(rule: CheckRule) -> Mender:
    said = [phrase for phrase in phrases.PHRASES if phrase.rule is rule]
    return lambda context: removal(context, lambda sentence: any(phrase.in_sentence(sentence) for phrase in said))


def _term(context: FindingContext) -> Mend | None:
    return removal(
        context, lambda sentence: any(True for _ in sentences.term_in(context.review, context.path, sentence))
    )


def _promised(pattern: re.Pattern[str]) -> Mender:
    return lambda context: removal(
        context, lambda sentence: bool(pattern.search(sentence)) and not text_rights.NOT_PROMISED.search(sentence)
    )


def _other_authority(context: FindingContext) -> Mend | None:
    """Return the mend without complaints sent to an authority that is not that of this company."""
    ours = {authority["name"] for authority in context.review.law.authorities}
    others = [row["name"] for row in context.library.valid("authorities", context.review.on) if row["name"] not in ours]
    return removal(context, lambda sentence: "klacht" in sentence.lower() and any(name in sentence for name in others))


def _ten_years(context: FindingContext) -> Mend | None:
    """Return the mend to the years that the law asks instead of ten, in the sentences about it."""
    row = next(
        (row for row in context.review.rows("retention") if "invoices" in row["categories"] and row["number"]), None
    )
    text = paths.read(context.facts, context.path)
    said = [phrase for phrase in phrases.PHRASES if phrase.rule is phrases.TEN_YEARS]
    if row is None or not isinstance(text, str):
        return None
    for sentence in sentences_of(text):
        if any(phrase.in_sentence(sentence) for phrase in said):
            text = text.replace(sentence, TEN.sub(in_words(row["number"], row["unit"]), sentence))
    return context.set(f"Maak er {in_words(row['number'], row['unit'])} van", {context.path: text})


def _tone(context: FindingContext) -> Mend | None:
    """Return the mend to the form of address of the statement.

    The text is that of the catalogue, or has other words where that is all that changes.
    """
    value, form, names = (
        paths.read(context.facts, context.path),
        context.facts.style.tone or "u",
        tone.names_in_form(context.review),
    )
    lines = value if isinstance(value, tuple) else (value,)
    new = [_in_tone(line, form, names, context) for line in lines]
    if None in new:
        return None
    return context.take(tuple(new) if isinstance(value, tuple) else new[0])


def _in_tone(line: str, form: str, names: tuple[str, ...], context: FindingContext) -> str | None:
    if not first_of_other(line, form, names):
        return line
    return other_form(line, context.library) or in_other_words(line, form, names)


# --- names that no longer hold -----------------------------------------------------------------------------------


def _outdated(context: FindingContext) -> Mend | None:
    """Return the mend with the new name in the place of the old one, where nothing else in the sentence changes."""
    text = paths.read(context.facts, context.path)
    row = next(
        (
            row
            for row in context.review.rows("outdated")
            if row["id"] in SWAPPED and f"Schrijf: {row['now'].rstrip('.')}." == context.finding.remedy
        ),
        None,
    )
    if row is None or not isinstance(text, str):
        return None
    new = renewed(text, row)
    return context.set(f"Maak ervan: {row['now']}", {context.path: new}) if new else None


def renewed(text: str, row: Mapping[str, Any]) -> str:
    """Return the text with the new name of a row of outdated.yaml; empty when that makes no good sentence."""
    now: str = row["now"]
    for old in sorted(row["old"], key=len, reverse=True):
        if not NO_NAME.search(old):
            end = r"(?:,? Inc\.?)?" if now.endswith("Inc.") else ""
            pattern = re.compile(rf"(?<![\w-])(?:(de|het) )?{re.escape(old)}{end}(?![\w-])", re.IGNORECASE)
            text = pattern.sub(lambda found: _with_article(found[1], now), text)
    plural = " en " in now and re.search(rf"(^|[.!?]\s+){re.escape(now)}", text, re.IGNORECASE | re.MULTILINE)
    return "" if plural or any(phrases.outdated_in(text, (row,))) else text


def _with_article(article: str | None, now: str) -> str:
    """Return the new name after the article that it takes; the capital of the old article stays."""
    if not article:
        return now
    name = now.removeprefix("de ")
    bare = article if now[:4] in {"art.", "Zoom"} else "de"
    return f"{'D' + bare[1:] if article[0].isupper() and bare == 'de' else bare} {name}"


MENDERS: dict[str, Mender] = {
    **{rule.code: _phrase(rule) for rule in TO_GO},
    phrases.TEN_YEARS.code: _ten_years,
    phrases.OUTDATED.code: _outdated,
    phrases.OUTDATED_NAME.code: _outdated,
    sentences.TERM.code: _term,
    tone.TONE.code: _tone,
    text_rights.OWN_PORTABILITY.code: _promised(text_rights.OWN_MOVES),
    text_rights.OWN_OBJECTION.code: _promised(text_rights.OWN_OBJECTS),
    text_rights.WRONG_AUTHORITY.code: _other_authority,
}
