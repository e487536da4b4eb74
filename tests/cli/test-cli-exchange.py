# SPDX-License-Identifier: GPL-3.0-or-later
"""import and export by the command line, on small files of our own."""

import csv
import io
import itertools
import sqlite3

from cli import contains, equal, main

RESULTS = ('new', 'changed', 'same', 'doubtful', 'refused')


def vcard(uid, name, *lines):
    return '\r\n'.join(['BEGIN:VCARD', 'VERSION:3.0', 'UID:' + uid, 'FN:' + name, *lines, 'END:VCARD', ''])


TWO = vcard('a', 'Ewa Śliwa', 'N:Śliwa;Ewa;;;', 'TEL;TYPE=CELL:+48 512 345 678', 'EMAIL:ewa@example.com',
            'ORG:Pracownia Śliwa', 'TITLE:właścicielka', 'BDAY:--02-29', 'CATEGORIES:VIP', 'X-PET:Mruczek') \
    + vcard('b', 'Jan Kłos', 'N:Kłos;Jan;;;', 'TEL:600 100 200', 'ORG:pracownia sliwa')


def counts(report):
    equal(sum(report[result] for result in RESULTS), report['read'])
    equal(len(report['records']), report['read'])
    return {result: report[result] for result in RESULTS if report[result]}


def twice(home):
    """Reading the same file twice changes nothing and makes no edit."""
    path = home.write('two.vcf', TWO)
    first = home.json('import', path)
    equal(counts(first), {'new': 2})
    equal(first['organisations'], 1)
    assert first['edit'].isdigit()
    equal([record['line'] for record in first['records']], [1, TWO.split('\r\n').index('UID:b') - 1])
    again = home.json('import', path)
    equal(counts(again), {'same': 2})
    equal((again['edit'], again['organisations']), ('', 0))
    equal([record['id'] for record in again['records']], [record['id'] for record in first['records']])
    equal([entry['verb'] for entry in home.json('history')], ['import'])
    equal(len(home.json('list', 'contacts')), 3)
    contact = home.json('show', first['records'][0]['id'])
    equal((contact['birthday'], contact['tags'], contact['affiliations'][0]['role']), ('--02-29', ['VIP'], 'właścicielka'))
    equal([(extra['name'], extra['value']) for extra in contact['extra']], [('X-PET', 'Mruczek')])


def dry_run(home):
    """--dry-run says the same and writes nothing, not even a store."""
    path = home.write('two.vcf', TWO)
    equal(counts(home.json('import', '--dry-run', path)), {'new': 2})
    assert not home.store.exists()
    home.new('name=Ewa Śliwa', 'mail+=ewa@example.com')
    before = home.json('history')
    report = home.json('import', '--dry-run', path)
    equal(counts(report), {'new': 1, 'changed': 1})
    equal(report['edit'], '')
    equal(home.json('history'), before)


def changed(home):
    """What the file says differently is taken; nothing of ours is dropped; one undo takes it back."""
    identity = home.json('import', home.write('1.vcf', TWO))['records'][0]['id']
    home.run('set', identity, 'phone+=12 345 67 89', 'tags+=ours')
    report = home.json('import', home.write('2.vcf', TWO.replace('ewa@example.com', 'ewa@example.org')))
    equal(counts(report), {'changed': 1, 'same': 1})
    contact = home.json('show', identity)
    equal([point['value'] for point in contact['points']],
          ['+48 512 345 678', 'ewa@example.com', '12 345 67 89', 'ewa@example.org'])
    equal(contact['tags'], ['VIP', 'ours'])
    home.run('undo', report['edit'])
    equal(len(home.json('show', identity)['points']), 3)


