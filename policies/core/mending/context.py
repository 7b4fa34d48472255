"""One finding with the facts around it, and what a mender needs to know of the catalogue."""

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from policies.core.catalogue.pick import NotInCatalogue, pick_retention, row_of
from policies.core.catalogue.variants import for_country
from policies.core.checks.finding import Finding
from policies.core.checks.review import Review, words_of
from policies.core.facts import Activity, Facts, Recipient, paths, value_words
from policies.core.facts.choices import LAW_COUNTRY
from policies.core.facts.spare_keys import spare_key
from policies.core.language.word_lists import Catalogue


@dataclass(frozen=True)
class Mend:
    """One right answer: what the button says, and the facts once it is pressed."""

    label: str
    apply: Callable[[], Facts]


@dataclass(frozen=True)
class FindingContext:
    """One finding of one company on one day."""

    finding: Finding
    review: Review

    @property
    def facts(self) -> Facts:
        """Return the facts of the company."""
        return self.review.facts

    @property
    def library(self) -> Catalogue:
        """Return the catalogue."""
        return self.review.library

    @property
    def path(self) -> str:
        """Return the path that the finding is at."""
        return self.finding.path

    @property
    def field(self) -> str:
        """Return the name of the field that the finding is at."""
        return paths.leaf(self.path)

    @property
    def above(self) -> str:
        """Return the path of the row or part that the finding is about."""
        return paths.parent(self.path)

    @property
    def row(self) -> Any:
        """Return the row or part that the finding is about. Raises KeyError for a row that is not there."""
        return paths.read(self.facts, self.above)

    @property
    def activity(self) -> Activity:
        """Return the activity that the finding is in. Raises KeyError for an activity that is not there."""
        activity: Activity = paths.read(self.facts, paths.head(self.path, 2))
        return activity

    # --- what a mender gives

    def set(self, label: str, values: Mapping[str, Any]) -> Mend:
        """Return the mend that puts these values at their paths."""
        return Mend(label, lambda: paths.put_all(self.facts, values))

    def take(self, value: Any, more: Mapping[str, Any] | None = None) -> Mend | None:
        """Return the mend that answers with `value`; `more` comes along, by path.

        None when there is no value, or it is the answer already.
        """
        if value in (None, (), "") or value == paths.read(self.facts, self.path):
            return None
        kind = paths.spec_at(self.path).kind
        verb = (
            "Kies"
            if kind in {"choice", "choices", "ref", "refs"}
            else "Zet op"
            if kind in {"country", "countries", "number"}
            else "Neem over:"
        )
        return self.set(
            f"{verb} {value_words.in_words(self.facts, self.path, value)}", {self.path: value, **(more or {})}
        )

    def drop(self, path: str, label: str) -> Mend:
        """Return the mend that takes a row away."""
        return self.set(label, {paths.parent(path): paths.rest_of(self.facts, path)})

    def clean(self, mend: Mend | None, *themes: ModuleType) -> Mend | None:
        """Return that mend; None when these themes then give the same finding again or a new one that blocks.

        There it would mend one fault with another.
        """
        if mend is None:
            return None
        reviews = (self.review, Review(mend.apply(), self.library, self.review.on))
        before, after = ({finding for theme in themes for finding in theme.findings(review)} for review in reviews)
        same = any((finding.code, finding.path) == (self.finding.code, self.path) for finding in after)
        worse = {(f.code, f.path) for f in after if f.blocks} - {(f.code, f.path) for f in before}
        return None if same or worse else mend

    # --- what the catalogue says

    def from_catalogue(self, stem: str, wanted: str | None) -> Mapping[str, Any] | None:
        """Return the row with that id, as it is in the country of the company on the day; None when there is none."""
        if not wanted:
            return None
        try:
            row = row_of(self.library, stem, wanted, self.review.on)
        except NotInCatalogue:
            return None
        country = self.review.country
        return for_country(row, country, self.facts.style.tone) if country in LAW_COUNTRY else None

    def picked_activity(self, activity: Activity) -> Mapping[str, Any] | None:
        """Return the row of a picked activity, with purposes and uses of all its extras; None without one."""
        row = self.from_catalogue("activities", activity.catalogue_id)
        if row is None:
            return None
        extras = row["extras"]
        purposes = [*row["facts"]["purposes"], *(purpose for extra in extras for purpose in extra["purposes"])]
        uses = [*row["facts"]["uses"], *(use for extra in extras for use in extra["uses"])]
        return {**row["facts"], "purposes": purposes, "uses": uses, "recipients": row["recipients"]}

    def picked_recipient(self, recipient: Recipient) -> Mapping[str, Any] | None:
        """Return the row of the catalogue that a recipient is, by its origin or name; None when there is none.

        It is as it is in the country of the company.
        """
        row = self.review.service(recipient) or self.from_catalogue("recipients", recipient.catalogue_id)
        return for_country(row, self.review.country or "BE", self.facts.style.tone) if row else None

    def arrangement(self, names: Iterable[str | None], measures: bool = False) -> Mapping[str, Any] | None:
        """Return the arrangement of art. 26 that the network with one of these names lays down itself; else None."""
        words = words_of(" ".join(filter(None, names)))
        rows = self.library.valid("arrangements", self.review.on)
        row = next((row for row in rows if row["measures"] == measures and words & set(row["words"])), None)
        return for_country(row, self.review.country or "BE", self.facts.style.tone) if row else None

    def rule_of(self, wanted: str) -> tuple[str, dict[str, Any]]:
        """Return the key of the company's own period of that origin, and the values to put to have it.

        The values are a new row when there is none.
        """
        rules = self.facts.retention_rules
        own = next((rule for rule in rules if rule.catalogue_id == wanted and (rule.number or rule.criterion)), None)
        if own:
            return own.key, {}
        new = pick_retention(
            self.library, wanted, self.review.country or "BE", self.review.on, tone=self.facts.style.tone
        )
        key = spare_key(new.key, rules)
        return key, {"retention_rules": (*rules, dataclasses.replace(new, key=key))}


Mender = Callable[[FindingContext], Mend | None]
