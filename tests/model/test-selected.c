/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is selected, against a model that remembers of each record what was done with it. */
#include "model/kli-selected.h"

#include "store/kli-answer-private.h"

#define N_IDS 60
#define N_SEARCHES 3 /* the first one finds everything */
#define STEPS 20000

/* How the answers of a store number their records. */
typedef enum
{
  NUMBERED_BY_ID,
  NUMBERED_MORE,  /* as by id, with room for more: the derived tables have grown */
  NUMBERED_ANEW,  /* from the other end: they were made anew */
  NUMBERED_HALF,  /* as by id, but only the first half has a number: they are being made */
  NUMBERED_NEVER, /* the beginning of an answer */
  N_NUMBERINGS,
} Numbering;

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

static guint32
local_of (Numbering numbering, gint64 id)
{
  return (guint32)(numbering == NUMBERED_ANEW ? N_IDS + 1 - id : id);
}

static KliNumbers *
numbers_new (Numbering numbering)
{
  KliNumbers *numbers = g_new0 (KliNumbers, 1);

  g_atomic_ref_count_init (&numbers->references);
  numbers->n = numbering == NUMBERED_MORE ? N_IDS + 70 : N_IDS + 1;
  numbers->ids = g_new0 (gint64, numbers->n);
  for (gint64 id = 1; id <= (numbering == NUMBERED_HALF ? N_IDS / 2 : N_IDS); id++)
    numbers->ids[local_of (numbering, id)] = id;

  return numbers;
}

/* What is shown, and among it what is not found. */
static KliOrder *
order_new (const Model *model, Numbering numbering, gboolean backwards)
{
  KliOrder *order = g_new0 (KliOrder, 1);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_vals (ids, model->shown, model->n_shown);
  for (gint64 id = 1; id <= N_IDS; id++)
    {
      gboolean is_shown = FALSE;

      for (guint i = 0; i < model->n_shown; i++)
        is_shown = is_shown || model->shown[i] == id;
      if (!is_shown)
        g_array_insert_val (ids, (guint)g_test_rand_int_range (0, (gint32)ids->len + 1), id);
    }

  g_atomic_ref_count_init (&order->references);
  order->n = ids->len;
  order->locals = g_new (guint32, ids->len);
  order->n_ranks = N_IDS + 1;
  order->ranks = g_new (guint32, order->n_ranks);
  order->ranks[0] = KLI_ORDER_NONE;
  for (guint i = 0; i < ids->len; i++)
    {
      guint rank = backwards ? ids->len - 1 - i : i;

      order->locals[rank] = local_of (numbering, g_array_index (ids, gint64, i));
      order->ranks[order->locals[rank]] = rank;
    }

  return order;
}

static KliAnswer *
answer_new (const Model *model, Numbering numbering)
{
  gboolean backwards = g_test_rand_bit ();
  g_autoptr (KliNumbers) numbers = NULL;
  g_autoptr (KliOrder) order = NULL;
  g_autoptr (KliBitmap) found = NULL;

  if (numbering == NUMBERED_NEVER)
    return kli_answer_new (model->shown, model->n_shown);

  numbers = numbers_new (numbering);
  order = order_new (model, numbering, backwards);
  found = kli_bitmap_new (0);
  for (guint i = 0; i < model->n_shown; i++)
    kli_bitmap_add (found, local_of (numbering, model->shown[i]));

  return kli_answer_new_in_order (order, numbers, model->n_shown < N_IDS ? found : NULL, backwards);
}

