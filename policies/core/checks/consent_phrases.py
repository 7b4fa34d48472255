"""Consent that nobody gave: an act such as using a website, sending a form or enrolling is told as a yes (art. 4.11, 7; C-673/17, Planet49).

A sentence is at fault when an act of the reader and a yes stand in it as cause and effect, in either order. It is none when the yes is to rules or
a price, when the act is itself the consent (a box that one ticks, a newsletter that one asks for), or when it is denied, asked or left open.
"""

from policies.core.checks.finding import CheckRule
from policies.core.checks.review import Review
from policies.core.checks.texts import Phrase

USE_IS_CONSENT = CheckRule("4.11-use", "error", "4.11 7", "CHK-10")

# --- the yes ---
OF_DATA = r"\b(\w*gegevens|privacy\w*|(deze|onze|de) verklaring|(dit|ons) (\w+)?beleid|\w*cookies?|verwerk\w*|beeldmateriaal|foto's)\b"
STATEMENT = r"(?:(?:deze|dit|onze|ons) (?:\w+ )?(?:privacy\w*|\w*verklaring|\w*beleid)|(?:de|het|uw) privacy\w+)"
GIVES = r"\b(?:gee?f|geeft|geven|gaf|gaven|verleen|verleent|verlenen|schenkt)\b"
YES = (
    rf"(?:\bakkoord\b|\bstem(?:t|men)?\b[^.;]{{0,40}}?\b(?:er|hier|daar)?(?:mee )?in\b|\b(?:in te stemmen|instem|instemt|instemmen|instemming)\b|\b(?<!te ){GIVES}[^.;]{{0,40}}\b(?:toestemming|toelating)\b"
    rf"|\b(?:toestemming|toelating)\b[^.;]{{0,25}}(?<!te ){GIVES}|\b(?:uw|je|jouw|als|een|zijn|stilzwijgende|impliciete|automatische) (?:\w+ )?toestemming\b(?= (?:om|voor|tot|dat|aan)|[,.;:]|$)|\bmachtig\w*\b"
    rf"|\b(?:aanvaard|aanvaardt|aanvaarden|accepteer|accepteert|accepteren|erken|erkent|erkennen|goedkeurt|goedkeuren|keur|keurt)\b(?=[^.;]{{0,60}}{OF_DATA}))"
)
NO_YES = r"(?:(?!\b(?:wij|we|akkoord|toestemming|instem\w*|stemt?|aanvaardt?|accepteert?)\b)[^.;])"  # between a link and the act nobody says yes, and we do nothing

