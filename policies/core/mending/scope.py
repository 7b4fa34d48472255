"""What the statement covers, and a representative that nobody needs."""

from policies.core.checks import scope
from policies.core.mending.context import FindingContext, Mend, Mender
from policies.core.mending.identity import REPRESENTATIVE


def _everything(context: FindingContext) -> Mend | None:
    """Return the mend to cover everything; to cover less is for the user to choose."""
    return context.clean(context.take("everything"), scope)


def _no_representative(context: FindingContext) -> Mend:
    return context.set("Haal de vertegenwoordiger weg", {f"representative.{name}": None for name in REPRESENTATIVE})


MENDERS: dict[str, Mender] = {
    scope.BEYOND_SITE.code: _everything,
    scope.REPRESENTATIVE_BESIDE_BRANCH.code: _no_representative,
}
