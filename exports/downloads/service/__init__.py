"""Use cases of downloads: the report in each format, an agency's own files, what has left."""

from exports.downloads.service.agency import Offered, agency_files, sheet_of
from exports.downloads.service.making import files_made, how_many_made, make_file, record_made
from exports.downloads.service.needs import needs_file


__all__ = [
    "Offered",
    "agency_files",
    "files_made",
    "how_many_made",
    "make_file",
    "needs_file",
    "record_made",
    "sheet_of",
]
