"""The screen of `timeline review`. Textual is imported here alone.

app      the screen: its keys, and what they do
shown    what it shows, as styled text
choose   a list to choose from by digit or by typing
asked    what there is to choose from
"""
