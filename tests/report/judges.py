"""Who judges a finished PDF: validators of the standards, and qpdf for the syntax."""

import shutil
import subprocess
from pathlib import Path

import page
import pytest

QPDF = shutil.which("qpdf")
needs_qpdf = pytest.mark.skipif(QPDF is None, reason="qpdf is not installed here")


def faults(path: Path, profile: str) -> list[str]:
    """What the validator has against a file, as rules with their messages."""
    report = page.validate_pdf(str(path), profile=profile)
    return [f"{fault.rule_id}: {fault.message}" for fault in report.failures]


def all_faults(path: Path) -> list[str]:
    """PDF/UA-1 and PDF/A-3a."""
    return [*faults(path, "ua1"), *faults(path, "3a")]


def syntax_faults(path: Path) -> str:
    """What qpdf says of a file that is not in order; "" when it is."""
    done = subprocess.run([QPDF, "--check", path], capture_output=True, text=True, check=False)
    return done.stdout + done.stderr if done.returncode else ""
