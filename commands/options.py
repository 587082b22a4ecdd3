"""Options that several commands have."""

from typing import Annotated

import typer


Area = Annotated[
    str, typer.Option(metavar="NAME", help="The area’s name, where there are several.")
]
Month = Annotated[
    str, typer.Option(metavar="MONTH", help="Such as 2026-11; the newest when left out.")
]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Answer yes to what would be asked.")]
