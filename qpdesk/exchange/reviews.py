"""Cells of a follow-up table: "Egenkontroll:", "Åtgärd:" and "Uppföljning:" with what they say."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from qpdesk.domain.nodes import Status
from qpdesk.domain.text import folded
from qpdesk.exchange import values
from qpdesk.exchange.columns import Column
from qpdesk.exchange.draft import Draft
from qpdesk.exchange.entries import Entry
from qpdesk.exchange.findings import Code, Spot
from qpdesk.exchange.tables import Branch

_LABEL = re.compile(
    r"(?:^|(?<=\s))(Egenkontroll(?:er)?|Åtgärd(?:er|\(er\))?|Uppföljning|Kommentar|Resultat)"
    r"[ \N{NO-BREAK SPACE}]*:[ \t]*",
    re.MULTILINE,
)
_FOLLOW_UPS = frozenset({"Uppföljning", "Kommentar", "Resultat"})
_LEGEND = re.compile(r"[✓✔▶🟢►][^=\n]*=.*")


@dataclass(slots=True)
class Review:
    """One item of a cell: its title as it stands there, and its follow-up."""

    title: str
    follow_up: str = ""


def is_legend(text: str) -> bool:
    """Whether a paragraph explains the status marks."""
    return bool(_LEGEND.match(text)) or text.startswith("Åtgärdernas status: ")


def read_reviews(text: str) -> list[Review]:
    """The items of one cell. Without any label, the first line is a title."""
    labels = list(_LABEL.finditer(text))
    if not labels:
        first, _, rest = text.partition("\n")
        return [Review(first, rest)]
    before = text[: labels[0].start()].strip()
    reviews = [Review(before)] if before else []
    ends = [label.start() for label in labels[1:]] + [len(text)]
    for label, end in zip(labels, ends, strict=True):
        part = text[label.end() : end].strip()
        if label[1] in _FOLLOW_UPS and reviews:
            last = reviews[-1]
            last.follow_up = f"{last.follow_up}\n{part}" if last.follow_up else part
        elif part:
            reviews += [Review(title) for title in _titles(part)]
    return reviews


def read_row(branch: Branch, entry: Entry) -> None:
    """Add what one row of a follow-up table says."""
    branch.enter_risk(entry)
    control = entry.text(Column.CONTROL_REVIEW)
    if not control and Column.CONTROL_REVIEW not in entry.continued:
        branch.control = None
    if entry.is_card(Column.CONTROL_REVIEW):
        branch.control_card(control, entry.spot)
        control = ""
    for review in _reviews(branch, control, entry.spot):
        draft = branch.add_control(branch.title(review.title, entry.spot), entry.spot)
        draft.append("follow_up", review.follow_up)
    measure = entry.text(Column.MEASURE_REVIEW)
    if entry.is_card(Column.MEASURE_REVIEW):
        below = entry.is_below(Column.MEASURE_REVIEW)
        branch.measure_card(measure, entry.spot, below=below)
        measure = ""
    for review in _reviews(branch, measure, entry.spot):
        _add_measure(branch, review, entry.spot)
    for column in set(entry.texts) - {Column.RISK, Column.CONTROL_REVIEW, Column.MEASURE_REVIEW}:
        branch.report(Code.NO_OWNER, entry.spot, entry.text(column))


def _reviews(branch: Branch, text: str, spot: Spot) -> Iterator[Review]:
    if text and not _LABEL.search(text):
        branch.report(Code.NO_LABEL, spot, text)
    yield from read_reviews(text) if text else ()


def _add_measure(branch: Branch, review: Review, spot: Spot) -> None:
    status, title = values.split_status(review.title)
    measure = branch.add_measure(branch.title(title or review.title, spot), spot)
    measure.append("follow_up", review.follow_up)
    if values.is_dropped(review.follow_up):
        _drop(branch, measure, review)
        branch.report(Code.GUESSED_STATUS, spot, f"{review.title}: {review.follow_up}")
    elif status:
        measure.values["status"] = status.value
    else:
        branch.report(Code.NO_STATUS, spot, review.title)


def _drop(branch: Branch, measure: Draft, review: Review) -> None:
    """Utgått, for the reason the follow-up gives; it may refer to the control's comment."""
    sentences = re.split(r"(?<=[.!?])\s+", review.follow_up)
    measure.values["status"] = Status.DISCONTINUED.value
    measure.values["status_reason"] = next(filter(values.is_dropped, sentences), "")
    if branch.control and "egenkontroll" in folded(review.follow_up):
        measure.values["status_reference"] = branch.control.id


def _titles(part: str) -> list[str]:
    """One title, or one a line where every line begins with a status mark."""
    lines = part.split("\n")
    if len(lines) > 1 and all(values.split_status(line)[0] for line in lines):
        return lines
    return [part]
