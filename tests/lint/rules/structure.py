# SPDX-License-Identifier: GPL-3.0-or-later
"""The shape of the house: floors, sizes, first lines."""

import re

from rules import c_text
from rules.finding import Finding, files, lines, name

# What each floor may include: the floors below it, and its neighbour nothing.
FLOORS = {
    'core': set(),
    'store': {'core'},
    'operations': {'store', 'core'},
    'model': {'operations', 'store', 'core'},
    'exchange': {'operations', 'store', 'core'},
    'paper': {'operations', 'store', 'core'},
    'cli': {'paper', 'model', 'exchange', 'operations', 'store', 'core'},
    'ui': {'paper', 'model', 'exchange', 'operations', 'store', 'core'},
    'app': {'ui', 'paper', 'model', 'exchange', 'operations', 'store', 'core'},
    # The main of the window: the floor above all others.
    'main.c': {'app', 'ui', 'paper', 'model', 'exchange', 'operations', 'store', 'core'},
    'preview': {'core'},
}
WITH_GTK = {'ui', 'app', 'main.c', 'preview'}
GTK = re.compile(r'<(gtk|gdk(?!-pixbuf)|gsk|adwaita|graphene)\b')
OWN = re.compile(r'^"(?P<floor>[a-z]+)/[^"]*"$')
INCLUDE = re.compile(r'^\s*#\s*include\s*(<[^>]*>|"[^"]*")')
GENERATED = {'"kli-config.h"'}

# core is pure: it reckons with what it is given (DESIGN: no SQL, no I/O, no clock).
CLOCKS = re.compile(r'\b(g_get_real_time|g_get_monotonic_time|g_date_time_new_now\w*|clock_gettime'
                    r'|gettimeofday|time|localtime\w*|gmtime\w*)\s*\(')
DOORS = re.compile(r'\b(fopen|open|fread|fwrite|g_file_\w+|g_io_channel_\w+|g_getenv|g_spawn_\w+)\s*\(')

MAX_FILE = 600
MAX_FUNCTION = 60
MAX_LINE = 120

LICENCE = 'SPDX-License-Identifier: GPL-3.0-or-later'


def _includes(path):
    for number, line in enumerate(lines(path), 1):
        match = INCLUDE.match(line)
        if match:
            yield number, match[1]


def _floor(root, path):
    return name(root, path).split('/')[1]


def floors(root):
    """Includes point only downwards."""
    for path in files(root, 'src/**/*.[ch]'):
        floor = _floor(root, path)
        if floor not in FLOORS:
            yield Finding(name(root, path), 1, '"%s" is no floor of the house' % floor)
            continue
        for number, included in _includes(path):
            if not included.startswith('"') or included in GENERATED:
                continue
            match = OWN.match(included)
            if match is None or match['floor'] not in FLOORS:
                yield Finding(name(root, path), number,
                              '%s: expected the path from src, as in "core/kli-day.h"' % included)
            elif match['floor'] != floor and match['floor'] not in FLOORS[floor]:
                yield Finding(name(root, path), number,
                              '%s may not include from %s' % (floor, match['floor']))


def no_gtk_below_ui(root):
    """GTK is known only to ui and what stands on it; SQLite only to the store."""
    for path in files(root, 'src/**/*.[ch]'):
        floor = _floor(root, path)
        for number, included in _includes(path):
            if floor not in WITH_GTK and GTK.match(included):
                yield Finding(name(root, path), number, '%s in %s: no GTK below ui' % (included, floor))
            if floor != 'store' and included == '<sqlite3.h>':
                yield Finding(name(root, path), number, 'SQLite is spoken to only in store')


def pure_core(root):
    """core has no SQL, no input or output and no clock; the day is an argument."""
    for path in files(root, 'src/core/**/*.[ch]'):
        code = c_text.code_only(path.read_text(encoding='utf-8'))
        for number, line in enumerate(code.splitlines(), 1):
            for match in [*CLOCKS.finditer(line), *DOORS.finditer(line)]:
                yield Finding(name(root, path), number,
                              '%s in core: give it what it needs as an argument' % match[1])


def sizes(root):
    """Files, functions and lines that can be taken in at a glance."""
    for path in files(root, 'src/**/*.[ch]', 'src/**/*.ui', 'tests/**/*.[ch]'):
        text = path.read_text(encoding='utf-8')
        all_lines = text.splitlines()
        is_test = name(root, path).startswith('tests/')
        if len(all_lines) > MAX_FILE and not is_test:
            yield Finding(name(root, path), len(all_lines), 'expected at most %d lines' % MAX_FILE)
        if path.suffix == '.ui':
            continue
        for number, line in enumerate(all_lines, 1):
            if len(line) > MAX_LINE:
                yield Finding(name(root, path), number,
                              'expected at most %d columns, found %d' % (MAX_LINE, len(line)))
        for function, first, last in c_text.functions(text):
            if last - first + 1 > MAX_FUNCTION and not is_test:
                yield Finding(name(root, path), first, '%s has %d lines, expected at most %d'
                              % (function, last - first + 1, MAX_FUNCTION))


def first_lines(root):
    """Each file says its licence; each C file then says what it is for."""
    for path in files(root, 'src/**/*.[ch]', 'tests/**/*.[ch]'):
        found = [*lines(path), '', ''][:2]
        if found[0] != '/* %s */' % LICENCE:
            yield Finding(name(root, path), 1, 'expected /* %s */' % LICENCE)
        elif not re.match(r'/\* \S', found[1]):
            yield Finding(name(root, path), 2, 'expected a comment that says what the file is for')
    others = ['**/meson.build', '**/*.ui', '**/*.py', 'data/**/*.svg', 'data/**/*.xml',
              'data/*.in', 'src/**/*.xml', 'build-aux/*', 'tests/ui/run-ui', 'bootstrap', '.ci/run']
    for path in files(root, *others):
        # After "#!/bin/sh" or "<?xml ...?>" it is the second line.
        if name(root, path).split('/')[0].startswith(('build', '_build')) and path.parent.name != 'build-aux':
            continue
        if not any(LICENCE in line for line in lines(path)[:2]):
            yield Finding(name(root, path), 1, 'expected %s in the first two lines' % LICENCE)


def test_names(root):
    """Meson wants the names of tests to differ, also between folders."""
    seen = {}
    for path in files(root, 'tests/*/meson.build'):
        text = path.read_text(encoding='utf-8')
        for block in re.finditer(r'\w+_tests = \[(.*?)\]', text, re.DOTALL):
            for match in re.finditer(r"'([^']+)'", block[1]):
                number = c_text.line_at(text, block.start(1) + match.start())
                if match[1] in seen:
                    yield Finding(name(root, path), number,
                                  'a test "%s" is in %s already' % (match[1], seen[match[1]]))
                seen.setdefault(match[1], name(root, path))