def doubtful(home):
    """Doubtful records are left alone, unless somebody says what they are."""
    identity = home.new('name=Ewa Śliwa', 'phone+=+48 12 345 67 89')
    path = home.write('two.vcf', TWO)
    report = home.json('import', path)
    equal(counts(report), {'new': 1, 'doubtful': 1})
    equal(report['records'][0]['id'], identity)
    contains(report['records'][0]['reason'], 'same name')
    equal(counts(home.json('import', '--doubtful=same', path)), {'changed': 1, 'same': 1})
    equal(len(home.json('show', identity)['points']), 3)
    equal(counts(home.json('import', '--doubtful=new', path)), {'same': 2})


def several_files(home):
    """Several files are one edit."""
    one = home.write('1.vcf', vcard('a', 'Ewa', 'EMAIL:e@example.com'))
    two = home.write('2.csv', 'First Name,Last Name,E-mail Address\nJan,Kłos,jan@example.com\nEwa,,e@example.com\n')
    equal(counts(home.json('import', one, two)), {'new': 2, 'same': 1})
    equal(len(home.json('history')), 1)
    home.refuse('import', one, home.path / 'missing.vcf')


def company_as_text(home):
    """--company-as-text makes no organisations."""
    report = home.json('import', '--company-as-text', home.write('two.vcf', TWO))
    equal(report['organisations'], 0)
    equal(len(home.json('list', 'contacts')), 2)
    equal(home.json('show', report['records'][0]['id'])['company'], 'Pracownia Śliwa')


def lines_for_people(home):
    """Without --json there is one line, and the reasons go to standard error."""
    home.new('name=Ewa Śliwa')
    out = home.run('import', home.write('two.vcf', TWO))
    equal(out, '2 read, 1 new, 0 changed, 0 same, 1 doubtful, 0 refused; 1 organisations made\n')
    contains(home.messages, 'line 1: doubtful: ')


def remarks_name_their_file(home):
    """What is not right with a record is told with its file and line, in JSON beside the record."""
    one = home.write('one.vcf', TWO)
    cut = home.write('cut.vcf', 'BEGIN:VCARD\nFN:Ola Mak\nhello\nTEL:600 300 400\nEND:VCARD\nBEGIN:VCARD\nX-A:1\nEND:VCARD\n'
                                'BEGIN:VCARD\nFN:Iga Wrona\nTEL:600 300 500\n')
    home.run('import', '--dry-run', one, cut)
    lines = home.messages.splitlines()
    equal(len(lines), 3)
    for line, beginning, end in zip(lines, ('line 1: new: Line 3 is not a line of a vCard', 'line 6: refused: ',
                                            'line 9: new: The contact that begins in line 9 has no END:VCARD'),
                                    ('joined to the line above.', 'phone number.', 'may be cut off.')):
        contains(line, '%s: %s' % (cut, beginning))
        assert line.endswith(end), line
    records = home.json('import', one, cut)['records']
    equal([record['file'] for record in records], [str(one)] * 2 + [str(cut)] * 3)
    contains(records[4]['reason'], 'line 9')
    equal(records[0]['reason'], '')


def bad_input(home):
    """What is no address book is refused with one line, and nothing is written."""
    home.new('name=Ewa')
    for name, content in [('empty.vcf', b''), ('picture.vcf', b'\x89PNG\r\n\x1a\n' + bytes(range(256)) * 20),
                          ('blank.csv', b'\n\n\n'), ('zip.csv', b'PK\x03\x04' + b'\0' * 500)]:
        home.refuse('import', home.write(name, content))
    equal(len(home.json('history')), 1)
    home.refuse('import', home.path)
    equal(home.refuse('import', 'none.vcf'), 'none.vcf: There is no such file.')
    home.refuse('import', '', status=2)


