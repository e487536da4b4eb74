# SPDX-License-Identifier: GPL-3.0-or-later
"""Asking for what the fields of the business say: typed, and built."""

from harness import App, main, steps, test

FIELDS = (['name=Metraż', 'type=number', 'unit=m²'], ['name=Poziom', 'type=choice', 'choices+=Brązowy', 'choices+=Złoty'],
          ['name=Polisa do', 'type=date'], ['name=Zgoda', 'type=yes_no'])
CONTACTS = (['name=Anna Lis', 'own.Metraż=48.5', 'own.Poziom=Złoty', 'own.Zgoda=yes'],
            ['name=Ewa Śliwa', 'own.Metraż=120', 'own.Polisa do=2026-12-01'],
            ['name=Jan Sowa', 'own.Zgoda=no'])
NAMES = ('Anna Lis', 'Ewa Śliwa', 'Jan Sowa')


def start(language, **options):
    app = App(language, **options)
    for field in FIELDS:
        app.cli('new', 'own_field', *field)
    for contact in CONTACTS:
        app.cli('new', 'contact', *contact)
    return app


def expect_listed(app, names, what):
    steps.expect_listed(app, NAMES, names, what)


def expect_found(app, n):
    app.find('label', app.trn('%s contact found', '%s contacts found', n) % n)


def open_combo(app, combo):
    """By the keyboard: where things lie in the builder, a newer GTK does not say well."""
    app.wait_until(lambda: app.focused() in [combo, *app.find_all(within=combo)] or app.key('Tab'), 'Tab to come to the list')
    app.key('space')


def choose_condition(app, name):
    """Chooses one of the last conditions."""
    combo = app.find('combo', app.tr('Condition', 'filter builder'))
    open_combo(app, combo)
    app.attend_popover()
    app.key('End')
    app.click(app.find('label', name, within=combo))
    app.wait_until(lambda: [label.name for label in app.find_all('label', within=combo)] == [name],
                   'the condition to be ' + name)


def choose_relation(app, relation):
    combo = app.find('combo', app.tr('Relation', 'filter builder'))
    open_combo(app, combo)
    app.click(app.find('label', app.tr(relation, 'relation'), within=combo))


def said(app, field, sentence, value):
    pattern = app.tr('%1$s: %2$s', 'filter').replace('%1$s', field)
    return pattern.replace('%2$s', app.tr(sentence, 'filter').replace('%s', value))


@test
def fields_are_typed_by_their_names(language):
    app = start(language).start()
    search = app.find('entry', app.tr('Name, phone, email…'))
    decimal = {'en': '48.5', 'id': '"48,5"', 'pl': '"48,5"'}[language]
    app.type_into(search, 'metraz:' + decimal)
    expect_listed(app, ('Anna Lis',), 'a number')
    app.type_into(search, 'METRAŻ:>100')
    expect_listed(app, ('Ewa Śliwa',), 'more than a number')
    app.type_into(search, 'poziom:złoty')
    expect_listed(app, ('Anna Lis',), 'a choice')
    app.type_into(search, 'polisa-do:2026-12')
    expect_listed(app, ('Ewa Śliwa',), 'a month')
    app.type_into(search, '-zgoda:*')
    expect_listed(app, ('Ewa Śliwa',), 'no answer')
    app.type_into(search, 'zgoda:' + {'en': 'no', 'id': 'tidak', 'pl': 'nie'}[language])
    expect_listed(app, ('Jan Sowa',), 'an answer')
    app.type_into(search, 'wiek:5')
    expect_listed(app, (), 'a key that is none')
    app.close()


@test
def fields_are_built_with(language):
    app = start(language).start()
    expect_listed(app, NAMES, 'everybody')
    app.press(app.find('button', app.tr('Filter', 'filter')))
    app.find('combo', app.tr('Relation', 'filter builder'))
    app.attend_dialog()
    choose_condition(app, 'Zgoda')
    expect_found(app, 1)
    choose_relation(app, 'is missing')
    app.find('label', contains='-zgoda:*')
    choose_condition(app, 'Metraż')
    choose_relation(app, 'is at least')
    value = app.find('entry', app.tr('Value', 'filter builder'))
    app.set_text(value, '48,6' if language != 'en' else '48.6')
    app.find('label', contains='metraz:>=48.6')
    expect_found(app, 1)
    choose_relation(app, 'is between')
    app.find('entry', app.tr('Up to', 'filter builder'))
    choose_relation(app, 'is at least')
    app.gone('entry', app.tr('Up to', 'filter builder'))
    app.finish(app.find('button', app.tr('_Apply', 'button')))
    app.attend_window()
    app.find('label', said(app, 'Metraż', 'at least %s', '48.6' if language == 'en' else '48,6'))
    expect_listed(app, ('Ewa Śliwa',), 'what was built')
    app.close()


@test
def segments_follow_a_field(language):
    app = start(language)
    app.cli('new', 'segment', 'name=Duże', 'query=contacts filter=all(own-number:Metra%C5%BC=%3E48,'
            'not(own-date:Polisa%20do=*))')
    field = app.cli('list', 'fields').split()[0]
    app.cli('set', field, 'name=Powierzchnia')
    app.start()
    app.click(app.find('row', 'Duże'))
    expect_listed(app, ('Anna Lis',), 'the segment')
    app.find('label', said(app, 'Powierzchnia', 'over %s', '48'))
    app.find('label', said(app, 'Polisa do', 'none', ''))
    app.press(app.find('button', app.tr('Filter', 'filter')))
    expect_found(app, 1)
    app.finish(app.find('button', app.tr('_Cancel')))
    app.close()


main()
