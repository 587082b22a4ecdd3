"""Use cases of downloads: the report in each format, an agency's own files, what has left."""

from exports.downloads.service.agency import AgencyFile, agency_files, sheet_of
from exports.downloads.service.making import files_made, make_file, record_made


__all__ = ["AgencyFile", "agency_files", "files_made", "make_file", "record_made", "sheet_of"]
