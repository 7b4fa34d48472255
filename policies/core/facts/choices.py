"""The closed lists of answers.

Labels are for the wizard; the words of the statement stand in clauses/catalogue/words.yaml, those of a unit of time in
periods.py.
"""

from policies.core.facts.periods import UNIT as UNIT

LAW_COUNTRY = {"BE": "België", "NL": "Nederland"}

LEGAL_FORM = {
    "eenmanszaak": "Eenmanszaak",
    "bv": "BV",
    "nv": "NV",
    "cv": "CV (coöperatieve vennootschap, België)",
    "vof": "VOF",
    "commv": "CommV / commanditaire vennootschap",
    "maatschap": "Maatschap",
    "vzw": "VZW",
    "ivzw": "IVZW",
    "stichting": "Stichting",
    "vereniging": "Vereniging",
    "informele_vereniging": "Feitelijke of informele vereniging (zonder nummer)",
    "cooperatie": "Coöperatie (Nederland)",
    "bijkantoor": "Bijkantoor van een buitenlandse onderneming",
    "vlaams_bestuur": "Vlaams openbaar bestuur (gemeente, OCMW, school …)",
}

APPLIES_TO = {
    "everything": "Alles wat wij doen, ook voor klanten, leveranciers en sollicitanten",
    "websites": "Alleen onze website(s) en hun subdomeinen",
    "websites_apps": "Alleen onze website(s) en onze apps",
}

SIZE = {"alone": "Ik werk alleen", "small": "1 tot 9 medewerkers", "large": "10 of meer medewerkers"}

SOURCE = {
    "person": "De persoon geeft ze zelf",
    "observed": "Ze ontstaan door het gebruik van onze website, dienst of ruimte",
    "third_party": "Van een ander bedrijf of een andere persoon",
    "public": "Uit een openbare bron",
    "own": "Uit wat u zelf maakt of al bijhoudt",
}

REQUIRED = {
    "contract": "Nodig voor een overeenkomst (of om er een te sluiten)",
    "law": "Verplicht door de wet",
    "request": "Nodig om te kunnen doen wat de persoon vraagt",
    "voluntary": "Vrijwillig",
    "automatic": "Gebeurt vanzelf; de persoon vult niets in",
}

LEGAL_BASIS = {
    "consent": "Toestemming (art. 6.1.a)",
    "contract": "Overeenkomst, of stappen vooraf op verzoek van de persoon (art. 6.1.b)",
    "legal_obligation": "Wettelijke verplichting (art. 6.1.c)",
    "vital_interest": "Vitaal belang (art. 6.1.d)",
    "public_task": "Taak van algemeen belang (art. 6.1.e)",
    "legitimate_interest": "Gerechtvaardigd belang (art. 6.1.f)",
}

SPECIAL_GROUND = {
    "explicit_consent": "Uitdrukkelijke toestemming (art. 9.2.a)",
    "employment_law": "Arbeids- of socialezekerheidsrecht (art. 9.2.b)",
    "vital_interest": "Vitaal belang (art. 9.2.c)",
    "members": "Leden van een vereniging of stichting (art. 9.2.d)",
    "made_public": "Door de persoon zelf openbaar gemaakt (art. 9.2.e)",
    "legal_claims": "Rechtsvordering (art. 9.2.f)",
    "public_interest": "Zwaarwegend algemeen belang (art. 9.2.g)",
    "care": "Zorgverlening (art. 9.2.h)",
    "public_health": "Volksgezondheid (art. 9.2.i)",
    "research": "Archief, onderzoek of statistiek (art. 9.2.j)",
}

SPECIAL_KIND = {
    "health": "Gezondheid",
    "biometric": "Biometrie om iemand te herkennen",
    "genetic": "Genetische gegevens",
    "origin": "Ras of etnische afkomst",
    "politics": "Politieke opvattingen",
    "religion": "Geloof of levensovertuiging",
    "union": "Lidmaatschap van een vakbond",
    "sex": "Seksueel gedrag of seksuele gerichtheid",
}

MARKETING_RULE = {
    "opt_in": "Alleen met toestemming vooraf",
    "customer_exception": "Bestaande klanten, eigen gelijksoortige producten of diensten",
    "ads": "Advertenties op websites of sociale media, na toestemming",
    "phone": "Bellen naar (vroegere of mogelijke) klanten; in België niet naar nummers op de Bel-me-niet-meer-lijst",
    "post": "Reclame per post",
}

BOUND = {"at_most": "Ten hoogste zo lang", "at_least": "Minstens zo lang", "usually": "Meestal zo lang"}

