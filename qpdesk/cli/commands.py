"""The commands: each asks the services and prints the answer."""

import json
from argparse import Namespace
from collections.abc import Sequence
from contextlib import closing
from dataclasses import asdict
from pathlib import Path

from qpdesk.cli import findings, words
from qpdesk.domain import edits
from qpdesk.domain.nodes import Kind, Measure, Node, Plan, Risk, kind_of, title_of
from qpdesk.domain.parts import units
from qpdesk.domain.register import Register
from qpdesk.domain.tally import tally
from qpdesk.domain.text import cleansed, folded
from qpdesk.services.checking import check, read_register, repair
from qpdesk.services.document import Document
from qpdesk.services.example import make_example
from qpdesk.services.exporting import write_json, write_workbook
from qpdesk.services.importing import ImportFailed, Reading, Weight, import_edit, read_source
from qpdesk.services.permission import allowed_folders, problems
from qpdesk.services.printing import Report, ReportKind, part_of, write_report, write_word
from qpdesk.services.profiles import profile_folder
from qpdesk.services.showing import as_values, find_plan, plans
from qpdesk.system.paths import Paths
from qpdesk.system.policy import Policy
from qpdesk.system.settings import configuration

_REPORTS = {
    "plan": ReportKind.PLAN,
    "followup": ReportKind.FOLLOW_UP,
    "indicators": ReportKind.INDICATORS,
    "unreported": ReportKind.UNREPORTED,
    "year": ReportKind.YEAR_REPORT,
}
_ID = 32  # characters of an id, so that the trees stand in line


class Failed(Exception):
    """The command could not be done; the message is for the user."""


def bring_in(options: Namespace, paths: Paths) -> None:
    """Read all sources, then put each in as one edit; with --dry-run only read."""
    readings = [(source, _read(source)) for source in options.sources]
    if options.dry_run:
        if options.into.exists():
            read_register(options.into)  # what could not be opened later is told now
        brought = [reading.nodes[0] for _, reading in readings]
    else:
        brought = _put_in(options.into, readings, paths)
    if options.json:
        _print_json(_import_values(options, readings, brought))
        return
    for (source, reading), plan in zip(readings, brought, strict=True):
        _print(f"{source.name}: {title_of(plan)}")
        _print(f"  {words.counted(reading.counts)}")
        _print_findings(reading)
    _print("Inget har förts in." if options.dry_run else f"Infört i {options.into}")


def export(options: Namespace, paths: Paths) -> None:
    """Write one plan's document as PDF or Word, or the plan as Excel or data."""
    if options.out.suffix.lower() == ".qpd":
        raise Failed(f"{options.out}: en planfil skrivs inte över. Välj ett annat namn.")
    if (folders := allowed_folders(options.out, paths)) is not None:
        raise Failed(words.not_allowed(options.out, folders, problems(paths)))
    register = read_register(options.file)
    report = _report(register, find_plan(register, options.plan), options)
    profile = profile_folder(paths, options.file)
    match options.format:
        case "json":
            write_json(part_of(register, report), report.plan, options.out)
        case "xlsx":
            write_workbook(part_of(register, report), report.plan, options.out)
        case "docx":
            write_word(register, report, options.out, profile=profile)
        case _:
            _write_pdf(register, report, options.out, profile)
            return
    _print(f"Skrev {options.out}")


def _write_pdf(register: Register, report: Report, out: Path, profile: Path | None) -> None:
    printed = write_report(register, report, out, profile=profile)
    _print(f"Skrev {out} ({printed.pages} sidor)")
    if printed.missing:
        _print(f"Typsnittet saknar tecken: {' '.join(printed.missing)}")


def _report(register: Register, plan: Plan, options: Namespace) -> Report:
    """The document that was asked for: of all of the plan, or of a part of it."""
    kind = _REPORTS[options.report]
    if options.area:
        asked = folded(options.area)
        for area in register.children(plan.id, Kind.AREA):
            if options.area == area.id or folded(title_of(area)) == asked:
                return Report(plan.id, kind, area=area.id)
        raise Failed(words.no_area(options.area, register.children(plan.id, Kind.AREA)))
    if options.unit:
        known = units(register, plan.id)
        if folded(options.unit) not in map(folded, known):
            raise Failed(words.no_unit(options.unit, known))
        return Report(plan.id, kind, unit=options.unit)
    return Report(plan.id, kind)


