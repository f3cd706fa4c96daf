"""What is made from other files: scripts, stylesheets, schemas, pages at old addresses, downloads."""
