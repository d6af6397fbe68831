"""A figure's joints in space: from angles or from places that hands and feet must reach."""
