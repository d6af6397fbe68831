"""Body maps: a person from the front and from the back, with named regions to mark."""
