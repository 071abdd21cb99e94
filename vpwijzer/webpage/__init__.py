"""The whole conversation as one page that works anywhere and keeps nothing."""
