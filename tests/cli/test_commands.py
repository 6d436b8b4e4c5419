"""The commands as a person or a script uses them, in one process."""

import json
import shutil

import pikepdf
import pytest
from pysqlite3 import dbapi2

from qpdesk import __version__, cli
from qpdesk.cli import findings, words
from qpdesk.domain.nodes import Kind, Status
from qpdesk.services.checking import Check, read_register
from qpdesk.services.document import Document
from qpdesk.services.example import example_files
from qpdesk.services.importing import Code, Reason, Spot, Weight
from qpdesk.services.printing import Unfit
from qpdesk.system.paths import Paths

BARN, VUXNA, LAST = (
    f"Kvalitetsplan {name}" for name in ("2026 barn och unga", "2026 vuxna", "2025 barn och unga")
)


@pytest.fixture
def source(tmp_path):
    """An example plan as a file to import."""
    path = next(path for path in example_files() if path.stem.endswith("vuxna"))
    return shutil.copy(path, tmp_path / "plan från i fjol.json")


# --- import


def test_importing_begins_a_file_and_tells_what_was_found(qpdesk, source, tmp_path):
    into = tmp_path / "Ny fil.qpd"
    answer = qpdesk("import", source, "--into", into)
    assert (answer.code, answer.err) == (0, "")
    figures = ["1 plan", "8 processområden", "9 risker", "14 egenkontroller", "17 åtgärder"]
    figures += ["16 kapitel", "5 fotnoter", "6 indikatorer"]
    assert answer.out.splitlines() == [
        f"plan från i fjol.json: {VUXNA}",
        f"  {', '.join(figures)}",
        f"Infört i {into}",
    ]
    assert [plan.title for plan in read_register(into).children()] == [VUXNA]


def test_importing_the_same_plan_again_gives_a_second_one_and_tells_its_id(qpdesk, source):
    answers = [
        json.loads(qpdesk("import", source, "--into", "a.qpd", "--json").out) for _ in range(2)
    ]
    first, second = (answer["sources"][0]["plan"]["id"] for answer in answers)
    shown = json.loads(qpdesk("show", "a.qpd", "--json").out)
    assert [plan["id"] for plan in shown["plans"]] == [first, second]
    assert first != second


def test_several_sources_are_brought_in_together_or_not_at_all(qpdesk, source, tmp_path):
    answer = qpdesk("import", source, "finns inte.docx", "--into", "a.qpd")
    assert answer.code == 1
    assert "finns inte.docx: filen finns inte" in answer.err
    assert not (tmp_path / "a.qpd").exists()
    assert qpdesk("import", *example_files(), "--into", "a.qpd").code == 0
    assert len(read_register(tmp_path / "a.qpd").children()) == 3


def test_a_dry_run_tells_the_same_and_touches_nothing(qpdesk, source, example, tmp_path):
    before = example.read_bytes()
    dry = qpdesk("import", source, "--into", example, "--dry-run")
    assert dry.code == 0
    assert dry.out.endswith("Inget har förts in.\n")
    assert example.read_bytes() == before
    assert qpdesk("import", source, "--into", "ny.qpd", "--dry-run").code == 0
    assert not (tmp_path / "ny.qpd").exists()


def test_a_dry_run_into_what_is_no_plan_file_says_so(qpdesk, source, tmp_path):
    (tmp_path / "brev.qpd").write_text("Hej", encoding="utf-8")
    answer = qpdesk("import", source, "--into", "brev.qpd", "--dry-run")
    assert answer.code == 1
    assert "är ingen planfil" in answer.err


def test_what_a_person_should_look_at_is_told_with_its_place(qpdesk, tmp_path):
    plan = json.loads(example_files()[0].read_text(encoding="utf-8"))
    plan["areas"][1]["name"] = "Utr\x1b[2Jeda"
    (tmp_path / "plan.json").write_text(json.dumps(plan), encoding="utf-8")
    answer = qpdesk("import", "plan.json", "--into", "a.qpd")
    assert (answer.code, answer.err) == (0, "")
    assert "  Osäkert, kontrollera (" in answer.out
    assert "areas[1].name: tecken som inte kan skrivas ut byttes ut" in answer.out
    assert "\x1b" not in answer.out
    told = json.loads(qpdesk("import", "plan.json", "--into", "b.qpd", "--json").out)
    (source,) = told["sources"]
    assert [finding["place"] for finding in source["findings"]] == [{"path": "areas[1].name"}]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "filen är tom"),
        (b"\x00\x01\x02 skr\xe4p", "varken Word, Excel eller JSON"),
        (b'{"format": "qpdesk-plan", "version": 99}', "annan version"),
        (b'{"a": 1}', "ingen kvalitetsplan"),
    ],
)
def test_a_source_that_cannot_be_read_is_one_sentence(qpdesk, tmp_path, content, sentence):
    (tmp_path / "källa.json").write_bytes(content)
    answer = qpdesk("import", "källa.json", "--into", "a.qpd")
    assert answer.code == 1
    assert answer.out == ""
    assert answer.err.startswith("qpdesk: källa.json: ")
    assert sentence in answer.err
    assert answer.err.count("\n") == 1
    assert not (tmp_path / "a.qpd").exists()


