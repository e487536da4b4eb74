# SPDX-License-Identifier: GPL-3.0-or-later
"""Records by the command line: made, set, shown, listed, trashed, undone."""

from cli import contains, equal, main


def shape_of_a_contact(home):
    """show --json has every member of a contact, ids as strings."""
    identity = home.new('name=dr Ewa Śliwa', 'phone+=512 345 678|work', 'mail+=ewa@example.com', 'birthday=--02-29',
                        'address+=ul. Wzorcowa 3;Kraków;31-019;małopolskie;PL;home', 'tags+=VIP', 'tags+=targi',
                        'affiliations+=Pracownia Śliwa|właścicielka', 'affiliations.0.from=2020-01-01', 'note=a\nb',
                        'nickname=Ewunia')
    contact = home.json('show', identity)
    equal(contact['id'], identity)
    assert identity.isdigit() and int(identity) > 2 ** 53
    for name, value in {'kind': 'person', 'name': 'dr Ewa Śliwa', 'given': 'Ewa', 'family': 'Śliwa', 'prefix': 'dr',
                        'suffix': '', 'nickname': 'Ewunia', 'birthday': '--02-29', 'note': 'a\nb', 'extra': [],
                        'tags': ['VIP', 'targi'], 'in_trash': False}.items():
        equal(contact[name], value)
    affiliation = contact['affiliations'][0]
    assert affiliation['id'].isdigit()
    equal([affiliation[name] for name in ('name', 'role', 'from', 'to')],
          ['Pracownia Śliwa', 'właścicielka', '2020-01-01', ''])
    equal(contact['points'][0], {'kind': 'phone', 'value': '512 345 678', 'normal': '512345678', 'label': 'work',
                                 'preferred': False})
    equal([contact['addresses'][0][name] for name in ('street', 'city', 'postcode', 'region', 'country', 'label')],
          ['ul. Wzorcowa 3', 'Kraków', '31-019', 'małopolskie', 'PL', 'home'])
    organisation = home.json('show', affiliation['id'])
    equal(organisation['kind'], 'organisation')
    equal(organisation['affiliations'][0]['id'], identity)
    equal(organisation['affiliations'][0]['name'], 'dr Ewa Śliwa')


def names_and_greetings(home):
    """Forms of address, vocatives and legal forms are set like every field, and show gives the greeting."""
    identity = home.new('name=Marek Lis', 'address_form=pan')
    equal(home.json('show', identity)['greeting'], 'Szanowny Panie Marku,')
    home.run('set', identity, 'vocative=Mareczku', 'call_name=Marek')
    equal(home.json('show', identity)['greeting'], 'Szanowny Panie Mareczku,')
    contains(home.refuse('set', identity, 'address_form=herr'), 'bapak, ibu')
    home.run('undo')
    equal(home.json('show', identity)['greeting'], 'Szanowny Panie Marku,')
    company = home.new('kind=organisation', 'name=Angin Timur', 'legal_form=PT')
    equal([home.json('show', company)[name] for name in ('name', 'legal_form', 'greeting')],
          ['PT Angin Timur', 'PT', 'Yth. Pimpinan PT Angin Timur,'])


def sorting_by_family_name(home):
    """By family name where there is one, by what is written in an Indonesian business, whatever stands before it."""
    home.new('name=Yusuf')
    home.run('set', 'business', 'country=ID')
    for name in ('Yusuf Ahmad', 'Bapak Budi Zulkarnain', 'Sukarmin'):
        home.new('name=' + name)
    home.new('given=Anna', 'family=Tukan')
    home.new('kind=organisation', 'name=PT Citra')
    equal([row['name'] for row in home.json('list', 'contacts')],
          ['Bapak Budi Zulkarnain', 'PT Citra', 'Sukarmin', 'Anna Tukan', 'Yusuf', 'Yusuf Ahmad'])


