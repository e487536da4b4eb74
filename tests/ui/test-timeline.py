# SPDX-License-Identifier: GPL-3.0-or-later
"""Activities: written down from the card and after a click, changed, removed and taken back."""

import json

from harness import App, check, equal, main, test

ANNA = 'Anna Lis'


def start(language, *words):
    app = App(language)
    app.catch_links()
    contact = app.cli('new', 'contact', 'name=' + ANNA, *words).split()[-1]
    app.start()
    app.click(app.find('row', contains=ANNA, within=app.find('list', app.tr('People and organizations'))))
    app.find('label', ANNA)
    return app, contact


def stored(app, contact, *fields):
    return [tuple(one[field] for field in fields)
            for one in json.loads(app.cli('show', contact, '--json'))['activities']]


def subject(app):
    app.attend_dialog()
    return app.find('entry', app.tr('Subject', 'activity field'))


@test
def one_is_written_down_and_taken_back(language):
    app, contact = start(language)
    app.click(app.find('button', app.tr('Log Activity…')))
    app.type_into(subject(app), 'Faktura')
    app.key('Return')
    app.attend_window()
    title = app.tr('Outgoing call', 'activity') + ' · Faktura'
    app.find('label', title)
    # The head says when there was something last.
    app.find('label', app.tr('Last contact: %1$s, %2$s').replace('%1$s', app.tr('today', 'distance'))
             .replace('%2$s', app.tr('Outgoing call', 'activity')[:1].lower() + app.tr('Outgoing call', 'activity')[1:]))
    app.key('ctrl+z')
    app.gone('label', title)
    app.key('ctrl+shift+z')
    app.find('label', title)
    app.close()
    equal(stored(app, contact, 'channel', 'direction', 'subject'), [('call', 'out', 'Faktura')], 'what is stored')
    check(stored(app, contact, 'time')[0][0], 'no time was filled in')


@test
def one_is_changed_and_removed(language):
    app, contact = start(language, 'activity+=mail|in|2026-11-20|09:05|Oferta', 'activity+=sms|out|2026-11-21')
    change = app.tr('Change or Remove', 'activity')
    app.click(app.find_last('button', change))
    app.type_into(subject(app), 'Nowa oferta')
    app.key('Return')
    app.attend_window()
    app.find('label', app.tr('Email received', 'activity') + ' · Nowa oferta')
    app.click(app.find('button', change))
    subject(app)
    app.press(app.find('button', app.tr('Remove This Activity')))
    app.attend_window()
    app.gone('label', app.tr('Text message sent', 'activity'))
    app.close()
    equal(stored(app, contact, 'channel', 'subject', 'time'), [('mail', 'Nowa oferta', '09:05')], 'what is stored')


@test
def what_was_clicked_is_offered_for_logging(language):
    app, contact = start(language, 'phone+=+48 512 345 678')
    app.click(app.find('button', 'WhatsApp'))
    app.wait_until(app.opened_links, 'the chat to be opened')
    app.find('label', 'WhatsApp: ' + ANNA)
    app.press(app.find_on_toast('Log It'))
    app.type_into(subject(app), 'Termin')
    app.key('Return')
    app.attend_window()
    app.find('label', 'WhatsApp · Termin')
    # It is offered, never done by itself.
    app.click(app.find('button', app.tr('Call', 'contact action')))
    app.find('label', app.tr('Call', 'activity') + ': ' + ANNA)
    app.close()
    equal(stored(app, contact, 'channel', 'direction', 'subject'), [('whatsapp', 'out', 'Termin')], 'what is stored')


@test
def the_newest_come_first_and_others_when_asked(language):
    app, _ = start(language, *['activity+=call|out|2026-10-%02d||Rozmowa %02d' % (day, day) for day in range(1, 9)])
    call = app.tr('Outgoing call', 'activity')
    app.find('label', '%s · Rozmowa 08' % call)
    equal(app.find_all('label', '%s · Rozmowa 03' % call), [], 'the sixth activity')
    earlier = app.find('row', contains='3 ')
    app.click(earlier)
    app.find('label', '%s · Rozmowa 01' % call)
    app.close()


main()
