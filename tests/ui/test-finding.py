# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding contacts: what is typed into the search entry, in the words of each language."""

from harness import App, check, equal, main, steps, test, tree

CONTACTS = (
    ('name=Anna Lis', 'address+=ul. Długa 1;Kraków', 'phone+=600 100 200', 'tags+=vip', 'note=Woli rozmawiać po południu'),
    ('name=Ewa Śliwa', 'address+=ul. Krótka 2;Łódź', 'tags+=vip'),
    ('name=Jan Lis', 'address+=ul. Długa 3;Kraków', 'tags+=stary'),
    ('kind=organisation', 'name=Lis i Syn', 'address+=Rynek 4;Wrocław'),
)
NAMES = ('Anna Lis', 'Ewa Śliwa', 'Jan Lis', 'Lis i Syn')
# "city", "kind" and "organisation" as they are typed in each language.
CITY = {'en': 'city', 'id': 'kota', 'pl': 'miasto'}
KIND = {'en': 'kind:org', 'id': 'jenis:organisasi', 'pl': 'rodzaj:firma'}


def start(language, **options):
    app = App(language, **options)
    for contact in CONTACTS:
        app.cli('new', 'contact', *contact)
    return app.start()


def search_entry(app):
    return app.find('entry', app.tr('Name, phone, email…'))


def listed(app):
    return steps.listed(app, NAMES)


def expect_listed(app, names, what):
    steps.expect_listed(app, NAMES, names, what)


def search(app, text):
    """Puts a text into the search entry at once."""
    check(tree.write(search_entry(app), text), 'the search entry to be writable')


@test
def finds_by_what_is_typed(language):
    app = start(language)
    for text, names in ((CITY[language] + ':kraków', ('Anna Lis', 'Jan Lis')),
                        ('city:kra', ('Anna Lis', 'Jan Lis')),
                        ('"lis i syn"', ('Lis i Syn',)),
                        ('"syn lis"', ()),
                        ('lis -anna', ('Jan Lis', 'Lis i Syn')),
                        ('lis poludn', ('Anna Lis',)),
                        ('"po południu"', ('Anna Lis',)),
                        ('lis -woli', ('Jan Lis', 'Lis i Syn')),
                        ('vip', ('Anna Lis', 'Ewa Śliwa')),
                        ('60', ('Anna Lis',)),
                        ('-' + CITY[language] + ':kraków -"lis i"', ('Ewa Śliwa',)),
                        (KIND[language], ('Lis i Syn',)),
                        ('nonsense:kraków', ())):
        app.type_into(search_entry(app), text)
        expect_listed(app, names, text)
    app.close()


@test
def says_that_a_long_text_was_cut(language):
    app = start(language)
    said = app.trn('Only the first %d character is searched for',
                   'Only the first %d characters are searched for', 256) % 256
    check(said not in app.texts(), 'nothing to be cut at first')
    search(app, 'lis ' * 64)
    expect_listed(app, ('Anna Lis', 'Jan Lis', 'Lis i Syn'), '256 characters')
    check(said not in app.texts(), '256 characters to be searched for whole')
    search(app, 'lis ' * 64 + 'x')
    app.find('label', said)
    search(app, 'lis')
    app.gone('label', said)
    app.close()


@test
def takes_a_megabyte_and_hostile_text(language):
    app = start(language)
    search(app, 'lis ' * (1 << 18))
    app.find('label', app.trn('Only the first %d character is searched for',
                              'Only the first %d characters are searched for', 256) % 256)
    expect_listed(app, ('Anna Lis', 'Jan Lis', 'Lis i Syn'), 'a megabyte')
    equal(len(app.text(search_entry(app))), 257, 'the characters that a megabyte leaves')
    for text in ('"', '*', '()', 'NEAR(', 'lis AND', '-', '--', ':', '\u202elis', 'l\u0301is\u0301', '%', "';--"):
        search(app, text)
        search(app, 'ewa')
        expect_listed(app, ('Ewa Śliwa',), 'a search after %r' % text)
    app.close()


def chip(app, label):
    return app.find('button', contains=app.tr(label, 'filter'),
                    within=app.find('group', app.tr('Filters', 'accessible')))


def open_chip(app, label):
    app.click(chip(app, label))
    app.find('radio')


def tick(app, name):
    """Ticks what is offered in the popover of a chip, a check or one of a group; a count may stand beside it."""
    app.click(app.find('radio', contains=name))


