"""Opens and writes workbooks safely; knows nothing of the field.

Reading: `reading.read_sheets`. Writing: `writing.Workbook` and `writing.file_name`.
A file that cannot be used raises `refusal.UnusableFile`, with words for the person who chose it.
"""
