"""Use cases: ours, an area's own, checking a file, keeping a set, changing a threshold."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from assessment.access.desk import Desk
from assessment.access.errors import BadInput, NotFound
from assessment.access.texts import NAME, accept_words
from assessment.access.wording import counted, listed
from assessment.bank import store
from assessment.bank.loader.building import NOT_LOADED, built
from assessment.bank.loader.found import Found
from assessment.bank.loader.yaml_file import read_yaml
from assessment.bank.model import WORDING_WORDS, Bank, KeptBank, Wording
from assessment.bank.permissions import check_user_can_change_statements
from assessment.bank.rules.checking import Problem, lacking, problems_of
from assessment.bank.rules.defaults import defaults_of, with_defaults
from assessment.bank.rules.digest import digest
from assessment.bank.rules.identifiers import identifiers_in
from assessment.documents.safety import FILE_LIMIT
from assessment.store.engine import Store


# At the root of a clone, and beside the packages in an installed copy.
STATEMENTS_FILE = Path(__file__).resolve().parents[2] / "statements.yaml"
_IDENTIFIERS = (
    "The statements were not loaded: some text looks as if it identifies a person. Take it out "
    "and choose the file again, or say that it identifies nobody. Nothing was changed."
)


class IdentifiersInFile(BadInput):
    """The guard saw something in a file; a person may say that it identifies nobody."""


@dataclass(frozen=True)
class ReadStatements:
    """Statements read from a file, not kept yet; `notes` say what was made or left out."""

    bank: Bank
    notes: tuple[str, ...]


@dataclass(frozen=True)
class CheckReport:
    """What a check of a file found, in words ready to print."""

    file_name: str
    bank: Bank | None
    lines: tuple[str, ...]
    problems: tuple[str, ...]

    @property
    def usable(self) -> bool:
        """Whether the file can be loaded."""
        return self.bank is not None


@lru_cache(maxsize=1)
def built_in_bank() -> Bank:
    """The statements that come with the toolkit, read once."""
    found = read_yaml(STATEMENTS_FILE.read_bytes(), STATEMENTS_FILE.name)
    bank = built(found, None)
    _refuse(found, problems_of(bank))
    return bank


def read_statements(
    data: bytes, file_name: str, *, wording: Wording = Wording.OWN, confirmed: bool = False
) -> ReadStatements:
    """Statements from the bytes of a YAML file or an Excel workbook; nothing is written.

    `wording` counts for a workbook that does not say whose it is; `confirmed` lets through what
    looks like an identifier and, as a person has said, is none.

    Raises BadInput, with each problem named by line, or by sheet and row; IdentifiersInFile when
    that is all that stands in the way.
    """
    found = _found(data, file_name, wording)
    bank = built(found, built_in_bank())
    _refuse(found, problems_of(bank))
    seen = () if confirmed else identifiers_in(bank)
    if seen:
        raise IdentifiersInFile(_IDENTIFIERS, _located(found, seen))
    return ReadStatements(bank, found.notes)


def _found(data: bytes, file_name: str, wording: Wording) -> Found:
    if file_name.lower().endswith((".yaml", ".yml")) and not data.startswith(b"PK"):
        return read_yaml(data, file_name)
    from assessment.bank.loader.workbook import read_workbook  # here: openpyxl, for rare files

    return read_workbook(data, file_name, built_in_bank(), wording)


def _refuse(found: Found, problems: tuple[Problem, ...]) -> None:
    if problems:
        raise BadInput(NOT_LOADED, _located(found, problems))


def _located(found: Found, problems: tuple[Problem, ...]) -> list[str]:
    return [f"{found.places.where(one.path)}: {one.words}" for one in problems]


def check_file(source: Path | bytes, file_name: str = "") -> CheckReport:
    """Reads a file as loading would and says what is in it, what is missing and what is wrong."""
    name = file_name or (source.name if isinstance(source, Path) else "The file")
    try:
        data = _contents(source) if isinstance(source, Path) else source
        read = read_statements(data, name)
    except BadInput as error:
        return CheckReport(name, None, (error.message,), error.problems)
    except OSError as error:
        words = f"{name} cannot be opened: {error.strerror}. See that the name is right."
        return CheckReport(name, None, (words,), ())
    return CheckReport(name, read.bank, (*summary(read.bank), *read.notes), ())


def _contents(path: Path) -> bytes:
    """Enough of the file to see that it is too long, and no more."""
    with path.open("rb") as file:
        return file.read(FILE_LIMIT + 1)


def summary(bank: Bank) -> tuple[str, ...]:
    """What a set of statements holds and lacks, a sentence a line."""
    per_domain = [f"{len(bank.in_domain(one.id))} in {one.title}" for one in bank.domains]
    defaults = sum(len(defaults_of(one)) for one in bank.statements)
    safety = sum(one.safety is not None for one in bank.statements)
    return (
        f"{bank.about.name}, version {bank.about.version}. {WORDING_WORDS[bank.about.wording]}.",
        f"{counted(len(bank.statements), 'statement')}: {listed(per_domain)}.",
        f"{len(bank.core_statements())} for a core assessment, {safety} safety-critical, "
        f"{counted(defaults, 'threshold')} that can be changed.",
        *(f"{words[0].upper()}{words[1:]}." for words in lacking(bank)),
    )


def keep_bank(desk: Desk, bank: Bank, partnership_id: str | None = None) -> str:
    """Keeps a set of statements and gives its id; the same content is kept once."""
    check_user_can_change_statements(desk.actor)
    content = digest(bank)
    with desk.store.writing() as tx:
        known = store.id_of_digest(tx, content)
        if known:
            return known
        bank_id = desk.new_id()
        event = desk.event(
            "statements.kept",
            subject_table="statement_bank",
            subject_id=bank_id,
            partnership_id=partnership_id,
        )
        store.add(tx, bank_id, bank, content, desk.now(), event)
    return bank_id


def bank_of(desk: Desk, bank_id: str) -> Bank:
    """The kept set of this id. Raises NotFound when there is none."""
    return _kept_bank(desk.store, bank_id)


# A kept set never changes, so it is read once for each store.
@lru_cache(maxsize=32)
def _kept_bank(where: Store, bank_id: str) -> Bank:
    with where.reading() as tx:
        bank = store.body(tx, bank_id)
    if bank is None:
        raise NotFound("These statements are not kept here. Go back to the first page.")
    return bank


def kept_banks(desk: Desk) -> tuple[KeptBank, ...]:
    """Every kept set of statements, the newest first."""
    with desk.store.reading() as tx:
        return store.kept(tx)


def change_defaults(
    desk: Desk,
    bank_id: str,
    changes: Mapping[tuple[str, str], str],
    partnership_id: str | None = None,
    *,
    confirmed: bool = False,
) -> str:
    """Keeps a version with other thresholds and gives its id; the version given stays as it is.

    Raises BadInput for a threshold that is empty, too long or not there, TooLong and
    LikelyIdentifier as for any text a person types.
    """
    check_user_can_change_statements(desk.actor)
    words = {
        place: accept_words(new, stored=place[1], limit=NAME, confirmed=confirmed)
        for place, new in changes.items()
    }
    changed = with_defaults(bank_of(desk, bank_id), words)
    return keep_bank(desk, changed, partnership_id)


def template_workbook(desk: Desk) -> bytes:
    """The blank workbook to fill in with one's own or the official statements."""
    from assessment.bank.loader.template import blank_template  # here: xlsxwriter, rarely asked

    return blank_template(built_in_bank(), desk.now())


def statements_workbook(desk: Desk, bank: Bank) -> bytes:
    """A whole set as a workbook, which can be changed and loaded again."""
    from assessment.bank.loader.template import filled_template  # here: xlsxwriter, as above

    return filled_template(bank, desk.now())
