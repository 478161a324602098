"""Three ways of doing the same in the window: with the mouse, with the keyboard alone, over the accessibility bus alone.

Each has the same verbs, so that a story says what is done and not how. All read the window over the bus.
"""

from gi.repository import Atspi

from desktop import NotSeen, containing, wait_for

STEPS = 60  # more keys than any control or message is away


class Hands:
    def __init__(self, desktop):
        self.desktop = desktop

    def row(self, name):
        """The row of the conversation list that begins with this name."""
        def look():
            rows = self.desktop.find("list", "Conversations").children()
            return next((row for row in rows if row.name.startswith(name)), None)
        return wait_for(f"a conversation with {name}", look)

    def thread(self, *words):
        """The row of the thread list that says all of these words."""
        def look():
            rows = self.desktop.find("list", "E-mails").children()
            return next((row for row in rows if all(word in row.name for word in words)), None)
        return wait_for(f"a thread with {words}", look)

    @staticmethod
    def is_chosen(row):
        return row.has(Atspi.StateType.SELECTED)

    def choose_layout(self, _, key):
        self.desktop.key(key)

    def message(self, *words):
        timeline = self.desktop.find("list", containing("Messages"))
        return next(item for item in timeline.children() if all(word in item.name for word in words))

    def text_is(self, text):
        wait_for("what was typed", lambda: self.desktop.find("text", "Message text").text.strip() == text)


class Mouse(Hands):
    """As most people do it: points and clicks, and types what is text."""

    def fill(self, role, name, text):
        self.desktop.find(role, name).type(text)

    def press(self, role, name, patience=None):
        self.desktop.find(role, name, patience).click()

    def leave_field(self, role, name):
        self.desktop.find(role, name).click()

    def open_conversation(self, name):
        self.row(name).click()

    def open_thread(self, *words):
        self.thread(*words).click()

    def details(self):
        self.desktop.find("push button", "Details").click()

    def write(self, text):
        self.desktop.find("text", "Message text").click()
        self.desktop.keys(text)
        self.text_is(text)
        self.desktop.find("push button", "Send").click()

    def reply(self, *words, chat=False):
        self.message(*words).click(button=3)
        self.desktop.key(*["Down"] * (2 if chat else 1), "Return")  # Reply, Reply as chat; Qt 6.4 hides menus from the bus

    def write_mail_to(self, name):
        self.row(name).click(button=3)
        self.desktop.key("Down", "Down", "Return")  # Chat, Send e-mail, Details


class Keys(Hands):
    """Without a mouse: Tab, F6, arrows and shortcuts."""

    def focused(self, role, name):
        return any(element.has(Atspi.StateType.FOCUSED) for element in self.desktop.all(role, name))

    def reach(self, role, name, key="Tab"):
        """Presses Tab, or another key that moves on, until the control has the keyboard."""
        for _ in range(STEPS):
            if self.focused(role, name):
                return
            before = self.desktop.focus()
            self.desktop.key(key)
            try:
                wait_for("another focus", lambda before=before: self.desktop.focus() != before, patience=2)
            except NotSeen:
                pass  # the key may have scrolled, or be lost on the way; the next one tells
        raise NotSeen(f"{key} does not lead to {role} “{getattr(name, 'label', name)}”")

    def fill(self, role, name, text):
        self.desktop.find(role, name)
        self.reach(role, name)
        self.desktop.key("ctrl+a")
        self.desktop.keys(text)

    def press(self, role, name, patience=None):
        self.desktop.find(role, name, patience)
        if role == "radio button":  # Tab leads to a group, arrows go through it
            self.reach("radio button", lambda _: True)
            self.reach(role, name, key="Down")
        else:
            self.reach(role, name)
        self.desktop.key("space")

    def leave_field(self, role, name):
        self.reach(role, name)

    def open_conversation(self, name):
        self.desktop.key("ctrl+k")
        self.desktop.keys(name)
        self.row(name)
        self.desktop.key("Return")

    def open_thread(self, *words):
        self.thread(*words)
        self.reach("list", "E-mails", key="F6")
        self.desktop.key("End")
        self.reach("list item", containing(*words), key="Up")

    def details(self):
        self.desktop.key("ctrl+i")

    def write(self, text):
        self.reach("text", "Message text", key="F6")
        self.desktop.keys(text)
        self.text_is(text)
        self.desktop.key("ctrl+Return")

    def reply(self, *words, chat=False):
        self.reach("list", containing("Messages"), key="F6")
        self.desktop.key("End")
        self.reach("list item", containing(*words), key="Up")
        self.desktop.key("ctrl+alt+c" if chat else "ctrl+r")

    def write_mail_to(self, name):
        self.open_conversation(name)
        self.desktop.key("ctrl+shift+m")


class Bus(Hands):
    """As assistive technology does it: actions and texts of the accessible objects, no key and no pointer."""

    def fill(self, role, name, text):
        field = self.desktop.find(role, name)
        Atspi.EditableText.set_text_contents(field.node.get_editable_text_iface(), text)

    def press(self, role, name, patience=None):
        self.act(self.desktop.find(role, name, patience))

    def act(self, element, *actions):
        offered = element.actions()
        for action in actions or ("Press", "Toggle"):
            if action in offered:
                element.do(action)
                return
        raise NotSeen(f"{element} offers {offered}")

    def leave_field(self, role, name):
        self.desktop.find(role, name).focus()

    def open_conversation(self, name):
        row = self.row(name)
        if not row.has(Atspi.StateType.SELECTED):
            self.act(row)

    def open_thread(self, *words):
        self.act(self.thread(*words))

    def choose_layout(self, name, _):
        self.command("Layout", name)

    def details(self):
        self.press("push button", "Details")

    def write(self, text):
        self.fill("text", "Message text", text)
        self.text_is(text)
        self.press("push button", "Send")

    def reply(self, *words, chat=False):
        self.act(self.message(*words), "Reply as chat" if chat else "Reply")

    def write_mail_to(self, name):
        self.open_conversation(name)
        self.command("Conversation", "Send e-mail")

    def command(self, menu, name):
        """An entry of the menu bar: what context menus offer is there too."""
        bar = self.desktop.find("menu bar", lambda _: True)
        entry = next(e for e in bar.walk() if e.role == "menu item" and e.name == name and self.parent_menu(e) == menu)
        self.act(entry)

    @staticmethod
    def parent_menu(entry):
        node = entry.node.get_parent()
        while node and node.get_role_name() != "menu bar":
            if node.get_name():
                return node.get_name()
            node = node.get_parent()
        return ""


WAYS = {"mouse": Mouse, "keys": Keys, "bus": Bus}