def damaged_but_readable(home):
    """The good records of a bad file are taken."""
    cut = TWO[:-40]
    report = home.json('import', home.write('cut.vcf', cut))
    equal(report['read'], 2)
    equal(report['records'][0]['result'], 'new')
    latin = home.write('latin.csv', 'Name;E-mail\nJos\xe9 M\xfcller;jose@example.com\n'.encode('latin-1'))
    identity = home.json('import', latin)['records'][0]['id']
    equal(home.json('show', identity)['name'], 'José Müller')
    long_line = TWO + vcard('c', 'Long', 'NOTE:' + 'x' * 10_000_000) + vcard('d', 'After', 'EMAIL:after@example.com')
    home.run('import', home.write('long.vcf', long_line))
    equal(len(home.json('list', 'contacts', '--search=after')), 1)
    folded = vcard('e', 'Folded', 'NOTE:a', *[' b'] * 100_000, 'EMAIL:folded@example.com')
    home.run('import', home.write('folded.vcf', folded))
    equal(len(home.json('list', 'contacts', '--search=folded')), 1)


def everything(home, store=None):
    """All contacts without ids, in an order that does not depend on them."""
    contacts = []
    for row in home.json('list', 'contacts', store=store):
        contact = home.json('show', row['id'], store=store)
        for name in ('id', 'photo_type', 'archived_at'):
            del contact[name]
        for affiliation in contact['affiliations']:
            del affiliation['id'], affiliation['from'], affiliation['to'], affiliation['main']
        contact['tags'].sort()
        contact['affiliations'].sort(key=str)
        contact['points'].sort(key=lambda point: point['kind'])  # a table groups them
        contacts.append(contact)
    return sorted(contacts, key=lambda contact: (contact['name'], str(contact)))


def round_trip(home):
    """Export, import into a fresh store: equal, by vCard 4.0, 3.0 and CSV; into the same store: the same."""
    home.run('import', home.write('two.vcf', TWO))
    home.new('name=Bapak Sukarmin', 'note=two\nlines; with, "quotes" \\ and =formula', 'chat+=https://t.me/x',
             'url+=https://example.com', 'nickname=Pak', 'anniversary=2001-01-31', 'address+=Jl. Contoh 1;Kota Bandung;40123;Jawa Barat;ID;home')
    home.new('kind=organisation', 'name=PT Angin Timur', 'phone+=+62 22 2501234|work', 'points.0.preferred=1')
    before = everything(home)
    for name, options in [('out.vcf', ()), ('old.vcf', ('--vcard=3.0',)), ('out.csv', ())]:
        home.run('export', *options, name)
        equal((home.path / name).stat().st_mode & 0o777, 0o600)
        fresh = home.path / (name + '.db')
        report = home.json('import', name, store=fresh)
        equal(counts(report), {'new': len(before)})
        equal(everything(home, fresh), before)
        report = home.json('import', name)
        equal(counts(report), {'same': len(before)})
        equal(report['edit'], '')


def cards(path):
    return sorted(path.read_text(encoding='utf-8').split('BEGIN:VCARD'))


def many_round_trip(home):
    """Made-up contacts in their hundreds come out of a fresh store as they went in (RELIABILITY G6)."""
    home.run('generate', '--contacts=1500', '--seed=3')
    home.run('export', 'out.vcf')
    home.run('export', 'out.csv')
    for name in ('out.vcf', 'out.csv'):
        fresh = home.path / (name + '.db')
        report = home.json('import', '--doubtful=new', name, store=fresh)
        equal((counts(report), report['organisations']), ({'new': 1500}, 0))
        home.run('export', 'again.vcf', store=fresh)
        equal(cards(home.path / 'again.vcf'), cards(home.path / 'out.vcf'))


def export_of_a_search(home):
    """--search exports what it finds, and a file is only replaced when all is written."""
    home.run('import', home.write('two.vcf', TWO))
    home.run('export', 'out.csv', '--search=klos')
    rows = list(csv.reader(io.StringIO((home.path / 'out.csv').read_text(encoding='utf-8'))))
    equal(len(rows), 2)
    contains(','.join(rows[1]), 'Jan Kłos')
    home.refuse('export', 'no/such/folder/out.csv')
    home.refuse('export', 'out.vcf', '--vcard=2.1', status=2)


