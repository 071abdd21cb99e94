"""What a conversation shows: one screen a module."""
