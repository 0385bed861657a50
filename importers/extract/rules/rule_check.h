/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a rule must have that its single lines do not tell. */
#ifndef ENT_EXTRACT_RULE_CHECK_H
#define ENT_EXTRACT_RULE_CHECK_H

#include "importers/extract/rules/rules.h"

/* What is wrong with a rule whose patterns are those from `first_pattern` on, or NULL. */
const char *ent_rule_fault(const ent_rules *rules, const ent_rule *rule, size_t first_pattern);
/* What is wrong with one of its patterns, or NULL. */
const char *ent_rule_pattern_fault(const ent_rule *rule, const ent_pattern *pattern);

#endif
