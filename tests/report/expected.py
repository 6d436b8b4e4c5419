"""What must be read in a plan's documents, spelled out from the plan without the report's code.

Each line is (tag, text) in reading order, as ``reading.Paper.lines`` gives it; from the first
chapter on, as cover and contents have tests of their own.
"""

import re
from collections import Counter
from decimal import Decimal
from itertools import groupby, zip_longest

from qpdesk.domain.follow_up import is_followed_up, missing
from qpdesk.domain.nodes import (
    Area,
    Chapter,
    Control,
    Document,
    Footnote,
    Holds,
    Indicator,
    Kind,
    Measure,
    Observation,
    Result,
    Risk,
    title_of,
)
from qpdesk.domain.text import paragraphs, references, split_references
from tests.report.reading import squeezed

WORDS = {
    "not_started": "○ Ej påbörjad",
    "ongoing": "● Pågår",
    "completed": "✓ Klar",
    "ongoing_next_year": "▶ Pågår och fortsätter nästa år",
    "discontinued": "✗ Utgått",
    "passed": "godkänt",
    "deficient": "brist",
    "not_reportable": "kan inte redovisas",
    "not_carried_out": "egenkontrollen är ännu inte genomförd",
    "satisfactory": "resultatet är tillfredsställande",
    "next_year": "planeras i nästa års plan",
    "higher_is_better": "högre är bättre",
    "lower_is_better": "lägre är bättre",
    "percent": "Utfall (%)",
    "count": "Utfall (antal)",
    "scale_1_5": "Utfall (skala 1–5)",
    "text": "Utfall",
}
LACKS = {
    "follow_up": "uppföljning i text",
    "reason": "orsak",
    "result": "resultat",
    "judgement": "bedömning av resultatet",
    "outcome": "utfall",
}
PLAN_HEAD = ["Risk", "Egenkontroll", "Syfte med egenkontrollen", "Åtgärder", "Vad ska göras?"]
FOLLOW_UP_HEAD = ["Risk", "Uppföljning av egenkontroll", "Uppföljning av åtgärd"]


def decimal(value):
    """All digits that tell the number from its neighbours, as a Swede writes them."""
    whole, _, parts = f"{Decimal(repr(abs(value))):f}".partition(".")
    grouped = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", " ", whole)
    parts = parts.rstrip("0")
    minus = str(value).startswith("-") and (int(whole) or parts)
    return ("\N{MINUS SIGN}" if minus else "") + grouped + (f",{parts}" if parts else "")


