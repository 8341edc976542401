"""Exports turn a stored version into a file to send."""
