# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job: find somebody while typing, open the card, correct a phone number,
take that back, open the contract and record what happened to it."""

import json

from harness import App, equal, main, test

CONTACT = ('new', 'contact', 'name=Łukasz Świętosław', 'phone+=512 345 678', 'mail+=lukasz@example.com')


def start_with_contact(language):
    app = App(language)
    contact = app.cli(*CONTACT).strip()
    app.cli('new', 'contact', 'name=Anna Nowak', 'phone+=600 100 200')
    app.start()
    return app, contact


def search_for(app, text):
    app.type_into(app.find('entry', app.tr('Name, phone, email…')), text)


def open_found(app, text, name):
    """Searches, and opens the first contact that was found with Enter."""
    search_for(app, text)
    app.find('row', contains=name)
    app.key('Return')
    app.find('label', name)


def field(app, value):
    """The row of the card that shows a value."""
    return app.find('row', contains=value)


def correct(app, old, new):
    """Clicks a field, types another value over it, and leaves it with Enter."""
    app.click(field(app, old))
    app.wait_until(lambda: app.focused() is not None and app.text(app.focused()), 'the field to be open')
    app.key('ctrl+a')
    app.type(new)
    app.key('Return')
    app.find('row', contains=new)


def shown(app, contact):
    return json.loads(app.cli('show', contact, '--json'))


@test
def finds_people_while_typing(language):
    app, _ = start_with_contact(language)
    for text in ('lukasz', 'swieto', 'świętosław łuk', '512345', '345 678', 'lukasz@ex'):
        search_for(app, text)
        app.find('row', contains='Łukasz')
        app.gone('row', contains='Anna Nowak')
    search_for(app, 'nobody of this name')
    app.find('label', app.tr('No Results Found'))
    app.close()


@test
def corrects_a_phone_and_takes_it_back(language):
    app, contact = start_with_contact(language)
    open_found(app, 'lukasz', 'Łukasz Świętosław')
    correct(app, '512 345 678', '512 345 679')
    app.key('ctrl+z')
    app.find('row', contains='512 345 678')
    app.gone('row', contains='512 345 679')
    app.key('ctrl+shift+z')
    app.find('row', contains='512 345 679')
    app.close()
    equal(shown(app, contact)['points'][0]['value'], '512 345 679', 'the number after undo and redo')


@test
def escape_gives_up_and_leaving_saves(language):
    app, contact = start_with_contact(language)
    open_found(app, 'lukasz', 'Łukasz Świętosław')
    app.click(field(app, 'lukasz@example.com'))
    app.wait_until(lambda: app.focused() is not None and app.text(app.focused()), 'the field to be open')
    app.key('ctrl+a')
    app.type('gone@example.com')
    app.key('Escape')
    app.find('row', contains='lukasz@example.com')
    app.click(field(app, 'lukasz@example.com'))
    app.wait_until(lambda: app.focused() is not None and app.text(app.focused()), 'the field to be open')
    app.key('ctrl+a')
    app.type('kept@example.com')
    app.close()
    equal(shown(app, contact)['points'][1]['value'], 'kept@example.com', 'what was typed when the window was closed')


@test
def records_an_act_on_a_contract(language):
    app = App(language)
    contact = app.cli(*CONTACT).strip()
    contract = app.cli('new', 'contract', 'title=Opieka', 'start_on=2026-03-01', 'end_on=2027-02-28',
                       'party+=' + contact).strip()
    app.start()
    open_found(app, 'lukasz', 'Łukasz Świętosław')
    app.click(app.find('row', contains='Opieka'))
    app.find('label', 'Opieka')
    app.press(app.find('button', app.tr('Record Signature…', 'contract act button')))
    app.finish(app.find('button', app.tr('_Record', 'button')))
    app.gone('button', app.tr('_Record', 'button'))
    app.close()
    equal(json.loads(app.cli('show', contract, '--json'))['state'], 'active', 'the state after the signature')


@test
def one_party_signs_by_its_whole_name(language):
    app = App(language)
    name = 'Stowarzyszenie Miłośników Kolei Wąskotorowych Ziemi Łódzkiej'
    contact = app.cli('new', 'contact', 'kind=organisation', 'name=' + name).strip()
    contract = app.cli('new', 'contract', 'title=Opieka', 'party+=self:A', 'party+=%s:B' % contact).strip()
    app.start()
    open_found(app, 'stowarzyszenie', name)
    app.click(app.find('row', contains='Opieka'))
    app.press(app.find('button', app.tr('Record Signature…', 'contract act button')))
    app.click(app.find('radio', name))
    app.finish(app.find('button', app.tr('_Record', 'button')))
    app.gone('button', app.tr('_Record', 'button'))
    app.close()
    acts = json.loads(app.cli('show', contract, '--json'))['acts']
    equal([act['party'] for act in acts], [contact], 'who has signed')


main()