TOGETHER = {
    "then": "Eerst de voorwaarde, daarna nog die tijd",
    "earliest": "Wat het eerst komt",
    "latest": "Wat het laatst komt",
}

AFTERWARDS = {
    "erase": "Wij wissen ze",
    "anonymise": "Wij maken ze anoniem",
    "return": "Wij geven ze terug en wissen onze kopie",
    "erase_backups": "Wij wissen ze; uit back-ups verdwijnen ze later vanzelf",
}

RECIPIENT_KIND = {"named": "Een bepaald bedrijf", "category": "Een soort bedrijf of instantie (bijvoorbeeld: banken)"}

ROLE = {
    "processor": "Verwerker: werkt in onze opdracht",
    "controller": "Zelf verantwoordelijk",
    "joint": "Samen met ons verantwoordelijk",
}

SAFEGUARD = {
    "adequacy": "Adequaatheidsbesluit van de Europese Commissie",
    "dpf": "EU-US Data Privacy Framework",
    "scc": "Modelcontractbepalingen (SCC 2021/914)",
    "bcr": "Bindende bedrijfsvoorschriften (BCR)",
    "explicit_consent": "Uitdrukkelijke toestemming (art. 49.1.a)",
    "contract_need": "Nodig voor een overeenkomst met de persoon (art. 49.1.b)",
    "claims": "Nodig voor een rechtsvordering (art. 49.1.e)",
}

CERTIFIED = {"yes": "Ja, nagekeken op de lijst", "no": "Nee", "unknown": "Nog niet nagekeken"}

CONFIDENCE = {"high": "Hoog", "medium": "Gemiddeld: controleer dit", "low": "Laag: controleer dit zeker"}

COOKIE_KIND = {
    "necessary": "Noodzakelijk",
    "security": "Beveiliging",
    "preferences": "Voorkeuren",
    "statistics": "Statistiek",
    "marketing": "Marketing",
}

COOKIE_CONSENT = {
    "exempt": "Zonder toestemming (strikt nodig)",
    "consent": "Alleen na toestemming",
    "low_impact": "Zonder toestemming (beperkte statistiek, alleen Nederland)",
}

IDENTITY_CHECK = {
    "known_channel": "Wij kijken of de vraag komt van een adres of account dat wij kennen",
    "questions": "Wij stellen bij twijfel een paar extra vragen",
    "callback": "Wij bellen bij twijfel terug op een bekend nummer",
    "masked_copy_on_doubt": "Alleen als het niet anders kan: een afgeschermde kopie van de identiteitskaart",
    "id_copy": "Wij vragen altijd een kopie van de identiteitskaart",
}

DECISION_GROUND = {
    "contract": "Nodig voor een overeenkomst (art. 22.2.a)",
    "law": "Toegestaan door de wet (art. 22.2.b)",
    "explicit_consent": "Uitdrukkelijke toestemming (art. 22.2.c)",
}

CHANNEL = {
    "email": "E-mail",
    "sms": "Sms of chatbericht",
    "phone": "Telefoon",
    "post": "Post",
    "social": "Sociale media en advertenties",
}

DISCLOSURE_CASE = {
    "law": "Als de wet het vraagt (bijvoorbeeld politie, gerecht, belastingdienst)",
    "rights": "Om onze rechten en eigendommen te beschermen",
    "abuse": "Om misbruik of fraude te voorkomen of te onderzoeken",
    "safety": "Om de veiligheid van mensen te beschermen",
    "liability": "Om ons te verweren tegen een vordering",
}

CHANGE_CHANNEL = {
    "website": "Op deze pagina, met nieuwe datum en versie",
    "email": "Met een e-mail",
    "banner": "Met een melding op onze website",
    "account": "Met een bericht in het account",
    "post": "Met een brief",
    "premises": "Met een bericht in onze zaak of aan de balie",
}

PLACE = {
    "start": "Vooraan, na de inleiding",
    "data": "Na de soorten gegevens",
    "recipients": "Na de ontvangers",
    "rights": "Na de rechten",
    "end": "Aan het einde",
}

PATTERN = {
    "rubrieken": "Rubrieken: een kop per onderwerp",
    "verwerkingen": "Verwerkingen: per onderdeel een kort verhaal, met alles erbij",
    "artikelen": "Artikelen: genummerd, als vragen van de lezer",
    "betrokkenen": "Betrokkenen: per groep mensen, gegeven voor gegeven",
    "vraag-antwoord": "Vraag en antwoord: telkens wat en waarom",
}

TONE = {"u": "u", "je": "je"}
