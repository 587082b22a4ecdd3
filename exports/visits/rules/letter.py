"""The feedback letter: strengths first, then each challenge with its reply, and what was agreed."""

from collections import Counter
from collections.abc import Iterator

from assessment.access.wording import are, counted, in_sentence, listed, long_date
from assessment.peer_review.model import OUTCOME_WORDS, Challenge
from assessment.peer_review.rules.agreement import Agreement
from exports.report.paper.model import Column, Fact, Pair, Table
from exports.report.paper.parts import fact, known, sentence
from exports.visits.model import (
    ActionOf,
    Block,
    Facts,
    Found,
    Grid,
    Heading,
    Review,
    Said,
    Sheet,
    Words,
)
from exports.visits.rules.choosing import strengths
from exports.visits.rules.wording import (
    compared_words,
    name_of,
    ratings_table,
    sheet_of,
    strength_blocks,
)


NO_STRENGTHS = "No peer reviewer named one. The visit is the place to ask for them."
NO_CHALLENGE = "None: every rating is the same, and nothing was asked."
NOT_REPLIED = "No reply is confirmed yet."
NONE_MODERATED = "None: the partnership has set no other rating after the review."
NO_ACTION = "No action has come of the review yet."


def letter(review: Review) -> Sheet:
    """The letter, in the order in which the area reads it."""
    heading = f"Feedback letter: review {review.round.number}, by {review.by}"
    return sheet_of(review, heading, _lead(review)).model_copy(
        update={
            "blocks": (
                *_own_words(review),
                Heading(level=2, text="Strengths"),
                *strength_blocks(strengths(review.found), NO_STRENGTHS),
                Heading(level=2, text="How ratings compare"),
                Words(lines=(compared_sentence(review),)),
                Heading(level=2, text="Challenges, and what the partnership replied"),
                *_challenges(review),
                Heading(level=2, text="Moderated ratings"),
                Grid(table=_moderated(review)),
                Heading(level=2, text="Actions agreed"),
                Grid(table=_actions(review)),
                *_afterwards(review),
            )
        }
    )


def _lead(review: Review) -> str:
    on = f" Visit on {long_date(review.round.visit_on)}." if review.round.visit_on else ""
    who = f" Peer reviewers: {'; '.join(review.reviewers)}." if review.reviewers else ""
    return f"To the partnership of {review.area}, about {in_sentence(review.assessment)}.{on}{who}"


def _own_words(review: Review) -> Iterator[Block]:
    lines = tuple(filter(None, map(str.strip, review.round.letter_words.splitlines())))
    if lines:
        yield Words(lines=lines)


def compared_sentence(review: Review) -> str:
    """Of 12 ratings 7 are the same as the area's, 1 is higher …; counted, never ticked."""
    counts = Counter(said.compared for one in review.found for said in one.said if said.compared)
    whole = sum(counts.values())
    if not whole:
        return "There is no rating to compare yet."
    told = [
        f"{number} {are(number)} {words}"
        for which, words in (
            (Agreement.SAME, "the same as the partnership’s"),
            (Agreement.HIGHER, "higher"),
            (Agreement.LOWER, "lower"),
        )
        if (number := counts[which])
    ]
    unsure = counts[Agreement.CANNOT_TELL]
    if unsure:
        told.append(f"{unsure} could not be told from what was given")
    return f"Of {counted(whole, 'answer')} {listed(told)}."


def _challenges(review: Review) -> Iterator[Block]:
    raised = [one for one in review.found if any(said.challenge for said in one.said)]
    if not raised:
        yield Words(lines=(NO_CHALLENGE,))
    for one in raised:
        yield Heading(level=3, text=name_of(one))
        yield Grid(table=ratings_table(one, review.labels))
        for said in one.said:
            if said.challenge is not None:
                yield Facts(facts=_facts(one, said, said.challenge))


def _facts(one: Found, said: Said, challenge: Challenge) -> tuple[Fact, ...]:
    rating = said.rating
    several = sum(each.challenge is not None for each in one.said) > 1
    return known(
        (
            fact("Peer reviewer", said.reviewer if several else ""),
            fact("Beside ours", compared_words(said)),
            fact("Why", rating.line, rating.comment),
            fact("Question", rating.question),
            fact("Evidence asked for", rating.evidence_asked),
            *_reply(said, challenge),
        )
    )


def _reply(said: Said, challenge: Challenge) -> Iterator[Fact | None]:
    """What the lead has confirmed; before that nothing of a reply leaves."""
    if challenge.confirmed_at is None:
        yield fact("Reply", NOT_REPLIED)
        return
    by = f"{said.replying}: " if said.replying and challenge.reply.strip() else ""
    yield fact("Reply", f"{by}{challenge.reply.strip()}")
    outcome = OUTCOME_WORDS[challenge.outcome] if challenge.outcome else ""
    yield fact("Outcome", sentence(outcome, challenge.outcome_reason))
    if challenge.answered_at:
        yield fact("Their answer", challenge.answer)


def _moderated(review: Review) -> Table:
    rows = tuple(
        (name_of(one), one.own, one.moderated.rating, one.moderated.reason)
        for one in review.found
        if one.moderated
    )
    return Table(
        caption="Moderated ratings",
        columns=(
            Column(head="Statement", share=32),
            Column(head="We agreed", share=20),
            Column(head="After the review", share=20),
            Column(head="Why", share=28),
        ),
        rows=rows,
        empty=NONE_MODERATED,
    )


def _actions(review: Review) -> Table:
    raised: dict[int, tuple[str, ActionOf]] = {}
    for one in review.found:
        for said in one.said:
            raised |= {action.number: (one.id, action) for action in said.actions}
    return Table(
        caption="Actions agreed",
        columns=(
            Column(head="Action", share=46),
            Column(head="Owner", share=34),
            Column(head="Due", share=20),
        ),
        rows=tuple(
            (Pair(main=f"{number}. {action.what}", under=f"From {id_}"), action.owner, action.due)
            for number, (id_, action) in sorted(raised.items())
        ),
        empty=NO_ACTION,
    )


def _afterwards(review: Review) -> Iterator[Block]:
    check = review.round.progress_check_on
    if check:
        yield Heading(level=2, text="Afterwards")
        yield Words(lines=(f"Both areas look at what became of it on {long_date(check)}.",))
