"""The bytes of any PDF → facts: objects, tags, text and its sizes. Shares no code with what writes them."""
