"""From settings to a desk: both doors, web and command line, come in this way."""

import os
from pathlib import Path

from assessment.access.desk import Desk, utc_now
from assessment.access.errors import UserError
from assessment.store.engine import Store, sqlite_url
from assessment.store.location import (
    DATA_VARIABLE,
    DATABASE_FILE,
    DATABASE_VARIABLE,
    UnsafeFolder,
    data_folder,
    safe_data_folder,
)
from assessment.store.schema import MigrationFailed, NewerSchema, open_store


PROJECT = Path(__file__).resolve().parents[2]


def open_desk() -> Desk:
    """The desk of whoever is at this machine, on the database that the settings name.

    Raises:
        UserError: the data cannot be opened; says why, what is safe, and what to do.
    """
    return Desk(store=open_configured_store())


def open_configured_store() -> Store:
    """The store of the settings, migrated. Raises UserError as `open_desk` does."""
    try:
        return open_store(database_url(), now=utc_now())
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


def database_url() -> str:
    """The database's URL: the setting, or the SQLite file in the data folder."""
    url = os.environ.get(DATABASE_VARIABLE)
    if url:
        return url
    return sqlite_url(safe_data_folder(data_folder(), PROJECT) / DATABASE_FILE)


def data_note(store: Store) -> str:
    """Where the data is, in one sentence for the screen."""
    if store.file is None:
        return "The data is in the PostgreSQL database that this installation was given."
    return (
        f"The data is on this computer, in {store.file.parent}. "
        f"The setting {DATA_VARIABLE} moves it."
    )