def test_a_file_that_is_open_is_left_alone(qpdesk, source, example):
    document = Document(example, Paths.of_user())
    try:
        answer = qpdesk("import", source, "--into", example)
    finally:
        document.close()
    assert answer.code == 1
    assert "är öppen i ett annat fönster" in answer.err
    assert len(read_register(example).children()) == 3


# --- export


@pytest.mark.parametrize("report", ["plan", "followup", "indicators", "unreported"])
def test_a_plan_is_printed(qpdesk, example, tmp_path, report):
    out = tmp_path / "Åtgärder & risker.pdf"
    answer = qpdesk("export", example, "--plan", LAST, "--report", report, "--out", out)
    assert (answer.code, answer.err) == (0, "")
    with pikepdf.open(out) as pdf:
        assert answer.out == f"Skrev {out} ({len(pdf.pages)} sidor)\n"
        assert len(pdf.attachments) == 1, "the plan goes along as data"


@pytest.mark.parametrize("report", ["plan", "followup"])
def test_a_plan_is_written_for_word_and_taken_in_again(qpdesk, example, report):
    asked = ("--plan", LAST, "--report", report, "--format", "docx")
    answer = qpdesk("export", example, *asked, "--out", "Åtgärder & risker.docx")
    assert (answer.code, answer.out) == (0, "Skrev Åtgärder & risker.docx\n")
    brought = qpdesk("import", "Åtgärder & risker.docx", "--into", "b.qpd", "--json")
    [source] = json.loads(brought.out)["sources"]
    counts = {item: source["counts"][item] for item in ("area", "risk", "control", "measure")}
    shown = json.loads(qpdesk("show", example, "--plan", LAST, "--json").out)["plans"][0]
    assert counts == {item: shown["counts"][item] for item in counts}


def test_the_years_report_carries_all_plans_of_the_year(qpdesk, example, tmp_path):
    answer = qpdesk("export", example, "--plan", BARN, "--report", "year", "--out", "ut.pdf")
    assert (answer.code, answer.err) == (0, "")
    with pikepdf.open(tmp_path / "ut.pdf") as pdf:
        assert str(pdf.docinfo["/Title"]) == "Kvalitetsberättelse 2026"
        titles = [
            json.loads(one.get_file().read_bytes())["plan"] for one in pdf.attachments.values()
        ]
    assert [plan["title"] for plan in titles] == [BARN, VUXNA]


@pytest.mark.parametrize("form", ["pdf", "docx", "xlsx", "json"])
def test_one_area_or_unit_is_handed_out_alone(qpdesk, example, tmp_path, form):
    asked = ("export", example, "--plan", LAST, "--format", form, "--out")
    for part in (("--area", "kompetens och bemanning"), ("--unit", "BARNGRUPPEN")):
        answer = qpdesk(*asked, f"ut.{form}", *part)
        assert (answer.code, answer.err) == (0, "")
        assert (tmp_path / f"ut.{form}").stat().st_size


def test_an_area_or_unit_that_is_not_there_lists_those_that_are(qpdesk, example, tmp_path):
    asked = ("export", example, "--plan", LAST, "--out", "ut.pdf")
    for part, known in (("--area", "Kompetens och bemanning"), ("--unit", "Barngruppen")):
        answer = qpdesk(*asked, part, "Finns inte")
        assert answer.code == 1
        assert known in answer.err
    assert qpdesk(*asked, "--area", "a", "--unit", "b").code == 2
    assert not (tmp_path / "ut.pdf").exists()


def test_the_municipalitys_look_lies_beside_the_plan_file(qpdesk, example, tmp_path):
    folder = example.parent / "profil"
    folder.mkdir()
    (folder / "profile.toml").write_text('footer = "Åsmyra"\ncolour = "#ffcc00"', encoding="utf-8")
    asked = ("export", example, "--plan", LAST, "--out", "ut.pdf")
    answer = qpdesk(*asked)
    assert answer.code == 1
    assert "Kommunens profil (colour)" in answer.err
    assert "Närmaste nyans som går: #" in answer.err
    assert not (tmp_path / "ut.pdf").exists()
    (folder / "profile.toml").write_text('footer = "Åsmyra"', encoding="utf-8")
    assert qpdesk(*asked).code == 0


