# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole card by hand: every kind of field is filled in, read back after the next start, and taken back."""

import json
import os

from harness import App, desktop, equal, main, steps, test

NAME = 'dr Ewa Śliwa'
BIRTHDAY = {'en': '12 March', 'id': '12 Maret', 'pl': '12 marca'}
STREET = 'ul. Wzorcowa 7/3, 31-019 Kraków'
# The head of the window, beneath which the card goes.
HEAD = 24
NOTE = 'Woli <b>rano</b>'


def start(language):
    app = App(language, size=(1200, 1000))
    app.cli('new', 'staff_member', 'name=Kamil Wróbel')
    app.cli('set', 'business', 'name=Biuro', 'country=PL')
    app.cli('new', 'own_field', 'name=Metraż', 'type=number', 'unit=m²')
    app.cli('new', 'contact', 'name=Jan Śliwa', 'address_form=pan')
    app.start()
    return app


def field(app, msgid):
    return app.tr(msgid, 'contact field')


def bring(app, thing):
    """Turns the wheel over the card until the thing lies within the window. Returns: it"""
    x, y, _, height = desktop.geometry_of(app.window())

    def is_in_sight():
        top, size = app.place(thing)[1::2]
        if y + HEAD < top < y + height - size - 10:
            return True
        # At the edge of the card, where nothing else takes the wheel.
        desktop.click(x + 584, y + height // 2, 4 if top < y + height // 2 else 5)
        return False

    app.wait_until(is_in_sight, '%r to come into sight' % app.name(thing))
    return thing


def add(app, *items):
    """Goes through the menu of what a card can have."""
    app.press(bring(app, app.find_last('button', app.tr('Add Contact Detail'))))
    for item in items:
        app.press(app.find('menu item', item))


def add_typed(app, text, *items):
    add(app, *items)
    app.wait_until(lambda: app.focused() in app.find_all('entry') and items[-1].lower() in app.focused().name.lower(),
                   'the cursor to be in the new row')
    app.type(text)
    app.key('Return')
    app.find('row', contains=text)


def fill(app, name, text, shown):
    """Types into the row of the card that is called @name."""
    app.click(bring(app, app.find('row', contains=name + ': ')))
    app.wait_until(lambda: app.focused() in app.find_all('entry', name), 'the cursor to be in ' + name)
    app.key('ctrl+a')
    app.type(text)
    app.key('Return')
    app.find('row', name + ': ' + shown)


def accept(app, dialog=None):
    app.finish(app.find_last('button', app.tr('_Add', 'button'), within=dialog))
    app.attend_window()


def make_contact(app):
    app.key('ctrl+n')
    dialog = app.find('window', app.tr('New Contact', 'window title'))
    app.attend_dialog()
    for context, msgid, text in (('contact field', 'Name', NAME), ('contact point', 'Phone', '512 345 678'),
                                 ('contact point', 'Email', 'ewa@example.com'),
                                 ('contact field', 'Organization', 'Studio Śliwa'),
                                 ('contact field', 'Role in the organization', 'szefowa')):
        app.type_into(app.find('entry', app.tr(msgid, context), within=dialog), text)
    accept(app, dialog)
    app.find('label', NAME)


def add_address(app):
    add(app, app.tr('Address…', 'add'))
    app.attend_dialog()
    dialog = app.find('window', app.tr('New Address', 'window title'))
    for msgid, text in (('Street', 'ul. Wzorcowa'), ('House and flat', '7/3'), ('Postal code', '31019'),
                        ('Post town', 'Kraków')):
        app.set_text(app.find('entry', app.tr(msgid, 'address'), within=dialog), text)
    accept(app, dialog)
    app.find('label', STREET)


def choose_jan(app, entry, title):
    dialog = app.find('window', app.tr(title, 'window title'))
    app.attend_dialog()
    app.find('entry', entry, within=dialog)
    app.type('jan')
    app.find('row', 'Jan Śliwa', within=dialog)
    app.attend_popover()
    app.key('Down', 'Return')
    app.gone('row', 'Jan Śliwa', within=dialog)
    accept(app, dialog)


def add_people(app):
    add(app, app.tr('Relation…', 'add'))
    choose_jan(app, app.tr('Name of the person or organization'), 'Add Relation')
    app.find('row', contains='Jan Śliwa', within=app.find('group', app.tr('Relations', 'contact')))
    add(app, app.tr('Household…', 'add'))
    choose_jan(app, app.tr('Lives together with'), 'Add Household')
    app.find('row', contains='Jan Śliwa', within=app.find('group', app.tr('Household', 'contact')))


def add_details(app):
    fill(app, field(app, 'Birthday'), BIRTHDAY[app.language], BIRTHDAY[app.language])
    add(app, field(app, 'Anniversary'))
    app.wait_until(lambda: app.focused() in app.find_all('entry', field(app, 'Anniversary')),
                   'the cursor to be in the anniversary')
    app.type('2015-06-20')
    app.key('Return')
    app.find('row', contains=field(app, 'Anniversary') + ': ')
    row = bring(app, app.find('combo', field(app, 'Account manager')))
    app.click(row)
    app.click(app.find('label', 'Kamil Wróbel', within=row))
    app.gone('label', app.tr('Nobody', 'account manager'))


def add_tag(app):
    app.press(app.find('button', app.tr('Add Tag…')))
    app.attend_dialog()
    app.find('entry', app.tr('Tag', 'contact'))
    app.type('VIP')
    accept(app)
    app.find('button', app.tr('Remove Tag'))


def write_note(app):
    app.press(app.find('button', app.tr('Note', 'contact action')))
    app.wait_until(lambda: app.focused() is not None and app.text(app.focused()) == '', 'the cursor to be in the note')
    app.type(NOTE)
    app.key('Tab')
    app.wait_until(lambda: any(NOTE in text for text in app.texts()), 'the note to be shown')


def red_picture(app):
    path = os.path.join(app.home, 'red.png')
    with open(path, 'wb') as file:
        file.write(steps.png(64, 64, b'\xcc\0\0' * 64))
    return path


def choose_photo(app):
    app.press(bring(app, app.find_last('button', app.tr('Change the picture', 'tooltip'))))
    app.press(app.find('menu item', app.tr('_Choose Photo…', 'menu')))
    app.find('button', app.tr('_Choose', 'button'))
    app.type('/')
    entry = app.wait_until(lambda: next((entry for entry in app.find_all('entry') if app.text(entry) == '/'), None),
                           'the entry for a path')
    app.set_text(entry, red_picture(app))
    app.key('Return')
    app.gone('button', app.tr('_Choose', 'button'))
    app.find('label', app.tr('Photo changed'))


def shown(app):
    ids = [row['id'] for row in json.loads(app.cli('list', 'contacts', '--json', '--search="dr ewa śliwa"'))]
    equal(len(ids), 1, 'cards of that name')
    return json.loads(app.cli('show', ids[0], '--json'))


def check_stored(app):
    card = shown(app)
    equal([card[name] for name in ('prefix', 'given', 'family', 'birthday', 'anniversary', 'manager', 'tags', 'note')],
          ['dr', 'Ewa', 'Śliwa', '--03-12', '2015-06-20', 'Kamil Wróbel', ['VIP'], NOTE], 'the fields')
    equal([(point['kind'], point['value']) for point in card['points']],
          [('phone', '512 345 678'), ('mail', 'ewa@example.com'), ('url', 'https://sliwa.example'), ('chat', '@ewa_sliwa')],
          'the ways to reach her')
    equal([(address['street'], address['house'], address['postcode']) for address in card['addresses']],
          [('ul. Wzorcowa', '7/3', '31-019')], 'the address')
    equal([(number['kind'], number['value']) for number in card['identifiers']], [('nip', '1234563218')], 'the number')
    equal([(one['name'], one['role']) for one in card['affiliations']], [('Studio Śliwa', 'szefowa')], 'where she works')
    equal([(one['name'], one['as']) for one in card['relations']], [('Jan Śliwa', 'parent')], 'the relations')
    equal(len(card['household']), 1, 'households she lives in')
    equal(card['own'], {'Metraż': '85.5'}, 'own fields')
    equal(card['photo_type'], 'image/jpeg', 'the kind of picture that is kept')


def check_readable(app):
    """All of it can be read on the card."""
    def missing():
        texts = '\n'.join(app.texts()) + '\n'.join(app.name(row) for row in app.find_all('row'))
        return [text for text in (NAME, '512 345 678', 'ewa@example.com', 'https://sliwa.example', '@ewa_sliwa', STREET,
                                  '123-456-32-18', BIRTHDAY[app.language], '2015', 'Kamil Wróbel', 'VIP', NOTE,
                                  'Studio Śliwa', 'szefowa', 'Jan Śliwa', 'Metraż', 'm²') if text not in texts]

    app.wait_until(lambda: not missing(), lambda: 'all of the card to be shown; missing: %s' % missing())


def open_card(app):
    people = app.find('list', app.tr('People and organizations'))
    app.click(app.wait_until(lambda: [row for row in app.find_all('row', within=people) if app.name(row).startswith(NAME)],
                             'the row of the card')[0])
    app.find('label', NAME)


@test
def is_filled_in_and_read_back(language):
    app = start(language)
    make_contact(app)
    add_typed(app, 'https://sliwa.example', app.tr('Website', 'add'))
    add_typed(app, '@ewa_sliwa', app.tr('Chat', 'add'), 'Telegram')
    add(app, app.tr('NIP', 'identifier'))
    app.wait_until(lambda: app.focused() in app.find_all('entry', contains='NIP'), 'the cursor to be in the new row')
    app.type('123-456-32-18')
    app.key('Return')
    app.find('row', contains='123-456-32-18')
    add_people(app)
    add_address(app)
    app.press(bring(app, app.find_last('button', app.tr('Fill in an Own Field', 'own field'))))
    app.press(app.find('menu item', 'Metraż'))
    app.wait_until(lambda: app.focused() in app.find_all('entry', contains='Metraż'), 'the cursor to be in the own field')
    app.type('85.5' if language == 'en' else '85,5')
    app.key('Return')
    app.find('label', contains='m²')
    add_details(app)
    add_tag(app)
    write_note(app)
    choose_photo(app)
    check_readable(app)
    app.close()
    check_stored(app)

    app.start()
    open_card(app)
    check_readable(app)
    app.close()
    check_stored(app)


@test
def steps_are_taken_back_one_by_one(language):
    app = start(language)
    make_contact(app)
    add_typed(app, 'https://sliwa.example', app.tr('Website', 'add'))
    add_address(app)
    add_tag(app)
    fill(app, field(app, 'Birthday'), BIRTHDAY[language], BIRTHDAY[language])
    app.key('Escape')
    open_card(app)
    app.key('ctrl+z')
    app.gone('row', field(app, 'Birthday') + ': ' + BIRTHDAY[language])
    app.key('ctrl+z')
    app.gone('button', app.tr('Remove Tag'))
    app.key('ctrl+z')
    app.gone('label', STREET)
    app.key('ctrl+z')
    app.gone('row', contains='https://sliwa.example')
    for back in (lambda: app.find('row', contains='https://sliwa.example'), lambda: app.find('label', STREET),
                 lambda: app.find('button', app.tr('Remove Tag')),
                 lambda: app.find('row', field(app, 'Birthday') + ': ' + BIRTHDAY[language])):
        app.key('ctrl+shift+z')
        back()
    app.close()
    equal(shown(app)['birthday'], '--03-12', 'the birthday after all was done again')


main()
