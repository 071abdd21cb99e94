"""What is proved over every conversation; one claim a module."""
