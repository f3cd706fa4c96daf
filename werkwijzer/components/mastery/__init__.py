"""`<ww-mastery>`: the goals of a chapter, each with the questions that test it. No Block: it stands under the chapter's quiz."""

from __future__ import annotations

from werkwijzer.base.model import Chapter
from werkwijzer.components import Component, Use
from werkwijzer.course.bank import Bank
from werkwijzer.render.pages import render, trail


def html(use: Use) -> str:
    """The goals of the chapter to which the bank with that key belongs; nothing when it belongs to none."""
    loaded = use.library.chapter(use.argument)
    return mastery_html(loaded.chapter, use.library.bank(use.argument).bank) if loaded else ""


def mastery_html(chapter: Chapter, bank: Bank) -> str:
    goals = [(goal, trail(bank, goal.id)) for goal in chapter.goals]
    return render("components/mastery/web", goals=goals, chapter=chapter.id)


COMPONENT = Component("mastery", html, blocks=())
