# SPDX-License-Identifier: GPL-3.0-or-later
"""Tags, staff, account managers and segments by the command line."""


import csv
import io
from cli import contains, equal, main


def manager(home):
    """manager= takes the name or id of somebody on the staff, and shows the name."""
    kamil = home.new('name=Kamil Wróbel', 'mail=kamil@example.com', kind='staff_member')
    contact = home.new('name=Ewa Śliwa', 'manager=kamil wrobel')
    equal(home.json('show', contact)['manager'], 'Kamil Wróbel')
    contains(home.run('show', contact), 'manager=Kamil Wróbel\n')
    home.run('set', contact, 'manager=')
    equal(home.json('show', contact)['manager'], '')
    home.run('set', contact, 'manager=' + kamil)
    equal(home.json('show', contact)['manager'], 'Kamil Wróbel')
    contains(home.refuse('set', contact, 'manager=Zenon'), 'Zenon')
    home.run('undo')
    equal(home.json('show', contact)['manager'], '')


def deputy(home):
    """deputy= is somebody else than the manager; they are found and handed over like them."""
    kamil = home.new('name=Kamil', kind='staff_member')
    iga = home.new('name=Iga', kind='staff_member')
    ewa = home.new('name=Ewa', 'manager=Kamil', 'deputy=iga')
    jan = home.new('name=Jan', 'manager=Iga', 'deputy=Kamil')
    home.new('name=Ola', 'manager=Kamil')
    equal([home.json('show', ewa)[role] for role in ('manager', 'deputy')], ['Kamil', 'Iga'])
    contains(home.run('show', ewa), 'deputy=Iga\n')
    contains(home.refuse('set', ewa, 'deputy=Kamil'), 'Kamil')
    contains(home.refuse('set', ewa, 'manager=Iga'), 'Iga')
    home.run('set', ewa, 'manager=Iga', 'deputy=Kamil')
    home.run('undo')
    equal([one['name'] for one in home.json('list', 'contacts', '--search=deputy:iga')], ['Ewa'])
    equal([one['name'] for one in home.json('list', 'contacts', '--search=-deputy:*')], ['Ola'])
    equal([one['contacts'] for one in home.json('list', 'staff')], [2, 3])
    home.refuse('hand-over', 'Iga', ewa, '--of=Kamil', '--deputy', status=2)
    contains(home.run('hand-over', 'Kamil', ewa, '--deputy', '--dry-run'), 'refused\t1\n')
    home.run('hand-over', iga, '--of=' + kamil)
    shown = [home.json('show', one) for one in (ewa, jan)]
    equal([[one['manager'], one['deputy'], one['activities'][0]['channel'], one['activities'][0]['subject']]
           for one in shown], [['Iga', '', 'handover', 'Kamil → Iga'], ['Iga', '', 'deputy', 'Kamil → —']])
    home.run('hand-over', kamil, jan, '--deputy')
    equal(home.json('show', jan)['deputy'], 'Kamil')
    equal(home.json('history')[0]['title'], 'Changed the deputy for contacts')
    home.refuse('trash', kamil)
    home.run('set', jan, 'deputy=')
    home.run('trash', kamil)
    home.run('check')


def staff(home):
    """Staff members are made, set, listed and removed like any record."""
    kamil = home.new('name=Kamil', kind='staff_member')
    iga = home.new('name=Iga', kind='staff_member')
    equal(home.run('list', 'staff'), '%s\tIga\n%s\tKamil\n' % (iga, kamil))
    home.new('name=Ewa', 'manager=Kamil')
    equal(home.json('list', 'staff'),
          [{'id': iga, 'name': 'Iga', 'mail': '', 'active': True, 'contacts': 0},
           {'id': kamil, 'name': 'Kamil', 'mail': '', 'active': True, 'contacts': 1}])
    home.run('set', iga, 'active=false')
    equal(home.json('show', iga)['active'], False)
    home.refuse('trash', kamil)
    home.run('trash', iga)
    equal(home.run('list', 'staff'), '%s\tKamil\n' % kamil)
    home.run('untrash', iga)
    equal(len(home.json('list', 'staff')), 2)


