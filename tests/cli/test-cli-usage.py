# SPDX-License-Identifier: GPL-3.0-or-later
"""How the command line is used and misused, and what stores it opens."""

import fcntl
import os
import resource
import subprocess
import time

from cli import PROGRAM, contains, equal, main


def wrong_usage(home):
    """Wrong usage is status 2, with a line that says so."""
    for words in [('fly',), ('list',), ('list', 'dogs'), ('list', 'contacts', 'more'), ('--colour', 'list', 'contacts'),
                  ('list', 'contacts', '--limit=many'), ('list', 'contacts', '--json=yes'),
                  ('list', 'contacts', '--sort=size'), ('list', 'contacts', '--limit'), ('show', 'Ewa'), ('show',),
                  ('set', '12'), ('new', 'contact'), ('edit',), ('edit', 'file'), ('undo', 'it'), ('export', 'x.xml'),
                  ('export',), ('import',), ('import', '--doubtful=perhaps', 'x'), ('sample', 'de'), ('generate',),
                  ('generate', '--contacts=-3'), ('-x',), ()]:
        home.run('new', 'contact', 'name=Ewa')
        home.refuse(*words, status=2)


def usage_ends_with_its_last_word(home):
    """The line that says how a command is used has nothing after that, not even a blank."""
    for command in ('check', 'redo', 'list', 'trash'):
        complaint = home.refuse(command, *(('more',) if command in ('check', 'redo') else ()), status=2)
        usage = next(line for line in complaint.splitlines() if 'Usage: ' in line)
        equal(usage, usage.rstrip())


def wrong_words(home):
    """Words that are read inside the store are wrong usage too."""
    home.new('name=Ewa')
    home.refuse('new', 'dog', 'name=Rex', status=2)
    home.refuse('trash', 'Ewa', status=2)
    home.refuse('act', '12', 'married', status=2)


def wrong_day(home):
    """A day that is none is wrong usage."""
    for day in ('2026-02-30', 'today', '22.11.2026', ''):
        home.refuse('--day=' + day, 'list', 'contacts', status=2)


def help_and_version(home):
    """--help and --version say what there is, without a store."""
    contains(home.run('--help'), 'import [--dry-run] [--json]')
    contains(home.run('list', '--help'), 'contacts|contracts|trash')
    contains(home.run('--version'), 'klientela-cli ')
    assert not home.store.exists()


def options_anywhere(home):
    """Options stand before or behind the command, with = or a blank."""
    home.new('name=Ewa')
    equal(home.run('list', '--limit', '0', 'contacts'), '')
    equal(home.run('--limit=1', 'list', 'contacts').count('\n'), 1)
    equal(home.run('--json', 'list', '--search', 'nobody', 'contacts'), '[]\n')
    contains(home.run('list', 'contacts', '--', ), 'Ewa')


def wrong_usage_makes_no_store(home):
    """What is not understood leaves nothing behind."""
    for words in [('sample', 'de'), ('generate',), ('generate', '--contacts=many'), ('generate', '--contacts=2', '--seed=x'),
                  ('new', 'dog', 'name=Rex'), ('edit', 'file'), ('list', 'dogs'), ('list', 'contacts', '--sort=size')]:
        home.refuse(*words, status=2)
        assert not home.store.exists(), words


def small_lists(home):
    """The lists of tags, staff and segments are whole: an option that would be ignored is wrong usage."""
    home.new('name=VIP', kind='tag')
    for option in ('--search=x', '--sort=name', '--limit=1'):
        contains(home.refuse('list', 'tags', option, status=2), 'There is no ' + option.split('=')[0])


def missing_store(home):
    """Reading commands never make a missing store; editing ones do, for nobody else to read."""
    for words in [('list', 'contacts'), ('show', '1'), ('history',), ('check',), ('undo',), ('redo',), ('set', '1', 'note=x'),
                  ('trash', '1'), ('act', '1', 'sent'), ('export', 'x.vcf'), ('backup', 'x.db')]:
        contains(home.refuse(*words), 'no store')
        assert not home.store.exists(), words
    home.new('name=Ewa')
    equal(home.store.stat().st_mode & 0o777, 0o600)


def default_store(home):
    """Without --store it is $XDG_DATA_HOME/klientela/klientela.db."""
    done = subprocess.run([PROGRAM, 'new', 'contact', 'name=Ewa'], env=home.environment, capture_output=True)
    equal(done.returncode, 0)
    folder = home.path / 'data' / 'klientela'
    assert (folder / 'klientela.db').exists()
    equal(folder.stat().st_mode & 0o777, 0o700)


def vanished_store(home):
    """A store that was here before and is gone or empty is a loss, not a first run."""
    home.new('name=Ewa')
    home.store.unlink()
    home.refuse('list', 'contacts')
    home.refuse('new', 'contact', 'name=Jan')
    assert not home.store.exists()
    home.store.write_bytes(b'')
    home.refuse('new', 'contact', 'name=Jan')
    equal(home.store.read_bytes(), b'')


def foreign_file(home):
    """A file that is no store is refused and left as it is."""
    for content in (b'hello', b'SQLite format 3\0' + b'\0' * 4096, b'SQLite format 3\0'):
        home.store.write_bytes(content)
        home.refuse('list', 'contacts')
        home.refuse('new', 'contact', 'name=Jan')
        equal(home.store.read_bytes(), content)


