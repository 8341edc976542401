"""Checks of wording: word tables from knowledge/lexicon matched on any text, with exact spans."""
