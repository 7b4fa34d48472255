"""Items one by one, in the many ways that people in Belgium and the Netherlands say them, each beside sentences that only look like it."""

from datetime import date

import pytest

from policies.core.library import load
from policies.core.reading import read

ON = date(2026, 12, 1)
FILLER = "Wij zijn een kleine winkel in het centrum van de stad. Bij ons zijn alle mensen en ook de honden welkom, en dat is al jaren zo met heel het team."

SAID = [
    ("controller", "De verwerkingsverantwoordelijke is Bakkerij Korst bv."),
    ("controller", "Verantwoordelijke: Schildersbedrijf Kwast V.O.F."),
    ("controller", "Kapsalon Knip (eenmanszaak) is verantwoordelijk voor de verwerking van je persoonsgegevens."),
    ("address", "Adres: Dorpsplein 3 bus 2, B-9300 Aalst."),
    ("address", "Ons kantoor: Keizersgracht 1, 1015 AA Amsterdam."),
    ("contact", "Je bereikt ons via 06-12345678."),
    ("contact", "Bel +32 475 12 34 56."),
    ("register", "KBO 0999.999.922"),
    ("register", "KvK-nummer: 99999990"),
    ("dpo", "Onze functionaris voor gegevensbescherming bereik je via fg@winkel.example."),
    ("dpo", "Wij hebben geen DPO aangesteld."),
    ("purposes", "Wij gebruiken je e-mailadres om je bestelling te bevestigen."),
    ("purposes", "Uw gegevens worden verwerkt om de overeenkomst te kunnen uitvoeren."),
    ("purposes", "Wij verwerken persoonsgegevens voor de volgende doeleinden: levering, facturatie en service."),
    ("basis-consent", "Dat doen we enkel met uw uitdrukkelijke toestemming."),
    ("basis-consent", "De rechtsgrond is uw toestemming (artikel 6, lid 1, onder a)."),
    ("basis-contract", "De verwerking is noodzakelijk voor de uitvoering van de overeenkomst."),
    ("basis-law", "Wij zijn wettelijk verplicht facturen bij te houden."),
    ("basis-law", "Dat doen wij om te voldoen aan onze wettelijke verplichtingen."),
    ("basis-interest", "Wij steunen op ons legitiem belang."),
    ("interest", "Wij hebben er een gerechtvaardigd belang bij om fraude op te sporen."),
    ("recipients", "Wij schakelen een boekhouder in."),
    ("recipients", "Je gegevens worden gedeeld met PostNL."),
    ("recipients", "Onze website staat bij een hostingbedrijf; dat hostingbedrijf verwerkt de gegevens in onze opdracht."),
    ("transfer", "Wij geven geen gegevens door buiten de EER."),
    ("transfer", "Je gegevens blijven binnen de Europese Unie."),
    ("country", "De gegevens gaan naar de Verenigde Staten."),
    ("country", "De helpdesk zit in India en dus buiten de EU."),
    ("safeguard", "Daarvoor gelden standaardcontractbepalingen."),
    ("safeguard", "Het bedrijf staat op de lijst van het EU-US Data Privacy Framework."),
    ("copy", "Een kopie van de modelcontractbepalingen kun je bij ons opvragen."),
    ("retention", "Wij bewaren je gegevens zeven jaar na de factuur."),
    ("retention", "Bewaartermijn: 24 maanden."),
    ("retention", "Je account blijft bestaan en wij bewaren die gegevens tot je het opzegt."),
    ("access", "Je mag op elk moment je gegevens inkijken."),
    ("access", "U heeft recht op toegang tot uw persoonsgegevens."),
    ("access", "U kunt opvragen welke gegevens wij van u hebben: uw gegevens opvragen kan per mail."),
    ("rectification", "U kunt onjuiste gegevens laten rechtzetten."),
    ("rectification", "Je hebt recht op rectificatie."),
    ("erasure", "U heeft het recht om vergeten te worden."),
    ("erasure", "Je kunt je gegevens laten verwijderen."),
    ("erasure", "U mag vragen om verwijdering."),
    ("restriction", "U mag de verwerking laten beperken."),
    ("restriction", "Je hebt recht op beperking van de verwerking."),
    ("portability", "U heeft recht op overdraagbaarheid van uw gegevens."),
    ("portability", "U hebt het recht om uw gegevens mee te nemen."),
    ("portability", "Je mag je gegevens meenemen naar een ander."),
    ("objection", "U kunt zich verzetten tegen de verwerking."),
    ("objection", "Je kunt bezwaar aantekenen."),
    ("objection-apart", "Tegen reclame kun je bezwaar maken."),
    ("withdrawal", "Je mag je toestemming altijd herroepen."),
    ("withdrawal", "U heeft het recht om uw toestemming in te trekken."),
    ("withdrawal", "Zo trek je je toestemming weer in: klik op de link."),
    ("withdrawal", "Van gedachten veranderd? U trekt uw toestemming in via de link."),
    ("withdrawal", "U trekt uw toestemming in als u op de link klikt."),
    ("withdrawal", "Hoe trekt u uw toestemming in? Mail ons."),
    ("basis-contract", "Dat is nodig om de overeenkomst te kunnen uitvoeren."),
    ("access", "U mag uw gegevens inzien; hoe dat gaat, staat in artikel 5."),
    ("required", "Verplicht of niet: Nee, u kiest zelf."),
    ("required", "Verplicht of vrij? Vrij."),
    ("source", "Wij krijgen deze gegevens van u."),
    ("complaint", "U kunt een klacht indienen bij de toezichthouder."),
    ("complaint", "Klagen mag bij de Autoriteit Persoonsgegevens."),
    ("authority", "De GBA houdt toezicht."),
    ("authority", "Bij de AP kun je terecht."),
    ("term", "Op uw verzoek om inzage antwoorden wij binnen een maand."),
    ("term", "Wij reageren binnen 30 dagen op een verzoek over je rechten."),
    ("free", "Uw rechten uitoefenen is kosteloos."),
    ("required", "Je bent niet verplicht om ons gegevens te geven."),
    ("required", "De verplichte velden hebben een sterretje."),
    ("consequence", "Zonder deze gegevens kunnen wij niet leveren."),
    ("consequence", "Als u uw gegevens niet wilt geven, kunnen wij u niet helpen."),
    ("automated", "Wij doen niet aan geautomatiseerde besluitvorming."),
    ("automated", "Wij maken geen gebruik van profilering."),
    ("source", "Wij krijgen je gegevens van derden."),
    ("source", "De gegevens zijn afkomstig van je werkgever."),
    ("categories", "Wij verwerken je naam, adres en geboortedatum."),
    ("changes", "Wij kunnen dit privacybeleid aanpassen."),
    ("version", "Laatst gewijzigd op 3 maart 2026."),
    ("version", "Versie 03/03/2026"),
]

