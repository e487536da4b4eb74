/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sample. */
void say (void)
{
  print (_ ("There is no %" G_GINT64_FORMAT "."), id);
  print (_ ("Two "
            "parts"));
  print (_ (words[i]));
  print (C_ ("menu", "Add"));
  print (ngettext ("%d file", "%d files", n), n);
}
