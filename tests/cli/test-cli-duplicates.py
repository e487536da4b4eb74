# SPDX-License-Identifier: GPL-3.0-or-later
"""Contacts that are there twice, by the command line."""

from cli import contains, equal, main


def lists(home):
    """Pairs come with their score and reasons, the likeliest first."""
    anna = home.new('name=Anna Żuk', 'phone+=+48 512 345 678', 'mail+=anna@example.com')
    twin = home.new('name=Zuk Anna', 'phone+=+48512345678', 'mail+=Anna@example.com')
    budi = home.new('name=Budi', 'phone+=512 345 999')
    whole = home.new('name=Budi Santoso', 'phone+=512 345 999')
    equal(home.run('duplicates'),
          '100\t%s\t%s\tAnna Żuk\tZuk Anna\tsame-name,phone,mail\n'
          '55\t%s\t%s\tBudi\tBudi Santoso\tlike-name,phone\n' % (anna, twin, budi, whole))
    equal(home.json('duplicates', '--limit=1'),
          [{'first': {'id': anna, 'name': 'Anna Żuk'}, 'second': {'id': twin, 'name': 'Zuk Anna'},
            'score': 100, 'reasons': ['same-name', 'phone', 'mail']}])
    equal(home.run('duplicates', '--limit=0'), '')
    equal(home.json('duplicates', '--limit=0'), [])


def strangers(home):
    """A family telephone and an office's mail make nobody a duplicate."""
    home.new('name=Anna Żuk', 'phone+=512 345 678', 'mail+=biuro@example.com')
    home.new('name=Piotr Żuk', 'phone+=512 345 678', 'mail+=biuro@example.com')
    home.new('name=Ewa Lis', 'mail+=biuro@example.com')
    equal(home.run('duplicates'), '')


def planted(home):
    """Everybody whom generate made twice is found, and is told by generate."""
    pairs = [line.split('\t') for line in
             home.run('generate', '--contacts=2000', '--duplicates=180', '--seed=5').splitlines()]
    equal(len(pairs), 180)
    equal(len({pair[2] for pair in pairs}), 9)
    found = {(pair['first']['id'], pair['second']['id']) for pair in home.json('duplicates')}
    equal([pair for pair in pairs if (pair[0], pair[1]) not in found], [])
    home.run('check')

    other = home.path / 'other.db'
    again = home.json('generate', '--contacts=2000', '--duplicates=180', '--seed=5', store=other)
    equal([pair['difference'] for pair in again], [pair[2] for pair in pairs])
    equal(home.json('show', again[2]['second'], store=other)['name'], home.json('show', pairs[2][1])['name'])


def usage(home):
    """More cannot be there twice than are there."""
    contains(home.refuse('generate', '--contacts=5', '--duplicates=6', status=2), 'duplicates')
    contains(home.refuse('duplicates', '--limit=x', status=2), 'limit')
    equal(home.run('generate', '--contacts=5'), '')
    equal(home.run('generate', '--contacts=5', '--duplicates=0'), '')


def merged(home):
    """Two cards become one with everything, whoever's value was chosen, and two again."""
    anna = home.new('name=Anna Żuk', 'phone+=+48512345678', 'birthday=1980-02-03', 'note=Pierwsza')
    twin = home.new('name=Hanna Żuk', 'phone+=+48 512 345 678', 'mail+=h@example.com', 'birthday=1980-03-02')
    contract = home.new('title=Umowa', 'party+=' + twin, kind='contract')
    before = home.run('export', home.path / 'before.csv') + (home.path / 'before.csv').read_text()
    entry = home.run('merge', anna, twin, 'birthday=' + twin, 'name=' + anna).strip()

    card = home.json('show', anna)
    equal([card['name'], card['birthday']], ['Anna Żuk', '1980-03-02'])
    equal([point['value'] for point in card['points']], ['+48512345678', 'h@example.com'])
    contains(card['note'], 'Pierwsza\n')
    contains(card['note'], 'Hanna Żuk')
    contains(home.run('show', contract), anna)
    equal(home.json('list', 'trash'), [])
    contains(home.run('history'), 'Merged another contact into “Anna Żuk”')
    contains(home.refuse('untrash', twin), 'Anna Żuk')
    equal(home.run('empty-trash'), 'removed\t0\n')

    equal(home.run('unmerge', entry), twin + '\n')
    equal(home.run('export', home.path / 'after.csv') + (home.path / 'after.csv').read_text(), before)
    contains(home.run('show', contract), twin)
    contains(home.refuse('unmerge', twin), 'taken out')
    home.run('undo')
    equal(len(home.json('list', 'contacts')), 1)
    home.run('check')


def unmerged_late(home):
    """What was changed since stays, and is told."""
    anna = home.new('name=Anna Żuk')
    twin = home.new('name=Ania Żuk', 'nickname=Anka', 'phone+=+48512345678')
    home.run('merge', anna, twin)
    home.run('set', anna, 'nickname=Aneczka')
    home.run('unmerge', twin)
    contains(home.messages, 'nickname of contact ' + anna)
    equal(home.json('show', anna)['nickname'], 'Aneczka')
    equal(home.json('show', anna)['points'], [])
    equal(home.json('show', twin)['nickname'], 'Anka')


def distinguished(home):
    """Whoever is not the same is not asked about again, until that is taken back."""
    anna = home.new('name=Anna Żuk')
    twin = home.new('name=Anna Żuk')
    equal(len(home.json('duplicates')), 1)
    home.run('distinguish', twin, anna)
    equal(home.json('duplicates'), [])
    contains(home.run('history', anna), 'Told contact')
    home.run('undo')
    equal(len(home.json('duplicates')), 1)


def merge_usage(home):
    """What cannot be merged is refused in a sentence, and leaves no trace."""
    anna = home.new('name=Anna Żuk')
    firm = home.new('name=Anna Żuk', 'kind=organisation')
    equal(len(home.run('history').splitlines()), 2)
    contains(home.refuse('merge', anna, firm), 'different kinds')
    for words in ((anna, anna), (anna, firm, 'note=' + firm), (anna, firm, 'name=7'), (anna, firm, 'x=' + anna)):
        home.refuse('merge', *words, status=2)
    home.refuse('distinguish', anna, anna, status=2)
    home.refuse('unmerge', anna)
    equal(len(home.run('history').splitlines()), 2)


main([lists, strangers, planted, usage, merged, unmerged_late, distinguished, merge_usage])
