"""What is shown, in which order and how much: values into blocks."""
