# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures how fast Klientela is and prints one table. Asserts nothing about time.

    ./bootstrap bench             stores of 1,000 to 1,000,000 contacts
    ./bootstrap bench --quick     up to 10,000

With KLI_BENCH_PROCESSOR set the library and the imports are measured by the time they have the processor, for a machine
that others use.

The stores are made once and kept in the build folder; everything is measured in copies of them.
"""

import argparse
import os
import pathlib
import platform
import shutil
import subprocess
import sys
import tempfile
import time

import imports
import tables

SIZES = (1_000, 10_000, 100_000, 1_000_000)
SIZES_QUICK = (1_000, 10_000)
TIMES = 200
TIMES_QUICK = 60


def read_arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--quick', action='store_true', help='smaller stores, fewer repetitions')
    parser.add_argument('--sizes', help='numbers of contacts, with commas between')
    parser.add_argument('--folder', type=pathlib.Path, required=True, help='where the stores are kept')
    parser.add_argument('--ebook', type=pathlib.Path, help='reads vCards into the address book of GNOME')
    parser.add_argument('cli', type=pathlib.Path)
    parser.add_argument('store', type=pathlib.Path)
    parser.add_argument('window', type=pathlib.Path)
    parser.add_argument('run_ui', type=pathlib.Path)
    arguments = parser.parse_args()
    if arguments.sizes:
        arguments.sizes = [int(size) for size in arguments.sizes.split(',')]
    else:
        arguments.sizes = SIZES_QUICK if arguments.quick else SIZES
    arguments.times = TIMES_QUICK if arguments.quick else TIMES
    return arguments


def say(text):
    print('# ' + text, flush=True)


def leave_home(folder):
    """Nothing of the person's own is looked at or written to."""
    for name in ('XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_STATE_HOME', 'XDG_CACHE_HOME'):
        os.environ[name] = os.path.join(folder, name)


def make_store(arguments, size):
    """A store of so many contacts, made once. Returns its path and the seconds it took, None when it was there."""
    path = arguments.folder / ('contacts-%d.db' % size)
    if path.exists():
        return path, None
    arguments.folder.mkdir(parents=True, exist_ok=True)
    unfinished = arguments.folder / ('unfinished-%d.db' % size)
    remove_store(unfinished)
    say('making a store of %s contacts, once' % format(size, ','))
    began = time.monotonic()
    subprocess.run([arguments.cli, '--store=%s' % unfinished, 'generate', '--contacts=%d' % size], check=True)
    seconds = time.monotonic() - began
    unfinished.rename(path)
    remove_store(unfinished)
    return path, seconds


def remove_store(path):
    for file in path.parent.glob(path.name + '*'):
        file.unlink()


def read_figures(output):
    """Lines of name, how often, median, 99th percentile, maximum."""
    figures = {}
    for line in output.splitlines():
        name, n, median, p99, most = line.split('\t')
        figures[name] = tables.Figure(int(n), float(median), float(p99), float(most))
    return figures


def measure_store(arguments, path):
    scratch = arguments.folder / 'scratch.db'
    remove_store(scratch)
    shutil.copyfile(path, scratch)
    scratch.chmod(0o600)
    try:
        done = subprocess.run([arguments.store, scratch, str(arguments.times)], check=True, text=True,
                              stdout=subprocess.PIPE)
        figures = read_figures(done.stdout)
        figures['duplicates'] = measure_duplicates(arguments, scratch)
        figures.update(measure_window(arguments, scratch))
        return figures
    finally:
        remove_store(scratch)


def measure_duplicates(arguments, store):
    """The search for contacts that are there twice, opening the store included."""
    began = time.monotonic()
    subprocess.run([arguments.cli, '--store=%s' % store, 'duplicates', '--limit=0'], check=True)
    milliseconds = (time.monotonic() - began) * 1000
    return tables.Figure(1, milliseconds, milliseconds, milliseconds)


def measure_window(arguments, store):
    """Needs a display of its own; without the programs for one, only the library is measured."""
    if not shutil.which('Xvfb'):
        say('Xvfb is not here: the window is not measured')
        return {}
    script = pathlib.Path(__file__).with_name('windows.py')
    done = subprocess.run([arguments.run_ui, '--seconds=240', sys.executable, script, arguments.window.resolve(),
                           store.resolve()], text=True, stdout=subprocess.PIPE)
    if done.returncode != 0:
        say('the window could not be measured:\n' + done.stdout)
        return {}
    return read_figures(done.stdout)


def describe_machine():
    model = ''
    for line in pathlib.Path('/proc/cpuinfo').read_text().splitlines():
        if line.startswith('model name'):
            model = line.split(':', 1)[1].strip()
    memory = os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30
    return '%s, %d × %s, %.0f GB, %s' % (time.strftime('%Y-%m-%d'), os.cpu_count(), model or platform.machine(),
                                        memory, platform.release())


def measure_all(arguments):
    columns = {}
    for size in arguments.sizes:
        path, seconds = make_store(arguments, size)
        say('measuring %s contacts' % format(size, ','))
        columns[size] = measure_store(arguments, path)
        if seconds:
            columns[size]['generate'] = tables.Figure(1, seconds * 1000, seconds * 1000, seconds * 1000)
    imported = imports.measure(arguments.cli, arguments.ebook, arguments.folder, 2_000 if arguments.quick else 20_000)
    return columns, imported


def main():
    arguments = read_arguments()
    with tempfile.TemporaryDirectory(prefix='klientela-bench-') as home:
        leave_home(home)
        columns, imported = measure_all(arguments)
    print()
    print(describe_machine())
    tables.print_all(columns, imported)


if __name__ == '__main__':
    sys.exit(main())
