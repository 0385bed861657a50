/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/rules/targets.h"

bool ent_target_is_owner(const ent_row *row, const ent_rule *rule, const ent_pattern *pattern, const ent_match *match)
{
    const unsigned acts = 1u << ENT_ADOPTED | 1u << ENT_COMMITTED_TO | 1u << ENT_PROPOSED | 1u << ENT_PRODUCES;
    uint8_t slot = rule->target.kind == ENT_END_SLOT ? ent_pattern_slot(pattern, rule->target.slot) : ENT_NO_SLOT;
    if (!(acts & 1u << rule->type) || slot == ENT_NO_SLOT || match->captures[slot].last != match->last ||
        match->last >= row->items.n || ent_item_is_mention(&row->items.items[match->last]))
        return false;
    uint32_t mark = row->items.items[match->last].first;
    ent_str behind = ent_token_text(row->segments, mark), name = ent_token_text(row->segments, mark - 1);
    bool plural = (ent_str_eq(behind, ENT_STR("'")) || ent_str_eq(behind, ENT_STR("’"))) &&
                  ent_str_ends(name, ENT_STR("s")) && match->last + 1 < row->items.n &&
                  row->segments->tokens.items[mark + 1].kind == ENT_TOKEN_WORD;
    static const char *const talks[] = {"negotiations", "negotiation", "talks", "discussions", "deliberations", NULL};
    return plural || ent_str_eq(behind, ENT_STR("'s")) || ent_str_eq(behind, ENT_STR("’s")) ||
           ent_str_is_any_nocase(behind, talks);
}

bool ent_target_is_anothers(const ent_row *row, const ent_rule *rule, const ent_pattern *pattern,
                            const ent_match *match)
{
    static const char *const adopted[] = {"adopted", "agreed", "approved", NULL};
    static const char *const by[] = {"by", "at", NULL};
    uint8_t slot = rule->target.kind == ENT_END_SLOT ? ent_pattern_slot(pattern, rule->target.slot) : ENT_NO_SLOT;
    if (rule->type != ENT_ADOPTED || slot == ENT_NO_SLOT || match->captures[slot].last != match->last ||
        match->last + 1 >= row->items.n)
        return false;
    uint32_t deed = row->items.items[match->last].first;
    return ent_str_is_any_nocase(ent_token_text(row->segments, deed), adopted) &&
           ent_str_is_any_nocase(ent_token_text(row->segments, deed + 1), by);
}
