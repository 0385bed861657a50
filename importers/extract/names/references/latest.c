/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/key.h"
#include "importers/extract/names/references/subjects.h"

enum { SENTENCES_BACK = 3 };

/* A treaty, a resolution, a pledge: what one can be for or against; no body of law, no mandate, nor what is open. */
static bool is_text(const ent_mentions *mentions, const ent_mention *m)
{
    if ((m->kind != ENT_INSTRUMENT && m->kind != ENT_PROPOSAL) || m->entity == ENT_UNRESOLVED ||
        (m->flags & ENT_MENTION_NESTED))
        return false;
    static const char *const none[] = {"body of law", "mandate", "policy", "agenda", "plan", "letter", NULL};
    return !ent_str_is_any_nocase(ent_attribute_get(mentions->entities.items[m->entity].attributes, ENT_STR("form")),
                                  none);
}

/* A text that a body votes on, or voted on: a draft, a resolution, a decision. */
static bool is_decided(const ent_mentions *mentions, const ent_mention *m)
{
    ent_str attributes = mentions->entities.items[m->entity].attributes;
    ent_str form = ent_attribute_get(attributes, ENT_STR("form")),
            status = ent_attribute_get(attributes, ENT_STR("status"));
    return m->kind == ENT_INSTRUMENT &&
           (ent_str_ends(form, ENT_STR("resolution")) || ent_str_ends(form, ENT_STR("decision")) ||
            ent_str_eq(status, ENT_STR("draft")) || ent_str_eq(status, ENT_STR("proposed")));
}

/* In the sentence of the token the text named last before it; in an earlier one the first, which is its subject rather.
 */
static uint32_t text_in(const ent_mentions *mentions, uint32_t sentence, uint32_t token, bool first, bool decided)
{
    uint32_t found = ENT_UNRESOLVED;
    uint32_t end = mentions->sentence_first.items[sentence + 1];
    for (uint32_t i = mentions->sentence_first.items[sentence]; i < end; i++) {
        const ent_mention *m = &mentions->items.items[i];
        if (m->last > token || !is_text(mentions, m) || (decided && !is_decided(mentions, m)))
            continue;
        found = m->entity;
        if (first)
            break;
    }
    return found;
}

/* "Chile welcomed the Chair's draft, but Peru rejected it": the sentence itself speaks of a text that has no name. */
static bool speaks_of_another(const ent_segments *segments, uint32_t sentence, uint32_t token)
{
    static const char *const texts[] = {"draft",     "text",     "proposal",  "paper",
                                        "amendment", "language", "paragraph", NULL};
    bool spoken_of = false;
    for (uint32_t t = segments->sentences.items[sentence].first; t <= token; t++) {
        if (spoken_of && ent_str_is_nocase(ent_token_text(segments, t), "it"))
            return true;
        spoken_of = spoken_of || ent_str_is_any_nocase(ent_token_text(segments, t), texts);
    }
    return false;
}

/* Of what is voted on the only one that the document names before the token: a page of news is about one. */
static uint32_t only_decided(const ent_mentions *mentions, uint32_t token)
{
    uint32_t found = ENT_UNRESOLVED;
    for (size_t i = 0; i < mentions->items.n && mentions->items.items[i].first < token; i++) {
        const ent_mention *m = &mentions->items.items[i];
        if (!is_text(mentions, m) || !is_decided(mentions, m))
            continue;
        if (found != ENT_UNRESOLVED && found != m->entity)
            return ENT_UNRESOLVED;
        found = m->entity;
    }
    return found;
}

uint32_t ent_latest_text(const ent_segments *segments, const ent_mentions *mentions, uint32_t token, bool decided)
{
    uint32_t from = ent_sentence_of(segments, token);
    for (uint32_t back = 0; back <= SENTENCES_BACK && back <= from; back++) {
        if (ent_sentence_section(segments, from - back) != ent_sentence_section(segments, from))
            break;
        uint32_t found = text_in(mentions, from - back, token, back > 0, decided);
        if (found != ENT_UNRESOLVED || (back == 0 && speaks_of_another(segments, from, token)))
            return found;
    }
    return decided ? only_decided(mentions, token) : ENT_UNRESOLVED;
}
