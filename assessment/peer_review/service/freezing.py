"""The area's own words before a reviewer is given any: read through by the lead, then frozen."""

from collections.abc import Iterable

from assessment.access.desk import Desk
from assessment.access.texts import PARAGRAPH, accept_words
from assessment.consensus import service as consensus
from assessment.consensus.model import AgreedRating
from assessment.peer_review import store
from assessment.peer_review.model import Kept, RoundText, TextPlace, ToRead
from assessment.peer_review.service import saving
from assessment.peer_review.service.giving import documents_of
from assessment.peer_review.service.reading import scope
from assessment.peer_review.service.setting_up import changing


def texts_to_read(desk: Desk, round_id: str) -> tuple[ToRead, ...]:
    """The area's own words that a round's reviewers would be given, for the lead to read through.

    Titles of documents that have a way, and why the statements in scope are rated as they are.
    """
    with desk.store.reading() as tx:
        chosen = [each.id for each in scope(desk, round_id)]
        one = saving.found_round(tx, round_id)
        agreed = consensus.ratings_of(desk, one.assessment_id, chosen)
        items = documents_of(desk, tx, one)
    words = [
        ToRead(place=TextPlace.EVIDENCE_TITLE, about=item.id, text=item.title)
        for item in items
        if not set(item.statements).isdisjoint(chosen)
    ]
    for statement_id in chosen:
        words += _words_of(statement_id, agreed.get(statement_id))
    return tuple(words)


def freeze_texts(desk: Desk, round_id: str, texts: Iterable[ToRead]) -> None:
    """Keep what the lead has read as what reviewers are given; whatever is not in it, they aren't.

    `texts` are those of `texts_to_read` as they may leave: reworded, or empty where left out.

    Raises:
        Refused: see `changing`. TooLong, LikelyIdentifier: see accept_words.
    """
    wanted = {
        (text.place, text.about): accept_words(text.text, limit=PARAGRAPH, confirmed=True)
        for text in texts
    }
    with changing(desk, round_id) as (tx, one):
        present = store.texts(tx, round_id)
        for (place, about), row in present.items():
            text = wanted.pop((TextPlace(place), about), "")
            saving.set_values(desk, tx, one, Kept.TEXT, row, "round_text.frozen", text=text)
        for (place, about), text in wanted.items():
            new = RoundText(
                id=desk.new_id(),
                round_id=round_id,
                place=place,
                about=about,
                text=text,
                saved_at=desk.now(),
            )
            event = saving.event_of(desk, one, Kept.TEXT, new.id, "round_text.frozen")
            store.add(tx, Kept.TEXT, new, event)
        what = "review_round.texts_read"
        now = desk.now()
        saving.set_values(desk, tx, one, Kept.ROUND, one, what, texts_frozen_at=now)


def _words_of(statement_id: str, one: AgreedRating | None) -> list[ToRead]:
    if one is None:
        return []
    said = {
        TextPlace.RATIONALE: one.rationale,
        TextPlace.NOT_APPLICABLE: one.not_applicable_reason if one.not_applicable else "",
    }
    return [
        ToRead(place=place, about=statement_id, text=text)
        for place, text in said.items()
        if text.strip()
    ]
