/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Renderings: a PDF's text, its Markdown and a second scan are one work.
 *
 * Two documents render one work when the one contains the other: of the smaller one's shingles (hashes of word
 * sequences) at least four in five stand in the larger. Comparing a new document with all others would cost the square
 * of their number, so a quarter of the shingles, chosen by value, is indexed; the documents that share most of those
 * are compared in full. Boilerplate that thousands of documents share is not followed to all of them. */
#include "core/base/text.h"
#include "core/store/store_internal.h"

#include <stdlib.h>

enum {
    MIN_SHINGLES = 20, /* fewer say nothing about a text */
    MAX_FOLLOWED = 16, /* documents looked at for one shingle */
    MAX_CANDIDATES = 8 /* documents compared in full */
};
static const double contained = 0.8, words_shared = 0.8;

/* By bits that how shingles were sampled has not fixed. */
static bool is_indexed(uint64_t shingle)
{
    return (shingle >> 32 & 3) == 0;
}

static size_t count_shared(const uint64_t *a, size_t n_a, const uint64_t *b, size_t n_b)
{
    size_t shared = 0;
    for (size_t i = 0, j = 0; i < n_a && j < n_b;) {
        shared += a[i] == b[j];
        size_t next_i = i + (a[i] <= b[j]);
        j += b[j] <= a[i];
        i = next_i;
    }
    return shared;
}

/* ---- which work -------------------------------------------------------------------------------------------------- */

typedef struct candidate {
    int64_t document;
    size_t hits;
} candidate;

static int by_id(const void *a, const void *b)
{
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return (x > y) - (x < y);
}

static int by_hits(const void *a, const void *b)
{
    const candidate *x = a, *y = b;
    if (x->hits != y->hits)
        return x->hits < y->hits ? 1 : -1;
    return by_id(&x->document, &y->document);
}

/* The documents behind the new one's indexed shingles, a document as often as it shares one. */
static ent_status list_hits(ent_store *store, const ent_facts *facts, int64_t document, ent_ids *hits, ent_error *err)
{
    ent_query query = ent_query_open(store, ENT_SQL_SHINGLE_DOCUMENTS);
    for (size_t i = 0; i < facts->shingles.n; i++) {
        if (!is_indexed(facts->shingles.items[i]))
            continue;
        ent_query_bind(&query, ENT_INT(facts->shingles.items[i]), ENT_INT(MAX_FOLLOWED));
        while (ent_query_next(&query))
            if (ent_query_int(&query, 0) != document)
                ent_vec_push(&store->scratch, hits, ent_query_int(&query, 0));
        ent_query_again(&query);
    }
    return ent_query_close(&query, err);
}

/* The documents with most hits, most first. */
static size_t rank_candidates(ent_arena *arena, ent_ids *hits, candidate **out)
{
    ENT_VEC(candidate) all = {0};
    if (hits->n)
        qsort(hits->items, hits->n, sizeof *hits->items, by_id);
    for (size_t i = 0; i < hits->n; i++) {
        if (i == 0 || hits->items[i] != hits->items[i - 1])
            ent_vec_push(arena, &all, (candidate){hits->items[i], 0});
        all.items[all.n - 1].hits++;
    }
    if (all.n)
        qsort(all.items, all.n, sizeof *all.items, by_hits);
    *out = all.items;
    return all.n < MAX_CANDIDATES ? all.n : MAX_CANDIDATES;
}

/* How much of the smaller document the other contains, 0..1, and the other's work. */
static ent_status measure(ent_store *store, const ent_facts *facts, int64_t other, double *share, int64_t *work,
                          ent_error *err)
{
    ent_number_vec theirs = {0};
    ent_query query = ent_query_open(store, ENT_SQL_DOCUMENT_SHINGLES);
    ent_query_bind(&query, ENT_INT(other));
    *share = 0;
    if (ent_query_next(&query)) {
        ent_unpack_numbers(&store->scratch, ent_query_str(&query, 0), &theirs);
        *work = ent_query_int(&query, 1);
    }
    size_t smaller = theirs.n < facts->shingles.n ? theirs.n : facts->shingles.n;
    if (smaller >= MIN_SHINGLES)
        *share =
            (double)count_shared(facts->shingles.items, facts->shingles.n, theirs.items, theirs.n) / (double)smaller;
    return ent_query_close(&query, err);
}

static ent_status find_similar(ent_store *store, const ent_facts *facts, int64_t document, int64_t *work,
                               ent_error *err)
{
    ent_ids hits = {0};
    candidate *candidates;
    ent_status status = list_hits(store, facts, document, &hits, err);
    size_t n = rank_candidates(&store->scratch, &hits, &candidates);
    double best = contained;
    for (size_t i = 0; i < n && status == ENT_OK; i++) {
        double share;
        int64_t their_work = 0;
        status = measure(store, facts, candidates[i].document, &share, &their_work, err);
        if (share > best || (share >= contained && *work == document)) {
            best = share;
            *work = their_work;
        }
    }
    return status;
}

