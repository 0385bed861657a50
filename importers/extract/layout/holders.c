/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "Directors-General" over names with years beside them: rows of a table, items, or a paragraph whose lines were
 * joined. Without years they may be the speakers of a programme, which lists.c reads. */
#include "importers/extract/gazetteer/lexicon_data.h"
#include "importers/extract/layout/captions.h"
#include "importers/extract/layout/offices.h"
#include "importers/extract/layout/times.h"

enum {
    BODIES =
        ENT_KIND_BIT(ENT_ORGANIZATION) | ENT_KIND_BIT(ENT_FORUM) | ENT_KIND_BIT(ENT_BLOC) | ENT_KIND_BIT(ENT_EVENT),
    MAX_CAPTION = 14,
    MAX_BETWEEN = 2, /* lines of prose between a heading and its list */
    MAX_SMALL = 2,   /* words in small letters in an entry: "acting", "to" */
    MIN_HOLDERS = 2,
    MAX_MODIFIERS = 4, /* tokens of "The second" and the like before an office */
    MAX_TITLES = 3,    /* tokens of "is Mr." */
    MAX_HOLDERS = 64
};

typedef struct holder {
    uint32_t person; /* mention */
    uint32_t state;  /* mention, or ENT_NO_MENTION */
    ent_term term;
} holder;

typedef struct holders {
    ent_str role;
    uint32_t body; /* entity */
    bool column;   /* told by a column, whose rows may begin with bodies of their own */
    holder items[MAX_HOLDERS];
    size_t n;
} holders;

/* ---- the words above --------------------------------------------------------------------------------------------- */

/* The token behind these words, parted by spaces or hyphens, where they stand at `first`; else `first`. */
static uint32_t words_end(const ent_layout_work *work, ent_str words, uint32_t first, uint32_t last)
{
    uint32_t t = first;
    if (first == last || !words.len ||
        ent_to_lower(ent_token_text(work->segments, first).data[0]) != ent_to_lower(words.data[0]))
        return first; /* most words are seen to be others by it */
    while (words.len && t < last) {
        size_t len = 0;
        while (len < words.len && words.data[len] != ' ' && words.data[len] != '-')
            len++;
        t += ent_token_is(work, t, "-");
        ent_str text = t < last ? ent_token_text(work->segments, t++) : ENT_STR_EMPTY;
        if (!ent_str_eq_nocase(text, ent_str_slice(words, 0, len)))
            return first;
        words = ent_str_slice(words, len + (len < words.len), words.len);
    }
    return words.len ? first : t;
}

/* For what begins with the same letter the same bit. */
static uint64_t letter_bit(ent_str text)
{
    return text.len ? (uint64_t)1 << (ent_to_lower(text.data[0]) & 63) : 0;
}

/* The office that heads a column of a table's first row ("No. | Chairperson | Took office"), or NULL. */
static const ent_office *heads_column(const ent_layout_work *work, uint32_t n)
{
    const ent_line *line = &work->lines.items[n];
    bool first_row = line->block == work->lines.items[line->table].block;
    const ent_relation_lists *lists = &work->knowledge->lexicon->lists.relations;
    for (size_t i = 0; first_row && i < lists->offices.n; i++)
        if (words_end(work, lists->offices.items[i].name, line->first, line->last) == line->last)
            return &lists->offices.items[i];
    return NULL;
}

/* The office whose holders the line announces, or NULL: a heading, a lead-in ("The directors-general were:"), a
 * sentence that shows a list, a column. */
static const ent_office *announced(const ent_layout_work *work, uint32_t n)
{
    const ent_line *line = &work->lines.items[n];
    static const char *const showing[] = {"list", "below", "following", "overview", "table"};
    if (ent_line_block(work, line)->kind == ENT_BLOCK_ROW)
        return heads_column(work, n);
    uint32_t last_sentence = work->segments->sentences.items[ent_sentence_of(work->segments, line->last - 1)].first;
    uint32_t first = line->n_sentences > 1 && last_sentence > line->first ? last_sentence : line->first;
    bool colon = ent_line_ends_with(work, line, ':');
    if (line->last - first > MAX_CAPTION ||
        (!colon && ent_line_is_prose(work, line) &&
         !ent_tokens_have(work, first, line->last, showing, sizeof showing / sizeof *showing)))
        return NULL;
    const ent_relation_lists *lists = &work->knowledge->lexicon->lists.relations;
    uint64_t letters = 0;
    for (uint32_t t = first; t < line->last; t++)
        letters |= letter_bit(ent_token_text(work->segments, t));
    for (size_t i = 0; i < lists->offices.n; i++) {
        const ent_office *office = &lists->offices.items[i];
        bool may_be = letters & (letter_bit(office->plural) | letter_bit(office->name));
        for (uint32_t t = first; t < line->last && may_be; t++)
            if (words_end(work, office->plural, t, line->last) > t ||
                (colon && words_end(work, office->name, t, line->last) > t))
                return office;
    }
    return NULL;
}

