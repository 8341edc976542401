"""How it is proven: labelled texts, questions, cases and recordings, and what measures them."""
