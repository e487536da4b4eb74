# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes data/screenshots from the real window; started by build-aux/screenshots."""

import json
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


def table(app, scene):
    app.press(app.find('button', app.tr('Show as a table', 'tooltip')))
    app.find('button', app.tr('Columns', 'button'))


def change_contact(app, scene):
    """Something for the history to show."""
    found = json.loads(app.cli('list', 'contacts', '--search=' + scene.contact, '--json'))
    app.cli('set', str(found[0]['id']), 'phone+=+48 600 100 200', 'tags+=2027')


def history(app, scene):
    app.click(app.find('row', app.tr('History', 'page')))
    show, hide = (app.tr(words, 'accessible').partition('%s')[0] for words in
                  ('Show what was changed: %s', 'Hide what was changed: %s'))
    app.press(app.find('button', contains=show))
    app.find('button', contains=hide)


def save_segment(app, scene):
    app.cli('new', 'segment', 'name=Kraków 2027',
            'query=contacts filter=all(kind=organisation,any(city=Kraków,city=Łódź),not(is=archived))')


def builder(app, scene):
    app.click(app.find('row', 'Kraków 2027'))
    app.press(app.find('button', app.tr('Filter', 'filter')))
    app.find('label', contains=app.tr('The same, typed: %s').partition('%s')[0])


VIEWS = {
    'contacts': (contacts, WIDE),
    'contract': (contract, WIDE),
    'table': (table, WIDE),
    'history': (history, WIDE),
    'builder': (builder, WIDE),
    'list-narrow': (people, NARROW),
    'contact-narrow': (contact, NARROW),
}


# What the command line does before the window opens.
PREPARED = {'history': change_contact, 'builder': save_segment}


# Those that README.md shows.
SHOWN = ('contacts-en-light', 'contacts-id-dark', 'contract-pl-light', 'contract-en-dark',
         'contact-narrow-pl-light', 'list-narrow-id-dark', 'first-start-light',
         'table-pl-light', 'history-en-light', 'builder-en-dark')


def picture(name, scene, look, title):
    view, size = VIEWS[title]
    path = os.path.join(source_dir(), 'data', 'screenshots', name + '.png')
    app = App(scene.language, settings={'look': "'%s'" % look}, size=size)
    app.cli('sample', scene.business)
    if title in PREPARED:
        PREPARED[title](app, scene)
    app.start()
    view(app, scene)
    desktop.park_pointer()
    desktop.screenshot(path, app.main)
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
            for title in VIEWS:
                name = '%s-%s-%s' % (title, scene.language, look)
                if name.startswith(chosen):
                    picture(name, scene, look, title)
    for look in LOOKS:
        if ('first-start-' + look).startswith(chosen):
            first_start(look)


if __name__ == '__main__':
    main()
