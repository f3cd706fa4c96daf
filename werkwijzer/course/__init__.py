"""From files to a `Course`: banks, chapters, glossary, references, passages; and codes that carry parts of it."""
