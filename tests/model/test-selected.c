/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is selected, against a model that remembers of each record what was done with it. */
#include "model/kli-selected.h"

#define N_IDS 60
#define N_SEARCHES 3 /* the first one finds everything */
#define STEPS 20000

static const char *const searches[N_SEARCHES] = { "", "a", "b" };
static const char *const orders[] = { "name", "given" };

typedef struct
{
  KliSelected *selected;

  gboolean found[N_SEARCHES][N_IDS]; /* by which search a record is found; by the first: whether it is there */
  gboolean picked[N_IDS];
  gboolean out[N_IDS]; /* of everything, while everything is selected */
  gint all_of;         /* a search, or -1 */

  gint64 shown[N_IDS];
  guint n_shown;
  guint search;
} Model;

static gboolean
is_selected (const Model *model, gint64 id)
{
  return model->all_of >= 0 ? !model->out[id - 1] : model->picked[id - 1];
}

static void
show (Model *model, guint search)
{
  g_autoptr (KliQuery) query
      = kli_query_new (KLI_QUERY_CONTACTS, searches[search], orders[g_test_rand_int_range (0, 2)]);
  g_autoptr (KliAnswer) answer = NULL;

  if (model->all_of > 0 && (guint)model->all_of != search)
    {
      for (guint i = 0; i < model->n_shown; i++)
        if (!model->out[model->shown[i] - 1])
          model->picked[model->shown[i] - 1] = TRUE;
      model->all_of = -1;
    }

  model->search = search;
  model->n_shown = 0;
  for (gint64 id = 1; id <= N_IDS; id++)
    if (model->found[0][id - 1] && model->found[search][id - 1])
      {
        guint place = (guint)g_test_rand_int_range (0, (gint32)model->n_shown + 1);

        model->shown[model->n_shown++] = model->shown[place];
        model->shown[place] = id;
      }
  answer = kli_answer_new (model->shown, model->n_shown);
  kli_selected_show (model->selected, answer, query);
}

static void
change_data (Model *model)
{
  for (guint i = (guint)g_test_rand_int_range (1, 5); i > 0; i--)
    {
      gboolean *found = &model->found[g_test_rand_int_range (0, N_SEARCHES)][g_test_rand_int_range (0, N_IDS)];

      *found = !*found;
    }
  show (model, model->search);
}

static void
select_range (Model *model, gboolean selected)
{
  guint position = (guint)g_test_rand_int_range (0, (gint32)model->n_shown + 1);
  guint n = (guint)g_test_rand_int_range (0, (gint32)MIN (model->n_shown - position, 9) + 1);
  gboolean differs = FALSE;

  for (guint i = position; i < position + n; i++)
    {
      gint64 id = model->shown[i];

      differs = differs || is_selected (model, id) != selected;
      if (model->all_of >= 0)
        model->out[id - 1] = !selected;
      if (model->all_of < 0 || !selected)
        model->picked[id - 1] = selected;
    }
  g_assert_cmpint (kli_selected_set_range (model->selected, position, n, selected), ==, differs);
}

static void
select_all (Model *model)
{
  if (model->all_of < 0)
    {
      model->all_of = (gint)model->search;
      memset (model->out, 0, sizeof model->out);
    }
  if ((guint)model->all_of == model->search)
    memset (model->out, 0, sizeof model->out);
  for (guint i = 0; i < model->n_shown; i++)
    model->out[model->shown[i] - 1] = FALSE;
  kli_selected_set_all (model->selected);
}

static void
clear (Model *model)
{
  model->all_of = -1;
  memset (model->picked, 0, sizeof model->picked);
  memset (model->out, 0, sizeof model->out);
  kli_selected_clear (model->selected);
}

static void
assert_same (const Model *model)
{
  g_autoptr (KliAnswer) taken = kli_selected_dup_shown (model->selected);
  guint n = 0;

  for (guint i = 0; i < model->n_shown; i++)
    {
      gint64 id = model->shown[i];

      g_assert_cmpint (kli_selected_contains (model->selected, id), ==, is_selected (model, id));
      if (is_selected (model, id))
        g_assert_cmpint (kli_answer_get_id (taken, n++), ==, id);
    }
  g_assert_cmpuint (kli_selected_count (model->selected), ==, n);
  g_assert_cmpuint (taken != NULL ? kli_answer_get_n_items (taken) : 0, ==, n);
}

static void
test_against_model (void)
{
  Model model = { .selected = kli_selected_new (), .all_of = -1 };

  assert_same (&model);
  for (guint i = 0; i < N_SEARCHES * N_IDS; i++)
    model.found[i % N_SEARCHES][i / N_SEARCHES] = g_test_rand_bit ();
  show (&model, 0);
  for (guint i = 0; i < STEPS; i++)
    {
      switch (g_test_rand_int_range (0, 12))
        {
        case 0: select_all (&model); break;
        case 1: clear (&model); break;
        case 2: change_data (&model); break;
        case 3:
        case 4: show (&model, (guint)g_test_rand_int_range (0, N_SEARCHES)); break;
        case 5:
        case 6:
        case 7: select_range (&model, FALSE); break;
        default: select_range (&model, TRUE);
        }
      assert_same (&model);
    }
  kli_selected_free (model.selected);
}

/* Everything of a long list costs no copy, and is the answer that was counted, whatever is shown later. */
static void
test_everything (void)
{
  g_autoptr (KliSelected) selected = kli_selected_new ();
  g_autoptr (KliQuery) query = kli_query_new (KLI_QUERY_CONTACTS, "a", NULL);
  g_autoptr (KliQuery) other = kli_query_new (KLI_QUERY_CONTACTS, "b", NULL);
  g_autoptr (KliAnswer) answer = kli_answer_new ((const gint64[]){ 3, 1, 2 }, 3);
  g_autoptr (KliAnswer) taken = NULL;

  g_assert_null (kli_selected_dup_shown (selected));
  kli_selected_show (selected, answer, query);
  kli_selected_set_all (selected);
  g_assert_cmpuint (kli_selected_count (selected), ==, 3);
  taken = kli_selected_dup_shown (selected);
  g_assert_true (taken == answer);

  kli_selected_show (selected, answer, other);
  kli_selected_clear (selected);
  g_assert_cmpuint (kli_answer_get_n_items (taken), ==, 3);
  kli_selected_show (selected, NULL, NULL);
  g_assert_cmpuint (kli_selected_count (selected), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/selected/against-model", test_against_model);
  g_test_add_func ("/selected/everything", test_everything);

  return g_test_run ();
}
