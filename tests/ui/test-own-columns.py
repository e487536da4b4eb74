# SPDX-License-Identifier: GPL-3.0-or-later
"""The fields of the business as columns of the table of contacts."""

from harness import App, main, test

FIELDS = (['name=Metraż', 'type=number', 'unit=m²'], ['name=Polisa_do', 'type=date'],
          ['name=Kanały', 'type=choices', 'choices+=Mail', 'choices+=SMS'], ['name=Poleciła', 'type=person'])
CONTACTS = (['name=Ewa Śliwa', 'own.Kanały=SMS;Mail'],
            ['name=Anna Lis', 'own.Metraż=1048.5', 'own.Polisa_do=2026-12-01', 'own.Poleciła=Ewa Śliwa'])
AREA = {'en': '1,048.5 m²', 'id': '1.048,5 m²', 'pl': '1 048,5 m²'}
DAY = {'en': '1 December 2026', 'id': '1 Desember 2026', 'pl': '1 grudnia 2026'}


def start(language, *more):
    app = App(language, size=(1400, 760))
    for field in FIELDS:
        app.cli('new', 'own_field', *field)
    for contact in (*CONTACTS, *more):
        app.cli('new', 'contact', *contact)
    app.start()
    app.press(app.find('button', app.tr('Show as a table', 'tooltip')))
    app.find('button', app.tr('Columns', 'button'))
    return app


def table(app):
    return app.find('list', app.tr('People and organizations'))


def heads(app):
    """The columns of the business that are shown, from left to right."""
    names = {field[0].split('=')[1] for field in FIELDS} | {'Powierzchnia'}
    found = [thing for thing in app.find_all('label', within=table(app)) if app.name(thing) in names]
    return [app.name(thing) for thing in sorted(found, key=lambda thing: app.place(thing)[0])]


def expect_heads(app, *names):
    app.wait_until(lambda: heads(app) == list(names), 'the columns of the business to be %r' % (names,))


def expect_cell(app, text):
    """A space of a number is one that does not break a line."""
    app.wait_until(lambda: any(' '.join(app.name(cell).split()) == text for cell in app.find_all('cell')),
                   'a cell to say %r' % text)


def switch(app, *names):
    """Switches columns on or off in the menu, which then closes."""
    app.click(app.find('button', app.tr('Columns', 'button')))
    for name in names:
        app.click(app.find('menu item', name))
    app.key('Escape')
    app.gone('menu item', names[0])


@test
def fields_are_columns_and_stay_so(language):
    app = start(language)
    expect_heads(app)
    switch(app, 'Metraż')
    expect_heads(app, 'Metraż')
    expect_cell(app, AREA[language])
    switch(app, 'Polisa_do')
    expect_heads(app, 'Metraż', 'Polisa_do')
    expect_cell(app, DAY[language])
    app.restart()
    expect_heads(app, 'Metraż', 'Polisa_do')
    expect_cell(app, AREA[language])
    expect_cell(app, DAY[language])
    switch(app, 'Metraż')
    expect_heads(app, 'Polisa_do')
    app.close()


def rows(app):
    """First names from top to bottom; the row of the heads is called by none."""
    found = [app.name(row).split()[0] for row in app.find_all('row', within=table(app)) if app.name(row)]
    return [name for name in found if name in ('Anna', 'Ewa', 'Jan')]


def expect_rows(app, *names):
    app.wait_until(lambda: rows(app) == list(names), 'the rows to be %r' % (names,))


@test
def several_choices_and_contacts_are_named(language):
    app = start(language)
    switch(app, 'Kanały')
    expect_cell(app, 'Mail, SMS')
    switch(app, 'Poleciła')
    expect_cell(app, 'Ewa Śliwa')
    app.close()


def choose(app, field, deed):
    """Does something with a field in the list of them."""
    app.key('F10')
    app.click(app.find('menu item', app.tr('Own Fie_lds…', 'menu')))
    app.find('window', app.tr('Own Fields', 'window title'))
    app.press(app.find_last('button', app.tr('What can be done with “%s”', 'accessible') % field))
    app.press(app.find('menu item', app.tr(deed, 'menu')))
    app.gone('menu item', app.tr(deed, 'menu'))
    app.key('Escape')
    app.gone('window', app.tr('Own Fields', 'window title'))


@test
def heads_sort_by_fields(language):
    app = start(language, ['name=Jan Zych', 'own.Metraż=48'])
    switch(app, 'Metraż')
    expect_rows(app, 'Anna', 'Ewa', 'Jan')
    app.click(app.find('label', 'Metraż', within=table(app)))
    expect_rows(app, 'Jan', 'Anna', 'Ewa')
    app.click(app.find('label', 'Metraż', within=table(app)))
    expect_rows(app, 'Anna', 'Jan', 'Ewa')
    app.restart()
    expect_rows(app, 'Anna', 'Jan', 'Ewa')
    app.press(app.find('button', app.tr('Show as a table', 'tooltip')))
    app.find('label', app.tr('By an own field', 'order of the list'))
    app.press(app.find('button', app.tr('Show as a table', 'tooltip')))
    app.wait_until(lambda: app.find_all('cell'), 'the table to be back')
    choose(app, 'Metraż', 'No _Longer Use')
    expect_rows(app, 'Anna', 'Ewa', 'Jan')
    choose(app, 'Metraż', 'Use _Again')
    expect_rows(app, 'Anna', 'Jan', 'Ewa')
    app.close()


@test
def columns_follow_their_fields(language):
    app = start(language)
    switch(app, 'Metraż')
    expect_cell(app, AREA[language])
    choose(app, 'Metraż', 'No _Longer Use')
    expect_heads(app)
    app.click(app.find('button', app.tr('Columns', 'button')))
    app.find('menu item', 'Kanały')
    app.gone('menu item', 'Metraż')
    app.key('Escape')
    app.gone('menu item', 'Kanały')
    choose(app, 'Metraż', 'Use _Again')
    expect_heads(app, 'Metraż')
    expect_cell(app, AREA[language])
    app.close()
    app.cli('set', app.cli('list', 'fields').split()[0], 'name=Powierzchnia', 'unit=ar')
    app.start()
    expect_heads(app, 'Powierzchnia')
    expect_cell(app, AREA[language].replace('m²', 'ar'))
    app.close()


main()
