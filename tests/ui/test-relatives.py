# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is related to whom: on both cards and in searches, by hand."""

import json

from harness import App, check, equal, main, steps, test, tree

PARENT = {'en': 'parent', 'id': 'orangtua', 'pl': 'rodzic'}
PAYER = {'en': 'payer', 'id': 'pembayar', 'pl': 'płatnik'}
NAMES = ('Adam', 'Anna Łoś', 'Budi', 'Ewa', 'Jan', 'Naya', 'Ratna')


def start_with(language, *contacts):
    app = App(language)
    ids = [app.cli('new', 'contact', *words).strip() for words in contacts]
    app.start()
    return app, ids


def show(app, name):
    contacts = app.find('list', app.tr('People and organizations'))
    rows = []

    def is_shown():
        rows[:] = [row for row in app.find_all('row', within=contacts) if app.name(row).startswith(name)]
        return rows

    app.wait_until(is_shown, 'the row of ' + name)
    app.click(rows[0])
    app.find('label', name)


def section(app):
    return app.find('group', app.tr('Relations', 'contact'))


def edit(app, name):
    """Opens the form of the relation with @name."""
    row = app.find('row', contains=name, within=section(app))
    app.press(app.find_last('button', app.tr('Change or Remove', 'relation'), within=row))
    app.find('entry', app.tr('Until', 'affiliation field'))


def begin(app):
    app.click(app.find('button', app.tr('Add Contact Detail')))
    app.click(app.find('menu item', app.tr('Relation…', 'add')))
    app.find('entry', app.tr('Name of the person or organization'))


def choose_own_words(app, name):
    """What the other one is to whoever is called @name; it is offered last."""
    combo = app.find('combo', app.tr('Is to %s') % name)
    app.click(combo)
    app.find('label', app.tr('Child', 'condition'), within=combo)
    app.key('End')
    app.find('label', app.tr('Other relation', 'relation'), within=combo)
    app.key('Return')


def choose(app, name, label):
    """What the other one is to whoever is called @name."""
    combo = app.find('combo', app.tr('Is to %s') % name)
    app.click(combo)
    app.click(app.find('label', app.tr(label, 'condition'), within=combo))
    # Of the others there is one that no test chooses: it goes with the list.
    app.gone('label', app.tr('Ward', 'condition'), within=combo)
    app.find('label', app.tr(label, 'condition'), within=combo)


def links(app, contact):
    return json.loads(app.cli('show', contact, '--json'))['relations']


@test
def one_is_entered_once_and_seen_from_both_ends(language):
    app, (ratna, naya) = start_with(language, ['name=Ratna Sari'], ['name=Naya Putri'])
    show(app, 'Naya Putri')
    check(not app.find_all('group', app.tr('Relations', 'contact')), 'no room for relations while there are none')
    begin(app)
    app.type('ratna')
    suggestion = app.find('row', 'Ratna Sari')
    app.attend_popover()
    app.click(suggestion)
    app.gone('row', 'Ratna Sari')
    app.finish(app.find('button', app.tr('_Add', 'button')))
    parent = app.find('row', contains='Ratna Sari', within=section(app))
    app.find('label', app.tr('Parent', 'condition'), within=section(app))
    app.click(parent)
    app.find('row', contains='Naya Putri', within=section(app))
    app.find('label', app.tr('Child', 'condition'), within=section(app))
    app.close()
    equal([(link['id'], link['as']) for link in links(app, naya)], [(ratna, 'parent')], 'the relation of the child')
    equal([(link['id'], link['as']) for link in links(app, ratna)], [(naya, 'child')], 'that of the parent')


@test
def own_words_and_an_end(language):
    app, (jan,) = start_with(language, ['name=Jan Łoś', 'relations+=Ewa Lis|spouse'])
    show(app, 'Jan Łoś')
    begin(app)
    app.type('Adam Bąk')
    choose_own_words(app, 'Jan Łoś')
    app.set_text(app.find('entry', app.tr('In own words', 'relation field')), 'sąsiad')
    app.finish(app.find('button', app.tr('_Add', 'button')))
    app.find('label', 'sąsiad', within=section(app))
    edit(app, 'Ewa Lis')
    app.set_text(app.find('entry', app.tr('Until', 'affiliation field')), '2026-11-22')
    app.finish(app.find('button', app.tr('_Save', 'button')))
    past = app.find('row', contains=app.trn('%u former relation', '%u former relations', 1) % 1, within=section(app))
    app.click(past)
    edit(app, 'Ewa Lis')
    app.press(app.find('button', app.tr('Remove This Relation')))
    app.gone('row', contains='Ewa Lis', within=section(app))
    app.press(app.find_on_toast('Undo'))
    app.find('row', contains=app.trn('%u former relation', '%u former relations', 1) % 1, within=section(app))
    app.close()
    equal(sorted((link['name'], link['as'], link['word'], link['to']) for link in links(app, jan)),
          [('Adam Bąk', 'other', 'sąsiad', ''), ('Ewa Lis', 'spouse', '', '2026-11-22')], 'the relations')


@test
def the_related_are_found(language):
    app, (jan, ewa, adam) = start_with(language, ['name=Jan', 'relations+=Anna Łoś|parent'],
                                       ['name=Ewa', 'relations+=Anna Łoś|accountant'], ['name=Adam'])
    entry = app.find('entry', app.tr('Name, phone, email…'))
    for text, names in (('relation:bąk', []), ('relation:anna*', ['Ewa', 'Jan']), ('parent:"anna łoś"', ['Jan']),
                        ('has:relation -parent:an*', ['Anna Łoś', 'Ewa']), (PARENT[language] + ':*', ['Jan'])):
        check(tree.write(entry, text), 'the search entry to be writable')
        steps.expect_listed(app, NAMES, names, text)
    app.close()


@test
def who_pays_and_who_signs(language):
    """A pupil is served, the mother pays and the father signs; each card tells of the others."""
    app, (naya, ratna, budi) = start_with(language, ['name=Naya'], ['name=Ratna'], ['name=Budi'])
    for name, label in (('Ratna', 'Payer'), ('Budi', 'Signatory')):
        show(app, 'Naya')
        begin(app)
        app.type(name)
        suggestion = app.find('row', name)
        app.attend_popover()
        app.click(suggestion)
        app.gone('row', name)
        choose(app, 'Naya', label)
        app.finish(app.find('button', app.tr('_Add', 'button')))
        app.find('label', app.tr(label, 'condition'), within=section(app))
    show(app, 'Ratna')
    app.find('row', contains='Naya', within=section(app))
    app.find('label', app.tr('Paid for', 'condition'), within=section(app))
    show(app, 'Budi')
    app.find('label', app.tr('Signed for', 'condition'), within=section(app))
    entry = app.find('entry', app.tr('Name, phone, email…'))
    check(tree.write(entry, PAYER[language] + ':ratna'), 'the search entry to be writable')
    steps.expect_listed(app, NAMES, ['Naya'], 'whoever is paid for by Ratna')
    app.close()
    equal([(link['name'], link['as']) for link in links(app, naya)], [('Ratna', 'payer'), ('Budi', 'signatory')],
          'who pays and who signs')


main()
