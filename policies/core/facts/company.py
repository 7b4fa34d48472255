"""Who is responsible: the company, the people to ask, those who decide with it, and what the statement covers."""

from dataclasses import dataclass

from policies.core.facts import choices as c
from policies.core.facts import fields as f


@dataclass(frozen=True)
class Controller:
    """The controller (art. 4(7), 13.1.a). Numbers are checked by their own check digits."""

    country: str | None = f.choice(
        "Land van vestiging",
        c.LAW_COUNTRY,
        "country",
        "Bepaalt de toezichthouder en de wettelijke termijnen.",
        "13.1.a",
    )
    register_number: str | None = f.text(
        "Ondernemingsnummer (KBO) of KvK-nummer",
        "België: 10 cijfers. Nederland: 8 cijfers.",
        "13.1.a",
        max_length=20,
        notation="number",
        wording="code",
    )
    branch_number: str | None = f.text(
        "Vestigingsnummer",
        "Alleen als u het wilt vermelden. België: 10 cijfers, Nederland: 12.",
        max_length=20,
        notation="number",
        wording="code",
    )
    vat_number: str | None = f.text(
        "Btw-nummer of btw-id",
        "Bijvoorbeeld BE 0123.456.749 of NL000099998B57.",
        max_length=20,
        notation="number",
        wording="code",
    )
    rsin: str | None = f.text(
        "RSIN",
        "Alleen Nederland: 9 cijfers. Een eenmanszaak heeft er geen. Alleen als u het wilt vermelden.",
        max_length=20,
        notation="number",
        wording="code",
    )
    other_numbers: tuple[str, ...] = f.lines(
        "Andere nummers",
        "Een erkenning of vergunning, met de naam ervan. Eén per regel, bijvoorbeeld: erkenningsnummer 212345 (BIV).",
        maximum=10,
        wording="designation",
    )
    legal_form: str | None = f.choice(
        "Rechtsvorm", c.LEGAL_FORM, "legal_form", "Zoals in de statuten of in het register.", articles="13.1.a"
    )
    legal_name: str | None = f.text(
        "Officiële naam", "Zoals in de statuten. Bij een eenmanszaak: uw eigen naam.", "13.1.a", wording="name"
    )
    responsible_persons: tuple[str, ...] = f.lines(
        "Wie is aanspreekbaar voor de vereniging?",
        "Alleen als ze geen nummer heeft: de naam van minstens één persoon. Eén per regel, bijvoorbeeld: An Maes (voorzitter).",
        "13.1.a",
        maximum=10,
        wording="name",
    )
    trade_names: tuple[str, ...] = f.lines(
        "Handelsnamen", "De namen waaronder klanten u kennen. Eén per regel.", "13.1.a", wording="name"
    )
    register_court: str | None = f.text(
        "Rechtspersonenregister", "Alleen België, bijvoorbeeld: RPR Gent, afdeling Gent.", wording="place"
    )
    seat_street: str | None = f.text(
        "Straat en nummer", "Bijvoorbeeld: Kerkstraat 12 bus 3.", "13.1.a", wording="place"
    )
    seat_postcode: str | None = f.text(
        "Postcode",
        "Bijvoorbeeld 9300 of 3511 AB.",
        articles="13.1.a",
        max_length=60,
        notation="postcode",
        wording="code",
    )
    seat_city: str | None = f.text(
        "Plaats", "De gemeente of stad van de zetel.", articles="13.1.a", max_length=80, wording="place"
    )
    seat_country: str | None = f.country("Land", "Het land van dat adres.", articles="13.1.a")
    postal_address: str | None = f.text(
        "Postadres",
        "Alleen als het anders is dan de zetel. Alles op één regel, bijvoorbeeld: Postbus 12, 3500 AA Utrecht.",
        "13.1.a",
        wording="place",
    )
    phone: str | None = f.phone(
        "Telefoon",
        "Een nummer waarop iemand opneemt, bijvoorbeeld 053 12 34 56. Twee mag ook, met “of” ertussen.",
        articles="13.1.a",
    )
    fax: str | None = f.phone("Fax", "Alleen als u nog een fax gebruikt.")
    email: str | None = f.email("Algemeen e-mailadres", "Een adres dat u elke dag leest.", articles="13.1.a")
    group_name: str | None = f.text(
        "Groep waar u bij hoort",
        "Alleen als u deel bent van een groep van ondernemingen. U blijft zelf verantwoordelijk.",
        wording="name",
    )
    parent_name: str | None = f.text(
        "Moederonderneming",
        "Alleen voor een bijkantoor: de buitenlandse onderneming waar u deel van bent.",
        "13.1.a",
        wording="name",
    )
    parent_register_number: str | None = f.text(
        "Nummer van de moederonderneming",
        "KvK-nummer of ander registernummer.",
        max_length=40,
        notation="foreign",
        wording="code",
    )
    parent_country: str | None = f.country("Land van de moederonderneming", "Waar de moederonderneming gevestigd is.")


@dataclass(frozen=True)
class OtherContact:
    """One more person or desk to ask, and what about."""

    key: str = f.key()
    subject: str | None = f.text(
        "Waarvoor?",
        "Begin met “voor”. Bijvoorbeeld: voor vragen over camerabeelden. Leeg: voor alle vragen.",
        max_length=200,
    )
    name: str | None = f.text("Naam of functie", "Bijvoorbeeld: het secretariaat.", wording="designation")
    email: str | None = f.email("E-mailadres", "Een adres dat iemand echt leest.", "13.1.a")
    phone: str | None = f.phone("Telefoon", "Het nummer waarop men die persoon bereikt.", "13.1.a")


