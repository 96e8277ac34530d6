"""planc compiles 4P plans: YAML in, findings and Word and Markdown board papers out."""

__version__ = "0.2.0"
