"""``python -m mapper``: the command line."""

from mapper.cli import main

if __name__ == "__main__":
    main()
