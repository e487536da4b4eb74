# SPDX-License-Identifier: GPL-3.0-or-later
"""Layout of the sources, and scripts that a shell can at least read."""

import re
import shutil
import subprocess

from rules.finding import Finding, Skip, files, lines, name

# Another version lays the same code out differently, so only this one may judge.
CLANG_FORMAT = '14'
DIAGNOSTIC = re.compile(r'^(?P<path>.*?):(?P<line>\d+):\d+: error: (?P<message>.*)$')
BASHISMS = re.compile(r'\[\[|\bfunction \w+ *\(|<<<|\blocal \b|\$\'|(?<!\$)\(\(')


def clang_format(root):
    """The layout is the one of .clang-format."""
    program = shutil.which('clang-format-' + CLANG_FORMAT) or shutil.which('clang-format')
    if program is None:
        raise Skip('clang-format is not installed')
    version = re.search(r'version (\d+)', subprocess.run([program, '--version'], capture_output=True,
                                                         text=True, check=True).stdout)
    if version is None or version[1] != CLANG_FORMAT:
        raise Skip('clang-format %s lays out differently; %s is asked for'
                   % (version and version[1], CLANG_FORMAT))
    sources = files(root, 'src/**/*.[ch]', 'tests/**/*.[ch]')
    done = subprocess.run([program, '--dry-run', '-Werror', '--style=file', *map(str, sources)],
                          capture_output=True, text=True, check=False, cwd=root)
    seen = set()
    for line in done.stderr.splitlines():
        match = DIAGNOSTIC.match(line)
        if match and match['path'] not in seen:
            seen.add(match['path'])
            yield Finding(name(root, match['path']), int(match['line']),
                          'not as .clang-format has it: run clang-format -i on it')


def shell(root):
    """Shell scripts are plain POSIX."""
    for path in files(root, 'bootstrap', '.ci/run', 'build-aux/*', 'tests/ui/run-ui',
                      'tests/lint/validate'):
        found = lines(path)
        if not found or found[0] != '#!/bin/sh':
            continue
        done = subprocess.run(['sh', '-n', path], capture_output=True, text=True, check=False)
        if done.returncode != 0:
            match = re.search(r': (\d+): ', done.stderr)
            yield Finding(name(root, path), int(match[1]) if match else 1, done.stderr.strip())
        for number, line in enumerate(found, 1):
            match = BASHISMS.search(line.partition(' #')[0])
            if match:
                yield Finding(name(root, path), number, '"%s" is not plain sh' % match[0])
