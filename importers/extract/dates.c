/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A date is a row of points ("9", "13 May 2022") with links between them ("–", "to", "and"); what a point leaves out,
 * its neighbour says. A point and a row are bounded, so that the cost is linear in the sentence. */
#include "importers/extract/dates.h"

#include "importers/extract/dates_words.h"

enum { FIRST_YEAR = 1850, LAST_YEAR = 2100, MAX_POINTS = 8, MAX_LOOK_BACK = 6 };

typedef struct point {
    int year, month, day; /* 0: not given */
} point;

typedef enum link_kind { LINK_NONE, LINK_COMMA, LINK_AND, LINK_TO } link_kind;

typedef struct row {
    point points[MAX_POINTS];
    size_t n;      /* points */
    uint32_t last; /* token behind it */
    bool range;
} row;

typedef struct scan {
    const ent_segments *segments;
    uint32_t first, last; /* the sentence's tokens */
} scan;

/* ---- numbers and months ------------------------------------------------------------------------------------------ */

/* The digits a token begins with, at most four, or -1; `rest` is what stands behind them. */
static int number_of(const scan *s, uint32_t token, ent_str *rest)
{
    if (token >= s->last)
        return -1;
    ent_str text = ent_token_text(s->segments, token);
    size_t n = 0;
    int value = 0;
    for (; n < text.len && n < 5 && ent_is_digit(text.data[n]); n++)
        value = value * 10 + (text.data[n] - '0');
    *rest = ent_str_slice(text, n, text.len);
    return n == 0 || n > 4 ? -1 : value;
}

static int year_of(const scan *s, uint32_t token)
{
    ent_str rest;
    int value = number_of(s, token, &rest);
    return rest.len == 0 && value >= FIRST_YEAR && value <= LAST_YEAR ? value : 0;
}

/* "13", "13th" */
static int day_of(const scan *s, uint32_t token)
{
    static const char *const endings[] = {"st", "nd", "rd", "th"};
    ent_str rest;
    int value = number_of(s, token, &rest);
    bool good = rest.len == 0;
    for (size_t i = 0; value > 0 && !good && i < ENT_DATES_N(endings); i++)
        good = ent_str_eq_nocase(rest, ent_str_from(endings[i]));
    return good && value >= 1 && value <= 31 ? value : 0;
}

static int month_of(const scan *s, uint32_t token)
{
    static const char *const months[] = {"january", "february",  "march",   "april",    "may",      "june", "july",
                                         "august",  "september", "october", "november", "december", "jan",  "feb",
                                         "mar",     "apr",       "may",     "jun",      "jul",      "aug",  "sep",
                                         "oct",     "nov",       "dec",     "sept"};
    if (token >= s->last || !ent_dates_has(s->segments, token, ENT_TOKEN_CAPITAL))
        return 0;
    size_t found = ent_dates_find_word(s->segments, token, months, ENT_DATES_N(months));
    if (found == ENT_DATES_N(months))
        return 0;
    return found == ENT_DATES_N(months) - 1 ? 9 : (int)(found % 12) + 1;
}

static bool token_is(const scan *s, uint32_t token, ent_str word)
{
    return token < s->last && ent_dates_is(s->segments, token, word);
}

/* ---- points ------------------------------------------------------------------------------------------------------ */

/* "May", "Sept." */
static bool take_month(const scan *s, uint32_t *at, point *out)
{
    out->month = month_of(s, *at);
    if (!out->month)
        return false;
    ++*at;
    bool short_form = token_is(s, *at, ENT_STR(".")) && ent_dates_has(s->segments, *at, ENT_TOKEN_JOINED);
    *at += short_form && (year_of(s, *at + 1) || day_of(s, *at + 1));
    return true;
}

/* "2022", ", 2022" */
static void take_year(const scan *s, uint32_t *at, point *out)
{
    uint32_t year = *at + token_is(s, *at, ENT_STR(","));
    if (year < s->last && ent_dates_has(s->segments, year, ENT_TOKEN_HYPHEN))
        return;
    out->year = year_of(s, year);
    if (out->year)
        *at = year + 1;
}

