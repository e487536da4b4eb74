# SPDX-License-Identifier: GPL-3.0-or-later
"""Contacts that are there twice: found, compared, merged with a choice, told apart, and taken apart again."""

import json

from harness import App, check, equal, main, test


def new(app, *words):
    return app.cli('new', 'contact', *words).strip()


def start_with_pairs(app):
    """Two pairs, and somebody who is there once."""
    ids = {
        'anna': new(app, 'name=Anna Żuk', 'phone+=+48 512 345 678', 'birthday=1980-02-03', 'note=Pierwsza'),
        'twin': new(app, 'name=Żuk Anna', 'phone+=+48512345678', 'mail+=anna@example.com', 'birthday=1980-03-02'),
        'budi': new(app, 'name=Budi', 'phone+=512 345 999'),
        'whole': new(app, 'name=Budi Santoso', 'phone+=512 345 999'),
    }
    new(app, 'name=Ewa Lis')
    app.cli('set', 'business', 'name=Firma', 'country=PL')
    app.start()
    return ids


def find_duplicates(app):
    app.key('F10')
    app.click(app.find('menu item', app.tr('Fi_nd Duplicates…', 'menu')))


def pairs(app):
    return app.find('list', app.tr('Contacts that may be the same', 'accessible'))


def count(app, n):
    return app.trn('%s pair', '%s pairs', n) % n


def card(app, contact):
    return json.loads(app.cli('show', contact, '--json'))


@test
def two_become_one_and_two_again(language):
    app = App(language)
    ids = start_with_pairs(app)
    find_duplicates(app)
    app.find('label', count(app, 2))
    row = app.find('row', contains='Żuk Anna', within=pairs(app))
    for reason in ('Same name', 'Same phone number', 'Different birthdays'):
        check(app.tr(reason) in app.name(row), 'the row to say: ' + reason)
    app.find('label', contains=app.tr('Same phone number'))
    right = app.find('radio', '%s: %s' % (app.tr('Name', 'contact field'), 'Żuk Anna'))
    check(not app.is_checked(right), 'the older card to be proposed')
    birthdays = app.find_all('radio', contains=app.tr('Birthday', 'contact field'))
    equal(len(birthdays), 2, 'choices of the birthday')
    app.click(birthdays[1])
    app.wait_until(lambda: app.is_checked(birthdays[1]), 'the other birthday to be chosen')
    app.find('label', contains='anna@example.com')
    app.click(app.find('button', app.tr('_Merge', 'button')))
    app.find('label', app.tr('Merged into one contact'))
    app.find('label', count(app, 1))
    app.gone('row', contains='Żuk Anna')
    app.find('radio', contains='Budi Santoso')  # the next pair is looked at
    app.click(app.find_on_toast('Undo'))
    app.answer(app.find('dialog', app.tr('Undo This?')), app.tr('_Undo'))
    app.find('label', count(app, 2))
    app.find('row', contains='Żuk Anna', within=pairs(app))
    app.key('ctrl+shift+z')
    app.answer(app.find('dialog', app.tr('Redo This?')), app.tr('_Redo'))
    app.find('label', count(app, 1))
    app.close()
    merged = card(app, ids['anna'])
    equal((merged['name'], merged['birthday']), ('Anna Żuk', '1980-03-02'), 'the card that stayed')
    equal([point['value'] for point in merged['points']], ['+48 512 345 678', 'anna@example.com'], 'what came')
    check('Pierwsza' in merged['note'] and 'Żuk Anna' in merged['note'], 'nothing to be lost')


@test
def all_that_moves_is_told(language):
    app = App(language)
    app.cli('new', 'own_field', 'name=Metraż', 'type=number')
    new(app, 'name=Ewa Lis')
    new(app, 'name=Anna Żuk', 'phone+=+48 512 345 678')
    twin = new(app, 'name=Żuk Anna', 'phone+=+48512345678', 'own.Metraż=85', 'relations+=Ewa Lis|spouse',
               *('activity+=call|out|2026-02-%02d' % day for day in range(1, 14)), 'activity+=mail|in|2026-03-05||Oferta')
    new(app, 'kind=household', 'name=Dom Żuków', 'household+=' + twin)
    app.start()
    find_duplicates(app)
    app.find('label', contains='85 · Metraż')
    app.find('label', contains='Ewa Lis · ' + app.tr('Spouse or partner', 'condition'))
    app.find('label', contains='Dom Żuków')
    app.find('label', contains=' · %s · Oferta' % app.tr('Email received', 'activity'))
    app.find('label', contains=app.trn('and %s more', 'and %s more', 2) % 2)
    app.close()


