"""Who else sees the data, and what is placed on the reader's device."""

from dataclasses import dataclass

from policies.core.facts import choices as c
from policies.core.facts import fields as f


@dataclass(frozen=True)
class RecipientRole:
    """Another task of a recipient, for which it has a role of its own (EDPB Guidelines 07/2020: roles go by task, not by company)."""

    role: str | None = f.choice(
        "Rol bij die taak", c.ROLE, "role", "Kies de rol voor deze taak.", articles="13.1.e 28 26"
    )
    task: str | None = f.text(
        "Bij welke taak?",
        "Begin met een werkwoord. Bijvoorbeeld: controleert betalingen op fraude.",
        "13.1.e",
        max_length=300,
    )


@dataclass(frozen=True)
class Recipient:
    """Who gets the data (art. 4(9), 13.1.e) and, outside the EEA, under which safeguard (art. 44–49)."""

    key: str = f.key()
    name: str | None = f.text(
        "Dienst of ontvanger",
        "De naam die mensen kennen, bijvoorbeeld Mollie. Of een soort: banken.",
        "13.1.e",
        max_length=120,
        wording="name",
    )
    kind: str | None = f.choice(
        "Bedrijf of soort?",
        c.RECIPIENT_KIND,
        "recipient_kind",
        "Noem liefst het bedrijf. Een soort mag als het bedrijf telkens wisselt.",
        articles="13.1.e",
    )
    entity: str | None = f.text(
        "Officiële naam van het bedrijf", "Met rechtsvorm, zoals in uw contract.", "13.1.e", wording="name"
    )
    role: str | None = f.choice(
        "Rol",
        c.ROLE,
        "role",
        "Een webhost of mailprogramma is meestal verwerker; een bank of koerier is zelf verantwoordelijk.",
        articles="13.1.e 28 26",
    )
    country: str | None = f.country(
        "Land van vestiging", "Waar het bedrijf met uw contract gevestigd is.", articles="13.1.f"
    )
    task: str | None = f.text(
        "Wat doet deze ontvanger?",
        "Begin met een werkwoord. Bijvoorbeeld: verstuurt onze nieuwsbrief.",
        "13.1.e",
        max_length=300,
    )
    activities: tuple[str, ...] = f.refs(
        "Voor welke verwerkingen?",
        "activities",
        "Kies bij welke verwerkingen deze ontvanger gegevens krijgt.",
        articles="13.1.e",
    )
    other_roles: tuple[RecipientRole, ...] = f.rows(RecipientRole, "Een andere rol bij een andere taak")
    only_with_consent: bool = f.tick(
        "Alleen als de persoon ja zegt", "Zonder toestemming krijgt deze ontvanger niets.", "13.1.e"
    )
    planned: bool = f.tick(
        "Nog niet in gebruik",
        "Zonder dag erbij komt dit nog niet in de verklaring.",
        internal="een plan zonder dag is nog geen feit; met een dag staat die in de tekst",
    )
    planned_from: str | None = f.day("Vanaf welke dag?", "Als u de dag weet: dan staat die in de verklaring.", "13.1.e")
    transfer_countries: tuple[str, ...] = f.countries(
        "Naar welke landen buiten de EER kunnen gegevens gaan?",
        "Ook als alleen het moederbedrijf erbij kan.",
        "13.1.f",
        organisations=True,
    )
    safeguards: tuple[str, ...] = f.choices(
        "Welke bescherming geldt daar?",
        c.SAFEGUARD,
        "safeguard",
        "Dat staat in de verwerkersovereenkomst of op de site van het bedrijf.",
        articles="13.1.f 46",
    )
    dpf_certified: str | None = f.choice(
        "Staat het bedrijf op de DPF-lijst?",
        c.CERTIFIED,
        "certified",
        "Kijk op https://www.dataprivacyframework.gov/list, onder de Amerikaanse naam van het bedrijf.",
        "45",
        internal="bewijs voor de controle; de waarborg zelf wordt vermeld",
    )
    dpf_checked_on: str | None = f.day(
        "Wanneer keek u op de DPF-lijst?",
        "De lijst verandert elk jaar.",
        internal="bewijs voor de controle; de waarborg zelf wordt vermeld",
    )
    safeguard_url: str | None = f.url(
        "Waar staat die bescherming?", "Link naar de verwerkersovereenkomst of de modelcontracten.", "13.1.f"
    )
    safeguard_copy: str | None = f.text(
        "Of: hoe krijgt men een kopie?",
        "Een hele zin. Bijvoorbeeld: Vraag ons een kopie.",
        "13.1.f",
        wording="sentence",
    )
    agreement: bool | None = f.promise(
        "Hebt u een verwerkersovereenkomst?",
        "Alleen voor een verwerker. Die staat vaak in de voorwaarden van de dienst.",
        "28.3",
    )
    own_use: str | None = f.text(
        "Wat doet deze ontvanger er zelf nog mee?",
        "Alleen als het bedrijf de gegevens ook voor zichzelf gebruikt. Een hele zin.",
        "5.1.a",
        max_length=400,
        wording="sentence",
    )
    limits: str | None = f.text(
        "Wat hebt u beperkt of uitgezet?",
        "Een hele zin. Bijvoorbeeld: Het delen met andere diensten staat uit.",
        max_length=400,
        wording="sentence",
    )
    opt_out: str | None = f.text(
        "Hoe kan men dit weigeren?",
        "Begin met “met” of “via”. Bijvoorbeeld: met de link Cookies onderaan elke pagina.",
        max_length=300,
    )
    opt_out_url: str | None = f.url("Link om te weigeren", "Het volledige adres.")
    privacy_url: str | None = f.url("Hun privacyverklaring", "Het volledige adres.", articles="13.1.e")
    catalogue_id: str | None = f.catalogue_id()
    checked_on: str | None = f.checked_on()
    confidence: str | None = f.choice(
        "Zekerheid van de catalogus",
        c.CONFIDENCE,
        "confidence",
        "Bij gemiddeld of laag kijkt u de gegevens van deze ontvanger zelf na.",
        internal="hoe zeker de catalogus is; alleen voor de gebruiker",
    )
    notes: str | None = f.notes()


