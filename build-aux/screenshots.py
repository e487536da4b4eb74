# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes data/screenshots from the real window; started by build-aux/screenshots."""

import os
import subprocess
import sys
from typing import NamedTuple

from harness import App, desktop
from harness.app import source_dir

WIDE = (1200, 760)
NARROW = (360, 720)
LOOKS = ('light', 'dark')


class Scene(NamedTuple):
    """A language, the sample business shown in it, and who and what to open there."""

    language: str
    business: str
    contact: str
    contract: str


SCENES = (
    Scene('pl', 'pl', 'Studio Fryzur Żaneta Świątek', 'Księgowość salonu'),
    Scene('id', 'id', 'Ibu Ratna Kartikasari', 'Bimbingan UTBK'),
    Scene('en', 'pl', 'Pracownia Ceramiki Śliwa', 'KPiR i VAT'),
)


def open_record(app, name):
    """Finds a record as a person does and opens it."""
    app.key('ctrl+f')
    app.type(name)
    app.wait_until(lambda: name in app.texts(), 'the search for "%s"' % name)
    app.click(app.find('row', contains=name))
    # The pane says the name once more; only then is it there to be taken.
    app.wait_until(lambda: len(app.find_all(contains=name)) > 2, 'the pane of "%s"' % name)


def clear_search(app):
    app.key('ctrl+f', 'ctrl+a', 'BackSpace')
    app.wait_until(lambda: len(app.find_all('row')) > 5, 'the whole list')


def contacts(app, scene):
    open_record(app, scene.contact)
    clear_search(app)


def contact(app, scene):
    open_record(app, scene.contact)


def contract(app, scene):
    app.click(app.find('row', app.tr('Contracts')))
    open_record(app, scene.contract)
    clear_search(app)


def people(app, scene):
    app.find('row')


VIEWS = {
    'contacts': (contacts, WIDE),
    'contract': (contract, WIDE),
    'list-narrow': (people, NARROW),
    'contact-narrow': (contact, NARROW),
}


# Those that README.md shows.
SHOWN = ('contacts-en-light', 'contacts-id-dark', 'contract-pl-light', 'contract-en-dark',
         'contact-narrow-pl-light', 'list-narrow-id-dark', 'first-start-light')


def picture(name, scene, look, view, size):
    path = os.path.join(source_dir(), 'data', 'screenshots', name + '.png')
    app = App(scene.language, settings={'look': "'%s'" % look}, size=size)
    app.cli('sample', scene.business)
    app.start()
    view(app, scene)
    desktop.park_pointer()
    app.screenshot(path)
    app.close()
    app.remove_home()
    subprocess.run(['convert', path, '-strip', '-define', 'png:compression-level=9', path], check=True)
    print(path, flush=True)


def first_start(look):
    app = App('en', settings={'look': "'%s'" % look}, size=WIDE)
    app.start()
    app.screenshot(os.path.join(source_dir(), 'data', 'screenshots', 'first-start-%s.png' % look))
    app.close()
    app.remove_home()


def main():
    chosen = tuple(sys.argv[1:]) or SHOWN
    if chosen == ('all',):
        chosen = ('',)
    for scene in SCENES:
        for look in LOOKS:
            for title, (view, size) in VIEWS.items():
                name = '%s-%s-%s' % (title, scene.language, look)
                if name.startswith(chosen):
                    picture(name, scene, look, view, size)
    for look in LOOKS:
        if ('first-start-' + look).startswith(chosen):
            first_start(look)


if __name__ == '__main__':
    main()
