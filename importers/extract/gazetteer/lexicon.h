/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the importers know beforehand: the names of lexicon/<any>.csv, as a trie over words, and the word lists of
 * lexicon/<any>.txt (see word_lists.h). Read once, then shared read-only.
 *
 * An alias matches whole tokens, letter case ignored, hyphens as spaces, plural as singular in its last word, but a
 * name written with a capital is only found written with one (topics excepted). A mark in square brackets behind an
 * alias says more: [case] exactly these letters; [adjective] only where it acts ("the Chinese delegation");
 * [government] a capital city used for its government, low confidence; [context] shared by several entities, the
 * context decides. */
#ifndef ENT_EXTRACT_LEXICON_H
#define ENT_EXTRACT_LEXICON_H

#include "core/model/facts.h"
#include "importers/extract/text/vocabulary.h"

enum { ENT_ALIAS_CASE = 1, ENT_ALIAS_ADJECTIVE = 2, ENT_ALIAS_GOVERNMENT = 4, ENT_ALIAS_CONTEXT = 8 };

/* What a text's letters must show for an alias to be found in it. */
typedef enum ent_letters {
    ENT_LETTERS_ANY,
    ENT_LETTERS_CAPITAL,  /* a capital where the alias has one; not only because a sentence begins */
    ENT_LETTERS_CAPITALS, /* all capitals: an acronym */
    ENT_LETTERS_EXACT
} ent_letters;

typedef struct ent_lexicon_entry {
    ent_str key, name;
    ent_str attributes; /* without the context words */
    ent_kind kind;
    ent_str aliases; /* without marks: each once, sorted, without the name, joined by " | " */
    ent_str context; /* words and phrases, joined by ",", that tell it from entities of the same short form */
} ent_lexicon_entry;

/* One way to write one entity: an alias has several senses when entities share it. */
typedef struct ent_sense {
    uint32_t entry;    /* UINT32_MAX: looks like a name and is none ("New Mexico") */
    uint8_t marks;     /* ENT_ALIAS_… */
    uint8_t letters;   /* ent_letters */
    uint32_t capitals; /* bit i: word i of the alias begins with a capital (the first 32) */
    ent_str written;   /* as in the lexicon */
    uint32_t next;     /* another sense of the same words, or UINT32_MAX */
} ent_sense;

typedef struct ent_lexicon ent_lexicon;

/* Reads every *.csv and *.txt of the folders, later ones adding to and overriding earlier ones by key. Every fault is
 * reported with its place through `complain` (may be NULL); with none the lexicon is good, else ENT_FAILED and no
 * lexicon. */
ent_status ent_lexicon_load(const char *const *folders, size_t n_folders, ent_vocabulary *vocabulary,
                            ent_fault_fn complain, void *context, ent_lexicon **out, ent_error *err);
/* A name from elsewhere than the files: one that the entity with this key goes by, too. */
typedef struct ent_lexicon_name {
    ent_str key, name, alias; /* name: what the entity is called, where the lexicon does not know it */
} ent_lexicon_name;
/* Adds names to a lexicon that was just loaded. They are taken as they are, without marks; where one names another
 * entity already, that stands. */
void ent_lexicon_add_names(ent_lexicon *lexicon, ent_vocabulary *vocabulary, const ent_lexicon_name *names, size_t n);
void ent_lexicon_free(ent_lexicon *lexicon);
const ent_lexicon_entry *ent_lexicon_entry_at(const ent_lexicon *lexicon, uint32_t entry);
uint32_t ent_lexicon_count(const ent_lexicon *lexicon);             /* entries */
uint32_t ent_lexicon_find(const ent_lexicon *lexicon, ent_str key); /* UINT32_MAX: none */
/* The entry that a name or an unmarked alias names, whatever its letters, or UINT32_MAX. */
uint32_t ent_lexicon_find_name(const ent_lexicon *lexicon, const ent_vocabulary *vocabulary, ent_kind kind,
                               ent_str name);
const ent_sense *ent_lexicon_sense_at(const ent_lexicon *lexicon, uint32_t sense);

#endif
