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


main([lists, strangers, planted, usage])
