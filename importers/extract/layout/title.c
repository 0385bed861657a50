/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/layout/title.h"

#include "core/model/key.h"
#include "importers/extract/gazetteer/lexicon_data.h"
#include "importers/extract/layout/affiliation.h"
#include "importers/extract/layout/drafts.h"

#define N(array) (sizeof(array) / sizeof *(array))

enum { MAX_FRONT = 40, MAX_ADOPTER_LINE = 80, MAX_ADOPTER_TOKENS = 16, MAX_TITLE = 2 };

/* Lines before the first running text. */
static uint32_t front_lines(const ent_layout_work *work)
{
    uint32_t n = 0;
    while (n < work->lines.n && n < MAX_FRONT && !ent_line_is_prose(work, &work->lines.items[n]))
        n++;
    return n;
}

/* ---- what it is about -------------------------------------------------------------------------------------------- */

/* Something that States can join. */
static bool is_joinable(const ent_layout_work *work, const ent_mention *m)
{
    static const char *const forms[] = {"report", "resolution", "decision", "summary", "working paper", "register"};
    ent_str form = ent_attribute_get(work->mentions->entities.items[m->entity].attributes, ENT_STR("form"));
    for (size_t i = 0; i < N(forms); i++)
        if (ent_str_is(form, forms[i]))
            return false;
    return m->source != ENT_BY_CLASS && m->source != ENT_BY_SYMBOL;
}

/* Sets *found to the instrument that a line names, if any; *several where another was found before. */
static void instrument_in(const ent_layout_work *work, const ent_line *line, uint32_t *found, bool *several)
{
    for (uint32_t m = ent_mention_from(work, line->first);
         m < work->mentions->items.n && ent_mention_at(work, m)->first < line->last; m++) {
        const ent_mention *at = ent_mention_at(work, m);
        if (!ent_mention_is(at, ENT_KIND_BIT(ENT_INSTRUMENT)) || !is_joinable(work, at))
            continue;
        *several |= *found != ENT_UNRESOLVED && *found != at->entity;
        *found = at->entity;
    }
}

/* The only instrument that the title names, a resolution or report excepted; else ENT_UNRESOLVED. */
static uint32_t title_instrument(const ent_layout_work *work)
{
    uint32_t n = front_lines(work), found = ENT_UNRESOLVED;
    bool several = false;
    for (uint32_t i = 0; i < n && i < MAX_TITLE; i++)
        instrument_in(work, &work->lines.items[i], &found, &several);
    return several ? ENT_UNRESOLVED : found;
}

uint32_t ent_section_instrument(const ent_layout_work *work, uint32_t section)
{
    for (; section != 0; section = work->segments->document->sections.items[section].parent) {
        uint32_t heading = work->heading_of[section], found = ENT_UNRESOLVED;
        bool several = false;
        if (heading != ENT_NO_LINE)
            instrument_in(work, &work->lines.items[heading], &found, &several);
        if (found != ENT_UNRESOLVED)
            return several ? ENT_UNRESOLVED : found;
    }
    return title_instrument(work);
}

/* ---- the meeting it reports -------------------------------------------------------------------------------------- */

static bool names_entity(const ent_layout_work *work, const ent_line *line, uint32_t entity)
{
    const ent_mention *items = work->mentions->items.items;
    for (uint32_t i = ent_mention_from(work, line->first); i < work->mentions->items.n && items[i].first < line->last;
         i++)
        if (items[i].entity == entity)
            return true;
    return false;
}

/* The word that makes a title the title of a report: its token, or the line's last. */
static uint32_t report_word(const ent_layout_work *work, const ent_line *line)
{
    static const char *const words[] = {"report",  "summary",    "proceedings", "minutes", "record",
                                        "records", "highlights", "takeaways",   "outcome", "readout"};
    uint32_t t = line->first;
    while (t < line->last && !ent_token_is_any(work, t, words, N(words)))
        t++;
    return t;
}

