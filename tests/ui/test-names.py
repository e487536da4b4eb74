# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts of names, forms of address and legal forms, and the greeting that comes of them."""

import json

from harness import App, equal, main, test


def start_with(language, *contacts):
    app = App(language, size=(1200, 960))
    ids = [app.cli('new', 'contact', *words).strip() for words in contacts]
    app.start()
    return app, ids


def open_card(app, name):
    app.click(app.find('row', contains=name, within=app.find('list', app.tr('People and organizations'))))
    app.find('label', name)


def label(app, msgid):
    return app.tr(msgid, 'contact field')


def fill(app, name, text):
    """Types into the row of the card that is called @name."""
    row = app.wait_until(lambda: next((row for row in app.find_all('row', contains=name + ': ')
                                       if app.name(row).startswith(name + ': ')), None), 'the row ' + name)
    app.click(row)
    app.find('entry', name)
    app.key('ctrl+a')
    app.type(text)
    app.key('Return')


def greeting(app):
    return label(app, 'Greeting in letters')


def choose_form(app, form):
    row = app.find('combo', label(app, 'Form of address'))
    app.click(row)
    app.click(app.find('label', form, within=row))


@test
def addresses_a_person(language):
    app, (contact,) = start_with(language, ['name=mgr Marek Lis'])
    open_card(app, 'mgr Marek Lis')
    equal(app.find_all('row', contains=greeting(app)), [], 'greetings of somebody of whom nobody knows how to address them')
    app.click(app.find('row', contains=app.tr('Parts of the Name')))
    app.find('row', contains='Lis')
    choose_form(app, 'Pan')
    app.find('row', greeting(app) + ': Szanowny Panie Marku,')
    app.find('label', label(app, 'Vocative · proposed'))
    fill(app, label(app, 'Vocative · proposed'), 'Mareczku')
    app.find('row', greeting(app) + ': Szanowny Panie Mareczku,')
    fill(app, label(app, 'Call name'), 'Marecki')
    app.press(app.find('button', app.tr('Copy the Greeting')))
    app.find('label', app.tr('Copied to the clipboard'))
    app.close()
    shown = json.loads(app.cli('show', contact, '--json'))
    equal([shown[name] for name in ('name', 'address_form', 'vocative', 'call_name')],
          ['mgr Marek Lis', 'pan', 'Mareczku', 'Marecki'], 'what was recorded')


@test
def one_name_is_enough(language):
    app, (contact,) = start_with(language, ['name=Sukarmin', 'address_form=bapak'])
    open_card(app, 'Sukarmin')
    app.find('row', greeting(app) + ': Yth. Bapak Sukarmin,')
    equal(app.find_all('label', label(app, 'Vocative')), [], 'vocatives of who is not addressed in Polish')
    app.close()
    equal(json.loads(app.cli('show', contact, '--json'))['family'], '', 'the family name')


@test
def gives_a_company_its_form(language):
    app, (contact,) = start_with(language, ['kind=organisation', 'name=Ósemka'])
    open_card(app, 'Ósemka')
    app.click(app.find('row', contains=label(app, 'Legal form')))
    app.find('entry', label(app, 'Legal form'))
    app.type('sp. z')
    suggestion = app.find('row', 'sp. z o.o.')
    app.click(suggestion)
    app.gone('row', 'sp. z o.o.')
    app.key('Return')
    app.find('row', greeting(app) + ': Szanowni Państwo,')
    app.find('label', 'Ósemka sp. z o.o.')
    fill(app, label(app, 'Legal form'), 'PT')
    app.find('row', greeting(app) + ': Yth. Pimpinan PT Ósemka,')
    app.key('ctrl+z')
    app.find('label', 'Ósemka sp. z o.o.')
    app.close()
    equal(json.loads(app.cli('show', contact, '--json'))['legal_form'], 'sp. z o.o.', 'the legal form')


main()
