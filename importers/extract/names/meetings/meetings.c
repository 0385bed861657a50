/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/names/meetings/meetings.h"

#include "importers/extract/names/meetings/meeting_dates.h"
#include "importers/extract/names/names.h"

#include "core/model/key.h"

/* What the words around a head tell. */
typedef struct meeting {
    uint32_t first, head, last;
    uint32_t owner; /* of "the Council's annual meeting", an entity; else ENT_UNRESOLVED */
    bool modified, owned, about, placed, dated, year, people;
    bool same; /* as a meeting named before it: "the [COP 14] conference" */
} meeting;

static bool is_plural(const ent_finder *f, uint32_t token)
{
    uint32_t word = f->tokens[token].word;
    return f->vocabulary->singulars.items[word] != word;
}

/* ---- before the head --------------------------------------------------------------------------------------------- */

/* A body, or a text whose parties meet: "[NSC] meeting", "[CCW] meeting". */
static bool is_owner(const ent_candidate *over)
{
    return over && (over->mention.kind == ENT_FORUM || over->mention.kind == ENT_ORGANIZATION ||
                    over->mention.kind == ENT_BLOC || over->mention.kind == ENT_EVENT ||
                    (over->mention.kind == ENT_INSTRUMENT && !(over->mention.flags & ENT_MENTION_DESCRIBED)));
}

/* The body whose name ends right before `first`, or whose acronym does in brackets behind it: "Widget Group (WG)". */
static const ent_candidate *body_before(const ent_finder *f, uint32_t begin, uint32_t first)
{
    const ent_candidate *over = first > begin ? ent_finder_over(f, first - 1) : NULL;
    if (over || first < begin + 4 || !ent_finder_is(f, first - 1, f->words.close) ||
        !ent_finder_is(f, first - 3, f->words.open))
        return over;
    const ent_candidate *name = ent_finder_over(f, first - 4), *acronym = ent_finder_over(f, first - 2);
    bool one = name && acronym && name->mention.entity == acronym->mention.entity;
    return one && (name->mention.kind == ENT_BLOC || name->mention.kind == ENT_ORGANIZATION) ? name : NULL;
}

static uint32_t modifiers_begin(const ent_finder *f, uint32_t begin, uint32_t first)
{
    while (first > begin &&
           (ent_finder_lists(f, first - 1) & ENT_LIST(DESCRIBED_MODIFIER) ||
            ent_finder_cues(f, first - 1, first, ENT_CUE(MEETING_MODIFIER))) &&
           (!ent_finder_over(f, first - 1) || ent_finder_over(f, first - 1)->mention.kind == ENT_TOPIC))
        first--;
    return first;
}

/* "the [Council]'s annual meeting", "[the Council] held its annual meeting": whose it is, or ENT_UNRESOLVED. */
static uint32_t owner_before(ent_finder *f, const ent_sentence *sentence, uint32_t first)
{
    static const char *const own[] = {"its", "their", NULL};
    static const char *const yearly[] = {"annual", "biennial", "biannual", "yearly", "inaugural", NULL};
    bool owns = first > sentence->first + 1 && ent_finder_is(f, first - 1, f->words.possessive);
    if (first <= sentence->first + 1 || !ent_finder_reads_any(f, first, sentence->last, yearly) ||
        !(owns || ent_finder_reads_any(f, first - 1, first, own)))
        return ENT_UNRESOLVED;
    for (uint32_t t = first - 1; t-- > sentence->first;) {
        const ent_candidate *over = ent_finder_over(f, t);
        bool actor = over && ent_kinds_has(ENT_KINDS_ACTOR | ENT_KIND_BIT(ENT_FORUM), over->mention.kind);
        if (actor)
            return is_owner(over) ? ent_finder_names(f, over) : ENT_UNRESOLVED;
        if (owns)
            break;
    }
    return ENT_UNRESOLVED;
}

