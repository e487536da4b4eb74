# SPDX-License-Identifier: GPL-3.0-or-later
"""The page History: every edit with its old and new values, filters, and taking back;
and the changes of one record."""

import json
import os

from harness import App, check, equal, main, test

NAME = 'Żaneta Świątek'
OTHER = 'Anna Nowak'


def start(language, **options):
    app = App(language, **options)
    contact = app.cli('new', 'contact', 'name=' + NAME, 'phone+=512 345 678').strip()
    app.cli('new', 'contact', 'name=' + OTHER)
    app.start()
    return app, contact


def go_to_history(app):
    app.click(app.find('row', app.tr('History', 'page')))
    return changes(app)


def changes(app):
    return app.find('list', app.tr('Changes, newest first', 'accessible'))


def title(app, msgid, name=NAME):
    return app.tr(msgid) % name


def find_change(app, text):
    return app.find('row', contains=text, within=changes(app))


def open_contact(app, name):
    people = app.find('list', app.tr('People and organizations'))
    app.click(app.find('row', contains=name, within=people))
    app.find('label', name)


def correct_phone(app, old, new):
    app.click(app.find('row', contains=old))
    app.wait_until(lambda: app.focused() is not None and app.text(app.focused()), 'the field to be open')
    app.key('ctrl+a')
    app.type(new)
    app.key('Return')
    app.find('row', contains=new)


def undo_button(app, what):
    return app.find('button', app.tr('Undo: %s', 'accessible') % what)


def phone_of(app, contact):
    return json.loads(app.cli('show', contact, '--json'))['points'][0]['value']


def import_two(app):
    path = os.path.join(app.home, 'fair.csv')
    with open(path, 'w', encoding='utf-8') as file:
        file.write('Name,Phone\nTeresa Bąk,512 000 001\nOlga Lis,512 000 002\n')
    app.cli('import', path)


@test
def an_edit_is_told_undone_and_redone(language):
    app, contact = start(language)
    open_contact(app, NAME)
    correct_phone(app, '512 345 678', '512 345 679')
    go_to_history(app)
    changed = title(app, 'Changed a way to reach contact “%s”')
    app.click(find_change(app, changed))
    app.find('label', '512 345 678')
    app.find('label', '512 345 679')
    equal(app.unnamed(), [], 'buttons and entries without a name')

    app.press(undo_button(app, changed))
    undone = app.tr('Took back: %s') % changed
    find_change(app, undone)
    app.find('row', contains=app.tr('undone', 'history'), within=changes(app))
    check(not app.find_all('button', app.tr('Undo: %s', 'accessible') % changed), 'no second undo of the same')

    app.press(app.find('button', app.tr('Redo: %s', 'accessible') % undone))
    find_change(app, app.tr('Did again: %s') % changed)
    app.gone('row', contains=app.tr('undone', 'history'), within=changes(app))
    app.close()
    equal(phone_of(app, contact), '512 345 679', 'the number after undo and redo')


@test
def edits_of_one_record_are_one_line(language):
    app, contact = start(language)
    open_contact(app, NAME)
    correct_phone(app, '512 345 678', '512 345 679')
    correct_phone(app, '512 345 679', '512 345 670')
    go_to_history(app)
    both = app.trn('Made %u change to contact “%s”', 'Made %u changes to contact “%s”', 2).replace('%u', '2') % NAME
    app.click(find_change(app, both))
    app.find('label', '512 345 678')
    app.find('label', '512 345 670')
    # The newer of the two, which stands first.
    app.press(undo_button(app, title(app, 'Changed a way to reach contact “%s”')))
    find_change(app, app.tr('Took back: %s') % title(app, 'Changed a way to reach contact “%s”'))
    app.close()
    equal(phone_of(app, contact), '512 345 679', 'the number when the second of two edits is taken back')


@test
def keys_are_enough(language):
    app, _ = start(language)
    app.key('alt+3')
    added = title(app, 'Added contact “%s”')
    find_change(app, added)
    app.key('ctrl+f')
    app.wait_until(lambda: app.focused() is not None, 'the search to have the keyboard')
    app.type('zaneta')
    app.gone('row', contains=OTHER, within=changes(app))
    app.key('Tab', 'Tab', 'Tab', 'Tab')
    app.wait_until(lambda: app.focused() is not None and added in app.name(app.focused()), 'the row to have the keyboard')
    app.key('Return')
    app.find('label', '512 345 678')
    app.key('Return')
    app.gone('label', '512 345 678')


