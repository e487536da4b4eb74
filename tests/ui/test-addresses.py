# SPDX-License-Identifier: GPL-3.0-or-later
"""Addresses by the parts that their country has: added, corrected, warned about and copied as a block."""

import json

from harness import App, equal, main, test


def start_with(language, country, *words):
    app = App(language, size=(1200, 960))
    contact = app.cli('new', 'contact', *words).strip()
    app.cli('set', 'business', 'country=' + country)
    app.start()
    app.click(app.find('row', contains=words[0].split('=')[1], within=app.find('list', app.tr('People and organizations'))))
    return app, contact


def part(app, msgid):
    return app.tr(msgid, 'address')


def begin_address(app):
    app.click(app.find_last('button', app.tr('Add Contact Detail')))
    app.click(app.find('menu item', app.tr('Address…', 'add')))
    app.attend_dialog()
    return app.find('window', app.tr('New Address', 'window title'))


def fill(app, dialog, **parts):
    for msgid, text in parts.items():
        app.type_into(app.find('entry', part(app, msgid.replace('_', ' ')), within=dialog), text)


def addresses(app, contact):
    return json.loads(app.cli('show', contact, '--json'))['addresses']


@test
def is_added_in_poland(language):
    app, contact = start_with(language, 'PL', 'name=Ewa')
    dialog = begin_address(app)
    equal(app.find_all('entry', part(app, 'RW'), within=dialog), [], 'entries for what Poland does not have')
    fill(app, dialog, Street='ul. Wzorcowa', House_and_flat='7/3', Postal_code='31019', Post_town='Kraków')
    app.type_into(app.find('entry', part(app, 'Province'), within=dialog), 'małop')
    suggestion = app.find('row', 'małopolskie')
    app.attend_popover()
    app.click(suggestion)
    app.gone('row', 'małopolskie')
    app.finish(app.find('button', app.tr('_Add', 'button'), within=dialog))
    app.find('label', 'ul. Wzorcowa 7/3, 31-019 Kraków')
    app.press(app.find('button', part(app, 'Copy')))
    app.find('label', app.tr('Copied to the clipboard'))
    app.close()
    equal([addresses(app, contact)[0][name] for name in ('street', 'house', 'postcode', 'city', 'region')],
          ['ul. Wzorcowa', '7/3', '31-019', 'Kraków', 'małopolskie'], 'what was recorded')


@test
def is_added_in_indonesia(language):
    app, contact = start_with(language, 'ID', 'name=Ratna')
    dialog = begin_address(app)
    fill(app, dialog, Street='Jl. Contoh', House_number='12', RT='3', RW='5', Kelurahan_or_desa='Desa Contohsari',
         Kecamatan='Contoh', Kota_or_kabupaten='Kab. Bandung', Province='Jawa Barat', Postal_code='40123')
    app.finish(app.find('button', app.tr('_Add', 'button'), within=dialog))
    app.find('label', 'Jl. Contoh No. 12, RT 003/RW 005, Desa Contohsari, Kec. Contoh, Kab. Bandung, Jawa Barat 40123')
    app.close()
    equal([addresses(app, contact)[0][name] for name in ('rt', 'rw', 'village', 'district', 'city')],
          ['003', '005', 'Desa Contohsari', 'Contoh', 'Kab. Bandung'], 'what was recorded')


@test
def wrong_postal_code_is_kept_with_the_reason(language):
    app, contact = start_with(language, 'PL', 'name=Ewa', 'address+=ul. Wzorcowa 3;Kraków;31-019')
    app.click(app.find('row', contains='ul. Wzorcowa 3'))
    reason = app.tr('A Polish postal code has five digits, such as 31-019.')
    equal(app.find_all('label', reason), [], 'warnings about a postal code that is right')
    app.click(app.find('row', part(app, 'Postal code') + ': 31-019'))
    app.find('entry', part(app, 'Postal code'))
    app.key('ctrl+a')
    app.type('3101')
    app.key('Return')
    app.find('label', reason)
    app.key('ctrl+z')
    app.gone('label', reason)
    app.close()
    equal(addresses(app, contact)[0]['postcode'], '31-019', 'the postal code after Undo')


main()
