"""Commands by which a person decides: ``remove``, ``restore``, ``set``, ``add-entities``. Decisions win over the rules."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from ...errors import UsageError
from ...ledger import Decision, Ledger, record
from ...ledger.decisions import ids, removed
from ...ledger.naming import decision, own_entities, read_entities
from ..locale import say
from .app import app
from .options import Language, LedgerPath, day

Target = Annotated[str, typer.Argument(metavar="ITEM", help="An article's name, or the id of a line.", show_default=False)]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="The reason, kept with the decision.")]


@app.command()
def remove(ledger: LedgerPath, item: Target, why: Why, language: Language = "en") -> None:
    """Leave an article, commitment, event or conflict out of the record, for good and with a reason."""
    with Ledger(ledger) as open_ledger:
        open_ledger.decide(Decision("remove", _target(open_ledger, item), why), datetime.now(UTC))
    typer.echo(say(language, "decision", "done_remove", target=item))


@app.command()
def restore(ledger: LedgerPath, item: Target, why: Why, language: Language = "en") -> None:
    """Take back a removal."""
    with Ledger(ledger) as open_ledger:
        gone = removed(open_ledger.decisions())
        target = item if item in gone else open_ledger.named(item).digest
        if target not in gone:
            raise UsageError(f"{item} is not removed; there is nothing to restore")
        open_ledger.decide(Decision("restore", target, why), datetime.now(UTC))
    typer.echo(say(language, "decision", "done_restore", target=item))


@app.command("set")
def set_(
    ledger: LedgerPath,
    article: Annotated[str, typer.Argument(help="The article's name.", show_default=False)],
    published: Annotated[str | None, typer.Option("--published", metavar="DAY", help="The day it was published.")] = None,
    outlet: Annotated[str | None, typer.Option("--outlet", metavar="NAME", help="The outlet that carried it.")] = None,
    why: Why = "",
    language: Language = "en",
) -> None:
    """Set an article's day or outlet; this wins over what it says of itself."""
    given = {"published": day(published).isoformat() if published else None, "outlet": outlet}
    chosen = {k: v for k, v in given.items() if v}
    if not chosen:
        raise UsageError("nothing to set; give --published DAY or --outlet NAME")
    with Ledger(ledger) as open_ledger:
        digest = open_ledger.named(article).digest
        for field, value in chosen.items():
            open_ledger.decide(Decision(field, digest, why, value), datetime.now(UTC))
            typer.echo(say(language, "decision", "done_set", field=field, target=article, value=value))


@app.command("add-entities")
def add_entities(
    ledger: LedgerPath,
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="TOML or JSON lines.", show_default=False)],
    why: Why = "",
    language: Language = "en",
) -> None:
    """Add your own people, bodies and places to a ledger: name, kind, aliases, capacity, en. Articles are read again."""
    given = [entity for file in files for entity in read_entities(file)]
    with Ledger(ledger) as open_ledger:
        for entity in given:
            if entity.name in removed(open_ledger.decisions()):
                open_ledger.decide(Decision("restore", entity.name, why), datetime.now(UTC))
            open_ledger.decide(decision(entity, why), datetime.now(UTC))
    typer.echo(say(language, "decision", "done_entities", n=len(given)))


def _target(ledger: Ledger, item: str) -> str:
    """The digest or id that a removal names. Raises UsageError where the ledger has no such article or line."""
    if item in ids(record(ledger)) or item in {e.name for e in own_entities(ledger.decisions())}:
        return item
    try:
        return ledger.named(item).digest
    except UsageError as e:
        raise UsageError(f"{e}, or take an id from: sijill show {ledger.path} commitments") from None
