"""What everything stands on: problems, files, YAML with its lines, the model of what authors write, words."""
