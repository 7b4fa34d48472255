"""How the company cares for data and people: security, rights, minors, machines that decide, its other roles."""

from dataclasses import dataclass

from policies.core.facts import choices as c
from policies.core.facts import fields as f


@dataclass(frozen=True)
class Security:
    """Measures (art. 32), and what happens when something goes wrong (art. 33–34)."""

    measures: tuple[str, ...] = f.lines(
        "Uw maatregelen",
        "Eén per regel, bijvoorbeeld: onze website gebruikt een beveiligde verbinding (https). Schrijf op wat u echt doet.",
        "32",
    )
    explanation: str | None = f.long("In uw eigen woorden", "Alleen als u iets wilt toevoegen.", max_length=1500)
    report_email: str | None = f.email(
        "Waar meldt men misbruik of een zwakke plek?", "Een adres dat iemand snel leest."
    )
    tells_breaches: bool | None = f.promise(
        "Wilt u vertellen wat u doet bij een datalek?",
        "Melden aan de toezichthouder en aan de betrokkenen zoals de wet het vraagt.",
        "33 34",
    )
    backup_days: int | None = f.number(
        "Na hoeveel dagen is wat u wist ook uit uw back-ups weg?",
        "Alleen als u back-ups maakt. Bijvoorbeeld 30.",
        "13.2.a",
        maximum=3650,
    )
    keeps_register: bool | None = f.promise(
        "Houdt u een register van verwerkingen bij, en wilt u dat vertellen?",
        "De meeste ondernemingen moeten zo'n register hebben.",
        articles="30",
    )


@dataclass(frozen=True)
class RightsException:
    """Something that cannot be erased or changed, and why (art. 17.3)."""

    key: str = f.key()
    what: str | None = f.text(
        "Wat kunt u niet wissen of veranderen?", "Bijvoorbeeld: facturen.", "17.3", max_length=200
    )
    why: str | None = f.text(
        "Waarom niet?", "Begin met “omdat”. Bijvoorbeeld: omdat de boekhoudwet ze 7 jaar eist.", "17.3", max_length=300
    )


@dataclass(frozen=True)
class Rights:
    """How people use their rights (art. 12, 15–22)."""

    email: str | None = f.email(
        "E-mailadres voor verzoeken",
        "Het adres waar men vraagt om gegevens te zien, te verbeteren of te wissen.",
        articles="12.2",
    )
    url: str | None = f.url(
        "Formulier voor verzoeken", "Het volledige adres, als u zo'n formulier hebt.", articles="12.2"
    )
    by_post: bool = f.tick("Een brief mag ook", "Dan schrijft men naar het adres van uw zetel.", articles="12.2")
    by_phone: bool = f.tick("Bellen mag ook", "Dan belt men naar het nummer van uw onderneming.", articles="12.2")
    in_person: bool = f.tick("Langskomen mag ook", "Dan komt men naar het adres van uw zetel.", articles="12.2")
    account_how: str | None = f.text(
        "Waar bekijkt en verandert men zelf zijn gegevens?",
        "Alleen als men een account heeft. Begin met “in” of “via”. Bijvoorbeeld: in het account, onder Mijn gegevens.",
        "12.2",
        max_length=300,
    )
    term_number: int | None = f.number("Binnen hoeveel tijd antwoordt u?", "De wet: uiterlijk na één maand.", "12.3")
    term_unit: str | None = f.choice(
        "Eenheid",
        {k: v for k, v in c.UNIT.items() if k != "year"},
        "",
        "Hoort bij het getal hierboven.",
        articles="12.3",
    )
    identity_check: str | None = f.choice(
        "Hoe weet u dat iemand is wie hij zegt?",
        c.IDENTITY_CHECK,
        "identity_check",
        "Een kopie van de identiteitskaart mag u niet standaard vragen.",
        "12.6",
    )
    identity_detail: str | None = f.text(
        "Toelichting bij die controle",
        "Alleen als er iets bij te zeggen valt. Schrijf volledige zinnen.",
        max_length=400,
        wording="sentence",
    )
    fee: str | None = f.text(
        "Vraagt u er geld voor?",
        "Leeg laten: het is gratis. De wet laat kosten bijna nooit toe.",
        "12.5",
        wording="sentence",
    )
    withdraw_how: str | None = f.text(
        "Hoe trekt men toestemming in?",
        "Even makkelijk als geven. Begin met “met” of “via”. Bijvoorbeeld: met een e-mail aan ons.",
        "7.3 13.2.c",
        max_length=300,
    )
    talk_first: bool = f.tick(
        "Vragen om een klacht eerst aan u te vertellen",
        "Een vriendelijke vraag, nooit een voorwaarde: men mag altijd meteen naar de toezichthouder.",
        "13.2.d 77",
    )
    exceptions: tuple[RightsException, ...] = f.rows(RightsException, "Wat niet altijd gewist mag worden")


@dataclass(frozen=True)
class Minors:
    """Children (art. 8; BE 13, NL 16)."""

    directed: bool | None = f.yesno(
        "Richt u zich op kinderen of jongeren?", "Kies nee als kinderen niet uw klanten zijn.", articles="8"
    )
    minimum_age: int | None = f.number(
        "Vanaf welke leeftijd?",
        "De jongste leeftijd die u bedient, met of zonder toestemming van een ouder.",
        "8",
        minimum=1,
        maximum=21,
    )
    parental_consent: str | None = f.text(
        "Hoe vraagt u toestemming aan de ouders?",
        "Alleen als u zich op kinderen richt. Een hele zin. Bijvoorbeeld: Wij mailen een ouder, die de toestemming bevestigt.",
        "8.2",
        max_length=400,
        wording="sentence",
    )
    age_check: str | None = f.text(
        "Hoe gaat u de leeftijd na?",
        "Begin met “met”. Bijvoorbeeld: met een vraag naar het geboortejaar.",
        max_length=300,
    )
    parents_can_report: bool | None = f.promise(
        "Kunnen ouders u melden dat hun kind gegevens gaf?", "Gaf het kind die zonder hun toestemming, dan wist u ze."
    )
    erases_unasked: bool | None = f.promise(
        "Wist u gegevens van kinderen die u bij toeval vindt?", "Een belofte: kies alleen ja als u dat ook doet."
    )


