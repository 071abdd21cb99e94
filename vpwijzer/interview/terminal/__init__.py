"""The terminal itself: keys, windows and plain lines."""
