"""Foreign files: Word, Excel and the open plan format, read into plans and written from them."""
