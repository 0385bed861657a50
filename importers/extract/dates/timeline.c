/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/dates/timeline.h"

#include "importers/extract/dates/rows.h"
#include "importers/extract/dates/words.h"

enum { MAX_BACK = 60 /* sentences between an entry and the date above it */ };

/* Reads the date that a sentence begins with. */
static bool read_date(const ent_segments *segments, uint32_t sentence, ent_date_row *out)
{
    const ent_sentence *s = &segments->sentences.items[sentence];
    ent_date_scan scan = {.segments = segments, .first = s->first, .last = s->last};
    uint32_t at = s->first;
    while (at < s->last && segments->tokens.items[at].kind == ENT_TOKEN_PUNCT)
        at++;
    return at < s->last && ent_date_may_begin(&scan, at) && ent_date_row_read(&scan, at, false, out) && out->year_given;
}

/* A colon, a dash or the end of a table's cell. */
static bool ends_date(const ent_segments *segments, uint32_t token)
{
    static const char *const marks[] = {":", "–", "—", "-", "|"};
    return segments->document->text.data[segments->tokens.items[token - 1].end] == '\t' ||
           ENT_DATES_AMONG(segments, token, marks);
}

static const ent_block *block_of(const ent_segments *segments, uint32_t sentence)
{
    return &segments->document->blocks.items[segments->sentences.items[sentence].block];
}

/* The sentence is a date and nothing else. */
static bool is_date(const ent_segments *segments, uint32_t sentence, ent_date_row *out)
{
    const ent_sentence *s = &segments->sentences.items[sentence];
    return read_date(segments, sentence, out) && out->last + 1 >= s->last &&
           (out->last == s->last || ENT_TOKEN_PUNCT == segments->tokens.items[out->last].kind);
}

/* The date right above an entry, or the one that heads its section. */
static bool date_above(const ent_segments *segments, uint32_t sentence, ent_date_row *out)
{
    uint32_t section = block_of(segments, sentence)->section;
    if (sentence > 0 && is_date(segments, sentence - 1, out))
        return true;
    for (uint32_t i = sentence; i-- > 0 && i + MAX_BACK > sentence && block_of(segments, i)->section == section;)
        if (block_of(segments, i)->kind == ENT_BLOCK_HEADING)
            return is_date(segments, i, out);
    return false;
}

bool ent_timeline_date(ent_arena *arena, const ent_segments *segments, uint32_t sentence, ent_date *out)
{
    const ent_sentence *s = &segments->sentences.items[sentence];
    ent_date_row row;
    bool first = sentence == 0 || segments->sentences.items[sentence - 1].block != s->block;
    if (!first || s->first == s->last)
        return false;
    bool own = read_date(segments, sentence, &row) && row.last < s->last && ends_date(segments, row.last);
    if (!own && !date_above(segments, sentence, &row))
        return false;
    *out = (ent_date){.begin = s->first, .first = s->first, .last = own ? row.last : s->first};
    out->lead = ENT_DATE_DURING;
    out->from = ent_date_point_format(arena, &row.points[0]);
    out->to = ent_date_point_format(arena, &row.points[row.n - 1]);
    return true;
}
