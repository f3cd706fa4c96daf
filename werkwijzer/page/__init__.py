"""The Python-Markdown side: Blocks, elements, what is done to a finished page. Knows no site generator."""