def damaged_store(home):
    """A damaged store is called so, by its name, in a whole sentence."""
    import sqlite3
    home.new('name=Ewa')
    connection = sqlite3.connect(home.store)
    root, size = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'contact'").fetchone()[0], \
        connection.execute('PRAGMA page_size').fetchone()[0]
    connection.close()
    with open(home.store, 'r+b') as file:
        file.seek(100)  # the schema's own page
        file.write(b'\0' * 400)
        file.seek((root - 1) * size)
        file.write(b'\xff' * size)
    before = home.store.read_bytes()
    for words in (('list', 'contacts'), ('check',), ('new', 'contact', 'name=Jan')):
        message = home.refuse(*words)
        contains(message, '“%s” is damaged: ' % home.store)
        assert message.endswith('.'), message
    equal(home.store.read_bytes(), before)


def sentences(home):
    """Messages are sentences, those of the store too."""
    home.new('name=Ewa')
    equal(home.refuse('list', 'contacts', store=home.path / 'none.db'),
          'There is no store at “%s”.' % (home.path / 'none.db'))
    home.run('edit', '-', text_in=b'new contract party+=12:K\n', status=1)
    equal(home.messages, 'klientela-cli: line 1: There is no contact 12.\n')
    equal(home.refuse('restore', 'none.db'), 'Opening “%s” failed: No such file or directory.' % (home.path / 'none.db'))


def newer_store(home):
    """A store of a newer version is refused and left as it is."""
    import sqlite3
    home.new('name=Ewa')
    connection = sqlite3.connect(home.store)
    connection.execute('PRAGMA user_version = 9999')
    connection.close()
    before = home.store.read_bytes()
    home.refuse('list', 'contacts')
    equal(home.store.read_bytes(), before)


def read_only_store(home):
    """A store that can only be read is read, and edits are refused."""
    home.new('name=Ewa')
    if os.geteuid() == 0:
        home.become_nobody()
    home.store.chmod(0o400)
    home.path.chmod(0o500)
    try:
        contains(home.run('list', 'contacts'), 'Ewa')
        home.refuse('new', 'contact', 'name=Jan')
        assert 'WRONG' not in home.run('check')
    finally:
        home.path.chmod(0o700)


def repaired_store(home):
    """What lists and searches go by is checked, said to be wrong, and made anew."""
    import sqlite3
    home.new('name=Ewa', 'phone+=512 345 678')
    connection = sqlite3.connect(home.store)
    connection.executescript('DELETE FROM contact_order; DELETE FROM search_key;')
    connection.close()
    found = home.run('check', status=1)
    contains(found, 'WRONG\tcontact-order')
    contains(found, 'WRONG\tsearch\t')
    assert 'WRONG' not in home.run('check')
    contains(home.run('list', 'contacts', '--search=512345'), 'Ewa')


def locked_store(home):
    """A store that another process owns is waited for, and then named."""
    home.new('name=Ewa')
    with home.start('edit', '-', stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        holder.stdin.write(b'new contact name=Jan\n')
        holder.stdin.flush()
        holder.stdout.readline()
        began = time.monotonic()
        contains(home.refuse('list', 'contacts'), str(holder.pid))
        assert 1.5 < time.monotonic() - began < 20
        holder.stdin.close()
    equal(home.run('list', 'contacts').count('\n'), 2)


def short_lock(home):
    """A store that is let go within two seconds is opened."""
    home.new('name=Ewa')
    with open(str(home.store) + '.lock', 'a') as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        process = home.start('list', 'contacts', stdout=subprocess.PIPE)
        equal(process.poll(), None)
        fcntl.flock(lock, fcntl.LOCK_UN)
    out, _ = process.communicate(timeout=60)
    equal(process.returncode, 0)
    contains(out.decode(), 'Ewa')


def not_utf8(home):
    """Arguments and lines that are not UTF-8 are refused."""
    home.new('name=Ewa')
    home.refuse('list', b'\xff'.decode('utf-8', 'surrogateescape'), status=2)
    home.run('edit', '-', text_in=b'new contact name=\xff\n', status=1)
    contains(home.messages, 'line 1')


def any_locale(home):
    """It reads and writes the same whatever the locale says."""
    identity = home.new('name=Łucja Ąckowska')
    for locale in ('C', 'C.UTF-8', 'pl_PL.UTF-8', 'id_ID.ISO-8859-1'):
        home.environment['LC_ALL'] = locale
        home.environment['LANGUAGE'] = 'pl'
        equal(home.run('list', 'contacts'), identity + '\tŁucja Ąckowska\n')
        contains(home.refuse('set', identity, 'colour=red'), 'There is no field called “colour”.')


def full_disk(home):
    """A disk with no room left is called that, whatever could not be written; what was there before stays."""
    identity = home.new('name=Ewa')
    for size in (1 << 12, 1 << 18):
        done = subprocess.run(home.arguments(('set', identity, 'note=' + 100000 * 'x'), home.store), text=True,
                              env=home.environment, capture_output=True,
                              preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)))
        equal(done.returncode, 1)
        contains(done.stderr, 'There is no room left on the disk.')
        equal(done.stderr.count('\n'), 1)
    equal(home.run('list', 'contacts'), identity + '\tEwa\n')


def closed_output(home):
    """Nobody takes the result: that is a failure, not silence."""
    home.new('name=Ewa')
    with open('/dev/full', 'wb') as full:
        done = subprocess.run(home.arguments(('list', 'contacts'), home.store), env=home.environment, stdout=full,
                              stderr=subprocess.PIPE)
    equal(done.returncode, 1)


main([wrong_usage, usage_ends_with_its_last_word, wrong_words, wrong_day, help_and_version, options_anywhere,
      wrong_usage_makes_no_store,
      small_lists, missing_store, default_store,
      vanished_store, foreign_file, damaged_store, repaired_store, sentences, newer_store, read_only_store, locked_store,
      short_lock, not_utf8, any_locale,
      full_disk, closed_output])
