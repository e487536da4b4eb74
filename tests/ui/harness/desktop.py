# SPDX-License-Identifier: GPL-3.0-or-later
"""The hands: keyboard, mouse and camera of the private display."""

import os
import subprocess
import time

# GTK takes two presses so near to one another for a double click, within 0.4 seconds from when the program
# heard of the first: which the display does not tell.
DOUBLE_CLICK_DISTANCE = 5
DRAG_STEPS = 10
# A hand holds a button down for some time. GTK tells its gestures after a layout which buttons are down by then, and a
# gesture gives up that is told of none: a press that was over before the program had drawn it could do nothing.
PRESS_SECONDS = 0.05
LOOKS_MAX = 20
_last_click = (-100, -100)


def xdotool(*args):
    done = subprocess.run(['xdotool', *map(str, args)], capture_output=True, text=True,
                          timeout=30, check=False)
    return done.stdout.strip()


def set_text_scale(scale):
    """For programs that start from now on; GTK reads it from the display."""
    subprocess.run(['xprop', '-root', '-format', 'RESOURCE_MANAGER', '8s', '-set', 'RESOURCE_MANAGER',
                    'Xft.dpi:\t%d\n' % round(96 * scale)], timeout=30, check=True)


def windows_of(pid):
    """The shown windows of a process, as X numbers, those without a frame first, and lower ones before higher."""
    for _ in range(LOOKS_MAX):
        done = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(pid)], capture_output=True, text=True,
                              timeout=30, check=False)
        # A window that goes away while the display looks through all of them ends the look.
        if 'BadWindow' not in done.stderr:
            break
    return done.stdout.split()


def managed_windows():
    """Those that have a frame, whoever they belong to, as X numbers, the oldest first: no popovers, no tooltips."""
    told = subprocess.run(['xprop', '-root', '_NET_CLIENT_LIST'], capture_output=True, text=True, timeout=30,
                          check=False).stdout
    return [str(int(number, 16)) for number in told.partition('#')[2].replace(',', ' ').split()]


def title_of(window):
    return xdotool('getwindowname', window)


def geometry_of(window):
    """Its place on the display: x, y, width, height."""
    pairs = (line.split('=') for line in xdotool('getwindowgeometry', '--shell', window).split()
             if '=' in line)
    values = {key: int(value) for key, value in pairs}
    return values['X'], values['Y'], values['WIDTH'], values['HEIGHT']


def shadow_of(window):
    """How much of the window's surface is only shadow: left, right, top, bottom."""
    answer = subprocess.run(['xprop', '-id', window, '_GTK_FRAME_EXTENTS'],
                            capture_output=True, text=True, timeout=30, check=False).stdout
    numbers = answer.partition('=')[2].replace(',', ' ').split()
    return tuple(map(int, numbers)) if len(numbers) == 4 else (0, 0, 0, 0)


def is_within(x, y, window):
    left, top, width, height = geometry_of(window)
    return left <= x < left + width and top <= y < top + height


def activate(window):
    xdotool('windowactivate', '--sync', window)


def resize(window, width, height):
    """Makes the visible part of the window so large."""
    left, right, top, bottom = shadow_of(window)
    xdotool('windowsize', '--sync', window, width + left + right, height + top + bottom)


def move(window, x, y):
    xdotool('windowmove', '--sync', window, x, y)


def is_painted(window):
    """Whether there is more to see in a window than one colour."""
    seen = subprocess.run(['import', '-silent', '-window', window, '-depth', '8', 'gray:-'], capture_output=True,
                          timeout=30, check=False).stdout
    return len(set(seen)) > 1


def colours_in(x, y, width, height):
    """The colours that are to be seen in a part of the display, as (red, green, blue) up to 255."""
    seen = subprocess.run(['import', '-silent', '-window', 'root', '-crop', '%dx%d+%d+%d' % (width, height, x, y),
                           '-depth', '8', 'rgb:-'], capture_output=True, timeout=60, check=True).stdout
    return set(zip(seen[::3], seen[1::3], seen[2::3]))


def click(x, y, button=1, times=1, holding=()):
    """Moves the pointer and presses there. The display keeps the order of both; to wait for the move (--sync)
    would take xdotool 15 seconds wherever the pointer is already there."""
    global _last_click
    _last_click = (x, y)
    chain = ['mousemove', x, y]
    for modifier in holding:
        chain += ['keydown', modifier]
    for _ in range(times):
        chain += ['mousedown', button, 'sleep', PRESS_SECONDS, 'mouseup', button]
    for modifier in holding:
        chain += ['keyup', modifier]
    xdotool(*chain)


def beside_last_click(x, y):
    """Where to click next at a place, so that two clicks that the test means as such are no double click."""
    last_x, last_y = _last_click
    if abs(x - last_x) > DOUBLE_CLICK_DISTANCE or abs(y - last_y) > DOUBLE_CLICK_DISTANCE:
        return x, y
    return last_x + (1 if last_x <= x else -1) * (DOUBLE_CLICK_DISTANCE + 1), y


def hold_and_move(start, end):
    """Presses at one place and moves to another in steps, as a hand does."""
    chain = ['mousemove', *start, 'mousedown', 1]
    for step in range(1, DRAG_STEPS + 1):
        chain += ['mousemove', *(a + (b - a) * step // DRAG_STEPS for a, b in zip(start, end)), 'sleep', 0.02]
    xdotool(*chain)


def let_go():
    xdotool('sleep', PRESS_SECONDS, 'mouseup', 1)


def drag(start, end):
    """Presses at one place, moves to another, and lets go there."""
    hold_and_move(start, end)
    let_go()


def tremble(x, y):
    """Moves to a place, as a hand that is about to let go there."""
    xdotool('mousemove', x + 1, y, 'sleep', 0.02, 'mousemove', x, y)


def park_pointer():
    """Out of the way, so that nothing is drawn as hovered."""
    xdotool('mousemove', 1599, 999)


def key(*chords):
    for chord in chords:
        xdotool('key', '--clearmodifiers', chord)


def type_text(text):
    xdotool('type', '--clearmodifiers', '--delay', 12, '--', text)


def screenshot(path, window=None):
    """Takes a picture of the window's visible part, or of the whole display."""
    os.makedirs(os.path.dirname(os.path.abspath(path)), exist_ok=True)
    command = ['import', '-window', 'root']
    if window is not None:
        x, y, width, height = geometry_of(window)
        left, right, top, bottom = shadow_of(window)
        command += ['-crop', '%dx%d+%d+%d' % (width - left - right, height - top - bottom,
                                              x + left, y + top), '+repage']
    # Nothing on the display says that a frame has been drawn; this is two.
    time.sleep(0.05)
    subprocess.run([*command, path], timeout=60, check=False)
