"""Every conversation at once, over diagrams."""
