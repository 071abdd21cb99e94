"""Pages as blocks, and the writers that draw them."""