def household_gets_one_letter(home):
    """--by-household writes to a household once, and what is for a spreadsheet or not tells of it as one."""
    anna = home.run('new', 'contact', 'name=Anna Kowalska', 'address+=ul. Polna;Kraków').strip()
    jan = home.run('new', 'contact', 'name=Jan Kowalski').strip()
    home.run('new', 'contact', 'kind=household', 'name=Kowalscy', 'household+=' + anna, 'household+=' + jan,
             'address-of=' + anna)
    home.run('new', 'contact', 'name=Ewa Lis')
    home.run('export', 'out.csv', '--by-household')
    rows = list(csv.DictReader(io.StringIO((home.path / 'out.csv').read_text(encoding='utf-8'))))
    equal(sorted((row['Kind'], row['Name'], row['Address 1 - City']) for row in rows),
          [('household', 'Kowalscy', 'Kraków'), ('person', 'Ewa Lis', '')])
    home.run('export', 'all.csv')
    equal(len(list(csv.reader(io.StringIO((home.path / 'all.csv').read_text(encoding='utf-8'))))), 5)


def activities(home):
    """--activities writes what happened with those who are found, and nothing of what is gone."""
    home.new('name=Ola', kind='staff_member')
    ewa = home.new('name=Ewa; "Lis"', 'activity+=call|out|2026-11-20|09:40|Rabat, stały|Ola',
                   'activity+=mail|in|2026-11-22', 'activities.0.note=dwie\nlinie')
    jan = home.new('name=Jan Lis', 'activity+=other||2026-11-21||=1+1')
    gone = home.new('name=Iga Lis', 'activity+=other||2026-11-21||zapomniane')
    home.new('name=Bez niczego Lis')
    home.run('set', ewa, 'activity+=other||2026-11-01||pomyłka')
    home.run('undo')
    home.run('trash', gone)
    home.run('export', '--activities', '--search=lis', 'out.csv')
    rows = list(csv.reader(io.StringIO((home.path / 'out.csv').read_bytes().decode(), newline='')))
    equal(rows[0], ['Contact', 'Contact ID', 'Day', 'Time', 'Channel', 'Direction', 'Subject', 'Text', 'Staff'])
    notes = [home.json('show', ewa)['activities'][n]['note'] for n in (0, 1)]
    equal(sorted(rows[1:], key=lambda row: row[0]), [
        ['Ewa; "Lis"', ewa, '2026-11-22', '', 'mail', 'in', '', notes[0], ''],
        ['Ewa; "Lis"', ewa, '2026-11-20', '09:40', 'call', 'out', 'Rabat, stały', notes[1], 'Ola'],
        ['Jan Lis', jan, '2026-11-21', '', 'other', '', '=1+1', '', '']])
    equal(sorted(notes), ['', 'dwie\nlinie'])
    equal((home.path / 'out.csv').stat().st_mode & 0o777, 0o600)
    home.run('export', '--activities', '--search=jan', 'out.csv')
    equal(len((home.path / 'out.csv').read_bytes().splitlines()), 2)
    contains(home.refuse('export', '--activities', 'out.vcf', status=2), '.csv')
    for option in ('--by-household', '--personal-numbers', '--vcard=4.0'):
        contains(home.refuse('export', '--activities', option, 'out.csv', status=2), option.partition('=')[0])


def activities_that_cannot_be_written(home):
    """A file of activities is replaced by a whole one only."""
    home.new('name=Ewa', 'activity+=call|out|2026-11-20', 'activity+=mail|in|2026-11-22')
    connection = sqlite3.connect(home.store)
    connection.execute("UPDATE activity SET staff = 12345 WHERE channel = 'call'")
    connection.commit()
    connection.close()
    kept = home.write('out.csv', 'kept')
    home.refuse('export', '--activities', 'out.csv')
    equal(kept.read_text(), 'kept')
    equal([path.name for path in home.path.iterdir() if 'out' in path.name], ['out.csv'])