@dataclass(frozen=True)
class Unasked:
    """Special data that nobody asked for."""

    erases: bool | None = f.promise(
        "Vraagt u geen gevoelige gegevens, en wist u wat men toch stuurt?",
        "Kies nee als u wel gevoelige gegevens gebruikt, bijvoorbeeld over gezondheid.",
        "9",
    )


@dataclass(frozen=True)
class Decision:
    """A decision made by a machine alone, with serious effect (art. 22, 13.2.f)."""

    key: str = f.key()
    name: str | None = f.text("Welke beslissing?", "Bijvoorbeeld: achteraf betalen weigeren.", "13.2.f")
    logic: str | None = f.long(
        "Hoe komt de computer erop?",
        "Welke gegevens tellen mee, en hoe zwaar? Wanneer valt de beslissing anders uit?",
        "13.2.f",
        max_length=1200,
    )
    effect: str | None = f.text(
        "Wat betekent dat voor de persoon?",
        "Bijvoorbeeld: de bestelling gaat niet door.",
        articles="13.2.f",
        max_length=400,
    )
    ground: str | None = f.choice(
        "Waarom mag het?",
        c.DECISION_GROUND,
        "decision_ground",
        "Zonder een van deze redenen mag het niet.",
        articles="22.2",
    )
    human_route: str | None = f.text(
        "Hoe krijgt men een mens?",
        "Bij wie vraagt men een nieuwe beoordeling? Begin met “met” of “via”. Bijvoorbeeld: via een e-mail aan onze klantendienst.",
        "22.3",
        max_length=300,
    )
    recipient: str | None = f.ref("Doet een ander bedrijf dit?", "recipients", "Leeg: wij doen het zelf.")


@dataclass(frozen=True)
class Automated:
    """Automated decisions and profiling."""

    used: bool | None = f.yesno(
        "Beslist een computer alleen over mensen, met gevolgen voor hen?",
        "Bijvoorbeeld een kredietcontrole of een filter van cv's zonder mens.",
        "13.2.f 22",
    )
    profiling: str | None = f.text(
        "Maakt u profielen zonder zo'n beslissing?",
        "Bijvoorbeeld: wij verdelen klanten in groepen voor de nieuwsbrief.",
        "13.2.f",
        max_length=400,
    )
    profiling_activity: str | None = f.ref(
        "Bij welke verwerking horen die profielen?",
        "activities",
        "Daar staan het doel, de grondslag, de gegevens en de termijn.",
        "13.1.c",
    )
    decisions: tuple[Decision, ...] = f.rows(Decision, "Beslissingen")


@dataclass(frozen=True)
class AiSystem:
    """An AI system that people meet or that gets their data (AI Act art. 50)."""

    key: str = f.key()
    name: str | None = f.text(
        "Naam van het systeem", "De naam die mensen te zien krijgen.", max_length=120, wording="name"
    )
    task: str | None = f.text(
        "Wat doet het?",
        "Begin met een werkwoord. Bijvoorbeeld: beantwoordt eenvoudige vragen in de chat.",
        max_length=300,
    )
    activities: tuple[str, ...] = f.refs(
        "Bij welke verwerkingen hoort het?",
        "activities",
        "Daar staan het doel, de grondslag, de gegevens en de termijn.",
        "13.1.c",
    )
    talks_to_people: bool = f.tick("Mensen praten of chatten ermee", "Dan moet u zeggen dat het een machine is.")
    recipient: str | None = f.ref(
        "Van welk bedrijf is het?", "recipients", "Kies een van uw ontvangers. Leeg: het is van uzelf."
    )
    trains: bool | None = f.yesno("Leert het van wat mensen invoeren?", "Dat staat in de voorwaarden van het bedrijf.")
    human_contact: str | None = f.text(
        "Hoe bereikt men een mens?",
        "Begin met “op”, “via” of “door”. Bijvoorbeeld: op het nummer van onze winkel.",
        max_length=200,
    )


@dataclass(frozen=True)
class ProcessorRole:
    """What the company does for its customers as a processor (art. 28); outside this statement."""

    services: str | None = f.long(
        "Verwerkt u gegevens in opdracht van klanten?",
        "Zo ja: bij welke diensten? Bijvoorbeeld: wij hosten websites van klanten.",
        max_length=800,
    )
    agreement_where: str | None = f.text(
        "Waar staat de verwerkersovereenkomst?", "Bijvoorbeeld: in het klantenpaneel.", "28.3", max_length=300
    )
    agreement_url: str | None = f.url("Link naar die overeenkomst", "Het volledige adres, als ze online staat.")


@dataclass(frozen=True)
class Changes:
    """How people hear of a new version (art. 13.3, 5.1.a)."""

    channels: tuple[str, ...] = f.choices(
        "Hoe laat u weten dat de verklaring verandert?",
        c.CHANGE_CHANNEL,
        "change_channel",
        "Voor een belangrijke wijziging is alleen deze pagina te weinig.",
    )
    notice_days: int | None = f.number(
        "Hoeveel dagen vooraf bij een belangrijke wijziging?",
        "Bijvoorbeeld 30. Zo heeft men tijd om te reageren.",
        maximum=365,
    )
