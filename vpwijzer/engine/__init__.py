"""One conversation: logic, walk, outcome and what explains it."""
