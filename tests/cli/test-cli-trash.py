# SPDX-License-Identifier: GPL-3.0-or-later
"""The trash by the command line: restored with everything, emptied without a trace."""

from cli import contains, equal, main

NAME, NOTE, PHONE = 'Zygfryd Qwertowicz', 'plugh-xyzzy', '700 123 987'


def everything(home):
    """Somebody with everything that can belong to a contact."""
    firm = home.new('name=Firma', 'kind=organisation')
    identity = home.new('name=' + NAME, 'phone+=' + PHONE, 'mail+=z@example.com', 'url+=https://example.com',
                        'birthday=--02-29', 'nickname=Zyga', 'note=' + NOTE, 'tags+=VIP', 'tags+=targi',
                        'address+=ul. Wzorcowa 3;Kraków;31-019;małopolskie;PL;home', 'affiliations+=%s|prezes' % firm)
    return identity, firm


def restored_with_everything(home):
    """What comes back from the trash has all that belonged to it, and is found by it."""
    identity, firm = everything(home)
    contract = home.new('title=Obsługa', 'number=U/1', 'party+=' + identity, kind='contract')
    shown = {one: home.json('show', one) for one in (identity, firm, contract)}
    for trashed in (identity, contract):
        home.run('trash', trashed)
        equal([row['id'] for row in home.json('list', 'contacts', '--search=' + NOTE)],
              [] if trashed == identity else [identity])
        home.run('untrash', trashed)
        for one, before in shown.items():
            equal(home.json('show', one), before)
    equal([row['id'] for row in home.json('list', 'contacts', '--search=700123987')], [identity])
    home.run('check')


def undone_and_restored(home):
    """A contact whose making was taken back is in the trash, and comes back with everything as well."""
    home.new('name=Firma', 'kind=organisation')
    home.new('name=Ewa', 'tags+=VIP', 'tags+=targi')
    path = home.write('z.vcf', 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:%s\r\nTEL:%s\r\nNOTE:%s\r\nCATEGORIES:VIP,targi\r\n'
                      'ADR:;;Wzorcowa 3;Kraków;;31-019;PL\r\nORG:Firma\r\nX-ODD:1\r\nEND:VCARD\r\n' % (NAME, PHONE, NOTE))
    edit = home.json('import', path)['edit']
    identity = home.json('list', 'contacts', '--search=qwertowicz')[0]['id']
    before = home.json('show', identity)
    home.run('undo', edit)
    equal(home.json('list', 'contacts', '--search=qwertowicz'), [])
    home.run('untrash', identity)
    equal(home.json('show', identity), before)
    home.run('check')


def bytes_of(home):
    return b''.join(path.read_bytes() for path in home.path.glob('store.db*'))


def emptied(home):
    """What was in the trash is nowhere any more, and the rest is as it was."""
    identity, firm = everything(home)
    other = home.new('name=Anna Nowak', 'phone+=512 345 678')
    home.run('set', identity, 'note=%s again' % NOTE)
    home.run('undo')
    shown = home.json('show', other)
    home.run('trash', identity)
    for word in (NAME, NOTE, PHONE):
        assert word.encode() in bytes_of(home), 'expected %s in the store to begin with' % word
    equal(home.run('empty-trash', '--dry-run'), 'removed\t1\n')
    equal(len(home.json('list', 'trash')), 1)
    equal(home.run('empty-trash'), 'removed\t1\n')
    equal(home.run('empty-trash'), 'removed\t0\n')
    for word in (NAME, 'Qwertowicz', 'qwertowicz', NOTE, PHONE, '700123987', 'z@example.com'):
        assert word.encode() not in bytes_of(home), 'expected %s to be gone from the store' % word
    equal(home.json('list', 'trash'), [])
    equal(home.json('show', other), shown)
    equal(home.json('show', firm)['affiliations'], [])
    contains(home.refuse('show', identity), identity)
    home.run('check')


def emptied_is_final(home):
    """Nothing that tells of who was removed can be taken back; the history says so."""
    identity, _ = everything(home)
    home.run('trash', identity)
    home.run('empty-trash')
    lines = home.run('history').splitlines()
    contains(lines[0], 'Emptied the trash')
    contains(lines[1], 'partly erased, cannot be undone')
    for line in lines[:2]:
        contains(home.refuse('undo', line.split('\t')[0]), 'cannot be taken back')
    home.refuse('untrash', identity)
    home.run('undo')  # what is left: the organisation
    equal(home.json('list', 'contacts'), [])
    home.run('check')


def named_ones_stay(home):
    """Who is named by somebody outside of the trash stays, and is told."""
    identity, firm = everything(home)
    contract = home.new('title=Szkic', 'party+=' + identity, kind='contract')
    home.run('trash', identity, firm)
    equal(sorted(home.run('empty-trash').splitlines()),
          sorted(['removed\t0', 'kept\t%s\tnamed by %s' % (identity, contract), 'kept\t%s\tnamed by %s' % (firm, identity)]))
    equal({row['id'] for row in home.json('list', 'trash')}, {identity, firm})
    home.run('trash', contract)
    equal(home.run('empty-trash'), 'removed\t3\n')
    home.run('check')


main([restored_with_everything, undone_and_restored, emptied, emptied_is_final, named_ones_stay])
