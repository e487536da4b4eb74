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
        """(English, translation) of all singular strings."""
        # GNUTranslations keeps its entries in _catalog; plurals have tuple keys.
        for key, value in self._all[language]._catalog.items():
            if isinstance(key, str) and key and value:
                yield plain(key.rpartition(CONTEXT_END)[2]), plain(value)

    def judge(self, texts):
        """Which of the texts are in this language, and which are left in English.

        A word that is the same in both says nothing for the language, and nothing
        against it: "Import" is the title in Polish, while its button is another word."""
        languages = self._all if self.language == 'en' else [self.language]
        pairs = [pair for language in languages for pair in self._pairs(language)]
        differing = [pair for pair in pairs if pair[0] != pair[1]]
        if self.language == 'en':
            english = {pair[0] for pair in differing}
            return [text for text in texts if text in english], []
        good = {pair[1] for pair in differing}
        bad = {pair[0] for pair in differing} - {pair[1] for pair in pairs}
        return [text for text in texts if text in good], [text for text in texts if text in bad]
