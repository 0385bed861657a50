/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Behind an event's name a walk passes brackets, forms of "was held" and the words of a venue, and takes the first date
 * and the first place it meets; any other word in small letters ends it. */
#include "importers/extract/dates/events.h"

#include "core/base/buf.h"
#include "core/model/key.h"
#include "importers/extract/dates/words.h"

enum { MAX_WALK = 40 };

typedef struct event_time {
    ent_str from, to, place;
    bool two_dates, two_places;
} event_time;

struct ent_event_times {
    ent_arena *arena;
    ent_mentions *mentions;
    event_time *of; /* by entity */
};

/* What stands behind one mention of an event. */
typedef struct walk {
    const ent_mentions *mentions;
    const ent_sentence_dates *sentence;
    uint32_t mention, last; /* the sentence's mentions and tokens end here */
    uint32_t next;          /* the first mention that does not begin before the token at hand */
    size_t date;            /* of the sentence's dates, or their number */
    ent_str place;
    bool happened; /* "held", "took place" */
} walk;

/* ---- places ------------------------------------------------------------------------------------------------------ */

/* Whether anything but a State or city is named within the tokens. */
static bool names_other(const walk *w, uint32_t first, uint32_t last)
{
    uint32_t end = w->mentions->sentence_first.items[w->sentence->sentence + 1];
    for (uint32_t i = w->next; i < end && w->mentions->items.items[i].first < last; i++) {
        const ent_mention *m = &w->mentions->items.items[i];
        if (m->last > first && (m->kind != ENT_STATE || m->flags & ENT_MENTION_ADJECTIVE))
            return true;
    }
    return false;
}

static bool is_name_word(const ent_segments *segments, uint32_t token)
{
    const ent_token *t = &segments->tokens.items[token];
    return t->kind == ENT_TOKEN_WORD && t->flags & ENT_TOKEN_CAPITAL;
}

static bool is_particle(const ent_segments *segments, uint32_t token)
{
    static const char *const particles[] = {"de", "des", "del", "la", "es", "am", "upon"};
    return ENT_DATES_AMONG(segments, token, particles);
}

/* The token behind the name of a place at `at`, or `at`: "Geneva", "The Hague", "Rio de Janeiro". */
static uint32_t place_end(const walk *w, uint32_t at)
{
    static const char *const no_places[] = {"headquarters", "english", "arabic", "room",   "session",    "person",
                                            "annex",        "part",    "spring", "summer", "autumn",     "winter",
                                            "plenary",      "chapter", "fall",   "may",    "parliament", "conference"};
    const ent_segments *segments = w->sentence->segments;
    uint32_t end = at;
    while (end < w->last && is_name_word(segments, end)) {
        if (ENT_DATES_AMONG(segments, end, no_places))
            return at;
        end++;
        bool inside = end + 1 < w->last && is_particle(segments, end) && is_name_word(segments, end + 1);
        end += inside;
    }
    bool numbered = end < w->last && segments->tokens.items[end].kind == ENT_TOKEN_NUMBER;
    return numbered || names_other(w, at, end) ? at : end;
}

/* "in Geneva", "at Wilton Park", "(Geneva": passes it. */
static bool take_place(walk *w, uint32_t *at)
{
    static const char *const openings[] = {"in", "at", "("};
    if (!ENT_DATES_AMONG(w->sentence->segments, *at, openings))
        return false;
    uint32_t first = *at + 1, end = place_end(w, first);
    if (end == first)
        return false;
    const ent_token *tokens = w->sentence->segments->tokens.items;
    bool acronym = end == first + 1 && tokens[first].flags & ENT_TOKEN_ALL_CAPS;
    if (!w->place.len && !acronym)
        w->place = ent_str_slice(w->sentence->segments->document->text, tokens[first].begin, tokens[end - 1].end);
    *at = end;
    return true;
}

/* ---- the walk ---------------------------------------------------------------------------------------------------- */

static bool take_date(walk *w, uint32_t *at)
{
    const ent_date_vec *dates = &w->sentence->dates;
    size_t i = ent_first_from(dates->items, dates->n, sizeof *dates->items, *at);
    const ent_date *d = i < dates->n ? &dates->items[i] : NULL;
    if (!d || d->begin != *at || (d->lead != ENT_DATE_DURING && d->lead != ENT_DATE_BARE))
        return false;
    if (w->date == dates->n)
        w->date = i;
    *at = d->last;
    return true;
}

