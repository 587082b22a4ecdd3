"""Who reviews whom in a region: a table with warnings and a choice by hand."""