OWN_FIELDS = (('name=Uwagi',), ('name=Metraż', 'type=number', 'unit=m²'), ('name=Czynsz', 'type=money'),
              ('name=Polisa do', 'type=date'), ('name=Poziom', 'type=choice', 'choices+=Złoty', 'choices+=Brąz; stary'),
              ('name=Kanały', 'type=choices', 'choices+=a;b', 'choices+=Mail', 'choices+=SMS', 'choices+=a', 'choices+=b',
               'choices+=Mail; SMS', 'choices+=c\\'),
              ('name=Zgoda', 'type=yes_no'), ('name=Strona', 'type=link'), ('name=Polecił', 'type=person'))
OWN_VALUES = ('own.Uwagi=Żółw; "a", b', 'own.Metraż=-48.5', 'own.Czynsz=1500.50 PLN', 'own.Polisa do=2026-12-01',
              'own.Poziom=Brąz; stary', 'own.Kanały=Mail;SMS', 'own.Kanały+=a;b', 'own.Kanały+=c\\', 'own.Zgoda=no',
              'own.Strona=https://kli.example.com/x', 'own.Polecił=Jan Lis')


def define_own(home, store=None):
    for field in OWN_FIELDS:
        home.run('new', 'own_field', *field, store=store)


def own_values(home, store=None):
    for row in home.json('list', 'contacts', store=store):
        if row['name'] == 'Ewa Śliwa':
            contact = home.json('show', row['id'], store=store)
            return contact['own'], contact['extra']
    return None


def own_fields(home):
    """What the fields of the business say goes into files as columns, and from them into fields of the same names."""
    define_own(home)
    home.new('name=Jan Lis')
    home.new('name=Ewa Śliwa', *OWN_VALUES)
    said, extra = own_values(home)
    equal((len(said), extra), (len(OWN_FIELDS), []))
    for name in ('own.vcf', 'own.csv'):
        home.run('export', name)
        again = home.json('import', home.path / name)
        equal(counts(again), {'same': 2})
        other = str(home.path / (name + '.db'))
        define_own(home, store=other)
        home.run('import', str(home.path / name), store=other)
        other_said, other_extra = own_values(home, store=other)
        known = {field: value for field, value in said.items() if field != 'Polecił'}
        equal(other_said, known)
        equal([(kept['name'], kept['value']) for kept in other_extra], [('Polecił', 'Jan Lis')])
        bare = str(home.path / (name + '.bare.db'))
        home.run('import', str(home.path / name), store=bare)
        bare_said, bare_extra = own_values(home, store=bare)
        equal((bare_said, {kept['name'] for kept in bare_extra}), ({}, set(said)))


def own_fields_refuse(home):
    """What is no value of the field, or is for others, is kept beside it and never lost."""
    home.run('new', 'own_field', 'name=Metraż', 'type=number')
    home.run('new', 'own_field', 'name=Branża', 'applies=organisation')
    home.json('import', home.write('a.csv', 'Name,E-mail,METRAZ,Branża\nEwa Śliwa,e@example.com,duży,handel\n'))
    said, extra = own_values(home)
    assert not said
    equal([(kept['name'], kept['value']) for kept in extra], [('METRAZ', 'duży'), ('Branża', 'handel')])
    report = home.json('import', home.write('b.csv', 'Name,E-mail,METRAZ\nJan Lis,j@example.com,12.5\n'))
    equal(counts(report), {'new': 1})
    contains(home.run('show', report['records'][0]['id']), '12.5')


