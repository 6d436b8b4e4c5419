"""An indicator's outcomes as a chart of Word's own: bars, and a mark where the target lies.

Source: ECMA-376-1 §21.2, dml-chart.xsd, whose order of elements Word insists on.
"""

from collections.abc import Sequence

from qpdesk.report.charts import HEIGHT, TARGET, Chart
from qpdesk.report.looks import ACCENT, INK, PAPER, QUIET, RULE
from qpdesk.report.word.drawings import DRAWING, Frame
from qpdesk.report.word.markup import DECLARATION, content, hex_of

_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_TALLER = 1.35  # than on paper of ours: Word needs room for its legend
_TALL = 0.12  # of the height; a number needs a bar that high to stand inside
_AXES = '<c:axId val="1"/><c:axId val="2"/>'


def drawing(relation: str, number: int, width: float, alternative: str) -> str:
    """The run that shows a chart.

    Args:
        relation: The id of the chart's part.
        number: Which of the document's drawings it is, from 1.
        width: In points.
        alternative: What it shows, in words.
    """
    shown = f'<c:chart xmlns:c="{_CHART}" r:id="{relation}"/>'
    frame = Frame(f"Diagram {number}", number, width, HEIGHT * _TALLER, alternative)
    return frame.around(shown, _CHART)


def part(chart: Chart, outcome: str, language: str) -> str:
    """The chart's part; ``outcome`` is the word for the bars, ``language`` that of its texts."""
    labels = [
        bar.label if bar.outcome is not None else f"{bar.label} ({chart.gap})" for bar in chart.bars
    ]
    outcomes = _series(0, outcome, labels, [bar.outcome for bar in chart.bars], _bars(chart))
    targets = [bar.target for bar in chart.bars]
    aims = _series(1, chart.target, labels, targets, _MARKS)
    line = (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{aims}'
        '<c:smooth val="0"/></c:ser>'
        f'<c:marker val="1"/>{_AXES}</c:lineChart>'
    )
    return (
        f'{DECLARATION}<c:chartSpace xmlns:c="{_CHART}" xmlns:a="{DRAWING}">'
        f'<c:date1904 val="0"/><c:lang val="{language}"/><c:roundedCorners val="0"/><c:chart>'
        '<c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>'
        '<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        f'{outcomes}</c:ser><c:gapWidth val="110"/>{_AXES}</c:barChart>'
        f"{line if any(target is not None for target in targets) else ''}{_axes(chart)}"
        '</c:plotArea><c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>'
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f'{_fill()}<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="850"/></a:pPr>'
        f'<a:endParaRPr lang="{language}"/></a:p></c:txPr></c:chartSpace>'
    )


def _fill(colour: str = "") -> str:
    """A surface without an edge; "" for a clear one."""
    inside = f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>' if colour else "<a:noFill/>"
    return f"<c:spPr>{inside}<a:ln><a:noFill/></a:ln></c:spPr>"


def _label(place: str, colour: str) -> str:
    """How numbers stand beside their points."""
    return (
        '<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="850"><a:solidFill>'
        f'<a:srgbClr val="{colour}"/></a:solidFill></a:defRPr></a:pPr></a:p></c:txPr>'
        f'<c:dLblPos val="{place}"/><c:showLegendKey val="0"/><c:showVal val="1"/>'
        '<c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/>'
        '<c:showBubbleSize val="0"/>'
    )


def _bars(chart: Chart) -> str:
    """How the bars look: the number at a bar's foot, but above a bar that is too low for it."""
    above, inside = _label("outEnd", hex_of(INK)), _label("inBase", hex_of(PAPER))
    scale = chart.scale
    low = "".join(
        f'<c:dLbl><c:idx val="{index}"/>{above}</c:dLbl>'
        for index, bar in enumerate(chart.bars)
        if bar.outcome is not None and abs(scale.part(bar.outcome) - scale.part(0)) < _TALL
    )
    return f'{_fill(hex_of(ACCENT))}<c:invertIfNegative val="0"/><c:dLbls>{low}{inside}</c:dLbls>'


_MARKS = (
    "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>"
    '<c:marker><c:symbol val="dash"/><c:size val="14"/>'
    f"{_fill(hex_of(TARGET))}</c:marker><c:dLbls>{_label('r', hex_of(TARGET))}</c:dLbls>"
)


def _series(
    number: int, name: str, labels: Sequence[str], values: Sequence[float | None], look: str
) -> str:
    """A series without its end, as a line has more to say."""
    names = "".join(
        f'<c:pt idx="{index}"><c:v>{content(label)}</c:v></c:pt>'
        for index, label in enumerate(labels)
    )
    points = "".join(
        f'<c:pt idx="{index}"><c:v>{value!r}</c:v></c:pt>'
        for index, value in enumerate(values)
        if value is not None
    )
    count = f'<c:ptCount val="{len(labels)}"/>'
    return (
        f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/>'
        f"<c:tx><c:v>{content(name)}</c:v></c:tx>{look}"
        f"<c:cat><c:strLit>{count}{names}</c:strLit></c:cat>"
        f"<c:val><c:numLit><c:formatCode>General</c:formatCode>{count}{points}</c:numLit></c:val>"
    )


def _axes(chart: Chart) -> str:
    quiet = f'<a:solidFill><a:srgbClr val="{hex_of(QUIET)}"/></a:solidFill>'
    rule = f'<a:ln w="6350"><a:solidFill><a:srgbClr val="{hex_of(RULE)}"/></a:solidFill></a:ln>'
    scale = chart.scale
    return (
        '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling>'
        '<c:delete val="0"/><c:axPos val="b"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f'<c:spPr><a:ln w="6350">{quiet}</a:ln></c:spPr><c:crossAx val="2"/></c:catAx>'
        '<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{scale.high!r}"/><c:min val="{scale.low!r}"/></c:scaling>'
        '<c:delete val="0"/><c:axPos val="l"/>'
        f"<c:majorGridlines><c:spPr>{rule}</c:spPr></c:majorGridlines>"
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>"
        f'<c:crossAx val="1"/><c:majorUnit val="{scale.step!r}"/></c:valAx>'
    )
