"""What a person meets who types dev.py's words, right and wrong."""

import subprocess
import sys
from pathlib import Path

import pytest

from measure import Measurement, median_pair, median_seconds
from workshop import benches, checks, commands, running
from workshop.trouble import Trouble

ROOT = Path(__file__).parents[2]


def test_another_python_is_told_which_one_to_use():
    """An older Python must get through the whole file to be able to say so."""
    call = (
        "import sys, runpy; sys.version_info = (3, 9, 2); sys.argv[:] = ['dev.py', 'run'];"
        f"runpy.run_path({str(ROOT / 'dev.py')!r}, run_name='__main__')"
    )
    done = subprocess.run([sys.executable, "-c", call], check=False, capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stderr.startswith("QPDesk needs Python 3.11, and this is Python 3.9.")
    assert done.stderr.endswith("dev.py run\n")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("trouble", [Trouble("No network."), OSError(28, "No space left", "x")])
def test_what_stands_in_the_way_is_one_line_and_code_1(trouble, tmp_path, monkeypatch, capsys):
    def fail(*_, **__):
        raise trouble

    monkeypatch.setattr(commands, "_ready", fail)
    assert commands.main(["run"], tmp_path) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_a_wrong_word_is_code_2(tmp_path):
    with pytest.raises(SystemExit) as caught:
        commands.main(["run", "--nonsense"], tmp_path)
    assert caught.value.code == 2


def test_clean_removes_what_was_made_and_nothing_else(tmp_path):
    for name in (".venv", "build", "qpdesk/assets", "qpdesk/domain", "tests"):
        (tmp_path / name).mkdir(parents=True)
    assert commands.main(["clean"], tmp_path) == 0
    assert sorted(p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*")) == [
        "qpdesk",
        "qpdesk/domain",
        "tests",
    ]


# ------------------------------------------------------------------------------ test


def script(said, fails):
    return ("-c", f"print({said!r}); raise SystemExit({int(fails)})")


@pytest.mark.parametrize(
    ("broken", "last"),
    [
        ([], ""),
        (["lint"], "dev.py: failed: lint\n"),
        (["tests"], "dev.py: failed: tests\n"),
        (["lint", "types", "tests"], "dev.py: failed: lint, types, tests\n"),
    ],
)
def test_every_part_runs_whatever_the_others_say(broken, last, tmp_path, monkeypatch, capfd):
    parts = {name: script(f"{name}'s word", name in broken) for name in ("lint", "types")}
    monkeypatch.setattr(checks, "PARTS", parts)
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    (tmp_path / "test_it.py").write_text(f"def test_it():\n    assert {'tests' not in broken}\n")
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers =\n  faults\n")
    python = Path(sys.executable)
    code = checks.run(tmp_path, python, ["test_it.py"], fast=False, faults=False)
    assert code == (1 if broken else 0)
    out, err = capfd.readouterr()
    assert [name in out for name in ("lint's word", "types's word")] == [
        name in broken for name in ("lint", "types")
    ]
    assert out.rstrip().splitlines()[-1].startswith("1 failed" if "tests" in broken else "1 passed")
    assert err == last


@pytest.mark.parametrize(
    ("fast", "faults", "marks"),
    [
        (False, False, "not faults"),
        (True, False, "not slow and not screen and not faults"),
        (False, True, None),
    ],
)
def test_what_is_left_out_is_only_what_was_asked(fast, faults, marks):
    chosen = checks._selection(["tests/domain"], fast=fast, faults=faults)
    assert chosen == ["--quiet", "-rfEs", *(["-m", marks] if marks else [])]


# ------------------------------------------------------------------------------- run


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="always has a screen")
def test_a_screen_is_x11_or_wayland():
    assert not running.has_screen({"DISPLAY": ""})
    assert running.has_screen({"DISPLAY": ":0"})
    assert running.has_screen({"WAYLAND_DISPLAY": "wayland-0"})


@pytest.mark.slow
def test_without_a_screen_the_example_is_made_and_printed(tmp_path, capfd):
    python = Path(sys.executable)
    assert running.run(tmp_path, python, [], screen=False) == 0
    out = capfd.readouterr().out
    assert out.startswith(running.NO_SCREEN)
    named = [Path(line) for line in out.splitlines() if line.endswith(".pdf")]
    assert {path.name for path in named} >= {"Exempel 1 plan.pdf", "Exempel 1 uppföljning.pdf"}
    assert [path.read_bytes()[:5] for path in named] == [b"%PDF-"] * len(named)
    assert named[0].with_name("Exempel.qpd").exists()


def test_a_file_that_is_no_plan_stops_with_one_line_of_the_workshops(tmp_path, capfd):
    torn = tmp_path / "trasig.qpd"
    torn.write_text("no plan")
    with pytest.raises(Trouble):
        running.run(tmp_path, Path(sys.executable), [str(torn)], screen=False)
    assert "Traceback" not in capfd.readouterr().err


# ----------------------------------------------------------------------------- bench


def test_a_measurement_survives_being_printed():
    for one in (Measurement("a b", 1.5, 1.0, 1.4), Measurement("å", 0.25)):
        assert Measurement.from_line(one.as_line()) == one
    for line in ("", "hello", "a\tb\tc\td\te", "a\t-\t1\t1\t1"):
        assert Measurement.from_line(line) is None


def test_only_what_is_slower_than_promised_is_over_its_aim():
    assert Measurement("x", 1.6, 1.0, 1.5).is_over_aim
    assert not Measurement("x", 1.5, 1.0, 1.5).is_over_aim
    assert not Measurement("x", 9.0, 1.0).is_over_aim


def test_medians_count_the_rounds_and_not_the_warm_up():
    calls = []
    assert median_seconds(lambda: calls.append("ours"), 3, warm_up=2) >= 0
    median_pair(lambda: calls.append("a"), lambda: calls.append("b"), 2)
    assert calls == ["ours"] * 5 + ["a", "b"] * 3


def test_the_scripts_measurements_become_a_table(tmp_path, capfd):
    (tmp_path / "bench").mkdir()
    (tmp_path / "bench" / "measure.py").touch()
    (tmp_path / "bench" / "quick.py").write_text(
        "assert __name__ == '__main__'\nprint('by the way')\n"
        "print('toggle\\t0.003\\t0.001\\t3\\t1.5')\n"
        "print('open\\t1.25\\t-\\t-\\t-')\n"
    )
    (tmp_path / "bench" / "torn.py").write_text("raise SystemExit(__name__ == '__main__')")
    assert benches.run(tmp_path, Path(sys.executable), []) == 1
    out, err = capfd.readouterr()
    assert [line.split() for line in out.splitlines()] == [
        ["name", "ours", "reference", "ratio", "aim"],
        ["toggle", "3.00", "ms", "1.00", "ms", "3.00", "1.50", "OVER"],
        ["open", "1.25", "s", "-", "-", "-"],
    ]
    assert err.endswith("could not finish: torn\n")
    with pytest.raises(Trouble, match=r"bench/paper\.py"):
        benches.run(tmp_path, Path(sys.executable), ["paper"])
