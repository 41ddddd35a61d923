"""Articles to dates and, on the same floor, to claims: what is read from prose.

article     bytes -> an article: its prose, headings, language, date, author
paragraphs  the parts of a plain or Markdown text
header      what stands above an article, and its dateline
page        the text of a web page
lexicon     words and names: what they say happens, who they mean
masking     what is taken out of prose before it is parsed
parse       prose -> words, by spaCy
trees       how words depend on each other
grammar     how a clause is built
naming      the names in an article
actors      who is spoken of, by names, descriptions and pronouns
events      what happens, and who takes part
modality    how sure it is told
attribution by whose word, and in what stance
dating      which date belongs to which event
happenings  which words tell an event, and which tell of one and the same
claims      articles -> records
"""
