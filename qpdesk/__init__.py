"""QPDesk: the quality plan (kvalitetsplan) of a municipality's social services."""