def roles_of(recipient: Recipient) -> frozenset[str]:
    """Return every role that a recipient has, for whichever task."""
    return frozenset(role for role in (recipient.role, *(other.role for other in recipient.other_roles)) if role)


@dataclass(frozen=True)
class Disclosure:
    """When data goes to authorities or others outside the list of recipients."""

    shares: bool | None = f.yesno(
        "Ziet iemand buiten uw onderneming gegevens?",
        "Ook uw hostingbedrijf, boekhouder en mailprogramma tellen mee.",
        "13.1.e",
    )
    cases: tuple[str, ...] = f.choices(
        "Wanneer geeft u gegevens aan politie, gerecht of anderen?",
        c.DISCLOSURE_CASE,
        "disclosure_case",
        "Kruis aan wat u in zo'n geval echt zou doen.",
        articles="13.1.e",
    )
    business_transfer: bool = f.tick(
        "Ook bij een overname of fusie", "Een koper of adviseur kan dan gegevens zien.", "13.1.e"
    )
    business_transfer_activity: str | None = f.ref(
        "Bij welke verwerking hoort die overname?",
        "activities",
        "Daar staan het doel, het belang, de gegevens en de termijn.",
        "13.1.c",
    )
    no_sale: bool | None = f.promise(
        "Belooft u dat u geen gegevens verkoopt of verhuurt?",
        "Ook niet in ruil voor een voordeel. Kies alleen ja als het klopt.",
    )


@dataclass(frozen=True)
class Cookie:
    """One cookie or similar technique (art. 10/2 Act of 30 July 2018; art. 11.7a Tw)."""

    key: str = f.key()
    name: str | None = f.text("Naam", "Bijvoorbeeld _ga.", max_length=120, wording="code")
    provider: str | None = f.text(
        "Van wie?", "Uw eigen website, of de naam van het andere bedrijf.", max_length=120, wording="designation"
    )
    kind: str | None = f.choice(
        "Soort",
        c.COOKIE_KIND,
        "cookie_kind",
        "Een winkelmandje of aanmelding is noodzakelijk; bezoekers tellen is statistiek.",
    )
    purpose: str | None = f.text("Waarvoor?", "Bijvoorbeeld: onthoudt de gekozen taal.", max_length=300)
    lifetime: str | None = f.text(
        "Hoelang blijft hij staan?", "Bijvoorbeeld: tot de browser sluit, of 13 maanden.", max_length=120
    )
    access: str | None = f.text("Wie kan hem lezen?", "Bijvoorbeeld: alleen wij.", max_length=200)
    consent: str | None = f.choice(
        "Toestemming",
        c.COOKIE_CONSENT,
        "cookie_consent",
        "Alleen wat de site echt nodig heeft, mag zonder toestemming.",
        articles="6.1.a",
    )
    planned: bool = f.tick(
        "Nog niet in gebruik",
        "Zonder dag erbij komt dit nog niet in de verklaring.",
        internal="een plan zonder dag is nog geen feit; met een dag staat die in de tekst",
    )
    planned_from: str | None = f.day("Vanaf welke dag?", "Als u de dag weet: dan staat die in de verklaring.")


