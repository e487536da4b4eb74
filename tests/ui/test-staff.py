# SPDX-License-Identifier: GPL-3.0-or-later
"""Who looks after whom: the row of the card, and the lists of the staff and of the tags."""

import json

from harness import App, desktop, equal, main, test, tree
from harness.steps import deed


def open_list(app, title):
    app.key('F10')
    app.click(app.find('menu item', app.tr(title, 'menu')))


def stands_in(dialog, name):
    """Whether the keyboard is on the line of this name, and the line in sight."""
    focus = tree.focused(dialog)
    area = tree.area_of(focus) if focus is not None and name in focus.name else None
    return area is not None and 0 < area[1] < tree.area_of(dialog)[3]


@test
def manager_is_chosen_on_the_card(language):
    app = App(language, size=(1200, 960))
    app.cli('new', 'staff_member', 'name=Kamil Wróbel')
    contact = app.cli('new', 'contact', 'name=Ewa Śliwa').strip()
    app.start()
    app.click(app.find('row', contains='Ewa Śliwa'))
    row = app.find('combo', app.tr('Account manager', 'contact field'))
    app.click(row)
    app.click(app.find('label', 'Kamil Wróbel', within=row))
    app.gone('label', app.tr('Nobody', 'account manager'))
    app.find('label', 'Kamil Wróbel')
    app.key('Escape', 'ctrl+z')
    app.gone('label', 'Kamil Wróbel')
    app.key('ctrl+shift+z')
    app.find('label', 'Kamil Wróbel')
    app.close()
    equal(json.loads(app.cli('show', contact, '--json'))['manager'], 'Kamil Wróbel', 'the manager in the end')


@test
def deputy_is_chosen_under_the_manager(language):
    """There is one to choose once there is a manager, and never the manager; many get one as they get a manager."""
    app = App(language, size=(1200, 960))
    for name in ('Kamil Wróbel', 'Iga Lis'):
        app.cli('new', 'staff_member', 'name=' + name)
    contact = app.cli('new', 'contact', 'name=Ewa Śliwa').strip()
    app.start()
    app.click(app.find('row', contains='Ewa Śliwa'))
    manager = app.find('combo', app.tr('Account manager', 'contact field'))
    app.gone('combo', app.tr('Deputy', 'contact field'))
    app.click(manager)
    app.click(app.find('label', 'Kamil Wróbel', within=manager))
    deputy = app.find('combo', app.tr('Deputy', 'contact field'))
    app.click(deputy)
    app.find('label', 'Iga Lis', within=deputy)
    app.gone('label', 'Kamil Wróbel', within=deputy)
    app.click(app.find('label', 'Iga Lis', within=deputy))
    app.gone('label', app.tr('Nobody', 'account manager'))
    app.key('Escape', 'ctrl+z')
    app.gone('label', 'Iga Lis')
    app.key('ctrl+shift+z')
    app.find('label', 'Iga Lis')
    app.close()
    shown = json.loads(app.cli('show', contact, '--json'))
    equal([shown['manager'], shown['deputy']], ['Kamil Wróbel', 'Iga Lis'], 'who looks after them in the end')


@test
def staff_is_added_renamed_and_hands_over(language):
    app = App(language)
    app.cli('new', 'staff_member', 'name=Kamil')
    app.cli('new', 'staff_member', 'name=Iga')
    contact = app.cli('new', 'contact', 'name=Ewa Śliwa', 'manager=Kamil').strip()
    app.start()
    open_list(app, 'Sta_ff…')
    app.press(app.find('button', app.tr('Add', 'tooltip')))
    app.type_into(app.find('entry', app.tr('Name', 'catalogue')), 'Zenon')
    app.key('Return')
    app.find('label', 'Zenon')
    deed(app, 'Zenon', '_Delete')
    app.gone('label', 'Zenon')
    deed(app, 'Kamil', '_Delete')
    app.finish(app.find('button', app.tr('_Hand Over', 'button')))
    app.gone('button', app.tr('_Hand Over', 'button'))
    deed(app, 'Kamil', '_Delete')
    app.gone('label', 'Kamil')
    app.close()
    equal(json.loads(app.cli('show', contact, '--json'))['manager'], 'Iga', 'the manager after the handing over')


