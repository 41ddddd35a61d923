"""Runs the command line: the console script `timeline` and `python -m timeline`."""

from timeline.cli import main

if __name__ == "__main__":
    main()
