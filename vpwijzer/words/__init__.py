"""Conditions and answers in the person's own words; and text made harmless."""
