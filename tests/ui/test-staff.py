# SPDX-License-Identifier: GPL-3.0-or-later
"""Who looks after whom: the row of the card, and the lists of the staff and of the tags."""

import json

from harness import App, equal, main, test


def deed(app, name, title, role='menu item'):
    """Chooses from the menu of a line; the button that is pressed is within one of the same name."""
    button = app.tr('What can be done with “%s”', 'accessible') % name
    app.find('button', button)
    app.press(app.find_all('button', button)[-1])
    app.press(app.find(role, app.tr(title, 'menu')))


def open_list(app, title):
    app.key('F10')
    app.click(app.find('menu item', app.tr(title, 'menu')))


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
    app.press(app.find('button', app.tr('_Hand Over', 'button')))
    app.gone('button', app.tr('_Hand Over', 'button'))
    deed(app, 'Kamil', '_Delete')
    app.gone('label', 'Kamil')
    app.close()
    equal(json.loads(app.cli('show', contact, '--json'))['manager'], 'Iga', 'the manager after the handing over')


@test
def tags_are_renamed_and_merged(language):
    app = App(language)
    app.cli('new', 'contact', 'name=Ewa Śliwa', 'tags+=vip')
    app.cli('new', 'contact', 'name=Jan Lis', 'tags+=ważny')
    app.start()
    open_list(app, 'Tag_s…')
    deed(app, 'vip', '_Rename…')
    app.type_into(app.find('entry', app.tr('Name', 'catalogue')), 'VIP')
    app.press(app.find('button', app.tr('_Rename', 'button')))
    app.find('label', 'VIP')
    deed(app, 'ważny', '_Merge with Another Tag…')
    app.press(app.find('button', app.tr('_Merge', 'button')))
    app.gone('label', 'ważny')
    app.close()
    equal([(row['name'], row['contacts']) for row in json.loads(app.cli('list', 'tags', '--json'))], [('VIP', 2)],
          'the tags in the end')


main()
