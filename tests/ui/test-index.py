# SPDX-License-Identifier: GPL-3.0-or-later
"""A store in which what lists and searches go by is wrong: the window says so, is used meanwhile, and puts it right."""

import os
import sqlite3

from harness import App, check, equal, main, stores, test

# So many that it takes a while.
MANY = 20000
PATIENCE = 120

# Every derived table, and what hangs on it.
DAMAGES = (
    'DELETE FROM local_number WHERE local % 7 = 0',
    "UPDATE contact_match SET match_key = 'x'",
    "UPDATE contact_order SET by_given = x'00', by_family = x'00' WHERE local % 2",
    'DELETE FROM contact_place',
    'DELETE FROM contact_recent',
    'DELETE FROM contact_fact WHERE local % 2',
    'DELETE FROM member_block',
    "UPDATE search_text SET fold = 'x' WHERE local % 2",
    'DELETE FROM search_key',
    "INSERT INTO search (search) VALUES ('delete-all')",
    "UPDATE contract_state SET state = 'draft'",
    'DELETE FROM contract_order',
)


def meddle(app, *statements):
    """Somebody else writes into the closed store."""
    connection = sqlite3.connect(app.store)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.execute('PRAGMA wal_checkpoint(TRUNCATE)')
    connection.close()


def search(app, text):
    app.type_into(app.find('entry', app.tr('Name, phone, email…')), text)


def first_row(app, name):
    """Waits until a contact of this name is what the list begins with."""
    def found():
        lists = app.find_all('list', app.tr('People and organizations'))
        rows = app.find_all('row', within=lists[0]) if lists else []
        return rows and name in rows[0].name

    app.wait_until(found, 'the list to begin with %s' % name, timeout=PATIENCE)


@test
def wrong_index_is_rebuilt_while_it_is_used(language):
    app = App(language)
    stores.fill(app, MANY)
    contact = app.cli('new', 'contact', 'name=Zenobia Ważna', 'phone+=600 100 200').strip()
    meddle(app, *DAMAGES)
    app.start()
    app.find(contains=app.tr('Lists and search are being repaired. Until then they may be incomplete.', 'progress'),
             timeout=PATIENCE)
    app.find('progress')
    check(not app.find_all('dialog'), 'nobody to be asked anything')
    search(app, 'zenobia')
    first_row(app, 'Zenobia Ważna')
    app.find(contains=app.tr('Lists and search have been repaired'), timeout=PATIENCE)
    app.gone('progress')
    search(app, '600100200')
    first_row(app, 'Zenobia Ważna')
    app.close()
    equal([line for line in app.cli('check').splitlines() if not line.startswith('ok')], [], 'what check finds wrong')
    app.cli('show', contact)


@test
def nothing_is_said_of_a_sound_store(language):
    app = App(language)
    app.cli('new', 'contact', 'name=Anna Lis')
    os.utime(app.store, (0, 0))
    app.start()
    first_row(app, 'Anna Lis')
    check(not app.find_all('progress'), 'no progress of anything')
    app.close()


main()
