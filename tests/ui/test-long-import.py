# SPDX-License-Identifier: GPL-3.0-or-later
"""An import of so many contacts that it takes a while: the window lives on, Cancel, and what is offered after a crash."""

import os

from harness import App, check, equal, main, test

# More than one transaction takes.
MANY = 52000
CARD = 'BEGIN:VCARD\r\nVERSION:3.0\r\nUID:%d\r\nFN:Osoba %d\r\nEND:VCARD\r\n'


def started(language):
    """A store with one contact; not the first start. The import takes a while on any machine."""
    app = App(language, slow_disk=800)
    app.cli('new', 'contact', 'name=Ewa Lis')
    return app


def write_book(app):
    path = os.path.join(app.home, 'many.vcf')
    with open(path, 'w') as file:
        file.writelines(CARD % (n, n) for n in range(MANY))
    return path


def begin_import(app, path):
    """Waits until a batch of it is safe. The dialog has gone by then: other work goes on."""
    app.start(path)
    begin = app.find('button', app.tr('_Import', 'button'))
    app.wait_until(lambda: app.is_sensitive(begin), 'the preview of the import', timeout=120)
    app.press(begin)
    app.gone('window', app.tr('Import Contacts', 'title'))
    app.find(contains=app.tr('Importing contacts', 'progress'), timeout=60)
    begun = app.tr('%1$s of %2$s', 'progress').split('%2$s')[0].replace('%1$s', '0')
    app.wait_until(lambda: not any(text.startswith(begun) for text in app.texts()), 'the import to move', timeout=60)


def listed(app):
    app.close()
    return len(app.cli('list', 'contacts', '--limit=100000').splitlines())


@test
def cancel_leaves_nothing_behind(language):
    app = started(language)
    begin_import(app, write_book(app))
    app.press(app.find('button', app.tr('_Cancel')))
    app.find(contains=app.tr('Cancelled. Nothing was changed.'), timeout=120)
    equal(listed(app), 1, 'contacts after Cancel')


def cannot_continue(app, why):
    app.find(contains=why, timeout=120)
    check(not app.find_all('button', app.tr('_Continue', 'button')), 'an import without its file not to go on')


@test
def after_a_crash_it_goes_on_while_the_file_is_the_same(language):
    app = started(language)
    path = write_book(app)
    begin_import(app, path)
    app.kill()

    os.rename(path, path + '.away')
    app.start()
    app.find('dialog', app.tr('A Change Was Not Finished'))
    cannot_continue(app, app.tr('The file “%s” is not there any more.').replace('%s', 'many.vcf'))
    app.press(app.find('button', app.tr('_Later', 'button')))
    app.close()

    # Of the same length, but with other cards.
    with open(path, 'w') as file:
        file.writelines(CARD % (n, 9 - n if n < 10 else n) for n in range(MANY))
    app.start()
    app.press(app.find('button', app.tr('_Continue', 'button')))
    cannot_continue(app, app.tr('The file is not the same any more.'))
    app.press(app.find('button', app.tr('_Later', 'button')))
    app.close()

    os.rename(path + '.away', path)
    app.start()
    app.answer(app.find('dialog', app.tr('A Change Was Not Finished')), app.tr('_Continue', 'button'))
    app.find_on_toast('Undo', timeout=240)
    equal(listed(app), MANY + 1, 'contacts after the import went on')


@test
def after_a_crash_it_goes_back(language):
    app = started(language)
    begin_import(app, write_book(app))
    app.kill()
    app.start()
    app.press(app.find('button', app.tr('_Undo It', 'button')))
    app.find(contains=app.tr('What had been done is taken back'), timeout=120)
    equal(listed(app), 1, 'contacts after it was taken back')


main()
