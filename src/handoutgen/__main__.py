"""`python -m handoutgen`: the same as the command `handoutgen`, also where that command is not on the PATH."""

from handoutgen.cli import main

if __name__ == "__main__":
    main()
