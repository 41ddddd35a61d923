"""The page and the JSON API of `timeline serve`, on Starlette: the same questions, rows and
functions as the commands use.

routes      what is answered: path -> question, and the class of the answer
parameters  what stands in an address -> the values that a route takes
answers     one request -> one answer: from the database in a thread, with ETag, pages, limits
guard       who may ask: Host, Origin, token; headers; sizes
changes     server-sent notice that the database has changed
openapi     the description of all routes, from their types
app         all of it together
serving     a socket, and the server on it
"""