# --- the act ---
SITE = r"(?:website|websites|webpagina|site|sites|app|apps|dienst|diensten|platform|portaal|webshop|webwinkel|shop|winkel|zaak|wifi|pagina|pagina's|lokalen|terrein|\w*formulier)"
SENT = r"(?:formulier|contactformulier|inschrijvingsformulier|\w*formulier|bericht|mail|e-mail|vraag|aanvraag|gegevens|cv|sollicitatie|inschrijving|bestelling)"
FILLS = r"(?:in te vullen|invult?|invullen|invul|vult?\b[^.;]{1,50}?\bin\b|ingevulde?)"
SENDS = (
    rf"(?:te verzenden|verzendt?|verzenden|verzonden|verzending|te versturen|verstuurt?|versturen|versturing|in te (?:zenden|sturen|dienen)|indient?|indienen|insturen|instuurt|opstuurt|opsturen|op te sturen"
    rf"|{SENT}\b[^.;]{{0,30}}\b(?:te sturen|stuurt?|sturen)|stuurt?\b[^.;]{{0,30}}\b{SENT}|(?:ons|mij|onze? \w+) te (?:mailen|bellen|contacteren|schrijven)|(?:ons|mij) (?:mailt|belt|contacteert|schrijft)"
    r"|contact\b[^.;]{0,30}\b(?:op te nemen|opneemt|opnemen|neemt)|neemt? (?:u|je) contact)"
)
JOINS = (
    r"(?:in te schrijven|inschrijft?|inschrijven|schrijft?\b[^.;]{0,30}?\bin\b|inschrijving|aan te melden|aanmeldt?|aanmelden|meldt?\b[^.;]{0,30}?\baan\b|aanmelding|te registreren|registreert?|registratie"
    r"|lid te worden|lid wordt?|wordt? lid|lidmaatschap|account\b[^.;]{0,20}\b(?:te maken|maakt|maken|opent|openen)|maakt\b[^.;]{0,20}\baccount|(?:een|uw|je) (?:profiel|account)\b(?: op| bij| te|[,.;]|$)"
    r"|deel te nemen|deelneemt?|deelname|mee te doen|meedoet|klant te worden|klant wordt?)"
)
ORDERS = (
    r"(?:te bestellen|bestelt?|bestelling|te kopen|koopt?|aankoop|te boeken|boekt?|boeking|te reserveren|reserveert?|reservering|reservatie|te solliciteren|solliciteert?|sollicitatie"
    r"|afspraak\b[^.;]{0,20}\b(?:te maken|maakt)|maakt\b[^.;]{0,20}\bafspraak|offerte\b[^.;]{0,20}\b(?:te vragen|aanvraagt|vraagt)|vraagt\b[^.;]{0,20}\bofferte|overeenkomst\b[^.;]{0,20}\b(?:te tekenen|te ondertekenen|ondertekent|tekent)"
    r"|te downloaden|downloadt?|te installeren|installeert?)"
)
HANDS = r"(?:(?:\w*gegevens|e-mailadres|informatie|visitekaartje)\b[^.;]{0,30}\b(?:te geven|geeft|geven|te verstrekken|verstrekt|meedeelt|mee te delen|achterlaat|achter te laten|bezorgt|te bezorgen|doorgeeft|door te geven|opgeeft|op te geven|deelt|te delen))"
USES = (
    rf"(?:gebruik(?:t|en|maakt|maken)?\b[^.;]{{0,30}}\b{SITE}|{SITE}\b[^.;]{{0,30}}\b(?:te gebruiken|gebruikt?|te bezoeken|bezoekt|te openen|opent|betreedt|te betreden|binnenkomt|binnen te komen)|gebruik te maken van|gebruikmak\w*|gebruik maakt"
    rf"|bezoek(?:t|en)?\b[^.;]{{0,30}}\b(?:{SITE}|ons)|ons (?:te bezoeken|bezoekt)|(?:{SITE} )?\bbezoekt|surf(?:t|en)?\b|bladert?|te bladeren|verder (?:te )?(?:gaan|gaat|klikken|klikt|lezen|leest|gebruiken)|door (?:te )?(?:klikken|klikt)"
    rf"|\b(?:te blijven|blijft?)\b|{SITE} (?:binnen|in) te (?:komen|gaan|stappen)|(?:melding|banner)\b[^.;]{{0,20}}\b(?:te sluiten|sluit|te negeren|negeert|weg te klikken|wegklikt))"
)
SILENT = r"(?:niet (?:te )?reag\w*|niet antwoordt?|geen bezwaar (?:te )?ma(?:akt|ken)|niets (?:laat weten|te laten weten|te doen|doet)|zwijgt)"
ACT = rf"\b(?:{SILENT}|{FILLS}|{SENDS}|{JOINS}|{ORDERS}|{HANDS}|{USES})"

