/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the words above a list of States, or above the columns of a table, say that the States are. */
#ifndef ENT_EXTRACT_LAYOUT_CAPTIONS_H
#define ENT_EXTRACT_LAYOUT_CAPTIONS_H

#include "importers/extract/layout/lines.h"

enum {
    ENT_CAPTION_GROUPS = ENT_KIND_BIT(ENT_BLOC) | ENT_KIND_BIT(ENT_FORUM) | ENT_KIND_BIT(ENT_ORGANIZATION),
    ENT_CAPTION_ACTORS = ENT_KIND_BIT(ENT_STATE) | ENT_KIND_BIT(ENT_BLOC) | ENT_KIND_BIT(ENT_ORGANIZATION)
};

typedef enum ent_meaning {
    ENT_MEANS_NOTHING,
    ENT_MEANS_NOT, /* "Former members", "States that have not signed" */
    ENT_MEANS_MEMBERS,
    ENT_MEANS_OBSERVERS,
    ENT_MEANS_PARTNERS, /* "Dialogue partners" */
    ENT_MEANS_PRESENT,
    ENT_MEANS_PLEDGED,
    ENT_MEANS_SIGNED,
    ENT_MEANS_PARTIES,
    ENT_MEANS_OUTSIDE /* "Non-parties" */
} ent_meaning;

typedef struct ent_caption {
    ent_meaning meaning;
    uint32_t group; /* entity named in the words, of a kind that fits the meaning, or ENT_UNRESOLVED */
    uint32_t first; /* tokens [first, last) */
    uint32_t last;
} ent_caption;

/* Whether the mention names one group of these kinds, rather than "Member States". */
bool ent_caption_may_be_group(const ent_layout_work *work, uint32_t mention, ent_kinds kinds);
ent_caption ent_caption_of(const ent_layout_work *work, uint32_t first, uint32_t last);
static inline bool ent_caption_is_empty(const ent_caption *caption)
{
    return caption->meaning == ENT_MEANS_NOTHING && caption->group == ENT_UNRESOLVED;
}
/* "Founding members Signature Ratification": the members' rows tell when they joined a text, too. */
bool ent_caption_binds_members(const ent_layout_work *work, const ent_caption *caption);
/* Of the line above line `n`, where it is a heading or ends in a colon. *other: it says that the list is of something
 * else ("Organized by", "3 Guests"). */
ent_caption ent_caption_above(const ent_layout_work *work, uint32_t n, bool *other);
/* Of the line that ends in a colon above line `n` where only lists of States and the groups they are of stand between:
 * "The following took part in the summit:", "For the Widget Union", "Chile and Peru", "For …". */
ent_caption ent_caption_over_groups(const ent_layout_work *work, uint32_t n);
/* Of the other cell of a row of two, where it stands before cell `n`; other words in it than a date say what else the
 * list is. */
ent_caption ent_caption_beside(const ent_layout_work *work, uint32_t n, bool *other);
/* "Chile | Ratification | 12 November 1981", "Chile | 12 November 1981 | Ratification": what the State did is what a
 * cell behind it begins with. */
ent_caption ent_caption_of_deed(const ent_layout_work *work, uint32_t n);
/* Of the heading of a section. */
ent_caption ent_caption_of_heading(const ent_layout_work *work, uint32_t section);
/* The body that a heading above a section names and nothing else, or the document's first line; or ENT_UNRESOLVED. */
uint32_t ent_caption_page(const ent_layout_work *work, uint32_t section);
/* Of the words over the column that line `n` is a cell of; of those over all columns where only these speak of
 * signatures and the like. Nothing where the line is in the table's first row. */
ent_caption ent_caption_of_table(const ent_layout_work *work, uint32_t n);
/* The row that line `n` is a cell of heads columns of signatures, ratifications and the like. */
bool ent_row_heads_parties(const ent_layout_work *work, uint32_t n);
/* "We are a member of": what the lines under it name has members, and is none. */
bool ent_caption_is_membership(const ent_layout_work *work, uint32_t first, uint32_t last);
/* The States have signed, joined or pledged something, or have not. */
static inline bool ent_caption_binds(const ent_caption *caption)
{
    return caption->meaning >= ENT_MEANS_PLEDGED;
}

#endif
