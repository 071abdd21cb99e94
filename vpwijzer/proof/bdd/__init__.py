"""Binary decision diagrams; know nothing of content."""
