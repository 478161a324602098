"""The private real servers of the tests. Start reading at supervisor.py; README.md says how to use them."""
