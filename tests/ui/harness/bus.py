# SPDX-License-Identifier: GPL-3.0-or-later
"""Speaks to the program over the bus of assistive technology (AT-SPI).

Questions are asked in heaps and answered while the next ones travel: a window
has some hundred widgets, and one question at a time would make every look at it
take half a second."""

import time

import gi
gi.require_version('Gio', '2.0')
from gi.repository import Gio, GLib  # noqa: E402

ANSWER_SECONDS = 20

ACCESSIBLE = 'org.a11y.atspi.Accessible'
APPLICATION = 'org.a11y.atspi.Application'
COMPONENT = 'org.a11y.atspi.Component'
ACTION = 'org.a11y.atspi.Action'
TEXT = 'org.a11y.atspi.Text'
EDITABLE = 'org.a11y.atspi.EditableText'
PROPERTIES = 'org.freedesktop.DBus.Properties'

# How AT-SPI counts coordinates: from the corner of the window.
IN_WINDOW = 1


def settle():
    """Lets through what has arrived."""
    context = GLib.MainContext.default()
    while context.pending():
        context.iteration(False)


def poll(function, timeout):
    """Calls function until it answers with something true; that, or None."""
    end = time.monotonic() + timeout
    while True:
        settle()
        answer = function()
        if answer:
            return answer
        if time.monotonic() > end:
            return None
        time.sleep(0.03)


class Bus:
    """The connection, made when first used."""

    def __init__(self):
        self._connection = None

    def _connect(self):
        if self._connection is None:
            session = Gio.bus_get_sync(Gio.BusType.SESSION, None)
            address = session.call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress',
                                        None, None, Gio.DBusCallFlags.NONE, ANSWER_SECONDS * 1000, None)
            flags = (Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
                     | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)
            self._connection = Gio.DBusConnection.new_for_address_sync(
                address.unpack()[0], flags, None, None)
        return self._connection

    def ask_all(self, questions):
        """Asks (thing, interface, method, parameters) each; the answers in the same
        order, unpacked, with None for what is gone or knows no answer."""
        connection = self._connect()
        answers = [None] * len(questions)
        open_questions = len(questions)

        def answered(source, result, number):
            nonlocal open_questions
            open_questions -= 1
            try:
                answers[number] = source.call_finish(result).unpack()
            except GLib.Error:
                pass

        for number, (thing, interface, method, parameters) in enumerate(questions):
            connection.call(thing.owner, thing.path, interface, method, parameters, None,
                            Gio.DBusCallFlags.NO_AUTO_START, ANSWER_SECONDS * 1000, None, answered, number)
        while open_questions:
            GLib.MainContext.default().iteration(True)
        return answers

    def ask(self, thing, interface, method, parameters=None):
        """The only value of one answer, or None."""
        answer = self.ask_all([(thing, interface, method, parameters)])[0]
        return answer[0] if answer else None

    def property(self, thing, interface, name):
        return self.ask(thing, PROPERTIES, 'Get', GLib.Variant('(ss)', (interface, name)))

    def process_of(self, thing):
        """The process that answers for a thing."""
        bus = Thing('org.freedesktop.DBus', '/org/freedesktop/DBus')
        return self.ask(bus, 'org.freedesktop.DBus', 'GetConnectionUnixProcessID',
                        GLib.Variant('(s)', (thing.owner,)))


class Thing:
    """What assistive technology calls an accessible: who answers for it, and its
    address there. The rest is as it was when the window was last looked at."""

    def __init__(self, owner, path, around=None):
        self.owner = owner
        self.path = path
        self.around = around
        self.depth = around.depth + 1 if around is not None else 0
        self.below = []
        self.area = None
        self.role = 0
        self.name = ''

    def __eq__(self, other):
        return isinstance(other, Thing) and (self.owner, self.path) == (other.owner, other.path)

    def __hash__(self):
        return hash((self.owner, self.path))

    def __repr__(self):
        return '<%s %r at %s>' % (self.role, self.name, self.area)


DESKTOP = Thing('org.a11y.atspi.Registry', '/org/a11y/atspi/accessible/root')
