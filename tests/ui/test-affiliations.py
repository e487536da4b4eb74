# SPDX-License-Identifier: GPL-3.0-or-later
"""Who works where: on the cards of people and of organizations, by hand."""

import json

from harness import App, check, equal, main, test


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


def section(app, title):
    return app.find('group', app.tr(title, 'contact'))


def edit(app, name, title):
    """Opens the form of the connection with @name in the section @title."""
    row = app.find('row', contains=name, within=section(app, title))
    app.press(app.find_last('button', app.tr('Change or Remove', 'affiliation'), within=row))
    app.find('entry', app.tr('Department', 'affiliation field'))


def save(app):
    app.finish(app.find('button', app.tr('_Save', 'button')))


def links(app, contact):
    return json.loads(app.cli('show', contact, '--json'))['affiliations']


@test
def one_that_exists_is_chosen_and_the_other_card_tells_of_it(language):
    app, (anna, alfa) = start_with(language, ['name=Anna Ptak'],
                                  ['kind=organisation', 'name=Alfa Rowery', 'address+=;Kraków'])
    show(app, 'Anna Ptak')
    app.press(app.find('button', app.tr('Add Connection…')))
    app.find('entry', app.tr('Name of the organization'))
    app.type('row')
    app.click(app.find('row', 'Alfa Rowery'))
    app.gone('row', 'Alfa Rowery')
    app.set_text(app.find('entry', app.tr('Role in the organization', 'contact field')), 'szefowa')
    app.finish(app.find('button', app.tr('_Add', 'button')))
    app.click(app.find('row', contains='Alfa Rowery', within=section(app, 'Organizations')))
    people = section(app, 'People')
    app.find('label', contains='szefowa', within=people)
    edit(app, 'Anna Ptak', 'People')
    app.press(app.find('check', app.tr('Main contact', 'affiliation field')))
    save(app)
    app.find('label', contains=app.tr('Main contact', 'affiliation field'), within=people)
    app.click(app.find('row', contains='Anna Ptak', within=people))
    organisations = section(app, 'Organizations')
    app.find('label', contains='szefowa', within=organisations)
    check(not app.find_all('label', contains=app.tr('Main organization', 'affiliation field'), within=organisations),
          'the main contact of an organization to be no mark of the person')
    app.close()
    equal([(link['id'], link['role'], link['main']) for link in links(app, anna)], [(alfa, 'szefowa', False)],
          'the connection of the person')
    equal([(link['id'], link['main']) for link in links(app, alfa)], [(anna, True)], 'that of the organization')


@test
def one_is_made_on_the_spot(language):
    app, (alfa,) = start_with(language, ['kind=organisation', 'name=Alfa Rowery'])
    show(app, 'Alfa Rowery')
    app.press(app.find('button', app.tr('Add Connection…')))
    app.find('entry', app.tr('Name of the person'))
    app.type('Ewa Lis')
    app.key('Return')
    app.find('row', contains='Ewa Lis', within=section(app, 'People'))
    show(app, 'Ewa Lis')
    app.find('row', contains='Alfa Rowery', within=section(app, 'Organizations'))
    app.close()


@test
def an_end_keeps_the_history(language):
    app, (anna, alfa) = start_with(language, ['name=Anna Ptak', 'affiliations+=Alfa Rowery|szefowa',
                                              'affiliations+=Beta'], ['kind=organisation', 'name=Gamma'])
    show(app, 'Anna Ptak')
    edit(app, 'Alfa Rowery', 'Organizations')
    app.set_text(app.find('entry', app.tr('Department', 'affiliation field')), 'Biuro')
    app.set_text(app.find('entry', app.tr('From', 'affiliation field')), 'xyz')
    app.press(app.find('button', app.tr('_Save', 'button')))
    app.find('label', app.tr('One of the days is no day of the calendar.'))
    app.set_text(app.find('entry', app.tr('From', 'affiliation field')), '2024-03-05')
    save(app)
    organisations = section(app, 'Organizations')
    app.find('label', contains='Biuro', within=organisations)
    edit(app, 'Alfa Rowery', 'Organizations')
    app.set_text(app.find('entry', app.tr('Until', 'affiliation field')), '2026-11-22')
    save(app)
    past = app.find('row', contains=app.trn('%u former organization', '%u former organizations', 1) % 1,
                    within=organisations)
    app.click(past)
    app.find('label', contains='Biuro', within=organisations)
    # Unfolded it stays so when the card is read anew, and whoever left can be looked up from either card.
    edit(app, 'Beta', 'Organizations')
    app.press(app.find('check', app.tr('Main organization', 'affiliation field')))
    save(app)
    app.find('label', contains=app.tr('Main organization', 'affiliation field'), within=organisations)
    app.click(app.find('row', contains='Alfa Rowery', within=organisations))
    app.find('row', contains=app.trn('%u former person', '%u former people', 1) % 1, within=section(app, 'People'))
    app.close()
    equal([(link['name'], link['from'], link['to']) for link in links(app, anna)],
          [('Alfa Rowery', '2024-03-05', '2026-11-22'), ('Beta', '', '')], 'the connections of the person')


@test
def removing_can_be_taken_back(language):
    app, (anna,) = start_with(language, ['name=Anna Ptak', 'affiliations+=Alfa Rowery|szefowa'])
    show(app, 'Anna Ptak')
    edit(app, 'Alfa Rowery', 'Organizations')
    app.press(app.find('button', app.tr('Remove This Connection')))
    app.gone('label', contains='szefowa', within=section(app, 'Organizations'))
    app.press(app.find_on_toast('Undo'))
    app.find('label', contains='szefowa', within=section(app, 'Organizations'))
    app.close()
    equal(len(links(app, anna)), 1, 'connections')


main()
