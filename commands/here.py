"""`throughcare where` and `throughcare unlock`: this Throughcare's own data and lock."""

import typer

from assessment.access.opening import data_note
from assessment.invitations import service as invitations
from assessment.store.schema import revision_of
from commands.desk import desk_of
from commands.terminal import say


def where(ctx: typer.Context) -> None:
    """Say where the data is."""
    store = desk_of(ctx).store
    say(data_note(store), f"Database: {store.file or store.kind}", f"Schema: {revision_of(store)}")


def unlock(ctx: typer.Context) -> None:
    """Give the app back to the lead.

    For a lead who passed the laptop around and forgot the PIN.
    """
    if invitations.unlock(desk_of(ctx)):
        say("The app is the lead’s again. What agencies answered in their turns is kept.")
    else:
        say("The laptop is not being passed around, so there is nothing to unlock.")
