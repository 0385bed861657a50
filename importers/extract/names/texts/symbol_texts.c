/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What texts with symbols have in common, however they are named. */
#include "importers/extract/names/texts/symbols.h"

#include "core/model/key.h"

/* Attributes stand sorted by name. */
ent_str ent_symbol_attributes(ent_finder *f, const char *form, const char *force, const char *status, ent_str symbol,
                              ent_str year)
{
    ent_str none = ENT_STR_EMPTY;
    return ent_arena_join(f->arena, force ? ENT_STR("force=") : none, ent_str_from(force), force ? ENT_STR("; ") : none,
                          ENT_STR("form="), ent_str_from(form), status ? ENT_STR("; status=") : none,
                          ent_str_from(status), ENT_STR("; symbol="), symbol, year.len ? ENT_STR("; year=") : none,
                          year);
}

uint32_t ent_symbol_entity(ent_finder *f, ent_str symbol, ent_str name, ent_str attributes)
{
    ent_str key = ent_key_make(f->arena, ENT_INSTRUMENT, symbol);
    uint32_t entry = ent_lexicon_find(f->lexicon, key);
    if (entry != UINT32_MAX)
        return ent_finder_entry(f, entry);
    return ent_mentions_entity(f->arena, f->out, ENT_INSTRUMENT, key, name, attributes);
}

void ent_symbol_add(ent_finder *f, uint32_t sentence, uint32_t first, uint32_t last, uint32_t entity)
{
    ent_finder_add(f, ent_finder_candidate(sentence, first, last, ENT_INSTRUMENT, ENT_BY_SYMBOL, entity, 0.98f));
}

/* "(XVIII)" or "(2004)" at `token`. */
bool ent_symbol_in_brackets(const ent_finder *f, uint32_t token, ent_str *inside)
{
    if (!ent_finder_is(f, token, f->words.open) || !ent_finder_is(f, token + 2, f->words.close))
        return false;
    *inside = ent_token_text(f->segments, token + 1);
    return true;
}

bool ent_symbol_is_roman(ent_str s)
{
    return ent_str_is_made_of(s, ENT_STR("IVXLC"));
}