static uint32_t body_in(const ent_layout_work *work, const ent_line *line)
{
    uint32_t m = ent_mention_find(work, BODIES, line->first, line->last);
    return m == ENT_NO_MENTION || ent_mention_at(work, m)->source == ENT_BY_CLASS ? ENT_UNRESOLVED
                                                                                  : ent_mention_at(work, m)->entity;
}

/* The body whose office it is: named in the line, in a heading above it, or in the page's first line. */
static uint32_t body_of(const ent_layout_work *work, uint32_t n)
{
    const ent_document *document = work->segments->document;
    uint32_t body = body_in(work, &work->lines.items[n]);
    uint32_t section = ent_line_block(work, &work->lines.items[n])->section;
    for (; body == ENT_UNRESOLVED && section != 0; section = document->sections.items[section].parent)
        if (work->heading_of[section] != ENT_NO_LINE)
            body = body_in(work, &work->lines.items[work->heading_of[section]]);
    return body == ENT_UNRESOLVED ? body_in(work, &work->lines.items[0]) : body;
}

/* ---- the list ---------------------------------------------------------------------------------------------------- */

/* The one State in tokens [first, last), or ENT_NO_MENTION. */
static uint32_t only_state(const ent_layout_work *work, uint32_t first, uint32_t last)
{
    uint32_t m = ent_mention_find(work, ENT_KIND_BIT(ENT_STATE), first, last);
    if (m == ENT_NO_MENTION)
        return m;
    uint32_t next = ent_mention_find(work, ENT_KIND_BIT(ENT_STATE), ent_mention_at(work, m)->last, last);
    return next == ENT_NO_MENTION ? m : ENT_NO_MENTION;
}

bool ent_office_leads(ent_str name)
{
    return ent_str_find(name, ENT_STR("hair"), 0) != ENT_STR_NONE || ent_str_is_nocase(name, "president") ||
           ent_str_is_nocase(name, "presidency");
}

/* "2017: Iceland and Ireland": States that held the chair. */
static void take_states(const ent_layout_work *work, holders *h, uint32_t first, uint32_t last, ent_term term)
{
    const ent_kinds state = ENT_KIND_BIT(ENT_STATE);
    uint32_t m = ent_mention_find(work, state, first, last);
    for (; m != ENT_NO_MENTION && h->n < MAX_HOLDERS; m = ent_mention_find(work, state, first, last)) {
        h->items[h->n++] = (holder){m, ENT_NO_MENTION, term};
        first = ent_mention_at(work, m)->last;
    }
}

/* The holder in tokens [first, last), where they name one person and a year. */
static void take_holder(ent_layout_work *work, holders *h, uint32_t first, uint32_t last)
{
    const ent_kinds person = ENT_KIND_BIT(ENT_PERSON);
    const ent_kinds own = ENT_KIND_BIT(ENT_ORGANIZATION) | ENT_KIND_BIT(ENT_FORUM) | ENT_KIND_BIT(ENT_EVENT);
    uint32_t m = ent_mention_find(work, person, first, last);
    if (h->column && ent_mention_find(work, own, first, last) != ENT_NO_MENTION)
        return;
    if (m != ENT_NO_MENTION && ent_mention_find(work, person, ent_mention_at(work, m)->last, last) != ENT_NO_MENTION)
        return;
    ent_term term = ent_term_of(work, first, last);
    if (term.from.len && m != ENT_NO_MENTION && h->n < MAX_HOLDERS)
        h->items[h->n++] = (holder){m, only_state(work, first, last), term};
    else if (term.from.len && m == ENT_NO_MENTION && ent_office_leads(h->role))
        take_states(work, h, first, last, term);
}

/* "was asked whether": words that no entry of a list has. */
static bool tells_more(const ent_layout_work *work, uint32_t first, uint32_t last)
{
    uint32_t small = 0;
    for (uint32_t t = first; t < last; t++) {
        const ent_token *token = &work->segments->tokens.items[t];
        small += token->kind == ENT_TOKEN_WORD && !(token->flags & ENT_TOKEN_CAPITAL) &&
                 ent_mention_over(work, t) == ENT_NO_MENTION;
    }
    return small > MAX_SMALL;
}

