# SPDX-License-Identifier: GPL-3.0-or-later
"""Another program on the display that offers a file, or the picture or text in it, to drag or to paste."""

import os
import subprocess

from harness import desktop
from harness.app import FIND_SECONDS, Failure, build_dir
from harness.bus import poll

# Where the window of the program under test never is.
CORNER = (20, 20)


class Offer:
    """Runs from the start of a with block to its end; what it offers is on the clipboard meanwhile.

    kind   'file', as a file manager offers it, 'picture', as a browser or a drawing program does, or 'text'
    """

    def __init__(self, kind, path):
        self._command = [os.path.join(build_dir(), 'tests', 'ui', 'offer'), kind, path]
        self._process = None
        self._said = ''

    def __enter__(self):
        self._process = subprocess.Popen(self._command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
        os.set_blocking(self._process.stdout.fileno(), False)
        self._wait_for('ready')
        return self

    def __exit__(self, *_):
        self._process.kill()
        self._process.wait()
        self._process.stdout.close()

    def drop_on(self, place):
        """Drags it to a place on the display, (x, y), lets go when it is welcome there, and goes elsewhere."""
        window = self._place_window()
        x, y, width, height = desktop.geometry_of(window)
        desktop.hold_and_move((x + width // 4, y + height // 2), (x + width * 3 // 4, y + height // 2))
        self._wait_for('dragging')
        # At once, and no further than a hand trembles: had it been welcome on the way, a busy program would find it
        # dropped there.
        self._wait_for('accepted', lambda: desktop.tremble(*place))
        desktop.let_go()
        self._wait_for('dropped')
        desktop.park_pointer()

    def _place_window(self):
        window = poll(lambda: desktop.windows_of(self._process.pid), FIND_SECONDS)[0]
        desktop.move(window, *CORNER)
        return window

    def _wait_for(self, word, meanwhile=lambda: None):
        def is_said():
            meanwhile()
            self._said += (self._process.stdout.read() or b'').decode()
            return word in self._said.split()

        if not poll(is_said, FIND_SECONDS):
            raise Failure('what is offered was never %s, but: %s' % (word, ', '.join(self._said.split())))
