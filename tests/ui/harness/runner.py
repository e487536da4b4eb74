# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the tests of one file in one language and reports in TAP."""

import os
import sys
import traceback

from harness.app import App, Failure, output_dir

_tests = []


def test(function):
    """Marks a function as a test; its name says what it proves."""
    _tests.append(function)
    return function


def check(condition, what):
    """Fails the test unless the condition holds; what was expected is a sentence."""
    if not condition:
        raise Failure('expected: %s' % what)


def equal(found, expected, what):
    if found != expected:
        raise Failure('%s: expected %r, found %r' % (what, expected, found))


def _comment(text):
    for line in text.rstrip().splitlines():
        print('# ' + line)


def _report(name, language):
    """Everything that helps to understand a failure, as TAP comments."""
    _comment(traceback.format_exc())
    for number, app in enumerate(App.made):
        picture = os.path.join(output_dir(), '%s-%s-%d.png' % (name, language, number))
        _comment(app.describe(picture))


def _run(function, language):
    """Whether the test went well; a program it left open must end well too."""
    try:
        function(language)
        for app in App.made:
            app.close()
        good = True
    except Exception:  # noqa: BLE001 - whatever went wrong, the next test must run
        _report(function.__name__, language)
        good = False
    for app in App.made:
        app.kill()
        app.remove_home()
    App.made.clear()
    return good


def main():
    """The end of every test file."""
    if len(sys.argv) < 2:
        print('Usage: %s LANGUAGE [TEST...]' % sys.argv[0], file=sys.stderr)
        sys.exit(2)
    language, chosen = sys.argv[1], sys.argv[2:]
    tests = [function for function in _tests if not chosen or function.__name__ in chosen]
    print('1..%d' % len(tests))
    failures = 0
    for number, function in enumerate(tests, 1):
        good = _run(function, language)
        failures += not good
        title = function.__name__.replace('_', ' ')
        print('%s %d - %s (%s)' % ('ok' if good else 'not ok', number, title, language), flush=True)
    sys.exit(1 if failures else 0)
