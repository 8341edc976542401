"""How fast a model's answers pass through, and how large the prompts are."""
