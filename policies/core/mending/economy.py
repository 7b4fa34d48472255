"""What is told twice goes, where nothing else goes with it: a list of data, a reason, a right, a sentence; and a kind takes the name of its one item."""

from policies.core.checks import economy
from policies.core.checks.economy_words import only_lists, only_repeats_a_right
from policies.core.facts import paths
from policies.core.mending.context import FindingContext, Mend, Mender
from policies.core.mending.texts import removal


def _story(context: FindingContext) -> Mend | None:
    """Return the mend without the sentences that say nothing but which data there are.

    A sentence that also tells what happens is for the user to shorten.
    """
    names = tuple(item.name for use in context.activity.uses for item in use.items if item.name)
    return context.clean(removal(context, lambda sentence: only_lists(sentence, names)[0]), economy)


def _reason(context: FindingContext) -> Mend | None:
    """Return the mend without the reason of an item.

    The reason of a period has to say why it is so long, and only the user knows.
    """
    return context.set("Laat deze reden weg", {context.path: None}) if ".items." in context.path else None


def _kind(context: FindingContext) -> Mend | None:
    """Return the mend that names a category after its one item, unless another category has that name."""
    key = paths.below(context.above)
    name = next(
        (item.name for a in context.facts.activities for use in a.uses if use.category == key for item in use.items),
        None,
    )
    taken = {row.name for row in context.facts.categories}
    return context.take(name) if name not in taken else None


def _twice(context: FindingContext) -> Mend | None:
    """Return the mend without the sentences that stand elsewhere too; None where the text would still say one of its own twice.

    No finding about economy blocks, so nothing else has to be judged anew.
    """
    if not isinstance(paths.read(context.facts, context.path), str):
        return None
    others = economy.sentences_elsewhere(context.review, context.path)
    mend = removal(context, lambda sentence: economy.is_repeated(sentence, others))
    return mend if mend is None or not economy.repeats_itself(paths.read(mend.apply(), context.path) or "") else None


MENDERS: dict[str, Mender] = {
    economy.STORY.code: _story,
    economy.REASON.code: _reason,
    economy.CONTROL.code: lambda context: removal(context, only_repeats_a_right),
    economy.KIND.code: _kind,
    economy.TWICE.code: _twice,
}
