# SPDX-License-Identifier: GPL-3.0-or-later
"""print: what stands on the paper, read back from the PDF file."""

import base64
import os
import re
import stat
import struct
import subprocess
import zlib

from cli import contains, equal, main

MARGIN = 56.7
FOOT = re.compile(r'Page (\d+) of (\d+)')


def pdf(home, tool, *options, to=None):
    """What one of poppler's tools says of the file."""
    words = [tool, *options, str(home.path / 'out.pdf'), *([to] if to else [])]
    done = subprocess.run(words, capture_output=True, timeout=60, check=True)
    return done.stdout.decode('utf-8')


def pages(home):
    """The lines of each page, as they are read, without the foot."""
    text = pdf(home, 'pdftotext', '-layout', to='-')
    found = []
    for number, page in enumerate(text.split('\f')[:-1], 1):
        lines = [' '.join(line.split()) for line in page.splitlines() if line.strip()]
        foot = FOOT.search(lines[-1])
        equal(int(foot[1]), number)
        found.append(lines[:-1])
    equal(int(foot[2]), len(found))
    return found


def printed(home, contact, *options):
    home.run('print', contact, 'out.pdf', *options)
    return [line for page in pages(home) for line in page]


def fill(home):
    """A person of whom everything is known."""
    jan = home.new('name=Jan Lis')
    home.run('set', 'business', 'country=PL', 'currency=PLN')
    home.run('set', 'business', 'personal_numbers=yes')
    home.new('name=Kursy', 'type=choices', 'choices+=Angielski', 'choices+=Polski', kind='own_field')
    home.new('name=Czynsz', 'type=money', kind='own_field')
    staff = home.new('name=Ola Wrona', kind='staff_member')
    ewa = home.new(
        'name=dr Ewa Lis', 'address_form=pani', 'phone+=+48 512 345 678', 'points.0.label=cell', 'points.0.preferred=yes',
        'mail+=ewa@example.com', 'address+=ul. Przykładowa', 'addresses.0.house=7/3', 'addresses.0.postcode=31-019',
        'addresses.0.city=Kraków', 'nip=5260001246', 'pesel=44051401359', 'identifiers.1.label=umowa', 'affiliations+=Pracownia Śliwa|właścicielka',
        'affiliations.0.from=2020-01-01', 'affiliations+=Stary Młyn|kelnerka', 'affiliations.1.from=2010-05-01',
        'affiliations.1.to=2012-06-30', 'birthday=--03-05', 'anniversary=2015-06-20', 'manager=' + staff, 'tags+=VIP',
        'tags+=pilne', 'own.Kursy=Angielski; Polski', 'own.Czynsz=1200', 'relations+=Jan Lis|sibling',
        'note=Pierwsza linia\n  - wcięta\n<b>nie pogrubiona</b> & koniec')
    home.run('new', 'contact', 'kind=household', 'name=Państwo Lisowie', 'household+=' + ewa, 'household+=' + jan)
    home.new('title=Obsługa księgowa', 'number=3/2026', 'start_on=2026-01-01', 'end_on=2026-12-31', 'party+=' + ewa,
             kind='contract')
    return ewa


def whole_card(home):
    """All that a card says is on the paper."""
    lines = printed(home, fill(home), '--personal-numbers')
    for line in ('dr Ewa Lis', 'właścicielka · Pracownia Śliwa', 'Phone · mobile +48 512 345 678 · preferred',
                 'Email ewa@example.com', 'Address ul. Przykładowa 7/3', '31-019 Kraków',
                 'NIP · Polish tax number 526-000-12-46', 'Organizations',
                 'Pracownia Śliwa · właścicielka · since 1 January 2020',
                 'Stary Młyn · kelnerka · 1 May 2010 – 30 June 2012', 'Relations', 'Sibling Jan Lis', 'Household',
                 'Name on letters Państwo Lisowie', 'Who Lives Here Jan Lis', 'Details', 'Birthday 5 March',
                 'Anniversary 20 June 2015', 'Account manager Ola Wrona', 'Form of address Pani', 'Kursy Angielski, Polski',
                 'Contracts', 'Note', 'Pierwsza linia', '- wcięta', '<b>nie pogrubiona</b> & koniec'):
        assert line in lines, 'expected %r on the paper, found %r' % (line, lines)
    for part in ('Tags', 'VIP', 'pilne', '1,200.00', 'Obsługa księgowa · 3/2026 · until 31 December 2026 · draft', '44051401359'):
        contains('\n'.join(lines), part)
    equal(stat.S_IMODE(os.stat(home.path / 'out.pdf').st_mode), 0o600)
    contains(pdf(home, 'pdfinfo'), 'Title:           dr Ewa Lis · 22 November 2026')


