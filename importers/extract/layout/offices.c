/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/layout/offices.h"

#include "importers/extract/gazetteer/lexicon_data.h"
#include "importers/extract/layout/affiliation.h"
#include "importers/extract/layout/times.h"

enum {
    LONGEST_OFFICE = 30, /* tokens of "Director of the Widget Agency 2014–2022" */
    MAX_TITLES = 3,      /* tokens of "Sir Dr." */
    MAX_ABOVE = 2,       /* lines from "In office" up to the office, "Incumbent" between them */
    REACH = 8            /* lines from an office to who held it before */
};

/* An office of the page's person: its words, and where they stand. */
typedef struct office {
    uint32_t first, last;
    uint32_t line;
} office;

/* ---- who --------------------------------------------------------------------------------------------------------- */

/* The person whose name begins at a token, titles passed over, or ENT_NO_MENTION. */
static uint32_t person_at(const ent_layout_work *work, uint32_t first, uint32_t last)
{
    uint32_t m = ent_mention_find(work, ENT_KIND_BIT(ENT_PERSON), first, last);
    return m != ENT_NO_MENTION && ent_mention_at(work, m)->first - first <= MAX_TITLES ? m : ENT_NO_MENTION;
}

/* The person that a line names and says little else, or ENT_NO_MENTION. */
static uint32_t named_by(const ent_layout_work *work, const ent_line *line)
{
    uint32_t m = person_at(work, line->first, line->last);
    return m != ENT_NO_MENTION && line->last - ent_mention_at(work, m)->last <= MAX_TITLES ? m : ENT_NO_MENTION;
}

/* Whom line `n` is told of: its heading names a person, or that of the page does, or the first line. */
static uint32_t person_of_page(const ent_layout_work *work, uint32_t n)
{
    const ent_document *document = work->segments->document;
    uint32_t section = ent_line_block(work, &work->lines.items[n])->section;
    for (;; section = document->sections.items[section].parent) {
        uint32_t heading = work->heading_of[section];
        uint32_t m = heading == ENT_NO_LINE ? ENT_NO_MENTION : named_by(work, &work->lines.items[heading]);
        if (m != ENT_NO_MENTION)
            return m;
        if (section == 0)
            return named_by(work, &work->lines.items[0]);
    }
}

/* ---- what -------------------------------------------------------------------------------------------------------- */

/* "3rd" */
static bool is_ordinal(const ent_layout_work *work, uint32_t token)
{
    ent_str text = ent_token_text(work->segments, token);
    return text.len > 2 && ent_is_digit(text.data[0]) && !ent_is_digit(text.data[text.len - 1]);
}

/* The token with which a post begins in tokens [first, last), behind its number ("3rd"), or `last`; that of the name
 * that it is a part of. */
static uint32_t post_begin(const ent_layout_work *work, uint32_t first, uint32_t last)
{
    for (uint32_t t = first; t < last; t++)
        first = is_ordinal(work, t) ? t + 1 : first;
    uint32_t post = first;
    while (post < last && !ent_token_in_list(work, post, ENT_LIST(POST)))
        post++;
    uint32_t over = post < last ? ent_mention_over(work, post) : ENT_NO_MENTION;
    bool within = over != ENT_NO_MENTION && ent_mention_at(work, over)->first >= first;
    return within ? ent_mention_at(work, over)->first : post;
}

static bool has_post(const ent_layout_work *work, uint32_t n)
{
    const ent_line *line = &work->lines.items[n];
    return post_begin(work, line->first, line->last) < line->last;
}

/* "In office 1995–1999", "Assumed office": the token behind it, or `token`. */
static uint32_t pass_term_label(const ent_layout_work *work, uint32_t token, uint32_t last)
{
    static const char *const begins[] = {"in", "assumed", "took"};
    bool label = token + 1 < last && ent_token_is_any(work, token, begins, sizeof begins / sizeof *begins) &&
                 ent_token_is(work, token + 1, "office");
    return label ? token + 2 : token;
}

/* The relations that were stated since the document had `before` of them: their time, and where they are said. */
static void complete(ent_layout_work *work, size_t before, ent_term term, uint32_t token)
{
    uint32_t sentence = ent_sentence_of(work->segments, token);
    const ent_sentence *at = &work->segments->sentences.items[sentence];
    for (size_t i = before; i < work->facts->relations.n; i++) {
        ent_fact_relation *made = &work->facts->relations.items[i];
        made->from = term.from;
        made->to = term.to;
        made->passage = sentence;
        made->begin = work->segments->tokens.items[at->first].begin;
        made->end = work->segments->tokens.items[at->last - 1].end;
    }
}

