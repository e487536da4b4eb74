# SPDX-License-Identifier: GPL-3.0-or-later
"""The count at the end of a test run tells the truth, also of a run that died.

Usage: count.py PATH-OF-COUNT-TESTS"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

REASON = '1..2\n# of the first\nok 1 a\n# expected 2, found 3\n# and more\nnot ok 2 b\n'
TAP = '1..3\nok 1 /a\nok 2 /b # SKIP no data here\nok 3 - c\n'


def entry(result, stdout='', name='day'):
    return {'name': name, 'result': result, 'stdout': stdout, 'returncode': 0 if result == 'OK' else 1}


# title, status of meson, log (None: none was written), exit status, last lines
CASES = [
    ('points of TAP are counted', 0, [entry('OK', TAP)], 0, '2 passed, 0 failed, 1 skipped'),
    ('a test without TAP counts once', 0, [entry('OK'), entry('OK', TAP)], 0, '3 passed, 0 failed, 1 skipped'),
    ('a failed point fails', 1, [entry('FAIL', '1..2\nok 1 a\nnot ok 2 b\n')], 1, '1 passed, 1 failed'),
    ('a failed point says why', 1, [entry('FAIL', REASON)], 1, '  # expected 2, found 3\n  # and more\n1 passed, 1 failed'),
    ('a crash after good points fails', 1, [entry('ERROR', '1..3\nok 1 a\n')], 1, '1 passed, 1 failed'),
    ('a time-out fails', 1, [entry('TIMEOUT', '')], 1, '0 passed, 1 failed'),
    ('nothing that ran is no success', 0, [], 1, '0 passed, 0 failed'),
    ('only skipped is no success', 0, [entry('SKIP')], 1, '0 passed, 0 failed, 1 skipped'),
    ('a log that is not there fails', 0, None, 1, '0 passed, 1 failed'),
    ('an error of meson itself fails', 1, [entry('OK')], 1, '1 passed, 1 failed'),
]


def problems_of(program, status, log, wanted_status, wanted_end):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, 'testlog.json')
        if log is not None:
            path.write_text(''.join(json.dumps(test) + '\n' for test in log), encoding='utf-8')
        done = subprocess.run([sys.executable, program, str(status), path.name], cwd=folder,
                              capture_output=True, text=True, check=False)
    end = '\n'.join(done.stdout.splitlines()[-1 - wanted_end.count('\n'):]) or 'nothing'
    if done.returncode != wanted_status:
        yield 'expected status %d, found %d %s' % (wanted_status, done.returncode, done.stderr)
    if end != wanted_end:
        yield 'expected "%s", found "%s"' % (wanted_end, end)


def main():
    program = str(Path(sys.argv[1]).resolve())
    print('1..%d' % len(CASES))
    failures = 0
    for number, (title, *case) in enumerate(CASES, 1):
        problems = list(problems_of(program, *case))
        for problem in problems:
            print('# ' + problem)
        failures += bool(problems)
        print('%s %d - %s' % ('not ok' if problems else 'ok', number, title))
    return 1 if failures else 0


if __name__ == '__main__':
    sys.exit(main())
