# SPDX-License-Identifier: GPL-3.0-or-later
"""Address books in and out through the window: the preview, the import, taking it back, the export."""

import os
import stat

from harness import App, Offer, check, equal, main, test

CARD = 'BEGIN:VCARD\r\nVERSION:3.0\r\nUID:%s\r\nN:%s;%s;;;\r\nFN:%s %s\r\n%sEND:VCARD\r\n'
JAN = CARD % ('3', 'Żak', 'Jan', 'Jan', 'Żak', 'EMAIL:jan@example.com\r\n')
BOOK = (CARD % ('1', 'Wiśniewska', 'Zofia', 'Zofia', 'Wiśniewska',
                'ORG:Pracownia Łódź\r\nTITLE:Architektka\r\nTEL:+48 601 111 222\r\n')
        + CARD % ('2', 'Santoso', 'Budi', 'Budi', 'Santoso', 'ORG:Pracownia Łódź\r\n')
        + JAN)
NAMELESS = 'BEGIN:VCARD\r\nVERSION:3.0\r\nUID:9\r\nEND:VCARD\r\n'
TABLE = 'Imię;Nazwisko;E-mail;Data urodzenia\nZofia;Wiśniewska;zofia@example.com;03/04/1980\n'


def write(app, name, content):
    """A file in the home of this run; the path."""
    path = os.path.join(app.home, name)
    with open(path, 'wb') as file:
        file.write(content if isinstance(content, bytes) else content.encode())
    return path


def started(language, *files, contacts=('Ewa Lis',), **options):
    """The program with these contacts in its store and these files named on its command line."""
    app = App(language, **options)
    for name in contacts:
        app.cli('new', 'contact', 'name=' + name)
    return app.start(*[write(app, name, content) for name, content in files])


def result(app, word, n):
    """Waits for the row that says how many records have that result."""
    return app.find('row', '%s: %d' % (app.tr(word, 'import results'), n))


def people_text(app, people, organisations):
    parts = (app.trn('%s person', '%s people', people) % people,
             app.trn('%s organization', '%s organizations', organisations) % organisations)
    return app.tr('%1$s and %2$s', 'counts').replace('%1$s', parts[0]).replace('%2$s', parts[1])


def press_import(app):
    app.press(app.find('button', app.tr('_Import', 'button')))
    app.gone('window', app.tr('Import Contacts', 'title'))


def listed(app, name):
    return app.find('row', contains=name, within=app.find('list', app.tr('People and organizations')))


@test
def imports_what_it_showed_and_takes_it_back_as_one(language):
    app = started(language, ('people.vcf', BOOK + NAMELESS))
    for word, n in (('All records', 4), ('New', 3), ('Changed', 0), ('The same', 0), ('Doubtful', 0), ('Refused', 1)):
        result(app, word, n)
    app.find('row', '%s: %d' % (app.tr('Organizations', 'import'), 1))
    app.find('label', app.tr('To add: %s') % people_text(app, 3, 1))
    press_import(app)
    app.find('label', app.tr('Imported %s') % people_text(app, 3, 1))
    for name in ('Zofia Wiśniewska', 'Budi Santoso', 'Jan Żak', 'Pracownia Łódź', 'Ewa Lis'):
        listed(app, name)

    app.key('ctrl+z')
    question = app.find('dialog', app.tr('Undo This?'))
    app.find('label', contains=app.tr('Imported contacts'), within=question)
    app.finish(app.find('button', app.tr('_Undo'), within=question))
    app.gone('row', contains='Jan Żak')
    app.gone('row', contains='Pracownia Łódź')
    listed(app, 'Ewa Lis')


@test
def says_when_nothing_is_new(language):
    app = started(language, ('people.vcf', BOOK))
    result(app, 'New', 3)
    press_import(app)

    app.restart(os.path.join(app.home, 'people.vcf'))
    app.find('label', app.tr('Nothing New'))
    equal(app.find_all('button', app.tr('_Import', 'button')), [], 'buttons to import nothing')
    dialog = app.find('window', app.tr('Import Contacts', 'title'))
    app.finish(app.find('button', app.tr('_Close'), within=dialog))
    app.gone('window', app.tr('Import Contacts', 'title'))


@test
def names_the_line_of_a_record_that_is_refused(language):
    app = started(language, ('broken.vcf', BOOK + NAMELESS))
    app.click(result(app, 'Refused', 1))
    line = BOOK.count('\n') + 1
    app.find('row', contains=str(line), within=app.find('list', app.tr('Records of the file', 'accessible')))


@test
def says_what_a_file_is_not(language):
    app = started(language, ('picture.vcf', b'\x89PNG\r\n\x1a\n' + bytes(64)), ('empty.csv', ''))
    app.find('label', app.trn('The File Cannot Be Read', 'The Files Cannot Be Read', 2))
    app.find('label', contains='empty.csv')
    dialog = app.find('window', app.tr('Import Contacts', 'title'))
    app.finish(app.find('button', app.tr('_Close'), within=dialog))
    app.gone('window', app.tr('Import Contacts', 'title'))


