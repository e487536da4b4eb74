# SPDX-License-Identifier: GPL-3.0-or-later
"""The table that the benchmark prints."""

import typing


class Figure(typing.NamedTuple):
    """Milliseconds, but for memory, which is MB."""
    n: int
    median: float
    p99: float
    most: float


# What is said of each figure: its name, the words, the limit at the largest size.
LINES = (
    ('first screen', 'the first screen, nothing in memory yet', 16),
    ('first answer', 'the whole list, nothing in memory yet', None),
    ('type', 'keystroke to rows and exact count', 16),
    ('hostile', 'a hostile text to rows and exact count', None),
    ('sort', 'another order to first rows', 16),
    ('filter', 'another filter to first rows', 16),
    ('jump', 'a page at any place', 16),
    ('edit', 'one edit, acknowledged', None),
    ('edit bare', 'the same rows, bare', None),
    ('duplicates', 'everybody compared with everybody', 60_000),
    ('blank start', 'start of a blank window', None),
    ('start', 'start to the painted list', None),
)

# Between two waits of the window, painting included: of most nobody hears, so only the longest is told.
FRAMES = (
    ('frames while typing', 'while typing'),
    ('frames while scrolling', 'while scrolling'),
    ('frames of a jump', 'jumping to the end and back'),
    ('frames of another order', 'while sorting'),
    ('frames of select all', 'while selecting all'),
)

MEMORY = ('memory', 'memory of the window', 'memory of a blank window')


def _milliseconds(value):
    return '%.2f' % value if value < 10 else '%.0f' % value


def _row(words, cells):
    return '%-42s' % words + ''.join('%18s' % cell for cell in cells)


def _print_curve(columns, lines):
    sizes = sorted(columns)
    print()
    print(_row('median / p99, ms', ['%s contacts' % format(size, ',') for size in sizes] + ['limit (p99)']))
    for name, words, limit in lines:
        figures = [columns[size].get(name) for size in sizes]
        cells = [_milliseconds(f.median) + ' / ' + _milliseconds(f.p99) if f else '–' for f in figures]
        print(_row(words, cells + [str(limit) if limit else '–']))


def _print_frames(columns):
    sizes = sorted(columns)
    if not all(name in columns[size] for size in sizes for name, _words in FRAMES):
        return
    print()
    print(_row('the longest frame of the window, ms', ['%s contacts' % format(size, ',') for size in sizes] + ['limit']))
    for name, words in FRAMES:
        print(_row(words, [_milliseconds(columns[size][name].most) for size in sizes] + ['16']))


def _print_ratio(columns, words, name, other, limit, of='median', of_other='median'):
    sizes = sorted(columns)
    if all(name in columns[size] and other in columns[size] for size in sizes):
        ratios = [getattr(columns[size][name], of) / getattr(columns[size][other], of_other) for size in sizes]
        print(_row(words, ['%.2f ×' % ratio for ratio in ratios] + [limit]))


def _print_memory(columns):
    sizes = sorted(columns)
    print(_row('private memory of the library, MB', ['%.0f' % columns[size]['memory'].median for size in sizes] + ['–']))
    if all('memory of the window' in columns[size] for size in sizes):
        above = [columns[size]['memory of the window'].median - columns[size]['memory of a blank window'].median
                 for size in sizes]
        print(_row('the window above a blank one, MB', ['%.0f' % value for value in above] + ['120']))


def _print_details(columns):
    """Every other figure, so that the one that is slow can be seen."""
    told = {line[0] for line in LINES + FRAMES} | set(MEMORY)
    names = [name for name in columns[max(columns)] if name not in told]
    _print_curve(columns, [(name, name, None) for name in names])


def _times(seconds, other, ours):
    """How many times as fast as @other."""
    return '%.2f ×' % (seconds[other] / seconds[ours]) if other in seconds else '–'


def _print_imports(imported):
    seconds = imported.seconds
    print()
    print(_row('import of %s contacts' % format(imported.n_contacts, ','),
               ['seconds', 'against bare', 'to reach', 'EBookSqlite', 'to reach']))
    for name in seconds:
        ours = name in ('vCard', 'CSV')
        same_cards = name == 'vCard'
        print(_row(name, ['%.2f' % seconds[name], _times(seconds, 'bare', name), '0.1 ×' if ours else '–',
                          _times(seconds, 'vCard, EBookSqlite', name) if same_cards else '–',
                          '3 ×' if same_cards else '–']))


def print_all(columns, imported):
    _print_curve(columns, LINES)
    _print_ratio(columns, 'slowest hostile text against p99 of a key', 'hostile', 'type', '2 ×', 'most', 'p99')
    _print_ratio(columns, 'one edit against bare, of medians', 'edit', 'edit bare', '1.5 ×')
    _print_ratio(columns, 'start against a blank window, of medians', 'start', 'blank start', '1.5 ×')
    _print_memory(columns)
    _print_frames(columns)
    _print_details(columns)
    _print_imports(imported)
