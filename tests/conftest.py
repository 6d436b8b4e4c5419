"""What all rooms' tests share: how hard hypothesis tries, the same on every machine."""

from hypothesis import settings

settings.register_profile("qpdesk", deadline=None, max_examples=30, derandomize=True)
settings.load_profile("qpdesk")