ent_status ent_work_find(ent_store *store, const ent_facts *facts, int64_t document, int64_t *work, ent_error *err)
{
    *work = document;
    ent_query query = ent_query_open(store, ENT_SQL_SAME_BYTES);
    ent_query_bind(&query, ENT_INT(facts->hash), ENT_INT(document));
    if (ent_query_next(&query))
        *work = ent_query_int(&query, 0);
    ent_status status = ent_query_close(&query, err);
    if (status != ENT_OK || *work != document || facts->shingles.n < MIN_SHINGLES)
        return status;
    return find_similar(store, facts, document, work, err);
}

/* ---- the index --------------------------------------------------------------------------------------------------- */

ent_status ent_work_index(ent_store *store, const ent_facts *facts, int64_t document, ent_error *err)
{
    ent_rows rows = {.n_columns = 1};
    for (size_t i = 0; i < facts->shingles.n; i++)
        if (is_indexed(facts->shingles.items[i]))
            *ent_rows_add(&store->scratch, &rows) = ENT_INT(facts->shingles.items[i]);
    return ent_query_do(store, ENT_SQL_ADD_SHINGLES, err, ENT_ROWS(&rows), ENT_INT(document));
}

ent_status ent_work_unindex(ent_store *store, int64_t document, ent_error *err)
{
    ent_number_vec shingles = {0};
    ent_query read = ent_query_open(store, ENT_SQL_DOCUMENT_SHINGLES);
    ent_query_bind(&read, ENT_INT(document));
    if (ent_query_next(&read))
        ent_unpack_numbers(&store->scratch, ent_query_str(&read, 0), &shingles);
    ent_status status = ent_query_close(&read, err);
    if (status != ENT_OK)
        return status;
    ent_query remove = ent_query_open(store, ENT_SQL_REMOVE_SHINGLE);
    for (size_t i = 0; i < shingles.n; i++) {
        if (!is_indexed(shingles.items[i]))
            continue;
        ent_query_bind(&remove, ENT_INT(shingles.items[i]), ENT_INT(document));
        ent_query_run(&remove);
    }
    return ent_query_close(&remove, err);
}

/* ---- quotes ------------------------------------------------------------------------------------------------------ */

static int by_number(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

static bool is_word_byte(char c)
{
    return ent_is_alpha(c) || ent_is_digit(c) || (unsigned char)c >= 0x80;
}

ent_words ent_words_of(ent_arena *arena, ent_str text)
{
    ent_str folded = ent_text_fold(arena, text);
    uint64_t *words = ENT_ARENA_NEW(arena, uint64_t, folded.len / 2 + 1);
    size_t n = 0;
    for (size_t begin = 0, end; begin < folded.len; begin = end + 1) {
        for (end = begin; end < folded.len && is_word_byte(folded.data[end]); end++)
            ;
        if (end > begin)
            words[n++] = ent_str_hash(ent_str_slice(folded, begin, end));
    }
    if (n)
        qsort(words, n, sizeof *words, by_number);
    size_t kept = 0;
    for (size_t i = 0; i < n; i++)
        if (kept == 0 || words[i] != words[kept - 1])
            words[kept++] = words[i];
    return (ent_words){words, kept};
}

bool ent_words_agree(ent_words a, ent_words b)
{
    size_t smaller = a.n < b.n ? a.n : b.n;
    return smaller && (double)count_shared(a.items, a.n, b.items, b.n) >= words_shared * (double)smaller;
}

ent_status ent_work_quotes(ent_store *store, int64_t relation, const ent_places *places, ent_words_vec *out,
                           ent_error *err)
{
    ent_query query = ent_query_open(store, ENT_SQL_WORK_QUOTES);
    ent_query_bind(&query, ENT_INT(relation), ENT_INT(places->work), ENT_INT(places->document));
    ent_cutter cutter = {.store = store};
    bool whole = true;
    while (whole && ent_query_next(&query)) {
        ent_str quote;
        whole = ent_cut(&cutter, ent_query_int(&query, 0), ent_query_int(&query, 1), ent_query_int(&query, 2), &quote);
        if (whole)
            ent_vec_push(&store->scratch, out, ent_words_of(&store->scratch, quote));
    }
    ent_cutter_clear(&cutter);
    ent_status status = ent_query_close(&query, err);
    return status == ENT_OK && !whole ? ent_cut_fail(store, err, places->work) : status;
}