def own_choices(home):
    """Whatever is in the names of several choices, one cell says which they are, and so does a table made by hand."""
    names = ('a;b', 'a', 'b', 'a; b', 'c\\', '\\;', 'd')
    kinds = ('own_field', 'name=Kanały', 'type=choices', *('choices+=' + name for name in names))
    home.run('new', *kinds)
    sets = [chosen for n in range(1, len(names) + 1) for chosen in itertools.combinations(names, n)][::5]
    for n, chosen in enumerate(sets):
        home.new('name=Osoba %d' % n, *('own.Kanały+=' + name for name in chosen))
    for name in ('choices.vcf', 'choices.csv'):
        home.run('export', name)
        equal(counts(home.json('import', name)), {'same': len(sets)})
        other = home.path / (name + '.db')
        home.run('new', *kinds, store=other)
        home.run('import', name, store=other)
        shown = {row['name']: home.json('show', row['id'], store=other)['own']['Kanały']
                 for row in home.json('list', 'contacts', store=other)}
        equal(shown, {'Osoba %d' % n: list(chosen) for n, chosen in enumerate(sets)})
    report = home.json('import', home.write('hand.csv', 'Name,Kanały\nEwa Śliwa,d; b;\n'))
    equal(home.json('show', report['records'][0]['id'])['own'], {'Kanały': ['b', 'd']})


def own_fields_beside(home):
    """A column that was there before a field was called so stays beside it, wherever the file goes."""
    home.json('import', home.write('old.csv', 'Name,E-mail,Hobby,Kanały\nEwa Śliwa,e@example.com,stare,SMS\n'))
    fields = (('own_field', 'name=Hobby'), ('own_field', 'name=Kanały', 'type=choices', 'choices+=Mail', 'choices+=SMS'))
    for field in fields:
        home.run('new', *field)
    identity = home.json('list', 'contacts')[0]['id']
    for own in ({}, {'Hobby': 'nowe', 'Kanały': ['Mail']}):
        home.run('set', identity, 'nickname=x%d' % len(own), *('own.%s=%s' % (key, value[0] if isinstance(value, list)
                                                                              else value) for key, value in own.items()))
        said, extra = own_values(home)
        equal((said, [kept['value'] for kept in extra]), (own, ['stare', 'SMS']))
        for name in ('beside.vcf', 'beside.csv'):
            home.run('export', name)
            equal(counts(home.json('import', name)), {'same': 1})
    other = home.path / 'beside.db'
    for field in fields:
        home.run('new', *field, store=other)
    home.run('import', 'beside.csv', store=other)
    said, extra = own_values(home, store=other)
    equal((said, [kept['value'] for kept in extra]), ({'Hobby': 'nowe', 'Kanały': ['Mail', 'SMS']}, ['stare']))


def own_fields_past(home):
    """What is said in a field, or by a choice, that is not used any more stays, and is said anew of nobody."""
    size = home.new('name=Metraż', 'type=number', kind='own_field')
    level = home.new('name=Poziom', 'type=choice', 'choices+=Złoty', 'choices+=Brązowy', kind='own_field')
    home.new('name=Ewa Śliwa', 'own.Metraż=12', 'own.Poziom=Złoty')
    home.run('set', size, 'retired=yes')
    home.run('set', level, 'choices.0.retired=yes')
    said = own_values(home)
    for name in ('past.vcf', 'past.csv'):
        home.run('export', name)
        equal(counts(home.json('import', name)), {'same': 1})
        equal(own_values(home), said)
    report = home.json('import', home.write('new.csv', 'Name,E-mail,Metraż,Poziom\nJan Lis,j@example.com,13,Złoty\n'))
    shown = home.json('show', report['records'][0]['id'])
    equal((shown['own'], [kept['value'] for kept in shown['extra']]), ({}, ['13', 'Złoty']))
    home.json('import', home.write('ewa.vcf', (home.path / 'past.vcf').read_text(encoding='utf-8').replace(':12', ':14')))
    now, extra = own_values(home)
    equal((now, [kept['value'] for kept in extra]), (said[0], ['14']))


