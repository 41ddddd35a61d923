"""The records of two databases side by side: what differs, and what they say together.

Pure: no store, no input, no output. Records come in the order in which an export gives them; what
needs to go through them twice takes them as something that gives them anew.

sides        groups of records that speak of one thing, from each side
differences  what has gone and what has come from one side to the other
union        what both sides say, of two versions of a record the one that goes first
renaming     keys of one side, made others
split        two texts under one key of a source
join         all that, from two sides to what changes the one into both
"""