def test_every_refusal_of_a_profile_has_a_sentence():
    assert set(words.PROFILE) == set(Unfit)


@pytest.mark.parametrize("form", ["json", "xlsx"])
def test_a_plan_is_handed_out_as_data_and_taken_in_again(qpdesk, example, tmp_path, form):
    words_given = ("export", example, "--plan", LAST, "--format", form, "--out")
    assert qpdesk(*words_given, f"ut.{form}").code == 0
    assert qpdesk("import", f"ut.{form}", "--into", "b.qpd").code == 0
    again = ("export", "b.qpd", "--format", form, "--out", f"igen.{form}")
    assert qpdesk(*again).code == 0
    assert (tmp_path / f"igen.{form}").read_bytes() == (tmp_path / f"ut.{form}").read_bytes()


@pytest.mark.parametrize("asked", [VUXNA, VUXNA.upper(), None])
def test_a_plan_is_asked_for_by_title_or_id(qpdesk, example, tmp_path, asked):
    plan = read_register(example).children()[1]
    asked = asked or plan.id
    qpdesk("export", example, "--plan", asked, "--format", "json", "--out", "ut.json")
    exported = json.loads((tmp_path / "ut.json").read_text(encoding="utf-8"))
    assert exported["plan"]["id"] == plan.id


@pytest.mark.parametrize("asked", [[], ["--plan", "Plan som inte finns"]])
def test_several_plans_and_none_named_lists_them(qpdesk, example, tmp_path, asked):
    answer = qpdesk("export", example, *asked, "--out", "ut.pdf")
    assert answer.code == 1
    assert answer.err.count("\n") == 1
    for plan in read_register(example).children():
        assert f"{plan.title} ({plan.id})" in answer.err
    assert not (tmp_path / "ut.pdf").exists()


def test_a_file_without_plans_has_nothing_to_print(qpdesk, tmp_path):
    Document(tmp_path / "tom.qpd", Paths.of_user()).close()
    answer = qpdesk("export", "tom.qpd", "--out", "ut.pdf")
    assert (answer.code, answer.err) == (1, "qpdesk: Filen har ingen plan.\n")
    assert json.loads(qpdesk("show", "tom.qpd", "--json").out)["plans"] == []


def test_no_export_ever_writes_over_a_plan_file(qpdesk, example):
    before = example.read_bytes()
    answer = qpdesk("export", example, "--plan", LAST, "--out", example)
    assert answer.code == 1
    assert "skrivs inte över" in answer.err
    assert example.read_bytes() == before


@pytest.mark.parametrize("form", ["pdf", "docx", "xlsx", "json"])
def test_a_folder_that_is_not_there(qpdesk, example, form):
    answer = qpdesk("export", example, "--plan", LAST, "--format", form, "--out", "nej/ut.x")
    assert answer.code == 1
    assert answer.err.startswith("qpdesk: nej")
    assert answer.err.count("\n") == 1


# --- show, check, example


def test_the_tree_is_shown_with_ids_statuses_levels_and_counts(qpdesk, example):
    answer = qpdesk("show", example, "--plan", LAST)
    register = read_register(example)
    lines = answer.out.splitlines()
    plan = register.children()[2]
    assert lines[0] == f"{plan.id}  {LAST}"
    assert "3 processområden, 5 risker, 8 egenkontroller, 12 åtgärder" in lines[1]
    assert "klar 5" in lines[2]
    assert "fortsätter nästa år 3" in lines[2]
    assert [line[:32] for line in lines[3:]] == [node.id for node in register.walk(plan.id)]
    assert any(line.endswith("(risknivå 12)") for line in lines)
    assert any(line.endswith("(utgått)") for line in lines)


def test_without_a_name_all_plans_are_shown(qpdesk, example):
    out = qpdesk("show", example).out
    assert all(f"  {title}\n" in out for title in (BARN, VUXNA, LAST))


def test_no_text_of_a_plan_steers_the_terminal(qpdesk, tmp_path, capsys):
    from qpdesk.cli.commands import _print  # noqa: PLC0415 - what every line goes through

    _print("a\x1b[2Jb\nc\rd")
    assert capsys.readouterr().out == "a\N{REPLACEMENT CHARACTER}[2Jb c d\n"


def test_a_whole_file_and_a_damaged_one(qpdesk, example):
    answer = qpdesk("check", example)
    assert (answer.code, answer.out) == (0, f"{example}: hel.\n")
    content = example.read_bytes().replace(b"Mottagningen Kajen", b"Mottagningen Kajan", 1)
    example.write_bytes(content)
    answer = qpdesk("check", example)
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.startswith(f"qpdesk: {example}: ")
    assert "Filen är orörd." in answer.err
    assert example.read_bytes() == content


