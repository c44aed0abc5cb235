"""What all tests share."""

from hypothesis import settings

# A busy machine is no failure, and a failure on one machine must be one on the next.
settings.register_profile("steady", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("steady")
