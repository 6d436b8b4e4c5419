"""The store with one safeguard taken out: the tests must notice, or they guard nothing."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.faults

ROOT = Path(__file__).resolve().parents[2]
STORE = "qpdesk/store/"

MUTANTS = {
    "no sync before the rename": (
        "disk.py", "            os.fsync(file.fileno())\n", "", "store/test_disk.py",
    ),
    "no sync after the rename": (
        "disk.py", "    _sync(path, os.O_RDWR)\n", "", "store/test_disk.py",
    ),
    "written in place": (
        "disk.py", "        _rename(beside, path)\n",
        "        path.write_bytes(beside.read_bytes()), beside.unlink()\n",
        "faults/test_every_step.py",
    ),
    "not read back": (
        "disk.py", "        _expect(beside, content)\n", "", "faults/test_frail_media.py",
    ),
    "no look before publishing": (
        "publishing.py", "raise ChangedElsewhere(self._target.path)", "pass",
        "store/test_joining.py",
    ),
    "overtaken unnoticed": (
        "publishing.py", "base != known_base", "not base",
        "store/test_joining.py",
    ),
    "published without a check": (
        "scratch.py",
        "if sound is None or not _has_grown(file, cursor, sound):\n",
        "if sound == 0:\n", "store/test_growth.py",
    ),
    "growth without the chain": (
        "growth.py", "    check_chain(changesets, lines, _ends(cursor, changesets))\n", "",
        "store/test_growth.py",
    ),
    "growth without what is untouched": (
        "growth.py", "    _verify_rest(cursor, touched)\n", "", "store/test_growth.py",
    ),
    "growth without what is touched": (
        "growth.py", "    _verify_touched(cursor, _heads(cursor, touched, lines))\n", "",
        "store/test_growth.py",
    ),
    "no lock": (
        "guard.py", "            _lock(descriptor)\n", "            pass\n",
        "store/test_guard.py",
    ),
    "no backup": (
        "target.py", "                self._backups.keep(old)\n", "", "store/test_publishing.py",
    ),
    "no generation on a stick": (
        "target.py", "if medium_of(self.path.parent) is Medium.FRAIL:", "if not old:",
        "faults/test_frail_media.py",
    ),
    "a damaged copy is forgotten": (
        "arrival.py", "    if known is None and not is_there:", "    if known == 0:",
        "store/test_arrival.py",
    ),
    "another version's tables taken for ours": (
        "arrival.py", "known.version == USER_VERSION", "known.version",
        "store/test_versions.py",
    ),
    "another's note taken for ours": (
        "presence.py", "found.replica == self._ours.replica else found", "found else found",
        "store/test_presence.py",
    ),
    "a generation that is put back counts as published": (
        "incoming.py", "        if incoming.is_put_back:\n", "        if not incoming:\n",
        "store/test_standing.py",
    ),
    "a join forgets what was edited meanwhile": (
        "working_copy.py", "if self._tips != joined.known:", "if not joined.known:",
        "store/test_joining.py",
    ),
    "edited without having seen what was joined": (
        "working_copy.py", "            if self._unseen:\n", "            if not edit:\n",
        "store/test_joining.py",
    ),
    "what waits is not looked for at opening": (
        "working_copy.py", "tail.settle(self._cursor)\n                    self._start(author)",
        "self._start(author)", "store/test_tail.py",
    ),
    "what waits is read past": (
        "working_copy.py", "if not self._journal.waits:", "if self._journal:", "store/test_tail.py",
    ),
    "what waits counts as published": (
        "knowledge.py", "not acts(cursor) and ", "", "store/test_tail.py",
    ),
    "what waits is left out of a rescue": (
        "repair.py", ", acts(cursor))", ")", "store/test_tail.py",
    ),
    "what waits is believed as it is": (
        "tail.py", "if sha256(act.encode()).digest() != digest:", "if not act:",
        "store/test_tail.py",
    ),
    "what a table may refuse waits": (
        "tail.py", "is not texts.get(name):", "is None:", "store/test_tail.py",
    ),
    "a share that is away counts as moved": (
        "arrival.py", "known.document == document and Path(known.path).parent.is_dir()",
        "known.document == document", "store/test_arrival.py",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", MUTANTS)
def test_is_noticed(tmp_path, case):
    name, old, new, tests = MUTANTS[case]
    for folder in ("qpdesk", "tests/store", "tests/faults"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    for path in (*ROOT.glob("tests/*.py"), ROOT / "pyproject.toml"):
        shutil.copy(path, tmp_path / path.relative_to(ROOT))
    file = tmp_path / STORE / name
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, "the safeguard has another shape now: name it anew"
    file.write_text(text.replace(old, new), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-P", "-m", "pytest", "-qx", "-p", "no:cacheprovider",
         "-m", "not faults", f"tests/{tests}"],
        cwd=tmp_path, check=False, capture_output=True, text=True, timeout=300,
    )  # fmt: skip
    assert done.returncode == 1, done.stdout[-2000:]
    assert " failed" in done.stdout
