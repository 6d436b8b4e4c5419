"""A plan on paper: tagged PDF. Knows the domain and paper, nothing else.

ReportLab takes settings from the environment and runs a file in the user's home as code. The same
plan gives the same bytes on every computer, so neither may reach it: this stands before its import.
"""

import os
import sys
from types import ModuleType

sys.modules.setdefault("reportlab_settings", ModuleType("reportlab_settings"))
for _name in [name for name in os.environ if name.startswith("RL_")]:
    del os.environ[_name]
