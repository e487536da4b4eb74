/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sample. */

void
bad (GtkWidget *label, const char *text, sqlite3 *db)
{
  strcpy (buffer, text); /* strcat (a, b) in a comment is fine */
  g_print ("system (x) in a string is fine");
  system (text);
  g_spawn_command_line_sync (text, NULL, NULL, NULL, NULL);
  gtk_label_set_markup (GTK_LABEL (label), text);
  gtk_label_set_markup (GTK_LABEL (label), "<b>fine</b>");
  gtk_label_set_markup (GTK_LABEL (label), _ ("<b>fine</b>"));
  sqlite3_exec (db, text, NULL, NULL, NULL);
  sqlite3_exec (db, "fine", NULL, NULL, NULL);
  mysystem (text);
  sprintf
    (buffer, "%s", text);
}
