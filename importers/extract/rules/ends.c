/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/rules/ends.h"

#include "core/model/key.h"

static void add_end(ent_scene *scene, ent_ends *out, uint32_t entity, float confidence, int64_t count)
{
    if (entity == ENT_UNRESOLVED)
        return;
    for (size_t i = 0; i < out->n; i++)
        if (out->items[i].entity == entity)
            return;
    ent_vec_push(&scene->scratch, out, (ent_end){entity, confidence, count});
}

static void add_mention_end(ent_scene *scene, ent_ends *out, uint32_t mention)
{
    const ent_mention *m = &scene->mentions->items.items[mention];
    if (!(m->flags & ENT_MENTION_PLACE))
        add_end(scene, out, m->entity, m->confidence, m->count);
}

typedef struct members {
    uint32_t first, last;
} members;

/* Which of the n members of a coordination a slot takes. */
static members members_taken(const ent_pattern *pattern, uint8_t slot, uint32_t n)
{
    members taken = {0, n};
    for (size_t i = 0; n && i < pattern->steps.n; i++) {
        if (pattern->steps.items[i].slot != slot)
            continue;
        if (pattern->steps.items[i].alone)
            taken.first = n - 1;
        if (pattern->steps.items[i].first_alone)
            taken.last = 1;
        if (pattern->steps.items[i].but_last)
            taken.last = n - 1;
    }
    return taken;
}

/* Of several mentions that a part takes, each must have the attribute that the first was asked for; and none may have
 * the one that it was not to have ("the Union and its 27 member States"). */
static bool has_asked(const ent_scene *scene, const ent_pattern *pattern, uint8_t slot, const ent_mention *m,
                      bool first)
{
    bool asked = false;
    for (size_t i = 0; i < pattern->steps.n; i++) {
        const ent_step *step = &pattern->steps.items[i];
        if (step->slot != slot || !step->attribute.len)
            continue;
        bool has = ent_step_has(step, scene->mentions, m);
        if (step->lacks && has)
            return false;
        if (!step->lacks && (has || first))
            return true;
        asked = asked || !step->lacks;
    }
    return !asked;
}

/* Everything that a part of the pattern names: each member of a coordination, each mention of a part that takes
 * several. */
static void slot_ends(ent_scene *scene, const ent_pattern *pattern, const ent_match *match, ent_str part, ent_ends *out)
{
    uint8_t slot = ent_pattern_slot(pattern, part);
    const ent_capture *capture = &match->captures[slot];
    ent_kinds kinds = ent_pattern_kinds(pattern, slot);
    if (capture->nested != UINT32_MAX && capture->last > capture->first) {
        add_mention_end(scene, out, capture->nested);
        return;
    }
    for (uint32_t i = capture->first; i < capture->last; i++) {
        const ent_item *item = &scene->row.items.items[i];
        members taken = members_taken(pattern, slot, item->n_members);
        for (uint32_t j = taken.first; j < taken.last; j++) {
            uint32_t mention = scene->row.members.items[item->member + j];
            const ent_mention *m = &scene->mentions->items.items[mention];
            bool fits = m->entity == ENT_UNRESOLVED || has_asked(scene, pattern, slot, m, i == capture->first);
            if (ent_kinds_has(kinds, m->kind) && fits)
                add_mention_end(scene, out, mention);
        }
    }
}

const ent_speaker *ent_scene_speaker(ent_scene *scene)
{
    if (!scene->heard)
        scene->speaker = ent_speaker_of(&scene->speakers, &scene->whole);
    scene->heard = true;
    return &scene->speaker;
}

uint32_t ent_scene_section(const ent_scene *scene)
{
    return ent_sentence_section(scene->segments, scene->row.sentence);
}

/* Where the sentence's words were spoken, where that is an event; else ENT_UNRESOLVED. */
static uint32_t meeting_of(const ent_scene *scene)
{
    uint32_t subject = scene->subjects->floor[ent_scene_section(scene)];
    bool event = subject != ENT_UNRESOLVED && scene->mentions->entities.items[subject].kind == ENT_EVENT;
    return event ? subject : ENT_UNRESOLVED;
}

/* Whether a mention names a body, or a union of States rather than a class of them. */
static bool is_body(const ent_scene *scene, const ent_mention *m)
{
    const ent_kinds bodies = ENT_KIND_BIT(ENT_FORUM) | ENT_KIND_BIT(ENT_ORGANIZATION);
    if (m->kind != ENT_BLOC || m->entity == ENT_UNRESOLVED)
        return ent_kinds_has(bodies, m->kind);
    ent_str attributes = scene->mentions->entities.items[m->entity].attributes;
    return ent_attribute_get(attributes, ENT_STR("class")).len == 0;
}

