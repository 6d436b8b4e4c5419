"""The reference validator's own engine agrees: PDF/UA-1 and PDF/A-3a."""

import json
import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from qpdesk.report.document import write
from qpdesk.report.kinds import ReportKind
from qpdesk.report.profile import read_profile
from tests.report.example import example
from tests.report.test_conformance import MUTATIONS
from tests.report.verapdf.fetch import JAR

JUDGE = Path(__file__).parent / "verapdf" / "Judge.java"
JAVA = shutil.which("java")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        JAVA is None or shutil.which("javac") is None or not JAR.exists(),
        reason="needs a JDK, and veraPDF's engine as tests/report/verapdf/fetch.py gets it",
    ),
]


def verdict(paths):
    """The lines about broken rules, by file name."""
    done = subprocess.run(
        [JAVA, "-cp", JAR, JUDGE, "ua1,3a", *paths], capture_output=True, text=True, check=False
    )
    assert not done.stderr, done.stderr
    broken = {path.name: [] for path in paths}
    for line in done.stdout.splitlines():
        file, *rest = line.split("\t")
        broken[Path(file).name].append(rest)
    return broken


def test_every_document_conforms(tmp_path):
    register, plan = example()
    paths = []
    for kind in ReportKind:
        for attachment in ((), b"{}"):
            paths.append(tmp_path / f"{kind}-{bool(attachment)}.pdf")
            paths[-1].write_bytes(write(register, plan, kind, attachment=attachment).data)
    assert not any(verdict(paths).values())


def test_covers_of_ones_own_conform(tmp_path):
    Image.new("RGB", (320, 160), "navy").save(tmp_path / "a.jpg")
    register, plan = example()
    paths = []
    for name, words in (("shown", "Ett torg"), ("decorative", "")):
        said = {"picture": "a.jpg", "picture_text": words, "band": "wide", "email": "a@lillby.se"}
        said |= {"logo": "a.png", "logo_text": "Vapen", "logo_place": "middle"}
        Image.new("RGBA", (30, 20), "white").save(tmp_path / "a.png")
        (tmp_path / "profile.json").write_text(json.dumps(said), encoding="utf-8")
        paths.append(tmp_path / f"{name}.pdf")
        own = read_profile(tmp_path)
        paths[-1].write_bytes(write(register, plan, ReportKind.PLAN, profile=own).data)
    assert not any(verdict(paths).values())


def test_the_engine_notices_each_mutant(tmp_path):
    register, plan = example()
    whole = tmp_path / "whole.pdf"
    whole.write_bytes(write(register, plan, ReportKind.PLAN, attachment=b"{}").data)
    paths = []
    for mutate in MUTATIONS:
        with pikepdf.open(whole) as pdf:
            mutate(pdf)
            paths.append(tmp_path / f"{mutate.__name__}.pdf")
            pdf.save(paths[-1])
    assert not [name for name, broken in verdict(paths).items() if not broken]
