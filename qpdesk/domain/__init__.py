"""What a quality plan is, and which edits it allows. Standard library only."""
