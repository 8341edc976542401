"""The page: one shell, small scripts and styles, and nothing that the web API does not give anyone."""
