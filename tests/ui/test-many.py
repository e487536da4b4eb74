# SPDX-License-Identifier: GPL-3.0-or-later
"""A hundred thousand contacts: typing, sorting, selecting and undoing are as with fifty.

What the window says is held against what the command line lists of the same store, and what a plain SELECT counts in
it; nothing here knows how long anything takes."""

import os
import shutil
import sqlite3

from harness import App, check, equal, main, stores, test, tree

MANY = 100000
# How long anything may take on a machine that is busy with other things.
PATIENCE = 120
SEPARATOR = {'en': ',', 'id': '.', 'pl': '\u00a0'}
# Rows that are compared at each step: what one is sure to see.
SEEN = 5


def ask(app, question, *values):
    """The first value that a question to the store finds; the window may be open."""
    connection = sqlite3.connect('file:%s?mode=ro' % app.store, uri=True)
    try:
        found = connection.execute(question, values).fetchone()
    finally:
        connection.close()
    return found and found[0]


def is_in_order(app):
    """Whether the orders of names are those of the language."""
    return ask(app, "SELECT count(*) FROM store_state WHERE name GLOB 'derived-contact-[op]*' AND value GLOB ?",
               '* %s *' % app.language) == 2


def with_many(language):
    """A program that is not running yet, with a store that is in the order of its language.

    Bringing it into this order takes some seconds: it is kept until this run of tests ends."""
    app = App(language)
    kept = os.path.join(os.environ['RUN_UI_DIR'], 'many.db')
    if os.path.exists(kept):
        os.makedirs(os.path.dirname(app.store), mode=0o700)
        shutil.copyfile(kept, app.store)
        return app
    stores.fill(app, MANY)
    app.start()
    app.wait_until(lambda: is_in_order(app), 'names to be ordered as %s does' % language, timeout=PATIENCE)
    app.close()
    shutil.copyfile(app.store, kept)
    return app


def number(language, n):
    return '{:,}'.format(n).replace(',', SEPARATOR[language])


def says(app, singular, plural, n):
    app.find('label', app.trn(singular, plural, n).replace('%s', number(app.language, n)), timeout=PATIENCE)


def says_all(app, n=MANY):
    says(app, '%s contact', '%s contacts', n)


def says_found(app, n):
    says(app, '%s contact found', '%s contacts found', n)


def says_selected(app, n):
    says(app, '%s selected', '%s selected', n)


def people(app):
    return app.find('list', app.tr('People and organizations'))


def named_rows(app, rows=None):
    """Without that of the heads of a table, to which GTK 4.18 gives the words of them all as its name."""
    heads = app.tr('Organization', 'column')
    return [thing for thing in app.find_all('row', within=rows or people(app))
            if not tree.is_unnamed(thing) and ' %s ' % heads not in thing.name]


def listed(app, *args, limit=SEEN):
    """Names as the command line lists them; the program must not be running."""
    return [line.split('\t')[1] for line in app.cli('list', 'contacts', '--limit=%d' % limit, *args).splitlines()]


def shows(app, names):
    """Waits until the list begins with these names."""
    rows = people(app)

    def found():
        shown = [thing.name for thing in named_rows(app, rows)]
        return len(shown) >= len(names) and all(name in row for name, row in zip(names, shown))

    app.wait_until(found, 'the list to begin with %r' % names, timeout=PATIENCE)


def has_focus(app, name):
    app.wait_until(lambda: app.focused() is not None and name in app.name(app.focused()),
                   'the focus to be on %r' % name, timeout=PATIENCE)


def search_entry(app):
    return app.find('entry', app.tr('Name, phone, email…'))


def count_found(app, prefix):
    """How many have a word that begins so, without the search index."""
    return ask(app, "SELECT count(*) FROM search_text WHERE ' ' || fold || ' ' || note LIKE '% ' || ? || '%'", prefix)


