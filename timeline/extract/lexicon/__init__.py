"""What words mean to the extractor: data, and small questions about it. Nothing is read before it is asked for.

events      verbs, nouns and idioms that name events -> type, roles (french, english hold the tables)
words       words that say how an event is told, and who people are (french_words, english_words)
gazetteer   states, organisations, given names (states, bodies, given_names)
"""
