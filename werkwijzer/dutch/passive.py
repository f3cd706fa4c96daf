"""Whether a sentence says what is done without saying who does it: a form of *worden* with a past participle.

A guess from the form of words. Strong participles (*gegeven*) look like infinitives and plurals, so they are listed;
weak ones (*gemaakt*) are recognised by prefix and ending, minus the nouns that look alike.
"""

from __future__ import annotations

import re

from werkwijzer.dutch.sentences import words

AUXILIARIES = frozenset({"word", "wordt", "worden", "werd", "werden", "geworden"})

_BEFORE = "(?:aan|achter|af|bij|buiten|door|goed|in|klaar|los|mee|mis|na|neer|om|onder|op|over|samen|tegen|terug|toe|uit|vast|vol|voor|vrij|waar|weg)*"
_STRONG = re.compile(
    _BEFORE
    + "(?:aan|be|ge|her|ont|ver|om|onder|over|voor)?(?:ge)?(?:bonden|boden|broken|daan|dragen|drongen|dreven|droegen|dwongen|geven|gegeten|gooid|grepen|haald|hangen|holpen|houden|keken|"
    "kozen|kregen|lachen|laten|lezen|loten|meten|nomen|noten|roepen|schonken|schoven|schreven|slagen|slapen|sloten|sneden|sproken|stolen|geten|"
    "strepen|trokken|vallen|vangen|vochten|vonden|vroegen|wezen|wonnen|worpen|worven|zegd|zet|zien|zocht|zonden|zongen)"
)
_WEAK = re.compile(_BEFORE + r"(?:ge|be|ver|ont|her|voorsp)\w+(?:d|[cfhkpstx]t)")
_ALIKE = re.compile(
    r"geld|gebied|geduld|gezicht|gewicht|gevecht|bericht|gedicht|gerecht|geluid|gemeenschap|beeld|bed|belast|best|beleid|beurt|verband|verschil|vert|verstand|"
    r"verdriet|verbod|gebod|gebed|bezit|besluit|begeleid|bewust|bekend|bevoegd|bereid|benieuwd|bepaald|beperkt|gezond|gewoond|gemeend|gebruikt|gerust|geschikt|gehecht|"
    r"geraakt|verkeerd|vertrouwd|verantwoordelijkheid|\w+heid|\w+eit|hert|herfst|ontzet|gast|gest|test|verst|eigenwaarde|"
    r"geeft|begrijpt|verkoopt|geïnteresseerd|gemotiveerd|verplicht|wereld|bestand|bijstand|bekendst|werkend"
)


def is_passive(sentence: str) -> bool:
    """Whether some clause holds a form of *worden* and a participle."""
    return any(_clause_is_passive(clause) for clause in re.split(r"[,;:()–“”]", sentence))


def _clause_is_passive(clause: str) -> bool:
    spoken = [word.casefold() for word in words(clause)]
    return any(word in AUXILIARIES for word in spoken) and any(map(is_participle, spoken))


def is_participle(word: str) -> bool:
    """Whether a word looks like a past participle."""
    if _ALIKE.fullmatch(word) or word in AUXILIARIES:
        return False
    if _STRONG.fullmatch(word):
        return "ge" in word or word.startswith(("be", "her", "ont", "ver", "om", "onder", "over", "voor"))
    return bool(_WEAK.fullmatch(word))
