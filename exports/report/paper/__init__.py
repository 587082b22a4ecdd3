"""The report in reading order, every word chosen: what PDF and HTML both set, and nothing more.

`build.paper_of(report)` makes it. The formats choose type and place; they hold no words of theirs
beyond "Page 1 of 9". The workbook has columns of its own, since its readers sort and filter.
"""
