/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts named by their title in quotation marks ("the draft resolutions “Widgets for all” and “No more widgets”"), and
 * what they are called behind that: the title alone, the end of the symbol ("“L.5”"). Meetings, too: "a workshop
 * entitled “Widgets for all”", "the seminar “Widgets for all”". */
#include "importers/extract/names/finder.h"

enum { LONGEST_TITLE = 60, LONGEST_LINK = 8 };

enum { SEVERAL = ENT_UNRESOLVED - 1 }; /* symbols that end so */

typedef struct titling {
    ent_finder *f;
    ent_map titles; /* title as written, and with its head before it ("report Widgets") → entity */
    ent_map ends;   /* "L.5" → the entity whose symbol ends so, or SEVERAL */
} titling;

enum { NO_HEAD = UINT32_MAX };

/* A title in quotation marks, and what stands before it. */
typedef struct titled {
    uint32_t open, close; /* the marks */
    uint32_t first;       /* of the mention: the head's or the symbol's, else the opening mark */
    uint32_t head;        /* the word that says what it is the title of, or NO_HEAD */
    uint32_t named;       /* what a symbol before it names, or ENT_UNRESOLVED */
    bool draft, called;   /* "draft" before the head; "entitled" behind it */
    ent_kind kind;
} titled;

/* ---- the title --------------------------------------------------------------------------------------------------- */

/* The mark that closes what the one at `open` opens, or 0. */
static uint32_t closing_mark(const ent_finder *f, uint32_t open, uint32_t end)
{
    static const char *const pairs[][2] = {{"\"", "\""}, {"“", "”"}, {"„", "“"}, {"‘", "’"}, {"'", "'"}, {"«", "»"}};
    ent_str text = ent_token_text(f->segments, open);
    for (size_t p = 0; p < sizeof pairs / sizeof *pairs; p++) {
        if (!ent_str_is(text, pairs[p][0]))
            continue;
        for (uint32_t i = open + 1; i < end && i <= open + LONGEST_TITLE; i++)
            if (ent_str_is(ent_token_text(f->segments, i), pairs[p][1]))
                return i;
    }
    return 0;
}

static const char *const CALLED[] = {"titled", "entitled", "called", "dubbed", "named", NULL};

/* "called “A”", "entitled: “A”". */
static bool is_called(const ent_finder *f, const ent_sentence *sentence, uint32_t open)
{
    uint32_t at = open - (open > sentence->first && ent_finder_is(f, open - 1, f->words.colon));
    return at > sentence->first && ent_finder_reads_any(f, at - 1, at, CALLED);
}

/* Two words or more, the first with a capital. */
static bool may_be_title(const ent_finder *f, const titled *t)
{
    uint32_t words = 0;
    for (uint32_t i = t->open + 1; i < t->close; i++)
        words += f->tokens[i].kind == ENT_TOKEN_WORD;
    return words > 1 && ent_finder_is_capital(f, t->open + 1);
}

/* What ends in a full stop is a sentence that somebody said, but for what is called so, and a meeting's title. */
static bool keeps_stop(const ent_finder *f, const titled *t)
{
    return !t->called && t->kind != ENT_EVENT && ent_finder_is(f, t->close - 1, f->words.stop);
}

/* American usage puts the comma and the full stop inside the marks. */
static ent_str title_text(const ent_finder *f, const titled *t)
{
    bool inside = ent_finder_is(f, t->close - 1, f->words.comma) ||
                  (!keeps_stop(f, t) && ent_finder_is(f, t->close - 1, f->words.stop));
    return ent_finder_text(f, t->open + 1, t->close - inside);
}

/* ---- what it is the title of ------------------------------------------------------------------------------------- */

/* The "L.5" of a draft that is called so. */
static bool is_end(const ent_finder *f, uint32_t token, uint32_t end)
{
    return token + 2 < end && ent_finder_reads(f, token, end, "L") && ent_finder_is(f, token + 1, f->words.stop) &&
           f->tokens[token + 2].kind == ENT_TOKEN_NUMBER;
}

/* Stands between the head and the title: "resolution II, entitled “…”", "resolution “L.5”, titled “…”". */
static bool is_link(const ent_finder *f, uint32_t token, uint32_t end)
{
    return ent_finder_reads_any(f, token, end, CALLED) || ent_finder_is(f, token, f->words.comma) ||
           ent_finder_is(f, token, f->words.colon) || ent_part_number(f, token) > 0 || ent_finder_is_quote(f, token) ||
           is_end(f, token, end) || (token > 0 && is_end(f, token - 1, end));
}

/* "a workshop on “Widgets today”", "the seminar “Widgets today”": the meeting that a title is of. */
static bool is_meeting_head(const ent_finder *f, uint32_t token)
{
    static const char *const parts[] = {"session", "panel", "panels", "sessions", NULL};
    return (ent_finder_lists(f, token) & (ENT_LIST(DESCRIBED_EVENT) | ENT_LIST(EVENT_HEAD))) != 0 ||
           ent_finder_reads_any(f, token, f->n_tokens, parts);
}

