# SPDX-License-Identifier: GPL-3.0-or-later
"""An import, searchable and undoable, beside a bare one of the same contacts and that of GNOME's address book."""

import csv
import os
import shutil
import subprocess
import time
import typing


class Imported(typing.NamedTuple):
    n_contacts: int
    seconds: dict


def _run(cli, store, *words):
    subprocess.run([cli, '--store=%s' % store, *words], check=True, stdout=subprocess.DEVNULL)


def _now():
    """By the clock, or the time that finished programs had the processor."""
    if not os.environ.get('KLI_BENCH_PROCESSOR'):
        return time.monotonic()
    times = os.times()
    return times.children_user + times.children_system


def _seconds(function, *arguments):
    began = _now()
    function(*arguments)
    return _now() - began


def _import_bare(table, file):
    """What SQLite's own shell does with the same contacts: one table, no index, no history."""
    with open(table, encoding='utf-8', newline='') as lines:
        columns = next(csv.reader(lines))
    create = 'CREATE TABLE contact (%s);' % ', '.join('"c%d" TEXT' % n for n in range(len(columns)))
    script = '%s\n.import --csv --skip 1 %s contact\n' % (create, table)
    subprocess.run(['sqlite3', file], input=script, text=True, check=True)


def _import_ebook(ebook, cards, file):
    """What the address book of GNOME does with the same vCards: kept and searchable, without a history. It may warn of
    what is not installed."""
    environment = {name: value for name, value in os.environ.items() if name != 'G_DEBUG'}
    subprocess.run([ebook, cards, file], check=True, stdout=subprocess.DEVNULL, env=environment)


def measure(cli, ebook, folder, n_contacts):
    """Makes @n_contacts, writes them out and reads them back in. @ebook may be None."""
    work = folder / 'imports'
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    _run(cli, work / 'from.db', 'generate', '--contacts=%d' % n_contacts)
    for name in ('all.csv', 'all.vcf'):
        _run(cli, work / 'from.db', 'export', work / name)
    seconds = {}
    if shutil.which('sqlite3'):
        seconds['bare'] = _seconds(_import_bare, work / 'all.csv', work / 'bare.db')
    if ebook:
        seconds['vCard, EBookSqlite'] = _seconds(_import_ebook, ebook, work / 'all.vcf', work / 'ebook.db')
    seconds['vCard'] = _seconds(_run, cli, work / 'vcard.db', 'import', work / 'all.vcf')
    seconds['CSV'] = _seconds(_run, cli, work / 'csv.db', 'import', work / 'all.csv')
    shutil.rmtree(work)
    return Imported(n_contacts, seconds)
