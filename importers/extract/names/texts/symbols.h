/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts of the United Nations by symbol ("A/RES/76/231", symbols.c) and by what stands for it ("resolution 76/231 of 24
 * December 2021", resolutions.c). All forms of one text give one key, the slug of its symbol. Strings are cut from the
 * document or in the finder's arena. */
#ifndef ENT_EXTRACT_SYMBOLS_H
#define ENT_EXTRACT_SYMBOLS_H

#include "importers/extract/names/finder.h"

/* A body whose resolutions and decisions have symbols. */
typedef struct ent_organ {
    ent_str key, symbol, name; /* "forum:general-assembly", "A", "General Assembly" */
} ent_organ;

typedef enum ent_numeral_shape {
    ENT_NUMERAL_SESSION, /* "76/231" */
    ENT_NUMERAL_ROMAN,   /* "1962 (XVIII)" */
    ENT_NUMERAL_YEAR,    /* "1540 (2004)" */
    ENT_NUMERAL_ALONE    /* "1540" */
} ent_numeral_shape;

/* A number of a resolution or decision as a text writes it. */
typedef struct ent_numeral {
    ent_str before, after; /* "76" and "231"; "1962" and "XVIII"; "1540" and "2004" */
    ent_numeral_shape shape;
    uint32_t first, last; /* tokens [first, last) */
} ent_numeral;

/* ---- symbol_texts.c ---- */

/* What to say of a text: its form, force (NULL: nothing) and status (NULL: nothing), its symbol, the year (or empty).
 */
ent_str ent_symbol_attributes(ent_finder *f, const char *form, const char *force, const char *status, ent_str symbol,
                              ent_str year);
/* The entity of a symbol: the lexicon's, else a new one with this name and these attributes. */
uint32_t ent_symbol_entity(ent_finder *f, ent_str symbol, ent_str name, ent_str attributes);
/* Adds a mention over tokens [first, last). */
void ent_symbol_add(ent_finder *f, uint32_t sentence, uint32_t first, uint32_t last, uint32_t entity);
/* "(XVIII)" or "(2004)" at `token`: what the brackets hold; false where they hold more or none are there. */
bool ent_symbol_in_brackets(const ent_finder *f, uint32_t token, ent_str *inside);
bool ent_symbol_is_roman(ent_str s);

/* ---- resolutions.c ---- */

/* The organs, n of them. */
const ent_organ *ent_organs(size_t *n);
/* The resolution or decision of an organ with this number; `year` of its adoption, or empty. */
uint32_t ent_resolution_entity(ent_finder *f, const ent_organ *organ, const ent_numeral *number, bool decision,
                               ent_str year);
/* The year of "of 24 December 2021" at `token`, or empty. */
ent_str ent_resolution_year(const ent_finder *f, uint32_t token);
/* Adds the number that the first page gives its own text, where the sentence is its heading. */
void ent_find_own_number(ent_finder *f, uint32_t sentence);
/* Adds what the numbers behind the word "resolution" or "decision" at `word` name. */
void ent_find_numbered(ent_finder *f, uint32_t sentence, uint32_t word, bool decision);

/* ---- acts.c ---- */

/* Adds the decision of another body whose symbol has its slash there ("GC(65)/RES/10", "Decision (CFSP) 2019/615");
 * returns the token behind it, or 0. */
uint32_t ent_find_act(ent_finder *f, uint32_t sentence, uint32_t slash);
/* Adds the numbered decision of another body at the word "resolution" or "decision"; false where there is none. */
bool ent_find_act_by_number(ent_finder *f, uint32_t sentence, uint32_t word, bool decision);

/* ---- regional_acts.c ---- */

/* Adds the act of a regional organization whose symbol has its first slash there ("EX.CL/Dec.600(XVIII)"), and whose it
 * is; returns the token behind it, or 0. */
uint32_t ent_find_regional_act(ent_finder *f, uint32_t sentence, uint32_t slash);

#endif
