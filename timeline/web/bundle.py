"""The modules of the page as one script, and the page as one file that asks for nothing.

Modules can't be loaded from a folder or a mail (a browser gives files no origin), and from a server
fifty of them come one after the other. So all stand in one script, each in a function of its own
that gives what it exports. The policy of a file names this script and its style by their hashes.
"""

from __future__ import annotations

import gzip
import json
import re
from base64 import b64encode
from functools import cache
from graphlib import TopologicalSorter
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PAGE = Path(__file__).parent / "page"
# Where the page names its first module.
MODULES = '<script type="module" src="main.js"></script>'
_IMPORT = re.compile(r'^import \{([^}]*)\} from "\./([\w.-]+)\.js";\n', re.MULTILINE)
_EXPORTED = re.compile(
    r"^export (?:const|let|class|function\*?|async function\*?) (\w+)", re.MULTILINE
)
# What a browser does first: it unpacks the data.
_UNPACKING = """const packed = document.getElementById("held");
const bytes = Uint8Array.from(atob(packed.textContent), (sign) => sign.charCodeAt(0));
const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
packed.textContent = await new Response(unpacked).text();
"""
_POLICY = (
    "default-src 'none'; script-src {script}; style-src {style}; img-src data:; "
    "connect-src 'none'; base-uri 'none'; form-action 'none'"
)


def document(data: Any, *, title: str, language: str, lines: Sequence[str]) -> str:
    """Write the page with its data as one HTML document.

    Args:
        data: what the page's `held.js` answers from.
        title: of the document.
        language: in which it is.
        lines: the events, as they are read where no script runs.
    """
    style, script = (PAGE / "page.css").read_text("utf-8"), _UNPACKING + page_script()
    policy = _POLICY.format(script=_hash(script), style=_hash(style))
    html = (PAGE / "index.html").read_text("utf-8")
    html = _replaced(html, 'lang="en"', f'lang="{escape(language)}"')
    html = _replaced(
        html,
        "<title>timeline</title>",
        f'<meta http-equiv="content-security-policy" content="{policy}">\n'
        f"<title>{escape(title)}</title>",
    )
    html = _replaced(html, '<link rel="stylesheet" href="page.css">', f"<style>{style}</style>")
    html = _replaced(html, f"{MODULES}\n", "")
    listed = "".join(f"<li>{escape(line)}</li>\n" for line in lines)
    html = re.sub(r'(<ol id="events"[^>]*>)', lambda found: f"{found[0]}\n{listed}", html)
    before, end, after = html.partition("</body>")
    return (
        f"{before}"
        f'<script type="text/plain" id="held">{packed(data)}</script>\n'
        f'<script type="module">{script}</script>\n{end}{after}'
    )


def _replaced(text: str, old: str, new: str) -> str:
    """Replace what stands in a text once."""
    before, found, after = text.partition(old)
    assert found, f"the page has no {old}"
    return before + new + after


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def packed(data: Any) -> str:
    """Write data as JSON, compressed by gzip (RFC 1952) and in base64: a seventh of its length."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
    return b64encode(gzip.compress(text, mtime=0)).decode()


@cache
def page_script() -> str:
    """Give all modules of the page as one script."""
    return bundled({path.stem: path.read_text("utf-8") for path in sorted(PAGE.glob("*.js"))})


def bundled(modules: Mapping[str, str]) -> str:
    """Write modules as one script: each after those that it imports.

    Args:
        modules: name -> text. Of the ways to import and export they use those of `_IMPORT` and
            `_EXPORTED`.

    Raises:
        graphlib.CycleError: two import each other.
    """
    needs = {name: {found[1] for found in _IMPORT.findall(text)} for name, text in modules.items()}
    order = TopologicalSorter(needs).static_order()
    return "".join(_function(name, modules[name]) for name in order)


def _function(name: str, text: str) -> str:
    """Write a module as a function that is called at once, and gives what it exports."""
    given = ", ".join(_EXPORTED.findall(text))
    body = _IMPORT.sub(_taken, text)
    body = re.sub(r"^export (?:\{\};\n)?", "", body, flags=re.MULTILINE)
    return f"const {_variable(name)} = (() => {{\n{body}\nreturn {{ {given} }};\n}})();\n"


def _taken(found: re.Match[str]) -> str:
    names = re.sub(r"(\w+) as (\w+)", r"\1: \2", " ".join(found[1].split()))
    return f"const {{ {names} }} = {_variable(found[2])};\n"


def _variable(name: str) -> str:
    return "$" + re.sub(r"\W", "_", name)
