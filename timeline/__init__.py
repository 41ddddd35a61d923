"""A database of what happened: who did what, when, and according to whom.

The floors of the house, each using only those below it:

    cli       one file per command; the only place where files are opened and text is printed
    render    rows -> table, JSON, CSV, Markdown; dates in words
    load      records -> store: idempotent, one changeset a run; merges and undo
    queries   questions -> rows
    store     tables, SQLite and PostgreSQL, migrations  |  formats   files -> records -> files
    extract   articles -> claims
    resolve   the claims of one event -> its date and standing, with the reasons
    temporal  dates in words: in articles, in records, and as people type them
    records   what files say, as frozen values, and problems
    dates     EDTF: what a date text means  |  names  how names are compared
    encoding  bytes -> text
    errors    what can go wrong
"""

__version__ = "0.1.0"
