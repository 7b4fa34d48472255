"""What the statement covers, and a representative that nobody needs."""

from policies.core.checks import scope
from policies.core.mending.identity import REPRESENTATIVE
from policies.core.mending.site import Mend, Mender, Site


def _everything(site: Site) -> Mend | None:
    """Return the mend to cover everything; to cover less is for the user to choose."""
    return site.clean(site.take("everything"), scope)


def _no_representative(site: Site) -> Mend:
    return site.set("Haal de vertegenwoordiger weg", {f"representative.{name}": None for name in REPRESENTATIVE})


MENDERS: dict[str, Mender] = {
    scope.BEYOND_SITE.code: _everything,
    scope.REPRESENTATIVE_BESIDE_BRANCH.code: _no_representative,
}
