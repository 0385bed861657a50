/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/names/references/subjects.h"

#include "core/model/key.h"

static bool token_is(const ent_segments *segments, uint32_t token, const char *const *words)
{
    return ent_str_is_any_nocase(ent_token_text(segments, token), words);
}

/* The first event or forum that the heading names, or ENT_UNRESOLVED. A body to which something goes is another one. */
static uint32_t named_in(const ent_segments *segments, const ent_mentions *mentions, uint32_t sentence)
{
    static const char *const to[] = {"to", NULL};
    uint32_t forum = ENT_UNRESOLVED, begin = segments->sentences.items[sentence].first;
    for (uint32_t i = mentions->sentence_first.items[sentence]; i < mentions->sentence_first.items[sentence + 1]; i++) {
        const ent_mention *m = &mentions->items.items[i];
        bool nested =
            m->flags & ENT_MENTION_NESTED; /* "Report of the Conference": the event counts, a forum does not */
        bool addressed = m->kind == ENT_FORUM && m->first > begin && token_is(segments, m->first - 1, to);
        if (m->entity == ENT_UNRESOLVED || addressed)
            continue;
        if (m->kind == ENT_EVENT)
            return m->entity;
        if (m->kind == ENT_FORUM && !nested && forum == ENT_UNRESOLVED)
            forum = m->entity;
    }
    return forum;
}

/* Whether an event is a numbered part of a meeting, as its key says: "…-panel-2", "…-session-3". What is said under its
 * heading was said in it; what is said under the title of a whole document that names a session, only in a panel. */
static bool is_sitting(ent_str key, bool whole)
{
    static const char *const parts[] = {"-panel", "-session", "-meeting", "-segment"};
    size_t end = key.len;
    while (end > 0 && ent_is_digit(key.data[end - 1]))
        end--;
    if (end == key.len || end == 0 || key.data[end - 1] != '-')
        return false;
    ent_str rest = ent_str_slice(key, 0, end - 1);
    for (size_t i = 0; i < (whole ? 1 : sizeof parts / sizeof parts[0]); i++)
        if (ent_str_ends(rest, ent_str_from(parts[i])))
            return true;
    return false;
}

/* The body that speaks in a resolution: "The General Assembly," alone in its paragraph. Else ENT_UNRESOLVED. */
static uint32_t speaking_body(const ent_segments *segments, const ent_mentions *mentions)
{
    ent_str text = segments->document->text;
    for (uint32_t s = 0; s < segments->sentences.n; s++) {
        uint32_t first = mentions->sentence_first.items[s];
        if (first == mentions->sentence_first.items[s + 1])
            continue;
        const ent_mention *m = &mentions->items.items[first];
        const ent_sentence *sentence = &segments->sentences.items[s];
        const ent_token *closing = &segments->tokens.items[sentence->last - 1];
        bool alone = m->kind == ENT_FORUM && m->entity != ENT_UNRESOLVED && m->first <= sentence->first + 1 &&
                     m->last + 1 == sentence->last;
        if (alone && text.data[closing->begin] == ',')
            return m->entity;
    }
    return ENT_UNRESOLVED;
}

/* A resolution is the words of its body from the first to the last, wherever it was adopted. */
static bool is_resolution(const ent_mentions *mentions)
{
    if (mentions->self_instrument == ENT_UNRESOLVED)
        return false;
    ent_str form = ent_attribute_get(mentions->entities.items[mentions->self_instrument].attributes, ENT_STR("form"));
    return ent_str_ends(form, ENT_STR("resolution")) || ent_str_ends(form, ENT_STR("decision"));
}

/* "The summary of the fourth session", "the discussions at the second session": shortly before the mention. */
static bool is_recorded(const ent_segments *segments, const ent_sentence *sentence, uint32_t at)
{
    static const char *const records[] = {"summary", "report",     "record",      "bulletin",
                                          "minutes", "highlights", "proceedings", NULL};
    static const char *const talks[] = {"discussions", "deliberations", "debates", "exchanges", "presentations", NULL};
    static const char *const of[] = {"of", "on", "from", NULL}, *const in[] = {"at", "during", "in", "of", NULL};
    for (uint32_t t = at; t > sentence->first && t + 4 > at; t--)
        if ((token_is(segments, t, of) && token_is(segments, t - 1, records)) ||
            (token_is(segments, t, in) && token_is(segments, t - 1, talks)))
            return true;
    return false;
}