static void state_summary(ent_layout_work *work, uint32_t n_front)
{
    uint32_t best = ENT_NO_LINE;
    bool named = false;
    for (uint32_t i = 0; i < n_front && !named; i++) {
        const ent_line *line = &work->lines.items[i];
        if (report_word(work, line) == line->last)
            continue;
        named = names_entity(work, line, work->subjects->event) || names_entity(work, line, work->subjects->self);
        if (named || best == ENT_NO_LINE)
            best = i;
    }
    if (best != ENT_NO_LINE)
        ent_layout_state(work, (ent_statement){ENT_SUMMARIZES, work->subjects->self, work->subjects->event,
                                               work->lines.items[best].first, "layout.title.summary",
                                               named ? 0.95f : 0.75f, ENT_STR_EMPTY, true});
}

/* The topics in the names of the meeting and of the document, where the first page gives them. */
static void state_topics(ent_layout_work *work, const ent_line *line)
{
    const ent_mention *items = work->mentions->items.items;
    bool event = names_entity(work, line, work->subjects->event), self = names_entity(work, line, work->subjects->self);
    for (uint32_t i = ent_mention_from(work, line->first); i < work->mentions->items.n && items[i].first < line->last;
         i++) {
        if (items[i].kind != ENT_TOPIC || items[i].entity == ENT_UNRESOLVED)
            continue;
        ent_statement s = {ENT_DISCUSSES,        work->subjects->event,       items[i].entity, items[i].first,
                           "layout.title.topic", 0.85f * items[i].confidence, ENT_STR_EMPTY,   true};
        if (event)
            ent_layout_state(work, s);
        s.type = ENT_ADDRESSES;
        s.source = work->subjects->self;
        if (self)
            ent_layout_state(work, s);
    }
}

/* ---- its authors ------------------------------------------------------------------------------------------------- */

/* "Head of Secretariat" over a name: whose post it is, not who wrote. */
static bool is_post_label(const ent_layout_work *work, const ent_line *line)
{
    enum { LONGEST_POST = 5 };
    bool post = false;
    if (ent_line_block(work, line)->kind == ENT_BLOCK_HEADING || line->last - line->first > LONGEST_POST)
        return false;
    for (uint32_t t = line->first; t < line->last; t++)
        post |= ent_token_in_list(work, t, ENT_LIST(POST));
    return post;
}

/* Names, what parts them, and titles; nothing else. */
static bool is_byline(const ent_layout_work *work, const ent_line *line)
{
    uint32_t n = 0;
    if (ent_line_block(work, line)->kind == ENT_BLOCK_ROW)
        return false; /* who is listed in a table did not write it */
    if (line > work->lines.items && is_post_label(work, line - 1))
        return false;
    for (uint32_t t = line->first; t < line->last; t++) {
        uint32_t over = ent_mention_over(work, t);
        if (over != ENT_NO_MENTION && ent_mention_at(work, over)->kind == ENT_PERSON) {
            t = ent_mention_at(work, over)->last - 1;
            n++;
        } else if (!ent_token_is_mark(work, t) && !ent_token_is(work, t, "and") && !ent_token_is(work, t, "by") &&
                   !ent_token_in_list(work, t, ENT_LIST(PERSON_TITLE)))
            return false;
    }
    return n > 0;
}

static void state_byline(ent_layout_work *work, const ent_line *line)
{
    const ent_mention *items = work->mentions->items.items;
    for (uint32_t i = ent_mention_from(work, line->first); i < work->mentions->items.n && items[i].first < line->last;
         i++)
        if (ent_mention_is(&items[i], ENT_KIND_BIT(ENT_PERSON)))
            ent_layout_state(work, (ent_statement){ENT_PRODUCES, items[i].entity, work->subjects->self, items[i].first,
                                                   "layout.title.byline", 0.85f * items[i].confidence,
                                                   ENT_STR("author"), false});
}

/* ---- its adoption ------------------------------------------------------------------------------------------------ */

