"""The Dutch language, as far as an editor's rules need it: pure functions over plain text."""