/* "met for the third day of its first session": a verb of meeting in the sentence. */
static const char *const meets[] = {"met",     "held",      "convened", "opened", "continued", "resumed",
                                    "started", "concluded", "gathered", "began",  NULL};
/* What a body does when it meets. */
static const char *const acts[] = {"approved", "adopted", "heard", "rejected", "passed", "voted", NULL};

static bool has_word(const ent_segments *segments, const ent_sentence *sentence, const char *const *verbs)
{
    for (uint32_t t = sentence->first; t < sentence->last; t++)
        if (token_is(segments, t, verbs))
            return true;
    return false;
}

enum { OPENING_OF_RECORD = 8 }; /* sentences in which a record names its meeting */

/* Whether one of the words stands in the head of the name. */
static bool is_headed(const ent_segments *segments, const ent_mention *m, const char *const *heads)
{
    static const char *const links[] = {"of", "on", "to", NULL};
    for (uint32_t t = m->first; t < m->last && !token_is(segments, t, links); t++)
        if (token_is(segments, t, heads))
            return true;
    return false;
}

/* The meeting whose name stands at the head of a line of the title page: "Meeting of the Parties to …, Geneva"; with
 * `alone` the last body that stands there alone: "Widget Committee", "Legal Subcommittee". Else ENT_UNRESOLVED. */
static uint32_t body_of_title_page(const ent_segments *segments, const ent_mentions *mentions, bool alone)
{
    static const char *const meetings[] = {"meeting", "conference", NULL};
    static const char *const bodies[] = {"committee", "subcommittee", "group", "commission", NULL};
    uint32_t body = ENT_UNRESOLVED;
    for (uint32_t s = 0; s < segments->sentences.n && s < OPENING_OF_RECORD; s++) {
        const ent_sentence *sentence = &segments->sentences.items[s];
        uint32_t first = mentions->sentence_first.items[s];
        const ent_mention *m = first < mentions->sentence_first.items[s + 1] ? &mentions->items.items[first] : NULL;
        if (!m || m->kind != ENT_FORUM || m->entity == ENT_UNRESOLVED || m->first != sentence->first ||
            has_word(segments, sentence, meets))
            continue;
        if (!alone && is_headed(segments, m, meetings))
            return m->entity;
        if (alone && m->last == sentence->last && is_headed(segments, m, bodies))
            body = m->entity;
    }
    return body;
}

/* "Draft report", alone in a line of the opening: the session on the title page is its matter. */
static bool is_report(const ent_segments *segments)
{
    enum { LONGEST = 3 };
    static const char *const report[] = {"report", NULL};
    for (uint32_t s = 0; s < segments->sentences.n && s < OPENING_OF_RECORD; s++) {
        const ent_sentence *sentence = &segments->sentences.items[s];
        if (sentence->last - sentence->first <= LONGEST && token_is(segments, sentence->last - 1, report))
            return true;
    }
    return false;
}

/* The sitting that the opening of the text names as its matter: at the head of a line, as recorded, or as held. Else
 * ENT_UNRESOLVED. */
static uint32_t meeting_of_opening(const ent_segments *segments, const ent_mentions *mentions)
{
    bool report = is_report(segments);
    for (uint32_t s = 0; s < segments->sentences.n && s < OPENING_OF_RECORD; s++) {
        const ent_sentence *sentence = &segments->sentences.items[s];
        for (uint32_t i = mentions->sentence_first.items[s]; i < mentions->sentence_first.items[s + 1]; i++) {
            const ent_mention *m = &mentions->items.items[i];
            bool alone =
                s > 0 && !report && m->first == sentence->first && m->last == sentence->last; /* on a title page */
            if (m->kind == ENT_EVENT && m->entity != ENT_UNRESOLVED && !alone &&
                is_sitting(mentions->entities.items[m->entity].key, false) &&
                (m->first == sentence->first || is_recorded(segments, sentence, m->first) ||
                 has_word(segments, sentence, meets)))
                return m->entity;
        }
    }
    return ENT_UNRESOLVED;
}

