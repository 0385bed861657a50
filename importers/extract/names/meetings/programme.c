/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The programme of a meeting has the meeting's name for a title and says nowhere what it is itself. */
#include "importers/extract/names/finder.h"

enum { TITLE_SENTENCES = 3, MIN_PARTS = 3, OPENING = 12 /* tokens of a line, a time of day among them */ };

/* A line that begins with a word of a programme: "Panel 1", "Moderator:", "Keynote address". */
static uint32_t count_parts(const ent_finder *f)
{
    static const char *const words[] = {"panel",   "session",    "moderator", "moderators", "speaker",   "speakers",
                                        "keynote", "panellists", "panelists", "agenda",     "programme", "program",
                                        "day",     "plenary",    "opening",   "closing",    "welcome",   NULL};
    uint32_t n = 0;
    for (uint32_t s = 0; s < f->segments->sentences.n; s++) {
        const ent_sentence *sentence = &f->segments->sentences.items[s];
        for (uint32_t t = sentence->first; t < sentence->last && t < sentence->first + OPENING; t++)
            if (ent_finder_is_capital(f, t) && ent_str_is_any_nocase(ent_token_text(f->segments, t), words)) {
                n++;
                break;
            }
    }
    return n;
}

/* The event whose name is nearly all of the sentence, or UINT32_MAX. */
static uint32_t event_titled(ent_finder *f, const ent_sentence *sentence)
{
    for (uint32_t t = sentence->first; t < sentence->last; t++) {
        const ent_candidate *over = ent_finder_over(f, t);
        if (over && over->mention.kind == ENT_EVENT &&
            (over->mention.last - over->mention.first + 1) * 2 > sentence->last - sentence->first)
            return ent_finder_names(f, over);
    }
    return UINT32_MAX;
}

/* The mention that is a whole line of the document's first ones, or NULL. */
static const ent_candidate *whole_line(const ent_finder *f, uint32_t s)
{
    const ent_sentence *line = s < f->segments->sentences.n ? &f->segments->sentences.items[s] : NULL;
    const ent_candidate *over = line && line->first < line->last ? ent_finder_over(f, line->first) : NULL;
    return over && over->mention.first == line->first && over->mention.last == line->last ? over : NULL;
}

/* "Widget Forum" and under it "Widget Safety Workshop": whose, and which. */
static void find_event_under_owner(ent_finder *f)
{
    const ent_candidate *owner = whole_line(f, 0), *event = whole_line(f, 1);
    const ent_kinds bodies = ENT_KIND_BIT(ENT_FORUM) | ENT_KIND_BIT(ENT_ORGANIZATION) | ENT_KIND_BIT(ENT_BLOC);
    if (owner && event && ent_kinds_has(bodies, owner->mention.kind) && event->mention.kind == ENT_EVENT)
        f->out->self_event = event->mention.entity;
}

void ent_find_programme(ent_finder *f)
{
    find_event_under_owner(f);
    uint32_t event = f->out->self_event;
    if (event != UINT32_MAX)
        return;
    for (uint32_t s = 0; s < f->segments->sentences.n && s < TITLE_SENTENCES && event == UINT32_MAX; s++)
        event = event_titled(f, &f->segments->sentences.items[s]);
    if (event != UINT32_MAX && count_parts(f) >= MIN_PARTS)
        f->out->self_event = event;
}
