# SPDX-License-Identifier: GPL-3.0-or-later
"""Segments: saved from what is filtered, counted in the sidebar, opened, renamed, deleted and taken back."""

from harness import App, check, equal, main, steps, test

CONTACTS = (
    ('name=Anna Lis', 'address+=ul. Długa 1;Kraków', 'tags+=vip'),
    ('name=Ewa Śliwa', 'address+=ul. Krótka 2;Łódź', 'tags+=vip'),
    ('name=Jan Lis', 'address+=ul. Długa 3;Kraków'),
)
NAME = 'A & <b>B</b>'
NAMES = ('Anna Lis', 'Ewa Śliwa', 'Jan Lis')


def start(language, *segments):
    app = App(language)
    for contact in CONTACTS:
        app.cli('new', 'contact', *contact)
    for name, query in segments:
        app.cli('new', 'segment', 'name=' + name, 'query=' + query)
    return app.start()


def expect_listed(app, names, what):
    steps.expect_listed(app, NAMES, names, what)


def segments(app):
    return app.find('list', app.tr('Segments', 'sidebar'))


def expect_count(app, name, count):
    row = app.find('row', name, within=segments(app))
    app.wait_until(lambda: str(count) in app.texts(row), 'the segment %s to find %s' % (name, count))


def choose_deed(app, name, deed):
    label = app.tr('What can be done with the segment “%s”', 'accessible') % name
    app.click(app.find('button', label, within=segments(app)))
    app.press(app.find('menu item', app.tr(deed, 'menu')))


@test
def segment_is_saved_opened_and_left(language):
    app = start(language)
    app.type_into(app.find('entry', app.tr('Name, phone, email…')), 'city:krak')
    expect_listed(app, ('Anna Lis', 'Jan Lis'), 'what is typed')
    app.key('F10')
    app.click(app.find('menu item', app.tr('Save as Se_gment…', 'menu')))
    app.type_into(app.find('entry', app.tr('Name', 'segment')), NAME)
    app.finish(app.find('button', app.tr('_Save', 'button')))
    expect_count(app, NAME, 2)
    app.key('ctrl+f', 'ctrl+a', 'BackSpace')
    expect_listed(app, NAMES, 'no search')

    app.click(app.find('row', NAME, within=segments(app)))
    expect_listed(app, ('Anna Lis', 'Jan Lis'), 'the segment')
    app.wait_until(lambda: len(app.find_all('label', NAME)) >= 2, 'the list to have its name')
    app.press(app.find('button', app.tr('Clear', 'filter')))
    expect_listed(app, NAMES, 'no filter')
    check(len(app.find_all('label', NAME)) == 1, 'the list to be everyone’s again')
    app.click(app.find('row', NAME, within=segments(app)))
    expect_listed(app, ('Anna Lis', 'Jan Lis'), 'the segment again')
    app.click(app.find('row', app.tr('Everyone', 'page')))
    expect_listed(app, NAMES, 'everyone')
    equal(app.unnamed(), [], 'buttons without a name')
    app.close()
    equal(app.cli('list', 'contacts', '--segment=' + NAME).count('\n'), 2, 'contacts of the segment in the end')


@test
def counts_follow_and_every_deed_is_taken_back(language):
    app = start(language, ('Ważni', 'contacts filter=tag=vip'), ('Lisy', 'contacts search=lis'))
    expect_count(app, 'Ważni', 2)
    expect_count(app, 'Lisy', 2)
    contacts = app.find('list', app.tr('People and organizations'))
    app.click(app.find('row', contains='Anna Lis', within=contacts), button=3)
    app.click(app.find('menu item', app.tr('_Move to Trash', 'menu')))
    expect_count(app, 'Ważni', 1)
    expect_count(app, 'Lisy', 1)
    choose_deed(app, 'Lisy', '_Delete')
    app.gone('row', 'Lisy')
    app.key('ctrl+z')
    app.find('row', 'Lisy', within=segments(app))
    choose_deed(app, 'Lisy', '_Rename…')
    app.type_into(app.find('entry', app.tr('Name', 'segment')), 'Kosy')
    app.finish(app.find('button', app.tr('_Rename', 'button')))
    app.find('row', 'Kosy', within=segments(app))
    app.click(app.find('row', 'Ważni', within=segments(app)))
    expect_listed(app, ('Ewa Śliwa',), 'the segment')
    choose_deed(app, 'Kosy', 'Use the Present _Filter')
    app.find('label', contains=app.tr('Segment changed'))
    app.click(app.find('row', 'Kosy', within=segments(app)))
    expect_listed(app, ('Ewa Śliwa',), 'the changed segment')
    app.close()


def expect_order(app, *names):
    def shown():
        return [row.name for row in app.find_all('row', within=segments(app))]
    app.wait_until(lambda: shown() == list(names), 'the segments to stand as %s' % (names,))


@test
def segments_are_put_in_order(language):
    app = start(language, ('Pierwszy', 'contacts search=lis'), ('Drugi', 'contacts search=ewa'),
                ('Trzeci', 'contacts filter=tag=vip'))
    expect_order(app, 'Pierwszy', 'Drugi', 'Trzeci')
    choose_deed(app, 'Trzeci', 'Move _Up')
    expect_order(app, 'Pierwszy', 'Trzeci', 'Drugi')
    choose_deed(app, 'Pierwszy', 'Move Do_wn')
    expect_order(app, 'Trzeci', 'Pierwszy', 'Drugi')
    x, y, _, height = app.place(app.find('row', 'Drugi', within=segments(app)))
    _, top, _, _ = app.place(app.find('row', 'Trzeci', within=segments(app)))
    app.drag((x + 60, y + height // 2), (x + 60, top + height // 2))
    expect_order(app, 'Drugi', 'Trzeci', 'Pierwszy')
    app.key('ctrl+z')
    expect_order(app, 'Trzeci', 'Pierwszy', 'Drugi')
    app.restart()
    expect_order(app, 'Trzeci', 'Pierwszy', 'Drugi')
    app.close()


@test
def what_is_marked_is_what_is_open(language):
    app = start(language, ('Lisy', 'contacts search=lis'), ('Inni', 'contacts search=ewa'))
    app.click(app.find('row', 'Lisy', within=segments(app)))
    expect_listed(app, ('Anna Lis', 'Jan Lis'), 'the segment')
    app.key('Down')
    app.wait_until(lambda: app.focused() is not None and app.focused().name == 'Inni', 'the focus to move on')
    check(not app.is_selected(app.find('row', 'Inni', within=segments(app))), 'what has the focus is not open yet')
    check(app.is_selected(app.find('row', 'Lisy', within=segments(app))), 'what is open is marked')
    app.key('Return')
    expect_listed(app, ('Ewa Śliwa',), 'the other segment')
    check(app.is_selected(app.find('row', 'Inni', within=segments(app))), 'what was opened is marked')
    app.close()


main()
