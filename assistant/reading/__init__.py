"""Readers turn a message into intent, facts with quotes, and edits."""
