/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Full-text search over the passages. */
#include "core/base/text.h"
#include "core/store/store_internal.h"

static bool has_word(ent_str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (ent_is_alpha(s.data[i]) || ent_is_digit(s.data[i]) || (unsigned char)s.data[i] >= 0x80)
            return true;
    return false;
}

/* A word or a phrase, quoted, so that nothing in it is query syntax. */
static void add_phrase(ent_buf *query, ent_str words)
{
    if (!has_word(words))
        return;
    if (query->len)
        ent_buf_add(query, ENT_STR(" AND "));
    ent_buf_add_char(query, '"');
    ent_buf_add(query, words);
    ent_buf_add_char(query, '"');
}

static void add_words(ent_buf *query, ent_str text)
{
    for (size_t begin = 0, end; begin < text.len; begin = end + 1) {
        for (end = begin; end < text.len && !ent_is_space(text.data[end]); end++)
            ;
        add_phrase(query, ent_str_slice(text, begin, end));
    }
}

/* `due "space objects" veri` → `"due" AND "space objects" AND "veri"*`. Every other piece between quotes is a phrase; a
 * quote that is not closed reaches to the end. */
static void make_query(ent_buf *query, ent_str text)
{
    ent_str piece;
    bool in_quotes = true;
    while (ent_str_split(&text, ENT_STR("\""), &piece)) {
        in_quotes = !in_quotes;
        if (in_quotes)
            add_phrase(query, piece);
        else
            add_words(query, piece);
    }
    if (query->len && !in_quotes && has_word(piece))
        ent_buf_add_char(query, '*');
}

/* Whether this work was already seen to say these words: another rendering of one passage is not another answer. */
static bool is_repeated(ent_arena *arena, ent_map *seen, int64_t work, ent_str text)
{
    ent_str folded = ent_text_fold(arena, text);
    ent_str key = ent_arena_format(arena, "%lld " ENT_STR_FMT, (long long)work, ENT_STR_ARG(folded));
    if (ent_map_find(seen, key) != ENT_MAP_NONE)
        return true;
    ent_map_set(arena, seen, key, 0);
    return false;
}

static ent_status each_hit(ent_store *store, ent_str match, int64_t limit, ent_passage_fn fn, void *context,
                           ent_error *err)
{
    ent_arena arena = {0};
    ent_map seen = {0};
    ent_cutter cutter = {.store = store};
    int64_t outside = 0;
    ent_query query = ent_query_open(store, ENT_SQL_SEARCH);
    ent_query_bind(&query, ENT_TEXT(match));
    while (limit > 0 && !outside && ent_query_next(&query)) {
        ent_passage_row row = {.document_id = {ent_query_int(&query, 0)},
                               .document = ent_query_str(&query, 1),
                               .section = ent_query_str(&query, 2),
                               .line = (uint32_t)ent_query_int(&query, 3),
                               .page = (uint32_t)ent_query_int(&query, 4),
                               .score = ent_query_real(&query, 8)};
        if (!ent_cut(&cutter, row.document_id.row, ent_query_int(&query, 5), ent_query_int(&query, 6), &row.text))
            outside = row.document_id.row;
        else if (!is_repeated(&arena, &seen, ent_query_int(&query, 7), row.text))
            limit = fn(context, &row) ? limit - 1 : 0;
    }
    ent_cutter_clear(&cutter);
    ent_arena_clear(&arena);
    ent_status status = ent_query_close(&query, err);
    return status == ENT_OK && outside ? ent_cut_fail(store, err, outside) : status;
}

ent_status ent_store_search(ent_store *store, ent_str text, int64_t limit, ent_passage_fn fn, void *context,
                            ent_error *err)
{
    ent_buf match = {0};
    make_query(&match, text);
    ent_status status = match.len ? each_hit(store, ent_buf_str(&match), limit, fn, context, err) : ENT_OK;
    ent_buf_clear(&match);
    return status;
}
