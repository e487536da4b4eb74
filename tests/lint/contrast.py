# SPDX-License-Identifier: GPL-3.0-or-later
"""The colours of tags can be read on the ground of their chips, and are told apart from the ground as spots.

Usage: contrast.py STYLE.CSS STYLE-DARK.CSS"""

import re
import sys
from pathlib import Path

# The grounds of libadwaita that chips and spots stand on: windows, views, cards, popovers, a row under the pointer.
LIGHT = ('#fafafa', '#ffffff', '#f0f0f0')
DARK = ('#242424', '#1e1e1e', '#303030', '#383838')
COLOURS = ('blue', 'green', 'yellow', 'orange', 'red', 'purple', 'brown')
LEAST = 4.5


def parts(colour):
    return [int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]


def luminance(rgb):
    linear = [part / 12.92 if part <= .03928 else ((part + .055) / 1.055) ** 2.4 for part in rgb]
    return .2126 * linear[0] + .7152 * linear[1] + .0722 * linear[2]


def contrast(one, other):
    lower, higher = sorted((luminance(one), luminance(other)))
    return (higher + .05) / (lower + .05)


def over(rgb, ground, alpha):
    return [part * alpha + below * (1 - alpha) for part, below in zip(rgb, ground)]


def problems_of(defined, grounds, alpha):
    for name in COLOURS:
        rgb = parts(defined['kli_tag_' + name])
        for number, ground in enumerate(grounds):
            below = parts(ground)
            # chips stand on the first two only
            if number < 2 and contrast(rgb, over(rgb, below, alpha)) < LEAST:
                yield '%s on its chip over %s: %.1f' % (name, ground, contrast(rgb, over(rgb, below, alpha)))
            if contrast(rgb, below) < LEAST:
                yield '%s over %s: %.1f' % (name, ground, contrast(rgb, below))


def main():
    texts = [Path(path).read_text(encoding='utf-8') for path in sys.argv[1:3]]
    alphas = dict(re.findall(r'\.chip\.tag-(\w+) \{ background: alpha\(@kli_tag_\w+, ([.\d]+)\)', texts[0]))
    print('1..2')
    for number, (style, text, grounds) in enumerate(zip(('light', 'dark'), texts, (LIGHT, DARK)), 1):
        defined = dict(re.findall(r'@define-color (kli_tag_\w+) (#[0-9a-f]{6});', text))
        found = list(problems_of(defined, grounds, max(float(alphas[name]) for name in COLOURS)))
        for problem in found:
            print('# ' + problem)
        print('%sok %d - the colours of tags in the %s style' % ('not ' if found else '', number, style))


main()