@test
def whoever_leaves_hands_over(language):
    """What they look after is offered to somebody else at once, with a note; they may come back."""
    app = App(language)
    app.cli('new', 'staff_member', 'name=Kamil')
    app.cli('new', 'staff_member', 'name=Iga')
    contact = app.cli('new', 'contact', 'name=Ewa Śliwa', 'manager=Kamil').strip()
    app.start()
    open_list(app, 'Sta_ff…')
    deed(app, 'Kamil', 'Works Here _No More')
    form = app.find('window', app.tr('Hand Over Contacts', 'window title'))
    app.attend_dialog()
    app.type_into(app.find('entry', app.tr('Note for those that change hands', 'bulk'), within=form), 'zna branżę')
    app.finish(app.find('button', app.tr('_Hand Over', 'button'), within=form))
    app.gone('window', app.tr('Hand Over Contacts', 'window title'))
    count = app.trn('%s contact', '%s contacts', 0) % '0'
    app.find('label', app.tr('%s, works here no more') % count)
    deed(app, 'Kamil', 'Works Here _Again')
    app.gone('label', app.tr('%s, works here no more') % count)
    app.close()
    shown = json.loads(app.cli('show', contact, '--json'))
    equal((shown['manager'], shown['activities'][0]['subject'], shown['activities'][0]['note']),
          ('Iga', 'Kamil → Iga', 'zna branżę'), 'the contact in the end')
    equal([one['active'] for one in json.loads(app.cli('list', 'staff', '--json'))], [True, True], 'who works here')


@test
def tags_are_renamed_and_merged(language):
    app = App(language)
    app.cli('new', 'contact', 'name=Ewa Śliwa', 'tags+=vip')
    app.cli('new', 'contact', 'name=Jan Lis', 'tags+=ważny')
    app.start()
    open_list(app, 'Tag_s…')
    deed(app, 'vip', '_Edit…')
    app.type_into(app.find('entry', app.tr('Name', 'catalogue')), 'VIP')
    app.finish(app.find('button', app.tr('_Save', 'button')))
    app.find('label', 'VIP')
    deed(app, 'ważny', '_Merge with Another Tag…')
    app.finish(app.find('button', app.tr('_Merge', 'button')))
    app.gone('label', 'ważny')
    app.close()
    equal([(row['name'], row['contacts']) for row in json.loads(app.cli('list', 'tags', '--json'))], [('VIP', 2)],
          'the tags in the end')


@test
def a_tag_gets_a_colour_and_is_missed_when_it_goes(language):
    """The color is chosen by its name; before the tag goes, it is said who has it and what asks for it."""
    app = App(language)
    app.cli('new', 'contact', 'name=Ewa Śliwa', 'tags+=vip')
    app.cli('new', 'contact', 'name=Jan Lis', 'tags+=vip')
    app.cli('new', 'segment', 'name=Ważni', 'query=contacts filter=tag=vip')
    app.cli('new', 'segment', 'name=Inni', 'query=contacts filter=not(tag=*)')
    app.start()
    app.click(app.find('row', contains='Ewa Śliwa'))
    app.find('label', 'vip')
    open_list(app, 'Tag_s…')
    deed(app, 'vip', '_Edit…')
    form = app.find('window', app.tr('Edit Tag', 'window title'))
    app.attend_dialog()
    app.click(app.find('combo', app.tr('Color', 'tag field'), within=form))
    app.click(app.find('label', app.tr('Red', 'tag color'), within=form))
    app.finish(app.find('button', app.tr('_Save', 'button'), within=form))
    app.gone('window', app.tr('Edit Tag', 'window title'))
    deed(app, 'vip', '_Delete')
    question = app.find('dialog', app.tr('Delete the Tag “%s”?') % 'vip')
    counted = app.trn('%s contact has it and stays.', '%s contacts have it and stay.', 2) % '2'
    asking = app.trn('This segment asks for it and will find nobody by it:',
                     'These segments ask for it and will find nobody by it:', 1)
    app.find('label', '%s\n\n%s\nWażni' % (counted, asking), within=question)
    app.finish(app.find('button', app.tr('_Cancel'), within=question))
    app.gone('dialog', app.tr('Delete the Tag “%s”?') % 'vip')
    deed(app, 'vip', '_Delete')
    question = app.find('dialog', app.tr('Delete the Tag “%s”?') % 'vip')
    app.finish(app.find('button', app.tr('_Delete', 'button'), within=question))
    app.gone('row', contains='vip')
    app.close()
    equal(json.loads(app.cli('history', '--json', '--limit=2'))[1]['verb'], 'tag-colour', 'the edit before')
    equal(json.loads(app.cli('list', 'tags', '--json')), [], 'the tags in the end')


