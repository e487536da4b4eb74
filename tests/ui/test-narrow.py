# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing needs more than 360 pixels: a window that must be wider grows by itself,
and that is seen here, at the usual size of text and at one half as large again."""

import os

from harness import App, desktop, equal, main, test, tree

NARROW = (360, 640)
CONTACT = 'Stowarzyszenie Krakowskie Podwórka'
CONTRACT = 'Obsługa księgowa stowarzyszenia'
SCALES = (1.0, 1.5)


def is_cut_off(app, thing):
    left, _, width, _ = thing.area
    if left < 0 and tree.is_padding_unsaid(app.root):
        left += tree.unsaid_padding(thing, app.root)[0]
    return left < 0 or left + width > NARROW[0]


def expect_narrow(app, page):
    width = max(desktop.geometry_of(window)[2] for window in app.windows())
    equal(width, NARROW[0], 'the width of the window on %s' % page)
    # A window that is there already stays as it is: what needs more room is cut off on both sides.
    cut = [thing.name for thing in tree.look(app.root)
           if thing.name and thing.area and is_cut_off(app, thing)]
    equal(cut, [], 'what is cut off on %s' % page)


def start(language, scale, sample):
    app = App(language, size=NARROW, text_scale=scale)
    if sample:
        app.cli('sample', 'pl')
    return app.start()


@test
def first_start_is_narrow(language):
    for scale in SCALES:
        app = start(language, scale, sample=False)
        expect_narrow(app, 'the first start')
        app.close()


@test
def every_page_is_narrow(language):
    for scale in SCALES:
        app = start(language, scale, sample=True)
        for key, page in (('alt+1', 'the contacts'), ('alt+2', 'the contracts'), ('alt+3', 'the history'),
                          ('alt+4', 'the trash')):
            app.key(key)
            expect_narrow(app, page)
        app.close()


@test
def every_record_is_narrow(language):
    for scale in SCALES:
        app = start(language, scale, sample=True)
        for key, record in (('alt+1', CONTACT), ('alt+2', CONTRACT)):
            app.key(key, 'ctrl+f')
            app.type(record)
            app.click(app.find('row', contains=record))
            app.find('label', record)
            expect_narrow(app, record)
        app.close()


@test
def every_dialog_is_narrow(language):
    app = start(language, 1.0, sample=True)
    for key, name, wanted in (('ctrl+n', 'New Contact', 'window title'), ('ctrl+comma', 'Preferences', None)):
        app.key(key)
        app.wait_until(lambda: len(desktop.windows_of(app.process.pid)) == 2, 'the dialog after ' + key)
        expect_narrow(app, app.tr(name, wanted))
        app.key('Escape')
        app.wait_until(lambda: len(desktop.windows_of(app.process.pid)) == 1, 'the dialog to close')
    app.key('alt+2', 'ctrl+n')
    app.find('entry', app.tr('End date (empty: no end date)'))
    expect_narrow(app, 'the form of a new contract')
    app.key('Escape')


@test
def import_at_the_start_is_narrow(language):
    app = App(language, size=NARROW)
    app.cli('new', 'contact', 'name=Ewa Lis')
    path = os.path.join(app.home, 'book.vcf')
    with open(path, 'w', encoding='utf-8') as file:
        file.write('BEGIN:VCARD\nVERSION:4.0\nFN:Adam Lis\nEND:VCARD\n')
    app.start(path)
    app.find('button', app.tr('_Import', 'button'))
    app.attend_dialog()
    expect_narrow(app, 'the import of a file that the program was started with')


main()
