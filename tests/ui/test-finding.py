# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding contacts: what is typed into the search entry, in the words of each language."""

from harness import App, check, equal, main, test, tree

CONTACTS = (
    ('name=Anna Lis', 'address+=ul. Długa 1;Kraków', 'phone+=600 100 200', 'tags+=vip'),
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
    """Who stands in the list, in its order."""
    lists = app.find_all('list', app.tr('People and organizations'))
    rows = app.find_all('row', within=lists[0]) if lists else []
    return [name for row in rows for name in NAMES if row.name.startswith(name)]


def expect_listed(app, names, what):
    app.wait_until(lambda: sorted(listed(app)) == sorted(names), '%s to list %s' % (what, names))


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


main()
