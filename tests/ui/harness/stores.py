# SPDX-License-Identifier: GPL-3.0-or-later
"""Stores that take long to make: made once for a build, and copied for each test."""

import fcntl
import glob
import hashlib
import os
import shutil

from harness.app import build_dir, source_dir


def _recipe():
    """A digest of what a store is made by: of another one the kept stores are worth nothing."""
    digest = hashlib.sha256()
    for pattern in ('src/store/migrations/*.sql', 'src/operations/kli-generate*.c'):
        for path in sorted(glob.glob(os.path.join(source_dir(), pattern))):
            with open(path, 'rb') as file:
                digest.update(file.read())
    return digest.hexdigest()[:12]


def fill(app, contacts):
    """Gives the program, before it is started, a store of so many contacts, the same each time."""
    folder = os.path.join(build_dir(), 'tests', 'ui', 'stores')
    os.makedirs(folder, exist_ok=True)
    kept = os.path.join(folder, 'contacts-%d-%s.db' % (contacts, _recipe()))
    with open(kept + '.lock', 'w', encoding='ascii') as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not os.path.exists(kept):
            for other in glob.glob(os.path.join(folder, 'contacts-%d-*.db' % contacts)):
                os.remove(other)
            app.cli('generate', '--contacts=%d' % contacts, timeout=500)
            shutil.copyfile(app.store, kept + '.new')
            os.rename(kept + '.new', kept)
            return
    os.makedirs(os.path.dirname(app.store), mode=0o700, exist_ok=True)
    shutil.copyfile(kept, app.store)