/* The body with which a sentence begins, or ENT_UNRESOLVED. */
static uint32_t body_opening(const ent_scene *scene, uint32_t s)
{
    uint32_t first = scene->mentions->sentence_first.items[s];
    if (first == scene->mentions->sentence_first.items[s + 1])
        return ENT_UNRESOLVED;
    const ent_mention *m = &scene->mentions->items.items[first];
    bool opens = is_body(scene, m) && m->first <= scene->segments->sentences.items[s].first + 1 &&
                 m->source != ENT_BY_CLASS && !(m->flags & ENT_MENTION_EMBEDDED);
    return opens ? m->entity : ENT_UNRESOLVED;
}

/* The body of which the sentence, or the one before it in its paragraph, speaks from its beginning; else
 * ENT_UNRESOLVED. */
static uint32_t spoken_of(const ent_scene *scene)
{
    const ent_sentence *sentences = scene->segments->sentences.items;
    uint32_t s = scene->row.sentence, body = body_opening(scene, s);
    bool before = body == ENT_UNRESOLVED && s > 0 && sentences[s - 1].block == sentences[s].block;
    return before ? body_opening(scene, s - 1) : body;
}

/* What is just spoken of, else what the page is about; on a page that does not tell, what the section is.
 */
static uint32_t page_of(const ent_scene *scene)
{
    uint32_t section = ent_scene_section(scene), topic = spoken_of(scene);
    if (topic == ENT_UNRESOLVED && scene->mentions->topics)
        topic = scene->mentions->topics[section];
    return topic == ENT_UNRESOLVED ? scene->subjects->floor[section] : topic;
}

/* The section's subject, else the meeting that was told of. */
static uint32_t gathering_of(const ent_scene *scene, const ent_match *match)
{
    uint32_t subject = scene->subjects->floor[ent_scene_section(scene)];
    uint32_t token = scene->row.items.items[match->first].first;
    return subject != ENT_UNRESOLVED ? subject
                                     : ent_gathering_at(scene->segments, scene->mentions, scene->row.sentence, token);
}

static void speaker_ends(ent_scene *scene, const ent_voice *voice, ent_ends *out)
{
    for (size_t i = 0; i < voice->entities.n; i++)
        add_end(scene, out, voice->entities.items[i], 0.95f, 0);
}

ent_ends ent_ends_find(ent_scene *scene, const ent_rule_end *which, const ent_pattern *pattern, const ent_match *match)
{
    ent_ends out = {0};
    switch (which->kind) {
    case ENT_END_SLOT:
        slot_ends(scene, pattern, match, which->slot, &out);
        break;
    case ENT_END_SUBJECT:
        add_end(scene, &out, scene->subjects->floor[ent_scene_section(scene)], 0.95f, 0);
        break;
    case ENT_END_PAGE:
        add_end(scene, &out, page_of(scene), 0.95f, 0);
        break;
    case ENT_END_MEETING:
        add_end(scene, &out, meeting_of(scene), 0.95f, 0);
        break;
    case ENT_END_SITTING:
        add_end(scene, &out, scene->subjects->sitting[ent_scene_section(scene)], 0.95f, 0);
        break;
    case ENT_END_EVENT:
        add_end(scene, &out, scene->subjects->event, 0.95f, 0);
        break;
    case ENT_END_SELF:
        add_end(scene, &out, scene->subjects->self, 0.95f, 0);
        break;
    case ENT_END_AUTHOR:
        add_end(scene, &out, ent_author_at(&scene->subjects->authors, scene->row.sentence), 0.95f, 0);
        break;
    case ENT_END_SPEAKER:
        speaker_ends(scene, ent_speaker_at(ent_scene_speaker(scene), match->first), &out);
        break;
    case ENT_END_LATEST:
    case ENT_END_DRAFT:
        add_end(scene, &out,
                ent_latest_text(scene->segments, scene->mentions, scene->row.items.items[match->last - 1].first,
                                which->kind == ENT_END_DRAFT),
                0.8f, 0);
        break;
    case ENT_END_TREATY:
        add_end(scene, &out,
                ent_treaty_met_on(scene->segments, scene->mentions, scene->row.items.items[match->last - 1].first),
                0.85f, 0);
        break;
    case ENT_END_GATHERING:
        add_end(scene, &out, gathering_of(scene, match), 0.9f, 0);
        break;
    case ENT_END_PREVIOUS:
        break;
    }
    return out;
}
