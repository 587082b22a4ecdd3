"""Tagged PDFs (PDF/UA-1 and PDF/A-2a), set by Typst in a child process; the report is one."""
