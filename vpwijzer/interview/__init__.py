"""The conversation: one controller, and askers that show menus and pages."""