# --- what ties them ---
LINK = r"\b(?:door|wie|als|wanneer|indien|zodra|doordat|bij|via|met het|(?:iedereen|eenieder|persoon|bezoeker|klant|gebruiker|lid|ouder) die|(?:met|na) (?:het|uw|je|de|elke|een))\b"
BACK = r"\b(?:door|(?:als|wanneer|indien|zodra|op het moment dat|telkens) (?:u|je|jij|men|iemand|hij|zij|die)|bij (?:het|elk|uw|je|de)|via (?:het|uw|je)|met (?:het|uw|je) (?:invullen|verzenden|versturen|gebruik|inschrijving|bestelling)|wie)\b"
FIRST = r"(?:^|[,;:] )(?=\w{3,12} (?:u|je|jij|men|iemand)\b)"  # “Vult u dit in, dan …”
DEED = (
    r"\b(?:het|een|elk|elke|ieder|iedere|uw|je|jouw|de|verder|louter|enkel)? ?(?:invullen|verzenden|versturen|insturen|indienen|gebruik(?:en)?|bezoek(?:en)?|inschrijving|aanmelding|registratie|bestelling|aankoop|sollicitatie|deelname|reservering|boeking"
    r"|aanvraag|lidmaatschap|surfen|blijven)\b[^.;]{0,80}\b(?:betekent|betekenen|houdt in|houden in|geldt|gelden|impliceert|telt|tellen|is|zijn|wordt|worden|staat gelijk|veronderstelt|houdt)\b(?! (?:\w+ ){0,3}(?:nodig|vereist|verplicht))"
)
PEOPLE = r"\b(?:gebruikers?|bezoekers?|leden|lid|deelnemers?|inschrijvers?|sollicitanten|klanten?|patiënten?) (?:van|op|die|bij)\b[^.;]{0,60}"
WITH_IT = r"\b(?:daarmee|hiermee|daardoor|hierdoor|waarmee|waardoor|zo|meteen|automatisch|stilzwijgend|impliciet)\b"

