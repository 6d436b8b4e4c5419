"""The user's words for what the lower floors only name. Spelled out, so that lupdate finds them."""
