# SPDX-License-Identifier: GPL-3.0-or-later
"""The frame: the first start, the sidebar and its pages, the trash, undo, folding,
and what is shown in place of a store that cannot be opened."""

import hashlib
import os
import sqlite3

from harness import App, check, equal, main, test

EVIL = '<b>A & "B"</b> _x <a href="file:///etc/passwd">y</a>'


def start_with(language, *names, **options):
    app = App(language, **options)
    for name in names:
        app.cli('new', 'contact', 'name=' + name)
    return app.start()


def go_to(app, page):
    """Chooses a page in the sidebar, which is called by its name and maybe a number."""
    app.click(app.find('row', app.tr(page, 'page')))


def menu_of_row(app, name, item):
    """Chooses from the menu of a row."""
    contacts = app.find('list', app.tr('People and organizations'))
    app.click(app.find('row', contains=name, within=contacts), button=3)
    # A tooltip may lie over it, so it is not clicked.
    app.press(app.find('menu item', app.tr(item, 'menu')))


def digest(path):
    with open(path, 'rb') as file:
        return hashlib.sha256(file.read()).hexdigest()


@test
def first_start_begins_empty(language):
    app = App(language).start()
    app.find('label', app.tr('Welcome to Klientela'))
    check(not os.path.exists(app.store), 'no store before something is chosen')
    app.type_into(app.find('entry', app.tr('Name of the business')), 'Biuro Łąka')
    app.press(app.find('button', app.tr('Start _Empty')))
    app.find('label', app.tr('No Contacts Yet'))
    check(os.path.exists(app.store), 'a store after Start Empty')
    app.key('ctrl+comma')
    app.find('entry', app.tr('Name of the business'))
    check('Biuro Łąka' in app.texts(), 'the preferences to show the name of the business')
    app.key('Escape')
    app.restart()
    app.find('label', app.tr('No Contacts Yet'))


@test
def sample_is_a_store_of_its_own(language):
    app = App(language).start()
    app.press(app.find('button', app.tr('_Try the Sample Business')))
    app.find('label', app.tr('This is a sample business. Everything in it is invented.'))
    app.wait_until(lambda: len(app.find_all('row')) > 5, 'the sample to be filled')
    check(not os.path.exists(app.store), 'one’s own store is not touched by the sample')
    app.press(app.find('button', app.tr('Use My Own Data')))
    app.find('label', app.tr('Welcome to Klientela'))
    app.gone('label', app.tr('This is a sample business. Everything in it is invented.'))


@test
def sample_offers_what_there_is_beside_it(language):
    app = App(language)
    app.cli('sample', 'pl')
    app.start()
    app.find('label', app.tr('This is a sample business. Everything in it is invented.'))
    equal(app.find_all('button', app.tr('Use My Own Data')), [], 'an offer of the data that are shown already')
    app.close()
    other = os.path.join(app.home, 'sample.db')
    os.rename(app.store, other)
    os.chmod(other, 0o400)
    app = App(language, store=other)
    app.start()
    app.find('label', app.tr('This is a sample business. Everything in it is invented, and nothing can be changed.'))
    app.press(app.find('button', app.tr('Use My Own Data')))
    app.find('label', app.tr('Welcome to Klientela'))


@test
def sidebar_leads_to_every_page(language):
    app = App(language)
    app.cli('sample', 'pl')
    app.start()
    app.click(app.find('row', contains='Drukarnia Łoś'))
    app.find('label', 'Drukarnia Łoś sp. z o.o.')
    app.wait_until(lambda: 'ul. Pokazowa 99, 30-701 Kraków' in app.texts(), 'an address at home, without its country')
    equal(app.unnamed(), [], 'buttons and entries without a name among the contacts')
    go_to(app, 'Contracts')
    app.click(app.find('row', contains='UM/2026/002'))
    app.find('label', 'Księgowość salonu')
    equal(app.unnamed(), [], 'buttons and entries without a name among the contracts')
    go_to(app, 'Trash')
    app.find('label', app.tr('Trash Is Empty'))
    equal(app.unnamed(), [], 'buttons and entries without a name in the trash')
    app.key('alt+1')
    app.find('row', contains='Teresa Bąk')


@test
def trash_gives_back(language):
    app = start_with(language, 'Ewa Śliwa', 'Anna Lis')
    menu_of_row(app, 'Ewa Śliwa', '_Move to Trash')
    app.gone('row', contains='Ewa Śliwa')
    app.press(app.find_on_toast('Undo'))
    app.find('row', contains='Ewa Śliwa')

    menu_of_row(app, 'Ewa Śliwa', '_Move to Trash')
    app.gone('row', contains='Ewa Śliwa')
    go_to(app, 'Trash')
    app.press(app.find('button', contains='Ewa Śliwa'))
    app.find('label', app.tr('Trash Is Empty'))
    go_to(app, 'Everyone')
    app.find('row', contains='Ewa Śliwa')


