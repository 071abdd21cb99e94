"""The keys that do something else than answer; every asker has the same."""

BACK, EXPLAIN, STOP = "t", "?", "s"
OVERVIEW, PROVISIONAL, NOTES, HELP = "o", "v", "n", "h"
ALL, CLOSED, COMPARE, WHAT_IF = "a", "w", "c", "x"
WRAP_UP, PASS = "r", "d"