def hand_over(home):
    """Contacts go to somebody else, those named, found or of somebody; each gets the note as an activity."""
    kamil = home.new('name=Kamil', kind='staff_member')
    iga = home.new('name=Iga', kind='staff_member')
    ids = [home.new('name=Ewa %d' % n) for n in range(4)]
    contains(home.refuse('hand-over', 'Zenon', ids[0]), 'Zenon')
    home.refuse('hand-over', 'Kamil', status=2)
    home.refuse('hand-over', 'Kamil', ids[0], '--of=Iga', status=2)
    equal(home.run('hand-over', 'kamil', '--search=ewa', '--note= urlop ', '--dry-run'),
          'change\t4\nsame\t0\nrefused\t0\n')
    equal(home.json('show', ids[0])['manager'], '')
    home.run('hand-over', 'kamil', '--search=ewa', '--note= urlop ')
    equal([home.json('show', one)['manager'] for one in ids], ['Kamil'] * 4)
    home.run('hand-over', iga, ids[1], ids[2])
    edit = home.run('hand-over', '-', '--of=' + kamil, '--note=odchodzi').strip()
    equal([home.json('show', one)['manager'] for one in ids], ['', 'Iga', 'Iga', ''])
    activities = [[(each['channel'], each['subject'], each['note']) for each in home.json('show', one)['activities']]
                  for one in ids[:2]]
    equal(activities, [[('handover', 'Kamil → —', 'odchodzi'), ('handover', '— → Kamil', 'urlop')],
                       [('handover', 'Kamil → Iga', ''), ('handover', '— → Kamil', 'urlop')]])
    home.run('undo', edit)
    equal([home.json('show', one)['manager'] for one in ids], ['Kamil', 'Iga', 'Iga', 'Kamil'])
    equal(len(home.json('show', ids[0])['activities']), 1)
    equal(home.json('history')[1]['title'], 'Handed over contacts')
    home.run('set', kamil, 'active=no')
    contains(home.refuse('hand-over', 'Kamil', ids[1]), 'Kamil')


def own_field_in_searches(home):
    """A field of the business is a key of --search wherever contacts are searched for."""
    kamil = home.new('name=Kamil', kind='staff_member')
    home.new('name=Metraż', 'type=number', kind='own_field')
    ewa = home.new('name=Ewa', 'own.Metraż=50')
    jan = home.new('name=Jan', 'own.Metraż=60')
    equal(home.run('list', 'contacts', '--search=metraz:50'), '%s\tEwa\n' % ewa)
    home.run('export', 'out.csv', '--search=metraz:50')
    rows = list(csv.DictReader(io.StringIO((home.path / 'out.csv').read_text(encoding='utf-8'))))
    equal([row['Name'] for row in rows], ['Ewa'])
    home.run('hand-over', kamil, '--search=metraz:50')
    equal([home.json('show', one)['manager'] for one in (ewa, jan)], ['Kamil', ''])


def tags(home):
    """Tags are records too: their names and colours are set, deleting one hides it everywhere."""
    contact = home.new('name=Ewa', 'tags+=vip', 'tags+=targi')
    listed = {row['name']: row for row in home.json('list', 'tags')}
    equal(sorted(listed), ['targi', 'vip'])
    equal(listed['vip']['contacts'], 1)
    home.run('set', listed['vip']['id'], 'name=VIP', 'colour=red')
    equal(home.json('show', contact)['tags'], ['VIP', 'targi'])
    equal(home.json('show', listed['vip']['id'])['colour'], 'red')
    home.refuse('set', listed['vip']['id'], 'colour=pink')
    home.run('trash', listed['vip']['id'])
    equal(home.json('show', contact)['tags'], ['targi'])
    home.run('undo')
    equal(home.json('show', contact)['tags'], ['VIP', 'targi'])


