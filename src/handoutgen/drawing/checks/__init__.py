"""What makes a drawing bad, found by measuring: bodies in furniture, broken outlines, lines that cannot be seen."""
