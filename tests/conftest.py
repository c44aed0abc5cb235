"""What all tests share."""

import os
import tempfile

from hypothesis import settings

# What this machine's user has added to the program is no part of a test.
_home = tempfile.TemporaryDirectory(prefix="mapper-tests-")
os.environ["MAPPER_HOME"] = _home.name

# A busy machine is no failure, and a failure on one machine must be one on the next.
settings.register_profile("steady", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("steady")