/* "[3 July 2031] WID meeting" before `first`: takes it. */
static bool read_date_before(const ent_finder *f, uint32_t begin, uint32_t first, meeting *m)
{
    bool month = false;
    uint32_t date = ent_meeting_date_begin(f, begin, first, &month);
    if (date == first || ent_finder_over(f, date) || ent_finder_ends_cell(f, first - 1))
        return false;
    m->dated = month;
    m->year = !month;
    m->first = date;
    return true;
}

static bool is_gathering(const ent_finder *f, uint32_t head)
{
    return ent_finder_reads(f, head, f->n_tokens, "conference") || ent_finder_reads(f, head, f->n_tokens, "summit");
}

static void read_before(ent_finder *f, const ent_sentence *sentence, meeting *m)
{
    static const char *const passing[] = {"new",  "one",  "two", "three",    "four", "five",
                                          "week", "long", "day", "weeklong", NULL}; /* no part of a name */
    const uint32_t begin = sentence->first;
    m->first = modifiers_begin(f, begin, m->head);
    m->modified = m->first < m->head;
    m->owner = owner_before(f, sentence, m->first);
    uint32_t before = m->first - (m->first > begin);
    const ent_candidate *over = body_before(f, begin, m->first);
    bool unknown = before < m->first && !over && !ent_finder_is(f, before, f->words.close) &&
                   ent_finder_is_acronym(f, before); /* a body that nobody knows */
    if (is_owner(over)) {
        m->owned = true;
        m->same = over->mention.kind == ENT_EVENT && is_gathering(f, m->head);
        m->first = modifiers_begin(f, begin, over->mention.first);
        read_date_before(f, begin, m->first, m);
    } else if (unknown && (read_date_before(f, begin, before, m) || m->modified)) {
        m->owned = true;
        m->first = before < m->first ? before : m->first;
    } else {
        read_date_before(f, begin, m->first, m);
    }
    while (m->first < m->head && ent_finder_reads_any(f, m->first, m->head, passing))
        m->first++;
}

/* ---- behind the head --------------------------------------------------------------------------------------------- */

/* "of the Widget Group" at `at`: behind it, or `at`. */
static uint32_t owner_end(const ent_finder *f, uint32_t at, uint32_t end)
{
    if (at + 1 >= end || !ent_finder_is(f, at, f->words.of))
        return at;
    uint32_t named = at + 1 + ent_finder_is(f, at + 1, f->words.the);
    const ent_candidate *over = named < end ? ent_finder_over(f, named) : NULL;
    bool owner = is_owner(over) && over->mention.first == named && over->mention.last <= end;
    uint32_t behind = owner ? over->mention.last : at;
    if (!owner || (behind < end && ent_finder_is(f, behind, f->words.possessive)))
        return at;
    bool session = over->mention.kind == ENT_FORUM && ent_finder_is_acronym(f, named); /* "of COP 14" */
    int64_t number = session && behind < end && ent_finder_is_number(f, behind) ? ent_finder_number(f, behind) : 0;
    return behind + (number > 0 && number < 100);
}

/* "on widgets", "for Widget Inspectors", "for Widgetland on widgets" at `at`: behind it, or `at`. */
static uint32_t about_end(const ent_finder *f, uint32_t at, uint32_t end)
{
    uint32_t named = at + 1 + ent_finder_is(f, at + 1, f->words.the);
    if (named + 1 < end && ent_finder_is(f, at, f->words.for_) && ent_finder_is_capital(f, named)) {
        uint32_t whom = ent_described_subject_end(f, ENT_EVENT, at + 1, end);
        return whom > at + 1 ? about_end(f, whom, end) : at;
    }
    bool about = ent_finder_is(f, at, f->words.on) || ent_finder_reads(f, at, end, "about");
    if (at + 1 >= end || !about || ent_name_is_adverbial(f, at + 1, end))
        return at;
    uint32_t last = ent_described_subject_end(f, ENT_EVENT, at + 1, end);
    const ent_candidate *topic = last > at + 1 ? ent_finder_over(f, last - 1) : NULL; /* the whole of its name */
    bool more = topic && topic->mention.kind == ENT_TOPIC && topic->mention.last <= end;
    return last == at + 1 ? at : more ? topic->mention.last : last;
}

