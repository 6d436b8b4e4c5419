"""What an installed QPDesk consists of, the same for both systems: program, libraries, papers."""
