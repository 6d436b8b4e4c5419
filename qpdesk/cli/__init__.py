"""The door without windows: the same services, from a command line."""