/* "between Oz and Kansas" at `at`: behind the last of them, or `at`. */
static uint32_t sides_end(const ent_finder *f, uint32_t at, uint32_t end)
{
    static const char *const links[] = {"between", "among", "amongst", NULL};
    if (!ent_finder_reads_any(f, at, end, links))
        return at;
    uint32_t last = at, n = 0;
    for (uint32_t t = at + 1; t < end; t++) {
        const ent_candidate *over = ent_finder_over(f, t);
        bool side = over && (over->mention.kind == ENT_STATE || over->mention.kind == ENT_BLOC);
        if (side) {
            last = over->mention.last;
            t = last - 1;
            n++;
        } else if (!ent_finder_is(f, t, f->words.comma) && !ent_finder_is(f, t, f->words.and_) &&
                   !ent_finder_is(f, t, f->words.the)) {
            break;
        }
    }
    return n > 1 ? last : at;
}

/* "of foreign ministers" at `at`: behind who meets, or `at`. */
static uint32_t people_end(const ent_finder *f, uint32_t at, uint32_t end)
{
    enum { MOST = 3 };
    static const char *const who[] = {"ministers", "experts", "officials", "leaders", "scientists", "diplomats", NULL};
    bool of = at < end && ent_finder_is(f, at, f->words.of);
    for (uint32_t i = at + 1; of && i < end && i <= at + MOST && f->tokens[i].kind == ENT_TOKEN_WORD; i++)
        if (ent_finder_reads_any(f, i, end, who) && !ent_finder_over(f, i))
            return i + 1;
    return at;
}

/* "in Widgetville" at `at`: behind it, or `at`. */
static uint32_t place_end(const ent_finder *f, uint32_t at, uint32_t end)
{
    uint32_t last = at + 1;
    if (!ent_finder_is(f, at, f->words.in))
        return at;
    while (last < end && ent_finder_is_capital(f, last) && f->tokens[last].kind == ENT_TOKEN_WORD &&
           !(ent_finder_lists(f, last) & ENT_LIST(MONTH)))
        last++;
    return last > at + 1 ? last : at;
}

/* "in October 2031", "on 3 July", "on Monday, 3 July", "of July 3, 1958": behind it, or `at`. */
static uint32_t when_end(const ent_finder *f, uint32_t at, uint32_t end, bool *month)
{
    if (!ent_finder_is(f, at, f->words.in) && !ent_finder_is(f, at, f->words.on) && !ent_finder_is(f, at, f->words.of))
        return at;
    uint32_t day = at + 1 + ent_meeting_is_weekday(f, at + 1, end);
    day += day > at + 1 && ent_finder_is(f, day, f->words.comma);
    uint32_t last = ent_meeting_date_end(f, day, end, month);
    return last > day ? last : at;
}

/* Heads that say nothing without a word before or behind them: "event", "meeting". */
static bool is_weak(const ent_finder *f, uint32_t head)
{
    return (ent_finder_lists(f, head) & ENT_LIST(DESCRIBED_WEAK)) != 0;
}

