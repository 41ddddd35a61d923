"""The store: tables, the two engines, opening one transaction, migrations, and records read back
from it.
"""

from timeline.store.engine import keep_open, open_store

__all__ = ["keep_open", "open_store"]
