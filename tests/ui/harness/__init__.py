# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real window as a person would: by what assistive technology says
of it, with a keyboard and a mouse.

A test is a function that takes the language it runs in:

    from harness import App, main, test

    @test
    def finds_a_person_while_typing(language):
        app = App(language)
        app.cli('sample', 'pl')
        app.start()
        app.type_into(app.find('entry', app.tr('Search')), 'lodz')
        app.wait_until(lambda: app.find_all('row'), 'a row is found')

    main()

Run it with tests/ui/run-ui, which brings the display and the session:

    KLI_BUILD_DIR=build tests/ui/run-ui /usr/bin/python3 tests/ui/test-NAME.py pl
"""

from harness import stores
from harness.app import App
from harness.offer import Offer
from harness.runner import check, equal, main, test

__all__ = ['App', 'Offer', 'check', 'equal', 'main', 'stores', 'test']
