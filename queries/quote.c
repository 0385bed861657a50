/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "queries/quote.h"

ent_str ent_quote_arrow(ent_arena *arena, const ent_edge_row *edge, ent_entity_id from)
{
    bool symmetric = ent_relation_is_symmetric(edge->type), forward = edge->source.row == from.row;
    return ent_arena_format(arena, "%s%s%s", symmetric || forward ? "—" : "←", ent_relation_label(edge->type),
                            symmetric || !forward ? "—" : "→");
}

ent_str ent_quote_relation(ent_arena *arena, const ent_evidence_row *row)
{
    return ent_arena_format(arena, ENT_STR_FMT " —%s%s%s " ENT_STR_FMT, ENT_STR_ARG(row->source_name),
                            row->polarity == ENT_NEGATED ? "not: " : "", ent_relation_label(row->type),
                            ent_relation_is_symmetric(row->type) ? "—" : "→", ENT_STR_ARG(row->target_name));
}

ent_str ent_quote_words(ent_arena *arena, const ent_evidence_row *row)
{
    return ent_arena_format(arena, ENT_STR_FMT "%s“" ENT_STR_FMT "”", ENT_STR_ARG(row->speaker),
                            row->speaker.len ? ": " : "", ENT_STR_ARG(row->quote));
}

ent_str ent_quote_place(ent_arena *arena, const ent_evidence_row *row)
{
    ent_str place = ent_arena_str(arena, row->document);
    if (row->section.len)
        place = ent_arena_format(arena, ENT_STR_FMT " › " ENT_STR_FMT, ENT_STR_ARG(place), ENT_STR_ARG(row->section));
    if (row->page)
        place = ent_arena_format(arena, ENT_STR_FMT ", page %u", ENT_STR_ARG(place), row->page);
    if (row->line)
        place = ent_arena_format(arena, ENT_STR_FMT ", line %u", ENT_STR_ARG(place), row->line);
    return place;
}
