# SPDX-License-Identifier: GPL-3.0-or-later
"""One run of the program, with a home directory of its own."""

import os
import shutil
import subprocess
import tempfile

from harness import desktop, tree
from harness.bus import poll, settle
from harness.language import LOCALES, Catalogue, plain

START_SECONDS = 30
FIND_SECONDS = 10
# Fewer known strings than this, and the window says too little to be judged.
ENOUGH_STRINGS = 3
# More windows over one another than any test opens.
MAX_WINDOWS = 8


class Failure(Exception):
    """The program did not do what the test expects."""


def source_dir():
    return os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))


def build_dir():
    return os.path.abspath(os.environ.get('KLI_BUILD_DIR', os.path.join(source_dir(), 'build')))


def output_dir():
    """Where pictures of failures go."""
    return os.path.join(build_dir(), 'tests', 'ui', 'failed')


class App:
    """klientela in one language, on a fresh home unless told otherwise.

    language   'en', 'id' or 'pl'
    store      a store file to name on the command line; without it the program
               uses the one of its home, whose path is then app.store
    day        what the program takes for today
    args       more arguments
    settings   GSettings keys and values, as in {'look': "'dark'"}
    text_scale 1.5 for text half as large again
    size       (width, height) of the window
    slow_disk  how many milliseconds every flush to the disk takes
    """

    made = []

    def __init__(self, language='en', store=None, day='2026-11-22', args=(), settings=None,
                 text_scale=1.0, size=None, slow_disk=0):
        self.language = language
        self.slow_disk = slow_disk
        self.day = day
        self.args = list(args)
        # Within run-ui's own directory, which goes away with it whatever happens here.
        self.home = tempfile.mkdtemp(prefix='home-', dir=os.environ.get('RUN_UI_DIR'))
        self.catalogue = Catalogue(build_dir(), language)
        self.process = None
        self.root = None
        self.main = None
        self._named_store = store
        self.store = store or os.path.join(self.home, 'data', 'klientela', 'klientela.db')
        self._write_settings(dict(settings or {}), size)
        self._write_gtk_settings()
        self.text_scale = text_scale
        App.made.append(self)

    # The home

    def _path(self, *parts):
        path = os.path.join(self.home, *parts)
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        return path

    def _write_settings(self, settings, size):
        if size is not None:
            settings.update({'window-width': size[0], 'window-height': size[1]})
        with open(self._path('config', 'glib-2.0', 'settings', 'keyfile'), 'w',
                  encoding='utf-8') as file:
            file.write('[org/klientela/Klientela]\n')
            file.writelines('%s=%s\n' % pair for pair in settings.items())

    def _write_gtk_settings(self):
        with open(self._path('config', 'gtk-4.0', 'settings.ini'), 'w', encoding='utf-8') as file:
            file.write('[Settings]\n'
                       'gtk-cursor-blink=false\n'
                       'gtk-enable-animations=false\n'
                       'gtk-font-name=Cantarell 11\n'
                       'gtk-icon-theme-name=Adwaita\n'
                       'gtk-xft-antialias=1\n'
                       'gtk-xft-hinting=1\n'
                       'gtk-xft-hintstyle=hintslight\n'
                       'gtk-xft-rgba=none\n')
        # Without a compositor GTK draws a thick border to resize by. A desktop has none.
        with open(self._path('config', 'gtk-4.0', 'gtk.css'), 'w', encoding='utf-8') as file:
            file.write('window.solid-csd { border: none; margin: 0; padding: 0;'
                       ' box-shadow: none; border-radius: 0; }\n')

    def environment(self):
        env = dict(os.environ)
        for name, folder in (('XDG_DATA_HOME', 'data'), ('XDG_CONFIG_HOME', 'config'),
                             ('XDG_STATE_HOME', 'state'), ('XDG_CACHE_HOME', 'cache')):
            env[name] = os.path.join(self.home, folder)
        env.update({
            'HOME': self.home,
            'LC_ALL': LOCALES[self.language],
            'LANGUAGE': self.language,
            'KLIENTELA_DAY': self.day,
            'GSETTINGS_BACKEND': 'keyfile',
            'G_DEBUG': 'fatal-warnings',
            'ADW_DISABLE_PORTAL': '1',
            'GTK_USE_PORTAL': '0',
            'TZ': 'UTC',
        })
        if self.slow_disk:
            env['LD_PRELOAD'] = os.path.join(build_dir(), 'tests', 'ui', 'slow-disk.so')
            env['SLOW_DISK_MS'] = str(self.slow_disk)
        return env

    def catch_links(self):
        """Lets a program of ours open links in place of a browser; opened_links() says which."""
        opener = self._path('opener')
        with open(opener, 'w', encoding='utf-8') as file:
            file.write('#!/bin/sh\nprintf "%%s\\n" "$1" >>%s\n' % self._path('links'))
        os.chmod(opener, 0o700)
        with open(self._path('data', 'applications', 'links.desktop'), 'w', encoding='utf-8') as file:
            file.write('[Desktop Entry]\nType=Application\nName=Links\nExec=%s %%u\n' % opener)
        with open(self._path('config', 'mimeapps.list'), 'w', encoding='utf-8') as file:
            file.write('[Default Applications]\n')
            file.writelines('x-scheme-handler/%s=links.desktop\n' % scheme for scheme in ('http', 'https', 'tel', 'mailto'))

    def opened_links(self):
        try:
            with open(self._path('links'), encoding='utf-8') as file:
                return file.read().split()
        except FileNotFoundError:
            return []

    # Starting and ending

    def start(self, *args):
        """Starts the program and waits until its window is there and in its language."""
        desktop.set_text_scale(self.text_scale)
        desktop.park_pointer()
        command = [os.path.join(build_dir(), 'src', 'klientela')]
        if self._named_store is not None:
            command.append('--store=' + self._named_store)
        with open(self._path('errors'), 'ab') as errors:
            self.process = subprocess.Popen([*command, *self.args, *args], env=self.environment(),
                                            stdin=subprocess.DEVNULL, stdout=errors, stderr=errors)
        self.root = self._poll(self._application, 'the program to show a window', START_SECONDS)
        self.check_language()
        self.main = self._poll(self._oldest_window, 'the window to have a frame')
        desktop.activate(self.window())
        return self

    def _application(self):
        if not desktop.windows_of(self.process.pid):
            return None
        return tree.application_of(self.process.pid)

    def _oldest_window(self):
        """A file of the command line is asked about in a dialog over it."""
        own = desktop.windows_of(self.process.pid)
        return next((window for window in desktop.managed_windows() if window in own), None)

    def close(self):
        """Closes its windows, the topmost first, and waits until it has ended well."""
        for _ in range(MAX_WINDOWS):
            if self.is_running() and desktop.windows_of(self.process.pid):
                desktop.key('alt+F4')
                poll(lambda: not self.is_running(), 1)
        self.wait_for_end()

    def wait_for_end(self):
        """Waits until the program has ended, and fails when it ended badly."""
        if self.process is None:
            return
        try:
            status = self.process.wait(timeout=START_SECONDS)
        except subprocess.TimeoutExpired:
            raise Failure('the program did not end when its windows were closed') from None
        self.process = None
        if status != 0:
            raise Failure('the program ended with status %d:\n%s' % (status, self.errors()))

    def kill(self):
        """Ends the program without a warning, as a crash would."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None

    def restart(self, *args):
        """Closes the program and starts it again in the same home."""
        self.close()
        return self.start(*args)

    def is_running(self):
        return self.process is not None and self.process.poll() is None

    def remove_home(self):
        """After the last use of this run; a store that was named stays."""
        shutil.rmtree(self.home, ignore_errors=True)

    def cli(self, *args, status=0, stdin=None, timeout=120):
        """Runs klientela-cli on the same store (close the program first, or only
        read); fails unless it ends with the given status. Answers what it printed."""
        command = [os.path.join(build_dir(), 'src', 'cli', 'klientela-cli'), '--store=' + self.store,
                   '--day=' + self.day, *map(str, args)]
        done = subprocess.run(command, env=self.environment(), input=stdin, text=True,
                              stdin=None if stdin is not None else subprocess.DEVNULL,
                              capture_output=True, timeout=timeout, check=False)
        if done.returncode != status:
            raise Failure('%s: expected status %d, found %d\n%s%s'
                          % (' '.join(command), status, done.returncode, done.stdout, done.stderr))
        return done.stdout

    # Words

    def tr(self, msgid, context=None):
        """A string of the program in the language of this run, without its mnemonic."""
        return self.catalogue.tr(msgid, context)

    def trn(self, singular, plural, n):
        """A string with a number in it, still with its %d."""
        return self.catalogue.trn(singular, plural, n)

    def check_language(self):
        """Fails when the window is not in the language asked for: wrong, not skipped."""
        def enough():
            texts = [plain(thing.name) for thing in tree.look(self.root) if thing.name]
            good, bad = self.catalogue.judge(texts)
            return (good, bad) if bad or len(set(good)) >= ENOUGH_STRINGS else None

        good, bad = self._poll(enough, 'the window to be in language "%s"' % self.language)
        if bad:
            raise Failure('in language "%s" the window still says %r' % (self.language, bad))
        return good

    # Looking

    def find_all(self, role=None, name=None, contains=None, within=None):
        """Everything shown that fits now, in reading order; may be empty."""
        self._still_running()
        return tree.search(within or self.root, role, name, contains)

    def find(self, role=None, name=None, contains=None, within=None, timeout=FIND_SECONDS):
        """The first that fits, waiting for it; a role is a word of tree.ROLES."""
        what = ' '.join(filter(None, ['a', role or 'thing', name and 'named %r' % name,
                                      contains and 'with %r in its name' % contains]))
        return self._poll(lambda: self.find_all(role, name, contains, within), what, timeout)[0]

    def find_last(self, role, name=None, contains=None, within=None, timeout=FIND_SECONDS):
        """The last that fits: of a menu's button and the one within it, which have the same name, the one to press."""
        what = 'a last %s named %r' % (role, name or contains)
        return self._poll(lambda: self.find_all(role, name, contains, within), what, timeout)[-1]

    def find_on_toast(self, msgid, timeout=FIND_SECONDS):
        """The button with these words on a toast; GTK 4.8 names it after them twice."""
        word = self.tr(msgid, 'toast button')

        def found():
            return [button for button in self.find_all('button', contains=word)
                    if self.name(button) in (word, '%s %s' % (word, word))]

        return self._poll(found, 'a toast with the button %r' % word, timeout)[0]

    def gone(self, role=None, name=None, contains=None, within=None, timeout=FIND_SECONDS):
        """Waits until nothing fits any more."""
        self._poll(lambda: not self.find_all(role, name, contains, within),
                   '%s %r to go away' % (role or 'thing', name or contains), timeout)

    def name(self, thing):
        return tree.name_of(thing)

    def text(self, thing):
        """What stands in an entry or label."""
        return tree.text_of(thing)

    def texts(self, within=None):
        """All that can be read, in reading order."""
        return tree.texts_of(within or self.root)

    def count_below(self, thing, levels):
        """How many things there are so many levels below a thing, shown or not."""
        return tree.count_below(thing, levels)

    def is_sensitive(self, thing):
        return tree.has_state(thing, tree.SENSITIVE)

    def is_checked(self, thing):
        return bool(tree.states(thing) & {tree.CHECKED, tree.PRESSED})

    def is_selected(self, thing):
        return tree.has_state(thing, tree.SELECTED)

    def focused(self):
        """What has the keyboard, or None."""
        return tree.focused(self.root)

    def unnamed(self):
        """Buttons and entries that assistive technology can only call by their class.

        The one that closes a toast is libadwaita's, which gives it no name."""
        roles = tree.ROLES['button'] + tree.ROLES['check'] + tree.WRITABLE
        return [thing for thing in tree.look(self.root)
                if thing.role in roles and tree.is_unnamed(thing) and thing.around.name != 'AdwToastWidget']

    def wait_until(self, function, what, timeout=FIND_SECONDS):
        """Waits until function answers with something true, which is returned; no such index or key is an answer, too.
        what: that, or a function that says it when it was in vain."""
        return self._poll(function, what, timeout)

    def _poll(self, function, what, timeout=FIND_SECONDS):
        def ask():
            self._still_running()
            try:
                return function()
            except LookupError:
                # The first of things that are not there, while a list is made anew: not yet.
                return None

        answer = poll(ask, timeout)
        if not answer:
            raise Failure('waited %d s in vain for: %s' % (timeout, what() if callable(what) else what))
        return answer

    def _still_running(self):
        if not self.is_running():
            status = 'status %d' % self.process.returncode if self.process else 'closed'
            raise Failure('the program has ended, %s:\n%s' % (status, self.errors()))

    # Doing

    def windows(self):
        """The X windows of the program, at least one."""
        return self._poll(lambda: desktop.windows_of(self.process.pid), 'the program to show a window')

    def window(self):
        """The X window that has the attention: a dialog before its parent."""
        self._still_running()
        windows = self.windows()
        active = desktop.xdotool('getactivewindow')
        return active if active in windows else windows[-1]

    def _attend(self):
        """Waits until the keyboard is where a person would see it: on the dialog that assistive technology knows, or on
        the window when it knows none. The display is later than the program in both."""
        self._poll(lambda: (len(tree.windows_of(self.root)) > 1) == (self.window() != self.main),
                   'the keyboard to be with the dialog, or with the window if there is none')

    def press(self, thing):
        """Presses a button, a menu item, a check, as assistive technology does."""
        if not tree.press(thing):
            raise Failure('%r has nothing to press' % thing.name)
        settle()

    def finish(self, button):
        """Presses a button that ends the dialog it is in, and waits until that has gone: it stays until what it saves
        is in the store, and what looks like the result may be in it."""
        window = tree.window_of(button, self.root)
        self.press(button)
        self._poll(lambda: window not in tree.windows_of(self.root), 'the dialog of %r to go away' % button.name)

    def answer(self, dialog, name):
        """Presses a button of a dialog over the window, and waits until the window has the attention again."""
        self.attend_dialog()
        self.press(self.find('button', name, within=dialog))
        self.attend_window()

    def attend_dialog(self):
        """Waits until a dialog has the attention: assistive technology knows it before it is on the display."""
        self._poll(lambda: self.window() != self.main, 'the dialog to have the attention')

    def attend_window(self):
        """Waits until nothing lies over the window, neither a dialog nor a popover: what is pressed while they are
        still on the display goes to them, although assistive technology knows them no more."""
        self._poll(lambda: desktop.windows_of(self.process.pid) == [self.main] == [self.window()],
                   'the window to be alone and to have the attention')

    def attend_popover(self):
        """Waits until a popover lies over the dialog that lies over the window: what is pressed before goes to what
        is below, although assistive technology knows it already."""
        self._poll(lambda: len(desktop.windows_of(self.process.pid)) == 3, 'the popover to be on the display')

    def place(self, thing):
        """The rectangle of a thing on the display: x, y, width, height."""
        area = tree.area_of(thing)
        if area is None or area[2] <= 0:
            raise Failure('%r is not to be seen' % thing.name)
        left, top, outermost = self._origin(thing)
        if tree.is_padding_unsaid(self.root):
            unsaid_left, unsaid_top = tree.unsaid_padding(thing, outermost)
            left, top = left + unsaid_left, top + unsaid_top
        return left + area[0], top + area[1], area[2], area[3]

    def middle(self, thing):
        """The middle of a thing on the display: x, y."""
        x, y, width, height = self.place(thing)
        return x + width // 2, y + height // 2

    def _origin(self, thing):
        """Where on the display the coordinates begin in which a thing has its area,
        and the window that it is in.

        GTK reckons the area of what is in a popover as if that lay where its
        button is. The nearest thing around it that is as large as a window of
        the program is that window."""
        sizes = {}
        for window in [*self.windows(), self.window()]:
            x, y, width, height = desktop.geometry_of(window)
            sizes[width, height] = (x, y)
        around = thing
        while around is not None and around != self.root:
            area = tree.area_of(around)
            if area is not None and area[2:] in sizes:
                x, y = sizes[area[2:]]
                return x - area[0], y - area[1], around
            around = around.around
        return *desktop.geometry_of(self.window())[:2], self.root

    def _windows_at(self, x, y):
        return [window for window in desktop.windows_of(self.process.pid) if desktop.is_within(x, y, window)]

    def _rest_of(self, thing):
        """The middle of a thing in sight when it moves no more: a page that comes to be shown is laid out in steps."""
        seen = []

        def is_at_rest():
            area = tree.area_of(thing)
            seen.append(self.middle(thing) if area is not None and area[2] > 0 else None)
            return seen[-1] is not None and seen[-2:-1] == seen[-1:] and self._windows_at(*seen[-1])

        self._poll(is_at_rest, '%r to be at rest in sight' % thing.name)
        return seen[-1]

    def click(self, thing, button=1, times=1, holding=()):
        """Clicks the middle of a thing with the mouse, or beside it if that was clicked last; it must be in sight.
        holding: keys that are down meanwhile, as in ('ctrl',)."""
        # A dialog stays until what it saves is in the store.
        self._poll(lambda: not tree.is_covered(thing, self.root), 'no dialog to lie over %r' % thing.name)
        self._attend()
        x, y = desktop.beside_last_click(*self._rest_of(thing))
        for popover in set(self._windows_at(x, y)).difference(desktop.managed_windows()):
            # It is on the display before there is anything in it that could be clicked.
            self._poll(lambda: desktop.is_painted(popover), 'the popover to be painted')
        desktop.click(x, y, button, times, holding)
        settle()

    def drag(self, start, end):
        """Drags from one place on the display, (x, y), to another."""
        desktop.drag(start, end)
        settle()

    def key(self, *chords):
        """Presses keys, as in app.key('ctrl+z') or app.key('Tab', 'Return')."""
        self._attend()
        desktop.key(*chords)
        settle()

    def type(self, text):
        """Types where the keyboard focus is."""
        self._attend()
        desktop.type_text(text)
        settle()

    def type_into(self, entry, text):
        """Clicks an entry, replaces what stands in it, and sees that it stands there."""
        self.click(entry)
        self.key('ctrl+a', 'BackSpace')
        self.type(text)
        self._poll(lambda: self.text(entry) == text, 'the entry to hold %r' % text)

    def set_text(self, entry, text):
        """Puts a text into an entry at once, as assistive technology does."""
        if not tree.write(entry, text):
            raise Failure('%r cannot be written to' % entry.name)
        self._poll(lambda: self.text(entry) == text, 'the entry to hold %r' % text)

    def resize(self, width, height):
        desktop.resize(self.window(), width, height)

    def screenshot(self, path, whole_display=False):
        desktop.screenshot(path, None if whole_display else self.window())

    # Reporting

    def errors(self):
        """What the program has written to standard output and error."""
        try:
            with open(os.path.join(self.home, 'errors'), encoding='utf-8', errors='replace') as file:
                return file.read()
        except FileNotFoundError:
            return ''

    def describe(self, picture):
        """The program's state for the report of a failed test, and a picture of it."""
        lines = ['The program wrote:', self.errors()]
        if self.is_running():
            desktop.screenshot(picture)
            lines.append('A picture of it: ' + picture)
            if self.root is not None:
                lines.append(tree.describe(self.root))
        return '\n'.join(lines)

