# SPDX-License-Identifier: GPL-3.0-or-later
"""A contact out of a text: pasted, looked over, added, or added to somebody who is there."""

import json
import os

from harness import App, Offer, equal, main, test

SIGNATURE = '''Z poważaniem
Tomasz Mazur
Dyrektor handlowy
Delta sp. z o.o.
kom. 512 345 678
NIP 526-10-40-828
'''


def start_with(language, *contacts, size=(1200, 800)):
    app = App(language, size=size)
    app.cli('new', 'tag', 'name=any')
    app.cli('set', 'business', 'country=PL')
    ids = [app.cli('new', 'contact', *words).strip() for words in contacts]
    app.start()
    return app, ids


def open_empty(app):
    app.key('F10')
    app.press(app.find('menu item', app.tr('Ne_w Contact from Text…', 'menu')))
    app.attend_dialog()
    return app.find('entry', app.tr('Text', 'quick entry'))


def value(app, title):
    return app.text(app.find('entry', title))


def contacts(app):
    return json.loads(app.cli('list', 'contacts', '--json'))


@test
def reads_what_is_typed(language):
    app, _ = start_with(language)
    text = open_empty(app)
    add = app.find('button', app.tr('_Add', 'button'))
    assert not app.is_sensitive(add), 'nothing can be added yet'
    app.set_text(text, SIGNATURE)
    app.wait_until(lambda: app.is_sensitive(add), 'a card to be read')
    name = app.find('entry', app.tr('Name', 'contact field'))
    equal(app.text(name), 'Tomasz Mazur', 'the name')
    equal(value(app, app.tr('Organization', 'contact field')), 'Delta sp. z o.o.', 'the organization')
    app.set_text(name, 'dr Tomasz Mazur')
    mobile = app.find('entry', contains=app.tr('Phone', 'contact point'))
    equal(app.text(mobile), '512 345 678', 'the number')
    app.press(app.find('button', app.tr('Remove: %s') % app.name(mobile)))
    app.press(add)
    app.find('label', 'dr Tomasz Mazur')
    app.key('ctrl+z')
    app.find('label', app.tr('No Contacts Yet'))
    app.close()
    equal([contact['name'] for contact in contacts(app)], [], 'who is there after it was taken back')


@test
def is_pasted_and_added(language):
    app, _ = start_with(language, ['name=Zofia'])
    path = os.path.join(app.home, 'signature')
    with open(path, 'w', encoding='utf-8') as file:
        file.write(SIGNATURE)
    with Offer('text', path) as offer:
        app.click(app.find('list', app.tr('People and organizations')))
        app.key('ctrl+v')
        app.attend_dialog()
        add = app.find('button', app.tr('_Add', 'button'))
        app.wait_until(lambda: app.is_sensitive(add), 'a card to be read')
        app.key('Escape')
        app.gone('button', app.tr('_Add', 'button'))
        offer.drop_on(app.middle(app.find('list', app.tr('People and organizations'))))
        app.attend_dialog()
        add = app.find('button', app.tr('_Add', 'button'))
        app.wait_until(lambda: app.is_sensitive(add), 'what was dropped to be read')
    app.press(add)
    app.find('label', 'Tomasz Mazur')
    app.close()
    equal(sorted(contact['name'] for contact in contacts(app)), ['Delta sp. z o.o.', 'Tomasz Mazur', 'Zofia'], 'who is there')
    for contact in [contact for contact in contacts(app) if contact['name'] != 'Zofia']:
        shown = json.loads(app.cli('show', contact['id'], '--json'))
        equal([number['value'] for number in shown['identifiers']],
              ['5261040828'] if shown['kind'] == 'organisation' else [], 'official numbers of ' + shown['name'])
        equal([link['role'] for link in shown['affiliations']], ['Dyrektor handlowy'], 'the role')


@test
def is_added_to_who_is_there(language):
    app, (tomasz,) = start_with(language, ['name=mgr Tomasz Mazur', 'phone+=512 345 678'])
    app.set_text(open_empty(app), SIGNATURE)
    app.click(app.find('row', contains=app.tr('Add to “%s”') % 'mgr Tomasz Mazur'))
    app.finish(app.find('button', app.tr('_Add', 'button')))
    app.find('label', app.tr('Added to the contact'))
    app.close()
    shown = json.loads(app.cli('show', tomasz, '--json'))
    equal((shown['name'], [link['name'] for link in shown['affiliations']]), ('mgr Tomasz Mazur', ['Delta sp. z o.o.']),
          'whom it was added to')
    equal(len(contacts(app)), 2, 'contacts')


@test
def chooses_of_several_vcards(language):
    app, _ = start_with(language, size=(360, 720))
    one = 'BEGIN:VCARD\nVERSION:4.0\nFN:%s\nEND:VCARD\n'
    app.set_text(open_empty(app), one % 'Anna Nowak' + one % '<b>Budi</b>')
    combo = app.find('combo', app.tr('Contact', 'contact field'))
    app.click(combo)
    app.click(app.find('label', '<b>Budi</b>', within=combo))
    app.wait_until(lambda: value(app, app.tr('Name', 'contact field')) == '<b>Budi</b>', 'the other card')
    app.finish(app.find('button', app.tr('_Add', 'button')))
    app.gone('button', app.tr('_Add', 'button'))
    app.find('label', '<b>Budi</b>')
    app.close()
    equal([contact['name'] for contact in contacts(app)], ['<b>Budi</b>'], 'who was added')


main()
