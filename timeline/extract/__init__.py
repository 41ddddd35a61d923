"""Articles to claims: what is read from prose.

article     bytes -> an article: its prose, headings, language, date, author
paragraphs  the blocks and paragraphs of a plain or Markdown text
header      what stands above an article, and its dateline; header_patterns what finds it
page        the text of a web page
languages   all that depends on a language: its words as rows of data, its grammar
gazetteer   well-known names, as rows of data
masking     what is taken out of prose before it is parsed
parse       prose -> tokens, by spaCy; mending what its parsers get wrong, listing lists of names
trees       how tokens depend on each other
grammar     how a clause is built; control who does what a verb tells; nominals how a noun phrase is
            built; support what a verb leans on
naming      the names in an article; acronyms those that it explains
actors      who is spoken of, by names, descriptions and pronouns: reference whom those stand for,
            pronouns whom those do and exclusions and deeds whom they don't, relatives whom "who"
            does, apposition what stands behind a comma, descriptions which nouns mean somebody,
            turns who goes on to speak
events      what happens; meaning what its words mean where they stand; roles who takes part,
            scenes which names are but places, weapons by whose an attack is
modality    how sure it is told, noun_moods by a noun; saying what kind of saying a verb is
attribution by whose word, and in what stance
targets     at whom an act of words is aimed; ending what is given up
dating      which date belongs to which event; locating where it happens, counting how many
happenings  the events of an article; telling which words do tell one, coreference which passages
            tell of one and the same, mentions both as values
claims      articles -> records; titles what an event is called
"""
