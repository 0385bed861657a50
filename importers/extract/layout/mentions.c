/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What only the layout names. A programme gives its sessions a time of day, and often no number; the title then stands
 * behind the time or on the line under it. One time alone makes no programme. */
#include "importers/extract/layout/layout.h"

#include "core/model/key.h"
#include "importers/extract/layout/labels.h"
#include "importers/extract/layout/times.h"

enum { MAX_SYMBOL_LINE = 6, MIN_TIMES = 2, MIN_TITLE = 2, MAX_TITLE = 30 };

typedef ENT_VEC(ent_mention) mention_vec;

static bool has_kinds(const ent_layout_work *work, ent_kinds kinds, uint32_t first, uint32_t last)
{
    return ent_mention_find(work, kinds, first, last) != ENT_NO_MENTION;
}

/* Where the title that line `n` gives from token `from` on ends; `from` when it gives none: a label, a person, a
 * session that is known already. */
static uint32_t title_end(const ent_layout_work *work, uint32_t n, uint32_t from)
{
    const ent_line *line = &work->lines.items[n];
    uint32_t sentence_end = work->segments->sentences.items[ent_sentence_of(work->segments, from)].last;
    uint32_t last = line->last < sentence_end ? line->last : sentence_end, words = 0;
    bool own = ent_line_is_prose(work, line) || ent_line_ends_with(work, line, ':') ||
               ent_label_find(work, line, from).label || ent_label_tail(work, line, from).label ||
               has_kinds(work, ENT_KIND_BIT(ENT_PERSON), from, last) ||
               has_kinds(work, ENT_KIND_BIT(ENT_EVENT), from, from + 2);
    while (last > from && ent_token_is_mark(work, last - 1) && !ent_token_is(work, last - 1, ")"))
        last--;
    for (uint32_t t = from; t < last; t++)
        words += work->segments->tokens.items[t].kind == ENT_TOKEN_WORD;
    bool fits = words >= MIN_TITLE && last - from <= MAX_TITLE &&
                (work->segments->tokens.items[from].flags & ENT_TOKEN_CAPITAL);
    return own || !fits ? from : last;
}

/* The lines with a time of day, each with what stands behind it. */
static uint32_t count_times(const ent_layout_work *work)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < work->lines.n; i++)
        n += ent_pass_time(work, &work->lines.items[i]) > work->lines.items[i].first;
    return n;
}

static ent_mention make_session(const ent_layout_work *work, ent_mentions *mentions, uint32_t first, uint32_t last)
{
    ent_named whole = mentions->entities.items[mentions->self_event];
    ent_str title = ent_tokens_text(work, first, last), slug;
    ent_kind kind;
    ent_key_parse(whole.key, &kind, &slug);
    ent_str name =
        ent_arena_format(work->arena, ENT_STR_FMT " of " ENT_STR_FMT, ENT_STR_ARG(title), ENT_STR_ARG(whole.name));
    ent_str key =
        ent_key_make(work->arena, ENT_EVENT,
                     ent_arena_format(work->arena, ENT_STR_FMT " " ENT_STR_FMT, ENT_STR_ARG(slug), ENT_STR_ARG(title)));
    ent_mention m = {.first = first, .last = last, .kind = ENT_EVENT, .source = ENT_BY_FORM, .confidence = 0.7f};
    m.entity = ent_mentions_entity(work->arena, mentions, ENT_EVENT, key, name, ENT_STR_EMPTY);
    m.sentence = ent_sentence_of(work->segments, first);
    ent_named *named = &mentions->entities.items[m.entity];
    if (named->seen.n == 0)
        ent_vec_push(work->arena, &named->seen, title);
    return m;
}

static void find_sessions(const ent_layout_work *work, ent_mentions *mentions, mention_vec *out)
{
    for (uint32_t i = 0; i < work->lines.n; i++) {
        const ent_line *line = &work->lines.items[i];
        uint32_t n = i, from = ent_pass_time(work, line);
        if (from == line->first)
            continue;
        if (from == line->last && i + 1 < work->lines.n)
            from = ent_pass_time(work, &work->lines.items[n = i + 1]);
        uint32_t last = from < work->lines.items[n].last ? title_end(work, n, from) : from;
        if (last > from)
            ent_vec_push(work->arena, out, make_session(work, mentions, from, last));
        i = n;
    }
}

/* Both are in the order of their tokens. */
static void merge(ent_arena *arena, const ent_segments *segments, ent_mentions *mentions, const mention_vec *sessions)
{
    mention_vec all = {0};
    size_t s = 0;
    for (size_t i = 0; i <= mentions->items.n; i++) {
        ent_mention *old = i < mentions->items.n ? &mentions->items.items[i] : NULL;
        while (s < sessions->n && (!old || sessions->items[s].first <= old->first))
            ent_vec_push(arena, &all, sessions->items[s++]);
        if (!old)
            break;
        if (s > 0 && old->first < sessions->items[s - 1].last)
            old->flags |= ENT_MENTION_NESTED;
        ent_vec_push(arena, &all, *old);
    }
    mentions->items.items = all.items;
    mentions->items.n = all.n;
    mentions->items.cap = all.cap;
    size_t at = 0;
    for (uint32_t sentence = 0; sentence <= segments->sentences.n; sentence++) {
        while (at < all.n && all.items[at].sentence < sentence)
            at++;
        mentions->sentence_first.items[sentence] = (uint32_t)at;
    }
}

/* "A/AC.1/2022/WP.9" at the very top, by itself or beside the body's name; not named in a phrase ("pursuant to
 * A/RES/1/2", "on the report of the Committee (A/1/2)"). */
static uint32_t own_symbol(const ent_layout_work *work)
{
    for (uint32_t i = 0; i < work->lines.n && i < MAX_SYMBOL_LINE; i++) {
        const ent_line *line = &work->lines.items[i];
        uint32_t m = ent_mention_find(work, ENT_KIND_BIT(ENT_INSTRUMENT), line->first, line->last);
        const ent_mention *symbol = m == ENT_NO_MENTION ? NULL : &work->mentions->items.items[m];
        bool named = symbol && symbol->first > line->first && !ent_token_is_mark(work, symbol->first - 1) &&
                     !(work->segments->tokens.items[symbol->first - 1].flags & ENT_TOKEN_CAPITAL);
        named |= symbol && symbol->first > line->first + 2 && ent_token_is(work, symbol->first - 1, "(");
        if (symbol && symbol->source == ENT_BY_SYMBOL && !named && !ent_line_is_prose(work, line))
            return symbol->entity;
    }
    return ENT_UNRESOLVED;
}

void ent_layout_mentions(ent_arena *arena, const ent_knowledge *knowledge, const ent_segments *segments,
                         ent_mentions *mentions)
{
    ent_layout_work work = {.arena = arena, .knowledge = knowledge, .segments = segments, .mentions = mentions};
    mention_vec sessions = {0};
    ent_lines_build(&work);
    uint32_t symbol = own_symbol(&work); /* says what the document is more surely than its title */
    if (symbol != ENT_UNRESOLVED)
        mentions->self_instrument = symbol;
    if (mentions->self_event == ENT_UNRESOLVED || count_times(&work) < MIN_TIMES)
        return;
    find_sessions(&work, mentions, &sessions);
    if (sessions.n)
        merge(arena, segments, mentions, &sessions);
}