@pytest.mark.parametrize("command", [("check",), ("show",), ("export", "--out", "ut.pdf")])
def test_what_is_no_plan_file(qpdesk, tmp_path, command):
    name, *rest = command
    missing = qpdesk(name, "saknas.qpd", *rest)
    assert (missing.code, missing.err) == (1, "qpdesk: saknas.qpd: finns inte.\n")
    (tmp_path / "brev.qpd").write_text("Hej", encoding="utf-8")
    answer = qpdesk(name, "brev.qpd", *rest)
    assert answer.code == 1
    assert answer.err.startswith("qpdesk: brev.qpd: ")
    assert (tmp_path / "brev.qpd").read_text(encoding="utf-8") == "Hej"
    folder = qpdesk(name, tmp_path, *rest)
    assert folder.code == 1
    assert folder.err.count("\n") == 1


def test_the_example_is_made_and_never_made_over_a_file(qpdesk, tmp_path):
    assert qpdesk("example", "--out", "ex.qpd").code == 0
    before = (tmp_path / "ex.qpd").read_bytes()
    answer = qpdesk("example", "--out", "ex.qpd")
    assert answer.code == 1
    assert "finns redan" in answer.err
    assert (tmp_path / "ex.qpd").read_bytes() == before
    assert qpdesk("check", "ex.qpd").code == 0


# --- usage, faults, words


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (["import"], "det saknas KÄLLA, --into"),
        (["import", "a.docx"], "det saknas --into"),
        (["import", "a.docx", "--into"], "det saknas något efter --into"),
        (["export", "a.qpd"], "det saknas --out"),
        (["export", "a.qpd", "--out", "b", "--report", "x"], "--report kan inte vara 'x'"),
        (["show", "a.qpd", "--färg"], "okänt: --färg"),
        (["skriv"], "KOMMANDO kan inte vara 'skriv'"),
        ([], "det saknas KOMMANDO"),
    ],
)
def test_wrong_usage_is_told_in_one_line(qpdesk, given, sentence):
    answer = qpdesk(*given)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith(f"qpdesk: {sentence}. Hjälp: qpdesk")
    assert answer.err.count("\n") == 1


@pytest.mark.parametrize(
    "given",
    [["--help"], *([name, "--help"] for name in ("import", "export", "show", "check", "example"))],
)
def test_help_is_in_swedish(qpdesk, given):
    answer = qpdesk(*given)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith("användning: qpdesk")
    for english in ("usage", "positional", "options", "show this", "exit"):
        assert english not in answer.out


def test_version(qpdesk):
    assert qpdesk("--version").out == f"QPDesk {__version__}\n"


def test_a_fault_of_ours_is_a_sentence_and_goes_to_the_log(qpdesk, example, monkeypatch):
    def broken(path):
        raise RuntimeError(path.parent.name)  # any text of the user's

    monkeypatch.setattr("qpdesk.cli.commands.read_register", broken)
    answer = qpdesk("show", example)
    assert answer.code == 1
    assert answer.err.count("\n") == 1
    assert "Traceback" not in answer.err
    log = Paths.of_user().log / "qpdesk-cli.log"
    assert str(log) in answer.err
    written = log.read_text(encoding="utf-8")
    assert "RuntimeError" in written
    assert "commands.py" in written
    assert example.parent.name not in written + answer.err


def test_interrupting_is_no_fault(qpdesk, example, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("qpdesk.cli.commands.read_register", interrupted)
    assert qpdesk("show", example).err == "qpdesk: Avbrutet.\n"


def test_there_are_words_for_everything():
    assert set(map(str, Code)) <= set(findings.CODES)
    assert set(words.REASONS) == set(Reason)
    assert set(words.CHECKS) == set(Check)
    assert set(words.WEIGHTS) == set(Weight)
    assert set(words.STATUSES) == set(Status)
    assert set(words.KINDS) == set(Kind)


def test_a_place_in_a_file_in_words():
    assert findings.place_of(Spot(page=3, table=1, row=5)) == "sida 3, tabell 1, rad 5"
    assert (
        findings.place_of(Spot(sheet="Blad1", row=2, column="C")) == "blad Blad1, rad 2, kolumn C"
    )
    assert findings.place_of(Spot(path="areas[0].name")) == "areas[0].name"
    assert cli.__doc__


def test_check_repairs_what_the_log_tells(qpdesk, example):
    connection = dbapi2.connect(str(example))
    connection.execute("UPDATE area SET title = 'Annat'")
    connection.commit()
    connection.close()
    assert qpdesk("check", example).code == 1
    answer = qpdesk("check", example, "--repair")
    assert answer.code == 0
    assert "gjord om efter historiken" in answer.out
    assert qpdesk("check", example).code == 0
    assert qpdesk("check", example, "--repair").out == f"{example}: hel.\n"
