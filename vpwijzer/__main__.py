"""Lets `python -m vpwijzer` do what `vpwijzer` does."""

from vpwijzer import main

if __name__ == "__main__":
    main()
