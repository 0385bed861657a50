/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page that announces a meeting, or sums one up, may bear its title without a word that says what it is: "When:",
 * "Moderator:", "This discussion, hosted by …" under it tell. */
#include "importers/extract/names/finder.h"

enum { ENOUGH = 3, MAX_MODIFIERS = 5, LABEL = 4 /* words */, TITLE_WORDS = 30 };

/* "When: 3 May", "Venue: Widget Hall": 1, else 0. */
static uint32_t tells_where(const ent_finder *f, const ent_sentence *sentence)
{
    static const char *const fields[] = {"when", "where", "venue", "location", "time", "date", NULL};
    return ent_finder_reads_any(f, sentence->first, sentence->last, fields) && sentence->first + 1 < sentence->last &&
           ent_finder_is(f, sentence->first + 1, f->words.colon);
}

static const char *const roles[] = {"moderator", "moderators", "panelist",   "panelists",   "panellist", "panellists",
                                    "speaker",   "speakers",   "discussant", "discussants", "keynote",   NULL};

/* "Moderator:", "Panelists", "3 p.m. Opening remarks", "Panel 2: Widgets": a line of a programme: 1, else 0. */
static uint32_t tells_role(const ent_finder *f, const ent_sentence *sentence)
{
    static const char *const speeches[] = {"remarks", "address", "speech", "statement", "statements", NULL};
    static const char *const parts[] = {"panel", "session", NULL};
    static const char *const opens[] = {"opening", "welcome", "closing", "concluding", "introductory", NULL};
    uint32_t t = sentence->first, end = sentence->last < t + 2 * LABEL ? sentence->last : t + 2 * LABEL;
    while (t < end && !ent_finder_is_capital(f, t))
        t++;
    while (t < end && ent_finder_reads(f, t, end, "the"))
        t++;
    for (uint32_t i = t; i < end && i < t + 2; i++) {
        bool ends = i + 1 >= end || ent_finder_is_punct(f, i + 1);
        if (ent_finder_reads_any(f, i, end, parts) && i + 1 < end && ent_part_number(f, i + 1) > 0)
            return 1;
        bool speech = i + 1 < end && ent_finder_reads_any(f, i + 1, end, speeches);
        if (ent_finder_reads_any(f, i, end, opens) && (speech || sentence->last - i <= LABEL + 2))
            return 1;
        if (ent_finder_reads_any(f, i, end, roles) && (ends || speech || sentence->last - i <= LABEL))
            return 1;
    }
    return 0;
}

/* The head of "this two-hour discussion" or "the event" at `the`, or 0. */
static uint32_t pointed_head(const ent_finder *f, uint32_t the, uint32_t end)
{
    bool this_ = ent_finder_is(f, the, f->words.this_);
    for (uint32_t i = the + 1; i < end && i <= the + MAX_MODIFIERS; i++) {
        if (ent_finder_lists(f, i) & ENT_LIST(DESCRIBED_EVENT) && !ent_finder_is_capital(f, i))
            return this_ || (i == the + 1 && ent_finder_reads(f, i, end, "event")) ? i : 0;
        bool modifier = ent_finder_lists(f, i) & ENT_LIST(DESCRIBED_MODIFIER) || ent_finder_is_punct(f, i) ||
                        ent_finder_cues(f, i, end, ENT_CUE(MEETING_MODIFIER)) || ent_finder_reads(f, i, end, "hour");
        if (!modifier)
            return 0;
    }
    return 0;
}

/* "This discussion, hosted by the Widget Institute, …": 2; without a host 1; else 0. *word: what the text calls it. */
static uint32_t tells_of(const ent_finder *f, const ent_sentence *sentence, uint32_t *word)
{
    uint32_t head = 0;
    for (uint32_t t = sentence->first; t + 1 < sentence->last && !head; t++)
        if (ent_finder_is(f, t, f->words.this_) || ent_finder_is(f, t, f->words.the))
            head = pointed_head(f, t, sentence->last);
    if (!head)
        return 0;
    *word = *word ? *word : f->tokens[head].word;
    for (uint32_t t = head + 1; t < sentence->last && t < head + MAX_MODIFIERS; t++)
        if (ent_finder_lists(f, t) & ENT_LIST(HOLDING) && t + 1 < sentence->last &&
            ent_finder_reads(f, t + 1, sentence->last, "by"))
            return 2;
    return 1;
}