/* Lines that were joined, "Chile Jane Roe 13 May 1997 Peru John Doe 2002": each entry ends behind its date. */
static void take_joined(ent_layout_work *work, holders *h, const ent_line *line)
{
    const ent_kinds person = ENT_KIND_BIT(ENT_PERSON);
    uint32_t m = ent_mention_find(work, person, line->first, line->last), first = line->first;
    while (m != ENT_NO_MENTION) {
        uint32_t next = ent_mention_find(work, person, ent_mention_at(work, m)->last, line->last);
        uint32_t end = next == ENT_NO_MENTION ? line->last : ent_mention_at(work, next)->first;
        uint32_t state = ent_mention_find(work, ENT_KIND_BIT(ENT_STATE), ent_mention_at(work, m)->last, end);
        bool leads = state != ENT_NO_MENTION && next != ENT_NO_MENTION && ent_mention_at(work, state)->last == end;
        end = leads ? ent_mention_at(work, state)->first : end;
        if (!tells_more(work, first, end))
            take_holder(work, h, first, end);
        first = end;
        m = next;
    }
}

/* The list that begins behind line `n`; rows are read whole. */
static void take_list(ent_layout_work *work, holders *h, uint32_t n)
{
    const ent_line *lines = work->lines.items;
    uint32_t between = 0;
    for (uint32_t i = n + 1, end; i < work->lines.n; i = end) {
        ent_block_kind kind = ent_line_block(work, &lines[i])->kind;
        for (end = i + 1; end < work->lines.n && kind == ENT_BLOCK_ROW && lines[end].block == lines[i].block;)
            end++;
        bool prose = ent_line_is_prose(work, &lines[i]);
        if (kind == ENT_BLOCK_HEADING || (prose && (h->n > 0 || ++between > MAX_BETWEEN)))
            return;
        if (kind == ENT_BLOCK_PARAGRAPH && !prose)
            take_joined(work, h, &lines[i]);
        else if (!prose)
            take_holder(work, h, lines[i].first, lines[end - 1].last);
    }
}

static void state_holder(ent_layout_work *work, const holders *h, const holder *one)
{
    const ent_mention *person = ent_mention_at(work, one->person); /* or a State */
    ent_kind kind = work->mentions->entities.items[h->body].kind;
    bool chairs = ent_office_leads(h->role) && ent_relation_allows(ENT_CHAIRS, person->kind, kind);
    ent_statement s = {chairs ? ENT_CHAIRS : ENT_AFFILIATED_WITH,
                       person->entity,
                       h->body,
                       person->first,
                       "layout.office.holder",
                       0.9f * person->confidence,
                       chairs ? ENT_STR("chair") : h->role,
                       false};
    ent_fact_relation *made = ent_layout_state(work, s);
    if (made)
        made->from = one->term.from, made->to = one->term.to;
    if (one->state == ENT_NO_MENTION)
        return;
    s.type = ENT_AFFILIATED_WITH;
    s.target = ent_mention_at(work, one->state)->entity;
    s.role = ENT_STR_EMPTY;
    ent_layout_state(work, s);
}

/* ---- positions --------------------------------------------------------------------------------------------------- */

/* "Jane Roe | Chile | Vice-Chair" in the row that begins at line `n`, the position in column `cell`. */
static void state_position(ent_layout_work *work, uint32_t n, uint32_t cell, uint32_t body)
{
    const ent_line *lines = work->lines.items;
    uint32_t end = n, at = ENT_NO_LINE;
    for (; end < work->lines.n && lines[end].block == lines[n].block; end++)
        at = lines[end].cell == cell ? end : at;
    uint32_t m = ent_mention_find(work, ENT_KIND_BIT(ENT_PERSON), lines[n].first, lines[end - 1].last);
    const ent_kinds own = ENT_KIND_BIT(ENT_ORGANIZATION) | ENT_KIND_BIT(ENT_FORUM) | ENT_KIND_BIT(ENT_BLOC);
    if (m == ENT_NO_MENTION || at == ENT_NO_LINE || /* "Jane Roe | President | Widget Institute" presides there */
        ent_mention_find(work, own, lines[n].first, lines[end - 1].last) != ENT_NO_MENTION)
        return;
    const ent_mention *person = ent_mention_at(work, m);
    ent_kind kind = work->mentions->entities.items[body].kind;
    bool meets = kind == ENT_FORUM || kind == ENT_EVENT;
    if (meets && !ent_tokens_cue(work, lines[at].first, lines[at].last, ENT_CUE(CHAIR_POST)))
        return;
    ent_layout_state(work, (ent_statement){meets ? ENT_CHAIRS : ENT_AFFILIATED_WITH, person->entity, body,
                                           person->first, "layout.office.position", 0.85f * person->confidence,
                                           ent_tokens_phrase(work, lines[at].first, lines[at].last), false});
}