def shape_of_a_contract(home):
    """show --json has every member of a contract."""
    contact = home.new('name=Ewa Śliwa')
    identity = home.new('title=Księgowość', 'number=UM/2026/002', 'start_on=2026-01-01', 'end_on=2026-12-31',
                        'renewal=automatic_fixed', 'renewal_months=12', 'notice_count=1', 'notice_unit=months',
                        'value=420.00 PLN', 'per=month', 'party+=self:Usługodawca', 'party+=%s:Usługobiorca' % contact,
                        kind='contract')
    home.run('act', identity, 'sent', 'on=2025-12-10')
    home.run('act', identity, 'signed', 'on=2025-12-12', 'party=self')
    equal(home.json('show', identity)['state'], 'sent')
    home.run('act', identity, 'signed', 'on=2025-12-13', 'party=' + contact, 'note=osobiście')
    contract = home.json('show', identity)
    for name, value in {'id': identity, 'kind': 'service_ongoing', 'number': 'UM/2026/002', 'title': 'Księgowość',
                        'state': 'active', 'start_on': '2026-01-01', 'end_on': '2026-12-31',
                        'value': {'minor': 42000, 'currency': 'PLN', 'per': 'month'}}.items():
        equal(contract[name], value)
    equal([(party['id'], party['role']) for party in contract['parties']],
          [('self', 'Usługodawca'), (contact, 'Usługobiorca')])
    equal(contract['parties'][1]['name'], 'Ewa Śliwa')
    equal([(act['kind'], act['on'], act['party'], act['note']) for act in contract['acts']],
          [('sent', '2025-12-10', '', ''), ('signed', '2025-12-12', 'self', ''),
           ('signed', '2025-12-13', contact, 'osobiście')])


def paths_of_json_are_paths_of_set(home):
    """What show prints is what set takes."""
    home.new('name=Kamil', kind='staff_member')
    identity = home.new('name=Ewa', 'phone+=512 345 678', 'address+=x', 'affiliations+=IBM', 'activity+=call|out')
    for path, value in [('note', 'x'), ('points.0.value', '600 100 200'), ('points.0.label', 'home'),
                        ('addresses.0.city', 'Łódź'), ('affiliations.0.role', 'szefowa'),
                        ('affiliations.0.to', '2026-01-31'), ('birthday', '1980-02-29'),
                        ('activities.0.staff', 'Kamil')]:
        home.run('set', identity, '%s=%s' % (path, value))
        found = home.json('show', identity)
        for step in path.split('.'):
            found = found[int(step) if step.isdigit() else step]
        equal(found, value)
        contains(home.run('show', identity), '%s=%s\n' % (path, value))


def own_fields(home):
    """Fields of the business are defined, listed, set, shown and deleted like everything else."""
    home.new('name=Jan Lis')
    home.run('set', 'business', 'country=PL', 'currency=PLN')
    size = home.new('name=Metraż', 'type=number', 'unit=m²', kind='own_field')
    level = home.new('name=Poziom', 'type=choice', 'choices+=Brązowy', 'choices+=Złoty', kind='own_field')
    home.new('name=Kursy', 'type=choices', 'choices+=Polski', 'choices+=Angielski', kind='own_field')
    home.new('name=Czynsz', 'type=money', kind='own_field')
    home.new('name=Polecił', 'type=person', kind='own_field')
    identity = home.new('name=Ewa', 'own.Metraż=85.50', 'own.Poziom=złoty', 'own.Kursy=Angielski; Polski',
                        'own.Czynsz=1200', 'own.Polecił=Jan Lis')
    equal(home.json('show', identity)['own'],
          {'Metraż': '85.5', 'Poziom': 'Złoty', 'Kursy': ['Polski', 'Angielski'], 'Czynsz': '1200.00 PLN',
           'Polecił': 'Jan Lis'})
    contains(home.run('show', identity), 'own.Metraż=85.5\n')
    home.run('set', identity, 'own.Metraż=', 'own.Kursy-=Polski', 'own.%s=Brązowy' % level)
    equal(home.json('show', identity)['own'],
          {'Poziom': 'Brązowy', 'Kursy': ['Angielski'], 'Czynsz': '1200.00 PLN', 'Polecił': 'Jan Lis'})
    contains(home.refuse('set', identity, 'own.Poziom=Zielony'), 'Brązowy, Złoty')
    contains(home.refuse('set', identity, 'own.Metraż=86,5 m2'), 'not a number')
    contains(home.refuse('set', identity, 'own.Waga=1'), 'no field called')

    equal([row['name'] for row in home.json('list', 'contacts', '--sort=own.Czynsz')], ['Ewa', 'Jan Lis'])
    home.new('name=Anna', 'own.Czynsz=1300')
    equal([row['name'] for row in home.json('list', 'contacts', '--sort=-own.Czynsz')], ['Anna', 'Ewa', 'Jan Lis'])
    contains(home.refuse('list', 'contacts', '--sort=own.Waga'), 'no field called')
    contains(home.refuse('list', 'contracts', '--sort=own.Czynsz', status=2), 'no order called')

    equal([(field['name'], field['type'], field['unit'], field['contacts'])
           for field in home.json('list', 'fields')][:2], [('Metraż', 'number', 'm²', 0), ('Poziom', 'choice', '', 1)])
    home.run('set', level, 'position=0', 'choices.0.name=Miedziany')
    equal(home.json('list', 'fields')[0]['name'], 'Poziom')
    equal([choice['name'] for choice in home.json('show', level)['choices']], ['Miedziany', 'Złoty'])
    equal(home.json('show', identity)['own']['Poziom'], 'Miedziany')
    home.run('trash', level)
    assert 'Poziom' not in home.json('show', identity)['own']
    home.run('undo')
    equal(home.json('show', identity)['own']['Poziom'], 'Miedziany')
    home.run('set', size, 'retired=yes')
    contains(home.refuse('set', identity, 'own.Metraż=1'), 'not used any more')
    home.run('check')


