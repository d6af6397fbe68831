"""Close-ups: large hands, faces and parts of the body, set beside each other by a pose."""
