/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/dates/dates.h"

#include "importers/extract/dates/rows.h"
#include "importers/extract/dates/words.h"

enum { MAX_LOOK_BACK = 6 };

/* ---- the words before a date ------------------------------------------------------------------------------------- */

typedef enum lead_word { NO_LEAD, IN, ON, FROM, BETWEEN, SINCE, UNTIL } lead_word;

static lead_word lead_of(const ent_date_scan *s, uint32_t token)
{
    static const struct {
        const char *text;
        lead_word lead;
    } words[] = {{"in", IN},       {"during", IN},       {"throughout", IN}, {"on", ON},      {"from", FROM},
                 {"since", SINCE}, {"between", BETWEEN}, {"until", UNTIL},   {"till", UNTIL}, {"by", UNTIL}};
    for (size_t i = 0; i < ENT_DATES_N(words); i++)
        if (ent_date_scan_is(s, token, ent_str_from(words[i].text)))
            return words[i].lead;
    return NO_LEAD;
}

static bool is_weekday(const ent_date_scan *s, uint32_t token)
{
    static const char *const weekdays[] = {"monday", "tuesday",  "wednesday", "thursday",
                                           "friday", "saturday", "sunday"};
    return ENT_DATES_AMONG(s->segments, token, weekdays);
}

/* "the end of" 2025, "early" 2022, "Friday," 13 May 2022 */
static bool is_passed(const ent_date_scan *s, uint32_t token)
{
    static const char *const words[] = {"the",    "of",        "year",   "month",  "early",  "late",  "mid",
                                        "end",    "beginning", "start",  "middle", "half",   "first", "second",
                                        "spring", "summer",    "autumn", "fall",   "winter", "both"};
    if (ent_date_scan_is(s, token, ENT_STR(",")))
        return token > s->first && is_weekday(s, token - 1);
    return is_weekday(s, token) || ENT_DATES_AMONG(s->segments, token, words);
}

/* The preposition that governs what begins at a token; `*begin` is its token, or the date's own. */
static lead_word find_lead(const ent_date_scan *s, uint32_t at, uint32_t *begin)
{
    static const char *const beginnings[] = {"starting", "beginning", "effective", "as"};
    *begin = at;
    uint32_t least = at - s->first > MAX_LOOK_BACK ? at - MAX_LOOK_BACK : s->first;
    for (uint32_t i = at; i > least; i--) {
        lead_word lead = lead_of(s, i - 1);
        bool as_of =
            ent_date_scan_is(s, i - 1, ENT_STR("of")) && i - 1 > s->first && ent_date_scan_is(s, i - 2, ENT_STR("as"));
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

static ent_date_lead date_lead(lead_word lead, const ent_date_row *r)
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
static bool is_glued(const ent_date_scan *s, uint32_t first, uint32_t last)
{
    static const char *const before[] = {"(", "[", "–", "—", ",", "“", "\""};
    if (first > s->first && ent_dates_has(s->segments, first, ENT_TOKEN_JOINED)) {
        bool mid =
            ent_dates_has(s->segments, first, ENT_TOKEN_HYPHEN) && ent_date_scan_is(s, first - 1, ENT_STR("mid"));
        if (!mid &&
            (ent_dates_has(s->segments, first, ENT_TOKEN_HYPHEN) || !ENT_DATES_AMONG(s->segments, first - 1, before)))
            return true;
    }
    return last < s->last &&
           (ent_dates_has(s->segments, last, ENT_TOKEN_HYPHEN) ||
            (ent_date_scan_is(s, last, ENT_STR("/")) && ent_dates_has(s->segments, last, ENT_TOKEN_JOINED)));
}

/* A single year is a number like others, unless a preposition or brackets make it a date; a day without a year needs a
 * preposition. */
static bool is_enough(const ent_date_scan *s, const ent_date_row *r, uint32_t first, lead_word lead)
{
    if (!r->year_given)
        return lead == ON || lead == FROM || lead == BETWEEN;
    if (r->n > 1 || r->points[0].month)
        return true;
    bool aside =
        first > s->first && ent_date_scan_is(s, first - 1, ENT_STR("(")) && ent_date_scan_is(s, r->last, ENT_STR(")"));
    return aside || (lead != NO_LEAD && lead != ON && lead != BETWEEN);
}

/* "1967" of "in 1959 and 1967": the preposition of the year before leads it too. */
static bool is_led_before(const ent_date_scan *s, uint32_t at, const ent_date *before)
{
    uint32_t joint = before->last;
    if (before->lead != ENT_DATE_DURING || before->last != before->first + 1 || at > joint + 2)
        return false;
    joint += ent_date_scan_is(s, joint, ENT_STR(","));
    joint += joint < at && ent_date_scan_is(s, joint, ENT_STR("and"));
    return joint == at && at > before->last;
}

static bool find_at(ent_arena *arena, ent_date_scan *s, uint32_t at, const ent_date *before, ent_date *out)
{
    if (!ent_date_may_begin(s, at))
        return false;
    ent_date_row r;
    uint32_t begin;
    lead_word lead = find_lead(s, at, &begin);
    if (lead == NO_LEAD && before && is_led_before(s, at, before))
        lead = IN;
    if (!ent_date_row_read(s, at, lead == BETWEEN, &r) || is_glued(s, at, r.last) || !is_enough(s, &r, at, lead))
        return false;
    s->year = r.points[r.n - 1].year;
    ent_date_lead kind = date_lead(lead, &r);
    *out = (ent_date){begin, at, r.last, kind, ENT_STR_EMPTY, ENT_STR_EMPTY};
    if (kind != ENT_DATE_UNTIL)
        out->from = ent_date_point_format(arena, &r.points[0]);
    if (kind != ENT_DATE_SINCE)
        out->to = ent_date_point_format(arena, &r.points[r.n - 1]);
    return true;
}

bool ent_dates_find(ent_arena *arena, const ent_segments *segments, uint32_t sentence, ent_date_vec *out)
{
    const ent_sentence *tokens = &segments->sentences.items[sentence];
    ent_date_scan s = {segments, tokens->first, tokens->last, 0};
    size_t before = out->n;
    for (uint32_t at = s.first; at < s.last;) {
        ent_date date;
        bool found = find_at(arena, &s, at, out->n > before ? &out->items[out->n - 1] : NULL, &date);
        if (found)
            ent_vec_push(arena, out, date);
        at = found ? date.last : at + 1;
        s.first = found ? at : s.first; /* what led one date leads no other */
    }
    return out->n > before;
}
