"""`python -m rewriter`: the same as the `rewriter` command."""

from rewriter.faces.cli import main

if __name__ == "__main__":
    main()
