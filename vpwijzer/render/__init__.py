"""One module per format; each turns values into text and decides nothing."""
