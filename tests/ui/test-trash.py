# SPDX-License-Identifier: GPL-3.0-or-later
"""The page Trash: restoring, and removing for ever what is in it."""

import glob
import json

from harness import App, check, equal, main, test

NAME, NOTE = 'Żaneta Qwertowicz', 'plugh-xyzzy'
OTHER = 'Anna Nowak'


def start(language, *trashed_too):
    app = App(language)
    contact = app.cli('new', 'contact', 'name=' + NAME, 'phone+=700 123 987', 'note=' + NOTE).strip()
    app.cli('new', 'contact', 'name=' + OTHER)
    for name in trashed_too:
        app.cli('trash', app.cli('new', 'contact', 'name=' + name).strip())
    app.cli('trash', contact)
    app.start()
    app.click(app.find('row', contains=app.tr('Trash', 'page')))
    find_trashed(app, NAME)
    return app, contact


def find_trashed(app, name):
    return app.find('row', contains=name, within=app.find('list', app.tr('Records in the trash', 'accessible')))


def press_empty(app):
    app.press(app.find('button', app.tr('_Empty Trash…', 'button').replace('_', '')))


def bytes_of(app):
    return b''.join(open(path, 'rb').read() for path in glob.glob(app.home + '/**/klientela.db*', recursive=True))


@test
def restored_with_everything(language):
    app, contact = start(language)
    app.press(app.find('button', contains=app.tr('Restore', 'button')))
    app.find('label', app.tr('Trash Is Empty'))
    app.close()
    shown = json.loads(app.cli('show', contact, '--json'))
    equal((shown['in_trash'], shown['note'], shown['points'][0]['value']), (False, NOTE, '700 123 987'), 'what is back')


@test
def many_are_restored_at_once(language):
    app, contact = start(language, 'Jan Kos', 'Ewa Lis')
    app.press(app.find('button', app.tr('Select many', 'tooltip')))
    app.find('button', app.tr('Stop selecting', 'tooltip'))
    app.click(find_trashed(app, 'Jan Kos'))
    app.click(find_trashed(app, NAME))
    app.press(app.find('button', app.tr('_Restore…', 'menu')))
    text = app.trn('%s will be restored', '%s will be restored', 2).replace('%s', '2')
    app.wait_until(lambda: text in app.texts(), 'the form to say %r' % text)
    app.finish(app.find('button', app.tr('_Restore', 'button')))
    app.gone('row', contains='Jan Kos')
    find_trashed(app, 'Ewa Lis')
    app.close()
    equal(json.loads(app.cli('show', contact, '--json'))['in_trash'], False, 'whether it is in the trash')


@test
def emptied_for_ever(language):
    app, contact = start(language, 'Jan Kos')
    app.find('label', app.trn('%s record', '%s records', 2) % 2)
    press_empty(app)
    dialog = app.find('dialog', app.tr('Empty the Trash?'))
    two = app.trn('%s contact', '%s contacts', 2) % 2
    check(any(app.tr('To be removed: %s.') % two in text for text in app.texts()), 'the question to say how many go')
    check(any(app.tr('This cannot be undone. Copies that were saved before still have everything.') in text
              for text in app.texts()), 'the question to say that it is final')
    equal(app.unnamed(), [], 'buttons and entries without a name')
    app.answer(dialog, app.tr('_Cancel'))
    find_trashed(app, NAME)

    press_empty(app)
    app.finish(app.find('button', app.tr('_Empty Trash')))
    app.find('label', app.tr('Trash Is Empty'))
    app.find('label', app.trn('%s record removed for ever', '%s records removed for ever', 2) % 2)
    check(not app.find_all('button', app.tr('_Empty Trash…', 'button').replace('_', '')), 'nothing more to empty')

    app.click(app.find('row', app.tr('History', 'page')))
    changes = app.find('list', app.tr('Changes, newest first', 'accessible'))
    app.find('row', contains=app.tr('Emptied the trash'), within=changes)
    app.find('row', contains=app.tr('partly erased, cannot be undone', 'history'), within=changes)
    equal(len(app.find_all('button', contains=app.tr('Undo: %s', 'accessible') % '')), 1, 'edits that can be undone')
    app.close()
    equal([row['name'] for row in json.loads(app.cli('list', 'contacts', '--json'))], [OTHER], 'who is left')
    for word in (NAME, NOTE, 'qwertowicz', '700123987'):
        check(word.encode() not in bytes_of(app), '%s to be gone from the files' % word)
    app.cli('check')


@test
def who_is_named_stays(language):
    app = App(language)
    firm = app.cli('new', 'contact', 'name=Firma', 'kind=organisation').strip()
    app.cli('new', 'contact', 'name=' + OTHER, 'affiliations+=%s|prezes' % firm)
    app.cli('trash', firm)
    app.start()
    app.click(app.find('row', contains=app.tr('Trash', 'page')))
    find_trashed(app, 'Firma')
    press_empty(app)
    dialog = app.find('dialog', app.tr('Nothing Can Be Removed'))
    named = app.tr('%1$s, named by “%2$s”', 'record that stays').replace('%1$s', 'Firma').replace('%2$s', OTHER)
    check(any(named in text for text in app.texts()), 'the reason why it stays')
    app.answer(dialog, app.tr('_Close'))
    find_trashed(app, 'Firma')


main()