/* "1. TAKES NOTE of", "Requests": a clause that does something, with or without its number. */
static bool is_operative(const ent_layout_work *work, const ent_line *line)
{
    static const char *const verbs[] = {"takes",    "adopts", "approves",   "decides",   "endorses",   "requests",
                                        "welcomes", "notes",  "recalls",    "reaffirms", "reiterates", "expresses",
                                        "commends", "calls",  "urges",      "invites",   "condemns",   "encourages",
                                        "stresses", "agrees", "recommends", "resolves",  "directs",    "declares"};
    uint32_t t = line->first;
    while (t < line->last && t < line->first + 2 &&
           (work->segments->tokens.items[t].kind == ENT_TOKEN_NUMBER || ent_token_is_mark(work, t)))
        t++;
    return t < line->last && ent_token_is_any(work, t, verbs, N(verbs));
}

/* "Recalling", "Having considered", "Convinced", "Deeply concerned": what follows "The General Assembly,". */
static bool is_recital(const ent_layout_work *work, const ent_line *line)
{
    if (is_operative(work, line))
        return true;
    for (uint32_t t = line->first; t < line->last && t < line->first + 2; t++) {
        ent_str word = ent_token_text(work->segments, t);
        if (ent_str_ends(word, ENT_STR("ing")) || ent_str_ends(word, ENT_STR("ed")) ||
            ent_str_ends(word, ENT_STR("ous")) || ent_str_ends(word, ENT_STR("ful")) || ent_token_is(work, t, "aware"))
            return true;
    }
    return false;
}

/* "Decision 14/CP.21" on one of the lines right above line `n`, at its beginning; or ENT_UNRESOLVED. */
static uint32_t decision_above(const ent_layout_work *work, uint32_t n)
{
    enum { ABOVE = 3 };
    for (uint32_t i = n; i-- > 0 && n - i <= ABOVE;) {
        const ent_line *line = &work->lines.items[i];
        uint32_t m = ent_mention_find(work, ENT_KIND_BIT(ENT_INSTRUMENT), line->first, line->last);
        const ent_mention *at = m == ENT_NO_MENTION ? NULL : ent_mention_at(work, m);
        ent_str attributes = at ? work->mentions->entities.items[at->entity].attributes : ENT_STR_EMPTY;
        ent_str form = ent_attribute_get(attributes, ENT_STR("form"));
        if (at && at->source == ENT_BY_SYMBOL && at->first == line->first &&
            (ent_str_eq(form, ENT_STR("decision")) || ent_str_eq(form, ENT_STR("resolution"))))
            return at->entity;
    }
    return ENT_UNRESOLVED;
}

/* "The Widget Assembly," above a recital: its mention in line `n`, or ENT_NO_MENTION. */
static uint32_t adopter_of(const ent_layout_work *work, uint32_t n)
{
    const ent_line *line = &work->lines.items[n];
    if (line->last - line->first > MAX_ADOPTER_TOKENS || !ent_line_ends_with(work, line, ','))
        return ENT_NO_MENTION;
    uint32_t m = ent_mention_find(work, ENT_KIND_BIT(ENT_FORUM), line->first, line->last);
    bool alone = m != ENT_NO_MENTION && ent_mention_at(work, m)->first <= line->first + 1;
    return alone && is_recital(work, line + 1) ? m : ENT_NO_MENTION;
}

/* "Widgets in space" right above "The Widget Assembly,", as a line or the last sentence of one: what the text is about.
 */