static bool is_label(ent_str title)
{
    size_t word = 0;
    while (word < title.len && ent_is_alpha(title.data[word]))
        word++;
    return ent_str_is_any_nocase(ent_str_slice(title, 0, word), roles);
}

static uint32_t count_words(ent_str title)
{
    uint32_t words = title.len > 0;
    for (size_t i = 0; i < title.len; i++)
        words += title.data[i] == ' ';
    return words;
}

/* The document's title, else its first line. */
static ent_str find_title(const ent_finder *f)
{
    ent_str title = ent_meeting_title(f);
    const ent_sentence *first = f->segments->sentences.items;
    bool none = is_label(title) || count_words(title) < 2;
    return none && f->segments->sentences.n ? ent_finder_text(f, first->first, first->last) : title;
}

/* A title of several words that is no label, names nothing else, and is no headline, which begins with who does
 * something. */
static bool may_be_title(const ent_finder *f, ent_str title)
{
    uint32_t words = count_words(title);
    const ent_sentence *first = f->segments->sentences.items;
    const ent_candidate *over = f->segments->sentences.n ? ent_finder_over(f, first->first) : NULL;
    bool acts = over && ent_kinds_has(ENT_KINDS_ACTOR, over->mention.kind);
    return words > 1 && words <= TITLE_WORDS && !acts && !is_label(title) && title.data[title.len - 1] != '.';
}

/* "held [its annual meeting]", "[the annual meeting] and dinner was held". */
bool ent_meeting_is_held(const ent_finder *f, const ent_sentence *sentence, const ent_mention *m)
{
    enum { NEAR = 6 };
    uint32_t from = m->first > sentence->first + NEAR ? m->first - NEAR : sentence->first;
    for (uint32_t t = from; t < m->first; t++)
        if (ent_finder_lists(f, t) & ENT_LIST(HOLDING) && !ent_finder_is(f, m->first - 1, f->words.for_))
            return true;
    for (uint32_t t = m->last; t < sentence->last && t < m->last + NEAR && !ent_finder_is_punct(f, t); t++)
        if (ent_finder_lists(f, t) & ENT_LIST(HOLDING))
            return true;
    return false;
}

bool ent_tells_programme(const ent_finder *f, uint32_t least)
{
    uint32_t fields = 0;
    for (uint32_t s = 0; s < f->segments->sentences.n && fields < least; s++)
        fields += tells_where(f, &f->segments->sentences.items[s]) + tells_role(f, &f->segments->sentences.items[s]);
    return fields >= least;
}

/* "This two-hour discussion": the meeting. */
static void refer(ent_finder *f, uint32_t s)
{
    const ent_sentence *sentence = &f->segments->sentences.items[s];
    for (uint32_t t = sentence->first; t + 1 < sentence->last; t++) {
        uint32_t head = ent_finder_is(f, t, f->words.this_) ? pointed_head(f, t, sentence->last) : 0;
        if (head && !ent_finder_over(f, head))
            ent_finder_add(
                f, ent_finder_candidate(s, head, head + 1, ENT_EVENT, ENT_BY_REFERENCE, f->out->self_event, 0.8f));
    }
}

void ent_find_announced(ent_finder *f)
{
    ent_str title = find_title(f);
    uint32_t fields = 0, told = 0, word = 0;
    if (!may_be_title(f, title))
        return;
    for (uint32_t s = 1; s < f->segments->sentences.n; s++) {
        const ent_sentence *sentence = &f->segments->sentences.items[s];
        fields += tells_where(f, sentence) + tells_role(f, sentence);
        told += tells_of(f, sentence, &word);
    }
    if (fields == 0 || fields + told < ENOUGH)
        return;
    f->out->self_event = ent_finder_entity(f, ENT_EVENT, title, ENT_STR_EMPTY);
    f->out->self_event_word = word;
    for (uint32_t s = 1; s < f->segments->sentences.n; s++)
        refer(f, s);
}
