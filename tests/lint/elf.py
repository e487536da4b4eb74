# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads from the built programs that they are as hard to attack as was asked for
(RELIABILITY 7). Usage: elf.py PROGRAM..."""

import subprocess
import sys


def readelf(*args):
    return subprocess.run(['readelf', '--wide', *args], capture_output=True, text=True, check=True,
                          env={'LC_ALL': 'C', 'PATH': '/usr/bin:/bin'}).stdout


def missing(program):
    """What the program lacks, as sentences."""
    headers, dynamic = readelf('--file-header', '--segments', program), readelf('--dynamic', program)
    symbols = readelf('--dyn-syms', program)
    stack = [line for line in headers.splitlines() if 'GNU_STACK' in line]
    wanted = {
        'expected a position independent executable': 'Type:                              DYN' in headers,
        'expected its relocations read-only (GNU_RELRO)': 'GNU_RELRO' in headers,
        'expected every symbol bound at start (BIND_NOW)': 'BIND_NOW' in dynamic or 'NOW' in dynamic,
        'expected a stack that cannot be executed': bool(stack) and 'RWE' not in stack[0],
        'expected guarded stack frames': '__stack_chk_fail' in symbols,
    }
    return [sentence for sentence, holds in wanted.items() if not holds]


def main():
    programs = sys.argv[1:]
    print('1..%d' % len(programs))
    failures = 0
    for number, program in enumerate(programs, 1):
        problems = missing(program)
        for problem in problems:
            print('# %s: %s' % (program, problem))
        failures += bool(problems)
        print('%s %d - %s is hardened' % ('not ok' if problems else 'ok', number, program))
    return 1 if failures else 0


if __name__ == '__main__':
    sys.exit(main())
