# SPDX-License-Identifier: GPL-3.0-or-later
"""The photo on a card: chosen, dropped on the avatar or pasted, shown on the card and in the list,
taken back, removed, and refused when it is none."""

import json
import os

from harness import App, Offer, check, desktop, equal, main, steps, test
from harness.app import FIND_SECONDS

RED = (204, 0, 0)
BLUE = (0, 0, 204)


def png(width, height, colour=None):
    """A picture of one colour, or one that only says that it is so large."""
    return steps.png(width, height, bytes(colour) * width if colour else b'')


def halves(width, height):
    """Red on the left, blue on the right."""
    return steps.png(width, height, bytes(RED) * (width // 2) + bytes(BLUE) * (width // 2))


def make_file(app, name, content):
    path = os.path.join(app.home, name)
    with open(path, 'wb') as file:
        file.write(content)
    return path


def colour_at(x, y):
    return desktop.colours_in(x, y, 1, 1).pop()


def is_red(x, y):
    return all(abs(found - wanted) < 16 for found, wanted in zip(colour_at(x, y), RED))


def open_card(language):
    app = App(language)
    contact = app.cli('new', 'contact', 'name=Ewa Lis').strip()
    app.start()
    app.click(app.find('row', contains='Ewa Lis'))
    return app, contact


def avatar(app):
    return app.find('button', app.tr('Change the picture', 'tooltip'))


def choose_from_menu(app, item):
    app.click(avatar(app))
    app.click(app.find('menu item', app.tr(item, 'menu')))


def entry_of_path(app):
    return next((entry for entry in app.find_all('entry') if app.text(entry) == '/'), None)


def choose_file(app, path):
    choose_from_menu(app, '_Choose Photo…')
    app.find('button', app.tr('_Choose', 'button'))
    app.type('/')
    # The chooser completes what is typed, into the midst of a path that is typed fast.
    app.set_text(app.wait_until(lambda: entry_of_path(app), 'the entry for a path'), path)
    app.key('Return')
    app.gone('button', app.tr('_Choose', 'button'))


def shown_in_both(app):
    """Whether the picture is on the card and in the list."""
    x, y, width, height = app.place(avatar(app))
    row_x, row_y, _, row_height = app.place(app.find('row', contains='Ewa Lis',
                                                     within=app.find('list', app.tr('People and organizations'))))
    return is_red(x + width // 2, y + height // 2), is_red(row_x + 29, row_y + row_height // 2)


def wait_for_picture(app, shown):
    app.wait_until(lambda: shown_in_both(app) == (shown, shown),
                   'the picture to be %s, on the card and in the list' % ('shown' if shown else 'gone'), FIND_SECONDS)


def photo_type(app, contact):
    return json.loads(app.cli('show', contact, '--json'))['photo_type']


@test
def chooses_takes_back_and_removes(language):
    app, contact = open_card(language)
    choose_file(app, make_file(app, 'red.png', png(900, 900, RED)))
    app.find('label', app.tr('Photo changed'))
    wait_for_picture(app, True)
    app.key('ctrl+z')
    wait_for_picture(app, False)
    app.key('ctrl+shift+z')
    wait_for_picture(app, True)
    choose_from_menu(app, '_Remove Photo')
    undo = app.find_on_toast('Undo')
    wait_for_picture(app, False)
    app.press(undo)
    wait_for_picture(app, True)
    app.close()
    equal(photo_type(app, contact), 'image/jpeg', 'the kind of picture that is kept: small, and without what it tells')


@test
def says_why_a_file_is_no_photo(language):
    app, contact = open_card(language)
    choose_from_menu(app, '_Paste Photo')
    app.find('label', app.tr('There is no picture on the clipboard.'))
    for name, content, why in (
            ('text.png', b'not a picture\n', 'This is not a picture: a PNG, JPEG, GIF or WebP file is needed.'),
            ('huge.png', png(100000, 100000), 'The picture has more pixels than can be read safely.'),
            ('cut.png', png(90, 90, RED)[:40], 'The picture is damaged, or of a kind that cannot be read here.')):
        choose_file(app, make_file(app, name, content))
        dialog = app.find(contains=app.tr(why))
        if app.find_all('dialog', app.tr('The Photo Was Not Changed')):
            app.answer(app.find('dialog', app.tr('The Photo Was Not Changed')), app.tr('_Close'))
        check(dialog is not None, 'the reason for ' + name)
    app.close()
    equal(photo_type(app, contact), '', 'no photo after all that')


def avatar_halves(app):
    """The colours left and right of the middle of the picture on the card."""
    x, y, width, height = app.place(avatar(app))
    return [colour_at(x + width // 2 + side * width // 5, y + height // 3) for side in (-1, 1)]


def is_like(found, wanted):
    return all(abs(one - other) < 24 for one, other in zip(found, wanted))


def wait_for_halves(app, *wanted):
    app.wait_until(lambda: all(is_like(*pair) for pair in zip(avatar_halves(app), wanted)),
                   'the picture to be %r' % (wanted,), FIND_SECONDS)


def area_of(app):
    return app.find('image', contains=app.tr('The part that is shown: arrow keys move it, plus and minus change its size'))


def use(app):
    app.finish(app.find('button', app.tr('_Use', 'button')))
    app.gone('button', app.tr('_Use', 'button'))


@test
def its_square_is_chosen(language):
    app, contact = open_card(language)
    wide = make_file(app, 'wide.png', halves(800, 400))
    choose_file(app, wide)
    app.attend_dialog()
    area_of(app)
    use(app)
    wait_for_halves(app, RED, BLUE)
    choose_file(app, wide)
    app.attend_dialog()
    area_of(app)
    app.key(*['Left'] * 12)
    use(app)
    wait_for_halves(app, RED, RED)
    app.key('ctrl+z')
    wait_for_halves(app, RED, BLUE)
    choose_file(app, wide)
    app.attend_dialog()
    x, y = app.middle(area_of(app))
    app.drag((x, y), (x + 120, y))
    use(app)
    wait_for_halves(app, BLUE, BLUE)
    choose_file(app, wide)
    app.attend_dialog()
    area_of(app)
    app.key('Escape')
    app.gone('button', app.tr('_Use', 'button'))
    wait_for_halves(app, BLUE, BLUE)
    app.close()
    equal(photo_type(app, contact), 'image/jpeg', 'the kind of picture that is kept')


@test
def what_is_dropped_on_the_avatar_is_the_photo(language):
    for kind in ('file', 'picture'):
        app, contact = open_card(language)
        with Offer(kind, make_file(app, 'red.png', png(90, 90, RED))) as offer:
            offer.drop_on(app.middle(avatar(app)))
            wait_for_picture(app, True)
        check(not app.find_all('button', app.tr('_Import', 'button')), 'what is dropped on the avatar not to be imported')
        app.close()
        equal(photo_type(app, contact), 'image/jpeg', 'the kind of picture that is kept of a dropped ' + kind)


@test
def what_is_on_the_clipboard_is_pasted(language):
    for kind in ('file', 'picture'):
        app, contact = open_card(language)
        with Offer(kind, make_file(app, 'red.png', png(90, 90, RED))):
            choose_from_menu(app, '_Paste Photo')
            wait_for_picture(app, True)
        app.close()
        equal(photo_type(app, contact), 'image/jpeg', 'the kind of picture that is kept of a pasted ' + kind)


main()