/* Takes "of the Widget Group", and then the first that says when, where or on what. */
static void read_behind(const ent_finder *f, uint32_t end, meeting *m)
{
    uint32_t last = m->owned ? m->last : owner_end(f, m->last, end), sides = sides_end(f, m->last, end);
    m->about = sides > m->last;
    if (m->about) {
        m->last = sides;
        return;
    }
    uint32_t who = people_end(f, m->last, end);
    bool month = false, of = last > m->last;
    m->people = !of && who > m->last;
    m->owned = m->owned || of;
    m->last = m->people ? who : last;
    if (!m->dated && !m->year && (last = when_end(f, m->last, end, &month)) > m->last) {
        m->dated = month;
        m->year = !month;
    } else if ((last = place_end(f, m->last, end)) > m->last) {
        m->placed = true;
        uint32_t when = is_weak(f, m->head) && !m->dated ? when_end(f, last, end, &month) : last;
        m->dated = m->dated || (when > last && month);
        last = when; /* "the meeting in Widgetville on 3 July 2031" */
    } else if (!of && (last = about_end(f, m->last, end)) > m->last) {
        m->about = true;
    }
    m->last = last;
}

/* ---- which one --------------------------------------------------------------------------------------------------- */

/* "any meeting on widgets", "a future meeting": none that was held. */
static bool is_any(const ent_finder *f, const ent_sentence *sentence, uint32_t first)
{
    static const char *const words[] = {"any",     "no",   "each",     "every", "such", "future",
                                        "further", "next", "previous", "last",  NULL};
    static const char *const articles[] = {"a", "an", NULL};
    if (first == sentence->first || ent_finder_reads_any(f, first - 1, first, words))
        return first > sentence->first;
    bool one = ent_finder_reads_any(f, first - 1, first, articles); /* "the first time that it hosted a meeting" */
    for (uint32_t t = sentence->first; one && t + 2 < first; t++)
        if (ent_finder_reads(f, t, first, "first") && ent_finder_reads(f, t + 1, first, "time"))
            return true;
    return false;
}

/* A text tells of one: "the signing ceremony", "a ceremony hosted by …", "the signing event". */
static bool is_ceremony(const ent_finder *f, const meeting *m)
{
    bool signing = m->head > m->first && ent_finder_reads(f, m->head - 1, m->head, "signing");
    return ent_finder_reads(f, m->head, f->n_tokens, "ceremony") ||
           (signing && ent_finder_reads(f, m->head, f->n_tokens, "event"));
}

/* "Widgets: In WID informal consultations": where the words that open the paragraph and say on what end, or `first`. */
static uint32_t topic_end(const ent_finder *f, const ent_sentence *sentence, uint32_t first)
{
    enum { LONGEST = 24 };
    uint32_t colon = sentence->first;
    while (colon < first && colon - sentence->first < LONGEST && !ent_finder_is(f, colon, f->words.colon))
        colon++;
    bool opens = sentence == f->segments->sentences.items || sentence[-1].block != sentence->block;
    return opens && colon < first && ent_finder_is(f, colon, f->words.colon) ? colon : sentence->first;
}

static bool says_which(const ent_finder *f, const ent_sentence *sentence, const meeting *m)
{
    bool weak = is_weak(f, m->head);
    bool told = m->modified || m->owned || m->people, titled = topic_end(f, sentence, m->first) > sentence->first;
    if (m->owner != ENT_UNRESOLVED)
        return true;
    if (ent_finder_reads(f, m->head, f->n_tokens, "session") && !m->modified && !m->about && !(m->owned && m->dated))
        return false; /* its number tells which (parts.c) */
    if (is_plural(f, m->head))
        return m->modified && (m->about || m->dated || m->owned || titled);
    if (m->about || m->placed)
        return told || m->dated || !weak;
    bool summit = m->owned && ent_finder_reads(f, m->head, f->n_tokens, "summit"); /* "the WG summit" */
    bool held = false,
         new = m->modified && m->first > sentence->first &&ent_finder_reads(f, m->first - 1, m->first, "a");
    for (uint32_t t = sentence->first; t < m->first && (m->people || new) && !held;
         t++) /* "Oz hosted a panel meeting" */
        held = ent_finder_lists(f, t) & ENT_LIST(HOLDING);
    return is_ceremony(f, m) || m->dated || summit || held || (m->owned && (m->modified || m->year) && weak);
}

