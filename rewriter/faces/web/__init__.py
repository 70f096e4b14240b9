"""The page for practitioners: plain forms that work without a script, and a script that saves them steps."""
