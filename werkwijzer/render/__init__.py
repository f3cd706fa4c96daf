"""Model → HTML, for the page and for paper."""
