"""The engine under the course: question banks, their rules and their forms.

It imports no site generator. Data flows one way; a module imports only what stands to its left:
problems → words → source → model → scoring → questions → course → checks → render → export → adapters
(markdown_ext, __main__). `tests/test_architecture.py` holds us to it.
"""