/* The head before the title, or the text that a symbol names there ("A/C.1/99/L.5, entitled “…”"). */
static void find_head(ent_finder *f, const ent_sentence *sentence, titled *t)
{
    bool about = t->open > sentence->first && ent_finder_is(f, t->open - 1, f->words.on);
    for (uint32_t i = t->open - about; i-- > sentence->first && t->open - i <= LONGEST_LINK;) {
        const ent_candidate *over = ent_finder_over(f, i);
        if (over && over->mention.source == ENT_BY_SYMBOL && over->mention.last == i + 1) {
            t->first = over->mention.first;
            t->named = ent_finder_names(f, over);
            return;
        }
        bool event = is_meeting_head(f, i);
        if (event || (ent_finder_lists(f, i) & ENT_LIST(TITLED) && !about)) {
            t->head = i;
            t->kind = event ? ENT_EVENT : ENT_INSTRUMENT;
            t->draft = i > sentence->first && ent_finder_reads(f, i - 1, i, "draft");
            t->first = i - t->draft;
            return;
        }
        if (!is_link(f, i, t->open))
            return;
    }
}

/* "“A” and “B”": the head of the title before goes for this one too. */
static bool shares_head(const ent_finder *f, uint32_t from, uint32_t open)
{
    for (uint32_t i = from; i < open; i++)
        if (!ent_finder_is(f, i, f->words.comma) && !ent_finder_is(f, i, f->words.and_) &&
            !ent_finder_is(f, i, f->words.semicolon))
            return false;
    return open > from;
}

/* The word of the head in the singular: "resolution" of "resolutions". */
static ent_str head_word(const ent_finder *f, uint32_t head)
{
    ent_str text = ent_token_text(f->segments, head);
    bool plural = f->vocabulary->singulars.items[f->tokens[head].word] != f->tokens[head].word;
    return plural && ent_str_ends(text, ENT_STR("s")) ? ent_str_slice(text, 0, text.len - 1) : text;
}

/* A resolution is called as what it is about, perhaps a treaty: only with its head is it told from that. */
static uint32_t new_text(ent_finder *f, const titled *t)
{
    ent_str title = title_text(f, t), head = head_word(f, t->head);
    if (t->kind == ENT_EVENT)
        return ent_finder_entity(f, ENT_EVENT, title, ENT_STR_EMPTY);
    const char *draft = t->draft ? "draft " : "", *status = t->draft ? "; status=draft" : "";
    ent_str attributes = ent_arena_format(f->arena, "form=%s" ENT_STR_FMT "%s", draft, ENT_STR_ARG(head), status);
    bool decided = ent_str_eq_nocase(head, ENT_STR("resolution")) || ent_str_eq_nocase(head, ENT_STR("decision"));
    if (!decided)
        return ent_finder_entity(f, ENT_INSTRUMENT, title, attributes);
    ent_str name =
        ent_arena_format(f->arena, "%s" ENT_STR_FMT " “" ENT_STR_FMT "”", draft, ENT_STR_ARG(head), ENT_STR_ARG(title));
    uint32_t entity = ent_finder_entity(f, ENT_INSTRUMENT, name, attributes);
    ent_named *named = &f->out->entities.items[entity];
    if (named->seen.n == 0) /* the title alone is a name of it, too */
        ent_vec_push(f->arena, &named->seen, title);
    return entity;
}

/* ---- finding them ------------------------------------------------------------------------------------------------ */

/* The symbol in the brackets behind a title, and the token behind them; ENT_UNRESOLVED where there is none. */
static uint32_t symbol_behind(ent_finder *f, uint32_t at, uint32_t end, uint32_t *last)
{
    if (at >= end || !ent_finder_is(f, at, f->words.open))
        return ENT_UNRESOLVED;
    for (uint32_t i = at + 1; i < end && i <= at + LONGEST_LINK; i++) {
        const ent_candidate *over = ent_finder_over(f, i);
        if (!over || over->mention.source != ENT_BY_SYMBOL || over->mention.kind != ENT_INSTRUMENT)
            continue;
        bool closed = over->mention.last < end && ent_finder_is(f, over->mention.last, f->words.close);
        *last = over->mention.last + closed;
        return ent_finder_names(f, over);
    }
    return ENT_UNRESOLVED;
}

/* A report may bear the title of the resolution it leads to: what the head says tells them apart. */
static ent_str headed_title(ent_finder *f, const titled *t)
{
    ent_str title = title_text(f, t);
    return t->head == NO_HEAD ? title : ent_arena_join(f->arena, head_word(f, t->head), ENT_STR(" "), title);
}

/* What a title names: the text whose symbol stands beside it, one that had the title before, else a new one where its
 * head says what it is. *last is the token behind it. */
