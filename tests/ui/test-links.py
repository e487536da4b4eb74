# SPDX-License-Identifier: GPL-3.0-or-later
"""Links in a note: shown with where they lead, opened by mouse and keyboard; what may not be opened is text."""

from harness import App, check, equal, main, test

NOTE = ('https://example.com/a?b=c, www.example.org\nEwa@Example.net tel. +48 512 345 678\n'
        'file:///etc/passwd javascript:alert(1) smb://host/x <a href="data:text/html,x">x</a> -oProxyCommand=x')
TARGETS = ['https://example.com/a?b=c', 'https://www.example.org', 'mailto:ewa@example.net', 'tel:+48512345678']


def open_card(language, note):
    app = App(language, size=(1200, 900))
    app.cli('new', 'contact', 'name=Ewa Lis', 'note=' + note)
    app.catch_links()
    app.start()
    app.click(app.find('row', contains='Ewa Lis', within=app.find('list', app.tr('People and organizations'))))
    app.find('label', 'Ewa Lis')
    return app


def view_of(app):
    return app.find('entry', app.tr('Note', 'contact'))


def listed(app):
    return [link.name for link in app.find_all('link')]


@test
def each_opens_and_nothing_else(language):
    app = open_card(language, NOTE)
    app.wait_until(lambda: listed(app) == TARGETS, 'the links of the note')
    for number, target in enumerate(TARGETS, 1):
        app.press(app.find('link', target))
        app.wait_until(lambda: app.opened_links() == TARGETS[:number], 'the desktop to open ' + target)
    app.close()


@test
def follow_what_is_written(language):
    app = open_card(language, 'nothing')
    app.find('label', 'Ewa Lis')
    check(not app.find_all('link'), 'no links')
    app.click(view_of(app))
    app.key('ctrl+End')
    app.type(' https://example.com')
    app.key('ctrl+f')
    app.find('link', 'https://example.com')
    app.click(view_of(app))
    app.key('ctrl+a')
    app.type('file:///x')
    app.key('ctrl+f')
    app.gone('link', 'https://example.com')
    equal(app.opened_links(), [], 'nothing opened by writing')
    app.close()


# It fills the view, whose middle is clicked.
LONG_NAME = 'www.%s.example.com' % ('m' * 60)


@test
def a_click_while_writing_moves_the_cursor(language):
    app = open_card(language, 'nothing')
    app.click(view_of(app))
    app.key('ctrl+a')
    app.type(LONG_NAME)
    app.click(view_of(app))
    app.type('y')
    app.wait_until(lambda: 'my' in app.text(view_of(app)), 'the cursor to stand where the note was clicked')
    app.key('ctrl+f')
    app.find('link', contains='https://www.m')
    equal(app.opened_links(), [], 'what a click while writing opens')
    app.close()


@test
def a_click_in_the_text_opens(language):
    name = LONG_NAME
    link = 'https://' + name
    app = open_card(language, name)
    app.find('link', contains='https://www.m')
    app.click(view_of(app))
    app.wait_until(lambda: app.opened_links() == [link], 'the desktop to open it')
    app.click(app.find('link', contains='https://www.m'))
    app.wait_until(lambda: app.opened_links() == [link] * 2, 'the desktop to open it again')
    app.close()


main()
