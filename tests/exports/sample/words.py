"""An area that does not exist: what its agencies, statements and actions are called."""

LABELS = ("Not met", "Partly met", "Mostly met", "Fully met")
DOMAINS = (
    ("G", "Governance and assurance", 12),
    ("D", "Data management", 12),
    ("P", "Pathways and professional relationships", 11),
    ("A", "People dropping out", 11),
)
TITLES = (
    "Named accountable lead", "A shared local plan", "Treatment partners at the board table",
    "Unplanned and early releases", "Learning from deaths and near misses",
    "Referral before release", "Medication without a gap", "First appointment in three weeks",
    "Names of contacts kept up to date", "Own release pack", "Visiting staff have access",
    "Reasons people do not arrive",
)  # fmt: skip
STATEMENTS = (
    "One named senior person answers to the local partnership board for how well people are "
    "connected to treatment when they leave prison.",
    "Every person who needs treatment after release has an appointment with a named worker, in "
    "writing, before the gate opens.",
    "When somebody does not arrive, an agreed agency tries to reach them within two working days "
    "and says what it found.",
)
WHY = (
    "The role is written down and known to the core partners, but there is no deputy and the "
    "board has not had a report since March. Probation and the prison each named somebody else.",
    "The route works for planned releases. It fails on Fridays, and for people released from "
    "court, whom nobody expects.",
)
ACTIONS = (
    "Agree who issues a bridging prescription, and for how long",
    "Check how the national notification process works in this region",
    "Write a one-page role note for the lead and a deputy, and put it to the board",
    "Give every visiting worker a prison pass before the new contract starts",
    "Ask ten people on their first day out what they were told, and act on it",
)
AGENCIES = (
    "Aldermoor Council public health", "Probation Service, Aldermoor", "HMP Wexcombe",
    "Turning Tide community treatment", "Inside Health prison treatment",
    "NHS England Health and Justice", "First Day Out lived-experience group",
)  # fmt: skip
PRISONS = ("HMP Wexcombe", "HMP Stonebridge")
STATUSES = (
    ("Off track", "red", "◆"), ("At risk", "amber", "▲"), ("On track", "green", "▶"),
    ("Not started", "grey", "○"), ("Complete", "blue", "✓"),
)  # fmt: skip
