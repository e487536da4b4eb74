# SPDX-License-Identifier: GPL-3.0-or-later
"""The calendar beside each field for a day: in the language of the window, by the
keyboard and by the mouse."""

import json

from harness import App, check, equal, main, test

MONTHS = {
    'en': ('October', 'November', 'December', 'January'),
    'id': ('Oktober', 'November', 'Desember', 'Januari'),
    'pl': ('października', 'listopada', 'grudnia', 'stycznia'),
}
# The test runs on Sunday, 22 November 2026.
SUNDAY = {'en': 'Sunday', 'id': 'Minggu', 'pl': 'niedziela'}
EXAMPLE = {'en': '22/11/1980', 'id': '22/11/1980', 'pl': '22.11.1980'}
FIRST_OF_WEEK = {'en': '2026-10-26', 'id': '2026-10-25', 'pl': '2026-10-26'}
LAST_OF_WEEK = {'en': '2026-11-01', 'id': '2026-10-31', 'pl': '2026-11-01'}


def open_calendar(app, row):
    app.click(app.find('button', app.tr('Choose from a Calendar'), within=row))
    return app.find(name=app.tr('Days', 'calendar'))


def start_with_card(language, **options):
    app = App(language, **options)
    contact = app.cli('new', 'contact', 'name=Ewa Lis', 'birthday=--04-01').strip()
    app.start()
    app.click(app.find('row', contains='Ewa Lis'))
    return app, contact


def birthday_row(app):
    return app.find('row', contains=app.tr('Birthday', 'contact field'))


def birthday(app, contact):
    return json.loads(app.cli('show', contact, '--json'))['birthday']


def has_keyboard(app, *words):
    app.wait_until(lambda: app.focused() is not None and all(word in app.name(app.focused()) for word in words),
                   'the day %r to have the keyboard' % ' '.join(words))


@test
def chooses_by_the_keyboard(language):
    app, contact = start_with_card(language)
    october, november, *_ = MONTHS[language]
    open_calendar(app, birthday_row(app))
    has_keyboard(app, '22 ' + november, SUNDAY[language], app.tr('today', 'day in a calendar'))
    app.key('Page_Up')
    has_keyboard(app, '22 ' + october)
    app.key('Down', 'Right', 'Left', 'Left')
    has_keyboard(app, '28 ' + october)
    app.key('Home')
    has_keyboard(app, str(int(FIRST_OF_WEEK[language][-2:])) + ' ' + october)
    app.key('shift+Page_Up')
    has_keyboard(app, '2025')
    app.key('shift+Page_Down', 'Home', 'Escape')
    app.gone(name=app.tr('Days', 'calendar'))
    app.find('row', contains='1 ' + {'en': 'April', 'id': 'April', 'pl': 'kwietnia'}[language])

    open_calendar(app, birthday_row(app))
    has_keyboard(app, '22 ' + november)
    app.key('Page_Up', 'Down', 'End', 'Return')
    app.gone(name=app.tr('Days', 'calendar'))
    app.wait_until(lambda: '2026' in app.name(birthday_row(app)), 'the birthday that was chosen')
    app.close()
    equal(birthday(app, contact), LAST_OF_WEEK[language], 'the end of the week of 29 October')


@test
def what_was_chosen_is_one_edit(language):
    app, contact = start_with_card(language)
    days = open_calendar(app, birthday_row(app))
    app.press(app.find('button', app.tr('Previous month', 'tooltip')))
    app.press(app.find('cell', contains='15 ' + MONTHS[language][0], within=days))
    app.wait_until(lambda: '15 ' + MONTHS[language][0] in app.name(birthday_row(app)), 'the day that was pressed')
    days = open_calendar(app, birthday_row(app))
    check(app.is_selected(app.find('cell', contains='15 ' + MONTHS[language][0], within=days)),
          'the day that is recorded to be marked')
    app.key('Escape')
    app.key('ctrl+z')
    app.wait_until(lambda: '2026' not in app.name(birthday_row(app)), 'the birthday without a year, after Undo')
    app.close()
    equal(birthday(app, contact), '--04-01', 'the birthday after Undo')


@test
def other_months_years_and_today_are_found(language):
    app, contact = start_with_card(language)
    *_, december, _ = MONTHS[language]
    days = open_calendar(app, birthday_row(app))
    app.press(app.find('button', app.tr('Next month', 'tooltip')))
    app.find('cell', contains='15 %s 2026' % december, within=days)
    app.type_into(app.find('spin', app.tr('Year', 'calendar')), '2030')
    app.key('Return')
    app.find('cell', contains='15 %s 2030' % december, within=days)
    app.press(app.find('button', app.tr('_Today', 'button')))
    app.gone(name=app.tr('Days', 'calendar'))
    app.wait_until(lambda: '2026' in app.name(birthday_row(app)), 'the birthday to be today, in 2026')
    app.close()
    equal(birthday(app, contact), '2026-11-22', 'the birthday after Today')


@test
def fields_of_forms_have_it_too(language):
    app, _ = start_with_card(language)
    app.press(app.find('button', app.tr('Contract', 'contact action')))
    entry = app.find('entry', app.tr('End date (empty: no end date)'))
    app.type_into(entry, '7.1.2027')
    app.key('Tab', 'space')
    days = app.find(name=app.tr('Days', 'calendar'))
    check(app.is_selected(app.find('cell', contains='7 ' + MONTHS[language][3], within=days)),
          'the day that was typed to be marked')
    app.press(app.find('button', app.tr('Previous month', 'tooltip')))
    app.press(app.find('cell', contains='15 ' + MONTHS[language][2] + ' 2026', within=days))
    app.wait_until(lambda: app.text(entry).replace('/', '.') == '15.12.2026', 'the day that was pressed, in the entry')
    app.key('Escape')
    app.gone('entry', app.tr('End date (empty: no end date)'))


@test
def no_day_stays_with_the_reason(language):
    app, contact = start_with_card(language)
    app.click(birthday_row(app))
    app.wait_until(lambda: app.focused() is not None and app.text(app.focused()), 'the field to be open')
    app.key('ctrl+a')
    app.type('31.02.1990')
    app.key('Return')
    reason = app.tr('“%1$s” is not a day such as %2$s, or %3$s without the year.').split('%2$s')[0]
    app.find('label', contains=reason.replace('%1$s', '31.02.1990') + EXAMPLE[language])
    app.wait_until(lambda: app.text(app.focused()) == '31.02.1990', 'the field to stay open with what was typed')
    app.key('Escape')
    app.gone('label', contains='31.02.1990')
    app.close()
    equal(birthday(app, contact), '--04-01', 'the birthday, which was not changed')


@test
def fits_a_narrow_window(language):
    app, _ = start_with_card(language, size=(360, 720), text_scale=1.5)
    row = birthday_row(app)
    # Brings the row into sight: the keyboard is beside the card at first.
    app.wait_until(lambda: app.focused() is not None and app.name(app.focused()) == app.tr('Back to the list', 'tooltip'),
                   'the card to be there')
    app.key('shift+Tab')
    app.key('End')
    days = open_calendar(app, row)
    cells = app.find_all('cell', within=days)
    equal(len(cells), 42, 'six weeks of days')
    places = [app.place(cell) for cell in cells]
    width = max(x + w for x, _, w, _ in places) - min(x for x, *_ in places)
    check(width <= 340, 'a calendar no wider than 340 pixels, found %d' % width)
    check(all(w >= 34 and h >= 34 for *_, w, h in places), 'days of at least 34 pixels')
    app.key('Escape')


main()
