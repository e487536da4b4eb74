# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the sources against the rules of the house and reports in TAP.

Usage: check.py [RULE...]

For each rule first its sample is tried: samples/RULE is a small tree with
mistakes in it, and samples/RULE/expected lists each as path:line."""

import sys
from pathlib import Path

sys.dont_write_bytecode = True
from rules import RULES  # noqa: E402
from rules.finding import Skip  # noqa: E402

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SAMPLES = HERE / 'samples'


def sample_report(rule_name, rule):
    """What is wrong with the rule itself, as lines."""
    sample = SAMPLES / rule_name
    expected = set((sample / 'expected').read_text(encoding='utf-8').split())
    found = {'%s:%d' % (finding.path, finding.line) for finding in rule(sample)}
    return (['does not notice %s' % place for place in sorted(expected - found)]
            + ['is wrong about %s' % place for place in sorted(found - expected)])


def report(number, title, function):
    """Prints one TAP point; whether it is good."""
    try:
        problems = function()
    except Skip as skip:
        print('ok %d - %s # SKIP %s' % (number, title, skip))
        return True
    for problem in problems:
        print('# %s' % problem)
    print('%s %d - %s' % ('not ok' if problems else 'ok', number, title), flush=True)
    return not problems


def main():
    chosen = sys.argv[1:] or list(RULES)
    print('1..%d' % (2 * len(chosen)))
    good = True
    for index, rule_name in enumerate(chosen):
        rule = RULES[rule_name]
        title = rule.__doc__.strip().rstrip('.')
        good &= report(2 * index + 1, '%s notices its sample' % rule_name,
                       lambda name=rule_name, rule=rule: sample_report(name, rule))
        good &= report(2 * index + 2, '%s: %s' % (rule_name, title),
                       lambda rule=rule: [str(finding) for finding in rule(ROOT)])
    return 0 if good else 1


if __name__ == '__main__':
    sys.exit(main())