/* A table under words that name a body, one of whose columns is headed "Position". */
static void read_positions(ent_layout_work *work, uint32_t n)
{
    static const char *const heads[] = {"position", "role", "function", "post"};
    const ent_line *lines = work->lines.items, *head = &lines[n];
    bool first_row = ent_line_block(work, head)->kind == ENT_BLOCK_ROW && head->block == lines[head->table].block;
    if (!first_row || head->table == 0 || head->last - head->first > 1 ||
        !ent_token_is_any(work, head->first, heads, sizeof heads / sizeof *heads))
        return;
    uint32_t body = body_of(work, head->table - 1);
    for (uint32_t i = head->table; i < work->lines.n && lines[i].table == head->table && body != ENT_UNRESOLVED; i++)
        if (lines[i].block != lines[i - 1].block && lines[i].block != head->block)
            state_position(work, i, head->cell, body);
}

/* ---- sentences --------------------------------------------------------------------------------------------------- */

/* "The Council President": a word with a capital before an office, which is no office itself. */
static bool belongs_to_part(const ent_layout_work *work, uint32_t token)
{
    return work->segments->tokens.items[token].flags & ENT_TOKEN_CAPITAL &&
           !ent_token_in_list(work, token, ENT_LIST(POST));
}

/* "The second Director-General was Jane Roe", "The chair, Jane Roe, …" on a body's page: the office is that body's. */
static void read_incumbent(ent_layout_work *work, const ent_sentence *sentence)
{
    static const char *const links[] = {"is", "was", ",", "are", "were"};
    const uint32_t first = sentence->first, last = sentence->last;
    if (first + MAX_MODIFIERS + 2 >= last || !ent_token_is(work, first, "the"))
        return;
    const ent_relation_lists *lists = &work->knowledge->lexicon->lists.relations;
    uint32_t t = first + 1, end = t;
    const ent_office *office = NULL;
    for (; t < first + MAX_MODIFIERS && !office && !belongs_to_part(work, t); t++)
        for (size_t i = 0; i < lists->offices.n && !office; i++) {
            end = words_end(work, lists->offices.items[i].name, t, last);
            office = end > t ? &lists->offices.items[i] : NULL;
        }
    uint32_t m = office ? ent_mention_find(work, ENT_KINDS_ALL, end, last) : ENT_NO_MENTION;
    bool linked = m != ENT_NO_MENTION && ent_token_is_any(work, end, links, sizeof links / sizeof *links) &&
                  ent_mention_is(ent_mention_at(work, m), ENT_KIND_BIT(ENT_PERSON)) &&
                  ent_mention_at(work, m)->first <= end + MAX_TITLES;
    uint32_t section = work->segments->document->blocks.items[sentence->block].section;
    holders h = {.role = linked ? office->name : ENT_STR_EMPTY,
                 .body = linked ? ent_caption_page(work, section) : ENT_UNRESOLVED};
    if (h.body != ENT_UNRESOLVED)
        state_holder(work, &h, &(holder){m, ENT_NO_MENTION, ent_term_of(work, last, last)});
}

void ent_layout_holders(ent_layout_work *work)
{
    for (uint32_t n = 0; n + 1 < work->lines.n; n++) {
        read_positions(work, n);
        const ent_office *office = announced(work, n);
        if (!office)
            continue;
        bool column = ent_line_block(work, &work->lines.items[n])->kind == ENT_BLOCK_ROW;
        holders h = {.role = office->name, .body = body_of(work, n), .column = column};
        if (h.body != ENT_UNRESOLVED)
            take_list(work, &h, n);
        for (size_t i = 0; h.n >= MIN_HOLDERS && i < h.n; i++)
            state_holder(work, &h, &h.items[i]);
    }
    for (uint32_t s = 0; s < work->segments->sentences.n; s++)
        read_incumbent(work, &work->segments->sentences.items[s]);
}
