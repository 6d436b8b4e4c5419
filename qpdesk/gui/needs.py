"""What a deed needs before it can be done: an open file, a plan, chosen rows, the tree in front."""

from qpdesk.gui.menus import Actions

_SPELLING = ("spelling", "misspelling", "own_words")
_FILE = (
    *("publish", "save_copy", "backups", "conflicts", "new_plan"),
    *("undo", "redo", "cycle", "wastebasket", "view_plans", *_SPELLING),
)
_PLAN = (
    *("pdf_plan", "pdf_follow_up", "word_plan", "word_follow_up", "excel", "json"),
    *("select_all", "find", "sibling", "plan_fields", "cut", "copy", "paste"),
    *("lock", "next_hit", "previous_hit"),
    *("expand", "collapse", "rename", "delete", "child", "up", "down", "in", "out"),
    *("part0", "part1", "part2", "part3", "rules", "item_history", "plan_history"),
    *("view_plan", "view_follow_up", "view_indicators", "view_matrix", "view_overview"),
    *("view_reminders", "view_preview", "new_year"),
)
_ROWS = ("rename", "delete", "child", "up", "down", "in", "out", "cycle")
ANYWHERE = (
    *("undo", "redo", "publish", "backups", "conflicts"),
    *("cut", "copy", "paste", "lock", *_SPELLING),
)
"""What can be done without leaving a picture; everything else needs the tree in front."""


def nothing_open(deeds: Actions) -> None:
    """Grey out what needs a file."""
    deeds.enable((*_FILE, *_PLAN), can=False)
    deeds.new_menu.setEnabled(False)


def file_open(deeds: Actions, *, has_plan: bool, has_rows: bool) -> None:
    """Let be done what an open file, its plan in front, and the rows chosen there allow."""
    deeds.enable(_FILE, can=True)
    deeds.enable(_PLAN, can=has_plan)
    deeds.new_menu.setEnabled(has_plan)
    deeds.enable(_ROWS, can=has_rows)