static uint32_t entity_of(titling *t, uint32_t end, const titled *at, uint32_t *last)
{
    uint32_t entity = symbol_behind(t->f, at->close + 1, end, last);
    if (entity == ENT_UNRESOLVED)
        entity = at->named;
    if (entity == ENT_UNRESOLVED)
        entity = ent_map_find(&t->titles, headed_title(t->f, at));
    return entity == ENT_UNRESOLVED && at->head != NO_HEAD ? new_text(t->f, at) : entity;
}

/* Adds what the title names; the token behind it. */
static uint32_t add_titled(titling *t, uint32_t s, const titled *at)
{
    ent_finder *f = t->f;
    const ent_candidate *over = ent_finder_over(f, at->open);
    bool cited = over && over->mention.kind == ENT_INSTRUMENT && over->mention.source == ENT_BY_REFERENCE;
    uint32_t last = at->close + 1, end = f->segments->sentences.items[s].last;
    uint32_t entity = cited ? ent_finder_names(f, over) : entity_of(t, end, at, &last);
    if (entity == ENT_UNRESOLVED)
        return at->open + 1;
    ent_map_find_or_set(f->arena, &t->titles, title_text(f, at), entity);
    ent_map_find_or_set(f->arena, &t->titles, headed_title(f, at), entity);
    for (uint32_t i = at->first; i < at->open; i++)
        if (is_end(f, i, at->open))
            ent_map_find_or_set(f->arena, &t->ends, ent_finder_text(f, i, i + 3), entity);
    if (cited) /* found already, with the symbol in the brackets behind it */
        return over->mention.last;
    ent_candidate c =
        ent_finder_candidate(s, at->first, last, f->out->entities.items[entity].kind, ENT_BY_FORM, entity, 0.85f);
    c.mention.flags |= ENT_MENTION_DESCRIBED;
    ent_finder_add(f, c);
    return last;
}

static void find_titles(titling *t, uint32_t s)
{
    ent_finder *f = t->f;
    const ent_sentence *sentence = &f->segments->sentences.items[s];
    titled before = {.head = NO_HEAD, .kind = ENT_INSTRUMENT};
    for (uint32_t i = sentence->first, behind = 0; i < sentence->last;) {
        titled at = {.open = i, .first = i, .head = NO_HEAD, .named = ENT_UNRESOLVED, .kind = ENT_INSTRUMENT};
        at.close = ent_finder_is_quote(f, i) ? closing_mark(f, i, sentence->last) : 0;
        at.called = at.close && is_called(f, sentence, i);
        bool fits = at.close && may_be_title(f, &at);
        if (fits)
            find_head(f, sentence, &at);
        if (!fits || keeps_stop(f, &at)) {
            i++;
            continue;
        }
        if (at.head == NO_HEAD && at.named == ENT_UNRESOLVED && shares_head(f, behind, i)) {
            at.head = before.head;
            at.draft = before.draft;
            at.kind = before.kind;
        }
        i = behind = add_titled(t, s, &at);
        before = at;
    }
}

/* ---- "“L.5”" ----------------------------------------------------------------------------------------------------- */

/* "L.5" of "A/C.1/99/L.5/Rev.1". */
static void note_end(titling *t, const ent_candidate *c)
{
    ent_str symbol = ent_finder_text(t->f, c->mention.first, c->mention.last);
    size_t slash = ent_str_find(symbol, ENT_STR("/L."), 0);
    if (slash == ENT_STR_NONE)
        return;
    ent_str end = ent_str_slice(symbol, slash + 1, symbol.len);
    size_t next = ent_str_find(end, ENT_STR("/"), 0);
    end = ent_str_slice(end, 0, next == ENT_STR_NONE ? end.len : next);
    uint32_t entity = ent_finder_names(t->f, c);
    if (ent_map_find_or_set(t->f->arena, &t->ends, end, entity) != entity)
        ent_map_set(t->f->arena, &t->ends, end, SEVERAL);
}

static void find_ends(titling *t, uint32_t s)
{
    ent_finder *f = t->f;
    const ent_sentence *sentence = &f->segments->sentences.items[s];
    for (uint32_t i = sentence->first; i + 2 < sentence->last; i++) {
        bool short_form = is_end(f, i, sentence->last) && !ent_finder_over(f, i);
        uint32_t entity = short_form ? ent_map_find(&t->ends, ent_finder_text(f, i, i + 3)) : ENT_UNRESOLVED;
        if (entity < SEVERAL)
            ent_finder_add(f, ent_finder_candidate(s, i, i + 3, ENT_INSTRUMENT, ENT_BY_SYMBOL, entity, 0.9f));
    }
}

void ent_find_titled(ent_finder *f)
{
    titling t = {.f = f};
    size_t n = f->items.n;
    for (size_t i = 0; i < n; i++)
        if (!f->items.items[i].gone && f->items.items[i].mention.source == ENT_BY_SYMBOL)
            note_end(&t, &f->items.items[i]);
    for (uint32_t s = 0; s < f->segments->sentences.n; s++) {
        find_titles(&t, s);
        if (t.ends.n)
            find_ends(&t, s);
    }
}
