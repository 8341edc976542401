"""Writers turn a kind, a brief and passages into a draft."""