# --- what makes it none ---
RULES = r"\b(\w*voorwaarden|\w*reglement\w*|\w*regels|statuten|prijs|prijzen|tarief|tarieven|offerte|overeenkomst|contract|aanbod|bestelling|afspraken|aankoop)\b"
NEWS = r"\b(nieuwsbrief|nieuwsbrieven|mailing\w*|mails?|berichten|nieuws)\b"
ANOTHER_ACT = r"\b(contactformulier|bestel\w*|koop\w*|kopen|aankoop|account|lid|lidmaatschap|sollicit\w*|website|site|app|surf\w*|bladert?|winkel|wedstrijd|offerte|afspraak|reserve\w*|boek\w*)\b"
TICKS = r"\b(aan te vinken|aanvinkt?|aanvinken|vinkt?|vinkje|kruist?|aan te kruisen|aankruist?|kruisje|hokje|vakje|schuifje|(?:knop|op) [“\"‘']?(?:ja|akkoord|toestaan|alles toestaan|aanvaarden|accepteren|alles aanvaarden)|toestemmingsformulier)\b"
NONE = (
    r"\b(hoeft|hoef|hoeven|moet|moeten) (\w+ ){0,4}niet\b|\b(geen|nooit|niemand|noch|nergens) (\w+ ){0,4}(toestemming|akkoord|instemming)\b|\bniet (\w+ ){0,3}(akkoord|instem\w*|in\b(?= met|[,.;]|$))|\bniemand\b|\b(zelf|aparte?)\b[^.;]{0,30}\btoestemming\b"
    r"|\b(betekent|is|geldt|zegt|telt) (\w+ ){0,3}(niet|niets|geen|nooit)\b|\b(toestemming|akkoord)\b[^.;]{0,20}\b(niet|nooit)\b|\bzonder (\w+ ){0,2}(toestemming|akkoord)\b|\bnog niet\b|\b(aanvaard\w*|accepte\w*)\b[^.;]{0,30}\b(geen|niets|niet|nooit)\b|\btoestemming,? die (u|je|men) (geeft|geef|gaf)\b"
    r"|\b(vragen|vraagt|vroegen|gevraagd)\b[^.]{0,50}\b(toestemming|akkoord|instemming|instem\w*)\b|\b(toestemming|akkoord)\b[^.;]{0,40}\b(gevraagd|vragen|vraagt|vroegen|nodig|vereist|apart)\b"
    r"|\b(kunt|kun|kan|kunnen|mag|mogen|kiest|kiezen|kies|beslist|beslissen)\b[^.;]{0,40}\b(toestemming|akkoord|instem\w*)\b|\bof\b[^.;,]{0,30}\b(toestemming|akkoord|instem\w*)\b"
    r"|\b(intrek\w*|in te trekken|herroep\w*|weigeren|opzeggen|stopzetten|afmelden)\b[^.]{0,60}\b(door|als|wanneer|met|via)\b|\btrekt?\b[^.;]{0,40}\bin\b"
)
ABOUT_PEOPLE = (
    rf"(?:{OF_DATA}|\b(?:gebruik|opslag|bewaren|bewaring|bijhouden|plaatsen|publi\w+|ontvangen|delen|doorgeven|tonen|opnemen|opnames?|foto\w*|\w*beelden|beeld\w*|filmpjes?|reclame|marketing|nieuwsbrief|mailings?|\w*verklaring|\w*beleid"
    r"|policy|statement)\b)"
)
OTHER_THING = rf"(?:{RULES}[^.;]{{0,30}}\b(?:daarmee|ermee)\b|\b(?:akkoord|in|instem\w*)\b (?:\w+ )?(?:met|bij) (?:de|het|een|onze|ons|deze|dit|die|dat|zijn|haar|uw|je|jouw)\b)"
UNLESS = (
    rf"{NONE}|^(?!.*{ABOUT_PEOPLE}).*{OTHER_THING}.*|^(?!.*{OF_DATA}).*\b(?:akkoord|instem\w*|in|aanvaard\w*|accepte\w*)\b[^.;]{{0,15}}\b(?:met|de|het|onze|ons|deze|dit|zijn)\b[^.;]{{0,40}}{RULES}"
    rf"|^(?!.*\b(vooraf|al|reeds|standaard) (aangevinkt|aangekruist)).*{TICKS}|^(?!.*{ANOTHER_ACT}).*{NEWS}"
)
SAYS = "|".join(
    (
        rf"(?:akkoord|instemt|instemmen|in te stemmen)\b[^.]{{0,20}}\bmet {STATEMENT}|\b(?:aanvaardt?|aanvaarden|accepteert?|accepteren|stemt? (?:\w+ )?in met|goedkeurt|keurt)\b[^.]{{0,30}}\b{STATEMENT}",
        rf"(?:{LINK}{NO_YES}{{0,60}}?|{FIRST}){ACT}[^.;]{{0,120}}?{YES}",
        rf"{YES}[^.]{{0,100}}?{BACK}{NO_YES}{{0,50}}?{ACT}",
        rf"{DEED}[^.;]{{0,50}}(?:{YES}|\b(?<!met )(?:als|uw|je|jouw|hun|een|de|gelijk aan|gelijk met) (?:\w+ )?(?:toestemming|instemming|akkoord)\b(?! (?:nodig|vereist|gevraagd|mogelijk)))",
        rf"{DEED}[^.;]{{0,20}}\b(?:toestemming|instemming)\b[^.;]{{0,40}}\bin\b(?= om| voor| tot| dat|[.,;]|$)",
        rf"{PEOPLE}{YES}[^.]{{0,60}}{OF_DATA}",
        rf"{ACT}(?=[^.]{{0,80}}{WITH_IT})[^.]{{0,80}}?{YES}|\b(?:automatisch|stilzwijgend|impliciet)\b[^.;]{{0,30}}{YES}",
    )
)


def _not_asked_there(review: Review, path: str) -> bool:
    """Return whether a path is another than that of the question how consent for cookies is given.

    That answer is judged at its own question.
    """
    return path != "cookies.consent_how"


PHRASES = (
    Phrase(
        USE_IS_CONSENT,
        "akkoord|stemt|stem je|stem jij|stemmen|instem|toestemm|toelating|aanvaard|accepte|erken|goedkeur|keurt|machtig",
        SAYS,
        "Wie een website gebruikt, een formulier verstuurt of zich inschrijft, geeft daarmee geen toestemming. Een privacyverklaring is geen contract waarmee men akkoord gaat.",
        "Haal deze zin weg. Vraag toestemming apart, en alleen waar zij de grondslag is.",
        _not_asked_there,
        UNLESS,
    ),
)
