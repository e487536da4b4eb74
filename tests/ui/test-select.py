# SPDX-License-Identifier: GPL-3.0-or-later
"""Selecting many contacts, by mouse and by keyboard, and doing something with all of them:
what it would mean is counted first, and one undo takes it back."""

import json

from harness import App, check, desktop, equal, main, test

NAMES = ('Anna Adamska', 'Beata Bąk', 'Celina Cicha', 'Dorota Długa', 'Ewa Elska', 'Flora Fiołek')


def start_with_contacts(language, **options):
    app = App(language, **options)
    ids = [app.cli('new', 'contact', 'name=' + name).strip() for name in NAMES]
    app.start()
    return app, ids


def people(app):
    return app.find('list', app.tr('People and organizations'))


def row(app, name):
    return app.find('row', contains=name, within=people(app))


def selected(app):
    """First names of the rows that say they are selected."""
    return [app.name(thing).split()[0] for thing in app.find_all('row', within=people(app))
            if app.is_selected(thing)]


def select(app, *names):
    """In the way of those with a mouse: the button first, then a row each."""
    app.press(app.find('button', app.tr('Select many', 'tooltip')))
    app.find('button', app.tr('Stop selecting', 'tooltip'))
    for name in names:
        app.click(row(app, name))
    counted(app, len(names))


def counted(app, n, number=None):
    """Waits until the bar says how many are selected."""
    text = app.trn('%s selected', '%s selected', n).replace('%s', number or str(n))
    app.wait_until(lambda: text in app.texts(), 'the bar to say %r' % text)


def bar_gone(app):
    app.gone('button', app.tr('Stop selecting', 'tooltip'))


def begin(app, deed):
    """Presses a deed of the bar and waits for its form."""
    app.press(app.find('button', app.tr(deed, 'menu')))
    app.find('button', app.tr('_Cancel'))


def says(app, singular, plural, n):
    """Waits until the form has counted."""
    text = app.trn(singular, plural, n).replace('%s', str(n))
    app.wait_until(lambda: text in app.texts(), 'the form to say %r' % text)


def is_in_sight(app, thing):
    """Whether all of it lies within the dialog."""
    top, height = desktop.geometry_of(app.window())[1::2]
    below = desktop.shadow_of(app.window())[3]
    return app.place(thing)[1] + app.place(thing)[3] <= top + height - below


def accept(app, button):
    app.press(app.find('button', app.tr(button, 'button')))
    app.gone('button', app.tr('_Cancel'))


def hand_over_to(app, name, note):
    """Fills in the form of a handing over."""
    form = app.find('window', app.tr('Hand Over', 'window title'))
    app.attend_dialog()
    app.click(app.find('combo', app.tr('Account manager', 'contact field'), within=form))
    app.click(app.find('label', name, within=form))
    app.type_into(app.find('entry', app.tr('Note for those that change hands', 'bulk'), within=form), note)


def tags_of(app, contact):
    return json.loads(app.cli('show', contact, '--json')).get('tags', [])


@test
def mouse_selects_with_ctrl_and_shift(language):
    app, _ = start_with_contacts(language)
    app.click(row(app, 'Beata'))
    app.find('label', 'Beata Bąk')
    app.click(row(app, 'Dorota'), holding=('ctrl',))
    counted(app, 2)
    equal(selected(app), ['Beata', 'Dorota'], 'selected by Ctrl')
    app.click(row(app, 'Flora'), holding=('shift',))
    equal(selected(app), ['Beata', 'Dorota', 'Ewa', 'Flora'], 'selected by Ctrl and Shift')
    app.click(row(app, 'Ewa'), holding=('ctrl',))
    counted(app, 3)
    app.key('Escape')
    bar_gone(app)
    app.find('label', 'Beata Bąk')


@test
def button_shows_checks_and_rows_toggle(language):
    app, _ = start_with_contacts(language)
    select(app, 'Anna', 'Celina')
    equal(app.unnamed(), [], 'buttons without a name while selecting')
    app.click(row(app, 'Anna'))
    counted(app, 1)
    equal(selected(app), ['Celina'], 'selected after a second press')
    app.press(app.find('button', app.tr('Select _All', 'button')))
    counted(app, len(NAMES))
    app.press(app.find('button', app.tr('Stop selecting', 'tooltip')))
    bar_gone(app)
    app.click(row(app, 'Ewa'))
    app.find('label', 'Ewa Elska')


@test
def keyboard_moves_reads_and_selects(language):
    app, _ = start_with_contacts(language)
    # Newer GTK selects the row that has the focus before an arrow moves on; Home selects it with either.
    app.key('ctrl+f', 'Down', 'Home')
    for name in NAMES[:3]:
        app.wait_until(lambda: app.focused() is not None and name in app.name(app.focused()),
                       'the focus on a row called %s' % name)
        app.key('Down')
    app.key('Home')
    app.key('shift+Down', 'shift+Down')
    counted(app, 3)
    equal(selected(app), ['Anna', 'Beata', 'Celina'], 'selected by Shift and the arrow keys')
    check(app.is_selected(app.focused()), 'the focused row to say that it is selected')
    app.key('shift+Up')
    counted(app, 2)
    app.key('ctrl+a')
    counted(app, len(NAMES))
    app.key('ctrl+Down', 'ctrl+space')
    counted(app, len(NAMES) - 1)
    app.key('Escape')
    bar_gone(app)


