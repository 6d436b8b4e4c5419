"""A plan on paper: tagged PDF. Knows the domain and paper, nothing else."""
