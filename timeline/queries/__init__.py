"""Questions, each a function of an open store, and the rows they answer with.

chronology  events in order of time       dossier    one event, and why it shows what it shows
actors      who there is; one profile     sources    documents and their claims
conflicts   where sources disagree        changes    what was done to the database
find        from a name to the thing      rows       the lines of the answers
"""

from timeline.queries.chronology import chronology

__all__ = ["chronology"]