def organisation(home):
    """Under the name of an organisation stands whom to ask for."""
    home.new('name=Ewa Lis', 'affiliations+=Pracownia|szefowa')
    firm = [record['id'] for record in home.json('list', 'contacts') if record['name'] == 'Pracownia'][0]
    equal(printed(home, firm), ['Pracownia', 'Ewa Lis · szefowa', 'People', 'Ewa Lis · szefowa'])


def ended(home):
    """Where somebody belonged once stands among the organisations, and not under their name."""
    ewa = home.new('name=Ewa', 'affiliations+=Pracownia|szefowa', 'affiliations.0.to=2026-11-22')
    equal(printed(home, ewa), ['Ewa', 'Organizations', 'Pracownia · szefowa · until 22 November 2026'])


def in_trash(home):
    """Those whom a card names while they are in the trash are said to be there; contracts in the trash are not shown."""
    ewa = home.new('name=Ewa', 'affiliations+=Pracownia|szefowa', 'relations+=Jan|sibling')
    ids = {record['name']: record['id'] for record in home.json('list', 'contacts')}
    home.new('kind=household', 'name=Dom', 'household+=' + ewa, 'household+=' + ids['Jan'])
    kept = home.new('title=Umowa', 'number=7', 'party+=' + ewa, kind='contract')
    thrown = home.new('title=Stara umowa', 'party+=' + ewa, kind='contract')
    for contact in (ids['Pracownia'], ids['Jan'], thrown):
        home.run('trash', contact)
    equal(printed(home, ewa),
          ['Ewa', 'szefowa · Pracownia', 'Organizations', 'Pracownia · szefowa · in trash', 'Relations',
           'Sibling Jan · in trash', 'Household', 'Name on letters Dom', 'Who Lives Here Jan · in trash',
           'Contracts', 'Umowa · 7 · no end date · draft'])
    home.run('trash', kept)
    home.run('trash', ewa)
    lines = printed(home, ewa)
    assert 'Contracts' not in lines, lines
    contains(lines[2], 'In the trash since ')


def timeline(home):
    """What happened with somebody is on the paper, the newest first, with all that was said."""
    home.new('name=Ola Wrona', kind='staff_member')
    ewa = home.new('name=Ewa', 'activity+=call|out|2026-11-20|09:40|Rabat|Ola Wrona',
                   'activities.0.note=dwie\nlinie', 'activity+=mail|in|2026-11-22')
    equal(printed(home, ewa), ['Ewa', 'Timeline', '22 November 2026 Email received',
                               '20 November 2026, 09:40 Outgoing call · Rabat · Ola Wrona', 'dwie', 'linie'])


def foreign_data(home):
    """What an address book said besides is on the paper; what is endless is cut."""
    card = '\r\n'.join(['BEGIN:VCARD', 'VERSION:4.0', 'FN:Ewa', 'X-SHOE-SIZE:38',
                        'X-SONG:' + 'z' * 300000, 'END:VCARD', ''])
    ewa = home.json('import', home.write('card.vcf', card))['records'][0]['id']
    lines = printed(home, ewa)
    equal(lines[:3], ['Ewa', 'Other Imported Data', 'X-SHOE-SIZE 38'])
    equal(''.join(lines[3:]).replace('X-SONG ', ''), 'z' * 499 + '\u2026')


def personal_numbers(home):
    """Numbers of natural persons: masked, in full when asked for, none where the business keeps none."""
    ewa = fill(home)
    text = '\n'.join(printed(home, ewa))
    contains(text, '•1359')
    assert '44051401359' not in text
    home.run('set', 'business', 'personal_numbers=no')
    text = '\n'.join(printed(home, ewa, '--personal-numbers'))
    assert 'PESEL' not in text and '1359' not in text, text


def paper(home):
    """The paper is A4 unless it is to be Letter."""
    ewa = home.new('name=Ewa')
    home.run('print', ewa, 'out.pdf')
    contains(pdf(home, 'pdfinfo'), '(A4)')
    home.run('print', ewa, 'out.pdf', '--paper=letter')
    contains(pdf(home, 'pdfinfo'), '(letter)')


