/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the lexicon's files and checking their rows. How names become findable is aliases.c. */
#include "importers/extract/gazetteer/lexicon.h"

#include "core/base/os.h"
#include "core/model/key.h"
#include "importers/extract/gazetteer/csv.h"
#include "importers/extract/gazetteer/lexicon_data.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_FILE_BYTES = 64 * 1024 * 1024, N_COLUMNS = 5 };
enum { KEY, KIND, NAME, ALIASES, ATTRIBUTES };

static const ent_str columns[N_COLUMNS] = {{"key", 3}, {"kind", 4}, {"name", 4}, {"aliases", 7}, {"attributes", 10}};

typedef struct loader {
    ent_lexicon *lexicon;
    ent_vocabulary *vocabulary;
    ent_lexicon_report report;
} loader;

static bool is_slug(ent_str slug)
{
    if (slug.len == 0 || slug.data[0] == '-' || slug.data[slug.len - 1] == '-')
        return false;
    for (size_t i = 0; i < slug.len; i++) {
        bool hyphen = slug.data[i] == '-';
        if (!hyphen && !ent_is_lower(slug.data[i]) && !ent_is_digit(slug.data[i]))
            return false;
        if (hyphen && slug.data[i - 1] == '-')
            return false;
    }
    return true;
}

static bool attributes_are_pairs(ent_str attributes)
{
    ent_str piece;
    while (attributes.data && ent_str_split(&attributes, ENT_STR(";"), &piece)) {
        size_t equals = ent_str_find(piece, ENT_STR("="), 0);
        bool pair = equals != ENT_STR_NONE && ent_str_find(piece, ENT_STR("="), equals + 1) == ENT_STR_NONE;
        if (ent_str_trim(piece).len && !pair)
            return false;
    }
    return true;
}

/* What is wrong with a row, or NULL; and with which field. */
static const char *row_fault(const ent_csv_record *row, const size_t *place, ent_kind *kind, size_t *field)
{
    *field = row->fields.n - 1;
    if (row->fault)
        return row->fault;
    for (size_t i = 0; i < N_COLUMNS; i++)
        if (place[i] >= row->fields.n)
            return "the row has fewer fields than the header";
    const ent_str *fields = row->fields.items;
    ent_kind key_kind;
    ent_str slug;
    *field = place[KIND];
    if (!ent_kind_find(fields[place[KIND]], kind))
        return "the kind is none of state, bloc, organization, person, forum, event, instrument, proposal, topic";
    *field = place[KEY];
    if (!ent_key_parse(fields[place[KEY]], &key_kind, &slug) || !is_slug(slug))
        return "the key must be kind:slug, the slug of small letters, digits and single hyphens";
    if (key_kind != *kind)
        return "the key begins with another kind than the row's";
    *field = place[ATTRIBUTES];
    if (!attributes_are_pairs(fields[place[ATTRIBUTES]]))
        return "attributes are written name=value; name=value";
    *field = place[NAME];
    return ent_str_trim(fields[place[NAME]]).len ? NULL : "the name is empty";
}

/* "context=a,b" out of the attributes into *context. */
static ent_str split_attributes(ent_arena *arena, ent_str attributes, ent_str *context)
{
    *context = ent_attribute_get(attributes, ENT_STR("context"));
    if (context->len == 0)
        return attributes;
    ent_str kept = ENT_STR_EMPTY, rest = attributes, piece;
    while (ent_str_split(&rest, ENT_STR(";"), &piece)) {
        piece = ent_str_trim(piece);
        if (piece.len && !ent_str_starts(piece, ENT_STR("context=")))
            kept = kept.len
                       ? ent_arena_format(arena, ENT_STR_FMT "; " ENT_STR_FMT, ENT_STR_ARG(kept), ENT_STR_ARG(piece))
                       : piece;
    }
    return kept;
}

