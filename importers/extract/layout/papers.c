/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/layout/papers.h"

#include "importers/extract/gazetteer/lexicon_data.h"

#define N(array) (sizeof(array) / sizeof *(array))

enum {
    SUBMITTERS = ENT_KIND_BIT(ENT_STATE) | ENT_KIND_BIT(ENT_BLOC) | ENT_KIND_BIT(ENT_ORGANIZATION),
    MAX_TITLE = 80 /* tokens between the symbol and those who submitted it */
};

/* "08-Jan-08", "12 May 2007", "3.": what may stand before the symbol of a paper in a list. */
static bool is_date_or_number(const ent_layout_work *work, uint32_t token)
{
    const ent_token *t = &work->segments->tokens.items[token];
    return t->kind != ENT_TOKEN_WORD || ent_token_in_list(work, token, ENT_LIST(MONTH)) ||
           (t->end - t->begin == 3 && token > 0 && t[-1].kind != ENT_TOKEN_WORD && t->flags & ENT_TOKEN_CAPITAL);
}

/* The symbol at `token`, or NULL. */
static const ent_mention *symbol_at(const ent_layout_work *work, uint32_t token)
{
    uint32_t m = ent_mention_over(work, token);
    const ent_mention *mention = m != ENT_NO_MENTION ? ent_mention_at(work, m) : NULL;
    return mention && mention->first == token && mention->source == ENT_BY_SYMBOL && mention->kind == ENT_INSTRUMENT
               ? mention
               : NULL;
}

/* The symbol that opens a line, a date before it passed over, or NULL. */
static const ent_mention *opening_symbol(const ent_layout_work *work, const ent_line *line)
{
    enum { DATE = 6 };
    for (uint32_t t = line->first; t < line->last && t < line->first + DATE; t++) {
        const ent_mention *symbol = symbol_at(work, t);
        if (symbol || !is_date_or_number(work, t))
            return symbol;
    }
    return NULL;
}

/* Where lines were joined: the symbol behind `from` that a date stands before, as in the entry it belongs to, or NULL.
 */
static const ent_mention *next_symbol(const ent_layout_work *work, uint32_t from, uint32_t last)
{
    for (uint32_t i = ent_mention_from(work, from);
         i < work->mentions->items.n && ent_mention_at(work, i)->first < last; i++) {
        uint32_t first = ent_mention_at(work, i)->first;
        const ent_mention *symbol = first > from + 1 ? symbol_at(work, first) : NULL;
        if (symbol && is_date_or_number(work, first - 1) && !ent_token_is(work, first - 1, "(") &&
            !ent_token_is(work, first - 1, ",") &&
            (is_date_or_number(work, first - 2) ||
             ent_sentence_of(work->segments, first - 1) != ent_sentence_of(work->segments, first)))
            return symbol;
    }
    return NULL;
}

/* The token behind "submitted by", or `last`. */
static uint32_t submitters_begin(const ent_layout_work *work, uint32_t first, uint32_t last)
{
    for (uint32_t t = first; t + 2 < last && t < first + MAX_TITLE; t++)
        if (ent_token_cues(work, t, ENT_CUE(AUTHORING)) && ent_token_is(work, t + 1, "by"))
            return t + 2;
    return last;
}

/* Whether only words that join the names of submitters stand in tokens [first, last). */
static bool joins(const ent_layout_work *work, uint32_t first, uint32_t last)
{
    static const char *const words[] = {
        "and",        "the",     "of",          "on",         "behalf",        "by",
        "as",         "well",    "with",        "jointly",    "also",          "for",
        "delegation", "mission", "delegations", "government", "governments",   "permanent",
        "together",   "group",   "states",      "following",  "representative"};
    for (uint32_t t = first; t < last; t++)
        if (!ent_token_is_mark(work, t) && !ent_token_is_any(work, t, words, N(words)))
            return false;
    return true;
}

/* Everyone named in one row up to the end of the sentence. */
static void state_submitters(ent_layout_work *work, const ent_mention *paper, uint32_t first, uint32_t last)
{
    uint32_t end = work->segments->sentences.items[ent_sentence_of(work->segments, first)].last, behind = first;
    const ent_mention *items = work->mentions->items.items;
    for (uint32_t i = ent_mention_from(work, first);
         i < work->mentions->items.n && items[i].first < last && items[i].first < end; i++) {
        if (items[i].first > behind && !joins(work, behind, items[i].first))
            return;
        behind = items[i].last > behind ? items[i].last : behind;
        if (ent_mention_is(&items[i], SUBMITTERS) && items[i].source != ENT_BY_CLASS)
            ent_layout_state(work, (ent_statement){ENT_PROPOSED, items[i].entity, paper->entity, items[i].first,
                                                   "layout.papers", 0.9f * items[i].confidence, ENT_STR_EMPTY, false});
    }
}

