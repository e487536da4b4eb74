# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a gettext catalogue."""

import re
from pathlib import Path

STRING = re.compile(r'"((?:\\.|[^"\\])*)"')
ESCAPE = re.compile(r'\\(.)')
KEYWORD = re.compile(r'^(msgctxt|msgid_plural|msgid|msgstr)(?:\[(\d+)\])?\s+(".*)$')


class Entry:
    def __init__(self, line):
        self.line = line
        self.context = None
        self.english = ''
        self.plural = None
        self.translations = {}
        self.flags = set()
        self.comments = []
        self.obsolete = False

    def key(self):
        return self.context, self.english, self.plural

    def forms(self):
        return [self.translations[number] for number in sorted(self.translations)]


def _unquote(quoted):
    def replace(match):
        return {'n': '\n', 't': '\t', 'r': '\r'}.get(match[1], match[1])
    return ''.join(ESCAPE.sub(replace, text) for text in STRING.findall(quoted))


class _Reader:
    def __init__(self):
        self.entries = []
        self._entry = None
        self._target = None

    def _begin(self, number):
        if self._entry is None:
            self._entry = Entry(number)

    def _end(self):
        if self._entry is not None and self._entry.translations:
            self.entries.append(self._entry)
            self._entry = None
        self._target = None

    def _comment(self, line):
        if line.startswith('#,'):
            self._entry.flags |= {flag.strip() for flag in line[2:].split(',')}
        elif line.startswith('#.'):
            self._entry.comments.append(line[2:].strip())
        elif line.startswith('#~'):
            self._entry.obsolete = True

    def _add(self, text):
        entry, (keyword, number) = self._entry, self._target
        if keyword == 'msgctxt':
            entry.context = (entry.context or '') + text
        elif keyword == 'msgid':
            entry.english += text
        elif keyword == 'msgid_plural':
            entry.plural = (entry.plural or '') + text
        else:
            entry.translations[number] = entry.translations.get(number, '') + text

    def feed(self, number, line):
        match = KEYWORD.match(line)
        if not line.strip():
            self._end()
        elif line.startswith('#'):
            if self._entry is not None and self._entry.translations:
                self._end()
            self._begin(number)
            self._comment(line)
        elif match:
            if match[1] in ('msgctxt', 'msgid') and self._entry is not None and self._entry.translations:
                self._end()
            self._begin(number)
            if match[1] == 'msgid':
                self._entry.line = number
            self._target = match[1], int(match[2] or 0)
            self._add(_unquote(match[3]))
        elif line.startswith('"'):
            self._add(_unquote(line))


def read(path):
    """The header (an entry of empty msgid) and the other entries in use."""
    reader = _Reader()
    for number, line in enumerate(Path(path).read_text(encoding='utf-8').splitlines() + [''], 1):
        reader.feed(number, line)
    used = [entry for entry in reader.entries if not entry.obsolete]
    header = next((entry for entry in used if entry.key() == (None, '', None)), None)
    return header, [entry for entry in used if entry is not header]
