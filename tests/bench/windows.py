# SPDX-License-Identifier: GPL-3.0-or-later
"""The real window over one store, on a display of its own: how it starts, and its frames. Run by run-ui; prints the
lines of bench-window."""

import os
import statistics
import subprocess
import sys
import time

STARTS = 7


def run(program, *words, **more):
    environment = dict(os.environ, BENCH_BEGAN=repr(time.monotonic()), GSETTINGS_BACKEND='memory', **more)
    done = subprocess.run([program, *words], env=environment, stdout=subprocess.PIPE, text=True, check=True)
    return done.stdout.splitlines()


def read(lines, name):
    return [float(line.split('\t')[2]) for line in lines if line.split('\t')[0] == name]


def tell(name, values):
    print('\t'.join([name, str(len(values))] + ['%.4f' % v for v in
                    (statistics.median(values), max(values), max(values))]))


def main():
    program, store = sys.argv[1:]
    blank, ours = [], []
    run(program, '--store=' + store, BENCH_ONLY_START='1')  # a file seen for the first time is checked
    for _ in range(STARTS):
        blank += run(program, BENCH_BLANK='1')
        ours += run(program, '--store=' + store, BENCH_ONLY_START='1')
    tell('blank start', read(blank, 'blank start'))
    tell('start', read(ours, 'start'))
    tell('memory of a blank window', read(blank, 'memory of a blank window'))
    print('\n'.join(line for line in run(program, '--store=' + store) if not line.startswith('start\t')))


if __name__ == '__main__':
    main()