NOT_SAID = [
    ("controller", "U bent zelf verantwoordelijk voor uw gegevens."),
    ("controller", "Google is zelf verantwoordelijk voor de verwerking van de gegevens."),
    ("address", "In 2018 Begon onze winkel."),
    ("contact", "De toezichthouder bereikt u via contact@apd-gba.be."),
    ("register", "Wij hebben 1000 klanten en 12345678 redenen om blij te zijn."),
    ("dpo", "De agent van de buurt kent ons goed."),
    ("purposes", "Wij gebruiken uw gegevens niet voor reclame."),
    ("basis-consent", "Zonder toestemming van je ouders mag dit niet."),
    ("basis-consent", "Kopiëren mag alleen met onze toestemming."),
    ("basis-contract", "De verwerkersovereenkomst staat online."),
    ("basis-interest", "Bezwaar maken kan tegen een gerechtvaardigd belang."),
    ("interest", "Wij beroepen ons op een gerechtvaardigd belang."),
    ("recipients", "Wij delen graag ons brood."),
    ("transfer", "Onze winkel ligt buiten het centrum."),
    ("country", "Onze klanten wonen in Zwitserland."),
    ("country", "De oprichter werkte vroeger in Canada."),
    ("safeguard", "Vroeger gold het Privacy Shield."),
    ("copy", "Een kopie van de factuur krijgt u per mail."),
    ("retention", "Een cookie bewaart uw keuze 6 maanden."),
    ("retention", "Wij bestaan al 25 jaar."),
    ("retention", "Wij bewaren uw gegevens zolang dat nodig is voor ons doel."),
    ("access", "De toegang tot het gebouw is afgesloten."),
    ("rectification", "Wij kunnen onze website verbeteren."),
    ("erasure", "Cookies kunt u wissen in de browser."),
    ("restriction", "Er is geen beperking op het aantal honden."),
    ("portability", "Je mag je hond meenemen."),
    ("portability", "Gegevens: een wachtwoord om mee te kijken."),
    ("purposes", "Wij gebruiken gegevens alleen voor wat de privacywet toelaat."),
    ("objection", "Wij hebben er geen probleem mee."),
    ("objection-apart", "Je hebt recht op inzage, verbetering en bezwaar."),
    ("withdrawal", "Wij kunnen een aanbieding intrekken."),
    ("complaint", "Een klacht over een taart? Mail ons."),
    ("authority", "De autoriteiten van de stad kennen ons."),
    ("term", "Binnen twee weken is uw bestelling klaar."),
    ("free", "De levering is gratis."),
    ("required", "Wij zijn verplicht om facturen te maken."),
    ("consequence", "Zonder toestemming plaatsen wij geen cookies."),
    ("automated", "Onze kassa werkt automatisch."),
    ("source", "Ons meel komt van de molen."),
    ("categories", "De naam van onze hond is Wolf."),
    ("categories", "Fotografen maken foto's van het feest, met foto's van de zaal."),
    ("categories", "Naam van de hond: een goede naam."),
    ("basis-contract", "Onze bakkers uitvoeren, dat kan niet, want elke bestelling bakken zij hier."),
    ("purposes", "Politie of gerecht krijgt ze alleen als de wet het vraagt (art. 6.1.c AVG)."),
    ("retention", "Veilig bewaard\n\nDit zijn onze maatregelen: updates zetten wij binnen een week klaar."),
    ("access", "Wat u nog meer mag vragen, staat in het deel “Inzage, verbetering, wissen en andere rechten”."),
    ("complaint", "Hoe u een klacht indient, staat in het deel “Naar de toezichthouder”."),
    ("transfer", "Of gegevens ook buiten de EER gaan, leest u in artikel 14."),
    ("withdrawal", "Trekt u uw toestemming in? Dan wissen wij op uw vraag wat alleen daarop rustte."),
    ("withdrawal", "Als u uw toestemming intrekt, wissen wij alles."),
    ("changes", "De prijzen kunnen veranderen."),
    ("version", "Onze winkel opende op 3 maart 2016."),
]


def outcome(item: str, sentence: str) -> str:
    return next(result.outcome for result in read(f"{FILLER}\n\n{sentence}", load(), ON).results if result.id == item)


@pytest.mark.parametrize(("item", "sentence"), SAID)
def test_it_is_found(item: str, sentence: str) -> None:
    assert outcome(item, sentence) == "found"


@pytest.mark.parametrize(("item", "sentence"), NOT_SAID)
def test_it_only_looks_like_it(item: str, sentence: str) -> None:
    assert outcome(item, sentence) != "found"


def test_the_filler_says_nothing() -> None:
    assert {result.outcome for result in read(FILLER, load(), ON).results} == {"missing"}
