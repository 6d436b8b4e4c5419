"""The matrix, the overview and the follow-up queue of a plan with 10,000 risks.

The promise is 200 ms for what appears on the screen; the reference is one walk through the plan.
"""

from datetime import date

from measure import median_seconds, report
from qpdesk.domain.follow_up import queue
from qpdesk.domain.matrix import matrix
from qpdesk.domain.nodes import Area, Control, Document, Measure, Node, Plan, Risk
from qpdesk.domain.order import Place, keys_after
from qpdesk.domain.overview import overview
from qpdesk.domain.readiness import findings
from qpdesk.domain.register import Register
from qpdesk.domain.scale import STANDARD


def _year(year: int, risks: int) -> list[Node]:
    plan = Plan(place=Place(None, str(year - 2000)), title="Plan", year=year)
    area = Area(place=Place(plan.id, "1"), title="Område")
    nodes: list[Node] = [plan, area]
    for number, key in enumerate(keys_after("", risks)):
        likelihood, consequence = number % 4 + 1, (number + year) % 4 + 1
        risk = Risk(
            place=Place(area.id, key),
            title=f"Risk {number}",
            level=likelihood * consequence,
            likelihood=likelihood,
            consequence=consequence,
        )
        nodes.append(risk)
        if number % 2:
            nodes.append(Control(place=Place(risk.id, "1"), title="Kontroll"))
            nodes.append(Measure(place=Place(risk.id, "2"), title="Åtgärd", follow_up="Gjort"))
    return nodes


def large_years(risks: int) -> list[Node]:
    """Two years' plans with so many risks each, which have moved in the matrix between them."""
    return _year(2021, risks) + _year(2022, risks)


def main() -> None:
    """Measure each picture once with 10,000 risks (20,000 items), and last year's plan beside."""
    register = Register(large_years(10_000))
    plan = register.children()[1].id
    walk = median_seconds(lambda: list(register.walk(plan)), 5)
    pictures = {
        "matrix with arrows": lambda: matrix(register, [plan], STANDARD),
        "overview": lambda: overview(register, [plan], threshold=9, today=date(2022, 10, 1)),
        "follow-up queue": lambda: queue(register, plan),
        "readiness of the follow-up": lambda: findings(register, plan, Document.FOLLOW_UP),
    }
    for name, picture in pictures.items():
        report(f"overview: {name}, 10,000 risks", median_seconds(picture, 5), walk)


if __name__ == "__main__":
    main()