/* "Oz Widget Conference - June 2031": the meeting that a line of the title page is about. Else ENT_UNRESOLVED. */
static uint32_t meeting_of_title_page(const ent_segments *segments, const ent_mentions *mentions)
{
    enum { DATE = 7 }; /* tokens */
    for (uint32_t s = 0; s < segments->sentences.n && s < OPENING_OF_RECORD; s++) {
        const ent_sentence *sentence = &segments->sentences.items[s];
        uint32_t first = mentions->sentence_first.items[s];
        const ent_mention *m = first < mentions->sentence_first.items[s + 1] ? &mentions->items.items[first] : NULL;
        bool opens = m && m->kind == ENT_EVENT && m->entity != ENT_UNRESOLVED && m->first == sentence->first;
        bool dated = opens && m->last < sentence->last && m->last + DATE >= sentence->last &&
                     segments->tokens.items[sentence->last - 1].kind == ENT_TOKEN_NUMBER;
        if (dated && !is_sitting(mentions->entities.items[m->entity].key, false))
            return m->entity;
    }
    return ENT_UNRESOLVED;
}

/* "Today the Widget Council approved it": the mention is the subject of one of the verbs. */
static bool is_subject_of(const ent_segments *segments, const ent_sentence *sentence, const ent_mention *m,
                          const char *const *verbs)
{
    static const char *const articles[] = {"the", NULL}, *const commas[] = {",", "today", NULL},
                             *const stops[] = {",", ";", "would", "which", "that", "by", NULL};
    uint32_t first = m->first - (m->first > sentence->first && token_is(segments, m->first - 1, articles));
    if (first != sentence->first && !token_is(segments, first - 1, commas))
        return false;
    for (uint32_t t = m->last; t < sentence->last && !token_is(segments, t, stops); t++)
        if (token_is(segments, t, verbs))
            return true;
    return false;
}

/* "held a short plenary session on widgets", behind the body at mention `at`: the meeting, or ENT_UNRESOLVED. */
static uint32_t meeting_held(const ent_segments *segments, const ent_mentions *mentions, uint32_t at, uint32_t end)
{
    enum { NEAR = 5 };
    static const char *const held[] = {"held", "convened", "concluded", NULL};
    for (uint32_t i = at + 1; i < end; i++) {
        const ent_mention *m = &mentions->items.items[i];
        if (m->kind != ENT_EVENT || m->entity == ENT_UNRESOLVED || m->flags & ENT_MENTION_NESTED)
            continue;
        for (uint32_t t = m->first; t > mentions->items.items[at].last && t + NEAR > m->first; t--)
            if (token_is(segments, t - 1, held))
                return m->entity;
        break;
    }
    return ENT_UNRESOLVED;
}

/* "The Widget Council held a plenary", or with the time of day that a press release has: "…, the Widget Council heard
 * today": the body that meets in the opening of a record, or what it held. Else ENT_UNRESOLVED. */
static uint32_t body_of_opening(const ent_segments *segments, const ent_mentions *mentions)
{
    static const char *const days[] = {"today", "morning", "afternoon", "evening", "yesterday", NULL};
    for (uint32_t s = 0; s < segments->sentences.n && s < OPENING_OF_RECORD; s++) {
        const ent_sentence *sentence = &segments->sentences.items[s];
        uint32_t first = mentions->sentence_first.items[s], end = mentions->sentence_first.items[s + 1];
        bool release = first < end && has_word(segments, sentence, days);
        for (uint32_t i = first; i < (release || first == end ? end : first + 1); i++) {
            const ent_mention *m = &mentions->items.items[i];
            if (m->kind == ENT_FORUM && m->entity != ENT_UNRESOLVED &&
                (is_subject_of(segments, sentence, m, meets) ||
                 (release && is_subject_of(segments, sentence, m, acts)))) {
                uint32_t meeting = meeting_held(segments, mentions, i, end);
                return meeting != ENT_UNRESOLVED ? meeting : m->entity;
            }
        }
    }
    return ENT_UNRESOLVED;
}