@test
def does_with_a_doubtful_record_what_is_chosen(language):
    app = started(language, ('people.vcf', BOOK), contacts=('Jan Żak', 'Budi Santoso'))
    result(app, 'New', 1)
    app.click(result(app, 'Doubtful', 2))
    records = app.find('list', app.tr('Records of the file', 'accessible'))
    decision = app.find('combo', contains='Jan Żak', within=records)
    app.click(decision)
    app.key('Down', 'Return')
    result(app, 'New', 2)
    result(app, 'Doubtful', 1)

    press_import(app)
    listed(app, 'Zofia Wiśniewska')
    app.close()
    names = [line.split('\t')[1] for line in app.cli('list', 'contacts').splitlines()]
    equal(names.count('Jan Żak'), 2, 'contacts of that name, one of them new')
    equal(names.count('Budi Santoso'), 1, 'contacts of the name that was left out')


@test
def keeps_companies_as_text(language):
    app = started(language, ('people.vcf', BOOK))
    result(app, 'New', 3)
    app.click(app.find('row', app.tr('Companies as text only')))
    app.gone('row', contains=app.tr('Organizations', 'import') + ':')
    press_import(app)
    listed(app, 'Zofia Wiśniewska')
    app.close()
    check('Pracownia Łódź\n' not in app.cli('list', 'contacts'), 'no organization was made')


@test
def restores_from_the_trash_what_the_file_has(language):
    app = App(language)
    identity = app.cli('new', 'contact', 'name=Jan Żak', 'mail+=jan@example.com').strip()
    app.cli('trash', identity)
    app.start(write(app, 'jan.vcf', JAN))
    result(app, 'The same', 1)
    app.find('label', app.trn('%s contact is in the trash', '%s contacts are in the trash', 1) % 1)
    app.click(app.find('row', app.tr('Restore contacts from the trash')))
    result(app, 'The same', 0)
    result(app, 'Changed', 1)
    press_import(app)
    listed(app, 'Jan Żak')
    app.key('ctrl+z')
    app.finish(app.find('button', app.tr('_Undo'), within=app.find('dialog', app.tr('Undo This?'))))
    app.gone('row', contains='Jan Żak')
    app.close()
    check(app.cli('list', 'trash').startswith(identity), 'the contact is in the trash again')


@test
def reads_a_table_in_another_encoding_when_told(language):
    app = started(language, ('tabela.csv', TABLE.encode('cp1250')))
    records = app.find('list', app.tr('Records of the file', 'accessible'))
    app.find('row', contains='Zofia Wiśniewska', within=records)
    app.find('label', contains=app.tr('CSV with semicolons'))
    app.find('label', app.tr('Dates such as 03/04 were read as 3 April. If they mean 4 March, choose so below.'))
    app.resize(1000, 950)
    app.click(app.find('combo', app.tr('Text encoding')))
    encoding = app.tr('ISO 8859-2 (Central European)', 'text encoding')
    app.click(app.find('label', encoding))
    app.find('label', app.tr('%1$s, %2$s', 'file').replace('%1$s', app.tr('CSV with semicolons')).replace('%2$s', encoding))
    result(app, 'New', 1)


@test
def folds_on_a_narrow_window(language):
    app = started(language, ('people.vcf', BOOK))
    result(app, 'New', 3)
    app.resize(360, 640)
    app.gone('list', app.tr('Records of the file', 'accessible'))
    app.click(result(app, 'New', 3))
    app.find('row', contains='Jan Żak', within=app.find('list', app.tr('Records of the file', 'accessible')))
    app.press(app.find('button', app.tr('Back to the numbers', 'accessible')))
    result(app, 'New', 3)


@test
def waits_for_the_first_start(language):
    app = App(language)
    app.start(write(app, 'people.vcf', BOOK))
    app.press(app.find('button', app.tr('Start _Empty')))
    result(app, 'New', 3)
    press_import(app)
    listed(app, 'Jan Żak')


@test
def takes_what_is_dropped_on_the_window(language):
    app = started(language)
    people = app.find('list', app.tr('People and organizations'))
    with Offer('file', write(app, 'people.vcf', BOOK)) as offer:
        offer.drop_on(app.middle(people))
    result(app, 'New', 3)
    press_import(app)
    listed(app, 'Jan Żak')
    app.close()


@test
def exports_the_list_on_screen(language):
    app = started(language, contacts=('Ewa Lis', 'Jan Żak'))
    search = app.find('entry', app.tr('Name, phone, email…'))
    app.type_into(search, 'zak')
    app.gone('row', contains='Ewa Lis')
    app.key('F10')
    app.press(app.find('menu item', app.tr('_Export…', 'menu')))
    app.find('label', app.trn('%s contact', '%s contacts', 1) % 1)
    for name in ('vCard 4.0', 'vCard 3.0', 'CSV for spreadsheets', 'CSV, lossless'):
        app.find('radio', app.tr(name))
    app.press(app.find('button', app.tr('_Save As…')))
    path = os.path.join(app.home, 'out.vcf')
    app.find('button', app.tr('_Export'))
    app.key('ctrl+a')
    app.type(path)
    app.key('Return')
    app.find('label', app.trn('Exported %s contact', 'Exported %s contacts', 1) % 1)
    with open(path, encoding='utf-8') as file:
        text = file.read()
    check('FN:Jan Żak' in text and 'Ewa Lis' not in text, 'only who was on screen is in the file')
    equal(stat.S_IMODE(os.stat(path).st_mode), 0o600, 'the mode of the file')


main()
