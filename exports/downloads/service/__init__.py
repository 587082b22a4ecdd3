"""Use cases of downloads: the report in each format, files of agencies and meetings, what left."""

from exports.downloads.service.agency import Offered, agency_files, sheet_of
from exports.downloads.service.making import files_made, how_many_made, make_file, record_made
from exports.downloads.service.meetings import meetings_file, meetings_of
from exports.downloads.service.needs import needs_file


__all__ = [
    "Offered",
    "agency_files",
    "files_made",
    "how_many_made",
    "make_file",
    "meetings_file",
    "meetings_of",
    "needs_file",
    "record_made",
    "sheet_of",
]
