/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands, by what they are about. Each runs as KliCommand.run, and is checked as KliCommand.check. */
#pragma once

#include "cli/kli-cli.h"
#include "core/kli-query.h"
#include "core/kli-kind.h"

G_BEGIN_DECLS

/* new, set, act, trash, untrash: kli-command-edit.c */
gboolean kli_command_one_edit (KliCli *cli, const KliArguments *arguments, GError **error);
gboolean kli_command_one_edit_check (const KliArguments *arguments, GError **error);
/* edit: kli-command-lines.c */
gboolean kli_command_lines (KliCli *cli, const KliArguments *arguments, GError **error);
gboolean kli_command_lines_check (const KliArguments *arguments, GError **error);

/* kli-command-list.c */
gboolean kli_command_list (KliCli *cli, const KliArguments *arguments, GError **error);
gboolean kli_command_list_check (const KliArguments *arguments, GError **error);
/* list tags, staff, segments: kli-command-catalogue.c. The kind that @word lists; NULL for any other word. */
const KliKind *kli_catalogue_kind_of_word (const char *word);
gboolean kli_command_list_catalogue (KliCli *cli, const KliKind *kind, gboolean as_json, GError **error);
/* kli-command-show.c */
gboolean kli_command_show (KliCli *cli, const KliArguments *arguments, GError **error);

/* kli-command-print.c */
gboolean kli_command_print (KliCli *cli, const KliArguments *arguments, GError **error);
gboolean kli_command_print_check (const KliArguments *arguments, GError **error);

/* kli-command-read.c */
gboolean kli_command_read (KliCli *cli, const KliArguments *arguments, GError **error);
gboolean kli_command_read_check (const KliArguments *arguments, GError **error);

/* kli-command-history.c */
gboolean kli_command_history (KliCli *cli, const KliArguments *arguments, GError **error);
gboolean kli_command_undo (KliCli *cli, const KliArguments *arguments, GError **error);
gboolean kli_command_redo (KliCli *cli, const KliArguments *arguments, GError **error);

/* kli-command-duplicates.c */
gboolean kli_command_duplicates (KliCli *cli, const KliArguments *arguments, GError **error);
gboolean kli_command_duplicates_check (const KliArguments *arguments, GError **error);

/* kli-command-merge.c */
gboolean kli_command_merge (KliCli *cli, const KliArguments *arguments, GError **error);
gboolean kli_command_merge_check (const KliArguments *arguments, GError **error);
gboolean kli_command_merge_tags (KliCli *cli, const KliArguments *arguments, GError **error);
gboolean kli_command_unmerge (KliCli *cli, const KliArguments *arguments, GError **error);
gboolean kli_command_distinguish (KliCli *cli, const KliArguments *arguments, GError **error);
gboolean kli_command_distinguish_check (const KliArguments *arguments, GError **error);

/* kli-command-hand-over.c */
gboolean kli_command_hand_over (KliCli *cli, const KliArguments *arguments, GError **error);
gboolean kli_command_hand_over_check (const KliArguments *arguments, GError **error);

/* kli-command-continue.c */
gboolean kli_command_continue (KliCli *cli, const KliArguments *arguments, GError **error);

/* kli-command-store.c */
gboolean kli_command_empty_trash (KliCli *cli, const KliArguments *arguments, GError **error);
gboolean kli_command_check (KliCli *cli, const KliArguments *arguments, GError **error);
gboolean kli_command_backup (KliCli *cli, const KliArguments *arguments, GError **error);
gboolean kli_command_restore (KliCli *cli, const KliArguments *arguments, GError **error);

/* kli-command-exchange.c */
gboolean kli_command_import (KliCli *cli, const KliArguments *arguments, GError **error);
gboolean kli_command_export (KliCli *cli, const KliArguments *arguments, GError **error);

/* kli-command-sample.c */
gboolean kli_command_sample (KliCli *cli, const KliArguments *arguments, GError **error);
gboolean kli_command_sample_check (const KliArguments *arguments, GError **error);
gboolean kli_command_generate (KliCli *cli, const KliArguments *arguments, GError **error);
gboolean kli_command_generate_check (const KliArguments *arguments, GError **error);

/* kli-command-query.c. What --search and --segment ask for among @target, with the fields of the business as keys.
 * @sort: (nullable): an order that @target has, or that kli_command_sorts_by_field ()
 * Returns: (transfer full) (nullable): NULL with @error set, also when there is no such segment, or none of @target. */
KliQuery *kli_command_make_query (
    KliCli *cli, const KliArguments *arguments, KliQueryTarget target, const char *sort, GError **error);
/* Whether @sort is own.NAME, maybe with a - before it: by a field of the business. */
gboolean kli_command_sorts_by_field (KliQueryTarget target, const char *sort);

G_END_DECLS
