# SPDX-License-Identifier: GPL-3.0-or-later
"""Within one menu no two items share a mnemonic, in any language (domain 2.2)."""

import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from rules import catalogue
from rules.finding import Finding, files, lines, name

MNEMONIC = re.compile(r'_([^\W_])')


def _labels(menu):
    """(context, label) of the items of one menu, its sections included, its submenus not."""
    for child in menu:
        if child.tag == 'section':
            yield from _labels(child)
        elif child.tag in ('item', 'submenu'):
            for attribute in child.findall('attribute'):
                if attribute.get('name') == 'label' and attribute.text:
                    yield attribute.get('context'), attribute.text


def _menus(path):
    try:
        tree = ElementTree.parse(path)
    except ElementTree.ParseError:
        return  # interface_strings tells
    for element in tree.iter():
        if element.tag in ('menu', 'submenu'):
            yield element.get('id', element.tag), list(_labels(element))


def _translations(root):
    yield 'en', {}
    for line in lines(Path(root, 'po', 'LINGUAS')):
        language = line.partition('#')[0].strip()
        if language:
            entries = catalogue.read(Path(root, 'po', language + '.po'))[1]
            yield language, {(entry.context, entry.english): entry.forms()[0] for entry in entries}


def mnemonics(root):
    """Within one menu no two items share a mnemonic, in any language."""
    languages = list(_translations(root))
    for path in files(root, 'src/**/*.ui'):
        text = path.read_text(encoding='utf-8')
        for menu, labels in _menus(path):
            for language, words in languages:
                taken = {}
                for key in labels:
                    label = words.get(key) or key[1]
                    match = MNEMONIC.search(label)
                    if match and match[1].lower() in taken:
                        number = text[:text.find(key[1])].count('\n') + 1
                        yield Finding(name(root, path), number, 'menu %s in %s: "%s" and "%s" share a mnemonic'
                                      % (menu, language, taken[match[1].lower()], label))
                    elif match:
                        taken[match[1].lower()] = label
