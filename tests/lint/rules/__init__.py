# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of the house that a machine can check.

A rule is a function that takes the root of a source tree and yields findings.
It is tried on samples/NAME first, a tiny tree that breaks it on purpose: a rule
that cannot fail is no rule."""

from rules.binding import RULES

__all__ = ['RULES']
