"""What dev.py does to make, run, test and measure QPDesk; the standard library alone."""