static void add_row(loader *l, ent_str file, ent_str text, const ent_csv_record *row, const size_t *place)
{
    ent_kind kind;
    size_t field;
    const char *fault = row_fault(row, place, &kind, &field);
    if (fault) {
        ent_lexicon_fault(&l->report, ent_spot_of(file, text, row->places.items[field]), fault);
        return;
    }
    ent_lexicon *x = l->lexicon;
    const ent_str *fields = row->fields.items;
    ent_lexicon_entry entry = {.key = fields[place[KEY]], .name = ent_str_trim(fields[place[NAME]]), .kind = kind};
    entry.attributes = split_attributes(&x->arena, fields[place[ATTRIBUTES]], &entry.context);
    ent_lexicon_row where = {file, text, row->places.items[0], row->places.items[place[ALIASES]],
                             fields[place[ALIASES]]};
    uint32_t at = ent_map_find_or_set(&x->arena, &x->by_key, entry.key, (uint32_t)x->entries.n);
    if (at == x->entries.n) {
        ent_vec_push(&x->arena, &x->entries, entry);
        ent_vec_push(&x->arena, &x->rows, where);
        return;
    }
    if (ent_str_eq(x->rows.items[at].file, file))
        ent_lexicon_fault(&l->report, ent_spot_of(file, text, row->places.items[place[KEY]]),
                          "the key stands in this file twice");
    x->entries.items[at] = entry;
    x->rows.items[at] = where;
}

/* Where each column stands; false when the header lacks one. */
static bool find_columns(const ent_csv_record *header, size_t *place)
{
    for (size_t i = 0; i < N_COLUMNS; i++) {
        place[i] = SIZE_MAX;
        for (size_t field = 0; field < header->fields.n; field++)
            if (ent_str_eq_nocase(ent_str_trim(header->fields.items[field]), columns[i]))
                place[i] = field;
        if (place[i] == SIZE_MAX)
            return false;
    }
    return true;
}

static void add_table(loader *l, ent_str file, ent_str text)
{
    ent_csv csv = ent_csv_over(text);
    ent_csv_record row = {0};
    size_t place[N_COLUMNS];
    if (!ent_csv_next(&l->lexicon->arena, &csv, &row) || !find_columns(&row, place)) {
        ent_lexicon_fault(&l->report, (ent_spot){file, 1, 1},
                          "the first line must name the columns key,kind,name,aliases,attributes");
        return;
    }
    while (ent_csv_next(&l->lexicon->arena, &csv, &row))
        add_row(l, file, text, &row, place);
}

static void report_list(void *context, ent_spot spot, const char *message)
{
    ent_lexicon_fault(context, spot, message);
}

static ent_status add_folder(loader *l, const char *folder, ent_error *err)
{
    ent_arena *arena = &l->lexicon->arena;
    ent_str_vec files = {0}, unread = {0};
    ent_status status = ent_os_list_files(arena, folder, &files, &unread, err);
    if (status)
        return status;
    for (size_t i = 0; i < files.n; i++) {
        ent_str file = files.items[i], text;
        bool table = ent_str_ends(file, ENT_STR(".csv"));
        if (!table && !ent_str_ends(file, ENT_STR(".txt")))
            continue;
        status = ent_os_read_file(arena, ent_arena_cstr(arena, file), MAX_FILE_BYTES, &text, err);
        if (status)
            return status;
        ent_spot spot;
        const char *fault;
        if (!ent_lexicon_text_begin(file, &text, &spot, &fault))
            ent_lexicon_fault(&l->report, spot, fault);
        else if (table)
            add_table(l, file, text);
        else
            ent_word_lists_add(arena, &l->lexicon->lists, l->vocabulary, file, text, report_list, &l->report);
    }
    return ENT_OK;
}

static ent_status fail_with(const ent_lexicon_report *report, ent_error *err)
{
    *err = report->first;
    if (report->n_faults > 1)
        ent_error_hint(err, "it is the first of %zu faults", report->n_faults);
    return ENT_FAILED;
}

ent_status ent_lexicon_load(const char *const *folders, size_t n_folders, ent_vocabulary *vocabulary,
                            ent_fault_fn complain, void *context, ent_lexicon **out, ent_error *err)
{
    *out = NULL;
    ent_lexicon *lexicon = ent_heap_resize(NULL, sizeof *lexicon);
    memset(lexicon, 0, sizeof *lexicon);
    loader l = {.lexicon = lexicon, .vocabulary = vocabulary, .report = {.complain = complain, .context = context}};
    ent_status status = ENT_OK;
    for (size_t i = 0; i < n_folders && !status; i++)
        status = add_folder(&l, folders[i], err);
    if (!status)
        ent_lexicon_index(lexicon, vocabulary, &l.report);
    if (!status && l.report.n_faults)
        status = fail_with(&l.report, err);
    if (status)
        ent_lexicon_free(lexicon);
    else
        *out = lexicon;
    return status;
}

void ent_lexicon_free(ent_lexicon *lexicon)
{
    if (!lexicon)
        return;
    ent_arena arena = lexicon->arena; /* the entries stand in it, the lexicon itself does not */
    ent_arena_clear(&arena);
    free(lexicon);
}
