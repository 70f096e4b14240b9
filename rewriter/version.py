"""The version of the product, and with it of the rules and the word lists."""

__all__ = ["VERSION"]

VERSION = "0.1.0"
