# SPDX-License-Identifier: GPL-3.0-or-later
"""Cards of texts that nobody expects: markup, marks that turn or pile up, far too long, far too many."""

import json

from harness import App, check, equal, main, test

MARKUP = '<b>Ala & "B"</b> _x <a href="file:///etc/passwd">y</a>'
TURNED = 'Ana \u202eksawoN\u2066 \u200b'
PILED = 'Z\u0351\u0357\u035b' + '\u0315' * 60 + 'yta'
EMOJI = '👩‍👩‍👧‍👦 Rodzina 🇵🇱'
# What is stored, and what is shown of it: marks that turn the text around are seen, no more pile up than are written.
SHOWN = {MARKUP: MARKUP, TURNED: 'Ana \ufffdksawoN\ufffd', PILED: 'Z\u0351\u0357\u035b\u0315\u0315\u0315yta', EMOJI: EMOJI}
LONGEST = 1000
N_PHONES = 500
N_AT_FIRST = 40


def contacts_of(app):
    return app.find('list', app.tr('People and organizations'))


def row_of(app, name):
    def shown():
        return next((row for row in app.find_all('row', within=contacts_of(app)) if app.name(row).startswith(name)),
                    None)
    return app.wait_until(shown, 'the row of %r' % name)


def open_name(app, name):
    app.click(app.find('row', contains=app.tr('Full name', 'contact field') + ': ' + name))
    return app.find('entry', app.tr('Full name', 'contact field'))


@test
def names_are_shown_as_they_are_written(language):
    app = App(language)
    for name in SHOWN:
        app.cli('new', 'contact', 'name=' + name)
    app.start()
    for shown in SHOWN.values():
        app.click(row_of(app, shown))
        app.find('row', app.tr('Full name', 'contact field') + ': ' + shown)
    app.close()


@test
def a_name_that_cannot_be_stays_with_the_reason(language):
    app = App(language)
    contact = app.cli('new', 'contact', 'name=Ewa Lis').strip()
    app.start()
    app.click(row_of(app, 'Ewa Lis'))
    too_long = app.trn('The text is longer than %ld character.', 'The text is longer than %ld characters.', LONGEST)
    for name, reason in (('Ą' * 10000, too_long % LONGEST), (' \t ', app.tr('A contact needs a name.'))):
        app.set_text(open_name(app, 'Ewa Lis'), name)
        app.key('Return')
        app.find('label', reason)
        app.key('Escape')
    app.set_text(open_name(app, 'Ewa Lis'), MARKUP)
    app.key('Return')
    app.find('label', MARKUP)
    row_of(app, MARKUP)
    app.close()
    equal(json.loads(app.cli('show', contact, '--json'))['name'], MARKUP, 'the name')


@test
def five_hundred_phones_are_a_card(language):
    app = App(language)
    phones = ['+48 512 %03d %03d' % (n // 10, n * 7 % 1000) for n in range(N_PHONES)]
    contact = app.cli('new', 'contact', 'name=Centrala', *('phone+=' + phone for phone in phones)).strip()
    app.start()
    app.click(row_of(app, 'Centrala'))
    app.find('row', contains=phones[0])
    more = app.trn('%s more', '%s more', N_PHONES - N_AT_FIRST) % (N_PHONES - N_AT_FIRST)
    check(not app.find_all('row', contains=phones[N_AT_FIRST]), 'not all numbers to be there at once')
    app.find('row', more)
    app.press(app.find_last('button', app.tr('Add Contact Detail')))
    app.find('menu item')
    app.key('Escape', 'Tab', 'End')
    app.wait_until(lambda: app.focused() is not None and app.focused().name == more, 'the keyboard to be on the last row')
    app.key('Return')
    app.find('row', contains=phones[N_AT_FIRST])
    app.wait_until(lambda: app.focused() is not None and app.focused().name.endswith(phones[N_AT_FIRST]),
                   'the keyboard to be on the first that came')
    # What is added is seen, although it is the last of five hundred.
    app.press(app.find_last('button', app.tr('Add Contact Detail')))
    app.press(app.find('menu item', app.tr('Phone', 'contact point')))
    app.wait_until(lambda: app.focused() in app.find_all('entry', app.tr('Phone', 'contact point')),
                   'the cursor to be in a new row')
    app.type('61 855 00 00')
    app.key('Return')
    app.gone('entry', app.tr('Phone', 'contact point'))
    app.find('row', contains='61 855 00 00')
    app.click(app.find('row', contains=phones[0]))
    app.find('entry', app.tr('Phone', 'contact point'))
    app.key('ctrl+a')
    app.type('+62 812 3456 7890')
    app.key('Return')
    app.find('row', contains='812-3456-7890')
    check(app.find_all('row', contains=phones[1]), 'the other numbers to be there still')
    app.close()
    points = json.loads(app.cli('show', contact, '--json'))['points']
    equal((len(points), points[0]['value']), (N_PHONES + 1, '+62 812 3456 7890'), 'phones, and the first of them')


main()