static void state_matter(ent_layout_work *work, const ent_line *line)
{
    enum { LONGEST = 30 };
    const ent_mention *items = work->mentions->items.items;
    if (line->first == line->last)
        return;
    uint32_t first = work->segments->sentences.items[ent_sentence_of(work->segments, line->last - 1)].first;
    first = first < line->first ? line->first : first;
    if (line->last - first > LONGEST || ent_token_is(work, first, "agenda") || ent_line_ends_with(work, line, ':') ||
        ent_line_ends_with(work, line, ','))
        return;
    for (uint32_t i = ent_mention_from(work, first); i < work->mentions->items.n && items[i].first < line->last; i++)
        if (ent_mention_is(&items[i], ENT_KIND_BIT(ENT_TOPIC)))
            ent_layout_state(work,
                             (ent_statement){ENT_ADDRESSES, work->subjects->self, items[i].entity, items[i].first,
                                             "layout.title.topic", 0.85f * items[i].confidence, ENT_STR_EMPTY, true});
}

/* The body whose clauses follow adopted the decision right above; else the document, where it speaks on the first
 * page. */
static void state_adoption(ent_layout_work *work)
{
    bool draft = ent_layout_sponsors(work);
    bool self_told = work->subjects->self == ENT_UNRESOLVED;
    for (uint32_t i = 0; i + 1 < work->lines.n; i++) {
        uint32_t m = adopter_of(work, i), decision = m == ENT_NO_MENTION ? m : decision_above(work, i);
        bool own = m != ENT_NO_MENTION && decision == ENT_UNRESOLVED && i < MAX_ADOPTER_LINE && !self_told;
        if (m == ENT_NO_MENTION || (decision == ENT_UNRESOLVED && !own))
            continue;
        self_told = true;
        if (own && i > 0)
            state_matter(work, &work->lines.items[i - 1]);
        uint32_t forum = ent_mention_at(work, m)->entity, text = own ? work->subjects->self : decision;
        if (own && draft) {
            ent_layout_submission(work, m);
            draft = false;
            continue;
        }
        ent_layout_state(work, (ent_statement){ENT_ADOPTED, forum, text, work->lines.items[i].first,
                                               "layout.title.adopted", 0.9f, ENT_STR_EMPTY, true});
    }
    if (draft)
        ent_layout_submission(work, ENT_NO_MENTION);
}

/* The mention with which line `n` begins, of a meeting whose key says that it is a session, or a meeting; or
 * ENT_NO_MENTION. */
static uint32_t sitting_at(const ent_layout_work *work, uint32_t n, ent_str what)
{
    const ent_line *line = &work->lines.items[n];
    uint32_t m = line->first < line->last ? ent_mention_over(work, line->first) : ENT_NO_MENTION;
    const ent_mention *at = m != ENT_NO_MENTION ? ent_mention_at(work, m) : NULL;
    bool event = at && at->kind == ENT_EVENT && at->first == line->first && at->entity != ENT_UNRESOLVED;
    return event && ent_str_find(work->mentions->entities.items[at->entity].key, what, 0) != ENT_STR_NONE
               ? m
               : ENT_NO_MENTION;
}

/* "Fifth session," over "12th Meeting (AM)". */
static void state_sitting(ent_layout_work *work)
{
    for (uint32_t n = 0; n + 1 < work->lines.n && n < MAX_ADOPTER_LINE; n++) {
        uint32_t session = sitting_at(work, n, ENT_STR("-session-"));
        uint32_t meeting = session != ENT_NO_MENTION ? sitting_at(work, n + 1, ENT_STR("-meeting-")) : ENT_NO_MENTION;
        if (meeting == ENT_NO_MENTION)
            continue;
        const ent_mention *part = ent_mention_at(work, meeting);
        ent_layout_state(work,
                         (ent_statement){ENT_PART_OF, part->entity, ent_mention_at(work, session)->entity, part->first,
                                         "layout.title.sitting", 0.85f * part->confidence, ENT_STR_EMPTY, true});
        return;
    }
}

void ent_layout_title(ent_layout_work *work)
{
    uint32_t n_front = front_lines(work);
    state_summary(work, n_front);
    for (uint32_t i = 0; i < n_front; i++) {
        state_topics(work, &work->lines.items[i]);
        if (is_byline(work, &work->lines.items[i]))
            state_byline(work, &work->lines.items[i]);
    }
    state_adoption(work);
    state_sitting(work);
}