/* The name of a venue or an organizer; another event's name ends the walk. */
static bool pass_mention(walk *w, uint32_t *at, bool *stops)
{
    uint32_t end = w->mentions->sentence_first.items[w->sentence->sentence + 1];
    while (w->next < end && w->mentions->items.items[w->next].first < *at)
        w->next++;
    const ent_mention *m = w->next < end ? &w->mentions->items.items[w->next] : NULL;
    if (!m || m->first != *at)
        return false;
    *stops = m->kind == ENT_EVENT && m->entity != w->mentions->items.items[w->mention].entity;
    *at = m->last;
    return true;
}

static bool pass_word(walk *w, uint32_t at)
{
    static const char *const happening[] = {"held",      "convened",  "took",      "takes", "place",
                                            "hosted",    "organized", "organised", "met",   "opened",
                                            "scheduled", "taking",    "meeting"};
    static const char *const passed[] = {"(",   ")",     ",",      "which", "that",      "was",    "were",   "is",
                                         "are", "will",  "be",     "has",   "been",      "in",     "at",     "on",
                                         "the", "des",   "from",   "by",    "virtually", "online", "hybrid", "format",
                                         "of",  "again", "during", "take",  "due",       "to",     "both",   "city"};
    const ent_segments *segments = w->sentence->segments;
    if (ENT_DATES_AMONG(segments, at, happening)) {
        w->happened = true;
        return true;
    }
    return is_name_word(segments, at) || ENT_DATES_AMONG(segments, at, passed);
}

static void walk_on(walk *w)
{
    const ent_mention *m = &w->mentions->items.items[w->mention];
    uint32_t at = m->last, end = w->last - at > MAX_WALK ? at + MAX_WALK : w->last;
    bool stops = false;
    while (at < end && !stops) {
        if (take_date(w, &at) || take_place(w, &at) || pass_mention(w, &at, &stops))
            continue;
        if (!pass_word(w, at))
            break;
        at++;
    }
}

/* "the meeting in October 2031", "the 3 July 2031 meeting": the date inside the words by which a meeting is told. */
static size_t date_within(const walk *w)
{
    const ent_mention *m = &w->mentions->items.items[w->mention];
    const ent_date_vec *dates = &w->sentence->dates;
    for (size_t i = 0; i < dates->n && m->flags & ENT_MENTION_DESCRIBED; i++)
        if (dates->items[i].first >= m->first && dates->items[i].last <= m->last)
            return i;
    return dates->n;
}

/* The date right before the name ("the 13–14 May 2022 Workshop"), or the one that opens a sentence in which the event
 * takes place ("On 13 May 2022, the Workshop was held"). */
static size_t date_before(const walk *w)
{
    static const char *const between[] = {",", "the", "a", "an", "'s", "’s"};
    const ent_segments *segments = w->sentence->segments;
    const ent_date_vec *dates = &w->sentence->dates;
    uint32_t sentence_first = segments->sentences.items[w->sentence->sentence].first;
    uint32_t name = w->mentions->items.items[w->mention].first, at = name;
    while (at > sentence_first && ENT_DATES_AMONG(segments, at - 1, between))
        at--;
    for (size_t i = 0; i < dates->n; i++) {
        const ent_date *d = &dates->items[i];
        bool adjacent = d->last == name && d->lead == ENT_DATE_BARE;
        bool opening = d->last == at && d->begin == sentence_first && d->lead == ENT_DATE_DURING && w->happened;
        if (adjacent || opening)
            return i;
    }
    return dates->n;
}

/* ---- what was found ---------------------------------------------------------------------------------------------- */

ent_event_times *ent_event_times_new(ent_arena *arena, ent_mentions *mentions)
{
    ent_event_times *times = ENT_ARENA_NEW(arena, ent_event_times, 1);
    *times = (ent_event_times){arena, mentions, ENT_ARENA_NEW(arena, event_time, mentions->entities.n + 1)};
    return times;
}

/* The same dates, as precise or more so. */
static bool refines(const event_time *a, const event_time *b)
{
    return ent_str_starts(a->from, b->from) && ent_str_starts(a->to, b->to);
}

static bool covers(const event_time *a, const event_time *b)
{
    return ent_str_cmp(a->from, b->from) <= 0 && ent_str_cmp(b->to, a->to) <= 0;
}

/* Of two dates that agree, the more precise stays, then the longer: "on 13 May it opened" is one of its days. */
void ent_event_times_note(ent_event_times *times, uint32_t entity, const ent_date *date)
{
    event_time *old = &times->of[entity], more = {.from = date->from, .to = date->to};
    if (!more.from.len || !more.to.len)
        return;
    bool better = !old->from.len || refines(&more, old) || (covers(&more, old) && !refines(old, &more));
    if (better) {
        old->from = more.from;
        old->to = more.to;
    } else if (!refines(old, &more) && !covers(old, &more)) {
        old->two_dates = true;
    }
}