/* The point at a token, of which the one before it (or NULL) gave the month; returns the token behind it, or `at`. */
static uint32_t read_point(const scan *s, uint32_t at, const point *before, point *out)
{
    uint32_t next = at;
    *out = (point){0};
    if (take_month(s, &next, out)) {
        out->day = next < s->last && !ent_dates_has(s->segments, next, ENT_TOKEN_HYPHEN) ? day_of(s, next) : 0;
        next += out->day > 0;
        take_year(s, &next, out);
        return next;
    }
    out->day = day_of(s, at);
    if (!out->day) {
        out->year = year_of(s, at);
        return at + (out->year > 0);
    }
    next = at + 1;
    uint32_t month = next + token_is(s, next, ENT_STR("of"));
    if (take_month(s, &month, out))
        next = month;
    if (out->month || (before && before->month))
        take_year(s, &next, out);
    return next;
}

/* The token of the next point, and how it hangs on the one before. */
static uint32_t read_link(const scan *s, uint32_t at, link_kind *out)
{
    static const char *const dashes[] = {"-", "–", "—", "‑", "‐"}, *const to[] = {"to", "until", "till", "through"};
    *out = LINK_NONE;
    if (at >= s->last)
        return at;
    if (ent_dates_has(s->segments, at, ENT_TOKEN_HYPHEN)) {
        *out = LINK_TO;
        return at;
    }
    if (ENT_DATES_AMONG(s->segments, at, dashes) || ENT_DATES_AMONG(s->segments, at, to)) {
        *out = LINK_TO;
        return at + 1;
    }
    bool comma = token_is(s, at, ENT_STR(","));
    bool conjunction = token_is(s, at + comma, ENT_STR("and")) || token_is(s, at + comma, ENT_STR("&"));
    *out = conjunction ? LINK_AND : comma ? LINK_COMMA : LINK_NONE;
    return at + comma + conjunction;
}

/* ---- rows -------------------------------------------------------------------------------------------------------- */

static bool is_year_only(const point *p)
{
    return p->year && !p->month && !p->day;
}

/* Whether the second point may go on from the first: lists have no year but the last, years go with years. */
static bool goes_on(const point *first, const point *next, link_kind link, bool between)
{
    if (is_year_only(first) != is_year_only(next))
        return false;
    return link == LINK_TO || !first->year || (between && link == LINK_AND);
}

/* "2018–19": the second half of a year's digits. "2018-05" is a month. */
static bool take_short_year(const scan *s, row *out)
{
    ent_str rest;
    uint32_t at = out->last;
    const point *first = &out->points[0];
    if (out->n != 1 || !is_year_only(first) || at >= s->last || !ent_dates_has(s->segments, at, ENT_TOKEN_HYPHEN))
        return false;
    int value = number_of(s, at, &rest);
    const ent_token *t = &s->segments->tokens.items[at];
    if (rest.len || t->end - t->begin != 2 || value <= 12 || value <= first->year % 100)
        return false;
    out->points[out->n++] = (point){.year = first->year / 100 * 100 + value};
    out->last++;
    out->range = true;
    return true;
}

/* "2022-05-13" */
static bool read_iso(const scan *s, uint32_t at, row *out)
{
    if (at + 2 >= s->last || !ent_dates_has(s->segments, at + 1, ENT_TOKEN_HYPHEN) ||
        !ent_dates_has(s->segments, at + 2, ENT_TOKEN_HYPHEN))
        return false;
    point p = {.year = year_of(s, at), .month = day_of(s, at + 1), .day = day_of(s, at + 2)};
    *out = (row){.points = {p}, .n = 1, .last = at + 3};
    return p.year && p.month && p.month <= 12 && p.day;
}

/* The longest row of points from a token on that ends with a year. */
static bool read_row(const scan *s, uint32_t at, bool between, row *out)
{
    if (read_iso(s, at, out))
        return true;
    *out = (row){0};
    uint32_t end = read_point(s, at, NULL, &out->points[0]);
    if (end == at)
        return false;
    out->n = out->points[0].year ? 1 : 0;
    out->last = end;
    if (take_short_year(s, out))
        return true;
    link_kind link = LINK_COMMA;
    for (size_t n = 1; n < MAX_POINTS && (link == LINK_COMMA || n == 1); n++) {
        uint32_t next = read_link(s, end, &link);
        if (link == LINK_NONE)
            break;
        end = read_point(s, next, &out->points[n - 1], &out->points[n]);
        if (end == next || !goes_on(&out->points[0], &out->points[n], link, between))
            break;
        if (out->points[n].year && link != LINK_COMMA) {
            out->n = n + 1;
            out->last = end;
            out->range = link == LINK_TO;
        }
    }
    return out->n > 0;
}