def merge_tags(home):
    """The contacts of one tag get another, once each, and so do the segments; one undo takes it back."""
    both = home.new('name=Ewa', 'tags+=vip', 'tags+=ważni')
    one = home.new('name=Jan', 'tags+=vip')
    segment = home.new('name=S', 'query=contacts filter=tag=vip', kind='segment')
    home.refuse('merge-tags', 'vip', 'VIP', status=2)
    contains(home.refuse('merge-tags', 'vip', 'targi'), 'targi')
    edit = home.run('merge-tags', 'vip', 'ważni').strip()
    equal([home.json('show', each)['tags'] for each in (both, one)], [['ważni'], ['ważni']])
    contains(home.json('show', segment)['query'], 'tag=ważni')
    equal([(row['name'], row['contacts']) for row in home.json('list', 'tags')], [('ważni', 2)])
    home.run('undo', edit)
    equal([home.json('show', each)['tags'] for each in (both, one)], [['vip', 'ważni'], ['vip']])
    contains(home.json('show', segment)['query'], 'tag=vip')


def categories_stay(home):
    """Tags go out as CATEGORIES and come back as the same tags."""
    home.new('name=Ewa Śliwa', 'phone+=512 345 678', 'tags+=vip', 'tags+=targi')
    out = home.path / 'out.vcf'
    home.run('export', out)
    contains(out.read_text(), 'CATEGORIES:vip,targi')
    other = home.path / 'other.db'
    home.run('import', out, store=other)
    equal(sorted(row['name'] for row in home.json('list', 'tags', store=other)), ['targi', 'vip'])


def segments(home):
    """Segments keep their order and refuse what is no query."""
    first = home.new('name=Anny', 'query=contacts search=anna', kind='segment')
    second = home.new('name=Wszyscy', 'query=contacts', kind='segment')
    equal(home.run('list', 'segments'), '%s\tAnny\n%s\tWszyscy\n' % (first, second))
    equal(home.json('show', first)['query'], 'contacts order=name filter=words=anna')
    home.refuse('new', 'segment', 'name=x', 'query=nonsense')


def segments_in_queries(home):
    """A segment is a condition like any other, also of another segment, and never of itself."""
    anna = home.new('name=Anna Lis', 'tags+=vip')
    ewa = home.new('name=Ewa Lis')
    home.new('name=Jan Kos')
    lis = home.new('name=Lisy', 'query=contacts search=lis', kind='segment')
    home.new('name=Ważne lisy', 'query=contacts filter=all(segment=Lisy,tag=vip)', kind='segment')
    equal(home.run('list', 'contacts', '--segment=lisy'), '%s\tAnna Lis\n%s\tEwa Lis\n' % (anna, ewa))
    equal(home.run('list', 'contacts', '--segment=' + lis, '--search=-anna'), '%s\tEwa Lis\n' % ewa)
    equal(home.run('list', 'contacts', '--segment=Ważne lisy'), '%s\tAnna Lis\n' % anna)
    equal(home.run('list', 'contacts', '--search=segment:lisy -segment:ważne'), '%s\tEwa Lis\n' % ewa)
    equal(home.run('list', 'contacts', '--search=segment:żaden'), '')
    contains(home.refuse('list', 'contacts', '--segment=żaden'), 'żaden')
    home.refuse('list', 'contracts', '--segment=lisy', status=2)
    home.refuse('set', lis, 'query=contacts filter=segment=lisy')
    home.refuse('set', lis, 'query=contacts filter=not(any(tag=x,segment=ważne%20lisy))')
    out = home.path / 'out.csv'
    home.run('export', out, '--segment=Ważne lisy')
    contains(out.read_text(), 'Anna')
    equal('Ewa' in out.read_text(), False)


main([manager, deputy, staff, hand_over, own_field_in_searches, tags, merge_tags, categories_stay, segments,
      segments_in_queries])
