"""Reads statements from files and writes the templates: the one home of YAML."""