static bool is_after(const point *a, const point *b)
{
    if (a->year != b->year)
        return a->year > b->year;
    if (a->month != b->month)
        return a->month > b->month;
    return a->day > b->day && b->day;
}

static bool is_valid(const point *p)
{
    static const int days[] = {31, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return p->year && (p->month || !p->day) && p->day <= days[p->month];
}

/* Gives each point what its neighbours say; false when that makes no date. */
static bool complete(row *r)
{
    for (size_t i = 1; i < r->n; i++)
        if (!r->points[i].month)
            r->points[i].month = r->points[i - 1].month;
    point *first = &r->points[0], *last = &r->points[r->n - 1];
    for (size_t i = r->n - 1; i-- > 0;)
        if (!r->points[i].month)
            r->points[i].month = r->points[i + 1].month;
    bool inherited = !first->year;
    if (inherited)
        first->year = last->year;
    if (inherited && r->range && is_after(first, last))
        first->year--; /* "28 November to 2 January 2023" */
    return is_valid(first) && is_valid(last) && !is_after(first, last);
}

/* ---- the words before a date ------------------------------------------------------------------------------------- */

typedef enum lead_word { NO_LEAD, IN, ON, FROM, BETWEEN, SINCE, UNTIL } lead_word;

static lead_word lead_of(const scan *s, uint32_t token)
{
    static const struct {
        const char *text;
        lead_word lead;
    } words[] = {{"in", IN},       {"during", IN},       {"throughout", IN}, {"on", ON},      {"from", FROM},
                 {"since", SINCE}, {"between", BETWEEN}, {"until", UNTIL},   {"till", UNTIL}, {"by", UNTIL}};
    for (size_t i = 0; i < ENT_DATES_N(words); i++)
        if (token_is(s, token, ent_str_from(words[i].text)))
            return words[i].lead;
    return NO_LEAD;
}

static bool is_weekday(const scan *s, uint32_t token)
{
    static const char *const weekdays[] = {"monday", "tuesday",  "wednesday", "thursday",
                                           "friday", "saturday", "sunday"};
    return ENT_DATES_AMONG(s->segments, token, weekdays);
}

/* "the end of" 2025, "early" 2022, "Friday," 13 May 2022 */
static bool is_passed(const scan *s, uint32_t token)
{
    static const char *const words[] = {"the",    "of",        "year",   "month",  "early",  "late",  "mid",
                                        "end",    "beginning", "start",  "middle", "half",   "first", "second",
                                        "spring", "summer",    "autumn", "fall",   "winter", "both"};
    if (token_is(s, token, ENT_STR(",")))
        return token > s->first && is_weekday(s, token - 1);
    return is_weekday(s, token) || ENT_DATES_AMONG(s->segments, token, words);
}

/* The preposition that governs what begins at a token; `*begin` is its token, or the date's own. */
static lead_word find_lead(const scan *s, uint32_t at, uint32_t *begin)
{
    static const char *const beginnings[] = {"starting", "beginning", "effective", "as"};
    *begin = at;
    uint32_t least = at - s->first > MAX_LOOK_BACK ? at - MAX_LOOK_BACK : s->first;
    for (uint32_t i = at; i > least; i--) {
        lead_word lead = lead_of(s, i - 1);
        bool as_of = token_is(s, i - 1, ENT_STR("of")) && i - 1 > s->first && token_is(s, i - 2, ENT_STR("as"));
        if (lead != NO_LEAD || as_of) {
            bool opens = i - 1 > s->first && ENT_DATES_AMONG(s->segments, i - 2, beginnings);
            *begin = i - 1 - opens;
            return opens && lead != UNTIL ? SINCE : lead;
        }
        if (!is_passed(s, i - 1))
            break;
    }
    return NO_LEAD;
}

static ent_date_lead date_lead(lead_word lead, const row *r)
{
    switch (lead) {
    case IN:
    case ON:
        return ENT_DATE_DURING;
    case FROM:
        return r->range ? ENT_DATE_DURING : ENT_DATE_SINCE;
    case BETWEEN:
        return r->n > 1 ? ENT_DATE_DURING : ENT_DATE_BARE;
    case SINCE:
        return ENT_DATE_SINCE;
    case UNTIL:
        return ENT_DATE_UNTIL;
    case NO_LEAD:
        break;
    }
    return ENT_DATE_BARE;
}

/* ---- dates ------------------------------------------------------------------------------------------------------- */

/* Part of a longer number or symbol: "A/2022/5", "post-2020", "2007-era". */
static bool is_glued(const scan *s, uint32_t first, uint32_t last)
{
    static const char *const before[] = {"(", "[", "–", "—", ",", "“", "\""};
    if (first > s->first && ent_dates_has(s->segments, first, ENT_TOKEN_JOINED)) {
        bool mid = ent_dates_has(s->segments, first, ENT_TOKEN_HYPHEN) && token_is(s, first - 1, ENT_STR("mid"));
        if (!mid &&
            (ent_dates_has(s->segments, first, ENT_TOKEN_HYPHEN) || !ENT_DATES_AMONG(s->segments, first - 1, before)))
            return true;
    }
    return last < s->last && (ent_dates_has(s->segments, last, ENT_TOKEN_HYPHEN) ||
                              (token_is(s, last, ENT_STR("/")) && ent_dates_has(s->segments, last, ENT_TOKEN_JOINED)));
}

/* A single year is a number like others, unless a preposition or brackets make it a date. */
static bool is_enough(const scan *s, const row *r, uint32_t first, lead_word lead)
{
    if (r->n > 1 || r->points[0].month)
        return true;
    bool aside = first > s->first && token_is(s, first - 1, ENT_STR("(")) && token_is(s, r->last, ENT_STR(")"));
    return aside || (lead != NO_LEAD && lead != ON && lead != BETWEEN);
}

static ent_str format_point(ent_arena *arena, const point *p)
{
    if (p->day)
        return ent_arena_format(arena, "%04d-%02d-%02d", p->year, p->month, p->day);
    return p->month ? ent_arena_format(arena, "%04d-%02d", p->year, p->month)
                    : ent_arena_format(arena, "%04d", p->year);
}

static bool find_at(ent_arena *arena, const scan *s, uint32_t at, ent_date *out)
{
    bool month = month_of(s, at) > 0;
    if (!month && !year_of(s, at) && !day_of(s, at))
        return false;
    if (month && at > s->first && day_of(s, at - 1))
        return false; /* "31 June 2022" */
    row r;
    uint32_t begin;
    lead_word lead = find_lead(s, at, &begin);
    if (!read_row(s, at, lead == BETWEEN, &r) || !complete(&r) || is_glued(s, at, r.last) ||
        !is_enough(s, &r, at, lead))
        return false;
    ent_date_lead kind = date_lead(lead, &r);
    *out = (ent_date){begin, at, r.last, kind, ENT_STR_EMPTY, ENT_STR_EMPTY};
    if (kind != ENT_DATE_UNTIL)
        out->from = format_point(arena, &r.points[0]);
    if (kind != ENT_DATE_SINCE)
        out->to = format_point(arena, &r.points[r.n - 1]);
    return true;
}

bool ent_dates_find(ent_arena *arena, const ent_segments *segments, uint32_t sentence, ent_date_vec *out)
{
    const ent_sentence *tokens = &segments->sentences.items[sentence];
    scan s = {segments, tokens->first, tokens->last};
    size_t before = out->n;
    for (uint32_t at = s.first; at < s.last;) {
        ent_date date;
        bool found = find_at(arena, &s, at, &date);
        if (found)
            ent_vec_push(arena, out, date);
        at = found ? date.last : at + 1;
        s.first = found ? at : s.first; /* what led one date leads no other */
    }
    return out->n > before;
}
