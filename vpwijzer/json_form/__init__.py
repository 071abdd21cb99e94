"""Outcomes, findings and schemas as plain data."""
