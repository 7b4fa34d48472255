"""Which language a text is in, how it speaks to its reader, and for which country it seems to be written."""

from collections import Counter

from policies.core.language.address import JE, U
from policies.core.reading.source import Unreadable
from policies.core.reading.text import SourceIndex, SourceSentence

COMMON = {
    "Nederlands": frozenset(
        "de het een en van wij uw je jouw wordt worden niet voor met zijn dat die deze op aan om ook onze gegevens".split()
    ),
    "Engels": frozenset(
        "the and of to we your you our is are that this for with or may not personal information by".split()
    ),
    "Frans": frozenset("le la les des et vous nous vos nos de du est sont pour données ne pas une avec par".split()),
    "Duits": frozenset("der die das und wir sie ihre ist sind nicht für mit auf werden von zu eine den daten".split()),
}
FEWEST = 20
# Words that a statement of one country uses and one of the other hardly ever.
BELGIAN = frozenset(
    "ondernemingsnummer kbo rpr belgië belgische vlaanderen vlaamse gegevensbeschermingsautoriteit gba bvba vzw rijksregisternummer privacycommissie kruispuntbank gsm".split()
)
DUTCH = frozenset(
    "kvk kvk-nummer koophandel nederland nederlandse autoriteit uavg bsn burgerservicenummer belastingdienst b.v telecommunicatiewet".split()
)


def refuse_foreign(reading: SourceIndex) -> None:
    """Raise Unreadable for a text that is too short, or not in Dutch."""
    words = reading.words
    if len(words) < FEWEST:
        raise Unreadable("Hier staat te weinig tekst om te lezen. Plak de hele verklaring.")
    counts = Counter(words)
    score = {name: sum(counts[word] for word in common) for name, common in COMMON.items()}
    best = max(score, key=lambda name: (score[name], name == "Nederlands"))
    if best != "Nederlands":
        raise Unreadable(
            f"Deze tekst is niet in het Nederlands; hij lijkt in het {best} te zijn. Wij kunnen alleen Nederlandse tekst lezen."
        )
    if score[best] * 20 < len(words):  # in any Dutch text one word in five is one of these
        raise Unreadable("Dit lijkt geen gewone Nederlandse tekst. Plak de tekst van een privacyverklaring.")


def country_of(reading: SourceIndex) -> str | None:
    """Return BE or NL, where the words of the text lean clearly to one of them; else None."""
    counts = Counter(reading.words)
    belgian, dutch = (sum(counts[word] for word in words) for words in (BELGIAN, DUTCH))
    return "BE" if belgian > dutch else "NL" if dutch > belgian else None


def addresses(reading: SourceIndex) -> dict[str, list[SourceSentence]]:
    """Return the sentences that say u and those that say je; one that does both counts in both."""
    return {
        name: [one for one in reading.sentences if pattern.search(one.text)] for name, pattern in (("u", U), ("je", JE))
    }
