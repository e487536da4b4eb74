# SPDX-License-Identifier: GPL-3.0-or-later
"""When there was something last with a contact: a column and an order of the table, typed, and in the filter builder."""

from harness import App, main, test

CONTACTS = (
    ('Anna Lis', 'activity+=call|in|2026-02-03'),
    ('Ewa Lis', 'activity+=mail|out|2026-03-05|09:05', 'activity+=sms|in|2026-01-02'),
    ('Jan Lis',),
    ('Ola Lis', 'activity+=meeting||2026-03-05|08:30'),
)
NAMES = tuple(name for name, *_ in CONTACTS)
DAY = {'en': '5 Mar 2026', 'id': '5 Mar 2026', 'pl': '5 mar 2026'}
KEY = {'en': 'contacted', 'id': 'dihubungi', 'pl': 'ostatni-kontakt'}


def start(language, *segment):
    app = App(language)
    for name, *activities in CONTACTS:
        app.cli('new', 'contact', 'name=' + name, *activities)
    if segment:
        app.cli('new', 'segment', *segment)
    return app.start()


def names(app):
    lists = app.find_all('list', app.tr('People and organizations'))
    rows = app.find_all('row', within=lists[0]) if lists else []
    return [name for row in rows for name in NAMES if row.name.startswith(name)]


def expect(app, wanted, what):
    app.wait_until(lambda: names(app) == list(wanted), '%s to list %s' % (what, wanted))


@test
def table_shows_and_sorts(language):
    app = start(language)
    app.press(app.find('button', app.tr('Show as a table', 'tooltip')))
    app.find('button', app.tr('Columns', 'button'))
    app.wait_until(lambda: len(app.find_all('cell', DAY[language])) == 2, 'the days of both to be read')
    app.click(app.find('label', app.tr('Last contact', 'column')))
    expect(app, ('Jan Lis', 'Anna Lis', 'Ola Lis', 'Ewa Lis'), 'the longest ago first')
    app.click(app.find('label', app.tr('Last contact', 'column')))
    expect(app, ('Ewa Lis', 'Ola Lis', 'Anna Lis', 'Jan Lis'), 'the newest first')
    app.close()


@test
def it_is_typed(language):
    app = start(language)
    entry = app.find('entry', app.tr('Name, phone, email…'))
    app.type_into(entry, '%s:2026-03-05' % KEY[language])
    expect(app, ('Ewa Lis', 'Ola Lis'), 'since that day')
    app.type_into(entry, '-%s:5.3.2026' % KEY[language])
    expect(app, ('Anna Lis', 'Jan Lis'), 'not since that day')
    app.close()


@test
def builder_asks_for_the_day(language):
    app = start(language, 'name=Dawno', 'query=contacts filter=not(contacted=2026-03-05)')
    app.click(app.find('row', 'Dawno'))
    expect(app, ('Anna Lis', 'Jan Lis'), 'the segment')
    chip = app.tr('%1$s: not %2$s', 'filter').replace('%1$s', app.tr('Last contact', 'condition'))
    app.find('label', chip.replace('%2$s', app.tr('since %s', 'filter') % DAY[language]))
    app.press(app.find('button', app.tr('Filter', 'filter')))
    day = app.find('entry', app.tr('Value', 'filter builder'))
    app.wait_until(lambda: '2026' in app.text(day), 'the day to be shown')
    app.set_text(day, '1.2.2026')
    app.find('label', app.trn('%s contact found', '%s contacts found', 1) % 1)
    app.finish(app.find('button', app.tr('_Apply', 'button')))
    expect(app, ('Jan Lis',), 'nobody since February')
    app.close()


main()