static void note_place(ent_event_times *times, uint32_t entity, ent_str place)
{
    event_time *t = &times->of[entity];
    if (t->place.len && !ent_str_eq_nocase(t->place, place))
        t->two_places = true;
    t->place = place;
}

static void read_mention(ent_event_times *times, ent_sentence_dates *sentence, uint32_t mention)
{
    const ent_mention *m = &times->mentions->items.items[mention];
    walk w = {.mentions = times->mentions,
              .sentence = sentence,
              .mention = mention,
              .next = mention + 1,
              .last = sentence->segments->sentences.items[sentence->sentence].last,
              .date = sentence->dates.n};
    w.date = date_within(&w);
    walk_on(&w);
    if (w.date == sentence->dates.n)
        w.date = date_before(&w);
    bool dated = w.date < sentence->dates.n;
    if (dated && sentence->owners.items[w.date] == ENT_UNRESOLVED) {
        sentence->owners.items[w.date] = m->entity;
        ent_event_times_note(times, m->entity, &sentence->dates.items[w.date]);
    }
    if (w.place.len && (dated || w.happened))
        note_place(times, m->entity, w.place);
}

void ent_event_times_read(ent_event_times *times, ent_sentence_dates *sentence)
{
    sentence->owners.n = 0;
    for (size_t i = 0; i < sentence->dates.n; i++)
        ent_vec_push(times->arena, &sentence->owners, ENT_UNRESOLVED);
    const uint32_t *first = &times->mentions->sentence_first.items[sentence->sentence];
    for (uint32_t i = first[0]; i < first[1]; i++) {
        const ent_mention *m = &times->mentions->items.items[i];
        if (m->kind == ENT_EVENT && m->entity != ENT_UNRESOLVED && !(m->flags & ENT_MENTION_NESTED))
            read_mention(times, sentence, i);
    }
}

/* ---- attributes -------------------------------------------------------------------------------------------------- */

/* "k=v; k=v" with one more, in its place. */
static ent_str with_attribute(ent_arena *arena, ent_str attributes, ent_str name, ent_str value)
{
    ent_buf out = {0};
    ent_str rest = attributes, piece;
    bool added = false;
    while (attributes.len && ent_str_split(&rest, ENT_STR("; "), &piece)) {
        if (!added && ent_str_cmp(piece, name) > 0) {
            ent_buf_format(&out, "%s" ENT_STR_FMT "=" ENT_STR_FMT, out.len ? "; " : "", ENT_STR_ARG(name),
                           ENT_STR_ARG(value));
            added = true;
        }
        ent_buf_format(&out, "%s" ENT_STR_FMT, out.len ? "; " : "", ENT_STR_ARG(piece));
    }
    if (!added)
        ent_buf_format(&out, "%s" ENT_STR_FMT "=" ENT_STR_FMT, out.len ? "; " : "", ENT_STR_ARG(name),
                       ENT_STR_ARG(value));
    ent_str joined = ent_arena_str(arena, ent_buf_str(&out));
    ent_buf_clear(&out);
    return joined;
}

static void add_attribute(ent_arena *arena, ent_named *named, ent_str name, ent_str value)
{
    if (!ent_attribute_get(named->attributes, name).len)
        named->attributes = with_attribute(arena, named->attributes, name, value);
}

/* What the lexicon knows without a date is a series of events: the document dates one of them. */
static bool is_series(const ent_named *named)
{
    return named->entry != UINT32_MAX && !ent_attribute_get(named->attributes, ENT_STR("date")).len;
}

void ent_event_times_write(ent_event_times *times)
{
    for (size_t i = 0; i < times->mentions->entities.n; i++) {
        ent_named *named = &times->mentions->entities.items[i];
        const event_time *t = &times->of[i];
        if (is_series(named))
            continue;
        bool single = ent_str_eq(t->from, t->to);
        if (t->from.len && !t->two_dates)
            add_attribute(times->arena, named, ENT_STR("date"),
                          single ? t->from
                                 : ent_arena_format(times->arena, ENT_STR_FMT "/" ENT_STR_FMT, ENT_STR_ARG(t->from),
                                                    ENT_STR_ARG(t->to)));
        if (t->place.len && !t->two_places)
            add_attribute(times->arena, named, ENT_STR("place"), t->place);
    }
}
