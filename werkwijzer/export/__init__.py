"""The course in other forms than the site: on paper, for e-readers, for a disk, as a copy in the browser. Knows no site generator."""
