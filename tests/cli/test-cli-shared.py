# SPDX-License-Identifier: GPL-3.0-or-later
"""The truths of public address books, where they have been laid beside the project."""

import glob

from cli import SHARED, Skip, contains, equal, main, shared

# How many people each file holds, checked by other means.
PEOPLE = [
    ('vcard/ez-vcard/John_Doe_ANDROID.vcf', 6), ('vcard/ez-vcard/John_Doe_GMAIL.vcf', 1),
    ('vcard/ez-vcard/John_Doe_MAC_ADDRESS_BOOK.vcf', 1), ('vcard/ez-vcard/outlook-2003.vcf', 1),
    ('vcard/folkerkinzel/LargeFile.vcf', 1000), ('vcard/folkerkinzel/v4.vcf', 2),
    ('vcard/folkerkinzel/German.vcf', 1), ('vcard/folkerkinzel/Greek.vcf', 1),
    ('vcard/aosp/v21_multiple_entry.vcf', 3), ('vcard/aosp/v30_japanese.vcf', 1),
    ('vcard/horde-turba/export_21.vcf', 1), ('vcard/roundcube/apple.vcf', 1), ('thunderbird/export.csv', 2),
    ('thunderbird/utf16_addressbook.csv', 1), ('csv/roundcube/gmail.csv', 1), ('csv/rolomind/google.csv', 4),
    ('csv/salesking/google_outlook_test.csv', 2), ('csv/linkedin-labeldekho/Connections.csv', 10),
    ('csv/us-500/us-500.csv', 500), ('csv/northwind/customers.csv', 91), ('csv/mautic/fakeleaddata.csv', 54),
]


def imported(home, path):
    report = home.json('import', shared(*path.split('/')))
    equal(report['read'], sum(report[result] for result in ('new', 'changed', 'same', 'doubtful', 'refused')))
    return report


def first(home, report, number=0):
    return home.json('show', report['records'][number]['id'])


def counts(home):
    """Every file has as many people as it has."""
    for path, people in PEOPLE:
        report = home.json('import', '--dry-run', shared(*path.split('/')))
        equal((path, report['read'], report['refused']), (path, people, 0))


def customers(home):
    """10,000 customers of 9,926 names, in a couple of seconds, twice."""
    report = imported(home, 'csv/datablist/customers-10000.csv')
    equal((report['read'], report['refused']), (10000, 0))
    equal(report['new'] + report['doubtful'], 10000)
    equal(first(home, report)['name'], 'Heather Callahan')
    again = imported(home, 'csv/datablist/customers-10000.csv')
    equal((again['new'], again['changed'], again['edit']), (0, 0, ''))
    home.run('undo', report['edit'])
    equal(home.json('list', 'contacts'), [])


def gmail(home):
    """A card of Google, with its labelled extras."""
    contact = first(home, imported(home, 'vcard/ez-vcard/John_Doe_GMAIL.vcf'))
    equal((contact['given'], contact['family'], contact['prefix'], contact['suffix'], contact['birthday']),
          ('John', 'Doe', 'Mr.', 'Sr.', '1980-03-22'))
    equal(contact['anniversary'], '1975-03-01')
    values = {point['value'] for point in contact['points']}
    for value in ('john.doe@ibm.com', '905-555-1234', '905-666-1234', 'http://www.ibm.com'):
        assert value in values, (value, values)


def charsets(home):
    """Names in windows-1252, windows-1253 and Shift-JIS."""
    for path, name in [('vcard/folkerkinzel/German.vcf', 'Sören Täve Nüßlebaum'),
                       ('vcard/folkerkinzel/Greek.vcf', 'Βαγγέλης'),
                       ('vcard/aosp/v21_multiple_entry.vcf', '安藤ロイド3')]:
        equal(first(home, imported(home, path))['name'].replace(' ', ''), name.replace(' ', ''))


def invalid_birthday(home):
    """A birthday in month 31 does not lose the card."""
    report = imported(home, 'vcard/folkerkinzel/v4.vcf')
    contact = first(home, report, 1)
    equal(len([point for point in contact['points'] if point['kind'] == 'mail']), 4)
    equal(len([point for point in contact['points'] if point['kind'] == 'phone']), 10)
    equal((len(contact['addresses']), contact['birthday']), (2, ''))


def thunderbird(home):
    """A table of Thunderbird, with a line break in a field."""
    report = imported(home, 'thunderbird/export.csv')
    contact = first(home, report, 1)
    equal(contact['name'], 'contact number two')
    contains({point['value'] for point in contact['points']}, 'contact2@invalid')
    contains(contact['note'], "here's some unicode text")


def northwind(home):
    """Customers with their own ids; the text NULL is nothing."""
    report = imported(home, 'csv/northwind/customers.csv')
    equal(report['new'], 91)
    for row in home.json('list', 'contacts', '--search=wolski'):
        assert 'NULL' not in str(home.json('show', row['id']))
    assert home.json('list', 'contacts', '--search=antonio moreno')


def nothing_breaks(home):
    """Every address book is read to its end or refused with a line; nothing crashes; twice is once."""
    files = [path for kind in ('vcard/*/*.vcf', 'csv/*/*.csv', 'thunderbird/*.csv', 'thunderbird/*.vcf')
             for path in glob.glob(str(SHARED / kind)) if 'customers-10000' not in path]
    if not files:
        raise Skip('%s is not here' % SHARED)
    for number, path in enumerate(sorted(files)):
        store = home.path / ('%d.db' % number)
        import subprocess
        done = subprocess.run(home.arguments(('import', path), store), env=home.environment, capture_output=True,
                              timeout=120)
        assert done.returncode in (0, 1), (path, done.returncode, done.stderr)
        if done.returncode == 1:
            assert done.stderr.startswith(b'klientela-cli: '), (path, done.stderr)
            continue
        again = home.json('import', path, store=store)
        equal((path, again['new'], again['changed'], again['edit']), (path, 0, 0, ''))


main([counts, customers, gmail, charsets, invalid_birthday, thunderbird, northwind, nothing_breaks])
