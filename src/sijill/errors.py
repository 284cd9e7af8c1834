"""The exception tree. Trouble with an article is not here: it is a :class:`sijill.records.Problem`.

::

    SijillError
    ├── UsageError        a call or an option that cannot be carried out as given
    ├── RuleError         rule or lexicon data that is malformed (names file, entry and key)
    └── LedgerError       a ledger that cannot be opened, read or written
        └── LedgerVersionError   a ledger of a newer sijill than this one
"""

from __future__ import annotations


class SijillError(Exception):
    """Anything sijill raises on purpose. Its text says what happened, where, and what to do."""


class UsageError(SijillError):
    """A call or an option that cannot be carried out as given."""


class RuleError(SijillError):
    """Rule or lexicon data that is malformed; the message names file, entry and key."""


class LedgerError(SijillError):
    """A ledger that cannot be opened, read or written."""


class LedgerVersionError(LedgerError):
    """A ledger written by a newer sijill than this one."""
