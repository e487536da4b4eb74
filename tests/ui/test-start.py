# SPDX-License-Identifier: GPL-3.0-or-later
"""The program starts with nothing there, speaks the language asked for, and ends."""

from harness import App, equal, main, test


@test
def starts_in_its_language_and_ends(language):
    app = App(language)
    app.start()
    app.close()


@test
def names_everything_that_can_be_pressed(language):
    app = App(language)
    app.start()
    equal(app.unnamed(), [], 'buttons and entries without a name')


main()
