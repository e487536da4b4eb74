# SPDX-License-Identifier: GPL-3.0-or-later
"""An import of more records than one transaction takes: its progress, Ctrl+C, and going on after kill -9."""

import os
import pty
import re
import signal
import subprocess

from cli import contains, equal, main

MANY = 51000
CARD = 'BEGIN:VCARD\r\nVERSION:3.0\r\nUID:%d\r\nFN:Osoba %d\r\nEND:VCARD\r\n'


def begin(home):
    """Starts the import on a terminal, and waits until a batch of it is safe; the process and its terminal."""
    terminal, end = pty.openpty()
    process = home.start('import', 'many.vcf', stderr=end)
    os.close(end)
    shown = ''
    while not re.search(r'\r\S*[1-9]\d{4,} of %d' % MANY, shown):
        shown += os.read(terminal, 4096).decode()
    return process, terminal


def end_of(process, terminal):
    """What it still writes."""
    told = b''
    try:
        while part := os.read(terminal, 4096):
            told += part
    except OSError:  # nobody writes there any more
        pass
    os.close(terminal)
    process.wait(300)
    return told.decode()


def count(home):
    return len(home.run('list', 'contacts', '--limit=100000').splitlines())


def interrupted(home):
    """Ctrl+C takes back what was done; killed, it is left, and goes on or back as long as the file is the same."""
    book = home.path / 'many.vcf'
    book.write_text(''.join(CARD % (n, n) for n in range(MANY)))
    process, terminal = begin(home)
    process.send_signal(signal.SIGINT)
    told = end_of(process, terminal)
    equal(process.returncode, 1)
    contains(told, 'Taking back what was done.')
    contains(told, 'Cancelled. Nothing was changed.')
    equal(count(home), 0)
    contains(home.refuse('continue'), 'Nothing was left unfinished.')

    process, terminal = begin(home)
    process.kill()
    end_of(process, terminal)
    contains(home.run('history'), 'stopped before its end')

    book.rename(home.path / 'away.vcf')
    contains(home.refuse('continue'), 'The file “many.vcf” is not there any more. It cannot be continued;')
    (home.path / 'away.vcf').rename(book)
    (home.path / 'one.vcf').write_text(CARD % (MANY, MANY))
    home.run('import', 'one.vcf')
    contains(home.messages, ' of %d. “continue ' % MANY)

    equal(home.start('continue', stdout=subprocess.DEVNULL).wait(300), 0)
    equal(count(home), MANY + 1)
    equal([entry['state'] for entry in home.json('history')[:2]], ['done', 'done'])
    equal(home.json('import', '--dry-run', 'many.vcf')['same'], MANY)


main([interrupted])
