"""How the assistant is served: routes, the page, and the table of errors to problems."""
