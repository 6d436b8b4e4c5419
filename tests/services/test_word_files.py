"""A Word file is written whole or not at all, and this program reads it back."""

from dataclasses import replace

import pytest

from qpdesk.domain.nodes import Kind, Observation, Plan
from qpdesk.services.importing import read_source
from qpdesk.services.printing import PrintFailed, Report, ReportKind, write_word
from tests.report.example import example
from tests.report.word_reading import WordFile


class StopHere(Exception):
    """The user had enough."""


@pytest.mark.parametrize("kind", ReportKind)
def test_both_documents_are_written_and_nothing_else(kind, tmp_path):
    register, plan = example()
    path = tmp_path / "Plan å.docx"
    told = []
    write_word(
        register, Report(plan.id, kind), path, progress=lambda done, of: told.append(done == of)
    )
    assert told[-1]
    assert [file.name for file in tmp_path.iterdir()] == [path.name]
    assert isinstance(read_source(path).nodes[0], Plan)


def test_cancelling_leaves_the_old_file(tmp_path):
    register, plan = example()
    path = tmp_path / "plan.docx"
    path.write_bytes(b"old")

    def stop(done, of):
        raise StopHere

    with pytest.raises(StopHere):
        write_word(register, Report(plan.id, ReportKind.PLAN), path, progress=stop)
    assert path.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["plan.docx"]


def test_what_cannot_be_written_is_told_with_its_path(tmp_path):
    register, plan = example()
    path = tmp_path / "no such folder" / "plan.docx"
    with pytest.raises(PrintFailed) as failed:
        write_word(register, Report(plan.id, ReportKind.PLAN), path)
    assert failed.value.path == path


def test_only_plans_are_written(tmp_path):
    register, plan = example()
    area = register.children(plan.id, Kind.AREA)[0]
    with pytest.raises(KeyError):
        write_word(register, Report(area.id, ReportKind.PLAN), tmp_path / "area.docx")


def test_what_too_few_answered_for_is_not_in_it(tmp_path):
    register, plan = example()
    path = tmp_path / "plan.docx"
    register = type(register)(
        replace(node, fewest=5)
        if node.id == plan.id
        else replace(node, n=2, outcome=77.25)
        if isinstance(node, Observation)
        else node
        for node in (plan, *register.walk(plan.id))
    )
    write_word(register, Report(plan.id, ReportKind.PLAN), path)
    lines = WordFile(path.read_bytes()).lines
    assert ("H3", "Andel nöjda") in lines
    assert not [text for _, text in lines if "77" in text]