@test
def keys_take_back_and_do_again(language):
    app = start_with(language, 'Ewa Śliwa', 'Anna Lis')
    menu_of_row(app, 'Ewa Śliwa', '_Move to Trash')
    app.gone('row', contains='Ewa Śliwa')
    app.key('ctrl+z')
    app.find('row', contains='Ewa Śliwa')
    app.key('ctrl+shift+z')
    app.gone('row', contains='Ewa Śliwa')
    app.key('ctrl+z')
    app.press(app.find_on_toast('Show'))
    app.find('row', contains=app.tr('Took back: %s') % (app.tr('Moved contact “%s” to the trash') % 'Ewa Śliwa'))


@test
def typing_is_taken_back_before_edits(language):
    app = start_with(language, 'Ewa Śliwa', 'Anna Lis')
    menu_of_row(app, 'Ewa Śliwa', '_Move to Trash')
    app.gone('row', contains='Ewa Śliwa')
    app.key('ctrl+f')
    app.type('lis')
    app.key('ctrl+z')
    entry = app.find('entry', app.tr('Name, phone, email…'))
    app.wait_until(lambda: app.text(entry) == '', 'the entry to be empty again')
    check(not app.find_all('row', contains='Ewa Śliwa'), 'the edit stands while typing is taken back')
    app.key('ctrl+z')
    app.find('row', contains='Ewa Śliwa')


@test
def undo_from_before_this_start_asks_by_name(language):
    app = start_with(language, 'Ewa Śliwa')
    app.key('ctrl+z')
    question = app.find('dialog', app.tr('Undo This?'))
    check(any('Ewa Śliwa' in text for text in app.texts()), 'the question to name the contact')
    app.answer(question, app.tr('_Cancel'))
    app.find('row', contains='Ewa Śliwa')


@test
def folds_to_one_pane(language):
    app = start_with(language, 'Ewa Śliwa', size=(1200, 700))
    app.find('row', app.tr('Contracts', 'page'))
    app.resize(360, 600)
    app.wait_until(lambda: not app.find_all('row', app.tr('Contracts', 'page')), 'the sidebar to fold away')
    app.click(app.find('row', contains='Ewa Śliwa'))
    app.find('button', app.tr('Back to the list', 'tooltip'))
    app.key('alt+Left')
    app.find('row', contains='Ewa Śliwa')
    app.click(app.find('button', app.tr('Show the sidebar', 'tooltip')))
    app.click(app.find('row', app.tr('Contracts', 'page')))
    app.find('label', app.tr('No Contracts Yet'))


@test
def main_menu_opens_where_the_sidebar_is_folded_away(language):
    app = start_with(language, 'Ewa Śliwa', size=(360, 640))
    for _ in range(2):
        app.key('F10')
        app.find('menu item', app.tr('_About Klientela', 'menu'))
        app.key('Escape')
        app.wait_until(lambda: not app.find_all('row', app.tr('Contracts', 'page')), 'the sidebar to fold away again')


@test
def keys_arrive_after_a_menu_was_closed_on_a_page_of_its_own(language):
    app = start_with(language, 'Ewa Śliwa')
    app.key('F10')
    app.press(app.find('menu item', app.tr('My _Data', 'menu')))
    app.find('menu item', app.tr('_Save a Copy…', 'menu'))
    app.key('Escape')
    app.attend_window()
    app.key('ctrl+f')
    app.type('ewa')
    app.wait_until(lambda: any('ewa' == app.text(entry) for entry in app.find_all('entry')), 'what was typed')


@test
def shows_foreign_text_as_it_is(language):
    app = start_with(language, EVIL)
    row = app.find('row', contains=EVIL)
    app.click(row)
    app.find('label', EVIL)
    menu_of_row(app, EVIL, '_Move to Trash')
    app.find('label', app.tr('No Contacts Yet'))
    app.key('ctrl+z')
    app.wait_until(lambda: any('“' + EVIL in text or '„' + EVIL in text for text in app.texts()),
                   'the toast to name the contact as it is')


@test
def says_why_a_store_cannot_be_opened(language):
    for title, make in (('This Is Not a Klientela Store', lambda path: write(path, b'something else\n' * 400)),
                        ('Your Data Is Not Where It Was', lambda path: write(path, b'')),
                        ('Made by a Newer Klientela', make_newer)):
        app = App(language)
        app.cli('new', 'contact', 'name=Ewa Śliwa')
        make(app.store)
        before = digest(app.store)
        app.start()
        app.find('label', app.tr(title))
        app.find('button', app.tr('_Open Other Store…'))
        app.close()
        equal(digest(app.store), before, 'the file of: ' + title)


def write(path, content):
    with open(path, 'wb') as file:
        file.write(content)


def make_newer(path):
    connection = sqlite3.connect(path)
    connection.execute('PRAGMA user_version = 9999')
    connection.close()


@test
def help_is_a_key_away(language):
    app = start_with(language, 'Ewa Śliwa')
    app.key('F10')
    app.find('menu item', app.tr('_About Klientela', 'menu'))
    app.key('Escape')
    app.attend_window()
    app.key('ctrl+question')
    app.find('label', app.tr('Search in the list', 'shortcut'))
    app.attend_dialog()
    app.key('Escape')
    app.attend_window()
    app.key('ctrl+f')
    app.wait_until(lambda: app.focused() is not None
                   and app.text(app.focused()) == '', 'the search entry to have the keyboard')


main()
