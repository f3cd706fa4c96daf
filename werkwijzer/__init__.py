"""The engine under the course: question banks, their rules and their forms.

It imports no site generator. CONTRIBUTING.md draws its rooms; each imports only rooms above it (`tests/test_architecture.py`).
"""