class Expected:
    """The lines of one document, as they come."""

    def __init__(self, register, plan, *, is_plan=False, kind=None):
        self.register, self.is_plan = register, is_plan or kind == "plan"
        self.numbers = {}
        self.waiting = []
        self.lines = []
        self.level = 0
        self.below = 0
        self._of(plan)
        if kind == "unreported":
            self._unreported()
        elif kind == "year_report":
            self._year_report()
        elif kind == "indicators":
            self._indicators_alone()
        else:
            self._document()
        self.lines = [(tag, squeezed(text)) for tag, text in self.lines if squeezed(text)]

    def _of(self, plan):
        """Go over to this plan, with its notes."""
        self.plan = plan
        notes = self.register.children(plan.id, Kind.FOOTNOTE)
        self.notes = {note.key: note.text for note in notes if isinstance(note, Footnote)}

    def children(self, parent, *kinds):
        return self.register.children(parent.id, *kinds)

    # ---------------------------------------------------------------- pieces

    def say(self, tag, text):
        """A line, with the notes it refers to numbered."""
        said = ""
        for piece, key in split_references(text):
            said += piece
            if key and key not in self.notes:
                said += f"[^{key}]"
            elif key:
                note = self.plan.id, key
                if note not in self.numbers:
                    self.numbers[note] = len(self.numbers) + 1
                    self.waiting.append(note)
                said += ("," if not piece and said and said[-1].isdigit() else "") + str(
                    self.numbers[note]
                )
        self.lines.append((tag, said))

    def text(self, text, label=""):
        for is_item, line in paragraphs(text):
            if is_item:
                if label:
                    self.say("P", label)
                self.lines.append(("Lbl", "•"))
                self.say("LBody", line)
            else:
                self.say("P", f"{label} {line}")
            label = ""

    def heading(self, level, text):
        self.level = min(level, self.level + 1)
        self.say(f"H{self.level}", text)
        return self.level

    def notes_here(self):
        while self.waiting:
            waiting, self.waiting = self.waiting, []
            for note in waiting:
                self.lines.append(("Lbl", str(self.numbers[note])))
                self.say("Note", " ".join(line for _, line in paragraphs(self.notes[note[1]])))

    # -------------------------------------------------------------- document

    def _document(self):
        wanted = {Document.BOTH, Document.PLAN if self.is_plan else Document.FOLLOW_UP}
        held = set()
        for chapter in self.children(self.plan, Kind.CHAPTER):
            assert isinstance(chapter, Chapter)
            if chapter.document in wanted:
                level = self.heading(self.below + chapter.level, chapter.title)
                self.text(chapter.text)
                self.notes_here()
                if chapter.holds not in held:
                    self._held(chapter.holds, level + 1)
                held.add(chapter.holds)
        for holds, title, kind in (
            (Holds.AREAS, "Risker och egenkontroller", Kind.AREA),
            (Holds.INDICATORS, "Kvalitetsindikatorer", Kind.INDICATOR),
        ):
            if holds not in held and self.children(self.plan, kind):
                self.heading(self.below + 1, title)
                self._held(holds, self.below + 2)
        if self.is_plan:
            self._unused()

    def _year_report(self):
        """The chapters for it of all plans of the year, then each plan's follow-up."""
        every = self.register.children()
        same = [plan for plan in every if plan.year == self.plan.year and plan.year is not None]
        plans = same or [self.plan]
        for plan in plans:
            self._of(plan)
            for chapter in self.children(plan, Kind.CHAPTER):
                if chapter.document is Document.YEAR_REPORT:
                    self.heading(chapter.level, chapter.title)
                    self.text(chapter.text)
                    self.notes_here()
        self.below = 1
        for plan in plans:
            self._of(plan)
            title = plan.title[:1].lower() + plan.title[1:] if plan.title[1:2].islower() else ""
            named = plan.follow_up_title or f"Uppföljning av {title or plan.title}"
            self.heading(1, named)
            self._document()

    def _indicators_alone(self):
        """The chapter that holds them, or a heading of ours; then the indicators."""
        chapters = self.children(self.plan, Kind.CHAPTER)
        there = self.children(self.plan, Kind.INDICATOR)
        holder = next((each for each in chapters if each.holds is Holds.INDICATORS), None)
        if holder:
            level = self.heading(holder.level, holder.title)
            self.text(holder.text)
            self.notes_here()
            self._held(Holds.INDICATORS, level + 1)
        elif there:
            self.heading(1, "Kvalitetsindikatorer")
            self._held(Holds.INDICATORS, 2)
        if not there:
            self.text("Planen har inga indikatorer.")

    def _unreported(self):
        """What lacks something, area by area, with who answers for it and what is lacking."""
        steps = [
            (node, lacks)
            for node in self.register.walk(self.plan.id)
            if is_followed_up(self.register, node)
            for lacks in [missing(self.register, node)]
        ]
        lacking = [(node, lacks) for node, lacks in steps if lacks]
        self.heading(1, "Det som ännu inte är redovisat")
        said = f"{len(lacking)} av {len(steps)} egenkontroller, åtgärder och indikatorer"
        self.text(f"{said} saknar något." if lacking else "Allt är redovisat.")
        for area, group in groupby(lacking, lambda pair: self._area_of(pair[0])):
            self.heading(2, area)
            self.lines += [("TH", w) for w in ("Det som ska redovisas", "Ansvarig", "Saknas")]
            for node, lacks in group:
                self._lacking(node, lacks)
            self.notes_here()

    def _area_of(self, node):
        above = [each.title for each in self.register.ancestors(node.id) if isinstance(each, Area)]
        return above[0] if above else "Kvalitetsindikatorer"

    def _lacking(self, node, lacks):
        kind, name = {
            Control: ("Egenkontroll:", title_of(node)),
            Measure: ("Åtgärd:", title_of(node)),
            Indicator: ("Indikator:", title_of(node)),
            Observation: ("Utfall:", ""),
        }[type(node)]
        if isinstance(node, Observation):
            above = title_of(self.register[node.place.parent])
            name = ", ".join(filter(None, (above, title_of(node))))
        self.text(name, kind)
        self._free(getattr(node, "responsible", ""), is_cell=True)
        self.say("TD", ", ".join(LACKS[lack] for lack in lacks))

    def _held(self, holds, level):
        if holds is Holds.AREAS:
            areas = self.children(self.plan, Kind.AREA)
            if areas and not self.is_plan:
                order = ("completed", "ongoing_next_year", "discontinued", "ongoing", "not_started")
                words = " ".join(WORDS[status] for status in order)
                self.lines.append(("P", f"Åtgärdernas status: {words}"))
            for area in areas:
                self._area(area, level)
            self._matrix(level)
        elif holds is Holds.INDICATORS:
            self._indicators(level)

    def _matrix(self, level):
        """Of a plan alone: no arrows from another year."""
        sides = [["Osannolik", "Mindre sannolik", "Möjlig", "Sannolik"],
                 ["Försumbar", "Lindrig", "Kännbar", "Allvarlig"]]  # fmt: skip
        bands = [(12, "mycket hög"), (8, "hög"), (4, "medel"), (1, "låg")]
        if self.plan.scale:  # tests.plans.WIDER
            sides, bands = [[*"abcde"], [*"fghij"]], [(10, "hög"), (1, "låg")]
        steps = len(sides[0])
        risks = [node for node in self.register.walk(self.plan.id) if isinstance(node, Risk)]
        both = [(r.likelihood, r.consequence) for r in risks if r.likelihood and r.consequence]
        placed = Counter(square for square in both if max(square) <= steps)
        if not placed:
            return
        self.heading(level, "Riskmatris")
        heads = [
            "Sannolikhet och konsekvens",
            *(f"{n} {name}" for n, name in enumerate(sides[1], 1)),
        ]
        self.lines += [("TH", head) for head in heads]
        for up in range(steps, 0, -1):
            self.lines.append(("TH", f"{up} {sides[0][up - 1]}"))
            for on in range(1, steps + 1):
                name = next(name for lowest, name in bands if up * on >= lowest)
                self.lines.append(("P", f"{up * on} {name}"))
                if count := placed[up, on]:
                    self.lines.append(("P", "1 risk" if count == 1 else f"{count} risker"))
        half = [r for r in risks if not (r.likelihood and r.consequence)]
        products = {one * other for one in range(1, steps + 1) for other in range(1, steps + 1)}
        beside, unjudged = (
            sum(r.level in products for r in half),
            sum(r.level is None for r in half),
        )
        for words, count in (
            ("Risker med bara risknivå, utan sannolikhet och konsekvens: {}.", beside),
            ("Risker utan bedömning: {}.", unjudged),
            (
                "Risker vars bedömning inte passar skalan: {}.",
                len(risks) - placed.total() - beside - unjudged,
            ),
        ):
            if count:
                self.text(words.format(count))

    def _unused(self):
        every = (self.plan, *self.register.walk(self.plan.id))
        texts = [str(getattr(node, name)) for node in every for name in node.__dataclass_fields__]
        used = {key for text in texts for key in references(text)}
        unused = [text for key, text in self.notes.items() if key not in used]
        if unused:
            self.heading(1, "Noter utan hänvisning i texten")
            for text in unused:
                self.text(text)
            self.notes_here()

    # ----------------------------------------------------------------- areas

    def _area(self, area, level):
        assert isinstance(area, Area)
        self.heading(level, area.title)
        if self.is_plan:
            self._labelled(("Processägare:", area.owner), ("Process och rutin:", area.routine))
        children = self.children(area, Kind.RISK, Kind.CONTROL, Kind.MEASURE)
        if not children:
            self.lines.append(("P", "Här finns inga risker, egenkontroller eller åtgärder."))
        else:
            head = PLAN_HEAD if self.is_plan else FOLLOW_UP_HEAD
            self.lines += [("TH", word) for word in head]
        for node in children:
            if isinstance(node, Risk):
                self._risk(node)
                self._beside(self.children(node, Kind.CONTROL, Kind.MEASURE))
            else:
                self._beside([node])
        self.notes_here()

    def _beside(self, nodes):
        """Controls with measures by themselves; the others in pairs between them."""
        alone = []
        for node in nodes:
            own = self.children(node, Kind.MEASURE) if isinstance(node, Control) else ()
            if not own:
                alone.append(node)
                continue
            self._pairs(alone)
            alone = []
            self._control(node)
            for measure in own:
                self._measure(measure)
        self._pairs(alone)

    def _pairs(self, nodes):
        controls = [node for node in nodes if isinstance(node, Control)]
        measures = [node for node in nodes if isinstance(node, Measure)]
        for control, measure in zip_longest(controls, measures):
            if control:
                self._control(control)
            if measure:
                self._measure(measure)

    def _labelled(self, *pairs):
        for label, text in pairs:
            if text is not None and str(text).strip():
                self.text(str(text), label)

    def _risk(self, risk):
        self.say("P", risk.title)
        if risk.level is not None:
            words = {0: "låg", 1: "medel", 2: "hög", 3: "mycket hög"}
            band = words[(risk.level > 3) + (risk.level > 7) + (risk.level > 11)]
            if self.plan.scale:  # tests.plans.WIDER
                band = "hög" if risk.level > 9 else "låg"
            self.say("P", f"Risknivå {risk.level}: {band}")
        if self.is_plan:
            self._labelled(
                ("Sannolikhet:", risk.likelihood),
                ("Konsekvens:", risk.consequence),
                ("Motivering:", risk.rationale),
                ("Deltagare:", risk.participants),
                ("Källa:", risk.source),
            )

    def _control(self, control):
        self.say("P", control.title)
        if self.is_plan:
            self._labelled(
                ("Metod:", control.method),
                ("Frekvens:", control.frequency),
                ("Omfattning:", control.scope),
                ("Ansvarig:", control.responsible),
            )
        for result in self.children(control, Kind.RESULT):
            assert isinstance(result, Result)
            self._result(result)
        if control.no_measure:
            self.say("P", f"Ingen åtgärd: {WORDS[control.no_measure]}")
        self._free(control.purpose if self.is_plan else control.follow_up)

    def _free(self, text, *, is_cell=False):
        """A text in a cell; alone in it and on one line, it is the cell's own."""
        alone = (self.is_plan or is_cell) and "\n" not in text and not text.startswith("-")
        if alone and text.strip():
            self.say("TD", text)
        else:
            self.text(text)

    def _result(self, result):
        value = "" if result.value is None else decimal(result.value)
        measured = " ".join(filter(None, (value, result.unit)))
        parts = [
            " ".join(filter(None, (result.organisational_unit, measured))),
            WORDS.get(result.judgement, ""),
            result.no_result_reason,
        ]
        said = result.value is not None or result.judgement or result.no_result_reason
        parts.append("" if said else "Redovisas ej")
        label = f"Resultat {result.period}:" if result.period else "Resultat:"
        self.text(", ".join(filter(None, parts)), label)

    def _measure(self, measure):
        assert isinstance(measure, Measure)
        if self.is_plan:
            self.say("P", measure.title)
            self._labelled(
                ("Ansvarig:", measure.responsible),
                ("Klart senast:", measure.due),
                ("Källa:", measure.source),
                ("Kunskapsunderlag:", measure.evidence),
            )
            self._free(measure.what_to_do)
            return
        self.say("P", WORDS[measure.status])
        self.say("P", measure.title)
        self._labelled(("Orsak:", measure.status_reason))
        other = self.register.get(measure.status_reference)
        if measure.status_reference and other:
            self._labelled(("Se kommentaren till:", title_of(other)))
        self.text(measure.follow_up)

    # ------------------------------------------------------------ indicators

    def _indicators(self, level):
        nodes = self.children(self.plan, Kind.INDICATOR)
        for area, members in groupby(nodes, lambda node: node.area):
            group = list(members)
            if area:
                self.heading(level, area)
            if any(self._has_more(node) for node in group):
                for node in group:
                    self._indicator(node, level + bool(area))
            else:
                for node in group:
                    self.lines.append(("Lbl", "•"))
                    self.say("LBody", node.title)
            self.notes_here()

    def _has_more(self, node):
        said = node.code or node.comment or node.direction
        return said or self.register.count(node.id)

    def _indicator(self, node, level):
        assert isinstance(node, Indicator)
        self.heading(level, node.title)
        self._labelled(("Kod:", node.code), ("Önskad riktning:", WORDS.get(node.direction, "")))
        rows = [self._row(one) for one in self.children(node, Kind.OBSERVATION)]
        self._chart(node)
        if rows:
            heads = ["Period", "Enhet", WORDS[node.unit], "Mål", "Antal svar (n)", "Kommentar"]
            kept = [i for i in range(6) if i in {0, 2, 3} or any(row[i] for row in rows)]
            self.lines += [("TH", heads[i]) for i in kept]
            for row in rows:
                for i in kept:
                    tag = "TH" if i == 0 else "TD"
                    if len(row[i]) == 1 and not row[i][0].startswith("-"):
                        self.say(tag, row[i][0])
                    else:
                        for text in row[i]:
                            self.text(text)
        self.text(node.comment)

    def _chart(self, node):
        """What is said of the chart that indicators with several outcomes have."""
        points, outcomes = [], 0
        for one in self.children(node, Kind.OBSERVATION):
            assert isinstance(one, Observation)
            outcome = "redovisas ej" if one.outcome is None else decimal(one.outcome)
            outcomes += one.outcome is not None
            name = " ".join(filter(None, (one.period, one.organisational_unit)))
            target = "" if one.target is None else f", mål {decimal(one.target)}"
            points.append(f"{name}: {outcome}{target}")
        if outcomes > 1 and len(points) <= 14:
            self.lines.append(("Figure", f"Stapeldiagram. {node.title}. {'; '.join(points)}."))

    def _row(self, one):
        assert isinstance(one, Observation)
        outcome = "" if one.note else "Redovisas ej"
        outcome = outcome if one.outcome is None else decimal(one.outcome)
        cells = [
            one.period,
            one.organisational_unit,
            outcome,
            "" if one.target is None else decimal(one.target),
            "" if one.n is None else decimal(one.n),
        ]
        remarks = [text for text in (one.note, one.no_result_reason) if text]
        return [*([text] if text else [] for text in cells), remarks]
