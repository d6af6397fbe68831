"""What every face of the program asks: requests into orders, orders into outcomes, failures into plain objects."""
