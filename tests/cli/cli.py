# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the command line share: a home of their own, the program, and reporting in TAP."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import traceback
from pathlib import Path

PROGRAM = os.environ['KLIENTELA_CLI']
ROOT = Path(__file__).resolve().parent.parent.parent
# Public address books, where somebody has laid them beside the project.
SHARED = ROOT.parent / 'shared' / 'data'


class Skip(Exception):
    """A test that cannot run here, and why."""


class Home:
    """A folder in which the program is at home, and one store in it."""

    def __init__(self):
        self.path = Path(tempfile.mkdtemp(prefix='klientela-cli-'))
        self.store = self.path / 'store.db'
        self.environment = {'PATH': os.environ['PATH'], 'HOME': str(self.path), 'TZ': 'UTC',
                            'XDG_DATA_HOME': str(self.path / 'data'),
                            'XDG_STATE_HOME': str(self.path / 'state'),
                            'XDG_CONFIG_HOME': str(self.path / 'config'),
                            'G_DEBUG': 'fatal-warnings'}
        for name in ('ASAN_OPTIONS', 'LSAN_OPTIONS', 'UBSAN_OPTIONS'):
            if name in os.environ:
                self.environment[name] = os.environ[name]

        self.user = None  # who runs the program

    def become_nobody(self):
        """Gives the home to somebody who may not write everywhere; skips where they cannot run the program."""
        nobody = 65534
        for path in [self.path, *self.path.rglob('*')]:
            os.chown(path, nobody, nobody)
        try:
            subprocess.run([PROGRAM, '--version'], user=nobody, group=nobody, env=self.environment, cwd=self.path,
                           check=True, capture_output=True)
        except (OSError, subprocess.CalledProcessError):
            raise Skip('root may write everywhere, and nobody else can run the program') from None
        self.user = nobody

    def arguments(self, words, store):
        return [PROGRAM, '--store=%s' % store, '--day=2026-11-22'] + [str(word) for word in words]

    def start(self, *words, store=None, **options):
        """Starts the program and does not wait."""
        return subprocess.Popen(self.arguments(words, store or self.store), env=self.environment,
                                cwd=self.path, **options)

    def run(self, *words, status=0, store=None, text_in=None):
        """Runs the program to its end; what it wrote to standard output."""
        done = subprocess.run(self.arguments(words, store or self.store), env=self.environment,
                              cwd=self.path, input=text_in, capture_output=True, timeout=120, user=self.user,
                              group=self.user)
        self.messages = done.stderr.decode('utf-8')
        out = done.stdout.decode('utf-8')
        assert done.returncode == status, \
            'expected status %d of %s, found %d: %s' % (status, ' '.join(map(str, words)), done.returncode,
                                                        self.messages or out)
        return out

    def json(self, *words, **options):
        return json.loads(self.run(*words, '--json', **options))

    def refuse(self, *words, status=1, **options):
        """Runs what is refused; its one line."""
        out = self.run(*words, status=status, **options)
        equal(out, '')
        lines = self.messages.splitlines()
        assert lines and lines[0].startswith('klientela-cli: '), 'expected a message, found %r' % self.messages
        return lines[0][len('klientela-cli: '):]

    def new(self, *fields, kind='contact'):
        return self.run('new', kind, *fields).strip()

    def write(self, name, content):
        path = self.path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode('utf-8'))
        return path

    def remove(self):
        shutil.rmtree(self.path, ignore_errors=True)


def equal(found, expected):
    if found == expected:
        return
    if isinstance(found, list) and isinstance(expected, list) and len(found) == len(expected) > 1:
        for one, other in zip(found, expected):
            equal(one, other)
    raise AssertionError('expected %r, found %r' % (expected, found))


def contains(text, part):
    assert part in text, 'expected %r in %r' % (part, text)


def shared(*parts):
    """A file of the public data; skips the test where it is absent."""
    path = SHARED.joinpath(*parts)
    if not path.exists():
        raise Skip('%s is not here' % path)
    return path


def main(tests):
    """Runs functions of one argument, a fresh home, and reports them in TAP."""
    print('1..%d' % len(tests))
    bad = 0
    for number, test in enumerate(tests, 1):
        title = (test.__doc__ or test.__name__).strip().splitlines()[0].rstrip('.')
        home = Home()
        try:
            test(home)
            print('ok %d - %s' % (number, title), flush=True)
        except Skip as skip:
            print('ok %d - %s # SKIP %s' % (number, title, skip), flush=True)
        except Exception:
            bad += 1
            for line in traceback.format_exc().splitlines():
                print('# %s' % line)
            print('not ok %d - %s' % (number, title), flush=True)
        finally:
            home.remove()
    sys.exit(1 if bad else 0)
