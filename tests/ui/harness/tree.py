# SPDX-License-Identifier: GPL-3.0-or-later
"""What assistive technology is told of a window: things, roles, names, texts.

Every look goes to the program afresh. A thing may vanish between two questions,
and that counts as not being there."""

import re

from harness.bus import ACCESSIBLE, ACTION, APPLICATION, COMPONENT, EDITABLE, IN_WINDOW, PROPERTIES, TEXT
from harness.bus import DESKTOP, Bus, GLib, Thing
from harness.language import plain

# Our words for what a person would call it, and the numbers of AT-SPI's roles
# behind them. The numbers are for ever; GTK has renamed and exchanged some
# roles between Debian 12 and 13, so that most words stand for several.
ROLES = {
    'window': (23, 69),             # frame, window
    'dialog': (16, 2, 19),          # dialog, alert, file chooser
    'button': (43, 62, 129),        # button, toggle button, button with menu
    'entry': (79, 61, 40),          # entry, text, password
    'spin': (52,),
    'label': (29, 116, 83, 81),     # label, static, heading, caption
    'list': (31, 98, 55, 66),       # list, list box, table, tree table
    'row': (32, 90, 91),            # list item, table row, tree item
    'cell': (56,),
    'menu': (33, 41),               # menu, pop-up menu
    'menu item': (35, 8, 45),       # also with a check, with a radio mark
    'check': (7, 62, 130),          # check box, toggle button, switch
    'radio': (44, 7),               # a check box before GTK 4.12
    'combo': (11,),
    'tab': (37,),
    'progress': (42,),
    'image': (27, 26),
    'link': (88,),
    'group': (39, 99, 20),          # panel, grouping, filler
}
WRITABLE = ROLES['entry'] + ROLES['spin']
LABELLED = WRITABLE + ROLES['button'] + ROLES['menu item'] + ROLES['check'] + ROLES['combo']
LABELLED_BY = 2
STATUS = 54
# More room than this beside what stands in a thing is not its padding.
MAX_PADDING = 60

CHECKED, FOCUSED, MODAL, PRESSED, SELECTED, SENSITIVE, SHOWING = 4, 12, 16, 20, 23, 24, 25

_bus = Bus()


def unsaid_twice(name):
    """The name without mnemonics. GTK 4.8 says the name of a button with a
    mnemonic twice ("_Add Add"): a person hears it once, so it is once here."""
    half = len(name) // 2
    for middle in range(max(half - 3, 0), min(half + 4, len(name))):
        first, second = name[:middle], name[middle + 1:]
        if name[middle] == ' ' and first != second and first.replace('_', '', 1) == second:
            return second
    return name


def _ask_roles(things):
    """Asks for the roles of all the things and keeps them there."""
    for thing, role in zip(things, _bus.ask_all([(thing, ACCESSIBLE, 'GetRole', None) for thing in things])):
        thing.role = role[0] if role else 0


def _ask_names(things):
    """Asks for the names of all the things, whose roles are known, and keeps them there."""
    name = GLib.Variant('(ss)', (ACCESSIBLE, 'Name'))
    for thing, told in zip(things, _bus.ask_all([(thing, PROPERTIES, 'Get', name) for thing in things])):
        thing.name = unsaid_twice(told[0]) if told else ''
    _names_by_labels([thing for thing in things if not thing.name and thing.role in LABELLED])
    _names_by_texts([thing for thing in things if not thing.name and thing.role == STATUS])


def _names_by_texts(things):
    """A label that tells of a status has no name in newer GTK, but a text."""
    whole = GLib.Variant('(ii)', (0, -1))
    for thing, text in zip(things, _bus.ask_all([(thing, TEXT, 'GetText', whole) for thing in things])):
        thing.name = text[0] if text else ''


def _names_by_labels(things):
    """A thing without a name of its own has that of its label, if it has one."""
    labels = []
    for thing, answer in zip(things, _bus.ask_all([(thing, ACCESSIBLE, 'GetRelationSet', None)
                                                   for thing in things])):
        targets = [target for kind, targets in (answer[0] if answer else [])
                   if kind == LABELLED_BY for target in targets]
        labels += [(thing, Thing(*target)) for target in targets[:1]]
    name = GLib.Variant('(ss)', (ACCESSIBLE, 'Name'))
    whole = GLib.Variant('(ii)', (0, -1))
    answers = _bus.ask_all([(label, PROPERTIES, 'Get', name) for _, label in labels]
                           + [(label, TEXT, 'GetText', whole) for _, label in labels])
    for number, (thing, _) in enumerate(labels):
        # The label of a menu item has no name itself in newer GTK, but a text.
        told, text = answers[number], answers[number + len(labels)]
        thing.name = (told and unsaid_twice(told[0])) or (text and text[0]) or ''


