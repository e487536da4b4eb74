# SPDX-License-Identifier: GPL-3.0-or-later
"""The filter builder: conditions of every kind, groups, the count, and what was built in the line of chips."""

from harness import App, check, equal, main, steps, test, tree

CONTACTS = (
    ('name=Anna Lis', 'address+=ul. Długa 1;Kraków', 'phone+=600 100 200'),
    ('name=Ewa Śliwa', 'address+=ul. Krótka 2;Łódź'),
    ('name=Jan Lis', 'address+=ul. Długa 3;Kraków', 'tags+=stary'),
    ('kind=organisation', 'name=Sowa i Syn', 'address+=Rynek 4;Wrocław'),
)
TYPED = {'en': 'kind:person', 'id': 'jenis:orang', 'pl': 'rodzaj:osoba'}
PEOPLE = ('Anna Lis', 'Ewa Śliwa', 'Jan Lis')
NAMES = (*PEOPLE, 'Sowa i Syn')


def start(language, **options):
    app = App(language, **options)
    for contact in CONTACTS:
        app.cli('new', 'contact', *contact)
    return app.start()


def expect_listed(app, names, what):
    steps.expect_listed(app, NAMES, names, what)


def expect_found(app, n):
    app.find('label', app.trn('%s contact found', '%s contacts found', n) % n)


def expect_conditions(app, n):
    app.wait_until(lambda: len(app.find_all('button', app.tr('Remove this condition', 'tooltip'))) == n,
                   'the builder to have %d conditions' % n)


@test
def builder_builds_counts_and_applies(language):
    app = start(language)
    app.press(app.find('button', app.tr('Filter', 'filter')))
    expect_found(app, 3)
    app.press(app.find('button', app.tr('Add _Condition', 'filter builder')))
    app.find('label', app.tr('The same, typed: %s') % TYPED[language])
    expect_conditions(app, 2)
    app.press(app.find('button', app.tr('Add _Group', 'filter builder')))
    expect_conditions(app, 3)
    expect_found(app, 3)
    app.press(app.find('button', app.tr('_Remove Group', 'filter builder')))
    expect_conditions(app, 2)
    app.finish(app.find('button', app.tr('_Apply', 'button')))
    kind = app.tr('%1$s: %2$s', 'filter').replace('%1$s', app.tr('Kind', 'condition'))
    app.find('button', kind.replace('%2$s', app.tr('Person', 'condition value')))
    expect_listed(app, PEOPLE, 'people')
    app.close()


@test
def what_was_built_is_shown_and_changed(language):
    app = App(language, size=(360, 700))
    for contact in CONTACTS:
        app.cli('new', 'contact', *contact)
    app.cli('new', 'segment', 'name=Krakowianie',
            'query=contacts filter=all(city=kra*,any(edited=0,tag=x),not(any(tag=a,birthday=3)))')
    app.start()
    app.click(app.find('button', app.tr('Show the sidebar', 'tooltip')))
    app.click(app.find('row', 'Krakowianie'))
    expect_listed(app, ('Anna Lis', 'Jan Lis'), 'the segment')
    app.press(app.find('button', app.tr('Filter', 'filter')))
    expect_found(app, 2)
    app.press(app.find('button', app.tr('Remove this condition', 'tooltip')))
    app.finish(app.find('button', app.tr('_Apply', 'button')))
    expect_listed(app, NAMES, 'the segment without one of its conditions')
    app.close()


@test
def what_no_line_can_say_is_kept(language):
    app = start(language)
    app.close()
    app.cli('new', 'segment', 'name=Wybrani', 'query=contacts filter=all(city=kra*,not(all(kind=person,tag=stary)))')
    app.start()
    app.click(app.find('row', 'Wybrani'))
    expect_listed(app, ('Anna Lis',), 'the segment')
    app.press(app.find('button', app.tr('Filter', 'filter')))
    expect_found(app, 1)
    app.press(app.find('button', app.tr('Remove this condition', 'tooltip')))
    expect_found(app, 3)
    app.finish(app.find('button', app.tr('_Apply', 'button')))
    expect_listed(app, ('Anna Lis', 'Ewa Śliwa', 'Sowa i Syn'), 'what was kept')
    app.close()


def has_keyboard(window, name):
    focus = tree.focused(window)
    return focus is not None and focus.name == name


