"""What happens with the data: activities, purposes, data uses, retention."""

from dataclasses import dataclass

from policies.core.facts import choices as c
from policies.core.facts import fields as f


@dataclass(frozen=True)
class DataCategory:
    """A kind of data, used by one or more activities."""

    key: str = f.key()
    name: str | None = f.text("Soort gegevens", "Bijvoorbeeld: contactgegevens, facturen.", "14.1.d", max_length=120)
    description: str | None = f.text("Uitleg", "Alleen als de naam niet genoeg zegt.", max_length=400)
    special: str | None = f.choice(
        "Bijzondere gegevens?", c.SPECIAL_KIND, "special_kind", "Leeg laten als het geen bijzondere gegevens zijn.", "9"
    )
    criminal: bool = f.tick("Strafrechtelijke gegevens", "Veroordelingen of strafbare feiten.", "10")
    national_number: bool = f.tick("Rijksregisternummer of BSN", "Mag alleen als een wet het toelaat.", "87")
    catalogue_id: str | None = f.catalogue_id()


@dataclass(frozen=True)
class RetentionRule:
    """A period or a criterion (art. 13.2.a): from which event, why, and what happens after."""

    key: str = f.key()
    name: str | None = f.text(
        "Naam van de termijn",
        "Om te kiezen in deze vragenlijst, bijvoorbeeld: facturen 7 jaar.",
        max_length=120,
        internal="naam om te kiezen; de termijn zelf wordt vermeld",
    )
    number: int | None = f.number("Hoelang?", "Een getal.", "13.2.a")
    unit: str | None = f.choice("Eenheid", c.UNIT, "", "Hoort bij het getal.", articles="13.2.a")
    start_event: str | None = f.text(
        "Vanaf wanneer?", "Begin met “na” of “vanaf”. Bijvoorbeeld: na de laatste bestelling.", "13.2.a"
    )
    bound: str | None = f.choice(
        "Is dat precies?",
        c.BOUND,
        "bound",
        "Leeg: precies zo lang. Kies anders: ten hoogste, minstens of meestal.",
        articles="13.2.a",
    )
    criterion: str | None = f.text(
        "Of: waar hangt het van af?",
        "Begin met “zolang” of “tot”. Bijvoorbeeld: zolang de recensie online staat.",
        "13.2.a",
        max_length=400,
    )
    together: str | None = f.choice(
        "Een getal én een voorwaarde?",
        c.TOGETHER,
        "together",
        "Alleen als u beide invult: hoe horen ze bij elkaar?",
        articles="13.2.a",
    )
    nothing_kept: bool = f.tick(
        "Wij bewaren niets", "Bijvoorbeeld bij beelden die men live bekijkt. Vul dan geen getal in.", "13.2.a"
    )
    reason: str | None = f.text(
        "Waarom zo lang?",
        "Begin met “om”. Bijvoorbeeld: om vragen achteraf te kunnen beantwoorden.",
        "5.1.e",
        max_length=400,
    )
    law: str | None = f.text(
        "Welke wet vraagt dit?",
        "Alleen bij een wettelijke termijn, met artikel.",
        "6.3",
        max_length=300,
        wording="designation",
    )
    afterwards: str | None = f.choice(
        "Wat gebeurt er daarna?", c.AFTERWARDS, "afterwards", "Wissen is het gewone antwoord.", articles="5.1.e"
    )
    catalogue_id: str | None = f.catalogue_id()
    checked_on: str | None = f.checked_on()


@dataclass(frozen=True)
class Purpose:
    """Why, with exactly one legal basis (art. 6); direct-marketing law stands beside it."""

    key: str = f.key()
    name: str | None = f.text(
        "Doel",
        "Wat wilt u ermee bereiken? Eindig met een werkwoord. Bijvoorbeeld: vragen beantwoorden.",
        "13.1.c",
        max_length=300,
    )
    short: str | None = f.text(
        "Het doel in een paar woorden",
        "Eindig met een werkwoord. Bijvoorbeeld: leveren, of: late betalingen innen.",
        max_length=60,
    )
    groups: tuple[str, ...] = f.refs(
        "Over wie gaat dit doel?", "groups", "Leeg: over alle groepen van de verwerking.", "13.1.c"
    )
    legal_basis: str | None = f.choice(
        "Grondslag",
        c.LEGAL_BASIS,
        "legal_basis",
        "Eén grondslag per doel. Zijn het er twee, maak dan twee doelen.",
        "13.1.c 6.1",
    )
    interest: str | None = f.text(
        "Welk belang?",
        "Alleen bij gerechtvaardigd belang: noem het precies. Bijvoorbeeld: betaald worden voor geleverd werk.",
        "13.1.d",
        max_length=300,
    )
    law: str | None = f.text(
        "Welke wet?",
        "Alleen bij een wettelijke verplichting: noem de wet en het artikel.",
        "6.3",
        max_length=300,
        wording="designation",
    )
    special_ground: str | None = f.choice(
        "Grond voor bijzondere gegevens",
        c.SPECIAL_GROUND,
        "special_ground",
        "Alleen als u voor dit doel bijzondere gegevens gebruikt.",
        "9.2",
    )
    marketing_rule: str | None = f.choice(
        "Reclame: welke regel?",
        c.MARKETING_RULE,
        "marketing_rule",
        "Alleen als dit doel reclame of een nieuwsbrief is.",
        "21.2",
    )
    own_similar: bool | None = f.promise(
        "Gaat het alleen over eigen, gelijksoortige producten of diensten?",
        "Voorwaarde voor reclame aan klanten zonder toestemming.",
    )
    address_from_sale: bool | None = f.promise(
        "Kreeg u het adres bij een verkoop of dienst?", "Voorwaarde voor reclame aan klanten zonder toestemming."
    )
    objection_offered: bool | None = f.promise(
        "Kan men gratis weigeren, meteen en in elk bericht?", "Voorwaarde voor reclame aan klanten zonder toestemming."
    )