@dataclass(frozen=True)
class PrivacyContact:
    """Whom people may ask about privacy. Not a DPO."""

    name: str | None = f.text(
        "Naam of functie", "Bijvoorbeeld: zaakvoerder, of de naam van een medewerker.", wording="designation"
    )
    email: str | None = f.email("E-mailadres voor privacyvragen", "Een adres dat iemand echt leest.", "13.1.a")
    phone: str | None = f.phone(
        "Telefoon voor privacyvragen", "Alleen als het een ander nummer is dan dat van de onderneming."
    )
    address: str | None = f.text(
        "Postadres voor privacyvragen", "Alleen als het anders is dan de zetel.", wording="place"
    )
    form_url: str | None = f.url(
        "Contactformulier", "Het volledige adres, als men u ook met een formulier kan schrijven."
    )
    hours: str | None = f.text(
        "Wanneer bereikt men u?",
        "Begin met “op”, “van” of “elke”. Bijvoorbeeld: op werkdagen van 9 tot 17 uur.",
        max_length=200,
    )
    others: tuple[OtherContact, ...] = f.rows(OtherContact, "Nog een aanspreekpunt")


@dataclass(frozen=True)
class Dpo:
    """The data protection officer (art. 37), who exists only when designated."""

    designated: bool | None = f.yesno(
        "Hebt u een functionaris voor gegevensbescherming (DPO/FG) aangesteld?",
        "De meeste kleine ondernemingen hoeven dat niet.",
        "13.1.b 37",
    )
    name: str | None = f.text("Naam", "De naam is niet verplicht.", wording="designation")
    email: str | None = f.email(
        "E-mailadres",
        "Het liefst een adres dat bij de functie hoort, bijvoorbeeld dpo@uwbedrijf.be.",
        articles="13.1.b",
    )
    phone: str | None = f.phone("Telefoon", "Een nummer waarop men die persoon bereikt.", articles="13.1.b")
    address: str | None = f.text("Postadres", "Alles op één regel.", articles="13.1.b", wording="place")


@dataclass(frozen=True)
class Representative:
    """The representative in the EU of a controller outside the EEA (art. 27)."""

    name: str | None = f.text(
        "Naam van de vertegenwoordiger in de EU",
        "Alleen voor ondernemingen buiten de EER.",
        "13.1.a 27",
        wording="name",
    )
    register_number: str | None = f.text(
        "Registernummer",
        "Het nummer in het handelsregister van dat land.",
        max_length=40,
        notation="foreign",
        wording="code",
    )
    address: str | None = f.text("Adres", "Alles op één regel.", articles="13.1.a", wording="place")
    email: str | None = f.email("E-mailadres", "Het adres waarop men die persoon bereikt.", articles="13.1.a")
    phone: str | None = f.phone("Telefoon", "Het nummer waarop men die persoon bereikt.", articles="13.1.a")


@dataclass(frozen=True)
class JointController:
    """Another company that decides with ours about some activities (art. 26)."""

    key: str = f.key()
    name: str | None = f.text("Naam", "De officiële naam van de andere onderneming.", articles="26.2", wording="name")
    address: str | None = f.text("Adres", "Alles op één regel.", articles="26.2", wording="place")
    activities: tuple[str, ...] = f.refs(
        "Voor welke verwerkingen?", "activities", "Kies waar u samen over beslist.", articles="26.2"
    )
    arrangement: str | None = f.long(
        "Wie doet wat?", "De afspraak in het kort: wie informeert, wie beantwoordt vragen.", "26.2", max_length=1000
    )
    contact_point: str | None = f.text(
        "Bij wie kan men terecht?", "Bijvoorbeeld: bij ons, of bij het netwerk zelf.", articles="26.1"
    )
    url: str | None = f.url("Link naar de afspraak of hun verklaring", "Het volledige adres.", articles="26.2")


@dataclass(frozen=True)
class Scope:
    """What the company does and what the statement covers."""

    services: str | None = f.long(
        "Wat doet uw onderneming?", "In een paar zinnen: uw producten en diensten.", max_length=1500
    )
    websites: tuple[str, ...] = f.urls("Websites", "Het volledige adres, één per regel.", "13.1.a")
    applies_to: str | None = f.choice(
        "Waarvoor geldt deze verklaring?", c.APPLIES_TO, "applies_to", "De meeste ondernemingen kiezen voor alles."
    )
    apps: tuple[str, ...] = f.lines(
        "Apps", "De naam van elke app waarvoor de verklaring geldt. Eén per regel.", maximum=20, wording="name"
    )
    no_site_data: bool | None = f.promise(
        "Is uw website alleen om te lezen, zonder gegevens van bezoekers?",
        "Kies alleen ja als er geen formulier, geen teller en geen cookie op staat. Dan zegt de verklaring dat.",
        "5.1.a",
    )
    customer_countries: tuple[str, ...] = f.countries(
        "In welke landen wonen uw klanten?",
        "Wonen er ook klanten in een ander land van de EER, dan noemen wij ook die toezichthouder.",
        "13.2.d 77",
    )
    processing_countries: tuple[str, ...] = f.countries(
        "In welke landen bewaart u gegevens?", "Denk aan uw kantoor en uw servers."
    )


@dataclass(frozen=True)
class Group:
    """A group of people whose data is used."""

    key: str = f.key()
    name: str | None = f.text(
        "Groep mensen", "Bijvoorbeeld: klanten, sollicitanten, bezoekers van de website.", max_length=120
    )
    description: str | None = f.text("Wie zijn dat?", "Alleen als de naam niet genoeg zegt.", max_length=400)
    phrase: str | None = f.text(
        "Waaraan herkent de lezer zich?", "Begin met “u” of “je”. Bijvoorbeeld: u bent klant.", max_length=120
    )
