"""What a document's first page says about the plan: title, year, municipality, committee."""

import re
from collections.abc import Iterable, Iterator

from qpdesk.domain.nodes import PlanState
from qpdesk.domain.record import Scalar
from qpdesk.exchange import values
from qpdesk.exchange.findings import Code, Finding, Spot
from qpdesk.exchange.pages import Paragraph, Role

_TITLE = re.compile(
    r"(?:kvalitets|verksamhets|handlings)plan|uppföljning av|kvalitetsberättelse", re.IGNORECASE
)
_FOLLOW_UP = re.compile(r"uppföljning av (?=\w*plan)", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_APPENDIX = re.compile(r"(bilaga(?: \w{1,3})?)[.:]?", re.IGNORECASE)
_REGISTRY = re.compile(r"(?:dnr|diarienummer|diarienr)\.?\s*:?\s*(\S.*)", re.IGNORECASE)
_PARAGRAPH = re.compile(r"§\s*\d+")
_DECISION = re.compile(
    r"(?:fastställd|antagen|beslutad|beslut)\b[^\d§]*(\d{4}-\d\d-\d\d)?\W*(§\s*\d+)?", re.IGNORECASE
)
_MUNICIPALITY = re.compile(
    r"(?:[\w-]+ ){1,3}(?:kommun|stad)|(?:kommunen?|staden) [\w-]+", re.IGNORECASE
)
_LABELLED = re.compile(r"(Nämnd|Förvaltning|År|Diarienummer|Beslutsdatum|Paragraf|Status): (\S.*)")
_LABELS = {
    "Nämnd": "committee",
    "Förvaltning": "department",
    "Diarienummer": "registry_number",
    "Paragraf": "decision_paragraph",
}
_STATES = {
    "Utkast": PlanState.DRAFT,
    "Fastställd": PlanState.ADOPTED,
    "Följs upp": PlanState.FOLLOW_UP,
    "Avslutad": PlanState.CLOSED,
}
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_FRONT_ROLES = frozenset({Role.TITLE, Role.SUBTITLE, Role.TARGET_GROUP, Role.LETTERHEAD})
_LONGEST_NAME = 6  # words; a longer text is a sentence, no name
_LONGEST = 120  # characters; longer paragraphs before the first heading are running text
_SEPARATORS = re.compile(r"\s*[,|;\n]\s*|\s+[\N{EN DASH}-]\s+")


def looks_like_title(text: str) -> bool:
    """Whether a text names a plan or its follow-up."""
    return len(text) <= _LONGEST and bool(_TITLE.search(text))


def is_front_matter(paragraph: Paragraph) -> bool:
    """Whether a paragraph before the first heading is of the title page, not running text."""
    text = paragraph.text
    if paragraph.role in _FRONT_ROLES or looks_like_title(text):
        return True
    ends = text.endswith((".", ":")) and not _APPENDIX.fullmatch(text)
    return len(text) <= _LONGEST and not ends and not paragraph.bullet


def read_front(
    paragraphs: Iterable[Paragraph], spare_titles: Iterable[str], findings: list[Finding]
) -> dict[str, Scalar]:
    """The plan's fields by name; ``spare_titles`` are used in order where no text is a title."""
    lines = [line for line in paragraphs if line.role is not Role.LETTERHEAD]
    titles = [line for line in lines if line.role is Role.TITLE]
    titles = titles or [line for line in lines if looks_like_title(line.text)][:1]
    title = " ".join(line.text for line in titles)
    fields: dict[str, Scalar] = {}
    group = [line for line in lines if line.role is Role.TARGET_GROUP]
    if group:
        texts = (f"- {line.text}" if line.bullet else line.text for line in group)
        fields["target_group"] = "\n".join(texts)
    for line in lines:
        parts = () if line in titles or line in group else _unread(line.text, fields)
        findings += (Finding(Code.LOOSE_TEXT, line.spot, part) for part in parts)
    spare = next((text for text in spare_titles if text.strip()), "")
    fields["title"] = " ".join((title or spare).split()) or "Kvalitetsplan"
    if not title:
        findings.append(Finding(Code.GUESSED_TITLE, Spot(), str(fields["title"])))
    years = _YEAR.findall(f"{title} {spare}")
    if years and "year" not in fields:
        fields["year"] = int(years[0])
    if _FOLLOW_UP.match(title):
        plan = _FOLLOW_UP.sub("", title)
        fields |= {"follow_up_title": title, "title": plan[:1].upper() + plan[1:]}
    return fields


def _unread(text: str, fields: dict[str, Scalar]) -> Iterator[str]:
    """Take what is understood of a line into the fields; give back the rest."""
    if said := _labelled(text):
        if any(fields.setdefault(name, value) != value for name, value in said.items()):
            yield text
        return
    for part in filter(None, (piece.strip() for piece in _SEPARATORS.split(text))):
        found = _field(part)
        if not found or found.keys() & fields.keys():
            yield part
        else:
            fields |= found


def _labelled(text: str) -> dict[str, Scalar]:
    """A line of the cover that this program writes, empty for any other."""
    if text in _STATES:
        return {"state": _STATES[text].value}
    match = _LABELLED.fullmatch(text)
    if not match:
        return {}
    label, said = match[1], match[2].strip()
    if label in _LABELS:
        return {_LABELS[label]: said}
    if label == "År" and _YEAR.fullmatch(said):
        return {"year": int(said)}
    if label == "Beslutsdatum" and values.read_date(said):
        return {"decision_date": said}
    return {"state": _STATES[said].value} if label == "Status" and said in _STATES else {}


def _field(part: str) -> dict[str, Scalar]:
    """The field that a short text of the title page is, empty for none."""
    if match := _APPENDIX.fullmatch(part):
        return {"appendix": match[1]}
    if match := _REGISTRY.fullmatch(part):
        return {"registry_number": match[1]}
    if match := _DECISION.fullmatch(part) or _PARAGRAPH.fullmatch(part):
        return _decision(match[0])
    if _YEAR.fullmatch(part):
        return {"year": int(part)}
    return _sender(part)


def _decision(part: str) -> dict[str, Scalar]:
    found: dict[str, Scalar] = {}
    day = _DATE.search(part)
    if day and values.read_date(day[0]):
        found["decision_date"] = day[0]
    if paragraph := _PARAGRAPH.search(part):
        found["decision_paragraph"] = paragraph[0]
    return found


def _sender(part: str) -> dict[str, Scalar]:
    """Municipality, committee or department, by the words in their names."""
    if _MUNICIPALITY.fullmatch(part):
        return {"municipality": part}
    if len(part.split()) > _LONGEST_NAME:
        return {}
    if "nämnd" in part.casefold():
        return {"committee": part}
    return {"department": part} if "förvaltning" in part.casefold() else {}