/* The first forum or meeting that tokens [first, last) name, or ENT_NO_MENTION. */
static uint32_t body_in(const ent_layout_work *work, uint32_t first, uint32_t last)
{
    return ent_mention_find(work, ENT_KIND_BIT(ENT_EVENT) | ENT_KIND_BIT(ENT_FORUM), first, last);
}

/* "The Committee had before it the following documents:", "The following documents were submitted to the Conference:":
 * whose they are, as the last sentence of the line says; else ENT_NO_MENTION. */
static uint32_t receiver_told(const ent_layout_work *work, const ent_line *line)
{
    static const char *const papers[] = {"documents", "papers", "document"};
    uint32_t last = line->last,
             first = work->segments->sentences.items[ent_sentence_of(work->segments, last - 1)].first;
    first = first < line->first ? line->first : first;
    if (!ent_line_ends_with(work, line, ':') || !ent_tokens_have(work, first, last, papers, N(papers)))
        return ENT_NO_MENTION;
    for (uint32_t t = first; t + 1 < last; t++) {
        if (ent_token_is(work, t, "before") && ent_token_is(work, t + 1, "it"))
            return body_in(work, first, t);
        if (ent_token_is(work, t, "submitted") && ent_token_is(work, t + 1, "to"))
            return body_in(work, t, last);
    }
    return ENT_NO_MENTION;
}

/* "Working papers for the second meeting of the Group": the meeting or body whose papers the lines below are; else
 * ENT_NO_MENTION. */
static uint32_t receiver_in(const ent_layout_work *work, const ent_line *line)
{
    static const char *const papers[] = {"papers", "submissions"};
    bool title = false;
    for (uint32_t t = line->first; t < line->last && t < line->first + 4; t++)
        title |= ent_token_is_any(work, t, papers, N(papers));
    return title && !ent_line_is_prose(work, line) ? body_in(work, line->first, line->last) : receiver_told(work, line);
}

uint32_t ent_paper_symbol(const ent_layout_work *work, const ent_line *line)
{
    enum { BRACKET = 20 };
    for (uint32_t t = line->last; t-- > line->first + 1 && t + BRACKET >= line->last;) {
        uint32_t m = ent_token_is(work, t - 1, "(") ? ent_mention_over(work, t) : ENT_NO_MENTION;
        const ent_mention *at = m != ENT_NO_MENTION ? ent_mention_at(work, m) : NULL;
        if (at && at->source == ENT_BY_SYMBOL && at->kind == ENT_INSTRUMENT && at->first == t)
            return m;
    }
    return ENT_NO_MENTION;
}

static void state_receiver(ent_layout_work *work, const ent_mention *paper, uint32_t receiver)
{
    const ent_mention *to = ent_mention_at(work, receiver);
    ent_layout_state(work, (ent_statement){ENT_SUBMITTED_TO, paper->entity, to->entity, paper->first, "layout.papers",
                                           0.85f * to->confidence, ENT_STR_EMPTY, true});
}

/* A paper whose title and submitters stand behind its symbol, up to token `last`. */
static void state_paper(ent_layout_work *work, const ent_mention *paper, uint32_t last)
{
    uint32_t first = submitters_begin(work, paper->last, last);
    if (first < last)
        state_submitters(work, paper, first, last);
}

void ent_layout_papers(ent_layout_work *work)
{
    const ent_line *lines = work->lines.items;
    uint32_t receiver = ENT_NO_MENTION;
    for (uint32_t n = 0; n < work->lines.n; n++) {
        const ent_mention *paper = opening_symbol(work, &lines[n]);
        uint32_t closing = !paper && receiver != ENT_NO_MENTION ? ent_paper_symbol(work, &lines[n]) : ENT_NO_MENTION;
        const ent_mention *listed = closing != ENT_NO_MENTION ? ent_mention_at(work, closing) : paper;
        if (!listed && (receiver_in(work, &lines[n]) != ENT_NO_MENTION || ent_line_is_prose(work, &lines[n])))
            receiver = receiver_in(work, &lines[n]);
        if (listed && receiver != ENT_NO_MENTION && listed->entity != ENT_UNRESOLVED)
            state_receiver(work, listed, receiver);
        uint32_t end = n;
        while (end + 1 < work->lines.n && lines[end + 1].block == lines[n].block)
            end++; /* the other cells of a row */
        if (paper && paper->last == lines[n].last && end == n && end + 1 < work->lines.n)
            end++; /* its title stands on the next line */
        for (const ent_mention *next = NULL; paper; paper = next) {
            next = next_symbol(work, paper->last, lines[end].last);
            state_paper(work, paper, next ? next->first : lines[end].last);
        }
    }
}
