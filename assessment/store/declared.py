"""Every table there is, whatever part of the product was started."""

import importlib
import pkgutil
from functools import cache

import sqlalchemy as sa

from assessment.store.tables import METADATA


_PACKAGES = ("assessment", "action_plans", "domains", "exports")


@cache
def every_table() -> sa.MetaData:
    """The one MetaData with each slice's tables on it; store rooms not yet opened are imported.

    Whoever walks all tables (migrations, the complete copy, removal) asks here, so that a new
    table is covered the day it is written. The folders are walked once in a process: a complete
    copy asks hundreds of times.
    """
    importlib.import_module("assessment.store.activity")
    for name in _PACKAGES:
        package = importlib.import_module(name)
        for module in pkgutil.walk_packages(package.__path__, f"{name}."):
            if module.name.split(".")[2:3] == ["store"]:
                importlib.import_module(module.name)
    return METADATA
