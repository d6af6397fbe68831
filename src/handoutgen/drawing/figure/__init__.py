"""A figure's outlines: limbs, trunk, clothes, hands and feet, and the muscles marked on them, layer by layer."""