/* What no other meeting has in common with it, where the words alone say little. */
static ent_str key_of(ent_finder *f, const meeting *m, ent_str name)
{
    static const char *const apart[] = {"opening", "closing", "award", "handover", NULL};
    ent_str what = name;
    if (is_ceremony(f, m))
        what = m->modified && ent_finder_reads_any(f, m->head - 1, m->head, apart)
                   ? ent_finder_text(f, m->head - 1, m->head + 1)
                   : ENT_STR("ceremony");
    return ent_key_make(f->arena, ENT_EVENT, ent_arena_join(f->arena, what, ENT_STR(" "), ent_meeting_title(f)));
}

static uint32_t entity_of(ent_finder *f, const ent_sentence *sentence, const meeting *m)
{
    uint32_t titled = is_plural(f, m->head) && !m->about ? topic_end(f, sentence, m->first) : sentence->first;
    ent_str name = ent_finder_name(f, m->first, m->last);
    if (titled > sentence->first)
        name = ent_arena_join(f->arena, name, ENT_STR(" on "), ent_finder_name(f, sentence->first, titled));
    if (m->owner != ENT_UNRESOLVED)
        name = ent_arena_join(f->arena, f->out->entities.items[m->owner].name, ENT_STR(" "), name);
    bool own = m->owner != ENT_UNRESOLVED || m->about || m->dated || m->placed || titled > sentence->first;
    ent_str form = is_plural(f, m->head) ? ENT_STR("form=consultations") : ENT_STR_EMPTY;
    return own ? ent_finder_entity(f, ENT_EVENT, name, form)
               : ent_mentions_entity(f->arena, f->out, ENT_EVENT, key_of(f, m, name), name, form);
}

/* "informal consultations", "multi-stakeholder": what kind of meeting it is is not what it is about. */
static void drop_topics(ent_finder *f, uint32_t first, uint32_t head)
{
    for (uint32_t i = first; i <= head; i++) {
        ent_candidate *over = ent_finder_over(f, i);
        if (over && over->mention.kind == ENT_TOPIC)
            over->gone = true;
    }
}

/* "the 12th annual meeting of the Widget Group": one of a series, which its number names (parts.c). */
static bool is_counted(const ent_finder *f, const ent_sentence *sentence, const meeting *m)
{
    uint32_t at;
    bool meets = ent_finder_reads(f, m->head, sentence->last, "meeting");
    return meets && m->first > sentence->first && ent_part_ordinal(f, m->first - 1, &at) > 0;
}

/* Consultations have no singular; of discussions, those of a panel are a meeting. */
static bool is_head(const ent_finder *f, const ent_sentence *sentence, uint32_t head)
{
    static const char *const panels[] = {"panel", "roundtable", "table", NULL};
    if (ent_finder_reads(f, head, sentence->last, "discussion"))
        return head > sentence->first && ent_finder_reads_any(f, head - 1, head, panels);
    return !is_plural(f, head) || ent_finder_reads(f, head, sentence->last, "consultations");
}

bool ent_meeting_describe(ent_finder *f, uint32_t s, uint32_t head, ent_candidate *out)
{
    const ent_sentence *sentence = &f->segments->sentences.items[s];
    meeting m = {.first = head, .head = head, .last = head + 1};
    if (!is_head(f, sentence, head))
        return false;
    read_before(f, sentence, &m);
    if (m.owner == ENT_UNRESOLVED)
        read_behind(f, sentence->last, &m);
    if (m.same || !says_which(f, sentence, &m) || is_any(f, sentence, m.first) || is_counted(f, sentence, &m))
        return false;
    drop_topics(f, m.first, head);
    *out = ent_finder_candidate(s, m.first, m.last, ENT_EVENT, ENT_BY_FORM, entity_of(f, sentence, &m), 0.7f);
    return true;
}