def official_numbers(home):
    """nip=… sets, shows, lists and filters; those of natural persons are kept only when switched on."""
    home.new('name=makes the store', kind='tag')
    home.run('set', 'business', 'country=PL')
    identity = home.new('name=Studio', 'kind=organisation', 'nip=PL 333-333-33-33', 'krs+=99999901')
    equal([(n['kind'], n['value'], n['normal'], n['label']) for n in home.json('show', identity)['identifiers']],
          [('nip', '3333333333', '3333333333', ''), ('krs', '99999901', '0099999901', '')])
    home.run('set', identity, 'nip=1234563218', 'krs=', 'iban+=61 1090 1014 0000 0712 1981 2874|firmowy')
    equal([(n['kind'], n['value'], n['label']) for n in home.json('show', identity)['identifiers']],
          [('nip', '1234563218', ''), ('iban', '61109010140000071219812874', 'firmowy')])
    other = home.new('name=Adam', 'nip=1234563217', 'identifier+=0990001018000000')
    for text in ('nip:1234563218', 'nip:"123-456-32-18"', '123-456-32-18', 'PL1234563218', '"123 456 32 18"',
                 'iban:61109010140000071219812874', 'PL61109010140000071219812874', '-nip:1234563217'):
        equal([row['id'] for row in home.json('list', 'contacts', '--search=' + text)], [identity])
    for text in ('npwp:99.000.101.8-000.000', '99.000.101.8', 'nip:*32-17'):
        equal([row['id'] for row in home.json('list', 'contacts', '--search=' + text)],
              [other] if '*' not in text else [])
    equal(len(home.json('list', 'contacts', '--search=nip:12345632')), 2)
    equal(len(home.json('list', 'contacts', '--search=has:identifier')), 2)
    contains(home.refuse('set', other, 'pesel+=44051401359|umowa o pracę'), 'natural person')
    home.run('set', 'business', 'personal_numbers=yes')
    equal(home.json('show', 'business')['personal_numbers'], True)
    contains(home.refuse('set', other, 'pesel+=44051401359'), 'needed for')
    home.run('set', other, 'pesel+=44051401359|umowa o pracę')
    equal(home.json('list', 'contacts', '--search=44051401359'), [])
    for options in ((), ('--json',)):
        shown = home.run('show', other, *options)
        equal(('44051401359' in shown, '•••••••1359' in shown, '1234563217' in shown), (False, True, True))
        contains(home.run('show', other, '--personal-numbers', *options), '44051401359')
    contains(home.refuse('set', other, 'identifiers.2.value=•••••••1359'), 'masked')
    equal(home.json('show', other, '--personal-numbers')['identifiers'][2]['value'], '44051401359')
    home.refuse('set', 'business', 'personal_numbers=no', 'name=x', status=2)
    for suffix in ('csv', 'vcf'):
        path = home.path / ('out.' + suffix)
        home.run('export', path)
        with open(path, encoding='utf-8') as file:
            text = file.read()
        equal(('1234563217' in text, '44051401359' in text), (True, False))
        home.run('export', path, '--personal-numbers')
        with open(path, encoding='utf-8') as file:
            equal('44051401359' in file.read(), True)


