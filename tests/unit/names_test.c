/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of tests/cases: forms of the names of States, and passages with what they name and what they do not. */
#include "core/base/os.h"
#include "tests/support/naming.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

enum { MAX_FIELDS = 10 };

/* One table being tried. Rows are lines of fields between tabs; "#" begins a comment. */
typedef struct table {
    const naming *known;
    const char *file;
    size_t line, n_tried, n_faults;
    ent_arena arena; /* of the whole table */
} table;

typedef void (*try_row)(table *t, const ent_str *fields, size_t n);

/* ---- support ----------------------------------------------------------------------------------------------------- */

static void fault(table *t, const char *message, ent_str what, ent_str text)
{
    t->n_faults++;
    print_error("%s:%zu: %s: %.*s\n    in: %.*s\n", t->file, t->line, message, ENT_STR_ARG(what), ENT_STR_ARG(text));
}

static void try_table(void **state, const char *file, try_row try_one)
{
    table t = {.known = *state, .file = file};
    ent_error err = {0};
    ent_str all, line;
    ent_str path = ent_arena_format(&t.arena, "%s/%s", ENT_TEST_CASES, file);
    assert_int_equal(ent_os_read_file(&t.arena, path.data, SIZE_MAX, &all, &err), ENT_OK);
    while (ent_str_split(&all, ENT_STR("\n"), &line)) {
        ent_str fields[MAX_FIELDS] = {0}, rest = line;
        size_t n = 0;
        t.line++;
        bool page = ent_str_find(line, ENT_STR("\\n"), 0) != ENT_STR_NONE &&
                    ent_str_find(line, ENT_STR("\t"), 0) != ENT_STR_NONE; /* "# Widget Treaty\nIt …" */
        if (line.len == 0 || (line.data[0] == '#' && !page))
            continue;
        while (n < MAX_FIELDS && ent_str_split(&rest, ENT_STR("\t"), &fields[n]))
            n++;
        try_one(&t, fields, n);
    }
    print_message("%s: %zu tried, %zu faults\n", file, t.n_tried, t.n_faults);
    ent_arena_clear(&t.arena);
    assert_int_equal(t.n_faults, 0);
}

/* ---- States ------------------------------------------------------------------------------------------------------ */

/* The sentence made for a form of each column. */
static const char *const sentences[][2] = {
    {"The delegation of ", " took the floor."},           /* official */
    {"The delegation of ", " took the floor."},           /* short */
    {"The representative of ", " introduced the draft."}, /* as the United Nations writes it */
    {"The paper was submitted by ", " last year."},       /* French */
    {"The delegation of ", " took the floor."},           /* former */
    {"The ", " rejected the proposal."},                  /* the people */
    {"The ", " proposal was discussed."},                 /* adjective */
    {"", " rejected the proposal."},                      /* the capital for the government */
};

static bool names_state(const naming_text *text, ent_str key, size_t begin, size_t end)
{
    size_t n = 0;
    bool right = false;
    for (size_t i = 0; i < text->mentions.items.n; i++) {
        const ent_mention *m = &text->mentions.items.items[i];
        const ent_token *tokens = text->segments.tokens.items;
        bool here = m->kind == ENT_STATE && tokens[m->first].begin < end && tokens[m->last - 1].end > begin;
        n += here;
        right = right || (here && ent_str_eq(naming_key(text, m), key));
    }
    return right && n == 1;
}

static void try_state(table *t, const ent_str *fields, size_t n)
{
    for (size_t column = 0; column + 1 < n && column < sizeof sentences / sizeof *sentences; column++) {
        ent_str rest = fields[column + 1], form;
        while (ent_str_split(&rest, ENT_STR("|"), &form)) {
            form = ent_str_trim(form);
            if (form.len == 0)
                continue;
            ent_str before = ent_str_from(sentences[column][0]);
            ent_str text = ent_arena_format(&t->arena, ENT_STR_FMT ENT_STR_FMT "%s", ENT_STR_ARG(before),
                                            ENT_STR_ARG(form), sentences[column][1]);
            naming_text read;
            naming_read(t->known, ENT_STR_EMPTY, text, &read);
            t->n_tried++;
            if (!names_state(&read, fields[0], before.len, before.len + form.len))
                fault(t, "not found", fields[0], text);
            naming_clear(&read);
        }
    }
}

static void states_are_known_by_all_their_forms(void **state)
{
    try_table(state, "states.tsv", try_state);
}

/* ---- passages ---------------------------------------------------------------------------------------------------- */

/* "= Title\nText" with "\n" written as two letters. */
static void read_passage(table *t, ent_str field, naming_text *out)
{
    char *text = ent_arena_alloc(&t->arena, field.len + 1);
    size_t n = 0;
    for (size_t i = 0; i < field.len; i++) {
        bool line = field.data[i] == '\\' && i + 1 < field.len && field.data[i + 1] == 'n';
        text[n++] = line ? '\n' : field.data[i];
        i += line;
    }
    ent_str rest = {text, n}, title = ENT_STR_EMPTY;
    if (ent_str_starts(rest, ENT_STR("= ")) && ent_str_split(&rest, ENT_STR("\n"), &title))
        title = ent_str_slice(title, 2, title.len);
    naming_read(t->known, title, rest, out);
}

