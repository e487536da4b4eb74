# SPDX-License-Identifier: GPL-3.0-or-later
"""Steps that several tests take, and what they look at."""

import struct
import zlib


def listed(app, among):
    """Who stands in the list, in its order: of these whose name begins a row."""
    lists = app.find_all('list', app.tr('People and organizations'))
    rows = app.find_all('row', within=lists[0]) if lists else []
    return [name for row in rows for name in among if row.name.startswith(name)]


def expect_listed(app, among, names, what):
    """Waits until those of among who stand in the list are these, in any order."""
    app.wait_until(lambda: sorted(listed(app, among)) == sorted(names), '%s to list %s' % (what, names))


def deed(app, name, item):
    """Chooses from the menu of a line; the button that is pressed is within one of the same name."""
    app.press(app.find_last('button', app.tr('What can be done with “%s”', 'accessible') % name))
    app.press(app.find('menu item', app.tr(item, 'menu')))


def _chunk(kind, data):
    return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))


def png(width, height, line):
    """A picture of lines that are all the same, three bytes a pixel; without any it only says that it is so large."""
    return b'\x89PNG\r\n\x1a\n' + _chunk(b'IHDR', struct.pack('>IIBBBBB', width, height, 8, 2, 0, 0, 0)) \
        + _chunk(b'IDAT', zlib.compress((b'\0' + line) * height if line else b'\0')) + _chunk(b'IEND', b'')
