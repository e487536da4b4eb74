# SPDX-License-Identifier: GPL-3.0-or-later
"""Reaching a contact with a click: a call, a letter, a chat, with what the link opens seen by a program of ours."""

from harness import App, check, equal, main, test

ANNA = 'Anna Lis'


def start(language, *words):
    app = App(language)
    app.catch_links()
    app.cli('new', 'contact', 'name=' + ANNA, *words)
    app.start()
    app.click(app.find('row', contains=ANNA, within=app.find('list', app.tr('People and organizations'))))
    app.find('label', ANNA)
    return app


def expect_opened(app, *links):
    app.wait_until(lambda: app.opened_links() == list(links), 'the links opened to be %s, not %s'
                   % (list(links), app.opened_links()))


@test
def the_head_calls_writes_and_chats(language):
    app = start(language, 'phone+=+62 812-3456-7890', 'mail+=anna@example.com')
    app.click(app.find('button', app.tr('Call', 'contact action')))
    expect_opened(app, 'tel:+6281234567890')
    app.click(app.find('button', app.tr('Write', 'contact action')))
    expect_opened(app, 'tel:+6281234567890', 'mailto:anna@example.com')
    app.click(app.find('button', 'WhatsApp'))
    expect_opened(app, 'tel:+6281234567890', 'mailto:anna@example.com', 'https://wa.me/6281234567890?text=Halo%2C')
    app.close()


@test
def what_is_written_begins_as_they_are_addressed(language):
    app = start(language, 'address_form=pani', 'mail+=anna@example.com', 'chat+=@anna_lis|telegram')
    app.click(app.find('button', app.tr('Write', 'contact action')))
    letter = 'mailto:anna@example.com?body=Szanowna%20Pani%20Anno%2C%0D%0A%0D%0A'
    expect_opened(app, letter)
    # Another service is told no name.
    app.click(app.find('button', 'Telegram'))
    expect_opened(app, letter, 'https://t.me/anna_lis?text=Szanowna%20Pani%2C')
    app.close()


@test
def what_cannot_be_reached_is_said_while_it_is_typed(language):
    app = start(language, 'phone+=+48 512 345 678')
    warning = app.tr('This does not look like a user name. It is kept as typed.')
    app.press(app.find_last('button', app.tr('Add Contact Detail')))
    app.press(app.find('menu item', app.tr('Chat', 'add')))
    app.press(app.find('menu item', 'Telegram'))
    app.attend_window()
    app.wait_until(lambda: app.focused() in app.find_all('entry', 'Telegram'), 'the cursor to be in the new row')
    app.type('@anna')
    equal(app.find_all('label', warning), [], 'a warning of what is right so far')
    app.type('|lis')
    app.find('label', warning)
    # It is a warning: it is kept as it is.
    app.key('Return')
    app.find('label', '@anna|lis')
    app.find('label', warning)
    app.close()


@test
def a_chat_is_added_and_opened(language):
    app = start(language, 'phone+=+48 12 345 67 89')
    check(not app.is_sensitive(app.find('button', 'WhatsApp')), 'no WhatsApp for a fixed line')
    app.press(app.find_last('button', app.tr('Add Contact Detail')))
    app.press(app.find('menu item', app.tr('Chat', 'add')))
    app.press(app.find('menu item', 'Telegram'))
    app.attend_window()
    app.wait_until(lambda: app.focused() in app.find_all('entry', 'Telegram'), 'the cursor to be in the new row')
    app.type('@anna_lis')
    app.key('Return')
    # The head offers the only chat there is, under its name.
    app.wait_until(lambda: app.find_all('button', 'Telegram') and app.is_sensitive(app.find('button', 'Telegram')),
                   'Telegram to be offered')
    app.click(app.find('button', 'Telegram'))
    expect_opened(app, 'https://t.me/anna_lis?text=Hello%2C')
    app.click(app.find('button', app.tr('Write on %s', 'tooltip') % 'Telegram'))
    expect_opened(app, 'https://t.me/anna_lis?text=Hello%2C', 'https://t.me/anna_lis?text=Hello%2C')
    equal(app.unnamed(), [], 'buttons without a name')
    app.close()


@test
def every_mobile_has_its_chat(language):
    app = start(language, 'phone+=+48 512 345 678', 'phone+=+48 512 345 679|work')
    # Not with the mouse: on a busy machine GTK 4.8 asks for the pointer's surface when that has gone.
    app.press(app.find_last('button', app.tr('Change or Remove', 'contact point')))
    app.press(app.find('menu item', app.tr('Write on %s', 'menu') % 'WhatsApp'))
    expect_opened(app, 'https://wa.me/48512345679?text=Dzie%C5%84%20dobry%2C')

    # The preferred one is that of the head, and the menu follows.
    app.press(app.find_last('button', app.tr('Change or Remove', 'contact point')))
    app.press(app.find('menu item', app.tr('Make Preferred', 'menu')))
    app.attend_window()
    app.find('label', contains=app.tr('%s · preferred', 'contact point') % '')
    app.press(app.find_last('button', app.tr('Change or Remove', 'contact point')))
    app.find('menu item', app.tr('No Longer Preferred', 'menu'))
    app.key('Escape')
    app.attend_window()
    app.click(app.find('button', 'WhatsApp'))
    expect_opened(app, *['https://wa.me/48512345679?text=Dzie%C5%84%20dobry%2C'] * 2)
    app.close()


main()
