/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/rules/rule_check.h"

/* Whether a pattern names the part, or the rule asks for none. */
static bool names(const ent_rules *rules, size_t first_pattern, ent_str part)
{
    bool named = part.len == 0;
    for (size_t i = first_pattern; i < rules->patterns.n; i++)
        named = named || ent_pattern_slot(&rules->patterns.items[i], part) != ENT_NO_SLOT;
    return named;
}

const char *ent_rule_fault(const ent_rules *rules, const ent_rule *rule, size_t first_pattern)
{
    bool aims = rule->attribution || rule->target.kind != ENT_END_SLOT || rule->target.slot.len;
    if (!aims)
        return "the rule has no relation";
    if (first_pattern == rules->patterns.n)
        return "the rule has no match";
    if (!names(rules, first_pattern, rule->role_part) || !names(rules, first_pattern, rule->holder_part))
        return "the role or the holder is a part that no pattern of the rule names";
    return NULL;
}

static bool has_part(const ent_pattern *pattern, ent_rule_end end)
{
    return end.kind != ENT_END_SLOT || ent_pattern_slot(pattern, end.slot) != ENT_NO_SLOT;
}

/* The kinds that an end may be of; all where no slot of its own tells. */
static ent_kinds kinds_of(const ent_pattern *pattern, ent_rule_end end)
{
    ent_kinds kinds = end.kind == ENT_END_SLOT ? ent_pattern_kinds(pattern, ent_pattern_slot(pattern, end.slot)) : 0;
    return kinds ? kinds : ENT_KINDS_ALL;
}

static bool is_possible(const ent_rule *rule, ent_kinds sources, ent_kinds targets)
{
    for (ent_kind source = 0; source < ENT_N_KINDS; source++)
        for (ent_kind target = 0; target < ENT_N_KINDS; target++)
            if (ent_kinds_has(sources, source) && ent_kinds_has(targets, target) &&
                ent_relation_allows(rule->type, source, target))
                return true;
    return false;
}

const char *ent_rule_pattern_fault(const ent_rule *rule, const ent_pattern *pattern)
{
    if (!has_part(pattern, rule->source) || (!rule->attribution && !has_part(pattern, rule->target)))
        return "the rule speaks of a part that this pattern does not name";
    if (!rule->attribution && !is_possible(rule, kinds_of(pattern, rule->source), kinds_of(pattern, rule->target)))
        return "the model has no such relation between these kinds of entities";
    return NULL;
}
