"""Mistakes that authors make, each planted in a copy of the whole course, with what they must hear: file, line, cause, next step."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from tests.sites import ROOT


@dataclass(frozen=True)
class Told:
    """What must be said: a piece of the line that it must be said of ("" for the file as a whole), of the cause and of the remedy."""

    at: str
    cause: str
    remedy: str
    file: str = ""
    hint: bool = False
    below: int = 0
    """How many lines below the one that holds `at`."""


@dataclass(frozen=True)
class Mistake:
    """What is replaced (the first match of a pattern; "" adds at the end) in one file, and what is told of it."""

    file: str
    old: str
    new: str
    told: tuple[Told, ...]

    def plant(self, folder: Path) -> None:
        """Makes the mistake in the course under `folder`."""
        path = folder / self.file
        path.parent.mkdir(parents=True, exist_ok=True)
        text = path.read_text("utf-8") if path.is_file() else ""
        if not self.old:
            path.write_text(text + self.new, "utf-8")
            return
        assert re.search(self.old, text, re.M), f"{self.old!r} does not stand in {self.file}"
        path.write_text(re.sub(self.old, lambda match: match.expand(self.new), text, count=1, flags=re.M), "utf-8")


def line_of(text: str, at: str) -> int:
    """The number of the first line that holds `at`."""
    found = next((number for number, line in enumerate(text.split("\n"), 1) if at in line), None)
    assert found, f"no line holds {at!r}"
    return found


def mistake(file: str, old: str, new: str, *told: Told) -> Mistake:
    return Mistake(file, old, new, told)


def page(name: str, text: str, *told: Told) -> Mistake:
    """A page of its own, that stands in the menu."""
    return Mistake(
        f"docs/over/{name}.md",
        "",
        f"---\ntitle: Proef\ndescription: Een pagina die er alleen is om te kijken wat de controle over een fout zegt.\n---\n\n{text}\n",
        told,
    )


CH1, CH2, CH3 = "docs/1-groep", "docs/2-groepsdynamiek", "docs/3-groepsbegeleider"
Q1, Q2, Q3 = "quizzes/1-groep", "quizzes/2-groepsdynamiek", "quizzes/3-groepsbegeleider"

NEW_CASE = (ROOT / "data/case/rechten-en-plichten.yml").read_text("utf-8").replace("id: rechten-en-plichten", "id: nieuw-geval", 1)

BLOCKS = (
    mistake(f"{CH1}/vormen.md", r"^(/// situatie \|.*\n(?:(?!///).*\n)+)///\n", r"\1", Told("/// situatie |", "`/// situatie` is niet gesloten", "Zet `///` onder de laatste regel")),
    mistake(f"{CH1}/keuze.md", r"^(## .*)$", "/// \n\n\\1", Told("## Wat je wint", "`///` sluit niets", "Haal de regel weg", below=-2)),
    mistake(f"{CH1}/werkzame-factoren.md", r"^/// tip \|", "    /// tip |", Told("    /// tip |", "springt 4 spaties in en wordt gewone tekst", "Zet de /// aan het begin")),
    mistake(f"{CH1}/groepsontwerp.md", r"^/// tip \|", "// tip |", Told("// tip |", "twee schuine strepen maken geen blok", "Schrijf er drie")),
    mistake(f"{CH1}/groepsontwerp.md", r"^(/// grens \| Wat een getal(?:.*\n)+?)///$", r"\1//", Told("Dat waarschuwt tegen te groot", "twee schuine strepen maken geen blok", "Schrijf er drie", below=1)),
    mistake(f"{CH3}/stijlen.md", r"^(/// quiz \| .*)$", "\\1\n  behaviour: test", Told("  behaviour: test", 'optie "behaviour" staat niet waar `/// quiz` haar leest', "met vier spaties ervoor")),
    mistake(f"{CH3}/rollen.md", r"^(/// quiz \| .*)$", "\\1\nconfidence: true", Told("confidence: true", 'optie "confidence" staat niet waar', "met vier spaties ervoor")),
    mistake(f"{CH3}/diversiteit.md", r"^(/// quiz \| .*)$", "\\1\n\n    behaviour: test", Told("    behaviour: test", 'optie "behaviour" staat niet waar', "direct onder de eerste regel")),
    mistake(f"{CH3}/draaiboek.md", r"^(/// question \| .*)$", "\\1\nLees dit eerst.", Told("Lees dit eerst.", "tekst in `/// question` valt weg", "Zet de tekst boven of onder")),
    mistake(f"{CH3}/evalueren.md", r"^/// praktijk \|", "/// prakijk |", Told("/// prakijk |", "onbekend blok `/// prakijk`", 'Bedoelde je "praktijk"?')),
    mistake(f"{CH3}/samen-begeleiden.md", r"^/// tip \|", "/// tip", Told("/// tip Vijf", "`/// tip Vijf kleine stappen` is geen blok", "met een staande streep ertussen")),
    mistake("docs/gereedschap/brieven.md", r"^////$", "///", Told("Deze afspraken lezen we weer", "`///` sluit `//// brief` niet", "Schrijf evenveel strepen als erboven", below=1)),
    mistake("docs/casussen/index.md", r"^/// caselist$", "/// caselist | alle", Told("/// caselist", "achter `/// caselist` hoort niets te staan", "Schrijf alleen")),
    mistake("docs/gereedschap/kijkformulier.md", r"^(/// form) \| .*$", r"\1 | kijkfomulier", Told("/// form", 'formulier "kijkfomulier" staat niet in', "het id van een formulier"), Told("id: kijkformulier", "formulier “kijkformulier” staat op geen pagina", "/// form | kijkformulier", file="data/form.yml")),
    mistake(f"{CH2}/beinvloeding.md", r"^/// plan \| beinvloeding$", "/// plan | samenstellen", Told("/// plan |", 'het als-dan-plan hoort bij "samenstellen"', "/// plan | beinvloeding")),
    mistake(f"{CH2}/beinvloeding.md", r"^/// figure \| 2-4-schrijf-eerst.svg$", "/// figure | 2-4-schrijf-erst.svg", Told("/// figure | 2-4-schrijf-erst", "figuur 2-4-schrijf-erst.svg staat niet in docs/assets/figuren", "Klopt de naam")),
    mistake(f"{CH3}/kijken-duiden-ingrijpen.md", r"^(/// question \| .*#kijk-eerste-minuut)\n///$", r"\1", Told("#kijk-eerste-minuut", "`/// question` is niet gesloten", "Zet `///` onder de laatste regel")),
    mistake(f"{CH1}/wat-is-een-groep.md", r"^(/// situatie \| .*)$", "\\1\n    Vier spaties te veel.", Told("Vier spaties te veel", "deze regel springt vier spaties in, maar is geen optie", "Zet de tekst aan het begin")),
    page("blokken-goed", "In een lijst en in een voorbeeld mag het zo:\n\n* een punt\n\n    /// tip | In een lijst\n    Dat kan.\n    ///\n\n```markdown\n/// tip | zonder einde\n```"),
    page("code", "Een zin.\n\n```yaml\nvraag: een\n\n/// quiz | er-is-er-geen\n///\n\n[weg](nergens.md)", Told("```yaml", "hier begint een stuk code dat nergens eindigt", "Zet ``` alleen op een regel")),
    page("codelijst", "1.  Een stap:\n\n    ~~~\n    vraag: een\n~~~\n\nKlaar.", Told("    ~~~", "hier begint een stuk code dat nergens eindigt", "even ver ingesprongen")),
)  # fmt: skip

LINKS = (
    page("een pagina", "Terug naar [deze](een%20pagina.md), of [die](<een pagina.md>), of [zo][hier].\n\n[hier]: <een pagina.md>"),
    page("links", "\n\n".join((
        "Lees [dit blad](een%20blad.md).", "Lees [dat blad](<een tweede blad.md>).", "Lees [het derde][weg].", "Lees [het vierde][nergens].", "Lees [boven](../nergens.md).",
        "Lees [hier](#nergens).", "Lees [daar](/over/bronnen/).", "Lees [zonder](colofon).", "Kijk [naar die kop](colofon.md#onafhankelik).", "[weg]: verdwenen.md",
        "![Een zaal](https://www.voorbeeld.nl/zaal.png)", "![Een kring](../assets/kring.png)", "![](../assets/images/favicon.svg)",
    )),
        Told("een%20blad", "link naar een blad.md leidt nergens heen", "met .md erachter"),
        Told("een tweede blad", "link naar een tweede blad.md leidt nergens heen", "met .md erachter"),
        Told("[weg]: ", "link naar verdwenen.md leidt nergens heen", "met .md erachter"),
        Told("][nergens]", "link [het vierde][nergens] verwijst naar niets", "[nergens]: pad.md"),
        Told("../nergens.md", "link naar ../nergens.md leidt nergens heen", "met .md erachter"),
        Told("(#nergens)", '"#nergens" staat niet op docs/over/links.md', "Neem het id van een kop"),
        Told("/over/bronnen/", "link naar /over/bronnen/ leidt nergens heen", "Bedoelde je bronnen.md?"),
        Told("(colofon)", "link naar colofon leidt nergens heen", "Bedoelde je colofon.md?"),
        Told("onafhankelik", '"#onafhankelik" staat niet op docs/over/colofon.md', 'Bedoelde je "#onafhankelijk"?'),
        Told("voorbeeld.nl/zaal", "een afbeelding van een ander adres", "Zet het bestand in docs/assets"),
        Told("kring.png", "afbeelding ../assets/kring.png is er niet", "Zet het bestand in docs/assets"),
        Told("![](", "afbeelding zonder beschrijving", "Schrijf tussen de blokhaken"),
    ),
    page("vreemde-vraag", "/// question | 1-groep/vormen#vorm-duinmeer\n///", Told("/// question", "deze vraag hoort bij docs/1-groep/vormen.md", "verwijs ernaar met een link")),
    mistake("docs/over/buiten-het-menu.md", "", "---\ntitle: Buiten\ndescription: Een pagina die er alleen is om te kijken wat de controle over het menu zegt.\n---\n\nTekst.\n", Told("", "deze pagina staat niet in het menu", "- over/buiten-het-menu.md")),
    mistake("mkdocs.yml", r"^(  - Afsluiting: afsluiting.md)$", "\\1\n  - Weg: verdwenen.md", Told("Weg: verdwenen", "in het menu staat verdwenen.md", "Klopt het pad?")),
    mistake("docs/trainers/handleiding/module-3.md", r"^/// guide \| rollen\n///\n", "", Told("chapter: rollen", "de handleiding bij “rollen” staat op geen pagina", "/// guide | rollen", file="data/guide.yml")),
    mistake("docs/trainers/handleiding/module-2.md", r"zes hoofdstukken", "zeven hoofdstukken", Told("zeven hoofdstukken", "hier staat “zeven hoofdstukken”, en het zijn er 6", "Schrijf zes.")),
    mistake("README.md", r"19 chapters", "eighteen chapters", Told("eighteen chapters", "hier staat “eighteen chapters”, en het zijn er 19", "Schrijf nineteen.")),
    mistake("data/case/nieuw-geval.yml", "", NEW_CASE, Told("yaml-language-server", "casus “nieuw-geval” staat op geen pagina", "/// case | nieuw-geval"), Told("In vijf bepaalt", "hier staat “vijf casussen die vertakken”, en het zijn er 6", "Schrijf zes.", file="docs/casussen/index.md"), Told("Five branching", "hier staat “Five branching cases”, en het zijn er 6", "Schrijf six.", file="README.md")),
    mistake("docs/over/schrijven.md", r"een van de \[elf soorten\]", "een van de [twaalf soorten]", Told("twaalf soorten", "hier staat “twaalf soorten vragen”, en het zijn er 11", "Schrijf elf.")),
    mistake(f"{Q1}/vormen.yml", r"^(    explanation: \|\n      )", "\\1Zie [daar](../over/nergens.md) en <b>hier</b>. ", Told("nergens.md", "link naar ../over/nergens.md leidt nergens heen", "met .md erachter"), Told("<b>hier", "HTML in de tekst: <b>", "Schrijf het in Markdown")),
)  # fmt: skip

YAML = (
    mistake(f"{Q1}/keuze.yml", r"^(        text: )(.*)$", "\\1Lokaal #2 naast de keuken", Told("Lokaal #2", "alles na een # met een spatie ervoor slaat YAML over", "zet dan een spatie achter #")),
    mistake("docs/over/privacy.md", r"^title: .*$", "title: Privacy #2", Told("title: Privacy #2", "alles na een #", "aanhalingstekens")),
    mistake("data/canvas.yml", r"^(        label: )(.*)$", "\\1\\2 #samen", Told("#samen", "alles na een #", "aanhalingstekens")),
    mistake("data/case/gezellig-houden.yml", r"^title: .*$", "title: Zes plekken #bus", Told("#bus", "alles na een #", "aanhalingstekens")),
    mistake("data/scan/stijl.yml", r"^    name: Autonomie steunen$", "    name: Autonomie #1", Told("Autonomie #1", "alles na een #", "aanhalingstekens")),
    mistake(f"{Q3}/draaiboek.yml", r"^    answer: 12$", "    answer: 1.250", Told("answer: 1.250", "1.250 kan 1250 zijn of 1,25", "Schrijf 1250 of 1,25", hint=True)),
    mistake(f"{Q3}/evalueren.yml", r"^    answer: 43$", "    answer: 1e3", Told("answer: 1e3", 'vraag eval-wie-telt: "answer" moet een getal zijn', "1250 of 1,25")),
    mistake(f"{Q3}/kijken-duiden-ingrijpen.yml", r"^    answer: .*$", "    answer: 12:30", Told("answer: 12:30", '"answer" moet een getal zijn', "Schrijf het getal in cijfers")),
    mistake(f"{Q3}/rollen.yml", r"^    accept: \[.*\]$", "    accept: [1,5 uur, anderhalf uur]", Told("[1,5 uur", "een komma tussen cijfers begint", "aanhalingstekens")),
    mistake(f"{Q3}/stijlen.yml", r"^        text: “We lopen.*$", '        text: "We lopen', Told('text: "We lopen', "een aanhalingsteken wordt geopend en niet gesloten", "Sluit het aanhalingsteken")),
    mistake(f"{Q2}/samenstellen.yml", r"^    level: ", "      level: ", Told("      level: ", "sleutel `level` springt hier te ver in", "op dezelfde kolom")),
    mistake(f"{Q3}/diversiteit.yml", r"^      - Begin thuis.*$", "      - Let op: begin thuis.", Told("Let op: begin", "een dubbele punt met spatie in gewone tekst", "aanhalingstekens")),
    mistake(f"{Q1}/groepsontwerp.yml", r'^    source: "#eerst-het-doel"$', "    source: #eerst-het-doel", Told("source: #eerst", "alles na een #", "aanhalingstekens")),
    mistake(f"{Q2}/cohesie-en-veiligheid.yml", r"^        text: Drie mensen.*$", '        text: "Drie" mensen', Told('"Drie" mensen', "na het sluitende aanhalingsteken staat nog tekst", "Gebruik “ en ”")),
    mistake(f"{Q2}/spanning-en-conflict.yml", r"^        text: “Op het plein.*$", "        text: **Op het plein**", Told("**Op het plein**", "een tekst mag niet met * of & beginnen", "aanhalingstekens")),
    mistake(f"{Q3}/samen-begeleiden.yml", r"^        feedback: .*$", "        feedback: ~", Told("feedback: ~", "`~` betekent in YAML: niets", "Haal de sleutel weg")),
    mistake(f"{Q2}/normen-en-rollen.yml", r"\{id: ([a-z-]+), text: ([^}]*)\}", "{id: \\1, text: \\2, of zo}", Told(", of zo}", "een komma in de tekst begint tussen { en }", "aanhalingstekens")),
    mistake("data/case/te-veel-gedeeld.yml", r"^    title: ", "\ttitle: ", Told("\ttitle: ", "hier staat een tab", "Vervang de tab")),
    mistake("data/case/samen-geld-besparen.yml", r"^        spread: \[2, 3\]$", "        spread: [2, 3", Told("spread: [2, 3", "een [ of { wordt geopend", "Sluit hem met ]")),
    mistake("data/session.yml", r"^title: (.*)$", "titel: \\1", Told("titel: ", 'onbekende sleutel "titel"', 'Bedoelde je "title"?')),
)  # fmt: skip

ALIKE = (
    mistake(f"{Q1}/wat-is-een-groep.yml", r"(    options:\n      - id: [a-z-]+\n        text: )(.*)((?:\n        .*)*\n      - id: [a-z-]+\n        text: ).*$", "\\1Een norm\\3Een **norm**", Told("Een **norm**", "de optie heeft voor een lezer dezelfde tekst als een eerdere", "eigen tekst")),
    mistake(f"{Q1}/vormen.yml", r"(    options:\n      - id: [a-z-]+\n        text: )(.*)((?:\n        .*)*\n      - id: [a-z-]+\n        text: ).*$", "\\1Een “losse” norm\\3een \"losse\"\u00a0 norm.", Told("een \"losse\"", "de optie heeft voor een lezer dezelfde tekst", "eigen tekst")),
    mistake(f"{Q1}/wat-is-een-groep.yml", r"^        text: Ieder vertelt in het drietal.*$", "        text: hij maakt **drietallen** en leest één praktische vraag voor", Told("hij maakt **drietallen**", "de stap heeft voor een lezer dezelfde tekst", "Geef elke stap een eigen tekst")),
    mistake(f"{Q1}/vormen.yml", r"^      - \{id: met, text: Werken met de groep\}", "      - {id: met, text: Werken in *een* groep}", Told("Werken in *een*", "de categorie heeft voor een lezer dezelfde tekst", "eigen tekst")),
    mistake(f"{Q1}/vormen.yml", r"^        text: Acht mensen vullen.*$", "        text: Dertig aanvragers luisteren naar  uitleg over hun uitkering.", Told("luisteren naar  uitleg", "de kaart heeft voor een lezer dezelfde tekst", "eigen tekst")),
    mistake("data/case/wie-bepaalt-wat-lukt.yml", r"^        text: “We zijn pas op de helft.*$", "        text: Je vertelt wat eerdere groepen bereikten. Een derde had na een **jaar** werk, en mensen gaven de training gemiddeld een 8,4.", Told("na een jaar werk", "de keuze heeft voor een lezer dezelfde tekst", "eigen tekst")),
)  # fmt: skip

CAUSES = (
    mistake(f"{CH2}/samenstellen.md", r"^minutes: .*$", "minutes: een half uur", Told("minutes: een half uur", '"minutes" moet een heel getal zijn', "in cijfers")),
    mistake(f"{CH2}/groepsontwikkeling.md", r"^goals:$", "goal:", Told("goal:", 'onbekende sleutel "goal"', 'Bedoelde je "goals"?')),
    mistake(f"{CH2}/spanning-en-conflict.md", r"^basis: (.*)\n---$", r"basis: \1", Told("---", "de gegevens bovenaan zijn niet afgesloten", "een regel met alleen ---")),
    mistake("data/guide.yml", r"^    minutes: 45$", "    minutes: drie kwartier", Told("drie kwartier", '"minutes" moet een heel getal zijn', "in cijfers")),
    mistake(f"{CH3}/vrijwillig-of-verplicht.md", r"^    text: Je ", "    text: De lezer ", Told("text: De lezer", "begint niet met “Je”", "Schrijf wat de lezer straks doet")),
    mistake(f"{CH2}/beinvloeding.md", r'^number: "2.4"$', 'number: "3.9"', Told('"3.9"', "nummer 3.9 past niet bij module 2", 'Schrijf `number: "2.…"`')),
    mistake(f"{CH2}/cohesie-en-veiligheid.md", r'^number: "2.5"$', "number: 2.10", Told("number: 2.10", '"number" zonder aanhalingstekens', 'Schrijf `number: "2.10"`')),
    mistake(f"{CH3}/vrijwillig-of-verplicht.md", r"^updated: .*$", "updated: 2062-01-01", Told("updated: 2062", "2062-01-01 ligt in de toekomst", "voor het laatst nakeek")),
    mistake("docs/over/toegankelijkheid.md", r"^title: .*$", "title: 12:30", Told("title: 12:30", '"title" zonder aanhalingstekens', 'Schrijf `title: "12:30"`')),
    mistake("docs/over/exporteren.md", r"^title: ", "titel: ", Told("titel: ", 'onbekende sleutel "titel"', 'Bedoelde je "title"?')),
    mistake(f"{Q3}/vrijwillig-of-verplicht.yml", r"^  - id: plicht-zwijger$", "  - id: vraag-van-vroeger", Told("vraag-van-vroeger", 'id "vraag-van-vroeger" hoorde bij een vraag die weg is', "Neem een nieuw id")),
    mistake("quizzes/ids.txt", r"^vorm-duinmeer$", "vorm-duinmeer\nvraag-van-vroeger vervallen", ),
    page("html", "Een zin.\n\n<script>alert(1)</script>\n\nEen <b>vet</b> woord, en `<b>` als code.", Told("<script>", "HTML in de tekst: <script>", "Schrijf het in Markdown"), Told("<b>vet", "HTML in de tekst: <b>", "Schrijf het in Markdown")),
    mistake("docs/assets/figuren/1-2-vormen.svg", r"<path class=\"f-none s-soft\"", '<path fill="#ff0000" class="f-none s-soft"', Told("#ff0000", "`fill` in een figuur", "met een klasse")),
    mistake("docs/assets/figuren/1-3-verschil.svg", r"<desc .*</desc>\n", "", Told("<svg", "figuur zonder <desc>", "Schrijf in <desc>")),
    mistake("docs/assets/figuren/1-5-canvas.svg", r"</svg>\n", "", Told("Stopcriterium", "deze figuur is geen geldige SVG", "eindig met </svg>", below=1)),
    mistake("docs/over/feiten.md", r"^(## Mensen met bijstand.*)$", "<<<<<<< HEAD\n\\1\n=======\n## Mensen en bijstand\n>>>>>>> werk", Told("<<<<<<< HEAD", "hier staan twee versies door elkaar", "Kies per stuk welke tekst blijft")),
    mistake("data/agenda.yml", r"^trainings: .*$", "<<<<<<< HEAD\ntrainings: []\n=======\n>>>>>>> werk", Told("<<<<<<< HEAD", "hier staan twee versies door elkaar", "Kies per stuk")),
    mistake("overrides/main.html", r"\A(?=.)", "<<<<<<< HEAD\n=======\n>>>>>>> werk\n", Told("<<<<<<< HEAD", "hier staan twee versies door elkaar", "Kies per stuk")),
    mistake("docs/assets/js/catalogue.js", r"^(\{\"id\":.*)$", "<<<<<<< HEAD\n\\1\n=======\n>>>>>>> werk", Told("<<<<<<< HEAD", "hier staan twee versies door elkaar", "draai `make generate`")),
    mistake("docs/assets/css/site.css", "", "\n.mijn { color: red }\n", Told("", "dit bestand volgt uit andere bestanden, en loopt daarop achter", "Draai `make generate`.")),
)  # fmt: skip

MISTAKES = (*BLOCKS, *LINKS, *YAML, *ALIKE, *CAUSES)
