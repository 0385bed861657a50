/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/layout/drafts.h"

#include "core/model/key.h"

#define N(array) (sizeof(array) / sizeof *(array))

enum {
    MAX_FRONT = 40, /* lines */
    SPONSORS = ENT_KIND_BIT(ENT_STATE) | ENT_KIND_BIT(ENT_BLOC)
};

static uint32_t front_lines(const ent_layout_work *work)
{
    return (uint32_t)(work->lines.n < MAX_FRONT ? work->lines.n : MAX_FRONT);
}

static bool has_symbol_of_draft(const ent_layout_work *work)
{
    const ent_named *self = &work->mentions->entities.items[work->subjects->self];
    return ent_str_eq(ent_attribute_get(self->attributes, ENT_STR("status")), ENT_STR("draft")) ||
           ent_str_find(ent_attribute_get(self->attributes, ENT_STR("symbol")), ENT_STR("/L."), 0) != ENT_STR_NONE;
}

/* ---- whose it is ------------------------------------------------------------------------------------------------- */

/* The mark of a footnote: "*", "1", "¹". */
static bool is_note(const ent_layout_work *work, uint32_t token)
{
    const ent_token *t = &work->segments->tokens.items[token];
    return t->kind == ENT_TOKEN_NUMBER || (ent_token_is_mark(work, token) && !ent_token_is(work, token, "."));
}

/* "draft resolution", "* revised draft decision", "working paper" behind the colon. */
static bool tells_draft(const ent_layout_work *work, uint32_t at, uint32_t last)
{
    static const char *const texts[] = {"draft", "working", "amendment", "amendments", "revised", "proposed", "oral"};
    while (at < last && is_note(work, at) && !ent_token_is(work, at, ":"))
        at++;
    return at < last && ent_token_is_any(work, at, texts, N(texts));
}

/* Where the row of names begins that ends at the colon, marks of footnotes and "and" between them: a name that stands
 * right before another one belongs to the title in front of it. `colon` where there is none. */
static uint32_t sponsors_begin(const ent_layout_work *work, uint32_t first, uint32_t colon)
{
    static const char *const joining[] = {"and", "the", "as", "well", "on", "behalf", "of"};
    uint32_t begin = colon;
    bool parted = true;
    for (uint32_t t = colon; t-- > first;) {
        uint32_t m = ent_mention_over(work, t);
        if (m != ENT_NO_MENTION && ent_mention_is(ent_mention_at(work, m), SPONSORS)) {
            if (!parted)
                break;
            t = begin = ent_mention_at(work, m)->first;
            parted = false;
        } else if (is_note(work, t) || ent_token_is_any(work, t, joining, N(joining)))
            parted |= ent_token_is(work, t, ",") || ent_token_is(work, t, "and") || ent_token_is(work, t, ";");
        else
            break;
    }
    return begin;
}

static bool state_sponsors_on(ent_layout_work *work, const ent_line *line)
{
    uint32_t colon = line->first;
    while (colon < line->last && !(ent_token_is(work, colon, ":") && tells_draft(work, colon + 1, line->last)))
        colon++;
    uint32_t begin = colon < line->last ? sponsors_begin(work, line->first, colon) : colon;
    if (begin == colon)
        return false;
    const ent_mention *items = work->mentions->items.items;
    for (uint32_t i = ent_mention_from(work, begin); i < work->mentions->items.n && items[i].first < colon; i++)
        if (ent_mention_is(&items[i], SPONSORS) && items[i].source != ENT_BY_CLASS)
            ent_layout_state(work, (ent_statement){ENT_PROPOSED, items[i].entity, work->subjects->self, items[i].first,
                                                   "layout.title.sponsor", 0.9f, ENT_STR_EMPTY, false});
    return true;
}

bool ent_layout_sponsors(ent_layout_work *work)
{
    if (work->subjects->self == ENT_UNRESOLVED)
        return false;
    bool draft = has_symbol_of_draft(work);
    for (uint32_t n = 0; n < front_lines(work); n++)
        draft |= state_sponsors_on(work, &work->lines.items[n]);
    return draft;
}

/* ---- to whom it was submitted ------------------------------------------------------------------------------------ */

/* The body of which a body is known to be a part, where the document names it; or ENT_UNRESOLVED. */
static uint32_t parent_of(const ent_layout_work *work, uint32_t body)
{
    ent_str key = ent_attribute_get(work->mentions->entities.items[body].attributes, ENT_STR("parent"));
    uint32_t parent = key.len ? ent_map_find(&work->mentions->by_key, key) : ENT_MAP_NONE;
    return parent == ENT_MAP_NONE ? ENT_UNRESOLVED : parent;
}

/* "First Committee" at the beginning of a line: the mention of a body that is part of one named, or ENT_NO_MENTION. */
static uint32_t committee_on(const ent_layout_work *work, const ent_line *line)
{
    uint32_t m = line->first < line->last ? ent_mention_over(work, line->first) : ENT_NO_MENTION;
    const ent_mention *at = m == ENT_NO_MENTION ? NULL : ent_mention_at(work, m);
    bool begins = at && at->first == line->first && ent_mention_is(at, ENT_KIND_BIT(ENT_FORUM));
    return begins && parent_of(work, at->entity) != ENT_UNRESOLVED ? m : ENT_NO_MENTION;
}

void ent_layout_submission(ent_layout_work *work, uint32_t body)
{
    uint32_t n_front = front_lines(work), committee = ENT_NO_MENTION;
    for (uint32_t n = 0; n < n_front && committee == ENT_NO_MENTION; n++)
        committee = committee_on(work, &work->lines.items[n]);
    if (committee == ENT_NO_MENTION && body == ENT_NO_MENTION)
        return;
    const ent_mention *to = ent_mention_at(work, committee != ENT_NO_MENTION ? committee : body);
    ent_statement s = {
        ENT_SUBMITTED_TO, work->subjects->self, to->entity, to->first, "layout.title.draft", 0.9f, ENT_STR_EMPTY, true};
    ent_layout_state(work, s);
    if (committee == ENT_NO_MENTION)
        return;
    s.type = ENT_PART_OF, s.source = to->entity, s.target = parent_of(work, to->entity), s.confidence = 0.85f;
    ent_layout_state(work, s);
}
