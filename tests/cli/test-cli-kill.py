# SPDX-License-Identifier: GPL-3.0-or-later
"""edit -: an acknowledged line survives kill -9 (RELIABILITY A2)."""

import random
import signal
import subprocess

from cli import contains, equal, main


def acknowledgements(home):
    """Every line is acknowledged after it is safe; a new record's id stands before."""
    out = home.run('edit', '-', text_in=b'''
# a remark
new contact name="Ewa \\"E\\" Lis" note='two words' phone+=512\\ 345\\ 678

COMMIT
new contract title=Umowa
''').splitlines()
    equal(len(out), 4)
    equal([line.split()[0] for line in out[1::2]], ['ok', 'ok'])
    contact = home.json('show', out[0])
    equal((contact['name'], contact['note'], contact['points'][0]['value']), ('Ewa "E" Lis', 'two words', '512 345 678'))
    lines = 'set {0} note=x\nset {0} note=x\nact {1} sent\ntrash {0}\nuntrash {0}\n'.format(out[0], out[2])
    answers = home.run('edit', '-', text_in=lines.encode()).splitlines()
    equal([answer == 'ok 0' for answer in answers], [False, True, False, False, False])


def refusals_go_on(home):
    """A refused line is told with its number, the others are done, the status is 1."""
    lines = b'new contact name=Ewa\nset 12 note=x\nnew contact note=x\nfly\nnew contact "name=open\nnew contact name=Jan\n' \
            b'new contact na\0me=x\nlist contacts\n'
    out = home.run('edit', '-', text_in=lines, status=1).splitlines()
    equal(len(out), 4)
    told = [line.split(':')[1].strip() for line in home.messages.splitlines() if 'line ' in line]
    equal(told, ['line 2', 'line 3', 'line 4', 'line 5', 'line 7', 'line 8'])
    equal([row['name'] for row in home.json('list', 'contacts', '--sort=given')], ['Ewa', 'Jan'])


def long_line(home):
    """A line of ten megabytes is refused like any other."""
    out = home.run('edit', '-', text_in=b'new contact name=' + b'x' * 10_000_000 + b'\nnew contact name=Jan\n', status=1)
    contains(out, 'ok ')
    contains(home.messages, 'line 1: ')


def killed(home):
    """No acknowledged edit is lost, however often the program is killed."""
    chance = random.Random(20261122)
    acknowledged = set()
    for cycle in range(25):
        with home.start('edit', '-', stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
            process.stdin.write(b''.join(b'new contact name=Cycle%d-%d phone+=512345678\n' % (cycle, line)
                                         for line in range(400)))
            process.stdin.flush()
            for _ in range(chance.randrange(1, 60)):
                identity = process.stdout.readline()
                if process.stdout.readline().startswith(b'ok '):
                    acknowledged.add(identity.decode().strip())
            process.send_signal(signal.SIGKILL)
            rest = process.stdout.read().decode().splitlines()
            acknowledged |= {identity for identity, answer in zip(rest[::2], rest[1::2]) if answer.startswith('ok ')}
            try:
                process.stdin.close()
            except BrokenPipeError:
                pass
    stored = {row['id'] for row in home.json('list', 'contacts')}
    assert len(acknowledged) >= 25
    equal(sorted(acknowledged - stored), [])
    # What was not acknowledged may be there as well, but whole.
    for identity in sorted(stored - acknowledged):
        equal(len(home.json('show', identity)['points']), 1)
    home.run('check')


def killed_while_importing(home):
    """A killed import is done entirely or not at all."""
    chance = random.Random(7)
    cards = ''.join('BEGIN:VCARD\nVERSION:4.0\nUID:%d\nFN:Name%d\nEMAIL:%d@example.com\nORG:Firm%d\nEND:VCARD\n'
                    % (n, n, n, n % 7) for n in range(1500))
    path = home.write('many.vcf', cards)
    home.new('name=Ewa')
    for _ in range(6):
        with home.start('import', path, stdout=subprocess.PIPE) as process:
            try:
                process.wait(timeout=chance.uniform(0.02, 0.4))
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
            process.stdout.read()
        found = len(home.json('list', 'contacts'))
        assert found in (1, 1 + 1500 + 7), found
        if found > 1:
            home.run('undo')
        equal(len(home.json('list', 'contacts')), 1)
    home.run('check')


main([acknowledgements, refusals_go_on, long_line, killed, killed_while_importing])
