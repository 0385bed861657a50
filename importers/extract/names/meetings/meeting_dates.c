/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/names/meetings/meeting_dates.h"

static bool is_month(const ent_finder *f, uint32_t token)
{
    return ent_finder_lists(f, token) & ENT_LIST(MONTH) &&
           !ent_str_ends(ent_token_text(f->segments, token), ENT_STR("day"));
}

static bool is_between(const ent_finder *f, uint32_t token, int64_t least, int64_t most)
{
    int64_t number = ent_finder_is_number(f, token) ? ent_finder_number(f, token) : -1;
    return number >= least && number <= most;
}

static bool is_year(const ent_finder *f, uint32_t token)
{
    return is_between(f, token, 1900, 2100);
}

static bool is_day(const ent_finder *f, uint32_t token)
{
    return is_between(f, token, 1, 31);
}

uint32_t ent_meeting_date_end(const ent_finder *f, uint32_t at, uint32_t end, bool *month)
{
    uint32_t next = at + (at + 1 < end && is_day(f, at) && is_month(f, at + 1));
    *month = next < end && is_month(f, next);
    if (!*month)
        return at < end && is_year(f, at) ? at + 1 : at;
    next++;
    next += next == at + 1 && next < end && is_day(f, next);
    uint32_t year = next + (next < end && ent_finder_is(f, next, f->words.comma));
    return year < end && is_year(f, year) ? year + 1 : next;
}

uint32_t ent_meeting_date_begin(const ent_finder *f, uint32_t begin, uint32_t last, bool *month)
{
    enum { LONGEST = 4 };
    uint32_t from = last > begin + LONGEST ? last - LONGEST : begin;
    for (uint32_t at = from; at < last; at++)
        if (ent_meeting_date_end(f, at, last, month) == last)
            return at;
    return last;
}

bool ent_meeting_is_weekday(const ent_finder *f, uint32_t at, uint32_t end)
{
    return at < end && ent_finder_lists(f, at) & ENT_LIST(MONTH) && ent_finder_is_capital(f, at) && !is_month(f, at);
}
