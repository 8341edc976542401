"""What is drafted: the brief, the reader, the writer, the checks and the turn that joins them."""