def show(options: Namespace, _paths: Paths) -> None:
    """Print the tree of one plan, or of all."""
    register = read_register(options.file)
    chosen = [find_plan(register, options.plan)] if options.plan else plans(register)
    if options.json:
        trees = [as_values(register, plan) for plan in chosen]
        _print_json({"format": "qpdesk-show", "version": 1, "plans": trees})
        return
    for plan in chosen:
        _print_tree(register, plan)


def look_over(options: Namespace, paths: Paths) -> None:
    """Say whether the file is whole; with --repair, make it so if its log is."""
    problems = check(options.file)
    if problems and options.repair:
        repair(options.file, paths)
        _print(f"{options.file}: gjord om efter historiken. Den skadade filen är sparad.")
        return
    if problems:
        raise Failed("\n".join(words.unsound(options.file, problem) for problem in problems))
    _print(f"{options.file}: hel.")


def example(options: Namespace, paths: Paths) -> None:
    """Make the example förvaltning."""
    make_example(options.out, paths)
    _print(f"Skrev {options.out}")


def _read(source: Path) -> Reading:
    try:
        return read_source(source)
    except ImportFailed as error:
        raise Failed(words.unreadable(source, error)) from error


def _put_in(into: Path, readings: Sequence[tuple[Path, Reading]], paths: Paths) -> list[Node]:
    brought = []
    author = configuration(paths, Policy()).author.value
    with closing(Document(into, paths, author=author)) as document:
        for source, reading in readings:
            edit = import_edit(document.register, reading, source.name)
            document.apply(edit)
            brought.append(edits.added(edit))
    return brought


def _import_values(
    options: Namespace, readings: Sequence[tuple[Path, Reading]], brought: Sequence[Node]
) -> dict[str, object]:
    sources = [
        {
            "file": str(source),
            "plan": {"id": plan.id, "title": title_of(plan)},
            "counts": {kind.value: count for kind, count in sorted(reading.counts.items())},
            "findings": [
                {
                    "code": finding.code.value,
                    "weight": finding.weight.value,
                    "place": {name: at for name, at in asdict(finding.spot).items() if at},
                    "text": finding.text,
                }
                for finding in reading.findings
            ],
        }
        for (source, reading), plan in zip(readings, brought, strict=True)
    ]
    return {
        "format": "qpdesk-import",
        "version": 1,
        "into": str(options.into),
        "dry_run": options.dry_run,
        "sources": sources,
    }


def _print_findings(reading: Reading) -> None:
    for weight in Weight:
        found = list(reading.of_weight(weight))
        if found:
            _print(f"  {words.WEIGHTS[weight]} ({len(found)}):")
        for finding in found:
            place = findings.place_of(finding.spot)
            what = findings.CODES.get(finding.code, finding.code.value)
            _print("    " + ": ".join(filter(None, (place, what, finding.text))))


def _print_tree(register: Register, plan: Plan) -> None:
    figures = tally(register, plan.id)
    _print(f"{plan.id:{_ID}}  {plan.title}")
    _print(f"{'':{_ID}}  {words.counted(figures.kinds)}")
    statuses = (
        f"{word} {figures.statuses[status]}"
        for status, word in words.STATUSES.items()
        if figures.statuses[status]
    )
    _print(f"{'':{_ID}}  Åtgärder: {', '.join(statuses) or 'inga'}")
    for node in register.walk(plan.id):
        depth = len(list(register.ancestors(node.id)))
        _print(f"{node.id:{_ID}}  {'  ' * depth}{_line(node)}")


def _line(node: Node) -> str:
    kind, _ = words.KINDS[kind_of(node)]
    match node:
        case Risk(level=int(level)):
            mark = f" (risknivå {level})"
        case Measure(status=status):
            mark = f" ({words.STATUSES[status]})"
        case _:
            mark = ""
    return f"{kind.capitalize()}: {title_of(node)}{mark}"


def _print(text: str) -> None:
    """One line, in which no text of a file can steer the terminal."""
    safe, _ = cleansed(text)
    print(" ".join(safe.split("\n")))


def _print_json(values: dict[str, object]) -> None:
    print(json.dumps(values, ensure_ascii=False, indent=2))
