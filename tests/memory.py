"""How much memory a process has taken."""

from __future__ import annotations

import resource
import sys
from pathlib import Path


def peak() -> int:
    """The most bytes that this process has held at once, since it became the program that it is.

    Linux counts in `ru_maxrss` what a process held before it became another program, which is all
    that its parent held (getrusage(2)); VmHWM begins anew then (proc_pid_status(5)).
    """
    status = Path("/proc/self/status")
    if status.exists():
        lines = status.read_text(encoding="ascii", errors="replace").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:")) * 1024
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024