def looked_after(home, store=None):
    """Who looks after whom, and what was kept."""
    shown = [home.json('show', row['id'], store=store) for row in home.json('list', 'contacts', store=store)]
    return {one['name']: (one['manager'], one['deputy'], [kept['value'] for kept in one['extra']]) for one in shown}


def staff(home):
    """Who looks after a contact, and who stands in, goes into files by name and comes back to whoever is called so."""
    people = [home.new('name=' + name, kind='staff_member') for name in ('Kamil Żak; "K"', 'Iga', 'Zofia')]
    home.new('name=Ewa', 'manager=Iga', 'deputy=' + people[0])
    home.new('name=Jan', 'manager=' + people[0])
    home.new('name=Ola')
    home.new('name=Firma', 'kind=organisation', 'deputy=Zofia', 'manager=Iga')
    home.run('set', people[2], 'active=no')
    before = looked_after(home)
    for name in ('staff.vcf', 'staff.csv'):
        home.run('export', name)
        report = home.json('import', name)
        equal((counts(report), {record['reason'] for record in report['records']}), ({'same': 4}, {''}))
        other = home.path / (name + '.db')
        for member in ('IGA', 'Kamil Żak; "K"', 'Zofia'):
            home.run('new', 'staff_member', 'name=' + member, store=other)
        equal(counts(home.json('import', name, store=other)), {'new': 4})
        equal(looked_after(home, other), {contact: (manager.replace('Iga', 'IGA'), deputy, kept)
                                          for contact, (manager, deputy, kept) in before.items()})
        equal(counts(home.json('import', name, store=other)), {'same': 4})
        home.run('undo', store=other)
        equal(looked_after(home, other), {})


def staff_refused(home):
    """Nobody is put on the staff by a file, or given contacts against the rules: that is said before, and kept."""
    iga, kamil = (home.new('name=' + name, kind='staff_member') for name in ('Iga', 'Kamil'))
    home.run('set', kamil, 'active=no')
    path = home.write('crm.csv', 'Name,E-mail,ACCOUNT MANAGER,Deputy Account Manager\nEwa,e@example.com,Zenon,Iga\n'
                      'Jan,j@example.com,Kamil,\nOla,o@example.com,iga,Iga\n')
    planned = home.json('import', '--dry-run', path)
    equal([record['reason'] for record in planned['records']],
          ['Nobody on the staff is called “Zenon”.', '“Kamil” works here no more.',
           '“Iga” is the account manager and cannot be the deputy as well.'])
    equal(counts(home.json('import', path)), {'new': 3})
    said = {'Ewa': ('', 'Iga', ['Zenon']), 'Jan': ('', '', ['Kamil']), 'Ola': ('Iga', '', ['Iga'])}
    equal((looked_after(home), len(home.json('list', 'staff'))), (said, 2))
    equal(counts(home.json('import', path)), {'same': 3})
    home.run('export', 'again.csv')
    contains((home.path / 'again.csv').read_text(encoding='utf-8'), 'Zenon')
    equal(counts(home.json('import', 'again.csv')), {'same': 3})
    home.new('name=Zenon', kind='staff_member')
    home.run('set', kamil, 'active=yes')
    equal(counts(home.json('import', path)), {'changed': 2, 'same': 1})
    said.update({'Ewa': ('Zenon', 'Iga', []), 'Jan': ('Kamil', '', [])})
    equal(looked_after(home), said)
    home.json('import', home.write('new.csv', 'Name,E-mail,Account Manager,Deputy Account Manager\n'
                                   'Ewa,e@example.com,Iga,\nJan,j@example.com,,Kamil\n'))
    said.update({'Ewa': ('Iga', '', []), 'Jan': ('Kamil', '', ['Kamil'])})
    equal(looked_after(home), said)
    home.run('set', iga, 'active=no')
    card = home.write('swap.vcf', vcard('s', 'Ewa', 'EMAIL:e@example.com', 'X-KLIENTELA-COLUMN;NAME=Account Manager:Zenon',
                                        'X-KLIENTELA-COLUMN;NAME=Deputy Account Manager:Iga'))
    equal(counts(home.json('import', card)), {'changed': 1})
    said.update({'Ewa': ('Zenon', '', ['Iga'])})
    equal(looked_after(home), said)