@test
def filters_choose(language):
    app, _ = start(language)
    go_to_history(app)
    find_change(app, title(app, 'Added contact “%s”'))
    app.click(app.find('button', contains=app.tr('Kind of change', 'filter')))
    app.click(app.find('menu item', app.tr('Contracts', 'filter')))
    app.find('label', app.tr('No Results Found'))
    app.press(app.find('button', app.tr('_Clear Filters')))
    find_change(app, title(app, 'Added contact “%s”'))
    entry = app.find('entry', app.tr('Search in the history', 'accessible'))
    app.type_into(entry, 'swiatek')
    app.gone('row', contains=OTHER, within=changes(app))
    find_change(app, title(app, 'Added contact “%s”'))


def choose_day(app, *before, contains):
    period = app.find('button', contains=app.tr('Period', 'filter'))
    app.click(period)
    days = app.find(name=app.tr('Days', 'calendar'))
    for button in before:
        app.click(app.find('button', button))
    app.click(app.find('cell', contains=contains, within=days))
    app.wait_until(lambda: '20' in app.name(period), 'the day on the chip')


@test
def one_day_is_chosen(language):
    app, _ = start(language)
    go_to_history(app)
    added = title(app, 'Added contact “%s”')
    find_change(app, added)
    choose_day(app, app.tr('Previous month', 'tooltip'), contains='15 ')
    app.find('label', app.tr('No Results Found'))
    app.press(app.find('button', app.tr('_Clear Filters')))
    find_change(app, added)


@test
def today_is_a_day_as_well(language):
    app, _ = start(language)
    go_to_history(app)
    choose_day(app, contains=app.tr('today', 'day in a calendar'))
    find_change(app, title(app, 'Added contact “%s”'))
    check(not app.find_all('label', app.tr('No Results Found')), 'the changes of today')


@test
def what_was_changed_since_is_asked_for(language):
    app = App(language)
    app.cli('new', 'contact', 'name=' + NAME)
    import_two(app)
    person = json.loads(app.cli('list', 'contacts', '--search=teresa', '--json'))[0]['id']
    app.cli('set', person, 'name=Teresa Bąk-Nowak')
    app.start()
    go_to_history(app)
    imported = app.trn('Imported %s contact', 'Imported %s contacts', 2).replace('%s', '2')
    app.click(find_change(app, imported))
    app.find('label', 'Olga Lis')
    app.press(undo_button(app, imported))
    question = app.find('dialog', app.tr('Undo This?'))
    check(any('Teresa Bąk-Nowak' in text for text in app.texts()), 'the question to name who was changed since')
    app.answer(question, app.tr('_Cancel'))
    app.press(undo_button(app, imported))
    app.answer(app.find('dialog', app.tr('Undo This?')), app.tr('_Undo the Rest'))
    app.find('row', contains=app.tr('undone', 'history'), within=changes(app))
    app.close()
    names = [row['name'] for row in json.loads(app.cli('list', 'contacts', '--json'))]
    equal(sorted(names), ['Teresa Bąk-Nowak', NAME], 'who is left')


@test
def a_toast_shows_what_it_tells(language):
    app, _ = start(language)
    open_contact(app, NAME)
    correct_phone(app, '512 345 678', '512 345 679')
    app.key('ctrl+z')
    app.press(app.find_on_toast('Show'))
    find_change(app, app.tr('Took back: %s') % title(app, 'Changed a way to reach contact “%s”'))
    # It is open: what was taken back can be read.
    app.find('label', '512 345 679')


@test
def a_card_has_its_changes(language):
    app, _ = start(language)
    open_contact(app, NAME)
    app.click(app.find('button', app.tr('What can be done with this contact', 'tooltip')))
    app.click(app.find('menu item', app.tr('C_hanges', 'menu')))
    find_change(app, title(app, 'Added contact “%s”'))
    check(not app.find_all('row', contains=OTHER, within=changes(app)), 'only the changes of this contact')
    app.find('label', app.tr('Changes', 'page'))
    app.press(app.find('button', app.tr('Back to the record', 'tooltip')))
    app.find('row', contains='512 345 678')


@test
def it_fits_a_narrow_window_with_large_text(language):
    app = App(language, size=(360, 640), text_scale=1.5)
    app.cli('new', 'contact', 'name=' + NAME)
    app.start()
    app.key('alt+3')
    find_change(app, title(app, 'Added contact “%s”'))
    app.wait_until(lambda: app.place(changes(app))[2] <= 360, 'the page to be as wide as the window')


@test
def nothing_has_been_changed(language):
    app = App(language).start()
    app.type_into(app.find('entry', app.tr('Name of the business')), 'Biuro')
    app.press(app.find('button', app.tr('Start _Empty')))
    app.find('label', app.tr('No Contacts Yet'))
    go_to_history(app)
    find_change(app, app.tr('Changed the details of the business'))
    app.click(app.find('button', contains=app.tr('Period', 'filter')))
    app.click(app.find('menu item', app.tr('Today', 'filter')))
    find_change(app, app.tr('Changed the details of the business'))


main()
