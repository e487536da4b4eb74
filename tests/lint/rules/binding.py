# SPDX-License-Identifier: GPL-3.0-or-later
"""All rules, by the name of their sample."""

from rules import formatting, languages, menus, safety, strings, structure

RULES = {
    'floors': structure.floors,
    'no-gtk-below-ui': structure.no_gtk_below_ui,
    'pure-core': structure.pure_core,
    'sizes': structure.sizes,
    'first-lines': structure.first_lines,
    'test-names': structure.test_names,
    'banned': safety.banned,
    'sql': safety.sql,
    'edits': safety.edits,
    'marks': safety.marks,
    'interface-strings': strings.interface_strings,
    'whole-strings': strings.whole_strings,
    'potfiles': strings.potfiles,
    'completeness': languages.completeness,
    'formats': languages.formats,
    'plurals': languages.plurals,
    'punctuation': languages.punctuation,
    'typography': languages.typography,
    'terms': languages.terms,
    'mnemonics': menus.mnemonics,
    'clang-format': formatting.clang_format,
    'shell': formatting.shell,
}
