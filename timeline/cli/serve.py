"""`timeline serve`."""

from __future__ import annotations

from typing import Annotated

import typer

from timeline.cli import options

app = options.new_app()

_EXAMPLES = """
timeline serve                       the page, on this machine alone
timeline serve --port 8000 --open    and open it in the browser
timeline serve --host 0.0.0.0        for others, who need the token
timeline serve --as news.example     behind a proxy of that name
timeline serve --review --by Nina    and review in the browser
"""
DEFAULT_PORT = 8765


@app.command(epilog=options.examples(_EXAMPLES))
def serve(
    *,
    host: Annotated[
        str, typer.Option("--host", metavar="ADDRESS", help="To which of this machine's addresses.")
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help="On which port; 0 takes a free one.")
    ] = DEFAULT_PORT,
    names: Annotated[
        list[str] | None,
        typer.Option(
            "--as", metavar="HOST[:PORT]", help="A further name, that of a proxy; repeated: all."
        ),
    ] = None,
    token: Annotated[
        str | None,
        typer.Option(
            "--token",
            envvar="TIMELINE_TOKEN",
            metavar="WORD",
            help="What whoever asks has to know; made up if others can reach it.",
        ),
    ] = None,
    review: Annotated[
        bool,
        typer.Option("--review", help="Let whoever has the token review and correct claims."),
    ] = False,
    by: options.By = None,
    opened: Annotated[bool, typer.Option("--open", help="Open the page in the browser.")] = False,
    db: options.Db = options.DEFAULT_DB,
) -> None:
    """Serve the page and the JSON API, to read or to review."""
    from timeline.cli.output import say, write_line
    from timeline.cli.person import decider
    from timeline.cli.talk import talk
    from timeline.errors import UsageError
    from timeline.store import open_store

    try:
        from timeline.web.serving import Served, is_local
        from timeline.web.serving import serve as serve_page
    except ModuleNotFoundError as error:
        raise UsageError("no-web", module=error.name) from error
    with open_store(db):
        pass  # what is wrong with it is told before anybody asks
    if not token and (review or not is_local(host)):
        import secrets

        token = secrets.token_urlsafe(24)

    def ready(served: Served) -> None:
        address = f"{served.address}#token={served.token}" if served.token else served.address
        write_line(address)
        say(talk("serving"))
        if opened:
            import webbrowser

            webbrowser.open(address)

    reviewer = decider(by) if review else None
    serve_page(
        db, host=host, port=port, names=names or (), token=token, reviewer=reviewer, ready=ready
    )