static void
show (Model *model, guint search)
{
  Numbering numbering = (Numbering)g_test_rand_int_range (0, N_NUMBERINGS);
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
  for (gint64 id = 1; id <= (numbering == NUMBERED_HALF ? N_IDS / 2 : N_IDS); id++)
    if (model->found[0][id - 1] && model->found[search][id - 1])
      {
        guint place = (guint)g_test_rand_int_range (0, (gint32)model->n_shown + 1);

        model->shown[model->n_shown++] = model->shown[place];
        model->shown[place] = id;
      }
  answer = answer_new (model, numbering);
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
  g_autoptr (KliAnswer) elsewhere = kli_answer_new (model->shown, model->n_shown);
  KliAnswer *answer = kli_selected_get_answer (model->selected);
  guint n = 0;

  for (guint i = 0; i < model->n_shown; i++)
    {
      gint64 id = model->shown[i];

      g_assert_cmpint (kli_selected_contains (model->selected, i, id), ==, is_selected (model, id));
      g_assert_cmpint (kli_selected_contains (model->selected, i + 1, id), ==, is_selected (model, id));
      if (is_selected (model, id))
        g_assert_cmpint (kli_answer_get_id (taken, n++), ==, id);
    }
  g_assert_cmpuint (kli_selected_count (model->selected), ==, n);
  g_assert_cmpuint (taken != NULL ? kli_answer_get_n_items (taken) : 0, ==, n);
  g_assert_cmpint (kli_selected_contains_any (model->selected, elsewhere), ==, n > 0);
  if (answer != NULL)
    g_assert_cmpint (kli_selected_contains_any (model->selected, answer), ==, n > 0);
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

/* --- so many that no record may be looked at by itself ------------------------------------------------------ */

#define MANY 100000

static guint n_looked_at;

gint64 __real_kli_answer_get_id (const KliAnswer *answer, guint position);
gint64 __wrap_kli_answer_get_id (const KliAnswer *answer, guint position);

/* The linker puts it in front of the real one for everybody but the answer itself. */
gint64
__wrap_kli_answer_get_id (const KliAnswer *answer, guint position)
{
  n_looked_at++;

  return __real_kli_answer_get_id (answer, position);
}

/* Those with the numbers 0 … MANY - 1, from @first on. */
static KliAnswer *
long_answer_new (KliNumbers *numbers, guint first)
{
  g_autoptr (KliBitmap) found = kli_bitmap_new (MANY);
  g_autoptr (KliOrder) order = g_new0 (KliOrder, 1);

  g_atomic_ref_count_init (&order->references);
  order->n = order->n_ranks = MANY;
  order->locals = g_new (guint32, MANY);
  order->ranks = g_new (guint32, MANY);
  for (guint32 i = 0; i < MANY; i++)
    {
      order->locals[i] = MANY - 1 - i;
      order->ranks[MANY - 1 - i] = i;
      if (i >= first)
        kli_bitmap_add (found, i);
    }

  return kli_answer_new_in_order (order, numbers, found, FALSE);
}

/* A range of a long list is selected, made smaller and counted in what a search finds of it by its numbers alone. */
static void
test_long_ranges (void)
{
  g_autoptr (KliSelected) selected = kli_selected_new ();
  g_autoptr (KliNumbers) numbers = g_new0 (KliNumbers, 1);
  g_autoptr (KliQuery) query = kli_query_new (KLI_QUERY_CONTACTS, "a", NULL);
  g_autoptr (KliQuery) other = kli_query_new (KLI_QUERY_CONTACTS, "b", NULL);
  g_autoptr (KliAnswer) answer = NULL;
  g_autoptr (KliAnswer) found = NULL;
  g_autoptr (KliAnswer) taken = NULL;

  g_atomic_ref_count_init (&numbers->references);
  numbers->n = MANY;
  numbers->ids = g_new (gint64, MANY);
  for (guint i = 0; i < MANY; i++)
    numbers->ids[i] = i + 1;
  answer = long_answer_new (numbers, 0);
  found = long_answer_new (numbers, MANY / 2);

  n_looked_at = 0;
  kli_selected_show (selected, answer, query);
  kli_selected_set_range (selected, 0, MANY, TRUE);
  kli_selected_set_range (selected, 0, 10, FALSE);
  g_assert_cmpuint (kli_selected_count (selected), ==, MANY - 10);
  kli_selected_show (selected, found, other);
  g_assert_cmpuint (kli_selected_count (selected), ==, MANY / 2 - 10);
  g_assert_true (kli_selected_contains_any (selected, answer));
  taken = kli_selected_dup_shown (selected);
  kli_selected_set_all (selected);
  kli_selected_show (selected, answer, query);
  g_assert_cmpuint (kli_selected_count (selected), ==, MANY);
  g_assert_cmpuint (n_looked_at, ==, 0);

  g_assert_cmpuint (kli_answer_get_n_items (taken), ==, MANY / 2 - 10);
  g_assert_cmpint (kli_answer_get_id (taken, 0), ==, MANY - 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/selected/against-model", test_against_model);
  g_test_add_func ("/selected/everything", test_everything);
  g_test_add_func ("/selected/long-ranges", test_long_ranges);

  return g_test_run ();
}
