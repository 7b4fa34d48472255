"""What is told twice goes, where nothing else goes with it: a list of data, a reason, a right, a sentence; and a kind takes the name of its one item."""

from policies.core.checks import economy
from policies.core.checks.economy_words import only_lists, only_repeats_a_right
from policies.core.facts import paths
from policies.core.mending.site import Mend, Mender, Site
from policies.core.mending.texts import removal


def _story(site: Site) -> Mend | None:
    """Return the mend without the sentences that say nothing but which data there are.

    A sentence that also tells what happens is for the user to shorten.
    """
    names = tuple(item.name for use in site.activity.uses for item in use.items if item.name)
    return site.clean(removal(site, lambda sentence: only_lists(sentence, names)[0]), economy)


def _reason(site: Site) -> Mend | None:
    """Return the mend without the reason of an item.

    The reason of a period has to say why it is so long, and only the user knows.
    """
    return site.set("Laat deze reden weg", {site.path: None}) if ".items." in site.path else None


def _kind(site: Site) -> Mend | None:
    """Return the mend that names a category after its one item, unless another category has that name."""
    key = paths.below(site.above)
    name = next(
        (item.name for a in site.facts.activities for use in a.uses if use.category == key for item in use.items), None
    )
    taken = {row.name for row in site.facts.categories}
    return site.take(name) if name not in taken else None


def _twice(site: Site) -> Mend | None:
    others = economy.said_elsewhere(site.review, site.path)
    if not isinstance(paths.read(site.facts, site.path), str):
        return None
    return site.clean(removal(site, lambda sentence: economy.is_said(sentence, others)), economy)


MENDERS: dict[str, Mender] = {
    economy.STORY.code: _story,
    economy.REASON.code: _reason,
    economy.CONTROL.code: lambda site: removal(site, only_repeats_a_right),
    economy.KIND.code: _kind,
    economy.TWICE.code: _twice,
}
