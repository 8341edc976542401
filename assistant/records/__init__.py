"""Records keep conversations, briefs and drafts; every row has an owner."""
