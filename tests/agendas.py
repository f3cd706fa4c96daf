"""An agenda with trainings."""

from __future__ import annotations

SAMPLE = """
trainings:
  - id: najaar
    title: "Eén dag; kiezen, kijken & doen <b>"
    kind: in-company
    place: Gemeentehuis, Wierdijk
    days: [{date: 2027-10-05, start: "09:30", end: "16:30"}]
  - id: voorjaar
    title: Twee dagen groepsgewijs werken
    kind: open
    place: Buurthuis De Brug, Wierdijk
    days:
      - {date: 2027-03-11, start: "09:30", end: "16:30"}
      - {date: 2027-04-08, start: "09:30", end: "16:30"}
    text: Voor wie al een groep begeleidt. Je neemt een eigen vraag mee, en een collega die kritisch meekijkt, als je er een hebt.
    link: https://www.voorbeeld.nl/training?a=1&b=2
"""
