"""Tables as CSV: the plan and the statements, for other programs.

One row of heads and then rows, nothing above them, so that a program finds its columns: those of
the workbook's sheets. The handling marking is in the file's name, and in the head of a last column.
"""
