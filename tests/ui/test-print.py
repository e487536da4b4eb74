# SPDX-License-Identifier: GPL-3.0-or-later
"""The card of a contact is printed and saved as PDF, with all that it says, in the language of the window."""

import os
import stat
import subprocess

from harness import App, check, equal, main, test
from harness import desktop

NAME = 'dr Ewa Lis'
BIRTHDAYS = {'en': '5 March', 'id': '5 Maret', 'pl': '5 marca'}


def open_card(language, *fields):
    app = App(language)
    contact = app.cli('new', 'contact', 'name=' + NAME, 'phone+=+48 512 345 678', 'points.0.label=cell',
                      'address+=ul. Przykładowa', 'addresses.0.house=7/3', 'addresses.0.postcode=31-019',
                      'addresses.0.city=Kraków', 'affiliations+=Pracownia Śliwa|właścicielka', 'birthday=--03-05',
                      'tags+=VIP', 'note=Woli pisać', *fields).strip()
    app.cli('set', 'business', 'country=PL')
    app.start()
    app.click(app.find('row', contains=NAME, within=app.find('list', app.tr('People and organizations'))))
    app.find('label', NAME)
    return app, contact


def menu_item(app, name):
    app.click(app.find('button', app.tr('What can be done with this contact', 'tooltip')))
    app.click(app.find('menu item', app.tr(name, 'menu')))


def save_as(app, path):
    menu_item(app, 'Save as P_DF…')
    app.find('button', app.tr('_Save'))
    app.key('ctrl+a')
    app.type(path)
    app.key('Return')


def read(path):
    done = subprocess.run(['pdftotext', '-layout', path, '-'], capture_output=True, timeout=60, check=True)
    return [' '.join(line.split()) for line in done.stdout.decode('utf-8').splitlines()]


@test
def saves_all_the_card_says_as_pdf(language):
    app, _ = open_card(language)
    path = os.path.join(app.home, 'card.pdf')
    save_as(app, path)
    app.find('label', app.tr('The card was saved as “%s”') % 'card.pdf')
    lines = read(path)
    for line in (NAME, 'właścicielka · Pracownia Śliwa', 'ul. Przykładowa 7/3', '31-019 Kraków', 'Woli pisać',
                 '%s · %s +48 512 345 678' % (app.tr('Phone', 'contact point'), app.tr('Mobile', 'label')),
                 '%s %s' % (app.tr('Birthday', 'contact field'), BIRTHDAYS[language]),
                 '%s VIP' % app.tr('Tags', 'contact'), app.tr('Organizations', 'contact'), app.tr('Note', 'contact')):
        check(any(line.casefold() in found.casefold() for found in lines), '%r on the paper: %r' % (line, lines))
    page = app.tr('Page %1$u of %2$u', 'paper').replace('%1$u', '1').replace('%2$u', '1').replace('\u00a0', ' ')
    check(any(page in line for line in lines), 'the number of the page')
    equal(stat.S_IMODE(os.stat(path).st_mode), 0o600, 'the mode of the file')
    app.close()


@test
def says_why_nothing_was_saved(language):
    app, _ = open_card(language)
    save_as(app, '/proc/card.pdf')
    app.find(contains='/proc/card.pdf')
    app.wait_until(lambda: not app.find_all('button', app.tr('_Save')), 'the dialog to close')
    app.find('label', contains='/proc/card.pdf')
    check(not app.find_all('label', app.tr('The card was saved as “%s”') % 'card.pdf'), 'nothing said to be saved')
    app.close()


@test
def is_whole_although_the_window_is_closed(language):
    n_lines = 16000  # which takes seconds
    app, _ = open_card(language, 'note=' + '\n'.join('x%d' % n for n in range(n_lines)))
    path = os.path.join(app.home, 'card.pdf')
    save_as(app, path)
    app.wait_until(lambda: not app.find_all('button', app.tr('_Save')), 'the dialog to close')
    app.close()
    check('x%d' % (n_lines - 1) in read(path), 'the last line on the paper')


def is_dialog_open(app):
    return len(desktop.windows_of(app.process.pid)) == 2


@test
def is_printed_by_key_and_menu(language):
    app, _ = open_card(language)
    for begin in (lambda: app.key('ctrl+p'), lambda: menu_item(app, '_Print…')):
        begin()
        app.wait_until(lambda: is_dialog_open(app), 'the dialog to print with')
        app.key('Escape')
        app.wait_until(lambda: not is_dialog_open(app), 'the dialog to close')
    app.find('label', NAME)
    app.close()


main()
