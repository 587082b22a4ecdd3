"""What two open tools for assessments took for the like, so that a figure has something beside it.

CISO Assistant (SQLite, 46 answers, 40 controls) and WebCAF (39 outcomes, 42 actions) were run warm,
with three workers, on two cores of a machine with other work, on 22 November 2026: median and 95th
percentile in milliseconds, for one user where nothing else is said. They were made for other fields
and do more or less in the same step, so the order of size is what can be compared.
"""

BESIDE = {
    "Click on the server, statement page": (
        "saving one answer: CISO Assistant 43 / 59, WebCAF 25 / 45"
    ),
    "Workbook, 100 actions": "plan to Excel: CISO Assistant 153 / 168, WebCAF 79 / 119",
    "PDF, 100 actions": "plan to PDF: CISO Assistant 2,878 / 3,153, WebCAF 3,090 / 3,664",
    "Report in Word": "assessment to Word: CISO Assistant 2,015 / 2,392",
    "View saved, 30 devices every 2 s": "30 people, one save each 2 s: CISO Assistant 78 / 488",
}
