"""How data arise that nobody gives: through a website, a camera or a telephone. A statement has a phrase for each."""

import re

from policies.core.facts.processing import Activity

# Words in the name of an activity, the most telling first. The rest says that the data arise by using what the company offers.
WORDS = {
    "camera": re.compile(r"camera|video|beeld", re.IGNORECASE),
    "phone": re.compile(r"telefo|\bbel|gesprek|oproep", re.IGNORECASE),
    "site": re.compile(
        r"site|cookie|\bapp|online|web|portaal|account|bezoek|formulier|\bchat|server|log(boek|bestand)|nieuwsbrief|statistiek|cijfers",
        re.IGNORECASE,
    ),
}


def observed_by(activity: Activity, apps: tuple[str, ...]) -> str:
    """Return camera, phone, site, app or use: by what the data of this activity arise, as far as its name tells.

    `apps` are those of the company.
    """
    name = activity.name or ""
    means = next((means for means, words in WORDS.items() if words.search(name)), "use")
    return "app" if means == "site" and apps else means