def lists(home):
    """list: id, tab, name; --search, --sort, --limit, --json."""
    names = ['Łucja Łaska', 'Anna Nowak', 'Jan Müller', 'Zofia Ćwik']
    ids = {home.new('name=' + name, 'phone+=512 345 67%d' % n, 'address+=;Łódź'): name for n, name in enumerate(names)}
    lines = [line.split('\t') for line in home.run('list', 'contacts').splitlines()]
    equal(sorted(line[1] for line in lines), sorted(names))
    equal({line[0]: line[1] for line in lines}, ids)
    equal([row['name'] for row in home.json('list', 'contacts', '--search=muller')], ['Jan Müller'])
    equal([row['name'] for row in home.json('list', 'contacts', '--search=cwi zof')], ['Zofia Ćwik'])
    equal([row['name'] for row in home.json('list', 'contacts', '--search=512345670')], ['Łucja Łaska'])
    equal(len(home.json('list', 'contacts', '--search=lodz')), 4)
    home.run('set', next(iter(ids)), 'note=Woli południe', 'tags+=stały klient')
    for text in ('polud', 'klient laska', '"woli południe"', '"512 345 670"'):
        equal([row['name'] for row in home.json('list', 'contacts', '--search=' + text)], ['Łucja Łaska'])
    equal([row['name'] for row in home.json('list', 'contacts', '--sort=given', '--limit=2')], ['Anna Nowak', 'Jan Müller'])
    equal({row['kind'] for row in home.json('list', 'contacts')}, {'person'})
    equal(home.json('list', 'trash'), [])
    equal(home.json('list', 'contracts'), [])
    contract = home.new('number=UM/2026/007', kind='contract')
    equal(home.run('list', 'contracts'), contract + '\tUM/2026/007\n')


def trash(home):
    """trash and untrash, and what may not go."""
    first, second = home.new('name=Ewa'), home.new('name=Jan')
    home.run('trash', first, second)
    equal(home.json('list', 'contacts'), [])
    equal({row['id'] for row in home.json('list', 'trash')}, {first, second})
    equal(home.json('show', first)['in_trash'], True)
    contains(home.refuse('set', first, 'note=x'), 'trash')
    home.run('untrash', first)
    equal(len(home.json('list', 'contacts')), 1)
    contract = home.new('title=Umowa', 'party+=self:A', 'party+=%s:B' % first, kind='contract')
    home.run('act', contract, 'sent')
    home.run('act', contract, 'signed')
    contains(home.refuse('trash', first), 'archived')
    contains(home.refuse('trash', second, contract), 'signed')


def archive(home):
    """archived=yes puts a contact away, archived= brings it back; it stays in the list."""
    identity = home.new('name=Ewa Lis')
    equal(home.json('show', identity)['archived'], False)
    home.run('set', identity, 'archived=yes')
    equal(home.json('show', identity)['archived'], True)
    contains(home.run('show', identity), 'archived=true')
    equal(home.run('set', identity, 'archived=true'), 'ok 0\n')
    equal([row['id'] for row in home.json('list', 'contacts', '--search=is:archived')], [identity])
    equal(len(home.json('list', 'contacts')), 1)
    home.run('set', identity, 'archived=')
    equal(home.json('show', identity)['archived'], False)
    equal([entry['title'] for entry in home.json('history', '--limit=2')],
          ['Took contact “Ewa Lis” out of the archive', 'Archived contact “Ewa Lis”'])
    home.refuse('set', identity, 'archived=perhaps')
    home.run('undo')
    equal(home.json('show', identity)['archived'], True)


