"""Read what managers upload: Markdown, text, Word and PDF, as pieces under their headings."""
