"""Writing the running text of a plan: the sheet, its marks, its clipboard, the notes below it."""
