"""The Windows installer, made on Debian: signed runtime, starters, MSI."""