@dataclass(frozen=True)
class Cookies:
    """Cookies and similar techniques on the websites."""

    used: bool | None = f.yesno(
        "Plaatst uw website cookies of iets vergelijkbaars?", "Ook pixels, scripts en lokale opslag tellen mee."
    )
    techniques: tuple[str, ...] = f.lines(
        "Welke technieken, naast cookies?", "Bijvoorbeeld: pixels, tags, lokale opslag. Eén per regel."
    )
    consent_how: str | None = f.text(
        "Hoe geeft men toestemming?",
        "Begin met “met”. Bijvoorbeeld: met de knop Aanvaarden in de cookiemelding.",
        "7",
        max_length=300,
    )
    withdraw_how: str | None = f.text(
        "Hoe trekt men die weer in?",
        "Begin met “met”. Bijvoorbeeld: met de link Cookie-instellingen onderaan elke pagina.",
        "7.3",
        max_length=300,
    )
    browser_settings: bool = f.tick(
        "Uitleggen wat de browser kan weigeren", "Een korte uitleg over de instellingen van de browser."
    )
    policy_url: str | None = f.url("Link naar een apart cookiebeleid", "Het volledige adres, als u zo'n pagina hebt.")
    placed: tuple[Cookie, ...] = f.rows(Cookie, "Cookies")


@dataclass(frozen=True)
class Marketing:
    """Direct marketing (art. 21.2–3; art. XII.13 WER; art. 11.7 Tw). The purposes carry the rule and its conditions."""

    used: bool | None = f.yesno(
        "Stuurt u reclame of een nieuwsbrief, of belt u daarvoor?",
        "Ook een mail aan vaste klanten telt mee.",
        articles="21.2",
    )
    channels: tuple[str, ...] = f.choices("Langs welke weg?", c.CHANNEL, "channel", "Kruis alles aan wat u gebruikt.")
    topics: tuple[str, ...] = f.lines(
        "Onderwerpen waaruit men kan kiezen", "Eén per regel. Leeg als men niet kan kiezen."
    )
    stop_how: str | None = f.text(
        "Hoe stopt men de reclame?",
        "Begin met “met” of “via”. Bijvoorbeeld: met de link onderaan elke nieuwsbrief.",
        "21.3",
        max_length=300,
    )


@dataclass(frozen=True)
class SocialProfile:
    """A page of the company on a social network."""

    key: str = f.key()
    network: str | None = f.text("Netwerk", "Bijvoorbeeld LinkedIn.", max_length=80, wording="name")
    url: str | None = f.url(
        "Adres van uw pagina", "Het volledige adres, bijvoorbeeld https://www.linkedin.com/company/uwbedrijf."
    )


@dataclass(frozen=True)
class Links:
    """Links to other people's sites."""

    external: bool = f.tick(
        "Onze website bevat links naar andere websites", "Bijvoorbeeld naar leveranciers of partners."
    )
    buttons: bool = f.tick(
        "Onze website bevat knoppen van sociale media", "Via zo'n knop kan het netwerk zelf gegevens verzamelen."
    )
    buttons_activity: str | None = f.ref(
        "Bij welke verwerking horen die knoppen?",
        "activities",
        "Daar staan het doel, de grondslag, de gegevens en wie ze krijgt.",
        "13.1.c",
    )
    profiles: tuple[SocialProfile, ...] = f.rows(SocialProfile, "Onze pagina's op sociale media")
