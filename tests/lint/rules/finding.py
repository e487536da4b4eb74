# SPDX-License-Identifier: GPL-3.0-or-later
"""What a rule finds, and where it looks."""

from pathlib import Path
from typing import NamedTuple


class Finding(NamedTuple):
    path: str
    line: int
    message: str

    def __str__(self):
        return '%s:%d: %s' % self


class Skip(Exception):
    """A rule cannot be checked on this machine; the reason is shown."""


def files(root, *patterns):
    """The files below root that fit one of the patterns, sorted, samples left out."""
    found = {path for pattern in patterns for path in Path(root).glob(pattern) if path.is_file()}
    samples = Path(root, 'tests', 'lint', 'samples')
    return sorted(path for path in found if samples not in path.parents)


def name(root, path):
    return str(Path(path).relative_to(root))


def lines(path):
    return path.read_text(encoding='utf-8').splitlines()