@test
def everything_is_selected_without_looking(language):
    app = App(language)
    app.cli('generate', '--contacts=3000')
    app.start()
    app.click(app.find('row', within=people(app)))
    app.key('ctrl+a')
    counted(app, 3000, {'en': '3,000', 'id': '3.000', 'pl': '3\u00a0000'}[language])
    app.click(app.find_all('row', within=people(app))[1])
    counted(app, 2999, {'en': '2,999', 'id': '2.999', 'pl': '2\u00a0999'}[language])


@test
def search_narrows_what_is_done(language):
    app, ids = start_with_contacts(language)
    select(app, 'Anna', 'Beata', 'Celina')
    app.key('ctrl+f')
    app.type('celina')
    counted(app, 1)
    begin(app, 'Add _Tag…')
    app.type('vip')
    says(app, '%s will change', '%s will change', 1)
    accept(app, '_Add')
    app.find_on_toast('Undo')
    app.close()
    equal([bool(tags_of(app, contact)) for contact in ids], [False, False, True, False, False, False], 'who has the tag')


@test
def counts_before_and_takes_back_at_once(language):
    app = App(language)
    ids = [app.cli('new', 'contact', 'name=' + name).strip() for name in NAMES]
    app.cli('set', ids[0], 'tags+=vip')
    app.start()
    select(app, 'Anna', 'Beata', 'Celina')
    begin(app, 'Add _Tag…')
    app.type('v')
    suggestion = app.find('row', 'vip')
    app.attend_popover()
    app.click(suggestion)
    says(app, '%s will change', '%s will change', 2)
    says(app, '%s is so already', '%s are so already', 1)
    accept(app, '_Add')
    app.find_on_toast('Undo')
    app.key('ctrl+z')
    app.answer(app.find('dialog', app.tr('Undo This?')), app.tr('_Undo'))
    app.close()
    equal([bool(tags_of(app, contact)) for contact in ids[:3]], [True, False, False], 'who has the tag after the undo')


@test
def open_card_follows(language):
    app, _ = start_with_contacts(language)
    app.click(row(app, 'Celina'))
    app.find('label', 'Celina Cicha')
    app.click(row(app, 'Dorota'), holding=('ctrl',))
    counted(app, 2)
    begin(app, 'Add _Tag…')
    app.type('vip')
    says(app, '%s will change', '%s will change', 2)
    accept(app, '_Add')
    app.find_on_toast('Undo')
    app.key('Escape')
    bar_gone(app)
    app.find('label', 'vip')


@test
def hands_over_with_a_note(language):
    """Fifty change hands as one edit; the card of each says so, until it is taken back."""
    app = App(language)
    names = ['Klient %02d' % n for n in range(50)]
    app.cli('edit', '-', stdin='new staff_member name=Kamil\nnew staff_member name=Iga\n'
            + ''.join('new contact name="%s" manager=Kamil\n' % name for name in names)
            + 'new contact name="Anna Adamska"\nCOMMIT\n')
    app.start()
    app.press(app.find('button', app.tr('Select many', 'tooltip')))
    app.type_into(app.find('entry', app.tr('Name, phone, email…')), 'klient')
    app.gone('row', contains='Anna Adamska', within=people(app))
    app.click(row(app, names[1]))
    app.key('ctrl+a')
    counted(app, 50)
    begin(app, '_Hand Over…')
    hand_over_to(app, 'Iga', 'urlop do wiosny')
    says(app, '%s will change', '%s will change', 50)
    accept(app, '_Hand Over')
    app.attend_window()
    app.find_on_toast('Undo')
    app.key('Escape')
    bar_gone(app)
    app.click(row(app, names[3]))
    title = app.tr('Handed over', 'activity') + ' · Kamil → Iga'
    app.find('label', title)
    app.find('label', contains='urlop do wiosny')
    app.key('ctrl+z')
    app.answer(app.find('dialog', app.tr('Undo This?')), app.tr('_Undo'))
    app.gone('label', title)
    app.close()
    equal([one['contacts'] for one in json.loads(app.cli('list', 'staff', '--json'))], [0, 50], 'whose they are')


@test
def many_get_a_deputy(language):
    """In place of another one; who looks after them stays."""
    app = App(language)
    for name in ('Kamil', 'Iga', 'Ola'):
        app.cli('new', 'staff_member', 'name=' + name)
    ids = [app.cli('new', 'contact', 'name=' + name, 'manager=Kamil', 'deputy=Iga').strip() for name in ('Adam', 'Beata')]
    app.start()
    select(app, 'Adam', 'Beata')
    begin(app, '_Hand Over…')
    form = app.find('window', app.tr('Hand Over', 'window title'))
    app.attend_dialog()
    app.click(app.find('combo', app.tr('As', 'bulk'), within=form))
    app.click(app.find('label', app.tr('Deputy', 'contact field'), within=form))
    app.click(app.find('combo', app.tr('Deputy', 'contact field'), within=form))
    app.click(app.find('label', 'Ola', within=form))
    says(app, '%s will change', '%s will change', 2)
    accept(app, '_Hand Over')
    app.attend_window()
    app.find_on_toast('Undo')
    app.close()
    shown = [json.loads(app.cli('show', contact, '--json')) for contact in ids]
    equal([(one['manager'], one['deputy']) for one in shown], [('Kamil', 'Ola')] * 2, 'manager and deputy')