@test
def keys_go_round(language):
    app = start(language)
    app.click(app.find('button', app.tr('Filter', 'filter')))
    dialog = app.find('window', app.tr('Filter', 'window title'))
    app.attend_dialog()
    apply = app.tr('_Apply', 'button')
    app.wait_until(lambda: tree.focused(dialog) is not None, 'the keyboard to be in the builder')
    check(not has_keyboard(dialog, app.tr('_Cancel')), 'the keyboard to begin with the conditions')
    app.wait_until(lambda: has_keyboard(dialog, apply) or app.key('Tab'), 'Tab to come round to the button that applies')
    app.key('Return')
    app.attend_window()
    expect_listed(app, PEOPLE, 'people')
    app.close()


@test
def many_conditions_leave_room_for_the_list(language):
    app = App(language, size=(360, 500))
    for contact in CONTACTS:
        app.cli('new', 'contact', *contact)
    app.cli('new', 'segment', 'name=Ostrożni',
            'query=contacts filter=all(kind=person,created=365,edited=365,not(birthday=7),not(contract-ends=9),'
            'not(country=Peru),not(has=mail),not(has=photo),not(region=x),not(contract=draft),not(is=archived))')
    app.start()
    head = app.find('button', app.tr('Show the sidebar', 'tooltip'))
    _, top, _, _ = app.place(head)
    app.click(head)
    app.click(app.find('row', 'Ostrożni'))
    expect_listed(app, PEOPLE, 'the segment')
    equal(app.place(app.find('button', app.tr('Show the sidebar', 'tooltip')))[1], top, 'the place of the head')
    _, _, _, height = app.place(app.find('list', app.tr('People and organizations')))
    check(height > 150, 'more than two rows of the list to be in sight, not %d px' % height)
    clear = app.find('button', app.tr('Clear', 'filter'))
    app.press(clear)
    expect_listed(app, NAMES, 'no filter')
    app.close()


def stands_on(app, text):
    focus = app.focused()
    return focus is not None and app.text(focus) == text


@test
def values_that_there_are_are_suggested(language):
    app = start(language)
    app.close()
    app.cli('new', 'segment', 'name=Miasta', 'query=contacts filter=city=x')
    app.start()
    app.click(app.find('row', 'Miasta'))
    app.press(app.find('button', app.tr('Filter', 'filter')))
    value = app.find('entry', app.tr('Value', 'filter builder'))
    app.attend_dialog()
    app.wait_until(lambda: stands_on(app, 'x') or app.key('Tab'), 'Tab to come to the value')
    app.type('Lodz')
    suggestion = app.find('row', 'Łódź')
    app.attend_popover()
    app.click(suggestion)
    app.wait_until(lambda: app.text(value) == 'Łódź', 'the value to be the city that was chosen')
    app.gone('row', 'Łódź')
    expect_found(app, 1)
    app.key('ctrl+a', 'BackSpace', 'Down')
    app.find('row', 'Wrocław')
    app.find('row', 'Kraków')
    app.key('Down', 'Return')
    app.wait_until(lambda: app.text(value) == 'Kraków', 'the city that most contacts have to be first')
    app.finish(app.find('button', app.tr('_Apply', 'button')))
    expect_listed(app, ('Anna Lis', 'Jan Lis'), 'the city that was chosen')
    app.close()


@test
def what_was_built_can_be_typed(language):
    app = start(language)
    app.close()
    app.cli('new', 'segment', 'name=Oba', 'query=contacts filter=all(any(city=Kraków,city=wro*),not(all(kind=person,tag=stary)))')
    app.start()
    app.click(app.find('row', 'Oba'))
    expect_listed(app, ('Anna Lis', 'Sowa i Syn'), 'the segment')
    app.press(app.find('button', app.tr('Filter', 'filter')))
    before, after = app.tr('The same, typed: %s').split('%s')
    said = app.find('label', contains=before).name
    app.finish(app.find('button', app.tr('_Cancel')))
    app.attend_window()
    app.press(app.find('button', app.tr('Clear', 'filter')))
    expect_listed(app, NAMES, 'everybody')
    app.type_into(app.find('entry', app.tr('Name, phone, email…')), said[len(before):len(said) - len(after)])
    expect_listed(app, ('Anna Lis', 'Sowa i Syn'), 'what was typed')
    app.close()


main()
