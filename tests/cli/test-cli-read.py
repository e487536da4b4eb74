# SPDX-License-Identifier: GPL-3.0-or-later
"""A text about somebody, read, added, and added to somebody."""

import json

from cli import contains, equal, main

SIGNATURE = '''Z poważaniem
Tomasz Mazur
Dyrektor handlowy
Delta sp. z o.o.
ul. Prosta 51, 00-838 Warszawa
tel. 22 123 45 67, kom. 512 345 678
t.mazur@delta.example
NIP 526-10-40-828
'''


def read(home, text, *words):
    return json.loads(home.run('read', '-', *words, text_in=text.encode()))


def looked_at(home):
    """A signature is shown without a store, and none is made; numbers get their country code."""
    [card] = read(home, SIGNATURE)
    equal((card['name'], card['affiliations'][0]['role']), ('Tomasz Mazur', 'Dyrektor handlowy'))
    equal([(point['kind'], point['value']) for point in card['points']],
          [('phone', '+48 22 123 45 67'), ('phone', '+48 512 345 678'), ('mail', 't.mazur@delta.example')])
    equal(card['organisation']['identifiers'], [{'kind': 'nip', 'value': '5261040828'}])
    assert 'alike' not in card and not home.store.exists()


def added(home):
    """--add is one edit, which undo takes back."""
    person = home.run('read', '-', '--add', text_in=SIGNATURE.encode()).strip()
    contact = home.json('show', person)
    equal((contact['name'], contact['given']), ('Tomasz Mazur', 'Tomasz'))
    equal(contact['affiliations'][0]['role'], 'Dyrektor handlowy')
    equal(home.run('list', 'contacts').count('\n'), 2)
    [card] = read(home, SIGNATURE)
    equal([alike['id'] for alike in card['alike']], [person])
    home.run('undo')
    equal(home.run('list', 'contacts'), '')


def into(home):
    """--into adds to somebody who is there, and keeps what was there."""
    home.run('new', 'tag', 'name=any')
    home.run('set', 'business', 'country=PL')
    person = home.new('name=dr Tomasz Mazur', 'phone+=600 100 200')
    equal(home.run('read', '-', '--into=' + person, text_in=SIGNATURE.encode()).strip(), person)
    contact = home.json('show', person)
    equal(contact['name'], 'dr Tomasz Mazur')
    equal([point['value'] for point in contact['points'] if point['kind'] == 'phone'],
          ['600 100 200', '22 123 45 67', '512 345 678'])


def vcards(home):
    """A vCard goes its own way; several are for import."""
    one = 'BEGIN:VCARD\nVERSION:4.0\nFN:Budi\nTEL:0812-3456-7890\nEND:VCARD\n'
    equal([card['name'] for card in read(home, one + one.replace('Budi', 'Siti'))], ['Budi', 'Siti'])
    path = home.write('one.vcf', one)
    equal(home.json('show', home.run('read', path, '--add').strip())['name'], 'Budi')
    contains(home.refuse('read', '-', '--add', status=2, text_in=(one + one).encode()), 'import')
    home.refuse('read', '-', text_in=b'BEGIN:VCARD\nEND:VCARD\n')


def misused(home):
    """What makes no sense is refused."""
    home.refuse('read', '-', '--add', text_in=b'   \n')
    home.refuse('read', '-', '--add', '--into=1', status=2)
    home.refuse('read', '-', '--into=x', status=2)
    home.refuse('read', 'missing.txt')
    equal(read(home, 'nothing to see'), [{'kind': 'person', 'note': 'nothing to see', 'points': [], 'addresses': [],
                                          'identifiers': [], 'affiliations': [], 'alike': []}])


main([looked_at, added, into, vcards, misused])
