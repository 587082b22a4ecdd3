"""The report as a tagged PDF (PDF/UA-1 and PDF/A-2a), set by Typst in a child process."""
