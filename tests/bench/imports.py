# SPDX-License-Identifier: GPL-3.0-or-later
"""An import, searchable and undoable, beside a bare one of the same contacts."""

import csv
import shutil
import subprocess
import time
import typing


class Imported(typing.NamedTuple):
    n_contacts: int
    seconds: dict


def _run(cli, store, *words):
    subprocess.run([cli, '--store=%s' % store, *words], check=True, stdout=subprocess.DEVNULL)


def _seconds(function, *arguments):
    began = time.monotonic()
    function(*arguments)
    return time.monotonic() - began


def _import_bare(table, file):
    """What SQLite's own shell does with the same contacts: one table, no index, no history."""
    with open(table, encoding='utf-8', newline='') as lines:
        columns = next(csv.reader(lines))
    create = 'CREATE TABLE contact (%s);' % ', '.join('"c%d" TEXT' % n for n in range(len(columns)))
    script = '%s\n.import --csv --skip 1 %s contact\n' % (create, table)
    subprocess.run(['sqlite3', file], input=script, text=True, check=True)


def measure(cli, folder, n_contacts):
    """Makes @n_contacts, writes them out and reads them back in."""
    work = folder / 'imports'
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    _run(cli, work / 'from.db', 'generate', '--contacts=%d' % n_contacts)
    for name in ('all.csv', 'all.vcf'):
        _run(cli, work / 'from.db', 'export', work / name)
    seconds = {}
    if shutil.which('sqlite3'):
        seconds['bare'] = _seconds(_import_bare, work / 'all.csv', work / 'bare.db')
    seconds['vCard'] = _seconds(_run, cli, work / 'vcard.db', 'import', work / 'all.vcf')
    seconds['CSV'] = _seconds(_run, cli, work / 'csv.db', 'import', work / 'all.csv')
    shutil.rmtree(work)
    return Imported(n_contacts, seconds)
