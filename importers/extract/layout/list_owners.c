/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/layout/list_owners.h"

#include "core/model/key.h"

#include "importers/extract/gazetteer/lexicon_data.h"
#include "importers/extract/layout/title.h"

#define N(array) (sizeof(array) / sizeof *(array))

enum {
    MAX_INTRO = 12,
    MAX_TITLE_WORDS = 4 /* of a title beside the treaty's name: "Parties to the Widget Treaty (1967)" */
};

/* What a section's heading names, or its first lines up to line `end`; those of the document, where no heading stands
 * above. */
static uint32_t named_in_intro(const ent_layout_work *work, uint32_t section, uint32_t end, ent_kinds kinds)
{
    uint32_t heading = work->heading_of[section], first = heading == ENT_NO_LINE ? 0 : heading;
    for (uint32_t i = first; i < end && i < first + MAX_INTRO; i++) {
        const ent_line *line = &work->lines.items[i];
        if (i != heading && ent_line_block(work, line)->kind != ENT_BLOCK_PARAGRAPH)
            break;
        for (uint32_t m = ent_mention_from(work, line->first);
             m < work->mentions->items.n && ent_mention_at(work, m)->first < line->last; m++)
            if (ent_caption_may_be_group(work, m, kinds))
                return ent_mention_at(work, m)->entity;
    }
    return ENT_UNRESOLVED;
}

static bool has_glued_label(const ent_layout_work *work, const ent_line *line)
{
    static const char *const dash[] = {"—"};
    uint32_t last = line->first + 3 < line->last ? line->first + 3 : line->last;
    return ent_tokens_have(work, line->first, last, dash, N(dash));
}

/* "Widget Union (WU)" over "established—1 April 1976", "members—(2) A, B": the name over lines that all have labels;
 * *entry: there are such lines, whatever stands over them. */
static uint32_t named_over_labels(const ent_layout_work *work, uint32_t n, bool *entry)
{
    uint32_t above = n;
    while (above > 0 && has_glued_label(work, &work->lines.items[above - 1]))
        above--;
    *entry = above > 0 && above < n && has_glued_label(work, &work->lines.items[n]);
    if (!*entry)
        return ENT_UNRESOLVED;
    const ent_line *line = &work->lines.items[above - 1];
    uint32_t m = ent_mention_find(work, ENT_CAPTION_GROUPS, line->first, line->last);
    bool alone = m != ENT_NO_MENTION && ent_tokens_are_names(work, ENT_CAPTION_GROUPS, line->first, line->last) &&
                 ent_caption_may_be_group(work, m, ENT_CAPTION_GROUPS);
    return alone ? ent_mention_at(work, m)->entity : ENT_UNRESOLVED;
}

uint32_t ent_list_subject(const ent_layout_work *work, uint32_t section, uint32_t n)
{
    ent_kinds kinds = ENT_KIND_BIT(ENT_FORUM) | ENT_KIND_BIT(ENT_ORGANIZATION);
    bool entry;
    uint32_t owner = named_over_labels(work, n, &entry);
    if (entry)
        return owner;
    uint32_t named = named_in_intro(work, section, n, ENT_CAPTION_GROUPS),
             subject = work->subjects->of_section[section];
    named = named == ENT_UNRESOLVED ? ent_caption_page(work, section) : named;
    if (named != ENT_UNRESOLVED)
        return named;
    if (subject != ENT_UNRESOLVED &&
        ent_kinds_has(kinds | ENT_KIND_BIT(ENT_EVENT), work->mentions->entities.items[subject].kind))
        return subject;
    return ent_mention_commonest(work, kinds);
}

uint32_t ent_list_owner(const ent_layout_work *work, const ent_caption *c, uint32_t section, uint32_t n)
{
    bool parties = c->group != ENT_UNRESOLVED && ent_caption_binds(c) && /* "State party": who, not to what */
                   work->mentions->entities.items[c->group].kind == ENT_BLOC;
    if ((c->group != ENT_UNRESOLVED && !parties) || c->meaning == ENT_MEANS_PLEDGED)
        return c->group;
    if (!ent_caption_binds(c))
        return ent_list_subject(work, section, n);
    uint32_t text = ent_section_instrument(work, section);
    return text == ENT_UNRESOLVED ? named_in_intro(work, section, n, ENT_KIND_BIT(ENT_INSTRUMENT)) : text;
}

/* ---- "5 countries: A, B" on a page of treaties --------------------------------------------------------------------
 */

static bool is_treaty(const ent_layout_work *work, uint32_t entity)
{
    static const char *const forms[] = {"treaty", "convention", "agreement", "protocol", "pact", "covenant", "charter"};
    ent_str attributes = work->mentions->entities.items[entity].attributes;
    ent_str form = ent_attribute_get(attributes, ENT_STR("form"));
    for (size_t i = 0; i < N(forms); i++)
        if (ent_str_is(form, forms[i]))
            return true;
    return ent_str_eq(ent_attribute_get(attributes, ENT_STR("force")), ENT_STR("binding"));
}

/* "External powers", "Widget Union": States under such a heading are not the treaty's, or a body's. */
static bool heads_others(const ent_layout_work *work, const ent_line *line)
{
    static const char *const words[] = {"external", "outside",    "powers", "opposition", "critics",  "former",
                                        "non",      "non-member", "others", "nuclear",    "observers"};
    return ent_tokens_have(work, line->first, line->last, words, N(words)) ||
           ent_mention_find(work, ENT_CAPTION_GROUPS, line->first, line->last) != ENT_NO_MENTION;
}

uint32_t ent_list_treaty(const ent_layout_work *work, uint32_t section)
{
    const ent_line *line = work->lines.items;
    uint32_t m = ENT_NO_MENTION;
    for (; section != 0 && m == ENT_NO_MENTION; section = work->segments->document->sections.items[section].parent) {
        if (work->heading_of[section] == ENT_NO_LINE)
            continue;
        line = &work->lines.items[work->heading_of[section]];
        m = ent_mention_find(work, ENT_KIND_BIT(ENT_INSTRUMENT), line->first, line->last);
        if (m == ENT_NO_MENTION && heads_others(work, line))
            return ENT_UNRESOLVED;
    }
    if (m == ENT_NO_MENTION) {
        line = work->lines.items;
        m = ent_mention_find(work, ENT_KIND_BIT(ENT_INSTRUMENT), line->first, line->last);
        uint32_t named = m == ENT_NO_MENTION ? 0 : ent_mention_at(work, m)->last - ent_mention_at(work, m)->first;
        if (line->last - line->first > named + MAX_TITLE_WORDS)
            return ENT_UNRESOLVED;
    }
    if (m == ENT_NO_MENTION)
        return ENT_UNRESOLVED;
    uint32_t entity = ent_mention_at(work, m)->entity;
    for (m++; m < work->mentions->items.n && ent_mention_at(work, m)->first < line->last; m++)
        if (ent_mention_is(ent_mention_at(work, m), ENT_KIND_BIT(ENT_INSTRUMENT)) &&
            ent_mention_at(work, m)->entity != entity)
            return ENT_UNRESOLVED;
    return is_treaty(work, entity) ? entity : ENT_UNRESOLVED;
}
