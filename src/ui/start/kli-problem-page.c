/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One clear page for each way in which a store cannot be opened, from one table. */
#include "ui/start/kli-problem-page.h"

#include "store/kli-store-error.h"
#include "ui/shared/kli-error.h"
#include "ui/shared/kli-plain.h"

#include <glib/gi18n.h>

struct _KliProblemPage
{
  AdwBin parent_instance;

  AdwStatusPage *status;
  GtkLabel *path;
  GtkBox *buttons;
};

G_DEFINE_FINAL_TYPE (KliProblemPage, kli_problem_page, ADW_TYPE_BIN)

/* What can be done about it. */
typedef enum
{
  NOTHING,
  RETRY,
  RESTORE,
  OTHER,
  ANEW,
  OWN,
} Remedy;

static const struct
{
  const char *label;
  const char *action;
} remedies[] = {
  [RETRY] = { N_ ("_Try Again"), "win.retry-open" },
  [RESTORE] = { N_ ("_Restore from a Copy…"), "win.restore-copy" },
  [OTHER] = { N_ ("_Open Other Store…"), "win.open-other" },
  [ANEW] = { N_ ("_Begin Anew"), "win.begin-anew" },
  [OWN] = { N_ ("_Use My Own Data"), "win.use-own-data" },
};

typedef struct
{
  KliStoreError code;
  const char *icon;
  const char *title;
  const char *description;
  Remedy remedies[G_N_ELEMENTS (remedies)]; /* best first, NOTHING at the end */
} Problem;

static const Problem problems[] = {
  { KLI_STORE_ERROR_LOCKED,
    "system-lock-screen-symbolic",
    N_ ("Your Data Is in Use"),
    N_ ("Another Klientela has this file open. Close it there, or wait until it has finished, and try again."),
    { RETRY, OTHER } },
  { KLI_STORE_ERROR_LOST,
    "edit-find-symbolic",
    N_ ("Your Data Is Not Where It Was"),
    N_ ("There was a file with your data here, and it is gone or empty. If it lies on another disk, connect that disk "
        "and try again; otherwise restore it from a copy. Beginning anew makes an empty file in its place."),
    { RETRY, RESTORE, OTHER, ANEW } },
  { KLI_STORE_ERROR_DAMAGED,
    "dialog-warning-symbolic",
    N_ ("Your Data Is Damaged"),
    N_ ("This file cannot be read completely. It has been left exactly as it is. Restoring from a copy keeps the "
        "damaged file beside the restored one."),
    { RESTORE, OTHER, RETRY } },
  { KLI_STORE_ERROR_NOT_A_STORE,
    "dialog-question-symbolic",
    N_ ("This Is Not a Klientela Store"),
    N_ ("The file holds something else. It has been left exactly as it is."),
    { OTHER, RESTORE } },
  { KLI_STORE_ERROR_NEWER,
    "software-update-available-symbolic",
    N_ ("Made by a Newer Klientela"),
    N_ ("This version cannot read the file without losing something, so it has been left exactly as it is. Update "
        "Klientela, or open another store."),
    { RETRY, OTHER } },
  { KLI_STORE_ERROR_READ_ONLY,
    "changes-prevent-symbolic",
    N_ ("Your Data Cannot Be Written"),
    N_ ("The folder or the file allows reading only. Change that in the file manager and try again."),
    { RETRY, OTHER } },
  { KLI_STORE_ERROR_UNSAFE_PLACE,
    "network-server-symbolic",
    N_ ("Not a Safe Place for Your Data"),
    N_ ("In a network or cloud folder, or behind a second name, changes can be lost. Move the file to a folder of this "
        "computer and open it there."),
    { OTHER, RETRY } },
  { KLI_STORE_ERROR_MISSING,
    "edit-find-symbolic",
    N_ ("There Is No Such File"),
    N_ ("Check the name and the place of the file."),
    { RETRY, OTHER } },
  { KLI_STORE_ERROR_FULL,
    "drive-harddisk-symbolic",
    N_ ("The Disk Is Full"),
    N_ ("Klientela needs some free space to open your data safely. Free some space and try again."),
    { RETRY, OTHER } },
};

/* What else can happen: the sentence of the error itself is the description. */
static const Problem unknown = {
  KLI_STORE_ERROR_FAILED, "dialog-error-symbolic", N_ ("Your Data Cannot Be Opened"), NULL, { RETRY, RESTORE, OTHER },
};

static const Problem *
find_problem (const GError *error)
{
  if (error->domain == KLI_STORE_ERROR)
    for (guint i = 0; i < G_N_ELEMENTS (problems); i++)
      if ((int)problems[i].code == error->code)
        return &problems[i];

  return &unknown;
}

static void
add_button (KliProblemPage *self, Remedy remedy)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ (remedies[remedy].label));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), remedies[remedy].action);
  gtk_widget_add_css_class (button, "pill");
  if (gtk_widget_get_first_child (GTK_WIDGET (self->buttons)) == NULL)
    gtk_widget_add_css_class (button, "suggested-action");
  gtk_box_append (self->buttons, button);
}

/* The focus begins at what helps most, not at the path, which would be selected by it. */
static void
kli_problem_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (kli_problem_page_parent_class)->map (widget);
  gtk_widget_grab_focus (gtk_widget_get_first_child (GTK_WIDGET (KLI_PROBLEM_PAGE (widget)->buttons)));
}

static void
kli_problem_page_class_init (KliProblemPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->map = kli_problem_page_map;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/klientela/Klientela/ui/kli-problem-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KliProblemPage, status);
  gtk_widget_class_bind_template_child (widget_class, KliProblemPage, path);
  gtk_widget_class_bind_template_child (widget_class, KliProblemPage, buttons);
}

static void
kli_problem_page_init (KliProblemPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
kli_problem_page_new (const GError *error, const char *path, gboolean is_other)
{
  KliProblemPage *self;
  const Problem *problem;
  g_autofree char *sentence = NULL;
  g_autofree char *markup = NULL;

  g_return_val_if_fail (error != NULL, NULL);

  self = g_object_new (KLI_TYPE_PROBLEM_PAGE, NULL);
  problem = find_problem (error);
  sentence = kli_error_sentence (error);
  markup = g_markup_escape_text (problem->description != NULL ? _ (problem->description) : sentence, -1);
  adw_status_page_set_icon_name (self->status, problem->icon);
  adw_status_page_set_title (self->status, _ (problem->title));
  adw_status_page_set_description (self->status, markup);
  gtk_label_set_text (self->path, path);
  for (const Remedy *remedy = problem->remedies; *remedy != NOTHING; remedy++)
    add_button (self, *remedy);
  if (is_other)
    add_button (self, OWN);

  return GTK_WIDGET (self);
}
