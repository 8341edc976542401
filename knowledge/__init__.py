"""What is known: cards, passages and the search over them."""
