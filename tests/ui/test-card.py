# SPDX-License-Identifier: GPL-3.0-or-later
"""What is done with the card of a contact as a whole: archiving it and bringing it back."""

import json

from harness import App, check, desktop, equal, main, test

NAME = 'Żaneta Świątek'


def start_with(language, *contacts, **options):
    app = App(language, **options)
    ids = [app.cli('new', 'contact', *words).strip() for words in contacts]
    return app, ids


def row_of(app, name):
    return app.find('row', contains=name, within=app.find('list', app.tr('People and organizations')))


def open_card(app, name):
    app.click(row_of(app, name))
    app.find('label', name)


def choose(app, item):
    """Chooses from the menu of the card; the button that is pressed is within one of the same name."""
    name = app.tr('What can be done with this contact', 'tooltip')
    app.click(app.find_last('button', name))
    app.click(app.find('menu item', app.tr(item, 'menu')))


def is_archived(app, contact):
    return json.loads(app.cli('show', contact, '--json'))['archived']


@test
def archives_and_brings_back(language):
    app, (contact, _) = start_with(language, ['name=' + NAME], ['name=Adam Lis'])
    app.start()
    open_card(app, NAME)
    archived = app.tr('Archived', 'contact')
    choose(app, '_Archive')
    # At once: a toast does not stay for long.
    app.press(app.find_on_toast('Undo'))
    app.find_on_toast('Show')
    app.wait_until(lambda: archived not in app.name(row_of(app, NAME)), 'the row to be as before after Undo')
    app.gone('button', app.tr('_Bring Back', 'button'))

    app.click(row_of(app, NAME), button=3)
    app.click(app.find('menu item', app.tr('_Archive', 'menu')))
    app.wait_until(lambda: archived in app.name(row_of(app, NAME)), 'the row to say that the contact is archived')
    app.press(app.find('button', app.tr('_Bring Back', 'button')))
    app.gone('button', app.tr('_Bring Back', 'button'))
    app.key('ctrl+z')
    app.find('button', app.tr('_Bring Back', 'button'))
    choose(app, '_Bring Back')
    app.gone('button', app.tr('_Bring Back', 'button'))
    check(archived not in app.name(row_of(app, 'Adam Lis')), 'the other contact to be left alone')
    app.close()


def add_point(app, kind):
    """Chooses what to add to the ways to reach a contact, by keyboard, and waits for the cursor."""
    app.click(app.find_last('button', app.tr('Add Contact Detail')))
    app.find('menu item', app.tr(kind, 'contact point'))
    app.key('Return')
    app.wait_until(lambda: app.focused() in app.find_all('entry', app.tr(kind, 'contact point')),
                   'the cursor to be in the new row')


@test
def a_phone_number_is_typed_where_it_is_added(language):
    app, (contact,) = start_with(language, ['name=' + NAME])
    app.start()
    open_card(app, NAME)
    phone = app.tr('Phone', 'contact point')
    for leave in ('Escape', 'Tab'):
        add_point(app, 'Phone')
        app.key(leave)
        app.gone('row', contains=phone)
    add_point(app, 'Phone')
    app.type('600 100 200')
    app.key('Return')
    app.find('row', contains='600 100 200')
    equal(len(app.find_all('row', contains=phone)), 1, 'rows of numbers')
    app.close()
    equal([point['value'] for point in json.loads(app.cli('show', contact, '--json'))['points']], ['600 100 200'],
          'the numbers of the contact')


@test
def what_is_preferred_need_not_stay_so(language):
    app, (contact, _) = start_with(language, ['name=' + NAME, 'phone+=+48 512 345 678'], ['name=Adam Lis'])
    app.start()
    open_card(app, NAME)
    preferred = app.tr('%s · preferred', 'contact point') % app.tr('Phone', 'contact point')
    for item in ('Make Preferred', 'No Longer Preferred', 'Make Preferred'):
        # Not with the mouse: on a busy machine GTK 4.8 asks for the pointer's surface when that has gone.
        app.press(app.find_last('button', app.tr('Change or Remove', 'contact point')))
        app.press(app.find('menu item', app.tr(item, 'menu')))
        app.attend_window()
        if item == 'Make Preferred':
            app.find('label', preferred)
        else:
            app.gone('label', preferred)
    app.close()
    equal(json.loads(app.cli('show', contact, '--json'))['points'][0]['preferred'], True, 'what is stored')


@test
def an_empty_card_says_what_can_be_added(language):
    app, (_,) = start_with(language, ['name=' + NAME], size=(1200, 960))
    app.start()
    open_card(app, NAME)
    tags = app.tr('Tags', 'contact')
    names = [tags] + [app.tr(msgid, 'contact') for msgid in ('Contact Details', 'Timeline', 'Organizations')]
    app.find('button', app.tr('Add Connection…'))
    beside = app.place(app.find('list', app.tr('People and organizations')))

    def headings():
        # The chip of a filter may say the same, beside the card.
        return [app.text(label) for label in app.find_all('label')
                if app.text(label) in names and app.place(label)[0] > beside[0] + beside[2]]

    equal(headings(), [], 'headings over nothing')
    app.press(app.find('button', app.tr('Add Tag…')))
    app.attend_dialog()
    app.find('entry', app.tr('Tag', 'contact'))
    app.type('VIP')
    app.key('Return')
    app.wait_until(lambda: headings() == [tags], 'a heading over what was added')
    app.attend_window()
    app.key('ctrl+z')
    app.wait_until(lambda: not headings(), 'the heading to go with it')
    app.find('button', app.tr('Add Tag…'))
    app.close()


