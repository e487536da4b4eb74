# SPDX-License-Identifier: GPL-3.0-or-later
"""What may not stand in the code: dangerous calls, stray SQL, stray edits."""

import re

from rules import c_text
from rules.finding import Finding, files, lines, name

# RELIABILITY 7. The call, and what to use instead.
BANNED = {
    r'\bstrcpy': 'g_strdup or g_strlcpy',
    r'\bstrcat': 'g_strconcat or GString',
    r'\bv?sprintf': 'g_strdup_printf or g_snprintf',
    r'\bgets': 'GDataInputStream',
    r'\bsystem': 'GSubprocess',
    r'\bpopen': 'GSubprocess',
    r'\bstrtok(_r)?': 'g_strsplit',
    r'\btmpnam(_r)?|\btempnam|\bmktemp': 'g_file_open_tmp',
    r'\bg_spawn_command_line_\w+': 'GSubprocess with an argument vector',
}

# Their text argument is read as markup or SQL: only our own words may stand there.
LITERAL_ONLY = {
    'gtk_label_set_markup': 1,
    'gtk_label_set_markup_with_mnemonic': 1,
    'gtk_tooltip_set_markup': 1,
    'gtk_widget_set_tooltip_markup': 1,
    'sqlite3_exec': 1,
}

SQL = re.compile(r'^\s*(SELECT|INSERT\s+INTO|INSERT\s+OR|UPDATE\s+\w|DELETE\s+FROM|CREATE\s+(TABLE|VIEW|'
                 r'INDEX|TRIGGER|VIRTUAL|TEMP|UNIQUE)|DROP\s+(TABLE|VIEW|INDEX|TRIGGER)|ALTER\s+TABLE|'
                 r'REPLACE\s+INTO|WITH\s+RECURSIVE|ATTACH|VACUUM|PRAGMA|BEGIN\s+IMMEDIATE)(\s|;|$)')
# Of one word, and a word of the command line too: SQL only where SQL is spoken.
SQL_WORD = re.compile(r'^\s*(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE)(\s|;|$)')

OPENS_EDIT = re.compile(r'\b(kli_store_edit\w*|kli_edit_(insert|update|set_deleted|keep_content|perform|'
                        r'apply_changeset|set_subject))\s*\(')
MAY_EDIT = ('src/store/', 'src/operations/', 'tests/')

MARKS = re.compile(r'\b(TODO|FIXME|XXX|HACK)\b')


def _arguments(code, start):
    """The arguments of the call whose bracket opens at start, as (from, to) offsets."""
    depth, begin = 0, start + 1
    for at in range(start, len(code)):
        if code[at] in '([{':
            depth += 1
        elif code[at] in ')]}':
            depth -= 1
            if depth == 0:
                yield begin, at
                return
        elif code[at] == ',' and depth == 1:
            yield begin, at
            begin = at + 1


def banned(root):
    """Calls that have hurt others (RELIABILITY 7)."""
    for path in files(root, 'src/**/*.[ch]', 'tests/**/*.[ch]'):
        text = path.read_text(encoding='utf-8')
        code = c_text.code_only(text)
        for pattern, better in BANNED.items():
            for match in re.finditer('(?:%s)\\s*\\(' % pattern, code):
                yield Finding(name(root, path), c_text.line_at(code, match.start()),
                              '%s) is banned; use %s' % (match[0], better))
        for function, which in LITERAL_ONLY.items():
            if name(root, path).startswith('tests/'):
                break
            for match in re.finditer(r'\b%s\s*\(' % function, code):
                arguments = list(_arguments(code, match.end() - 1))
                given = code[slice(*arguments[which])].strip() if len(arguments) > which else ''
                if not re.fullmatch(r'(_ \()?"[^"]*"\)?(\s*"[^"]*")*', given):
                    yield Finding(name(root, path), c_text.line_at(code, match.start()),
                                  '%s takes only a literal, found %r' % (function, given))


def sql(root):
    """SQL stands in src/store/sql and src/store/migrations, nowhere else."""
    for path in files(root, 'src/**/*.[ch]'):
        for literal in c_text.literals(path.read_text(encoding='utf-8')):
            spoken = name(root, path).startswith('src/store/')
            if SQL.match(literal.text) or (spoken and SQL_WORD.match(literal.text)):
                yield Finding(name(root, path), literal.line,
                              'SQL belongs into a file of src/store/sql: "%s"' % literal.text[:40])


def edits(root):
    """Only operations open edits."""
    for path in files(root, 'src/**/*.c'):
        if name(root, path).startswith(MAY_EDIT):
            continue
        code = c_text.code_only(path.read_text(encoding='utf-8'))
        for match in OPENS_EDIT.finditer(code):
            yield Finding(name(root, path), c_text.line_at(code, match.start()),
                          '%s: only operations open edits; call one of theirs' % match[1])


def marks(root):
    """Nothing is left for later in the code; that is what issues are for."""
    for path in files(root, 'src/**/*.[ch]', 'src/**/*.ui', 'src/**/*.sql', 'tests/**/*.[ch]',
                      'data/**/*.in', 'data/**/*.xml', 'bootstrap'):
        for number, line in enumerate(lines(path), 1):
            match = MARKS.search(line)
            if match:
                yield Finding(name(root, path), number, '%s: do it or drop it' % match[1])
