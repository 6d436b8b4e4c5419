"""The Linux packages: Debian's own Python with ours beside it, as .deb and as an archive."""
