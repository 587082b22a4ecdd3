"""From settings to a desk: both doors, web and command line, come in this way."""

import os
from enum import StrEnum
from pathlib import Path

from assessment.access.actor import LOCAL_LEAD, REVIEWS_STRANGER, STRANGER, Actor
from assessment.access.desk import Desk, utc_now
from assessment.access.errors import UserError
from assessment.store.engine import Store, named_by, sqlite_url
from assessment.store.location import (
    DATA_VARIABLE,
    DATABASE_FILE,
    DATABASE_VARIABLE,
    UnsafeFolder,
    data_folder,
    safe_data_folder,
)
from assessment.store.schema import MigrationFailed, NewerSchema, open_store
from assessment.store.trouble import Trouble


PROJECT = Path(__file__).resolve().parents[2]
DOOR_VARIABLE = "THROUGHCARE_DOOR"
PROXY_VARIABLE = "THROUGHCARE_TRUSTED_PROXY"


class Door(StrEnum):
    """What this process serves: the lead's app, the room's network, or peer reviewers outside."""

    LEAD = "lead"
    ROOM = "room"
    REVIEW = "review"


COMES_IN: dict[Door, Actor] = {
    Door.LEAD: LOCAL_LEAD,
    Door.ROOM: STRANGER,
    Door.REVIEW: REVIEWS_STRANGER,
}


def open_desk() -> Desk:
    """The desk of whoever comes in here, on the database that the settings name.

    Raises:
        UserError: the data cannot be opened; says why, what is safe, and what to do.
    """
    return Desk(store=open_configured_store(), actor=COMES_IN[door()])


def door() -> Door:
    """Which door this process is: whoever comes in by another than the lead's is nobody yet.

    Any value but that of the reviewers' door makes it the room's: a mistyped setting must not put
    the lead's app on a network.
    """
    named = os.environ.get(DOOR_VARIABLE, "").strip()
    if not named:
        return Door.LEAD
    return Door.REVIEW if named.casefold() == Door.REVIEW else Door.ROOM


def is_room_door() -> bool:
    """Whether this process serves the local network."""
    return door() is Door.ROOM


def trusted_proxies() -> str | None:
    """At the reviewers' door, the proxies that may say where somebody comes from; else None."""
    if door() is not Door.REVIEW:
        return None
    return os.environ.get(PROXY_VARIABLE, "")


def open_configured_store() -> Store:
    """The store of the settings, migrated. Raises UserError as `open_desk` does."""
    try:
        return open_store(database_url(), now=utc_now(), refusal=cannot)
    except UnsafeFolder as error:
        raise UserError(str(error)) from error
    except NewerSchema as error:
        raise UserError(
            "The data here was written by a newer Throughcare than this one. Nothing was changed. "
            "Start the newer version, or set another folder with the setting "
            f"{DATA_VARIABLE}."
        ) from error
    except MigrationFailed as error:
        raise UserError(
            "The data could not be brought up to date, so it was left as it was. "
            "A copy is in the folder “rescue” beside it. Start the version you used before."
        ) from error


def cannot(trouble: Trouble) -> UserError:
    """What to say when the database cannot do what was asked, now or on opening it."""
    return UserError(TROUBLE_WORDS[trouble])


TROUBLE_WORDS = {
    Trouble.BUSY: (
        "Not saved yet: someone else is saving something long, such as a complete copy. What was "
        "saved before is safe. Try again in a moment."
    ),
    Trouble.FULL: (
        "Not saved: the disk that holds the data is full. What was saved before is safe. Make "
        "room on it, then try again."
    ),
    Trouble.READ_ONLY: (
        "Not saved: the data can be read here but not written. What was saved before is safe. Ask "
        "whoever looks after this computer for permission to write to the data folder."
    ),
    Trouble.UNREACHABLE: (
        "The data cannot be reached. What was saved before is safe. Check that its disk or "
        "database server is running and that the settings name the right one, then try again."
    ),
    Trouble.DAMAGED: (
        f"The file {DATABASE_FILE} in the data folder is not a Throughcare database, or it is "
        "damaged. Nothing was changed. Put a copy of it from the folder “rescue” or from a "
        f"backup in its place, or set another folder with the setting {DATA_VARIABLE}."
    ),
}


def database_url() -> str:
    """The database's URL: the setting, or the SQLite file in the data folder.

    Raises:
        UnsafeFolder: the folder of the file would lose it.
        UserError: the setting names no database that can be used; its words are not repeated,
            since they may hold a password.
    """
    url = os.environ.get(DATABASE_VARIABLE, "").strip()
    if not url:
        return sqlite_url(safe_data_folder(data_folder(), PROJECT) / DATABASE_FILE)
    kind, file = named_by(url)
    if kind == "postgresql":
        return url
    if kind == "sqlite" and file is not None:
        return sqlite_url(safe_data_folder(file.parent, PROJECT) / file.name)
    raise UserError(
        f"The setting {DATABASE_VARIABLE} does not name a database that can be used: for "
        "PostgreSQL it begins with postgresql://. Nothing was changed. To keep the data in a file "
        f"on this computer, leave it out; {DATA_VARIABLE} chooses the folder."
    )


def data_note(store: Store) -> str:
    """Where the data is, in one sentence for the screen."""
    if store.file is None:
        return "The data is in the PostgreSQL database that this installation was given."
    return (
        f"The data is on this computer, in {store.file.parent}. "
        f"The setting {DATA_VARIABLE} moves it."
    )
