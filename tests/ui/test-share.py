# SPDX-License-Identifier: GPL-3.0-or-later
"""A card is shared: the QR code is read from the screen, as a telephone would."""

import os
import subprocess

from harness import App, check, equal, main, test


def open_share(language, *fields, **options):
    app = App(language, size=(1200, 800), **options)
    app.cli('new', 'contact', 'name=Łucja Bąk', 'phone+=+48 512 345 678', 'mail+=lucja@example.com', *fields)
    app.start()
    app.click(app.find('row', contains='Łucja Bąk', within=app.find('list', app.tr('People and organizations'))))
    app.find('label', 'Łucja Bąk')
    app.click(app.find('button', app.tr('What can be done with this contact', 'tooltip')))
    app.click(app.find('menu item', app.tr('_Share…', 'menu')))
    app.attend_dialog()
    app.find('image', app.tr('QR code of the card'))
    app.wait_until(lambda: app.find_all('label', contains=app.tr('Point the camera of a telephone at the code.')),
                   'the code')
    return app


def scan(app):
    path = os.path.join(app.home, 'screen.png')

    def read():
        app.screenshot(path, whole_display=True)
        done = subprocess.run(['zbarimg', '--quiet', '--raw', '--oneshot', path], capture_output=True, check=False)
        return done.stdout.decode('utf-8').replace('\r', '').strip()

    return app.wait_until(read, 'a code that can be read')


@test
def is_read_from_the_screen(language):
    for look in ('light', 'dark'):
        app = open_share(language, 'note=secret', settings={'look': "'%s'" % look})
        text = scan(app)
        equal(text.splitlines()[-4:], ['FN:Łucja Bąk', 'TEL:+48512345678', 'EMAIL:lucja@example.com', 'END:VCARD'],
              'what the code says in the %s look' % look)
        check('secret' not in text, 'the note not to be shared')
        app.find('label', contains=app.tr('The note and tags are not shared.'))
        app.close()


@test
def says_what_is_left_out(language):
    app = open_share(language, 'birthday=1980-02-03', *['phone+=+48 512 345 %03d' % n for n in range(60)])
    check('+48512345678' in scan(app), 'the first phone to be in the code')
    app.find('label', contains=app.tr('some phone numbers', 'shared card'))
    app.press(app.find('button', app.tr('_Copy vCard', 'button')))
    app.find('label', app.tr('Copied to the clipboard'))
    app.key('Escape')
    app.gone('image', app.tr('QR code of the card'))
    app.close()


main()
