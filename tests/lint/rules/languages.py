# SPDX-License-Identifier: GPL-3.0-or-later
"""The catalogues are complete, and in the manner of their language (domain 2)."""

import re
import subprocess
import tempfile
from pathlib import Path

from rules import catalogue
from rules.finding import Finding, lines, name

PLURALS = {
    'id': 'nplurals=1; plural=0;',
    'pl': 'nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);',
}
# Of each plural form, whether it serves more than one number (domain 2.3).
SERVES_MANY = {'id': [True], 'pl': [False, True, True]}

CONVERSION = re.compile(r'%(?:\d+\$)?[-+ 0#\']*\d*(?:\.\d+)?(?:hh|h|ll|l|z|j|t)?[diouxXs]')
MNEMONIC = re.compile(r'_[^\W_]')
NBSP = '\u00a0'
# A Polish one-letter word holds on to the next (domain 2.2).
LOOSE_LETTER = re.compile(r'(?<![\w%])([aiouwzAIOUWZ]) (?=\S)')


def _languages(root):
    for line in lines(Path(root, 'po', 'LINGUAS')):
        language = line.partition('#')[0].strip()
        if language:
            yield language, Path(root, 'po', language + '.po')


def _catalogues(root):
    for language, path in _languages(root):
        yield language, name(root, path), catalogue.read(path)[1]


def completeness(root):
    """Every string of the sources is in every catalogue, translated and not fuzzy."""
    with tempfile.NamedTemporaryFile(suffix='.pot') as pot:
        subprocess.run([Path(root, 'build-aux', 'extract-strings'), pot.name], check=True)
        wanted = {entry.key() for entry in catalogue.read(pot.name)[1]}
    for language, path in _languages(root):
        where = name(root, path)
        entries = catalogue.read(path)[1]
        known = {entry.key() for entry in entries}
        for key in sorted(wanted - known, key=str):
            yield Finding(where, 1, '"%s" is missing: run build-aux/update-po' % key[1])
        for entry in entries:
            if entry.key() not in wanted:
                yield Finding(where, entry.line, '"%s" is in no source: run build-aux/update-po'
                              % entry.english)
            if 'fuzzy' in entry.flags:
                yield Finding(where, entry.line, '"%s" is fuzzy' % entry.english)
            if not all(entry.forms()):
                yield Finding(where, entry.line, '"%s" is not translated' % entry.english)


def formats(root):
    """What msgfmt checks: format strings, header, number of plural forms."""
    for language, path in _languages(root):
        where = name(root, path)
        done = subprocess.run(['msgfmt', '--check', '--output-file=/dev/null', path],
                              env={'LC_ALL': 'C.UTF-8', 'PATH': '/usr/bin:/bin'},
                              capture_output=True, text=True, check=False)
        if done.returncode != 0:
            match = re.search(r':(\d+):', done.stderr)
            yield Finding(where, int(match[1]) if match else 1,
                          'msgfmt --check: ' + ' '.join(done.stderr.split()))
        header = catalogue.read(path)[0]
        if header is None or 'Plural-Forms: %s\n' % PLURALS[language] not in header.forms()[0]:
            yield Finding(where, header.line if header else 1,
                          'expected Plural-Forms: ' + PLURALS[language])


def plurals(root):
    """A form that serves several numbers says which one it is."""
    for language, where, entries in _catalogues(root):
        for entry in entries:
            if entry.plural is None or not CONVERSION.search(entry.plural):
                continue
            for number, (form, many) in enumerate(zip(entry.forms(), SERVES_MANY[language])):
                if many and form and not CONVERSION.search(form):
                    yield Finding(where, entry.line, 'form %d of "%s" does not say the number'
                                  % (number, entry.plural))


def _ends_alike(entry, form, marks):
    return any(entry.english.endswith(mark) != form.endswith(mark) for mark in marks)


def punctuation(root):
    """Colon, ellipsis and mnemonic are there when they are in English."""
    for language, where, entries in _catalogues(root):
        for entry in entries:
            for form in filter(None, entry.forms()):
                if _ends_alike(entry, form, ':…'):
                    yield Finding(where, entry.line, '"%s": expected the same end as "%s"'
                                  % (form, entry.english))
                if '...' in form:
                    yield Finding(where, entry.line, '"%s": expected … for ...' % form)
                wanted = len(MNEMONIC.findall(entry.english)) == 1 and '__' not in entry.english
                if wanted and len(re.findall(r'_[A-Za-z0-9]', form)) != 1:
                    yield Finding(where, entry.line, '"%s": expected one mnemonic, on an ASCII letter' % form)


def typography(root):
    """Quotation marks and spaces as Polish and Indonesian readers know them (domain 2.2)."""
    for language, where, entries in _catalogues(root):
        for entry in entries:
            for form in filter(None, entry.forms()):
                if '"' in form:
                    yield Finding(where, entry.line, '"%s": expected %s'
                                  % (form, '„…”' if language == 'pl' else '“…”'))
                if language != 'pl':
                    continue
                if '“' in form:
                    yield Finding(where, entry.line, '"%s": Polish opens with „ and closes with ”' % form)
                match = LOOSE_LETTER.search(form)
                if match:
                    yield Finding(where, entry.line,
                                  '"%s": expected a no-break space after "%s"' % (form, match[1]))


def terms(root):
    """client = klien = klient, customer = pelanggan = nabywca, and never one for the other."""
    other = {'pl': {'client': r'\bnabywc', 'customer': r'\bklien[tc]'},
             'id': {'client': r'\bpelanggan\b', 'customer': r'\bklien\b'}}
    for language, where, entries in _catalogues(root):
        for entry in entries:
            english = '%s %s' % (entry.english, entry.plural or '')
            said = [word for word in ('client', 'customer') if re.search(word, english, re.IGNORECASE)]
            if len(said) == 1:
                for form in entry.forms():
                    if re.search(other[language][said[0]], form, re.IGNORECASE):
                        yield Finding(where, entry.line, '"%s": the English says %s' % (form, said[0]))
            if said and language == 'pl' and entry.context is None and not entry.comments:
                yield Finding(where, entry.line,
                              '"%s": expected a context or a comment for translators (domain 2.1)'
                              % entry.english)
            if language == 'pl' and any(re.search(r'\bkontrakt', form, re.IGNORECASE) for form in entry.forms()):
                yield Finding(where, entry.line, 'a contract is "umowa" (domain 2.1)')
            if '"' in entry.english or '...' in entry.english:
                yield Finding(where, entry.line, '"%s": expected “…” and …' % entry.english)