def acts_are_refused(home):
    """An act that is not allowed is refused with its reason."""
    contract = home.new('title=Umowa', 'party+=self:A', kind='contract')
    home.refuse('act', contract, 'resumed')
    home.refuse('act', contract, 'notice_delivered', 'on=2026-11-01')
    home.refuse('act', contract, 'sent', 'on=never')
    home.refuse('act', '12', 'sent')


def business(home):
    """The business has a name, a country and a currency, which phones and values follow."""
    identity = home.new('name=Ewa', 'phone+=512 345 678')
    home.run('set', 'business', 'name=Modrzew i Szpak', 'country=PL', 'currency=PLN')
    equal(home.json('show', 'business'),
          {'name': 'Modrzew i Szpak', 'country': 'PL', 'currency': 'PLN', 'personal_numbers': False,
           'sample': False})
    equal(home.json('show', identity)['points'][0]['normal'], '+48512345678')
    contract = home.new('title=Umowa', 'value=10.50', 'party+=self:A', kind='contract')
    contract = home.json('show', contract)
    equal((contract['number'], contract['value']['currency']), ('UM/2026/001', 'PLN'))
    equal(contract['parties'][0]['name'], 'Modrzew i Szpak')
    home.refuse('set', 'business', 'colour=red', status=2)
    home.refuse('set', 'business', 'country=Polska')


def unknown_ids(home):
    """An id that is nobody's is refused with one line."""
    home.new('name=Ewa')
    for words in [('show', '12'), ('set', '12', 'note=x'), ('trash', '12'), ('untrash', '12'), ('undo', '12'),
                  ('history', '12')]:
        home.refuse(*words)


def rules_of_connections(home):
    """A connection joins a person and an organisation, and does not end before it begins."""
    person = home.new('name=Ewa Lis', 'affiliations+=Pracownia|szefowa')
    organisation = home.json('show', person)['affiliations'][0]['id']
    for identity, kind in ((person, 'organisation'), (organisation, 'person')):
        contains(home.refuse('set', identity, 'kind=' + kind), 'connections')
    home.run('edit', '-', text_in='new contact kind=organisation name="Nowa Sp."\nnew contact name=Ola affiliations+="nowa sp."\n'
             'new contact name=Ala affiliations+="Nowa Sp." relations+=Ola|sibling\nCOMMIT\n'.encode())
    equal(sorted(row['name'] for row in home.json('list', 'contacts')), ['Ala', 'Ewa Lis', 'Nowa Sp.', 'Ola', 'Pracownia'])
    contains(home.refuse('set', person, 'affiliations.0.from=2020-01-01', 'affiliations.0.to=2019-01-01'), 'before it begins')
    home.run('set', person, 'affiliations.0=')
    home.run('set', person, 'kind=organisation')
    equal(home.json('show', person)['kind'], 'organisation')


def fields_with_one_value(home):
    """Nothing is added to a field that has one value."""
    identity = home.new('name=Ewa')
    for word in ('note+=x', 'note-=x', 'manager+=x'):
        contains(home.refuse('set', identity, word), 'has one value')
    contains(home.refuse('set', identity, 'colour+=x'), 'There is no field called “colour”.')


def history_and_undo(home):
    """history, undo and redo, over restarts."""
    identity = home.new('name=Ewa Lis')
    home.run('set', identity, 'phone+=512 345 678')
    home.run('set', identity, 'note=first')
    edit = home.run('set', identity, 'note=second').split()[1]
    equal(home.run('set', identity, 'note=second'), 'ok 0\n')
    history = home.json('history')
    equal([entry['verb'] for entry in history], ['contact-set', 'contact-set', 'point-add', 'contact-new'])
    equal(history[0]['id'], edit)
    equal(history[0]['title'], 'Changed contact “Ewa Lis”')
    equal(history[0]['subject'], identity)
    equal(len(home.json('history', identity, '--limit=2')), 2)

    home.run('undo')
    contains(home.messages, 'Took back: Changed contact “Ewa Lis”')
    equal(home.json('show', identity)['note'], 'first')
    home.run('undo')
    equal(home.json('show', identity)['note'], '')
    home.run('redo')
    equal(home.json('show', identity)['note'], 'first')
    home.run('redo')
    equal(home.json('show', identity)['note'], 'second')
    home.refuse('redo')
    equal(home.json('history', '--limit=1')[0]['title'], 'Did again: Changed contact “Ewa Lis”')


