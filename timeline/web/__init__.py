"""The page and the JSON API of `timeline serve`, on Starlette: the same questions, rows and
functions as the commands use.

routes      what is answered: path -> question, and the class of the answer
parameters  what stands in an address -> the values that a route takes
answers     one request -> one answer: from the database in a thread, with ETag, pages, limits
saying      dates and words of the model in a language
guard       who may ask: Host, Origin, token; headers; sizes
changes     server-sent notice that the database has changed
refusals    what is wrong -> a status, a code, a sentence
bodies      what a request to write has to say
posts       what may be written: path -> the function that does it
review_routes  what a page that reviews asks besides
writing     one request to write -> one answer: once, in one transaction
openapi     the description of all routes, from their types
page        the page with what a reader without JavaScript sees
app         all of it together
held        what a page holds that stands alone: the answers to all that it may ask
bundle      such a page as one file
serving     a socket, and the server on it
"""
