"""What people name, until it is in a database or comes out as records: files, folders and pipes, of
records and of articles. It prints nothing: what happens is yielded as values.

files       which files are meant: records or articles, file by file
opened      bytes of files and pipes, bounded
reading     record files -> records                 articles   files -> articles
workers     articles -> records, in one process or in several
program     what another program reads in an article
stream      all of it -> records
loading     all of it -> a database                 outcome    what comes of it
sitting     one person's review of what machines read
kept        what is done to it, kept or only tried
joining     another database into one             differing  two databases, or two states of one
spool       what is read now and needed later
documents   texts -> their temporal expressions
"""
