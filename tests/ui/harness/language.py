# SPDX-License-Identifier: GPL-3.0-or-later
"""The catalogues the program was built with, to know what a window should say."""

import gettext
import os
import re

LOCALES = {'en': 'C.UTF-8', 'id': 'id_ID.UTF-8', 'pl': 'pl_PL.UTF-8'}

CONTEXT_END = '\x04'


def _load(build_dir, language):
    path = os.path.join(build_dir, 'po', language, 'LC_MESSAGES', 'klientela.mo')
    with open(path, 'rb') as file:
        return gettext.GNUTranslations(file)


def plain(text):
    """For comparing: no mnemonic, and every kind of space is a space."""
    return re.sub(r'\s', ' ', text.replace('_', ''))


class Catalogue:
    def __init__(self, build_dir, language):
        self.language = language
        self._all = {code: _load(build_dir, code) for code in LOCALES if code != 'en'}
        self._own = self._all.get(language, gettext.NullTranslations())

    def tr(self, msgid, context=None):
        """The string as the window shows it, without its mnemonic."""
        if context is not None:
            return self._own.pgettext(context, msgid).replace('_', '')
        return self._own.gettext(msgid).replace('_', '')

    def trn(self, singular, plural, n):
        return self._own.ngettext(singular, plural, n)

    def _pairs(self, language):
        """(English, translation) of all singular strings that differ in it."""
        # GNUTranslations keeps its entries in _catalog; plurals have tuple keys.
        for key, value in self._all[language]._catalog.items():
            if isinstance(key, str) and key and value:
                english = plain(key.rpartition(CONTEXT_END)[2])
                if english != plain(value):
                    yield english, plain(value)

    def judge(self, texts):
        """Which of the texts are in this language, and which are left in English."""
        if self.language == 'en':
            english = {pair[0] for code in self._all for pair in self._pairs(code)}
            return [text for text in texts if text in english], []
        pairs = list(self._pairs(self.language))
        good = {pair[1] for pair in pairs}
        bad = {pair[0] for pair in pairs} - good
        return [text for text in texts if text in good], [text for text in texts if text in bad]
