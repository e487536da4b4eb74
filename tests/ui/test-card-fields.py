# SPDX-License-Identifier: GPL-3.0-or-later
"""Fields that a business defines for itself: in their list, and on the cards."""

import json

from harness import App, check, equal, main, test
from harness.steps import deed

NAME = 'Ewa Śliwa'
FIELDS = (['name=Metraż', 'type=number', 'unit=m²'], ['name=Czynsz', 'type=money', 'unit=EUR'],
          ['name=Przegląd', 'type=date'], ['name=Strona', 'type=link'],
          ['name=Poziom', 'type=choice', 'choices+=Brązowy', 'choices+=Złoty'],
          ['name=Kursy', 'type=choices', 'choices+=Polski', 'choices+=Angielski', 'choices+=Łacina'],
          ['name=Zgoda', 'type=yes_no'], ['name=Polecił', 'type=person'], ['name=<b>Uwagi</b> _x'])


def start_with(language, *words, fields=FIELDS):
    app = App(language, size=(1200, 1000))
    app.cli('new', 'contact', 'name=Jan Lis')
    for field in fields:
        app.cli('new', 'own_field', *field)
    contact = app.cli('new', 'contact', 'name=' + NAME, *words).strip()
    app.start()
    return app, contact


def show_card(app):
    app.click(app.find('row', contains=NAME, within=app.find('list', app.tr('People and organizations'))))
    app.find('label', NAME)


def begin(app, field):
    app.click(app.find_last('button', app.tr('Fill in an Own Field', 'own field')))
    app.press(app.find('menu item', field))


def type_value(app, field, text):
    begin(app, field)
    app.wait_until(lambda: app.focused() in app.find_all('entry', contains=field), 'the cursor to be in ' + field)
    app.type(text)
    app.key('Return')


def accept(app, button):
    """Presses the button of the form, which may be called as one of the list behind it."""
    form = app.find('window', app.tr('New Field', 'window title'))
    app.press(app.find_last('button', app.tr(button, 'button'), within=form))


def save(app):
    app.finish(app.find('button', app.tr('_Save', 'button')))


def own(app, contact):
    return json.loads(app.cli('show', contact, '--json'))['own']


def open_list(app):
    app.key('F10')
    app.click(app.find('menu item', app.tr('Own Fie_lds…', 'menu')))
    app.find('window', app.tr('Own Fields', 'window title'))


@test
def values_are_typed_as_people_write_them(language):
    app, contact = start_with(language)
    show_card(app)
    number, shown = {'en': ('1,234.5', '1,234.5'), 'id': ('1.234,5', '1.234,5'), 'pl': ('1234,5', '234,5')}[language]
    type_value(app, 'Metraż', number)
    app.find('row', contains=shown)
    app.find('label', contains='m²')
    type_value(app, 'Czynsz', '1200')
    app.find('label', contains={'en': '1,200', 'id': '1.200', 'pl': '200'}[language])
    type_value(app, 'Przegląd', '2026-12-01')
    app.find('label', contains='2026')
    type_value(app, 'Strona', 'example.org')
    app.find('row', contains='https://example.org')
    type_value(app, '<b>Uwagi</b> _x', '<i>pilne</i>')
    app.find('row', contains='<i>pilne</i>')
    app.close()
    equal(own(app, contact), {'Metraż': '1234.5', 'Czynsz': '1200.00 EUR', 'Przegląd': '2026-12-01',
                              'Strona': 'https://example.org', '<b>Uwagi</b> _x': '<i>pilne</i>'}, 'the values')


@test
def what_cannot_be_stays_with_its_reason(language):
    app, contact = start_with(language, 'own.Metraż=85')
    show_card(app)
    app.click(app.find('row', contains='85'))
    app.wait_until(lambda: app.text(app.focused()) == '85', 'the number to be edited without its unit')
    app.key('ctrl+a')
    app.type('duży')
    app.key('Return')
    app.find('label', app.tr('This is not a number.'))
    app.key('ctrl+a')
    app.type('90')
    app.key('Return')
    app.find('row', contains='90')
    app.gone('label', app.tr('This is not a number.'))
    begin(app, 'Czynsz')
    app.key('Escape')
    app.gone('row', contains='Czynsz')
    app.close()
    equal(own(app, contact), {'Metraż': '90'}, 'the values')