@test
def chips_choose_and_show_what_is_chosen(language):
    app = start(language)
    open_chip(app, 'City')
    app.find('check', 'Kraków, 2')
    tick(app, 'Kraków')
    expect_listed(app, ('Anna Lis', 'Jan Lis'), 'Kraków')
    tick(app, 'Łódź')
    expect_listed(app, ('Anna Lis', 'Ewa Śliwa', 'Jan Lis'), 'Kraków or Łódź')
    app.key('Escape')
    city = app.find('button', contains=app.tr('%1$s: %2$s', 'filter').replace('%1$s', app.tr('City', 'condition'))
                    .replace('%2$s', app.tr(' or ', 'filter').join(('Kraków', 'Łódź'))))
    check(app.is_sensitive(city), 'the chip to say what it holds')
    open_chip(app, 'Tag')
    tick(app, 'vip')
    app.key('Escape')
    expect_listed(app, ('Anna Lis', 'Ewa Śliwa'), 'a tag beside the cities')
    app.type_into(search_entry(app), 'lis')
    expect_listed(app, ('Anna Lis',), 'what is typed beside the chips')
    app.press(app.find('button', app.tr('Clear', 'filter')))
    expect_listed(app, ('Anna Lis', 'Jan Lis', 'Lis i Syn'), 'what is typed without the chips')
    app.close()


@test
def chips_find_those_without(language):
    app = start(language)
    for chip, choice, names in (('Tag', 'Without a tag', ('Lis i Syn',)),
                                ('Contract', 'Without a contract', NAMES),
                                ('Contract', 'With a contract', ()),
                                ('Kind', None, ('Lis i Syn',)),
                                ('Manager', 'Without a manager', NAMES)):
        open_chip(app, chip)
        tick(app, app.tr(choice, 'filter') if choice else app.tr('Organization', 'condition value'))
        app.key('Escape')
        expect_listed(app, names, choice or 'organisations')
        app.press(app.find('button', app.tr('Remove this filter', 'tooltip')))
        expect_listed(app, NAMES, 'everybody after %s' % choice)
    app.close()


@test
def a_chip_closed_by_escape_opens_again(language):
    app = start(language)
    for _ in range(6):
        app.click(chip(app, 'City'))
        app.find('check', 'Kraków, 2')
        app.key('Escape')
        app.gone('check', 'Kraków, 2')
        app.attend_window()
    app.close()


@test
def many_choices_are_searched_and_closed_by_escape(language):
    app = start(language)
    app.close()
    app.cli('edit', '-', stdin=''.join('new tag name="Tag %02d"\n' % n for n in range(20)) + 'COMMIT\n')
    app.start()
    app.click(chip(app, 'Tag'))
    app.find('check', 'Tag 03')
    app.type('tag 07')
    app.gone('check', 'Tag 03')
    app.find('check', 'Tag 07')
    app.key('Escape')
    app.find('check', 'Tag 03')
    app.key('Escape')
    app.gone('check', 'Tag 03')
    app.attend_window()
    app.close()


@test
def nothing_fits_and_the_filters_are_cleared(language):
    app = start(language, size=(360, 640))
    open_chip(app, 'City')
    tick(app, 'Wrocław')
    app.key('Escape')
    app.type_into(search_entry(app), 'anna')
    app.find('label', app.tr('No Results Found'))
    app.press(app.find('button', app.tr('_Clear Filters')))
    expect_listed(app, NAMES, 'no filter')
    equal(app.text(search_entry(app)), '', 'the search entry')
    equal(app.unnamed(), [], 'buttons without a name')
    app.close()


@test
def escape_takes_back_what_was_typed(language):
    app = start(language)
    app.type_into(search_entry(app), 'anna')
    expect_listed(app, ('Anna Lis',), 'anna')
    app.key('Escape')
    expect_listed(app, NAMES, 'nothing typed')
    equal(app.text(search_entry(app)), '', 'the search entry after Escape')
    app.key('Escape')
    app.wait_until(lambda: app.focused() is not None and app.focused().name.startswith(NAMES[0]),
                   'the keyboard to go to the list')
    app.close()


@test
def chips_are_reached_by_keys(language):
    app = start(language)
    app.key('ctrl+f', 'Tab', 'space')
    app.find('check', app.tr('Person', 'condition value'))
    app.key('space')
    expect_listed(app, ('Anna Lis', 'Ewa Śliwa', 'Jan Lis'), 'people, chosen by keys')
    app.key('Escape')
    app.close()


main()