/* "Report of the Widget Group": the body in the name of the report that the document is, or ENT_UNRESOLVED. */
static uint32_t body_of_report(const ent_mentions *mentions)
{
    bool report = false;
    for (uint32_t i = 0; i < mentions->items.n && mentions->items.items[i].sentence == 0; i++) {
        const ent_mention *m = &mentions->items.items[i];
        if (m->entity == ENT_UNRESOLVED)
            continue;
        ent_str form = ent_attribute_get(mentions->entities.items[m->entity].attributes, ENT_STR("form"));
        if (!(m->flags & ENT_MENTION_NESTED))
            report = ent_str_eq(form, ENT_STR("report"));
        else if (report && m->kind == ENT_FORUM)
            return m->entity;
    }
    return ENT_UNRESOLVED;
}

/* Where unnamed people speak: the section's sitting, else the meeting of the whole document, else what the section is
 * about. */
static const uint32_t *find_floors(ent_arena *arena, size_t n, const uint32_t *sittings, const uint32_t *subjects,
                                   uint32_t meeting)
{
    uint32_t *floors = ENT_ARENA_NEW(arena, uint32_t, n + 1);
    for (size_t i = 0; i < n; i++)
        floors[i] = sittings[i] != ENT_UNRESOLVED ? sittings[i] : meeting != ENT_UNRESOLVED ? meeting : subjects[i];
    return floors;
}

void ent_subjects_find(ent_arena *arena, const ent_segments *segments, const ent_mentions *mentions, ent_subjects *out)
{
    const ent_document *document = segments->document;
    uint32_t *subjects = ENT_ARENA_NEW(arena, uint32_t, document->sections.n + 1);
    uint32_t *sittings = ENT_ARENA_NEW(arena, uint32_t, document->sections.n + 1);
    uint32_t body = speaking_body(segments, mentions);
    bool resolution = body != ENT_UNRESOLVED && is_resolution(mentions);
    for (size_t i = 0; i < document->sections.n; i++) {
        subjects[i] = resolution ? body : ENT_UNRESOLVED;
        sittings[i] = ENT_UNRESOLVED;
    }
    for (uint32_t s = 0; s < segments->sentences.n; s++) {
        const ent_block *block = &document->blocks.items[segments->sentences.items[s].block];
        if (block->kind == ENT_BLOCK_HEADING && subjects[block->section] == ENT_UNRESOLVED)
            subjects[block->section] = named_in(segments, mentions, s);
    }
    for (size_t i = 1; i < document->sections.n; i++) { /* a parent stands before its children */
        uint32_t parent = document->sections.items[i].parent;
        bool sits = !resolution && subjects[i] != ENT_UNRESOLVED &&
                    is_sitting(mentions->entities.items[subjects[i]].key, i == 1);
        sittings[i] = sits ? subjects[i] : sittings[parent];
        if (subjects[i] == ENT_UNRESOLVED)
            subjects[i] = subjects[parent];
    }
    uint32_t whole = mentions->self_event != ENT_UNRESOLVED ? mentions->self_event : body;
    if (whole == ENT_UNRESOLVED && is_report(segments))
        whole = meeting_of_opening(segments, mentions);
    if (whole == ENT_UNRESOLVED && document->sections.n > 1)
        whole = subjects[1]; /* what the title is about */
    if (whole == ENT_UNRESOLVED)
        whole = body_of_title_page(segments, mentions, false);
    if (whole == ENT_UNRESOLVED)
        whole = meeting_of_opening(segments, mentions);
    if (whole == ENT_UNRESOLVED)
        whole = meeting_of_title_page(segments, mentions);
    if (whole == ENT_UNRESOLVED)
        whole = body_of_opening(segments, mentions);
    if (whole == ENT_UNRESOLVED)
        whole = body_of_title_page(segments, mentions, true);
    if (whole == ENT_UNRESOLVED)
        whole = body_of_report(mentions);
    bool event = whole != ENT_UNRESOLVED && mentions->entities.items[whole].kind == ENT_EVENT;
    for (size_t i = 0; i < document->sections.n; i++)
        if (subjects[i] == ENT_UNRESOLVED)
            subjects[i] = whole;
    *out = (ent_subjects){
        .of_section = subjects,
        .sitting = sittings,
        .floor = find_floors(arena, document->sections.n, sittings, subjects, event ? whole : ENT_UNRESOLVED),
        .event = mentions->self_event,
        .self = mentions->self_instrument,
        .authors = ent_authors_find(arena, segments, mentions)};
}