def is_red(app, thing):
    """Whether there is a strong red to see in it."""
    return any(red > 160 and max(green, blue) < 90 for red, green, blue in desktop.colours_in(*app.place(thing)))


@test
def the_colour_of_a_tag_is_seen(language):
    """On the card, on the chip that asks for it, and in both as soon as it is another one."""
    app = App(language, size=(1200, 900))
    app.cli('new', 'contact', 'name=Ewa Śliwa', 'tags+=vip')
    tag = json.loads(app.cli('list', 'tags', '--json'))[0]['id']
    app.cli('set', tag, 'colour=red')
    app.cli('new', 'segment', 'name=Ważni', 'query=contacts filter=tag=vip')
    app.start()
    app.click(app.find('row', 'Ważni'))
    app.click(app.find('row', contains='Ewa Śliwa'))
    asking = app.tr('%1$s: %2$s', 'filter').replace('%1$s', app.tr('Tag', 'condition')).replace('%2$s', 'vip')
    places = [lambda: app.find('button', asking), lambda: app.find('label', 'vip')]
    for place in places:
        app.wait_until(lambda: is_red(app, place()), '%r to be red' % place().name)
    open_list(app, 'Tag_s…')
    deed(app, 'vip', '_Edit…')
    form = app.find('window', app.tr('Edit Tag', 'window title'))
    app.attend_dialog()
    app.click(app.find('combo', app.tr('Color', 'tag field'), within=form))
    app.click(app.find('label', app.tr('Blue', 'tag color'), within=form))
    app.finish(app.find('button', app.tr('_Save', 'button'), within=form))
    app.key('Escape')
    app.attend_window()
    for place in places:
        app.wait_until(lambda: not is_red(app, place()), '%r to be red no more' % place().name)
    app.close()


@test
def long_list_is_searched_and_keeps_the_place(language):
    app = App(language)
    tags = ['Tag %02d' % n for n in range(30)]
    app.cli('edit', '-', stdin=''.join('new tag name="%s"\n' % tag for tag in [*tags, 'Inny Zbiór']) + 'COMMIT\n')
    app.start()
    open_list(app, 'Tag_s…')
    dialog = app.find('window', app.tr('Tags', 'window title'))
    app.attend_dialog()
    search = app.find('entry', app.tr('Search', 'filter'), within=dialog)
    app.type_into(search, 'zbior')
    app.gone('row', 'Tag 00', within=dialog)
    app.find('row', 'Inny Zbiór', within=dialog)
    app.key('Escape')
    app.find('row', 'Tag 00', within=dialog)

    app.wait_until(lambda: stands_in(dialog, 'Tag 27') or app.key('Tab', 'End', 'Up', 'Up'), 'the keyboard to come to Tag 27')
    deed(app, 'Tag 27', '_Edit…')
    app.type_into(app.find('entry', app.tr('Name', 'catalogue')), 'Tag 27 b')
    app.finish(app.find('button', app.tr('_Save', 'button')))
    app.wait_until(lambda: stands_in(dialog, 'Tag 27 b'), 'the keyboard to stay on what was renamed')
    deed(app, 'Tag 27 b', '_Delete')
    app.gone('row', 'Tag 27 b', within=dialog)
    app.wait_until(lambda: stands_in(dialog, 'Tag 28'), 'the keyboard to go to what took its place')
    app.close()


main()
