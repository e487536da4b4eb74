# SPDX-License-Identifier: GPL-3.0-or-later
"""Enough understanding of C to tell code from comments and strings."""

import re
from typing import NamedTuple

TOKEN = re.compile(r'''
    (?P<comment>/\*.*?\*/|//[^\n]*)
  | (?P<string>"(?:\\.|[^"\\\n])*")
  | (?P<char>'(?:\\.|[^'\\\n])*')
''', re.VERBOSE | re.DOTALL)

# Where a function begins: its body's brace stands alone in the first column.
BODY = re.compile(r'^\{$.*?^\}', re.MULTILINE | re.DOTALL)
NOT_A_FUNCTION = re.compile(r'\b(struct|union|enum|typedef)\b|=\s*$')


class Literal(NamedTuple):
    line: int
    text: str


def _blank(match):
    """The same shape without the content, so that lines and columns stay."""
    return re.sub(r'[^\n]', ' ', match[0])


def code_only(text):
    """The text without its comments and strings (a string leaves its quotes)."""
    def replace(match):
        if match['string'] and len(match[0]) >= 2:
            return '"' + ' ' * (len(match[0]) - 2) + '"'
        return _blank(match)
    return TOKEN.sub(replace, text)


def without_comments(text):
    return TOKEN.sub(lambda match: _blank(match) if match['comment'] else match[0], text)


def line_at(text, offset):
    return text.count('\n', 0, offset) + 1


def literals(text):
    """Every string literal with its line; what #include names is none."""
    for match in TOKEN.finditer(text):
        if match['string']:
            start = text.rfind('\n', 0, match.start()) + 1
            if not text[start:match.start()].lstrip().startswith('#include'):
                yield Literal(line_at(text, match.start()), match[0][1:-1])


def functions(text):
    """(name, first line, last line) of each function that is defined."""
    code = code_only(text)
    for match in BODY.finditer(code):
        head = code[:match.start()].rstrip('\n')
        start = max(head.rfind('\n\n'), head.rfind(';\n'), head.rfind('}\n'), -1) + 1
        signature = head[start:].strip('\n')
        called = re.search(r'([A-Za-z_]\w*)\s*\(', signature)
        if called and not NOT_A_FUNCTION.search(signature):
            first = line_at(code, match.start()) - signature.count('\n') - 1
            yield called[1], first, line_at(code, match.end())