@test
def every_key_finds_and_counts(language):
    app = with_many(language)
    word = 'kow'
    steps = [(word[:n], count_found(app, word[:n]), listed(app, '--search=' + word[:n])) for n in range(1, len(word) + 1)]
    check(steps[0][1] > MANY // 2 > steps[-1][1] > SEEN, 'one letter to find most of them, and all letters a few')
    whole = listed(app)
    app.start()
    says_all(app)
    shows(app, whole)
    app.click(search_entry(app))
    for prefix, n, names in steps:
        app.type(prefix[-1])
        says_found(app, n)
        shows(app, names)
    for prefix, n, names in reversed(steps[:-1]):
        app.key('BackSpace')
        says_found(app, n)
        shows(app, names)
    app.key('BackSpace')
    says_all(app)
    shows(app, whole)
    app.close()


def press_head(app, title, names):
    app.click(app.find('label', app.tr(title, 'column'), within=people(app)))
    shows(app, names)


@test
def heads_sort_all_of_them(language):
    app = with_many(language)
    orders = {key: listed(app, '--sort=' + key) for key in ('name', 'city', '-city', 'organisation')}
    by_both = listed(app, '--sort=organisation', '--search=kow')
    app.start()
    app.press(app.find('button', app.tr('Show as a table', 'tooltip')))
    app.find('button', app.tr('Columns', 'button'))
    shows(app, orders['name'])
    press_head(app, 'City', orders['city'])
    press_head(app, 'City', orders['-city'])
    press_head(app, 'Organization', orders['organisation'])
    says_all(app)
    app.type_into(search_entry(app), 'kow')
    says_found(app, count_found(app, 'kow'))
    shows(app, by_both)
    app.close()


@test
def ends_are_one_key_apart(language):
    app = with_many(language)
    first, last = listed(app, limit=1)[0], listed(app, '--sort=-name', limit=1)[0]
    app.start()
    shows(app, [first])
    app.click(named_rows(app)[0])
    for key, name in (('End', last), ('Home', first)):
        app.key(key)
        has_focus(app, name)
        live = max(app.count_below(people(app), levels) for levels in (1, 2))
        check(live < 500, 'some hundred of the rows to be made, not %d' % live)
    app.close()


@test
def ranges_and_everything_are_selected(language):
    app = with_many(language)
    app.start()
    says_all(app)
    app.click(named_rows(app)[0])
    app.key('shift+End')
    says_selected(app, MANY)
    app.key('shift+Home')
    says_selected(app, 1)
    app.key('ctrl+a')
    says_selected(app, MANY)
    app.click(named_rows(app)[1], holding=('ctrl',))
    says_selected(app, MANY - 1)
    app.type_into(search_entry(app), 'kow')
    says_selected(app, count_found(app, 'kow'))
    app.key('ctrl+a', 'BackSpace')
    says_selected(app, MANY - 1)
    app.press(app.find('button', app.tr('Select _All', 'button')))
    app.close()


def count_tags(app):
    return ask(app, 'SELECT count(*) FROM live_contact_tag')


def tag_everybody_shown(app, n):
    app.click(named_rows(app)[0])
    app.key('ctrl+a')
    says_selected(app, n)
    app.press(app.find('button', app.tr('Add _Tag…', 'menu')))
    app.find('button', app.tr('_Cancel'))
    app.type('vip')
    says(app, '%s will change', '%s will change', n)
    app.press(app.find('button', app.tr('_Add', 'button')))
    app.wait_until(lambda: count_tags(app) == n, 'the tag of %d contacts' % n, timeout=PATIENCE)
    app.attend_window()


@test
def many_changes_are_taken_back_and_done_again(language):
    app = with_many(language)
    n = count_found(app, 'kow')
    app.start()
    app.type_into(search_entry(app), 'kow')
    says_found(app, n)
    tag_everybody_shown(app, n)
    app.key('ctrl+z')
    app.answer(app.find('dialog', app.tr('Undo This?'), timeout=PATIENCE), app.tr('_Undo'))
    app.wait_until(lambda: count_tags(app) == 0, 'nobody to have the tag any more', timeout=PATIENCE)
    app.key('ctrl+shift+z')
    app.answer(app.find('dialog', app.tr('Redo This?'), timeout=PATIENCE), app.tr('_Redo'))
    app.wait_until(lambda: count_tags(app) == n, 'the tag once more', timeout=PATIENCE)
    app.close()
    equal(len(listed(app, '--search=tag:vip', limit=MANY)), n, 'contacts with the tag after the redo')


@test
def one_goes_and_comes_back(language):
    app = with_many(language)
    names = listed(app, limit=SEEN + 1)
    app.start()
    shows(app, names[:SEEN])
    app.click(named_rows(app)[0])
    app.key('Delete')
    says_all(app, MANY - 1)
    shows(app, names[1:])
    app.key('ctrl+z')
    says_all(app)
    shows(app, names[:SEEN])
    app.close()
    equal(listed(app), names[:SEEN], 'the first contacts after the undo')


main()
