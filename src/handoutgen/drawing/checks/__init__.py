"""What makes a drawing bad, found by measuring."""
