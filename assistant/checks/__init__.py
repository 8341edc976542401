"""Checks: rules run in code on drafts and on pasted text."""