@test
def values_are_chosen(language):
    app, contact = start_with(language)
    show_card(app)
    begin(app, 'Poziom')
    app.click(app.find('radio', 'Złoty'))
    save(app)
    app.find('row', contains='Złoty')
    begin(app, 'Kursy')
    app.click(app.find('check', 'Polski'))
    app.click(app.find('check', 'Łacina'))
    save(app)
    app.find('label', 'Polski, Łacina')
    begin(app, 'Zgoda')
    app.click(app.find('radio', app.tr('No', 'answer')))
    save(app)
    app.find('row', contains='Zgoda')
    begin(app, 'Polecił')
    app.find('entry', app.tr('Name of the contact', 'own field'))
    app.type('jan')
    app.find('row', 'Jan Lis')
    app.key('Down', 'Return')
    app.gone('row', 'Jan Lis')
    save(app)
    app.find('label', 'Jan Lis')
    row = app.find('row', contains='Kursy')
    app.press(app.find_last('button', app.tr('Change or Remove', 'own field'), within=row))
    app.click(app.find('check', 'Polski'))
    save(app)
    app.gone('label', 'Polski, Łacina')
    row = app.find('row', contains='Poziom')
    app.press(app.find_last('button', app.tr('Change or Remove', 'own field'), within=row))
    app.press(app.find('button', app.tr('Remove This Value', 'own field')))
    app.gone('row', contains='Poziom')
    app.press(app.find('button', app.tr('Show This Contact', 'own field')))
    app.gone('label', 'Polecił')
    app.close()
    equal(own(app, contact), {'Kursy': ['Łacina'], 'Zgoda': 'no', 'Polecił': 'Jan Lis'}, 'the values')


@test
def fields_are_defined_moved_and_deleted(language):
    app, contact = start_with(language, 'own.Metraż=85', fields=FIELDS[:2])
    open_list(app)
    app.press(app.find('button', app.tr('Add', 'tooltip')))
    app.type_into(app.find('entry', app.tr('Name of the field', 'own field')), 'metraż')
    accept(app, '_Add')
    app.find('label', app.tr('There is a field called “%s” already.') % 'metraż')
    app.type_into(app.find('entry', app.tr('Name of the field', 'own field')), 'Waga')
    accept(app, '_Add')
    app.find('label', 'Waga')
    deed(app, 'Waga', 'Move _Up')
    app.wait_until(lambda: [app.name(row) for row in app.find_all('row') if app.name(row).startswith(('Waga', 'Czynsz'))
                            ][0].startswith('Waga'), 'the field to stand further up')
    deed(app, 'Czynsz', 'No _Longer Use')
    app.find('label', contains=app.tr('not used any more', 'own field'))
    deed(app, 'Metraż', '_Delete')
    app.finish(app.find('button', app.tr('_Cancel')))
    app.find('label', 'Metraż')
    deed(app, 'Metraż', '_Edit…')
    app.type_into(app.find('entry', app.tr('Name of the field', 'own field')), 'Powierzchnia')
    save(app)
    app.find('label', 'Powierzchnia')
    app.key('Escape')
    show_card(app)
    app.find('label', 'Powierzchnia')
    check(not app.find_all('label', 'Czynsz'), 'the field that is not used to be out of the way')
    app.close()
    equal([(field['name'], field['retired']) for field in json.loads(app.cli('list', 'fields', '--json'))],
          [('Powierzchnia', False), ('Waga', False), ('Czynsz', True)], 'the fields')
    equal(own(app, contact), {'Powierzchnia': '85'}, 'what it says')


@test
def a_business_without_fields_sees_nothing_of_them(language):
    app, contact = start_with(language, fields=())
    show_card(app)
    check(not app.find_all('button', app.tr('Fill in an Own Field', 'own field')), 'nothing of own fields to be on the card')
    app.close()


main()
