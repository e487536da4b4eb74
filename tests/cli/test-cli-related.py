# SPDX-License-Identifier: GPL-3.0-or-later
"""Relations and households in exported files, and back from them."""

import csv
import io

from cli import contains, equal, main

FILES = (('out.vcf', ()), ('old.vcf', ('--vcard=3.0',)), ('out.csv', ()))
ENDS = ('parent', 'child', 'guardian', 'ward', 'spouse', 'sibling', 'payer', 'paid-for', 'signatory', 'signed-for',
        'accountant', 'accounts', 'subsidiary', 'parent-company', 'referrer', 'referred')


def family(home):
    """Two people with every relation there is, a firm with a bar in its name, and a household."""
    jan = home.new('name=Jan Nowak', 'phone+=+48 12 345 67 89')
    firm = home.new('kind=organisation', r'name=Nowak | Syn \ Córka')
    anna = home.new('name=Anna Nowak', *['relations+=%s|%s|2010-05-01' % (jan, end) for end in ENDS],
                    'relations+=%s|sibling|2001-01-01|2002-02-02' % jan, 'relations+=%s|other|||sąsiad; "x"|sąsiadka' % jan,
                    'relations+=%s|payer' % firm)
    home.new('kind=household', 'name=Państwo Nowak', 'household+=' + jan, 'household+=' + anna)


def told(home, store=None):
    """What every card says of others, by their names."""
    found = {}
    for row in home.json('list', 'contacts', store=store):
        contact = home.json('show', row['id'], store=store)
        relations = sorted(tuple(sorted((key, value) for key, value in relation.items() if key != 'id'))
                           for relation in contact.get('relations', []))
        found[contact['name']] = (relations, sorted(member['name'] for member in contact.get('household', [])),
                                  contact.get('extra', []))
    return found


def counts(report):
    return {result: report[result] for result in ('new', 'changed', 'same', 'doubtful', 'refused') if report[result]}


def round_trip(home):
    """All relations, both ends, and who lives where come back into a fresh store; into the same store all is the same."""
    family(home)
    before = told(home)
    equal(len(before['Anna Nowak'][0]), len(ENDS) + 3)
    for name, options in FILES:
        home.run('export', *options, name)
        fresh = home.path / (name + '.db')
        equal(counts(home.json('import', name, store=fresh)), {'new': 4})
        equal(told(home, fresh), before)
        equal(counts(home.json('import', name, store=fresh)), {'same': 4})
        equal(counts(home.json('import', name)), {'same': 4})
        assert all(line.startswith('ok') for line in home.run('check', store=fresh).splitlines())
        home.run('undo', store=fresh)
        equal(home.json('list', 'contacts', store=fresh), [])


def what_files_say(home):
    """RELATED has the word of RFC 6350 where there is one, and ours beside it; a table has columns."""
    family(home)
    home.run('export', 'out.vcf')
    text = (home.path / 'out.vcf').read_bytes().replace(b'\r\n ', b'').decode()
    contains(text, 'RELATED;TYPE=spouse;VALUE=text;X-KLIENTELA-AS=spouse;X-KLIENTELA-FROM=2010-05-01;X-KLIENTELA-UID=')
    contains(text, 'RELATED;TYPE=agent;VALUE=text;X-KLIENTELA-AS=signatory;')
    contains(text, 'RELATED;VALUE=text;X-KLIENTELA-AS=payer;')
    home.run('export', 'out.csv')
    rows = list(csv.reader(io.StringIO((home.path / 'out.csv').read_text(encoding='utf-8'))))
    equal(rows[0].count('Relation'), len(ENDS) + 3)
    equal(rows[0].count('Household'), 1)


def by_name(home):
    """Whoever made the file by hand names people without a UID: they are found in the store, and in the file."""
    home.new('name=Jan Nowak', 'phone+=+48 12 345 67 89')
    table = home.write('hand.csv', 'Kind,Name,Relation,Relation,Household\n'
                       'person,Ewa Lis,jan nowak|child,Ola Lis|parent|||||,Lisowie|\n'
                       'person,Ola Lis,Ewa Lis|child,,\nhousehold,Lisowie,,,\n')
    equal(counts(home.json('import', table)), {'new': 3})
    cards = told(home)
    equal([dict(relation)['as'] for relation in cards['Ewa Lis'][0]], ['child', 'parent'])
    equal([dict(relation)['name'] for relation in cards['Ola Lis'][0]], ['Ewa Lis'])
    equal((cards['Ewa Lis'][1], cards['Ola Lis'][1], cards['Lisowie'][1]), (['Lisowie'], [], ['Ewa Lis']))
    equal(counts(home.json('import', table)), {'same': 3})


def nobody(home):
    """What names nobody, or cannot be, stays as it was read, and goes out again as it came."""
    family(home)
    home.run('export', '--search=anna', 'out.vcf')
    fresh = home.path / 'fresh.db'
    equal(counts(home.json('import', 'out.vcf', store=fresh)), {'new': 1})
    relations, household, extra = told(home, fresh)['Anna Nowak']
    equal((relations, household, len(extra)), ([], [], len(ENDS) + 4))
    home.run('export', 'again.vcf', store=fresh)
    equal((home.path / 'again.vcf').read_bytes(), (home.path / 'out.vcf').read_bytes())
    equal(counts(home.json('import', 'out.vcf', store=fresh)), {'same': 1})
    table = home.write('bad.csv', 'Kind,Name,Relation,Household\nperson,Ewa Lis,Ewa Lis|parent,Anna Nowak|\n'
                       'person,Ola Lis,Ewa Lis|empress,\nperson,Iga Lis,Ewa Lis|child|2020-02-30,\n')
    home.run('import', '--doubtful=new', table)
    for name, n in (('Ewa Lis', 2), ('Ola Lis', 1), ('Iga Lis', 1)):
        relations, household, extra = told(home)[name]
        equal((relations, household, len(extra)), ([], [], n))


def elsewhere(home):
    """Nobody is moved into another household, and a relation of another program is left as it is."""
    family(home)
    home.new('kind=household', 'name=Lisowie')
    card = home.write('jan.vcf', 'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Jan Nowak\r\nTEL:+48123456789\r\n'
                      'X-KLIENTELA-COLUMN;NAME=Household:Lisowie|\r\nRELATED;TYPE=friend;VALUE=text:Anna Nowak\r\n'
                      'END:VCARD\r\n')
    equal(counts(home.json('import', card)), {'changed': 1})
    relations, household, extra = told(home)['Jan Nowak']
    equal((len(relations), household), (len(ENDS) + 2, ['Państwo Nowak']))
    equal([(one['name'], one['value']) for one in extra], [('Household', 'Lisowie|'), ('RELATED', 'Anna Nowak')])


main([round_trip, what_files_say, by_name, nobody, elsewhere])
