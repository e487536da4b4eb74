# SPDX-License-Identifier: GPL-3.0-or-later
"""The official numbers of a contact: typed, checked, grouped, found; those of natural persons only when switched on."""

import json

from harness import App, check, equal, main, test

NAME = 'Studio Fryzur'


def start_with(language, country, *words):
    app = App(language)
    contact = app.cli('new', 'contact', 'kind=organisation', 'name=' + NAME, *words).strip()
    app.cli('set', 'business', 'name=Firma', 'country=' + country)
    app.start()
    open_card(app)
    return app, contact


def open_card(app):
    app.click(app.find('row', contains=NAME, within=app.find('list', app.tr('People and organizations'))))
    app.find('label', NAME)


def numbers(app, contact):
    return [(number['kind'], number['value'], number['label'])
            for number in json.loads(app.cli('show', contact, '--json', '--personal-numbers'))['identifiers']]


def open_menu(app):
    app.click(app.find_last('button', app.tr('Add Contact Detail')))


def begin(app, kind):
    """Chooses what number to add, and waits for the cursor. Returns: its entry."""
    open_menu(app)
    app.click(app.find('menu item', app.tr(kind, 'identifier')))
    app.wait_until(lambda: app.focused() in app.find_all('entry', contains=app.tr(kind, 'identifier')),
                   'the cursor to be in the new row')
    return app.focused()


@test
def a_number_is_checked_while_it_is_typed(language):
    app, contact = start_with(language, 'PL')
    warning = app.tr('The last digit does not fit the others. Check for a typing error.')
    entry = begin(app, 'NIP')
    app.type('123-456-32-1')
    app.gone('label', warning)
    app.type('7')
    app.find('label', warning)
    app.key('BackSpace')
    app.gone('label', warning)
    app.type('7')
    app.key('Return')
    app.wait_until(lambda: entry not in app.find_all('entry'), 'what was typed to be saved')
    row = app.find('row', contains='123-456-32-17')
    app.find('label', warning)  # what is kept in spite of it goes on saying so
    app.click(row)
    app.wait_until(lambda: app.text(app.focused()) == '1234563217', 'the number to be edited as it is kept')
    app.key('ctrl+a')
    app.type('PL 123 456 32 18')
    app.key('Return')
    app.find('row', contains='123-456-32-18')
    app.gone('label', warning)
    app.find('label', contains='NIP 123-456-32-18')  # under the name
    app.click(app.find('row', contains=NAME, within=app.find('list', app.tr('People and organizations'))))
    app.key('ctrl+z')
    app.find('row', contains='123-456-32-17')
    app.close()
    equal(numbers(app, contact), [('nip', '1234563217', '')], 'the number')


@test
def nothing_typed_is_nothing_added(language):
    app, contact = start_with(language, 'ID')
    begin(app, 'NPWP')
    app.key('Escape')
    app.gone('row', contains='NPWP')
    app.close()
    equal(numbers(app, contact), [], 'numbers')


@test
def those_of_the_country_come_first(language):
    for country, first in (('PL', ('NIP', 'REGON', 'KRS', 'Bank account')),
                           ('ID', ('NPWP', 'NIB', 'Account without IBAN'))):
        app, _ = start_with(language, country)
        open_menu(app)
        app.find('menu item', app.tr(first[0], 'identifier'))
        shown = [app.name(item) for item in app.find_all('menu item')]
        equal([name for name in (app.tr(kind, 'identifier') for kind in first) if name in shown],
              [app.tr(kind, 'identifier') for kind in first], 'the numbers that are offered at once')
        check(app.tr('PESEL', 'identifier') not in shown, 'no number of a natural person to be offered')
        app.key('Escape')
        app.close()


@test
def it_is_found_in_any_spelling(language):
    app, _ = start_with(language, 'PL', 'nip=1234563218')
    for text in ('123-456-32-18', 'PL1234563218', 'nip:1234563218', '12345632'):
        app.key('ctrl+f')
        app.key('ctrl+a')
        app.type(text)
        app.find('row', contains=NAME, within=app.find('list', app.tr('People and organizations')))
    app.key('ctrl+a')
    app.type('nip:1234563217')
    app.find('label', app.tr('No Results Found'))
    app.close()


@test
def numbers_of_persons_are_switched_on(language):
    app, contact = start_with(language, 'PL')
    app.key('ctrl+comma')
    app.attend_dialog()
    app.press(app.find('check', within=app.find('row', contains=app.tr('Keep numbers of natural persons'))))
    app.key('Escape')
    app.attend_window()
    open_menu(app)
    app.click(app.find('menu item', app.tr('More Numbers', 'add')))
    app.click(app.find('menu item', app.tr('PESEL', 'identifier')))
    app.attend_dialog()
    app.type_into(app.find('entry', app.tr('PESEL', 'identifier')), '44051401359')
    app.type_into(app.find('entry', app.tr('What it is needed for', 'official number')), 'umowa')
    app.key('Return')
    app.attend_window()
    row = app.find('row', contains='•••••••1359')
    check(not [text for text in app.texts() if '44051401359' in text], 'the number to be masked')
    check(app.name(row).startswith('PESEL · umowa'), 'the row to say what it is needed for')
    app.close()
    equal(numbers(app, contact), [('pesel', '44051401359', 'umowa')], 'the number')


main()