static void state_office(ent_layout_work *work, const office *o, uint32_t person, ent_term term, uint32_t token)
{
    size_t before = work->facts->relations.n;
    if (person != ENT_NO_MENTION && o->first < o->last)
        ent_affiliate(work, person, o->first, o->last, "layout.office");
    complete(work, before, term, token);
}

/* The office whose term the words from token `label` to `behind` of line `n` introduce: the words from `from` on before
 * it, else those of the line above. */
static void take_office(ent_layout_work *work, uint32_t n, uint32_t from, uint32_t label, uint32_t behind, office *o)
{
    const ent_line *line = &work->lines.items[n], *next = line + 1;
    uint32_t above = n;
    if (label == from && (n == 0 || from > line->first))
        return;
    while (label == from && above > 0 && n - above < MAX_ABOVE && (above == n || !has_post(work, above)))
        above--;
    o->last = label > from ? label : work->lines.items[above].last;
    o->first = post_begin(work, label > from ? from : work->lines.items[above].first, o->last);
    o->line = n;
    bool alone = behind == line->last && n + 1 < work->lines.n; /* the years stand in the next cell or under it */
    ent_term term = alone ? ent_term_of(work, next->first, next->last) : ent_term_of(work, behind, line->last);
    if (o->first < o->last)
        state_office(work, o, person_of_page(work, n), term, o->first);
}

/* ---- succession -------------------------------------------------------------------------------------------------- */

/* "Preceded by", "Succeeded by" at a token: the token behind it, or `token`. */
static uint32_t pass_succession(const ent_layout_work *work, uint32_t token, uint32_t last, const char *verb)
{
    bool found = token + 1 < last && ent_token_is(work, token, verb) && ent_token_is(work, token + 1, "by");
    return found ? token + 2 : token;
}

/* The words between "Preceded by Jane Roe" and "Succeeded by" are the office: "Director of the Agency 2014–2022". */
static void take_succession(ent_layout_work *work, uint32_t behind, uint32_t n, office *o)
{
    uint32_t end = work->lines.items[work->lines.n - 1].last;
    uint32_t limit = behind + LONGEST_OFFICE < end ? behind + LONGEST_OFFICE : end, next = behind;
    while (next < limit && pass_succession(work, next, end, "succeeded") == next)
        next++;
    uint32_t first = post_begin(work, behind, next);
    if (next == limit || first == next)
        return;
    *o = (office){first, next, n};
    state_office(work, o, person_of_page(work, n), ent_term_of(work, first, next), first);
}

/* Who held the office before or after: the name behind the words at token `t`, in the line or in the next one. The
 * token behind the words, or `t`. */
static uint32_t read_succession(ent_layout_work *work, uint32_t n, uint32_t t, office *o)
{
    const ent_line *line = &work->lines.items[n];
    uint32_t before = pass_succession(work, t, line->last, "preceded");
    uint32_t behind = before > t ? before : pass_succession(work, t, line->last, "succeeded");
    uint32_t last = behind == line->last && n + 1 < work->lines.n ? line[1].last : line->last;
    uint32_t m = behind > t ? person_at(work, behind, last) : ENT_NO_MENTION;
    if (m == ENT_NO_MENTION)
        return behind;
    if (before == behind)
        take_succession(work, ent_mention_at(work, m)->last, n, o);
    if (o->first < o->last && n - o->line <= REACH)
        state_office(work, o, m, (ent_term){ENT_STR_EMPTY, ENT_STR_EMPTY}, ent_mention_at(work, m)->first);
    return behind;
}

static void read_line(ent_layout_work *work, uint32_t n, office *o)
{
    const ent_line *line = &work->lines.items[n];
    for (uint32_t t = line->first, from = t; t < line->last;) {
        bool capital = work->segments->tokens.items[t].flags & ENT_TOKEN_CAPITAL;
        uint32_t term = capital ? pass_term_label(work, t, line->last) : t;
        uint32_t behind = term > t || !capital ? term : read_succession(work, n, t, o);
        if (term > t)
            take_office(work, n, from, t, term, o);
        from = behind > t ? behind : from;
        t = behind > t ? behind : t + 1;
    }
}

/* Whether any heading or the first line names a person, whose page it may be. */
static bool is_about_somebody(const ent_layout_work *work)
{
    bool about = work->lines.n > 0 && named_by(work, &work->lines.items[0]) != ENT_NO_MENTION;
    for (size_t s = 0; s < work->segments->document->sections.n && !about; s++)
        about = work->heading_of[s] != ENT_NO_LINE &&
                named_by(work, &work->lines.items[work->heading_of[s]]) != ENT_NO_MENTION;
    return about;
}

void ent_layout_offices(ent_layout_work *work)
{
    office o = {.first = 0};
    if (!is_about_somebody(work))
        return;
    for (uint32_t n = 0; n < work->lines.n; n++)
        read_line(work, n, &o);
}
