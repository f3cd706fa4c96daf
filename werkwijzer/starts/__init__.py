"""`werkwijzer new …`: a chapter, a case or a question that passes the check, to write over.

A start says everywhere what to write there. What else a new piece asks for (menu, guide for trainers, numbers in texts, generated
files) is done along with it, so that `werkwijzer check` is silent about what an author did not do.
"""
