# SPDX-License-Identifier: GPL-3.0-or-later
"""Households: founded on a card, told of on the cards of everybody in them, left and dissolved."""

import csv
import json
import os

from harness import App, equal, main, test

FAMILY = 'Państwo Anna i Jan Kowalscy'
HOME = 'address+=ul. Polna;Kraków;31-019;;;home;7/3'


def start(language):
    app = App(language, size=(1200, 960))
    app.cli('sample', 'pl')
    anna = app.cli('new', 'contact', 'name=Anna Kowalska', 'address_form=pani', HOME).strip()
    jan = app.cli('new', 'contact', 'name=Jan Kowalski', 'address_form=pan', HOME).strip()
    return app, anna, jan


def found(app, anna, jan):
    return app.cli('new', 'contact', 'kind=household', 'household+=' + anna, 'household+=' + jan,
                   'address-of=' + anna, 'address-of=' + jan).strip()


def show(app, name):
    app.key('ctrl+f', 'ctrl+a')
    app.type(name)
    app.wait_until(lambda: name in app.texts(), 'the search for ' + name)
    app.click(app.find('row', contains=name, within=app.find('list', app.tr('People and organizations'))))


def household(app):
    return app.find('group', app.tr('Household', 'contact'))


def members(app, contact):
    return [one['name'] for one in json.loads(app.cli('show', contact, '--json'))['household']]


@test
def is_founded_and_every_card_tells_of_it(language):
    app, anna, jan = start(language)
    app.start()
    show(app, 'Anna Kowalska')
    app.click(app.find('button', app.tr('Add Contact Detail')))
    app.click(app.find('menu item', app.tr('Household…', 'add')))
    app.attend_dialog()
    app.find('entry', app.tr('Lives together with'))
    app.type('jan kow')
    app.click(app.find('row', 'Jan Kowalski'))
    app.gone('row', 'Jan Kowalski')
    app.finish(app.find('button', app.tr('_Add', 'button')))
    app.find('row', contains=FAMILY, within=household(app))
    app.find('label', 'ul. Polna 7/3, 31-019 Kraków', within=household(app))
    app.click(app.find('row', contains='Jan Kowalski', within=household(app)))
    app.find('row', contains='Anna Kowalska', within=household(app))
    app.click(app.find('row', contains=FAMILY, within=household(app)))
    here = app.find('group', app.tr('Who Lives Here', 'household'))
    app.find('row', contains='Anna Kowalska', within=here)
    app.find('row', contains='Jan Kowalski', within=here)
    app.close()
    equal(members(app, anna), [FAMILY], 'where Anna lives')
    equal(members(app, jan), [FAMILY], 'where Jan lives')


@test
def is_made_like_any_new_contact(language):
    app, anna, _ = start(language)
    app.start()
    app.key('ctrl+n')
    dialog = app.find('window', app.tr('New Contact', 'window title'))
    app.attend_dialog()
    kind = app.find('combo', app.tr('Kind', 'contact field'), within=dialog)
    app.click(kind)
    app.click(app.find('label', app.tr('Household', 'contact kind'), within=kind))
    app.gone('entry', app.tr('Role in the organization', 'contact field'))
    app.type_into(app.find('entry', app.tr('Name', 'contact field'), within=dialog), 'Kowalscy z Polnej')
    member = app.find('entry', app.tr('Who lives there'), within=dialog)
    app.click(member)
    app.type('anna kow')
    app.find('row', 'Anna Kowalska')
    app.attend_popover()
    app.key('Down', 'Return')
    app.gone('row', 'Anna Kowalska')
    app.finish(app.find('button', app.tr('_Add', 'button'), within=dialog))
    app.find('row', contains='Anna Kowalska', within=app.find('group', app.tr('Who Lives Here', 'household')))
    app.find('label', 'ul. Polna 7/3, 31-019 Kraków')
    app.close()
    equal(members(app, anna), ['Kowalscy z Polnej'], 'where Anna lives')


@test
def is_left_dissolved_and_taken_back(language):
    app, anna, jan = start(language)
    family = found(app, anna, jan)
    app.start()
    show(app, 'Anna Kowalska')
    app.press(app.find('button', app.tr('Leave the Household')))
    app.gone('group', app.tr('Household', 'contact'))
    app.key('ctrl+z')
    app.click(app.find('row', contains=FAMILY, within=household(app)))
    app.click(app.find('row', contains=app.tr('Dissolve the Household')))
    app.find('label', app.tr('Household dissolved'))
    app.close()
    equal(json.loads(app.cli('show', family, '--json'))['in_trash'], True, 'the household to be in the trash')
    equal(members(app, family), ['Anna Kowalska', 'Jan Kowalski'], 'who lived there')
    for person in (anna, jan):
        equal([address['city'] for address in json.loads(app.cli('show', person, '--json'))['addresses']], ['Kraków'],
              'the address that everybody keeps')


@test
def gets_one_letter(language):
    app, anna, jan = start(language)
    found(app, anna, jan)
    app.cli('new', 'contact', 'name=Zoe Kowalska')
    app.start()
    app.type_into(app.find('entry', app.tr('Name, phone, email…')), 'kowalska')
    app.gone('row', contains='Zięba')
    app.key('F10')
    app.press(app.find('menu item', app.tr('_Export…', 'menu')))
    app.click(app.find('radio', app.tr('CSV for spreadsheets')))
    app.press(app.find('check', app.tr('Each household once')))
    app.press(app.find('button', app.tr('_Save As…')))
    path = os.path.join(app.home, 'letters.csv')
    app.find('button', app.tr('_Export'))
    app.key('ctrl+a')
    app.type(path)
    app.key('Return')
    app.find('label', app.trn('Exported %s contact', 'Exported %s contacts', 2) % 2)
    with open(path, encoding='utf-8-sig', newline='') as file:
        separator = ';' if ';' in file.readline() else ','
        file.seek(0)
        rows = list(csv.DictReader(file, delimiter=separator))
    equal(sorted((row['Name'], row['Address 1 - City']) for row in rows), [(FAMILY, 'Kraków'), ('Zoe Kowalska', '')],
          'whom the letters go to')
    app.close()


main()