def no_line_is_cut(home):
    """Pages end between lines: each is there once, in order, whole, and within the margins."""
    phones = ['phone+=+48 512 345 %03d' % n for n in range(130)]
    note = '\n'.join('line %d %s' % (n, 'word ' * (n % 40)) for n in range(300))
    ewa = home.new('name=Ewa', 'note=' + note, *phones)
    for size in ('a4', 'letter'):
        lines = printed(home, ewa, '--paper=' + size)
        text = ' '.join(lines)
        equal(re.findall(r'\+48 512 345 (\d+)', text), ['%03d' % n for n in range(130)])
        equal(re.findall(r'line (\d+)', text), ['%d' % n for n in range(300)])
        equal(text.count('word'), sum(n % 40 for n in range(300)))
        assert len(pages(home)) > 5
        assert all('Note' != page[-1] for page in pages(home)), 'a title alone at the foot of a page'
        boxes = pdf(home, 'pdftotext', '-bbox', to='-')
        for page in boxes.split('<page ')[1:]:
            width, height = (float(value) for value in re.search(r'width="([\d.]+)" height="([\d.]+)"', page).groups())
            words = [[float(value) for value in found]
                     for found in re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"', page)]
            for left, top, right, bottom in words:
                assert left >= MARGIN - 2 and right <= width - MARGIN + 2, (left, right)
                assert top >= MARGIN - 4 and bottom <= height - MARGIN + 4, (top, bottom)
            rows = sorted({(top, bottom) for _, top, _, bottom in words if bottom < height - MARGIN - 14})
            assert all(bottom <= height - MARGIN - 20 for _, bottom in rows), 'a line in the foot of the page'


def hostile_texts(home):
    """Endless words, directions, emoji and markup are printed as what they are."""
    name = '<b>Zoë</b> & \u202eevil 😀 ' + 'n' * 900
    note = 'x' * 10000 + '\nعلي (abc)\n👩‍👩‍👧\n\u200b\u2066\n' + '\u0301' * 500 + '\n\n\n'
    ewa = home.new('name=' + name, 'note=' + note, 'phone+=+48 512 345 678',
                   'points.0.label=' + 'label ' * 100)
    text = ''.join(printed(home, ewa)).replace(' ', '')
    equal(text.count('x') >= 10000, True)
    equal(text.count('n') >= 900, True)
    contains(text, '<b>Zoë</b>&\ufffdevil')
    equal(text.count('label'), 100)
    contains(text, 'abc')
    assert any(word in text for word in ('علي', 'ﻲﻠﻋ', 'يلع')), ascii(text[-200:])


def png(width, height):
    def chunk(kind, data):
        return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))

    return b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', width, height, 8, 2, 0, 0, 0)) \
        + chunk(b'IDAT', zlib.compress((b'\0' + b'\xcc\0\0' * width) * height)) + chunk(b'IEND', b'')


def photo(home):
    """The photo stands at the top of the first page; one that is none is left out."""
    for n, (content, n_pictures) in enumerate(((png(60, 30), 1), (b'\x89PNG\r\n\x1a\n damaged', 0),
                                               (png(10, 40000), 0))):
        card = '\r\n'.join(['BEGIN:VCARD', 'VERSION:3.0', 'FN:Ewa %d' % n,
                            'PHOTO;ENCODING=b;TYPE=PNG:' + base64.b64encode(content).decode(), 'END:VCARD', ''])
        contact = home.json('import', home.write('card.vcf', card))['records'][0]['id']
        assert home.json('show', contact)['photo'], 'the picture to be kept'
        home.run('print', contact, 'out.pdf')
        equal(len(pdf(home, 'pdfimages', '-list').splitlines()) - 2, n_pictures)


def foot_names_anybody(home):
    """The foot says whom the page is of, in any direction of writing, and has nothing in place of a character."""
    for name in ('\u0639\u0644\u064a \u062d\u0633\u0646', 'Ewa Lis'):
        home.run('print', home.new('name=' + name), 'out.pdf')
        foot = [line for line in pdf(home, 'pdftotext', '-layout', to='-').splitlines() if FOOT.search(line)][0]
        contains(foot, 'November 2026')
        assert '\ufffd' not in foot, ascii(foot)
    contains(foot, 'Ewa Lis \u00b7 22 November 2026')


def long_note(home):
    """A note of many lines is laid out in pieces, and is on the paper whole and in order."""
    card = '\r\n'.join(['BEGIN:VCARD', 'VERSION:4.0', 'FN:Ewa',
                        'NOTE:' + '\\n'.join('line %d' % n for n in range(24000)), 'END:VCARD', ''])
    home.run('print', home.json('import', home.write('card.vcf', card))['records'][0]['id'], 'out.pdf')
    equal(re.findall(r'line (\d+)', pdf(home, 'pdftotext', to='-')), ['%d' % n for n in range(24000)])


def refusals(home):
    """What cannot be printed, or not there, is said, and a file that was there stays."""
    ewa = home.new('name=Ewa')
    contract = home.new('title=Umowa', kind='contract')
    contains(home.refuse('print', ewa, 'out.txt', status=2), 'does not end in .pdf')
    contains(home.refuse('print', ewa, 'out.pdf', '--paper=a5', status=2), 'a4 or letter')
    contains(home.refuse('print', 'ewa', 'out.pdf', status=2), 'is not an id')
    kept = home.write('out.pdf', 'kept')
    home.refuse('print', '12345', 'out.pdf')
    home.refuse('print', contract, 'out.pdf')
    equal(kept.read_text(), 'kept')
    contains(home.refuse('print', ewa, 'nowhere/out.pdf'), 'nowhere')


main([whole_card, organisation, ended, in_trash, timeline, foreign_data, personal_numbers, paper,
      no_line_is_cut, hostile_texts, photo, foot_names_anybody, long_note, refusals])
