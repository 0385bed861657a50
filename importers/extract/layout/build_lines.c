/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cuts the blocks of a document into lines. */
#include "importers/extract/layout/labels.h"

#include <string.h>

enum { MAX_MARK_DIGITS = 3 };

static size_t tabs_before(const ent_layout_work *work, uint32_t token)
{
    const ent_token *t = &work->segments->tokens.items[token];
    size_t n = 0;
    for (size_t at = t[-1].end; at < t->begin; at++)
        n += work->segments->document->text.data[at] == '\t';
    return n;
}

/* "•", "-", "3.", "(b)", "iv)": what stands before an entry of a list. */
static uint32_t pass_list_mark(const ent_layout_work *work, uint32_t first, uint32_t last)
{
    uint32_t t = first;
    static const char *const telling[] = {"\"", "“", "©"};
    while (t < last && ent_token_is_mark(work, t) &&
           !ent_token_is_any(work, t, telling, sizeof telling / sizeof *telling))
        t++;
    if (t + 2 < last &&
        work->segments->tokens.items[t].end - work->segments->tokens.items[t].begin <= MAX_MARK_DIGITS &&
        (ent_token_is(work, t + 1, ")") ||
         (ent_token_is(work, t + 1, ".") && work->segments->tokens.items[t].kind == ENT_TOKEN_NUMBER)))
        t += 2;
    return t < last ? t : first;
}

/* What the next line, of this block, has for its table: rows behind one another in one section are one table. */
static uint32_t table_of(const ent_layout_work *work, uint32_t block)
{
    const ent_block *blocks = work->segments->document->blocks.items;
    uint32_t next = (uint32_t)work->lines.n;
    if (next == 0 || blocks[block].kind != ENT_BLOCK_ROW)
        return next;
    const ent_line *before = &work->lines.items[next - 1];
    bool goes_on =
        blocks[before->block].kind == ENT_BLOCK_ROW && blocks[before->block].section == blocks[block].section;
    return goes_on ? before->table : next;
}

static bool is_small_word(const ent_layout_work *work, uint32_t token)
{
    const ent_token *t = &work->segments->tokens.items[token];
    return t->kind == ENT_TOKEN_WORD && !(t->flags & ENT_TOKEN_CAPITAL);
}

/* "Panel 2", "10:30: Session 3": a line that names a part of a meeting first. */
static bool begins_session(const ent_layout_work *work, uint32_t first, uint32_t last)
{
    enum { OPENING = 8 };
    static const char *const parts[] = {"panel", "session", "roundtable", "plenary"};
    for (uint32_t t = first; t < last && t < first + OPENING; t++)
        if (work->segments->tokens.items[t].flags & ENT_TOKEN_CAPITAL)
            return ent_token_is_any(work, t, parts, sizeof parts / sizeof *parts) &&
                   (t + 1 == last || !is_small_word(work, t + 1)); /* but "Panel discussion on widgets" */
    return false;
}

/* ", featuring Jane Roe", "; moderated by Bo Lind", behind a session's title. */
static bool tells_who(const ent_layout_work *work, uint32_t token)
{
    static const char *const labels[] = {"featuring", "moderated", "chaired", "facilitated"};
    return ent_token_is_mark(work, token - 1) && ent_token_is_any(work, token, labels, sizeof labels / sizeof *labels);
}

/* Cuts a block before each "Label:" in it: lines of a programme may have been joined. */
static void add_line(ent_layout_work *work, uint32_t block, uint32_t cell, uint32_t first, uint32_t last,
                     uint32_t n_sentences)
{
    const ent_token *tokens = work->segments->tokens.items;
    bool session = begins_session(work, first, last);
    for (uint32_t t = first; t < last; first = t) {
        for (t++; t < last &&
                  !(tokens[t].flags & ENT_TOKEN_CAPITAL ? ent_label_at(work, t, last) : session && tells_who(work, t));)
            t++;
        ent_line line = {block, cell, table_of(work, block), pass_list_mark(work, first, t), t, n_sentences};
        ent_vec_push(work->arena, &work->lines, line);
    }
}

static void add_row(ent_layout_work *work, uint32_t block, uint32_t first, uint32_t last)
{
    uint32_t cell = 0, begin = first;
    for (uint32_t t = first + 1; t < last; t++) {
        size_t tabs = tabs_before(work, t);
        if (tabs == 0)
            continue;
        add_line(work, block, cell, begin, t, 1);
        cell += (uint32_t)tabs;
        begin = t;
    }
    add_line(work, block, cell, begin, last, 1);
}

void ent_lines_build(ent_layout_work *work)
{
    const ent_document *document = work->segments->document;
    const ent_sentence *sentences = work->segments->sentences.items;
    work->heading_of = ENT_ARENA_NEW(work->arena, uint32_t, document->sections.n + 1);
    memset(work->heading_of, 0xff, sizeof(uint32_t) * (document->sections.n + 1));
    for (uint32_t s = 0, end; s < work->segments->sentences.n; s = end) {
        uint32_t block = sentences[s].block;
        for (end = s; end < work->segments->sentences.n && sentences[end].block == block;)
            end++;
        const ent_block *b = &document->blocks.items[block];
        if (b->kind == ENT_BLOCK_HEADING && work->heading_of[b->section] == ENT_NO_LINE)
            work->heading_of[b->section] = (uint32_t)work->lines.n;
        if (b->kind == ENT_BLOCK_ROW)
            add_row(work, block, sentences[s].first, sentences[end - 1].last);
        else
            add_line(work, block, 0, sentences[s].first, sentences[end - 1].last, end - s);
    }
}
