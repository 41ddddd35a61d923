"""Articles to dates and, on the same floor, to claims: what is read from prose.

temporal    the expressions of time in a text, with their values
"""
