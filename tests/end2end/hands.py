"""The same deeds done in two ways: by keys alone, and by pointing at what is seen."""


class Keys:
    """No mouse at all."""

    def __init__(self, person):
        self.person = person

    def open_example(self):
        self.person.press("space")  # the first button of the start page has the focus

    def choose_area(self, name, first_below):
        del name
        self._find(first_below)
        self.person.press("ctrl+f", "Escape", "Up")

    def add(self, kind):
        """The kinds that may stand below are offered in a menu, in the order of the tree."""
        downs = {"risk": 0, "control": 0, "measure": 1}[kind]
        self.person.press("ctrl+shift+Return", *["Down"] * downs, "Return")

    def add_beside(self, kind):
        del kind
        self.person.press("ctrl+Return")

    def rename(self, title, new):
        del title
        self.person.press("F2", "ctrl+a")
        self.person.type(new)
        self.person.press("Return")

    def say_what_to_do(self, title, text):
        del title
        self.person.press("Tab", "Tab")
        self.person.type(text)
        self.person.press("ctrl+f", "Escape")

    def next_status(self, title):
        del title
        self.person.press("space")

    def move_up(self):
        self.person.press("alt+shift+Up")

    def move_out(self):
        self.person.press("alt+shift+Left")

    def find(self, title):
        self._find(title)

    def complete(self):
        self.person.press("ctrl+3")

    def see_all_again(self):
        self.person.press("ctrl+f", "Escape")

    def begin_follow_up(self):
        self.person.press("F8")

    def write(self, text):
        self.person.type(text)

    def save_and_next(self):
        self.person.press("ctrl+Return")

    def skip(self):
        self.person.press("ctrl+shift+Return")

    def back_to_plan(self):
        self.person.press("Escape")

    def undo(self):
        self.person.press("ctrl+z")

    def quit(self):
        self.person.press("ctrl+q")

    def print_plan(self):
        self.person.press("alt+a", "p")  # what is underlined in the menu Arkiv

    def _find(self, title):
        self.person.press("ctrl+f")
        self.person.type(title)
        self.person.press("Return", "End")


class Mouse:
    """Points at things by the names that a screen reader has for them; what a menu has then
    opened with is chosen by key."""

    def __init__(self, person, reader):
        self.person = person
        self._reader = reader
        self._known = {}

    def open_example(self):
        self._click("Öppna ett exempel")

    def choose_area(self, name, first_below):
        del first_below
        self._click(f"Processområde: {name}")

    def add(self, kind):
        self._click("Ny", "push button")
        downs = {"area": 1, "risk": 2, "control": 3, "measure": 4}[kind]
        self.person.press(*["Down"] * downs, "Return")

    def add_beside(self, kind):
        self.add(kind)

    def rename(self, title, new):
        self.person.click(self._reader.find(f"Åtgärd: {title}"), times=2)
        self.person.press("ctrl+a")
        self.person.type(new)
        self.person.press("Return")

    def say_what_to_do(self, title, text):
        self._click("Vad ska göras?", "text")
        self.write(text)
        self._click(f"Åtgärd: {title}")

    def next_status(self, title):
        """The badge: in the row of the item, in the column of statuses."""
        x, _ = self._reader.find("Status", "table column header")
        _, y = self._reader.find(f"Åtgärd: {title}")
        self.person.click((x, y))

    def move_up(self):
        self._click("Flytta upp", "push button")

    def move_out(self):
        self._click("Flytta ut", "push button")

    def find(self, title):
        self._click("Inte klara")
        self._click("Sök i planen", "text")
        self.person.type(title)
        self._reader.find("1 träff")  # until then the row may still stand elsewhere
        self._click(f"Åtgärd: {title}")

    def complete(self):
        self._click("Status", _ITEM)
        self.person.press("3")  # what stands underlined in the menu that has opened

    def see_all_again(self):
        self._click("Rensa")

    def begin_follow_up(self):
        self._click("Uppföljning", "check box")

    def write(self, text):
        """Look that it is there before pointing at something else: with a screen reader on, Qt
        asks it about each key first, and a click can come to a widget before keys typed earlier.
        """
        self.person.type(text)
        self._reader.wait_for(text)

    def save_and_next(self):
        self._click("Spara och nästa")

    def skip(self):
        self._click("Hoppa över")

    def back_to_plan(self):
        self._click("Till planen")

    def undo(self):
        self._click("Ångra", "push button")

    def quit(self):
        self._click("Arkiv", _ITEM)
        self.person.press("a")

    def print_plan(self):
        self._click("Arkiv", _ITEM)
        self.person.press("p")

    def _click(self, name, role=""):
        """Buttons and fields stay where they were seen; rows are looked for each time."""
        place = self._known.get((name, role)) or self._reader.find(name, role)
        if not name.startswith(("Processområde: ", "Åtgärd: ")):
            self._known[name, role] = place
        self.person.click(place)


_ITEM = "menu item"
