# SPDX-License-Identifier: GPL-3.0-or-later
"""Strings that a person may read can be found by xgettext."""

import re
import xml.sax
from pathlib import Path

from rules import c_text
from rules.finding import Finding, files, lines, name

CALLS = re.compile(r'(?<![\w>.])(_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2)\s*\(')

# Properties of widgets whose value is shown to a person, and those of menus.
SHOWN = {'label', 'title', 'subtitle', 'description', 'text', 'heading', 'body', 'secondary-text',
         'tooltip-text', 'placeholder-text', 'button-label', 'message', 'website-label', 'comments'}
LETTERS = re.compile(r'[^\W\d_]{2,}')


class _Interface(xml.sax.ContentHandler, xml.sax.handler.LexicalHandler):
    """Reads a .ui file and notes, with its line, each text and what was said of it."""

    def __init__(self):
        super().__init__()
        self.texts = []       # (line, property, translatable, text)
        self.cdata = []       # lines
        self._open = None
        self._locator = None

    def setDocumentLocator(self, locator):
        self._locator = locator

    def startElement(self, element, attributes):
        if element in ('property', 'attribute'):
            self._open = [self._locator.getLineNumber(), attributes.get('name', '').replace('_', '-'),
                          attributes.get('translatable'), '']
        else:
            if 'translatable' in attributes:
                self.texts.append((self._locator.getLineNumber(), element,
                                   attributes['translatable'], 'x'))
            self._open = None

    def characters(self, content):
        if self._open is not None:
            self._open[3] += content

    def endElement(self, element):
        if self._open is not None and element in ('property', 'attribute'):
            self.texts.append(tuple(self._open))
        self._open = None

    def startCDATA(self):
        self.cdata.append(self._locator.getLineNumber())

    # The rest of what a LexicalHandler must have.
    def endCDATA(self):
        pass

    def comment(self, content):
        pass

    def startDTD(self, *_):
        pass

    def endDTD(self):
        pass


def _read(path):
    interface = _Interface()
    parser = xml.sax.make_parser()
    parser.setContentHandler(interface)
    parser.setProperty(xml.sax.handler.property_lexical_handler, interface)
    parser.parse(str(path))
    return interface


def interface_strings(root):
    """Texts in .ui files are marked so that xgettext takes them."""
    for path in files(root, 'src/**/*.ui'):
        where = name(root, path)
        try:
            interface = _read(path)
        except xml.sax.SAXParseException as error:
            yield Finding(where, error.getLineNumber(), 'no XML: %s' % error.getMessage())
            continue
        for line in interface.cdata:
            yield Finding(where, line, 'CDATA hides its strings from xgettext: use a .ui file of its own')
        for line, prop, translatable, text in interface.texts:
            if translatable not in (None, 'yes', 'no'):
                yield Finding(where, line, 'translatable="%s": only "yes" is extracted' % translatable)
            elif translatable is None and prop in SHOWN and LETTERS.search(text):
                yield Finding(where, line, '%s "%s": expected translatable="yes" (or "no")'
                              % (prop, text.strip()))


def whole_strings(root):
    """A string for translation is one literal: xgettext stops at a macro within it."""
    for path in files(root, 'src/**/*.[ch]'):
        text = path.read_text(encoding='utf-8')
        code = c_text.code_only(text)
        for match in CALLS.finditer(code):
            given = code[match.end():code.find(')', match.end())]
            if any(re.match(r'\s*".*"\s*[A-Za-z]', part, re.DOTALL) for part in given.split(',')):
                yield Finding(name(root, path), c_text.line_at(code, match.start()),
                              'a macro breaks the string: format that part first and use %s')


def _has_strings(path):
    text = path.read_text(encoding='utf-8')
    if path.suffix == '.ui':
        return 'translatable="yes"' in text
    if path.suffix in ('.c', '.h'):
        code = c_text.code_only(text)
        return any(not code[:match.start()].rsplit('\n', 1)[-1].lstrip().startswith('#')
                   for match in CALLS.finditer(code))
    return True


def potfiles(root):
    """po/POTFILES.in names each file with strings, once, and no file that is gone."""
    listing = Path(root, 'po', 'POTFILES.in')
    where = name(root, listing)
    listed = {}
    for number, line in enumerate(lines(listing), 1):
        entry = line.partition('#')[0].strip()
        if not entry:
            continue
        if entry in listed:
            yield Finding(where, number, '%s is listed twice' % entry)
        elif not Path(root, entry).is_file():
            yield Finding(where, number, '%s does not exist' % entry)
        elif not _has_strings(Path(root, entry)):
            yield Finding(where, number, '%s has no strings' % entry)
        listed[entry] = number
    for path in files(root, 'src/**/*.[ch]', 'src/**/*.ui', 'data/*.desktop.in*', 'data/*.metainfo.xml.in*'):
        if _has_strings(path) and name(root, path) not in listed:
            yield Finding(name(root, path), 1, 'has strings; expected it in po/POTFILES.in')