def _children(things):
    """All children of all things, in one list; each knows what it is in."""
    answers = _bus.ask_all([(thing, ACCESSIBLE, 'GetChildren', None) for thing in things])
    found = []
    for thing, answer in zip(things, answers):
        thing.below = [Thing(owner, path, thing) for owner, path in (answer[0] if answer else [])]
        found += thing.below
    return found


def _only_shown(things):
    """Those on a page that is shown (they may have been scrolled out of sight).

    Newer GTK says so itself. GTK 4.8 tells of hidden pages too and calls them
    visible, but it says of a point that a thing contains it only while the
    thing is shown."""
    window = GLib.Variant('(u)', (IN_WINDOW,))
    for thing, answer in zip(things, _bus.ask_all([(thing, COMPONENT, 'GetExtents', window)
                                                   for thing in things])):
        thing.area = answer[0] if answer else None
    # The page of a stack takes no room itself, its child does.
    shown = {thing for thing in things if thing.area is None}
    placed = [thing for thing in things if thing.area and thing.area[2] > 0 and thing.area[3] > 0]
    questions = []
    for thing in placed:
        x, y, width, height = thing.area
        questions.append((thing, COMPONENT, 'Contains',
                          GLib.Variant('(iiu)', (x + width // 2, y + height // 2, IN_WINDOW))))
    answers = _bus.ask_all(questions)
    shown.update(thing for thing, contains in zip(placed, answers) if contains and contains[0])
    others = [thing for thing in placed if thing not in shown]
    answers = _bus.ask_all([(thing, ACCESSIBLE, 'GetState', None) for thing in others])
    shown.update(thing for thing, state in zip(others, answers) if state and state[0][0] >> SHOWING & 1)
    return [thing for thing in things if thing in shown]


def look(root, roles=None):
    """Everything shown in and below root, or what of it has one of the roles, in the order a reader would meet it."""
    things = _walk(root)
    _ask_roles(things)
    if roles is not None:
        things = [thing for thing in things if thing.role in roles]
    _ask_names(things)
    return things


def _walk(root):
    """Everything shown in and below root, without its name and role."""
    level = [root]
    while level:
        above = level
        level = _only_shown(_children(above))
        kept = set(level)
        for around in above:
            around.below = [thing for thing in around.below if thing in kept]
    return list(_in_order(root))


def _in_order(thing):
    yield thing
    for child in thing.below:
        yield from _in_order(child)


def application_of(process):
    """The program of a process number, once it shows a window; else None."""
    desktop = Thing(DESKTOP.owner, DESKTOP.path)
    for application in _children([desktop]):
        if _bus.process_of(application) == process and _children([application]):
            return Thing(application.owner, application.path)
    return None


def windows_of(root):
    """The windows of a program, dialogs among them, that are shown."""
    return _only_shown(_children([Thing(root.owner, root.path)]))


def window_of(thing, root):
    """The window that a thing is in."""
    while thing.around is not None and thing.around != root:
        thing = thing.around
    return thing


def is_covered(thing, root):
    """Whether a dialog lies over the window that a thing is in, which therefore takes no clicks."""
    windows = windows_of(root)
    window = window_of(thing, root)
    above = windows[windows.index(window) + 1:] if window in windows else []
    return any(has_state(other, MODAL) for other in above)


def count_below(thing, levels):
    """How many things there are so many levels below, shown or scrolled out of sight."""
    level = [Thing(thing.owner, thing.path)]
    for _ in range(levels):
        level = _children(level)
    return len(level)


def states(thing):
    """The set of its state numbers."""
    words = _bus.ask(thing, ACCESSIBLE, 'GetState') or [0, 0]
    bits = words[0] | words[1] << 32
    return {number for number in range(64) if bits >> number & 1}


def has_state(thing, number):
    return number in states(thing)


def focused(root):
    things = _walk(root)
    answers = _bus.ask_all([(thing, ACCESSIBLE, 'GetState', None) for thing in things])
    for thing, answer in zip(things, answers):
        if answer and answer[0][0] >> FOCUSED & 1:
            _ask_roles([thing])
            _ask_names([thing])
            return thing
    return None


def name_of(thing):
    _ask_roles([thing])
    _ask_names([thing])
    return thing.name


def text_of(thing):
    """What stands in an entry, else the name."""
    if thing.role in WRITABLE:
        count = _bus.property(thing, TEXT, 'CharacterCount')
        if count is not None:
            return _bus.ask(thing, TEXT, 'GetText', GLib.Variant('(ii)', (0, count))) or ''
    return name_of(thing)


def texts_of(root):
    """All that can be read, in reading order."""
    things = [thing for thing in look(root) if not is_unnamed(thing)]
    return [text_of(thing) if thing.role in WRITABLE else thing.name for thing in things]


def write(thing, text):
    """Replaces what stands in an entry."""
    return bool(_bus.ask(thing, EDITABLE, 'SetTextContents', GLib.Variant('(s)', (text,))))


def press(thing):
    return bool(_bus.ask(thing, ACTION, 'DoAction', GLib.Variant('(i)', (0,))))


def area_of(thing):
    """Its rectangle within its window now (x, y, width, height), or None."""
    answer = _bus.ask_all([(thing, COMPONENT, 'GetExtents', GLib.Variant('(u)', (IN_WINDOW,)))])[0]
    return answer[0] if answer else None


def gtk_version(root):
    """That of the GTK the program runs with, as in (4, 8)."""
    version = _bus.property(root, APPLICATION, 'Version') or ''
    return tuple(map(int, re.findall(r'\d+', version)[:2]))


def is_padding_unsaid(root):
    """Whether the program's GTK leaves out padding: GTK 4.10 and newer add up the
    places of all that a thing is in, each within the padding of the next, and
    forget the paddings."""
    return gtk_version(root) >= (4, 10)


def _padding_along(area, inner, axis):
    """Half of what is left free in an area beside the places in it, along 0, from left to right, or 1, down."""
    before = min(place[axis] for place in inner) - area[axis]
    behind = area[axis] + area[axis + 2] - max(place[axis] + place[axis + 2] for place in inner)
    return (behind - before) // 2 if 0 < behind - before <= MAX_PADDING else 0


def unsaid_padding(thing, outermost):
    """About how much too far to the left, and too high, a thing is said to be in what it is in:
    half of what is left there beside the things in it, and in a row below them."""
    arounds = []
    while thing != outermost and thing.around is not None:
        thing = thing.around
        arounds.append(thing)
    things = [inner for around in arounds for inner in [around, *around.below]]
    window = GLib.Variant('(u)', (IN_WINDOW,))
    answers = iter(_bus.ask_all([(inner, COMPONENT, 'GetExtents', window) for inner in things]))
    left = top = 0
    for around in arounds:
        area = next(answers)
        inner = [answer[0] for answer in (next(answers) for _ in around.below) if answer and answer[0][2] > 0]
        # What stands in lines, as chips do, ends where the last of a line does not fit any more: that is no padding.
        if area is None or not inner or min(len({place[0] for place in inner}), len({place[1] for place in inner})) > 1:
            continue
        left += _padding_along(area[0], inner, 0)
        # What is free below the things on a page is mostly no padding, but in a row it is.
        if around.role in ROLES['row']:
            top += _padding_along(area[0], inner, 1)
    return left, top


def is_unnamed(thing):
    """GTK 4.8 gives the class name for what has no name."""
    return re.fullmatch(r'(Gtk|Adw|Kli)[A-Z]\w+|', thing.name) is not None


def search(root, role=None, name=None, contains=None):
    """Everything shown below root that fits, in reading order."""
    roles = ROLES[role] if role is not None else None
    found = [thing for thing in look(root, roles) if _fits(thing, name, contains)]
    if role == 'dialog':
        # A toast has the role of an alert too; a dialog is a window of the program.
        found = [thing for thing in found if thing.around is not None and thing.around.around is None]
    return found


def _fits(thing, name, contains):
    told = plain(thing.name)
    return ((name is None or told == plain(name))
            and (contains is None or plain(contains) in told))


def describe(root):
    """The shown tree as text, for the report of a failed test."""
    words = {number: word for word in reversed(ROLES) for number in ROLES[word]}
    lines = []
    for thing in look(root):
        value = ' = %r' % text_of(thing) if thing.role in WRITABLE else ''
        lines.append('%s%s %r%s' % ('  ' * (thing.depth - root.depth),
                                    words.get(thing.role, 'role %d' % thing.role), thing.name, value))
    return '\n'.join(lines)
