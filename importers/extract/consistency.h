/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a document says as a whole tells which of its statements cannot be meant. */
#ifndef ENT_EXTRACT_CONSISTENCY_H
#define ENT_EXTRACT_CONSISTENCY_H

#include "core/model/facts.h"
#include "importers/extract/gazetteer/lexicon.h"
#include "importers/extract/names/mention.h"

/* Takes out of facts->relations that a meeting discusses a body or meeting it is itself a part of, or one that only the
 * words behind its own name tell ("second session of the Committee for the Widget Conference"): what it is named after
 * is not its subject. So goes that a meeting of a body is a part of what that body is a part of. Ends are entities of
 * `mentions`, passages the sentences of `segments`. */
void ent_drop_own_bodies(ent_arena *arena, const ent_lexicon *lexicon, const ent_segments *segments,
                         const ent_mentions *mentions, ent_facts *facts);

#endif