def staff_remarks(home):
    """What is said of a row is what was decided about it, and what a person did by hand drops what was kept."""
    kamil, iga = (home.new('name=' + name, kind='staff_member') for name in ('Kamil', 'Iga'))
    home.new('name=Jan', 'mail+=j@example.com', 'manager=Kamil')
    head = 'Name,E-mail,Account Manager,Deputy Account Manager,Note\n'
    both = '“Kamil” is the account manager and cannot be the deputy as well.'
    report = home.json('import', home.write('deputy.csv', head + 'Jan,j@example.com,,Kamil,\n'))
    contains(report['records'][0]['reason'], both)
    equal(looked_after(home), {'Jan': ('Kamil', '', ['Kamil'])})
    report = home.json('import', 'deputy.csv')
    equal((counts(report), report['records'][0]['reason']), ({'same': 1}, both))
    home.run('set', kamil, 'active=no')
    report = home.json('import', home.write('left.csv', head + 'Jan,j@example.com,Kamil,,Miły\n'))
    equal(report['records'][0]['reason'], '1 value is different in contact “Jan”.')
    report = home.json('import', home.write('back.csv', head + 'Jan,j@example.com,Iga,Kamil,Miły\n'))
    contains(report['records'][0]['reason'], '“Kamil” works here no more.')
    path = home.write('kept.csv', head + 'Ewa,e@example.com,Zenon,,\n')
    home.json('import', path)
    ewa = home.json('list', 'contacts', '--search', 'Ewa')[0]['id']
    home.new('name=Zenon', kind='staff_member')
    home.run('set', ewa, 'manager=Zenon')
    equal(looked_after(home)['Ewa'], ('Zenon', '', ['Zenon']))
    equal(counts(home.json('import', path)), {'changed': 1})
    equal(looked_after(home)['Ewa'], ('Zenon', '', []))
    equal(counts(home.json('import', path)), {'same': 1})


def trash_is_not_exported(home):
    """What is in the trash stays out of files, and files do not bring it back."""
    report = home.json('import', home.write('two.vcf', TWO))
    home.run('trash', report['records'][0]['id'])
    home.run('export', 'out.vcf')
    assert 'Ewa' not in (home.path / 'out.vcf').read_text(encoding='utf-8')
    again = home.json('import', home.path / 'two.vcf')
    equal(counts(again), {'same': 2})
    contains(again['records'][0]['reason'], 'is in the trash')


def trash_is_restored(home):
    """--restore takes out of the trash what a file has; the undo of the import puts it back."""
    path = home.write('two.vcf', TWO)
    report = home.json('import', path)
    identity = report['records'][0]['id']
    home.run('trash', identity)
    again = home.json('import', '--dry-run', '--restore', path)
    equal(counts(again), {'changed': 1, 'same': 1})
    contains(again['records'][0]['reason'], 'comes back from the trash')
    again = home.json('import', '--restore', path)
    equal((again['records'][0]['id'], home.json('show', identity)['in_trash']), (identity, False))
    home.run('undo')
    equal([row['id'] for row in home.json('list', 'trash')], [identity])


main([twice, dry_run, changed, doubtful, several_files, company_as_text, lines_for_people, remarks_name_their_file,
      bad_input, damaged_but_readable, round_trip, many_round_trip, export_of_a_search, household_gets_one_letter,
      activities, activities_that_cannot_be_written, own_fields, own_fields_refuse, own_choices, own_fields_beside,
      own_fields_past, staff, staff_refused, staff_remarks, trash_is_not_exported,
      trash_is_restored])
