"""The statements: what they are, where they come from, and their versions.

Ours are read from `statements.yaml`; an area may load its own or the official wording from YAML
or Excel. A version once kept never changes; an assessment stays on the one it was made with.
"""
