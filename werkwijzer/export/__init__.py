"""The course in other forms than the site. Reads the course and `docs/`; knows no site generator."""
