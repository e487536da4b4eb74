# SPDX-License-Identifier: GPL-3.0-or-later
"""A change to so many contacts that it takes a while: its progress, Cancel, and what is offered after a crash."""

from harness import App, check, equal, main, test

# More than one transaction takes.
MANY = 55000


def start_with_many(language):
    app = App(language, slow_disk=800)
    app.cli('generate', '--contacts=%d' % MANY)
    app.start()
    return app


def tag_all(app, tag):
    """Selects everything and begins to tag it."""
    people = app.find('list', app.tr('People and organizations'))
    app.click(app.find('row', within=people))
    app.key('ctrl+a')
    app.press(app.find('button', app.tr('Add _Tag…', 'menu')))
    app.find('button', app.tr('_Cancel'))
    app.type(tag)
    accept = app.find('button', app.tr('_Add', 'button'))
    app.wait_until(lambda: app.is_sensitive(accept), 'the count of what would change', timeout=60)
    app.press(accept)


def runs(app):
    """Waits until a batch of it is safe."""
    app.find(contains=app.tr('Adding a tag to contacts', 'progress'), timeout=60)
    begun = app.tr('%1$s of %2$s', 'progress').split('%2$s')[0].replace('%1$s', '0')
    app.wait_until(lambda: not any(text.startswith(begun) for text in app.texts()), 'the progress to move', timeout=60)


def ended(app):
    app.gone(contains=app.tr('Adding a tag to contacts', 'progress'), timeout=120)
    app.gone(contains=app.tr('Taking it back', 'progress'), timeout=120)


def tagged(app, tag):
    app.close()
    return len(app.cli('list', 'contacts', '--search=tag:' + tag, '--limit=100000').splitlines())


@test
def cancel_leaves_nothing_behind(language):
    app = start_with_many(language)
    tag_all(app, 'vip')
    runs(app)
    app.press(app.find('button', app.tr('_Cancel')))
    app.find(contains=app.tr('Cancelled. Nothing was changed.'), timeout=120)
    ended(app)
    equal(tagged(app, 'vip'), 0, 'contacts with the tag after Cancel')


def crash(app):
    """Begins a change, and ends the program in the middle of it; then starts it again."""
    tag_all(app, 'vip')
    runs(app)
    app.kill()
    app.start()
    app.find('dialog', app.tr('A Change Was Not Finished'))


@test
def after_a_crash_it_goes_on_or_back(language):
    app = start_with_many(language)
    crash(app)
    app.press(app.find('button', app.tr('_Undo It', 'button')))
    app.find(contains=app.tr('What had been done is taken back'), timeout=120)
    ended(app)
    equal(tagged(app, 'vip'), 0, 'contacts with the tag after it was taken back')

    app.start()
    crash(app)
    app.answer(app.find('dialog', app.tr('A Change Was Not Finished')), app.tr('_Continue', 'button'))
    app.find_on_toast('Undo', timeout=120)
    equal(tagged(app, 'vip'), MANY, 'contacts with the tag after it went on')
    app.start()
    check(not app.find_all('dialog'), 'nothing is offered once it is finished')


main()