@test
def one_is_handed_over_from_its_card(language):
    app, ids = start_with_contacts(language)
    app.close()
    app.cli('new', 'staff_member', 'name=Kamil Wróbel')
    app.start()
    app.click(row(app, 'Beata'))
    app.click(app.find('button', app.tr('What can be done with this contact', 'tooltip')))
    app.click(app.find('menu item', app.tr('_Hand Over…', 'menu')))
    app.find('button', app.tr('_Cancel'))
    hand_over_to(app, 'Kamil Wróbel', 'zna branżę')
    says(app, '%s will change', '%s will change', 1)
    accept(app, '_Hand Over')
    app.attend_window()
    app.find('label', app.tr('Handed over', 'activity') + ' · — → Kamil Wróbel')
    app.find('label', contains='zna branżę')
    # Nobody was in touch with them.
    equal([text for text in app.texts() if text.startswith(app.tr('Last contact: %1$s, %2$s').split('%')[0])], [],
          'the last contact')
    app.close()
    shown = [json.loads(app.cli('show', contact, '--json')) for contact in ids[:2]]
    equal([contact['manager'] for contact in shown], ['', 'Kamil Wróbel'], 'the managers')


@test
def archived_ones_are_brought_back(language):
    app = App(language)
    ids = [app.cli('new', 'contact', 'name=' + name).strip() for name in NAMES]
    for contact in ids[1:3]:
        app.cli('set', contact, 'archived=yes')
    app.start()
    select(app, 'Anna')
    app.find('button', app.tr('_Archive…', 'menu'))
    equal(app.find_all('button', app.tr('_Bring Back…', 'menu')), [], 'the offer while nobody archived is selected')
    app.click(row(app, 'Beata'))
    app.click(row(app, 'Celina'))
    begin(app, '_Bring Back…')
    says(app, '%s will change', '%s will change', 2)
    says(app, '%s is so already', '%s are so already', 1)
    accept(app, '_Bring Back')
    app.find_on_toast('Undo')
    app.gone('button', app.tr('_Bring Back…', 'menu'))
    app.close()
    equal([json.loads(app.cli('show', contact, '--json'))['archived'] for contact in ids[:3]], [False] * 3,
          'who is archived in the end')


@test
def keys_of_the_list_work(language):
    app, _ = start_with_contacts(language)
    app.click(row(app, 'Beata'))
    app.find('label', 'Beata Bąk')
    app.key('Delete')
    app.gone('row', contains='Beata', within=people(app))
    app.press(app.find_on_toast('Undo'))
    row(app, 'Beata')
    app.key('ctrl+f')
    app.key('ctrl+a')
    app.type('x')
    app.key('ctrl+a')
    app.key('BackSpace', 'Delete')
    bar_gone(app)
    app.click(row(app, 'Anna'))
    app.key('shift+Down')
    counted(app, 2)
    app.key('Delete')
    says(app, '%s will be moved to the trash', '%s will be moved to the trash', 2)
    accept(app, '_Move')
    app.gone('row', contains='Anna', within=people(app))
    row(app, 'Celina')
    app.press(app.find('button', app.tr('Stop selecting', 'tooltip')))
    bar_gone(app)
    app.click(app.find('button', app.tr('Select many', 'tooltip')))
    app.key('ctrl+a')
    counted(app, len(NAMES) - 2)
    app.close()


@test
def refuses_with_a_reason(language):
    app = App(language)
    ids = [app.cli('new', 'contact', 'name=' + name).strip() for name in NAMES]
    contract = app.cli('new', 'contract', 'title=Opieka', 'kind=mandate', 'party+=self:A',
                       'party+=%s:B' % ids[1]).strip()
    app.cli('act', contract, 'sent', 'on=2026-11-01')
    app.cli('act', contract, 'signed', 'on=2026-11-02')
    app.start()
    select(app, 'Anna', 'Beata')
    begin(app, '_Move to Trash…')
    says(app, '%s will be moved to the trash', '%s will be moved to the trash', 1)
    says(app, '%s stays as it is:', '%s stay as they are, the first of them because:', 1)
    check(any('Beata Bąk' in text for text in app.texts()), 'the reason to name who stays')
    app.wait_until(lambda: is_in_sight(app, app.find('label', contains='Opieka')),
                   'the dialog to be large enough for the reason')
    accept(app, '_Move')
    app.gone('row', contains='Anna Adamska', within=people(app))
    app.find('row', contains='Beata Bąk', within=people(app))


main()
