"""Language models as narrators: they propose the text of a piece, and the checker disposes."""