@test
def the_other_card_may_stay(language):
    app = App(language)
    ids = start_with_pairs(app)
    find_duplicates(app)
    app.find('radio', contains='Żuk Anna')
    app.click(app.find('radio', '%s: %s' % (app.tr('The card that stays'), 'Żuk Anna')))
    name = app.find('radio', '%s: %s' % (app.tr('Name', 'contact field'), 'Żuk Anna'))
    app.wait_until(lambda: app.is_checked(name), 'the fields to follow')
    app.click(app.find('button', app.tr('_Merge', 'button')))
    app.find('label', app.tr('Merged into one contact'))
    app.close()
    equal(card(app, ids['twin'])['name'], 'Żuk Anna', 'the card that stayed')
    check(ids['anna'] not in app.cli('list', 'contacts'), 'the older card to be gone')


@test
def not_the_same_is_remembered(language):
    app = App(language)
    start_with_pairs(app)
    find_duplicates(app)
    app.find('radio', contains='Żuk Anna')
    app.click(app.find('button', app.tr('_Not the Same', 'button')))
    app.find('label', app.tr('Remembered: they are not the same'))
    app.find('label', count(app, 1))
    app.restart()
    find_duplicates(app)
    app.find('label', count(app, 1))
    app.gone('row', contains='Żuk Anna', within=pairs(app))
    app.click(app.find('button', app.tr('_Not the Same', 'button')))
    app.find('label', app.tr('No Duplicates'))
    app.key('ctrl+z')
    app.find('label', count(app, 1))
    app.close()


@test
def an_empty_search_says_so(language):
    app = App(language)
    new(app, 'name=Anna Żuk')
    app.start()
    find_duplicates(app)
    app.find('label', app.tr('No Duplicates'))
    app.find('button', app.tr('_Look Again', 'button'))
    equal(app.unnamed(), [], 'what has no name')
    app.close()


@test
def two_that_are_selected_are_merged(language):
    app = App(language)
    one = new(app, 'name=Anna Żuk', 'phone+=+48512345678')
    other = new(app, 'name=Hanna Kos', 'mail+=hanna@example.com')
    new(app, 'name=Ewa Lis')
    app.start()
    people = app.find('list', app.tr('People and organizations'))
    app.click(app.find('row', contains='Anna Żuk', within=people), holding=['ctrl'])
    app.gone('button', app.tr('Mer_ge…', 'menu'))
    app.click(app.find('row', contains='Hanna Kos', within=people), holding=['ctrl'])
    app.click(app.find('button', app.tr('Mer_ge…', 'menu')))
    app.attend_dialog()
    app.find('radio', '%s: %s' % (app.tr('The card that stays'), 'Hanna Kos'))
    app.click(app.find('button', app.tr('_Merge', 'button')))
    app.attend_window()
    app.find('label', app.tr('Merged into one contact'))
    app.close()
    merged = card(app, one)
    equal([point['value'] for point in merged['points']], ['+48512345678', 'hanna@example.com'], 'both ways')
    check(other not in app.cli('list', 'contacts'), 'one card to be left')


def take_apart(app, name, says):
    """Answers the question whether to take a card apart, once it says what goes back."""
    dialog = app.find('dialog', app.tr('Take “%s” Out Again?') % name)
    app.attend_dialog()
    for text in says:
        app.find('label', contains=text, within=dialog)
    app.answer(dialog, app.tr('_Take Apart', 'button'))


@test
def a_card_is_taken_apart_at_any_time(language):
    app = App(language)
    ids = start_with_pairs(app)
    app.close()
    app.cli('merge', ids['anna'], ids['twin'])
    app.cli('set', ids['anna'], 'nickname=Ania', 'birthday=1980-02-04')
    app.start()
    people = app.find('list', app.tr('People and organizations'))
    app.click(app.find('row', contains='Ewa Lis', within=people))
    app.find('label', 'Ewa Lis')
    app.gone('label', app.tr('Merged into This Card', 'contact'))
    app.click(app.find('row', contains='Anna Żuk', within=people))
    app.find('label', app.tr('Merged into This Card', 'contact'))
    app.press(app.find('button', contains=app.tr('Take Apart…', 'button')))
    take_apart(app, 'Żuk Anna', ['anna@example.com'])
    app.find('label', app.tr('Two contacts again'))
    app.find('row', contains='Żuk Anna', within=people)
    app.gone('label', app.tr('Merged into This Card', 'contact'))
    app.click(app.find_on_toast('Undo'))
    app.answer(app.find('dialog', app.tr('Undo This?')), app.tr('_Undo'))
    app.gone('row', contains='Żuk Anna', within=people)
    app.close()
    merged = card(app, ids['anna'])
    equal([point['value'] for point in merged['points']], ['+48 512 345 678', 'anna@example.com'], 'merged again')


