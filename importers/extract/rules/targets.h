/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands behind the target of a match may say that the deed was done to something else, or by somebody else. */
#ifndef ENT_EXTRACT_TARGETS_H
#define ENT_EXTRACT_TARGETS_H

#include "importers/extract/rules/match.h"

/* "Ratified the Convention's newest protocol", "joined the Treaty negotiations": something of the target's. */
bool ent_target_is_owner(const ent_row *row, const ent_rule *rule, const ent_pattern *pattern, const ent_match *match);
/* "The Assembly endorses the Plan adopted by the Widget Summit": that one adopted it. */
bool ent_target_is_anothers(const ent_row *row, const ent_rule *rule, const ent_pattern *pattern,
                            const ent_match *match);

#endif
