"""What is printed of each item: every field that has something to say, in the cell it belongs to.

The plan prints what is to be done, the follow-up what became of it; results stand in both. Between
them nothing that a plan holds is left out.
"""

from collections.abc import Iterator
from datetime import date

from qpdesk.domain.nodes import (
    Control,
    Judgement,
    Kind,
    Measure,
    NoMeasure,
    Result,
    Risk,
    title_of,
)
from qpdesk.domain.register import Register
from qpdesk.domain.scale import STANDARD, Scale
from qpdesk.report.badges import SYMBOLS, Band, band
from qpdesk.report.figures import number
from qpdesk.report.passages import Badge, Look, Passage, StatusMark, Text
from qpdesk.report.words import Words

Passages = Iterator[Passage]


def _small(label: str, text: str | date | float | None) -> Passages:
    """A small line with a label, if there is a text."""
    said = text.isoformat() if isinstance(text, date) else "" if text is None else str(text)
    if said and not said.isspace():
        yield Text(said, Look.SMALL, label)


def risk_cell(risk: Risk, scale: Scale, words: Words) -> Passages:
    """A risk in full."""
    yield from risk_title(risk, scale, words)
    yield from _small(words.likelihood, risk.likelihood)
    yield from _small(words.consequence, risk.consequence)
    yield from _small(words.rationale, risk.rationale)
    yield from _small(words.participants, risk.participants)
    yield from _small(words.source, risk.source)


def risk_title(risk: Risk, scale: Scale, words: Words) -> Passages:
    """A risk's title and level."""
    yield Text(risk.title, Look.TITLE)
    if risk.level is not None:
        name = words.level.format(level=risk.level, band=band_name(risk.level, scale, words))
        yield level_badge(risk.level, scale, name)


def level_badge(level: int, scale: Scale, text: str) -> Badge:
    """A level with the shape and colour of its band, however many bands the scale has."""
    return Badge(tuple(Band)[scale.gravity(level)], text)


def band_name(level: int, scale: Scale, words: Words) -> str:
    """What a level's band is called: our word for the standard scale, else the scale's own."""
    return words.bands[band(level)] if scale == STANDARD else scale.bands[scale.band(level)].name


def control_cell(register: Register, control: Control, words: Words) -> Passages:
    """A control as it is planned; its purpose has a column of its own."""
    yield Text(control.title, Look.TITLE)
    yield from _small(words.method, control.method)
    yield from _small(words.frequency, control.frequency)
    yield from _small(words.scope, control.scope)
    yield from _small(words.responsible, control.responsible)
    yield from _results(register, control, words)
    yield from _no_measure(control, words)


def purpose_cell(control: Control) -> Passages:
    """A control's purpose."""
    if control.purpose.strip():
        yield Text(control.purpose)


def measure_cell(measure: Measure, words: Words) -> Passages:
    """A measure as it is planned; what to do has a column of its own."""
    yield Text(measure.title, Look.TITLE)
    yield from _small(words.responsible, measure.responsible)
    yield from _small(words.due, measure.due)
    yield from _small(words.source, measure.source)
    yield from _small(words.evidence, measure.evidence)


def what_to_do_cell(measure: Measure) -> Passages:
    """What is to be done."""
    if measure.what_to_do.strip():
        yield Text(measure.what_to_do)


def followed_up_control(register: Register, control: Control, words: Words) -> Passages:
    """What a control showed."""
    yield Text(control.title, Look.TITLE)
    yield from _results(register, control, words)
    yield from _no_measure(control, words)
    if control.follow_up.strip():
        yield Text(control.follow_up)


def followed_up_measure(register: Register, measure: Measure, words: Words) -> Passages:
    """How far a measure has come."""
    status = f"{SYMBOLS[measure.status]} {words.statuses[measure.status]}"
    yield StatusMark(measure.status, status)
    yield Text(measure.title, Look.TITLE)
    yield from _small(words.status_reason, measure.status_reason)
    commented = register.get(measure.status_reference) if measure.status_reference else None
    if commented is not None:
        yield from _small(words.see_comment, title_of(commented))
    if measure.follow_up.strip():
        yield Text(measure.follow_up)


def _no_measure(control: Control, words: Words) -> Passages:
    if control.no_measure is not NoMeasure.NONE:
        yield from _small(words.no_measure, words.no_measure_reasons[control.no_measure])


def _results(register: Register, control: Control, words: Words) -> Passages:
    for node in register.children(control.id, Kind.RESULT):
        if isinstance(node, Result):
            label = " ".join(filter(None, (words.result, node.period))) + ":"
            yield Text(_result(node, words) or words.not_reported, Look.SMALL, label)


def _result(result: Result, words: Words) -> str:
    """Such as "Barnenheten 67 %, brist"; a reason for no result comes last."""
    value = ""
    if result.value is not None:
        value = number(result.value, words.decimal_sign)
    measured = "\N{NO-BREAK SPACE}".join(filter(None, (value, result.unit)))
    judgement = words.judgements.get(result.judgement, "")
    parts = (
        " ".join(filter(None, (result.organisational_unit, measured))),
        judgement,
        result.no_result_reason,
    )
    text = ", ".join(filter(None, parts))
    unsaid = result.value is None and result.judgement is Judgement.NONE
    missing = unsaid and not result.no_result_reason
    return ", ".join(filter(None, (text, words.not_reported if missing else "")))