def undo_of_one(home):
    """undo EDIT takes back one of many, unless something stands on it."""
    identity = home.new('name=Ewa')
    note = home.run('set', identity, 'note=x').split()[1]
    home.run('set', identity, 'nickname=y')
    home.run('undo', note)
    contact = home.json('show', identity)
    equal((contact['note'], contact['nickname']), ('', 'y'))
    home.refuse('undo', note)
    first = home.run('set', identity, 'note=1').split()[1]
    home.run('set', identity, 'note=2')
    contains(home.refuse('undo', first), 'changed')
    equal(home.json('show', identity)['note'], '2')


def the_day(home):
    """--day decides about states."""
    contract = home.new('title=Umowa', 'party+=self:A', 'start_on=2026-01-01', 'end_on=2026-12-31', kind='contract')
    home.run('act', contract, 'sent', 'on=2025-12-01')
    home.run('act', contract, 'signed', 'on=2025-12-02')
    for day, state in [('2025-11-30', 'draft'), ('2025-12-01', 'sent'), ('2025-12-31', 'signed'),
                       ('2026-12-31', 'active'), ('2027-01-01', 'expired')]:
        equal(home.json('--day=' + day, 'show', contract)['state'], state)
        equal(home.json('--day=' + day, 'list', 'contracts')[0]['state'], state)


def samples(home):
    """sample fills an empty store, and only an empty one."""
    for sample, name in [('pl', 'Piekarnia Pod Gwoździem s.c.'), ('id', 'SMA Tunas Cakrawala')]:
        store = home.path / (sample + '.db')
        home.run('sample', sample, store=store)
        contains(home.run('list', 'contacts', store=store), name)
        assert len(home.json('list', 'contracts', store=store)) >= 8
        home.refuse('sample', sample, store=store)
        home.run('check', store=store)


def generated(home):
    """generate makes as many as were asked for, in edits of their own."""
    home.run('generate', '--contacts=300', '--seed=5')
    equal(len(home.json('list', 'contacts')), 300)
    equal(home.json('history')[0]['verb'], 'generate')
    contacts = [home.json('show', row['id']) for row in home.json('list', 'contacts')]
    assert 20 <= sum(bool(contact['activities']) for contact in contacts) <= 100
    numbers = [number for contact in contacts for number in contact['identifiers']]
    equal(sorted({number['kind'] for number in numbers}), ['krs', 'nib'])
    equal(len({number['value'] for number in numbers}), len(numbers))
    assert {len(number['value']) for number in numbers} == {10, 13}, numbers
    assert all(contact['kind'] == 'organisation' for contact in contacts if contact['identifiers'])
    assert 5 <= len(numbers) <= 60, numbers
    home.run('check')


def copies(home):
    """backup and restore, and a check that sees through damage."""
    identity = home.new('name=Ewa')
    home.run('backup', 'copy.db')
    equal((home.path / 'copy.db').stat().st_mode & 0o777, 0o600)
    home.run('set', identity, 'note=later')
    home.run('restore', 'copy.db')
    equal(home.json('show', identity)['note'], '')
    contains(home.run('check'), 'ok\t')
    home.write('bad.db', 'not a store')
    home.refuse('restore', 'bad.db')
    home.refuse('restore', 'missing.db')
    equal(home.json('show', identity)['note'], '')


main([shape_of_a_contact, names_and_greetings, sorting_by_family_name, shape_of_a_contract, paths_of_json_are_paths_of_set, lists, trash, archive, acts_are_refused,
      own_fields, official_numbers, business, unknown_ids, rules_of_connections, fields_with_one_value, history_and_undo, undo_of_one, the_day, samples, generated, copies])
