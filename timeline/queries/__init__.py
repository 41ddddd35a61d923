"""Questions, each a function of an open store, and the rows they answer with.

question    what is asked of the chronology: every filter
chronology  events in order of time       dossier    one event, and why it shows what it shows
actors      who there is; one profile     sources    documents and their claims
places      where things happen           types      what events are called
conflicts   where sources disagree        changes    what was done to the database
rivals      place, numbers, who            offices    who held one at the same time
differing   where people and machines differ, and people with each other
walk        events in order of time       past       the same, as they were known at a moment
find        from a name to the thing      rows       the lines of the answers
suggest     actors that may be one        kinship    what two of them have in common
same_events events that may be one        check      what deserves a look
review      what is to be reviewed         under_review   one claim as a reviewer sees it
proposals   what may be right instead      passages   where in a text something is said
meant       what somebody means who types the beginning of a name
statements  where collections disagree    pages      lists in order of keys or names
density     how many when                 picture    where on the axis, how surely
lanes       by what a picture is laid out
"""

from timeline.queries.chronology import chronology
from timeline.queries.question import Question

__all__ = ["Question", "chronology"]