@dataclass(frozen=True)
class ExtraSource:
    """One more source of some data, beside that of its activity (art. 14.2.f)."""

    source: str | None = f.choice(
        "Ook van waar?", c.SOURCE, "source", "Een bron naast die van de verwerking.", articles="14.2.f"
    )
    detail: str | None = f.text("Welke bron?", "Noem de bron precies.", "14.2.f", max_length=300)


@dataclass(frozen=True)
class DataItem:
    """One piece of data and why it is needed."""

    name: str | None = f.text("Gegeven", "Bijvoorbeeld: e-mailadres.", "14.1.d", max_length=160)
    reason: str | None = f.text(
        "Waarvoor?",
        "Alleen als het iets toevoegt aan het doel. Begin met “om”. Bijvoorbeeld: om de bestelling te bevestigen.",
        max_length=300,
    )
    optional: bool = f.tick("Men mag dit weglaten", "Kruis aan als u dit gegeven niet echt nodig hebt.", "13.2.e")


@dataclass(frozen=True)
class DataUse:
    """One activity × one data category. What is empty here follows the activity."""

    category: str | None = f.ref("Soort gegevens", "categories", "Kies een van uw soorten gegevens.", articles="14.1.d")
    items: tuple[DataItem, ...] = f.rows(DataItem, "Gegevens")
    groups: tuple[str, ...] = f.refs("Van wie?", "groups", "Leeg: zoals bij de verwerking.")
    source: str | None = f.choice("Hoe krijgt u ze?", c.SOURCE, "source", "Leeg: zoals bij de verwerking.", "14.2.f")
    source_detail: str | None = f.text("Welke bron?", "Noem de bron precies.", "14.2.f", max_length=300)
    extra_sources: tuple[ExtraSource, ...] = f.rows(ExtraSource, "Ook van")
    required: str | None = f.choice(
        "Moet men ze geven?", c.REQUIRED, "required", "Leeg: zoals bij de verwerking.", "13.2.e"
    )
    consequence: str | None = f.text(
        "Wat als men ze niet geeft?", "Een hele zin.", articles="13.2.e", max_length=300, wording="sentence"
    )
    retention: str | None = f.ref("Bewaartermijn", "retention_rules", "Leeg: zoals bij de verwerking.", "13.2.a")


@dataclass(frozen=True)
class Activity:
    """One thing the company does with data: a contact form, orders, a newsletter."""

    key: str = f.key()
    name: str | None = f.text("Verwerking", "Wat doet u? Bijvoorbeeld: contactformulier, bestellingen.", max_length=120)
    story: str | None = f.long("Hoe gaat het?", "Vertel kort wat de persoon doet en wat u dan doet.", max_length=1500)
    groups: tuple[str, ...] = f.refs(
        "Van wie gebruikt u gegevens?", "groups", "Kies de groepen uit de stap Website en bereik."
    )
    source: str | None = f.choice(
        "Hoe krijgt u de gegevens?", c.SOURCE, "source", "Meestal geeft de persoon ze zelf.", articles="14.2.f"
    )
    source_detail: str | None = f.text(
        "Welke bron?", "Alleen als de persoon ze niet zelf geeft. Noem de bron precies.", "14.2.f", max_length=300
    )
    required: str | None = f.choice(
        "Moet men de gegevens geven?",
        c.REQUIRED,
        "required",
        "Kies wat voor de meeste gegevens van deze verwerking geldt.",
        articles="13.2.e",
    )
    consequence: str | None = f.text(
        "Wat gebeurt er als men ze niet geeft?",
        "Een hele zin. Bijvoorbeeld: Zonder e-mailadres kunnen wij niet antwoorden.",
        "13.2.e",
        max_length=300,
        wording="sentence",
    )
    retention: str | None = f.ref(
        "Bewaartermijn",
        "retention_rules",
        "Geldt voor alle gegevens van deze verwerking, tenzij u bij de gegevens iets anders kiest.",
        "13.2.a",
    )
    control: str | None = f.long(
        "Wat kan men zelf doen?", "Bijvoorbeeld: uitschrijven met de link onderaan.", max_length=800
    )
    purposes: tuple[Purpose, ...] = f.rows(Purpose, "Doelen")
    uses: tuple[DataUse, ...] = f.rows(DataUse, "Gegevens")
    catalogue_id: str | None = f.catalogue_id("Soort verwerking")
    checked_on: str | None = f.checked_on()
    notes: str | None = f.notes()
