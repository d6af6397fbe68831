"""A plan → the bytes of a tagged PDF. It decides nothing: the plan says what is where and what it means."""
