"""How the statement looks and sounds, and what the company adds in its own words."""

from dataclasses import dataclass

from policies.core.facts import choices as c
from policies.core.facts import fields as f


@dataclass(frozen=True)
class OwnSection:
    """A section in the company's own words."""

    key: str = f.key()
    title: str | None = f.text("Kop", "Kort, zonder punt.", max_length=120, wording="heading")
    body: str | None = f.long("Tekst", "Gewone tekst. Een lege regel begint een nieuwe alinea.", max_length=6000)
    place: str | None = f.choice("Waar?", c.PLACE, "place", "Standaard: aan het einde.")


@dataclass(frozen=True)
class Style:
    """Layout and voice."""

    pattern: str | None = f.choice("Opbouw", c.PATTERN, "pattern", "De volgorde en de koppen van de verklaring.")
    tone: str | None = f.choice("Aanspreekvorm", c.TONE, "tone", "Schrijf ook uw eigen teksten in deze vorm.")
    title: str | None = f.text("Titel", "Leeg: Privacyverklaring.", max_length=120, wording="heading")
    opening: str | None = f.long("Eigen inleiding", "Een paar zinnen vooraf, als u dat wilt.", max_length=1500)
    definitions: bool = f.tick("Moeilijke woorden uitleggen", "Een korte lijst met uitleg vooraan.")
    terms_url: str | None = f.url(
        "Link naar uw algemene voorwaarden of woordenlijst",
        "Het volledige adres. Woorden betekenen dan hetzelfde als daar.",
    )
    copyright_notice: bool = f.tick(
        "Vermelden dat uw eigen teksten niet gekopieerd mogen worden", "Eén zin aan het einde, over wat u zelf schreef."
    )
    no_figure: bool = f.tick(
        "Geen beeld van de bewaartermijnen",
        "Leeg: vanaf vier termijnen tekent de verklaring ook hoelang u gegevens bewaart.",
    )
