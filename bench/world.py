"""Write the outlines of the world for the page's map, `timeline/web/page/world.js`.

    npm install world-atlas@2.0.2
    python bench/world.py node_modules/world-atlas/countries-110m.json > timeline/web/page/world.js

The data are Natural Earth's at 1:110 million, which are in the public domain
(https://www.naturalearthdata.com/about/terms-of-use/), as TopoJSON by world-atlas: what two
countries share is one arc. Degrees are written in tenths, each point but the first as its distance
from the one before.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Line: TypeAlias = "list[tuple[int, int]]"

_HEAD = """\
// The outlines of the world: Natural Earth, 1:110 million, public domain; made by bench/world.py.
// In tenths of a degree, longitude and latitude; each point but the first of a line from the one
// before.
"""
# More of a step than half the world round is one over the edge of the map.
_HALF = 1800
_TYPE = "/** @type {readonly (readonly number[])[]} */"


def lines_of(world: dict[str, Any]) -> list[Line]:
    """Read the arcs of a topology, in tenths of a degree."""
    (dx, dy), (x0, y0) = world["transform"]["scale"], world["transform"]["translate"]
    found = []
    for arc in world["arcs"]:
        x = y = 0
        line: Line = []
        for step in arc:
            x, y = x + step[0], y + step[1]
            line.append((round((x * dx + x0) * 10), round((y * dy + y0) * 10)))
        found.append(line)
    return found


def rings_of(shapes: Sequence[dict[str, Any]]) -> Iterator[list[int]]:
    """Give the rings of shapes, each as numbers of arcs; ~n is arc n backwards."""
    for shape in shapes:
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        for polygon in polygons:
            yield from polygon


def ring(lines: Sequence[Line], arcs: Sequence[int]) -> Line:
    """Join arcs, each of which begins where the one before ends."""
    found: Line = []
    for arc in arcs:
        found += (lines[arc] if arc >= 0 else lines[~arc][::-1])[bool(found) :]
    return found


def cut(line: Line) -> Iterator[Line]:
    """Cut a ring where it leaves the map on one side and comes again on the other."""
    jumps = [
        at for at, (here, there) in enumerate(pairwise(line), 1) if abs(there[0] - here[0]) > _HALF
    ]
    if len(jumps) < 2:
        yield line
        return
    around = line[jumps[0] : -1] + line[: jumps[0]]
    ends = [at - jumps[0] for at in jumps] + [len(around)]
    yield from (around[first:last] for first, last in pairwise(ends))


def borders(lines: Sequence[Line], shapes: Sequence[dict[str, Any]]) -> Iterator[Line]:
    """Give the arcs that two shapes share."""
    times = Counter(max(arc, ~arc) for arcs in rings_of(shapes) for arc in arcs)
    return (lines[arc] for arc, count in sorted(times.items()) if count > 1)


def steps(line: Line) -> list[int]:
    """Write a line as its first point and the distances from there on; what stands still is left
    out.
    """
    found = [*line[0]]
    for (x, y), (nx, ny) in pairwise(line):
        if (x, y) != (nx, ny):
            found += [nx - x, ny - y]
    return found


def main() -> None:
    world = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    lines, shapes = lines_of(world), world["objects"]
    rings = (ring(lines, arcs) for arcs in rings_of(shapes["land"]["geometries"]))
    land = [part for one in rings for part in cut(one)]
    written = {"LAND": land, "BORDERS": [*borders(lines, shapes["countries"]["geometries"])]}
    sys.stdout.write(_HEAD)
    for name, found in written.items():
        rows = ",\n  ".join(json.dumps(steps(line), separators=(",", ":")) for line in found)
        sys.stdout.write(f"\n{_TYPE}\nexport const {name} = [\n  {rows},\n];\n")


if __name__ == "__main__":
    main()
