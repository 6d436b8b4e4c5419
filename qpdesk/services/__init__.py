"""What the program does for its doors and windows, without knowing any window."""
