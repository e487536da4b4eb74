# SPDX-License-Identifier: GPL-3.0-or-later
"""edit -: an acknowledged line survives kill -9 (RELIABILITY A2)."""

import random
import signal
import subprocess

from cli import contains, equal, main


def edits_of(home):
    return [entry['id'] for entry in home.json('history')]


def answers_of(home, lines, **options):
    return home.run('edit', '-', text_in=lines.encode(), **options).splitlines()


def alone(home):
    """Without a COMMIT every line is an edit, acknowledged when it is safe; a new record's id stands before."""
    out = answers_of(home, r'''
# a remark
new contact name="Ewa \"E\" Lis" note='two words' phone+=512\ 345\ 678

new contract title=Umowa
''')
    equal(len(out), 4)
    equal([line.split()[0] for line in out[1::2]], ['ok', 'ok'])
    contact = home.json('show', out[0])
    equal((contact['name'], contact['note'], contact['points'][0]['value']), ('Ewa "E" Lis', 'two words', '512 345 678'))
    answers = answers_of(home, 'set {0} note=x\nset {0} note=x\nact {1} sent\ntrash {0}\nuntrash {0}\n'
                         .format(out[0], out[2]))
    equal([answer == 'ok 0' for answer in answers], [False, True, False, False, False])
    equal(len(edits_of(home)), 6)


def together(home):
    """The lines before a COMMIT are one edit with one acknowledgement, and one undo."""
    anna, first, ewa, jan, second = answers_of(home, 'new contact name=Anna\nCOMMIT\nnew contact name=Ewa\n'
                                               '# a remark\nnew contact name=Jan\n COMMIT \n')
    equal([line.split()[0] for line in (first, second)], ['ok', 'ok'])
    equal(len(edits_of(home)), 2)
    answers = answers_of(home, 'set {0} note=1\nset {1} note=1\nCOMMIT\nset {0} note=2\nCOMMIT\n'
                         'set {0} note=2\nset {1} note=1\nCOMMIT\nCOMMIT\n'.format(ewa, jan))
    equal([answer.split()[0] for answer in answers], ['ok'] * 4)
    equal(answers[2:], ['ok 0', 'ok 0'])
    equal(answers[:2], ['ok %s' % edit for edit in reversed(edits_of(home)[:2])])
    home.run('undo', answers[1].split()[1])
    home.run('undo', answers[0].split()[1])
    equal([home.json('show', who)['note'] for who in (ewa, jan, anna)], ['', '', ''])


def together_or_not_at_all(home):
    """What is refused leaves nothing of its edit, and what follows is done; half of an edit is none."""
    ewa = home.new('name=Ewa')
    answers = answers_of(home, 'set {0} note=1\nset 12 note=1\nCOMMIT\nset {0} note=2\nfly\nnew contact\nCOMMIT\n'
                         'set {0} nickname=E\nCOMMIT\nset {0} note=3\n'.format(ewa), status=1)
    equal(len(answers), 1)
    told = [line.split(':')[1].strip() for line in home.messages.splitlines() if 'line ' in line]
    equal(told, ['line 2', 'line 5', 'line 6', 'line 10'])
    shown = home.json('show', ewa)
    equal((shown['note'], shown['nickname']), ('', 'E'))
    # Refused by the rule, not by the words.
    contract = home.new('title=Umowa', kind='contract')
    equal(answers_of(home, 'set {0} note=4\nact {1} resumed\nCOMMIT\n'.format(ewa, contract), status=1), [])
    contains(home.messages, 'line 2: ')
    equal(home.json('show', ewa)['note'], '')


def answers_while_it_waits(home):
    """Whoever waits for an answer gets one, after a COMMIT and without."""
    ewa = home.new('name=Ewa')
    for end, each in ((b'\nCOMMIT\n', 2), (b'\n', 1)):
        with home.start('edit', '-', stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
            for number in range(3):
                for line in range(each):
                    process.stdin.write(b'set %s note=%d%d%d%s' % (ewa.encode(), each, number, line,
                                                                   end if line + 1 == each else b'\n'))
                process.stdin.flush()
                answer = process.stdout.readline()
                assert answer.startswith(b'ok ') and answer != b'ok 0\n', answer
            process.stdin.close()
            equal(process.stdout.read(), b'')


def answers_who_never_commits(home):
    """After a thousand lines without a COMMIT nobody means to write one; an edit of 999 lines is one."""
    ewa = home.new('name=Ewa')
    line = 'set %s note=x\n' % ewa
    equal(answers_of(home, line * 1000 + 'COMMIT\n' + line)[1:], ['ok 0'] * 1000)
    equal(len(answers_of(home, line * 999 + 'COMMIT\n' + line * 999 + 'COMMIT\n')), 2)


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
        end = b'\nCOMMIT\n' if cycle % 5 != 0 else b'\n'
        with home.start('edit', '-', stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
            process.stdin.write(b''.join(b'new contact name=Cycle%d-%d phone+=512345678%s' % (cycle, line, end)
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


main([alone, together, together_or_not_at_all, answers_while_it_waits, answers_who_never_commits,
      refusals_go_on, long_line, killed, killed_while_importing])