@test
def an_anniversary_is_added_where_there_is_none(language):
    app, (contact,) = start_with(language, ['name=' + NAME], size=(1200, 960))
    app.start()
    open_card(app, NAME)
    anniversary = app.tr('Anniversary', 'contact field')
    check(not app.find_all('row', contains=anniversary), 'no room for an anniversary while there is none')
    app.press(app.find_last('button', app.tr('Add Contact Detail')))
    app.press(app.find('menu item', anniversary))
    app.wait_until(lambda: app.focused() in app.find_all('entry', anniversary), 'the cursor to be in the anniversary')
    app.key('Escape')
    app.gone('row', contains=anniversary)
    app.press(app.find_last('button', app.tr('Add Contact Detail')))
    app.press(app.find('menu item', anniversary))
    app.wait_until(lambda: app.focused() in app.find_all('entry', anniversary), 'the cursor to be in it again')
    app.type('2015-06-20')
    app.key('Return')
    app.find('row', contains='2015')
    app.close()
    equal(json.loads(app.cli('show', contact, '--json'))['anniversary'], '2015-06-20', 'what is stored')


@test
def tags_that_there_are_are_suggested(language):
    app, (_, contact) = start_with(language, ['name=' + NAME, 'tags+=Stały klient', 'tags+=stary'], ['name=Adam Lis'])
    app.start()
    open_card(app, 'Adam Lis')
    app.press(app.find('button', app.tr('Add Tag…')))
    app.find('entry', app.tr('Tag', 'contact'))
    app.type('kli')
    suggestion = app.find('row', 'Stały klient')
    app.attend_popover()
    app.click(suggestion)
    app.gone('row', 'Stały klient')
    app.key('Return')
    app.find('label', 'Stały klient')
    app.press(app.find('button', app.tr('Add Tag…')))
    app.find('entry', app.tr('Tag', 'contact'))
    app.type('sta')
    app.find('row', 'stary')
    app.key('Return')
    app.find('label', 'sta')
    app.close()
    equal(sorted(json.loads(app.cli('show', contact, '--json'))['tags']), ['Stały klient', 'sta'],
          'the tag that was chosen, and the new one that begins like another')
    equal(is_archived(app, contact), False, 'archived after it was brought back')


@test
def tags_stand_side_by_side(language):
    tags = ('orang tua', 'stały klient', 'VIP')
    app, _ = start_with(language, ['name=' + NAME, *('tags+=' + tag for tag in tags)])
    app.start()
    open_card(app, NAME)
    places = sorted(app.place(app.find('label', tag)) for tag in tags)
    equal([place[1] for place in places], [places[0][1]] * len(tags), 'the heights of the tags')
    gaps = [after[0] - before[0] - before[2] for before, after in zip(places, places[1:])]
    check(max(gaps) - min(gaps) <= 1 and max(gaps) < 40, 'the tags to be near one another, found gaps of %s' % gaps)
    app.close()


@test
def whoever_may_not_be_trashed_can_be_archived(language):
    app, (contact,) = start_with(language, ['name=' + NAME])
    contract = app.cli('new', 'contract', 'title=Opieka', 'party+=self:A', 'party+=%s:B' % contact).strip()
    app.cli('act', contract, 'signed')
    app.start()
    open_card(app, NAME)
    choose(app, '_Move to Trash')
    dialog = app.find('dialog', app.tr('This Contact Stays'))
    check(any('Opieka' in text for text in app.texts(dialog)), 'the reason to name the contract')
    app.answer(dialog, app.tr('_Archive', 'button'))
    app.find('button', app.tr('_Bring Back', 'button'))
    choose(app, '_Move to Trash')
    dialog = app.find('dialog', app.tr('This Contact Stays'))
    check(not app.find_all('button', app.tr('_Archive', 'button'), within=dialog), 'no offer of what is done already')
    app.answer(dialog, app.tr('_Close'))
    app.close()
    equal(is_archived(app, contact), True, 'archived after the refusal was answered')


@test
def says_that_it_is_in_the_trash(language):
    app, (contact,) = start_with(language, ['name=' + NAME])
    contract = app.cli('new', 'contract', 'title=Opieka').strip()
    app.start()
    open_card(app, NAME)
    restored_from_card(app, lambda: choose(app, '_Move to Trash'))
    row_of(app, NAME)
    app.click(app.find('row', contains=app.tr('Contracts', 'page')))
    app.click(app.find('row', contains='Opieka'))
    restored_from_card(app, lambda: app.key('Delete'))
    app.find('row', contains='Opieka')
    app.close()
    equal([record['id'] for record in json.loads(app.cli('list', 'trash', '--json'))], [],
          'what is in the trash after %s and %s were restored' % (contact, contract))


def restored_from_card(app, move):
    """The card stays in view, says where the record is, and brings it back."""
    since = app.tr('In the trash since %s').replace('%s', '')
    check(not app.find_all('label', contains=since), 'nothing about the trash before')
    move()
    app.find('label', contains=since)
    app.press(app.find('button', app.tr('Restore', 'button')))
    app.gone('label', contains=since)


@test
def printing_can_be_given_up(language):
    app, _ = start_with(language, ['name=' + NAME])
    app.start()
    open_card(app, NAME)
    app.key('ctrl+p')
    app.wait_until(lambda: len(desktop.windows_of(app.process.pid)) == 2, 'the dialog to print with')
    app.key('Escape')
    app.wait_until(lambda: len(desktop.windows_of(app.process.pid)) == 1, 'the dialog to close')
    app.find('label', NAME)


main()
