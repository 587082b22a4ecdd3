"""Paper packs: what the first page promises, and one agency's statements in the keypad's order."""

from collections.abc import Collection, Iterator, Sequence

from assessment.access.wording import counted, long_date
from assessment.bank.model import Bank, Statement
from assessment.bank.rules.defaults import meaning, shown
from assessment.partnership.model import Agency
from assessment.views.model import ANSWER_WORDS, Asking
from assessment.views.rules.answers import choices
from assessment.views.rules.minutes import minutes_words
from assessment.views.rules.promise import promise
from exports.packs.model import Ground
from exports.packs.rules.rows import GENTLE
from exports.printed.model import Level, PaperPack, PaperRow
from exports.printed.rules.heads import shortened, where


HOW = (
    "Read each statement and tick one box: the level that fits best, or one of the three other "
    "answers. There are no wrong answers. Leave out what you would rather not answer.",
    "A reason in a few words helps the talk. Write no names and nothing about a person.",
    "If a group answers together, write how many people each answer rests on.",
)
OTHERS = tuple(ANSWER_WORDS.values())
BACK = "the lead for the assessment"


def paper_pack(ground: Ground, agency: Agency, asked: Collection[str], asking: Asking) -> PaperPack:
    """One agency's pack; `asked` are the statements in scope that concern it."""
    wanted = [place for place, one in enumerate(ground.bank.statements) if one.id in asked]
    names_shown = asking.names_shown is True
    return PaperPack(
        agency=agency.name,
        short_name=shortened(agency.name, 40),
        running_head=where(ground.area, ground.assessment),
        facts=tuple(_facts(len(wanted), names_shown, asking)),
        promise=promise(names_shown),
        rows=tuple(wanted),
    )


def statements(bank: Bank) -> tuple[PaperRow, ...]:
    """Every statement of a set as a pack shows it, in the set's order."""
    words = choices(bank.labels())
    levels = [words[value] for value in range(len(bank.scale))]
    return tuple(_row(one, levels) for one in bank.statements)


def notes(bank: Bank) -> tuple[str, ...]:
    """Whose wording it is, and what the mark of a threshold means, said once."""
    about = bank.about
    mark = "" if "(t)" in about.notice else meaning()
    lines = (f"{about.name}, version {about.version}.", shown(about.notice), mark)
    return tuple(line for line in lines if line)


def _facts(number: int, names_shown: bool, asking: Asking) -> Iterator[tuple[str, str]]:
    yield "How much", f"{counted(number, 'statement')}, {minutes_words(number)}."
    names = "Agencies’ names are shown" if names_shown else "No agency’s name is shown"
    yield "At the reveal", f"{names}."
    by = f" by {long_date(asking.reply_by)}" if asking.reply_by else ""
    yield "To give it back", f"To {asking.reply_to or BACK}{by}, by hand or by secure mail."


def _row(one: Statement, levels: Sequence[str]) -> PaperRow:
    return PaperRow(
        id=one.id,
        title=one.title,
        before=GENTLE.get(one.safety, "") if one.safety else "",
        plain=shown(one.plain),
        statement=shown(one.statement),
        levels=tuple(
            Level(label=label, words=shown(text))
            for label, text in zip(levels, one.levels, strict=True)
        ),
    )
