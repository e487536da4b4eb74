# SPDX-License-Identifier: GPL-3.0-or-later
"""Fields that are edited in place: refused, and asked about when what is stored changed while somebody typed."""

import json

from harness import App, check, equal, main, test

FIRST, SECOND, WRONG, TYPED = 'ewa@example.com', 'ewa@example.org', 'ewa', 'ewa@example.net'


def open_card(language, **options):
    app = App(language, **options)
    contact = app.cli('new', 'contact', 'name=Ewa Lis', 'mail+=' + FIRST).strip()
    app.start()
    app.click(app.find('row', contains='Ewa Lis'))
    return app, contact


def stored(app, contact):
    return json.loads(app.cli('show', contact, '--json'))['points'][0]['value']


def entry_with(app, text):
    """The entry that has the keyboard, once the text stands in it."""
    def found():
        entry = app.focused()
        return entry if entry is not None and app.text(entry) == text else None
    return app.wait_until(found, 'an open field with %r' % text)


def enter(app, text):
    """Types a text over what stands in the open field, and leaves it."""
    app.key('ctrl+a')
    app.type(text)
    app.key('Return')


def open_field(app, text):
    app.click(app.find('row', contains=app.tr('Email', 'contact point')))
    return entry_with(app, text)


def has_button_the_keyboard(app):
    return app.focused() is not None and app.name(app.focused()) == app.tr('Copy', 'contact point')


def go_on_from_field(app):
    """Away from the entry, which would undo its own typing."""
    app.key('Tab')
    app.wait_until(lambda: has_button_the_keyboard(app), 'the button beside the field to have the keyboard')


def type_while_the_store_changes(app):
    """Changes the address; types one that is refused, and so stays; takes back the change while it stands there;
    mends what was typed."""
    open_field(app, FIRST)
    enter(app, SECOND)
    app.find('row', contains=SECOND)
    open_field(app, SECOND)
    enter(app, WRONG)
    app.find('label', app.tr('An email address needs an @ sign.'))
    go_on_from_field(app)
    app.key('ctrl+z')
    app.find_on_toast('Show')
    open_field(app, WRONG)
    enter(app, TYPED)
    dialog = app.find('dialog', app.tr('Keep What You Typed?'))
    text = ' '.join(app.texts(dialog))
    check(FIRST in text and TYPED in text, 'the question to name both values, not: ' + text)
    return dialog


@test
def mine_is_kept(language):
    app, contact = open_card(language)
    app.answer(type_while_the_store_changes(app), app.tr('_Keep Mine'))
    app.find('row', contains=TYPED)
    app.close()
    equal(stored(app, contact), TYPED, 'the address after “Keep Mine”')


@test
def theirs_is_taken(language):
    app, contact = open_card(language)
    app.answer(type_while_the_store_changes(app), app.tr('_Take the Other Value'))
    app.find('row', contains=FIRST)
    app.gone('row', contains=TYPED)
    app.close()
    equal(stored(app, contact), FIRST, 'the address after “Take the Other Value”')


@test
def what_is_refused_keeps_the_window_open(language):
    app, contact = open_card(language)
    open_field(app, FIRST)
    enter(app, WRONG)
    app.find('label', app.tr('An email address needs an @ sign.'))
    go_on_from_field(app)
    app.key('alt+F4')
    app.wait_until(lambda: not has_button_the_keyboard(app), 'the keyboard to be where something was refused')
    open_field(app, WRONG)
    app.key('Escape')
    app.find('row', contains=FIRST)
    app.close()
    equal(stored(app, contact), FIRST, 'the address after Escape')


@test
def undo_is_quicker_than_the_disk(language):
    app, contact = open_card(language, slow_disk=300)
    open_field(app, FIRST)
    enter(app, SECOND)
    app.key('ctrl+z')
    app.find_on_toast('Show')
    app.find('row', contains=FIRST)
    for before, after in ((FIRST, SECOND), (SECOND, TYPED)):
        open_field(app, before)
        enter(app, after)
        app.find('row', contains=after)
    app.key('ctrl+z', 'ctrl+z')
    app.find('row', contains=FIRST)
    app.close()
    equal(stored(app, contact), FIRST, 'the address after as many steps back')


@test
def a_question_keeps_a_window_that_is_closing(language):
    app, contact = open_card(language, slow_disk=300)
    open_field(app, FIRST)
    enter(app, SECOND)
    # The second of them is about what was done before this start.
    app.key('ctrl+z', 'ctrl+z', 'alt+F4')
    app.finish(app.find('button', app.tr('_Cancel'), within=app.find('dialog', app.tr('Undo This?'))))
    app.find('row', contains=FIRST)
    app.close()
    equal(stored(app, contact), FIRST, 'the address in the end')


main()
