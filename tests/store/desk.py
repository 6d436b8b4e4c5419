"""One person's computer, for the tests of the store."""

from dataclasses import dataclass, field
from pathlib import Path

from qpdesk.domain import edits
from qpdesk.domain.changes import Edit
from qpdesk.domain.nodes import Kind, Node, kind_of
from qpdesk.domain.register import Register
from qpdesk.store.department_file import DepartmentFile
from qpdesk.store.errors import ChangedElsewhere
from qpdesk.store.opening import open_file


@dataclass
class Desk:
    """One person's computer: a file that is open on it, and the register that the person sees."""

    home: Path
    path: Path
    name: str = "Anna Ek"
    file: DepartmentFile = field(init=False)
    register: Register = field(init=False)

    def open(self):
        self.file = open_file(
            self.path, self.home / "working", self.home / "backups", author=self.name
        )
        self.register = self.file.load()
        return self

    def do(self, edit: Edit, *, undo=False) -> Edit:
        self.register.rehearse(edit)
        self.file.write(edit, undo=undo)
        for change in edit.changes:
            self.register.apply(change)
        return edit

    def add(self, kind: Kind, parent: Node | None, title: str, **values) -> Node:
        parent_id = None if parent is None else parent.id
        return edits.added(
            self.do(edits.add(self.register, kind, parent_id, title=title, **values))
        )

    def join(self):
        """Join what others have published, and see it; what they had done is returned."""
        events = self.file.take_in()
        self.see()
        return events

    def see(self):
        for change in self.file.unseen():
            self.register.apply(change)

    def publish(self):
        """As a document does it."""
        try:
            self.file.publish()
        except ChangedElsewhere:
            self.join()
            self.file.publish()

    def close(self):
        self.file.close()


def contents(register) -> dict:
    return {node.id: node for node in register.nodes()}


def the(register, kind):
    return next(node for node in register.walk() if kind_of(node) is kind)
