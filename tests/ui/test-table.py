# SPDX-License-Identifier: GPL-3.0-or-later
"""The list as a table: sorted by its heads, its columns chosen and remembered, the same selection and search."""

from harness import App, check, equal, main, test

PEOPLE = (('Anna Adamska', 'Wrocław', 'Beta'), ('Beata Bąk', 'Kraków', 'Gamma'), ('Celina Cicha', 'Łódź', 'Alfa'))


def start_with_table(language, **options):
    app = App(language, **options)
    for name, city, company in PEOPLE:
        contact = app.cli('new', 'contact', 'name=' + name, 'company=' + company).strip()
        app.cli('set', contact, 'address+=;%s' % city)
    app.start()
    app.press(app.find('button', app.tr('Show as a table', 'tooltip')))
    app.find('button', app.tr('Columns', 'button'))
    return app


def table(app):
    return app.find('list', app.tr('People and organizations'))


def row(app, name):
    return app.find('row', contains=name, within=table(app))


def names(app):
    """First names of the rows from top to bottom; the row of the heads has no name."""
    first_names = [name.split()[0] for name, _, _ in PEOPLE]
    found = [app.name(thing).split()[0] for thing in app.find_all('row', within=table(app)) if app.name(thing)]
    return [name for name in found if name in first_names]


def press_head(app, title, expected):
    app.click(app.find('label', app.tr(title, 'column'), within=table(app)))
    app.wait_until(lambda: names(app) == expected, 'the rows to be %r' % expected)


def head(app, title):
    return app.find('label', app.tr(title, 'column'), within=table(app))


def heads(app):
    """Which of the columns the table has, from left to right."""
    shown = {app.tr(title, 'column') for title in ('City', 'Phone', 'Organization')}
    found = [thing for thing in app.find_all('label', within=table(app)) if app.name(thing) in shown]
    return [app.name(thing) for thing in sorted(found, key=lambda thing: app.place(thing)[0])]


@test
def heads_sort_and_it_is_remembered(language):
    app = start_with_table(language)
    equal(names(app), ['Anna', 'Beata', 'Celina'], 'the rows at first, by name')
    press_head(app, 'City', ['Beata', 'Celina', 'Anna'])
    press_head(app, 'City', ['Anna', 'Celina', 'Beata'])
    press_head(app, 'Organization', ['Celina', 'Anna', 'Beata'])
    check('Kraków' in app.texts(), 'the cities to be read')
    equal(app.unnamed(), [], 'buttons without a name in the table')

    app.click(app.find('button', app.tr('Columns', 'button')))
    app.click(app.find('menu item', app.tr('Phone', 'column')))
    app.wait_until(lambda: app.tr('Phone', 'column') not in heads(app), 'the column of phone numbers to go')
    app.key('Escape')
    app.restart()
    app.wait_until(lambda: names(app) == ['Celina', 'Anna', 'Beata'], 'the order to be as it was left')
    equal(heads(app), [app.tr('Organization', 'column'), app.tr('City', 'column')], 'the columns after a restart')


def extent(app, title):
    """Where the head of a column begins and ends."""
    x, _, width, _ = app.place(head(app, title).around)
    return x, x + width


def width(app, title):
    begin, end = extent(app, title)
    return end - begin


def drag_in_heads(app, x, to_x):
    _, y, _, height = app.place(head(app, 'City'))
    app.drag((x, y + height // 2), (to_x, y + height // 2))


@test
def large_text_has_wide_columns(language):
    app = start_with_table(language)
    usual = width(app, 'City')
    app.close()
    app = start_with_table(language, text_scale=1.5)
    check(width(app, 'City') > 1.4 * usual,
          'the column of cities to be half as wide again as %d, not %d' % (usual, width(app, 'City')))


@test
def places_and_widths_are_remembered(language):
    app = start_with_table(language)
    equal(heads(app), [app.tr(title, 'column') for title in ('Organization', 'City', 'Phone')], 'the columns at first')
    narrow = width(app, 'City')
    # The border is in the midst of the space between two heads.
    border = (extent(app, 'City')[1] + extent(app, 'Phone')[0]) // 2
    drag_in_heads(app, border, border + 40)
    app.wait_until(lambda: width(app, 'City') >= narrow + 30, 'the column of cities to be wider than %d' % narrow)

    wanted = [app.tr(title, 'column') for title in ('City', 'Organization', 'Phone')]
    drag_in_heads(app, extent(app, 'City')[0] + 10, extent(app, 'Organization')[0] + 10)
    app.wait_until(lambda: heads(app) == wanted, 'the columns to be in the order %r' % wanted)
    wide = width(app, 'City')
    app.restart()
    app.wait_until(lambda: heads(app) == wanted, 'the columns to be in the order %r after a restart' % wanted)
    app.wait_until(lambda: width(app, 'City') == wide, 'the column of cities to be %d wide after a restart' % wide)


@test
def one_click_marks_two_open(language):
    app = start_with_table(language)
    app.click(row(app, 'Beata'))
    app.wait_until(lambda: app.is_selected(row(app, 'Beata')), 'the row to be marked')
    app.find('row', contains='Anna Adamska')
    app.click(row(app, 'Beata'), times=2)
    app.find('button', app.tr('Back to the list', 'tooltip'))
    app.find('label', 'Beata Bąk')
    app.key('alt+Left')
    app.find('button', app.tr('Columns', 'button'))


@test
def rows_are_read_and_selected(language):
    app = start_with_table(language)
    app.click(row(app, 'Anna'))
    app.key('Down')
    app.wait_until(lambda: app.focused() is not None and 'Beata Bąk' in app.name(app.focused()),
                   'the focus on a row called Beata Bąk')
    app.key('shift+Down')
    text = app.trn('%s selected', '%s selected', 2).replace('%s', '2')
    app.wait_until(lambda: text in app.texts(), 'the bar to say %r' % text)
    app.key('ctrl+f')
    app.type('celina')
    app.wait_until(lambda: names(app) == ['Celina'], 'the search in the table')
    check(app.is_selected(row(app, 'Celina')), 'what is found to be selected still')


@test
def only_some_rows_are_made(language):
    app = App(language)
    app.cli('generate', '--contacts=3000')
    app.start()
    app.press(app.find('button', app.tr('Show as a table', 'tooltip')))
    app.find('button', app.tr('Columns', 'button'))
    for title in ('City', 'City', 'Organization'):
        app.click(app.find('label', app.tr(title, 'column'), within=table(app)))
        app.wait_until(lambda: len(app.find_all('row', within=table(app))) > 5, 'rows')
        live = max(app.count_below(table(app), levels) for levels in (1, 2))
        check(5 < live < 500, 'some hundred of 3,000 rows to be made, not %d' % live)
    app.key('ctrl+End')
    app.key('ctrl+a')
    live = max(app.count_below(table(app), levels) for levels in (1, 2))
    check(live < 500, 'some hundred of 3,000 rows to be made at the end, not %d' % live)


@test
def narrow_window_has_rows(language):
    app = start_with_table(language)
    app.resize(360, 640)
    app.gone('button', app.tr('Show as a table', 'tooltip'))
    app.gone('button', app.tr('Columns', 'button'))
    app.find('row', contains='Anna Adamska')
    app.resize(1200, 760)
    app.find('button', app.tr('Columns', 'button'))


main()
