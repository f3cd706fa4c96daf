"""From the built site to what people take along: editions for a disk, a copy in the browser, files to download."""
