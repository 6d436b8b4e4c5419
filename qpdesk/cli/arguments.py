"""What may be written on the command line."""

import re
from argparse import Action, ArgumentParser, HelpFormatter, Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from typing_extensions import override

from qpdesk import __version__

COMMANDS = ("import", "export", "show", "check", "example", "selftest")

_FORMS = ("pdf", "docx", "xlsx", "json")

_ERRORS = {
    r"the following arguments are required: (.+)": "det saknas {}",
    r"unrecognized arguments: (.+)": "okänt: {}",
    r"argument (.+): expected .+": "det saknas något efter {}",
    r"argument (.+?): invalid choice: (.+) \(choose from .+\)": "{} kan inte vara {}",
    r"ambiguous option: (.+) could match .+": "{} kan betyda flera saker",
}
"""argparse speaks English; the sentences that can come here, and ours."""


class Parser(ArgumentParser):
    """An argument parser that speaks Swedish. Wrong usage ends the program with code 2."""

    def __init__(self, **values: Any) -> None:  # noqa: ANN401 - whatever argparse takes
        super().__init__(formatter_class=_Formatter, add_help=False, allow_abbrev=False, **values)
        self._positionals.title = "att ange"
        self._optionals.title = "val"
        self.add_argument("-h", "--help", action="help", help="visa den här hjälpen")

    @override
    def error(self, message: str) -> NoReturn:
        for pattern, ours in _ERRORS.items():
            if match := re.fullmatch(pattern, message):
                message = ours.format(*match.groups())
        self.exit(2, f"qpdesk: {message}. Hjälp: {self.prog} --help\n")


class _Formatter(HelpFormatter):
    @override
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "användning: " if prefix is None else prefix)


class _Version(Action):
    @override
    def __call__(self, parser: ArgumentParser, *_: object) -> None:
        print("QPDesk", __version__)
        parser.exit()


def parse(words: Sequence[str]) -> Namespace:
    """The command and its options.

    Raises:
        SystemExit: 0 after help or version, 2 for wrong usage.
    """
    return _parser().parse_args(words)


def _parser() -> Parser:
    parser = Parser(
        prog="qpdesk",
        description="Kvalitetsplaner för socialtjänsten. Utan kommando öppnas fönstret:"
        " qpdesk [FIL.qpd]",
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="visa programmets version")
    commands = parser.add_subparsers(
        title="kommandon", dest="command", required=True, metavar="KOMMANDO"
    )
    _add_import(commands)
    _add_export(commands)
    show = commands.add_parser("show", help="visa planerna med id, status och antal")
    _takes_file(show)
    _takes_plan(show)
    _takes_json(show)
    check = commands.add_parser("check", help="se efter att filen är hel")
    _takes_file(check)
    check.add_argument(
        "--repair", action="store_true", help="gör om en skadad fil efter dess egen historik"
    )
    example = commands.add_parser("example", help="gör en fil med exempelplaner")
    example.add_argument(
        "--out", type=Path, required=True, metavar="FIL.qpd", help="filen att göra"
    )
    commands.add_parser("selftest", help="prova databas, PDF, typsnitt och fönsterdelar")
    return parser


def _add_import(commands: Any) -> None:  # noqa: ANN401 - argparse has no public name for it
    parser = commands.add_parser("import", help="för in planer från Word, Excel eller JSON")
    parser.add_argument(
        "sources", type=Path, nargs="+", metavar="KÄLLA", help=".docx, .xlsx eller .json"
    )
    parser.add_argument(
        "--into", type=Path, required=True, metavar="FIL.qpd", help="filen att föra in i"
    )
    parser.add_argument("--dry-run", action="store_true", help="läs och berätta, men för inte in")
    _takes_json(parser)


def _add_export(commands: Any) -> None:  # noqa: ANN401 - argparse has no public name for it
    parser = commands.add_parser("export", help="skriv ut en plan eller uppföljning")
    _takes_file(parser)
    _takes_plan(parser)
    parser.add_argument(
        "--report",
        choices=("plan", "followup", "indicators", "unreported", "year"),
        default="plan",
        help="vilket dokument: planen, uppföljningen, indikatorerna, det som inte är redovisat"
        " eller kvalitetsberättelsen för planens år",
    )
    part = parser.add_mutually_exclusive_group()
    part.add_argument("--area", metavar="TITEL-ELLER-ID", help="bara det här området")
    part.add_argument("--unit", metavar="ENHET", help="bara det som den här enheten svarar för")
    parser.add_argument("--format", choices=_FORMS, default="pdf", help="i vilken form")
    parser.add_argument("--out", type=Path, required=True, metavar="FIL", help="filen att skriva")


def _takes_file(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FIL.qpd", help="planfilen")


def _takes_plan(parser: ArgumentParser) -> None:
    parser.add_argument("--plan", metavar="TITEL-ELLER-ID", help="vilken av filens planer")


def _takes_json(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="svara i JSON, för andra program")