/* "words=key", "words=kind", "words#37=key", "words=?", or only "words": 2nd words where they stand twice as "2:words".
 */
typedef struct wanted {
    ent_str words, key;
    int64_t count, nth;
} wanted;

static wanted parse_wanted(ent_str item)
{
    wanted w = {.words = ent_str_trim(item), .nth = 1};
    size_t equals = ent_str_find(w.words, ENT_STR("="), 0);
    if (equals != ENT_STR_NONE) {
        w.key = ent_str_trim(ent_str_slice(w.words, equals + 1, w.words.len));
        w.words = ent_str_trim(ent_str_slice(w.words, 0, equals));
    }
    size_t colon = ent_str_find(w.words, ENT_STR(":"), 0);
    if (colon == 1 && ent_str_to_int(ent_str_slice(w.words, 0, 1), &w.nth))
        w.words = ent_str_slice(w.words, 2, w.words.len);
    size_t sharp = ent_str_find(w.words, ENT_STR("#"), 0);
    if (sharp != ENT_STR_NONE && ent_str_to_int(ent_str_slice(w.words, sharp + 1, w.words.len), &w.count))
        w.words = ent_str_slice(w.words, 0, sharp);
    return w;
}

static size_t place_of(const naming_text *text, const wanted *w)
{
    size_t at = ent_str_find(text->document.text, w->words, 0);
    for (int64_t i = 1; i < w->nth && at != ENT_STR_NONE; i++)
        at = ent_str_find(text->document.text, w->words, at + 1);
    return at;
}

static bool is_wanted(const naming_text *text, const ent_mention *m, const wanted *w)
{
    ent_str key = naming_key(text, m);
    bool kind = ent_str_eq(ent_str_from(ent_kind_name(m->kind)), w->key);
    return (w->key.len == 0 || kind || ent_str_eq(key, w->key)) && (w->count == 0 || m->count == w->count);
}

/* Whether the passage names it: over exactly these words, or (for what must not be there) over any of them. */
static bool is_there(const naming_text *text, const wanted *w, bool exactly)
{
    size_t at = place_of(text, w), end = at + w->words.len;
    const ent_token *tokens = text->segments.tokens.items;
    for (size_t i = 0; i < text->mentions.items.n; i++) {
        const ent_mention *m = &text->mentions.items.items[i];
        size_t begin = tokens[m->first].begin, behind = tokens[m->last - 1].end;
        bool counts = w->key.len || (m->kind != ENT_TOPIC && m->kind != ENT_PROPOSAL);
        bool here = exactly ? begin == at && behind == end : begin < end && behind > at;
        if (counts && here && is_wanted(text, m, w))
            return true;
    }
    return false;
}

static void try_items(table *t, const naming_text *text, ent_str items, bool present)
{
    ent_str item;
    while (ent_str_split(&items, ENT_STR(";"), &item)) {
        if (ent_str_trim(item).len == 0)
            continue;
        wanted w = parse_wanted(item);
        t->n_tried++;
        if (place_of(text, &w) == ENT_STR_NONE)
            fault(t, "not in the text", item, text->document.text);
        else if (is_there(text, &w, present) != present)
            fault(t, present ? "not found" : "found, and should not be", item, text->document.text);
    }
}

static void try_passage(table *t, const ent_str *fields, size_t n)
{
    naming_text text;
    assert_true(n >= 2);
    read_passage(t, fields[0], &text);
    size_t before = t->n_faults;
    try_items(t, &text, fields[1], true);
    try_items(t, &text, fields[2], false);
    for (size_t i = 0; i < text.mentions.items.n && t->n_faults > before; i++) {
        const ent_mention *m = &text.mentions.items.items[i];
        print_error("    has: %.*s=%.*s\n", ENT_STR_ARG(naming_words(&text, m)), ENT_STR_ARG(naming_key(&text, m)));
    }
    naming_clear(&text);
}

static void look_alikes_of_states(void **state)
{
    try_table(state, "look-alikes.tsv", try_passage);
}

static void references_reach_so_far(void **state)
{
    try_table(state, "references.tsv", try_passage);
}

static void classes_are_counted(void **state)
{
    try_table(state, "classes.tsv", try_passage);
}

static void persons_are_told_from_things(void **state)
{
    try_table(state, "persons.tsv", try_passage);
}

static void like_named_are_told_apart(void **state)
{
    try_table(state, "same-or-different.tsv", try_passage);
}

static void names_by_their_form(void **state)
{
    try_table(state, "forms.tsv", try_passage);
}

static void misread_names(void **state)
{
    try_table(state, "misread.tsv", try_passage);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(states_are_known_by_all_their_forms),
        cmocka_unit_test(look_alikes_of_states),
        cmocka_unit_test(references_reach_so_far),
        cmocka_unit_test(classes_are_counted),
        cmocka_unit_test(persons_are_told_from_things),
        cmocka_unit_test(like_named_are_told_apart),
        cmocka_unit_test(names_by_their_form),
        cmocka_unit_test(misread_names),
    };
    return cmocka_run_group_tests(tests, naming_set_up, naming_tear_down);
}