@test
def the_history_takes_apart_too(language):
    app = App(language)
    ids = start_with_pairs(app)
    app.close()
    app.cli('merge', ids['anna'], ids['twin'])
    app.start()
    app.click(app.find('row', app.tr('History', 'page')))
    row = app.find('row', contains='“Anna Żuk”' if language != 'pl' else '„Anna Żuk”')
    app.click(row)
    app.press(app.find('button', app.tr('Take Apart…', 'button')))
    take_apart(app, 'Żuk Anna', ['anna@example.com'])
    app.find('label', app.tr('Two contacts again'))
    app.press(app.find('button', app.tr('Take Apart…', 'button')))
    app.find('label', contains=app.tr('This contact was not merged into another one, or was taken out again.'))
    app.close()
    equal(len(card(app, ids['twin'])['points']), 2, 'the ways of the one that came out')


@test
def who_is_there_is_told_while_typing(language):
    app = App(language)
    start_with_pairs(app)
    said = app.tr('Perhaps already there: %s')
    app.key('ctrl+n')
    app.attend_dialog()
    app.type_into(app.find('entry', app.tr('Name', 'contact field')), 'Ewa')
    app.type_into(app.find('entry', app.tr('Phone', 'contact point')), '512345678')
    app.find(contains=said % 'Anna Żuk')
    app.find(contains=app.tr('Same phone number'))
    app.key('BackSpace')
    app.gone(contains=said % 'Anna Żuk')
    app.type_into(app.find('entry', app.tr('Name', 'contact field')), 'Budi Santosa')
    app.find(contains=said % 'Budi Santoso')
    app.find(contains=app.tr('Nearly the same name'))
    check(app.is_sensitive(app.find('button', app.tr('_Add', 'button'))), 'nobody to be kept from adding')
    app.press(app.find('button', '%s: %s' % (app.tr('Open Instead', 'button'), 'Budi Santoso')))
    app.attend_window()
    app.find('label', 'Budi Santoso')
    app.close()
    equal(len(app.cli('list', 'contacts').splitlines()), 5, 'how many contacts there are')


@test
def a_card_says_whom_it_may_be(language):
    app = App(language)
    ids = start_with_pairs(app)
    said = app.tr('Perhaps the same: %s')
    people = app.find('list', app.tr('People and organizations'))
    app.click(app.find('row', contains='Ewa Lis', within=people))
    app.find('label', 'Ewa Lis')
    app.click(app.find('row', contains='Anna Żuk', within=people))
    app.find(contains=said % 'Żuk Anna')
    app.press(app.find('button', '%s: %s' % (app.tr('Compare…', 'button'), 'Żuk Anna')))
    app.attend_dialog()
    app.find('label', contains=app.tr('Same phone number'))
    app.press(app.find('button', app.tr('_Not the Same', 'button')))
    app.attend_window()
    app.find('label', app.tr('Remembered: they are not the same'))
    app.gone(contains=said % 'Żuk Anna')
    app.click(app.find('row', contains='Budi Santoso', within=people))
    app.press(app.find('button', '%s: %s' % (app.tr('Compare…', 'button'), 'Budi')))
    app.attend_dialog()
    app.click(app.find('button', app.tr('_Merge', 'button')))
    app.attend_window()
    app.find('label', app.tr('Merged into one contact'))
    app.close()
    equal(len(app.cli('list', 'contacts').splitlines()), 4, 'how many contacts there are')
    check(ids['whole'] not in app.cli('list', 'contacts'), 'the younger card to have gone')


@test
def a_narrow_window_shows_one_at_a_time(language):
    app = App(language, size=(360, 640))
    start_with_pairs(app)
    find_duplicates(app)
    app.click(app.find('row', contains='Żuk Anna', within=pairs(app)))
    app.click(app.find('button', app.tr('_Not the Same', 'button')))
    app.find('radio', contains='Budi Santoso')
    app.click(app.find('button', app.tr('Back to the list', 'tooltip')))
    app.find('label', count(app, 1))
    app.close()


main()
