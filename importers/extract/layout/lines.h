/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document as lines: what the eye sees of its layout. A line is a heading, a paragraph, a list item or one cell of a
 * table. */
#ifndef ENT_EXTRACT_LAYOUT_LINES_H
#define ENT_EXTRACT_LAYOUT_LINES_H

#include "importers/extract/knowledge.h"
#include "importers/extract/names/references/subjects.h"

#define ENT_NO_LINE    UINT32_MAX
#define ENT_NO_MENTION UINT32_MAX

typedef struct ent_line {
    uint32_t block;
    uint32_t cell;        /* of a row, from 0; else 0 */
    uint32_t table;       /* of a row: the first line of its table; else the line itself */
    uint32_t first, last; /* tokens [first, last), bullets and numbers of a list passed over */
    uint32_t n_sentences;
} ent_line;

typedef struct ent_layout_work {
    ent_arena *arena;
    const ent_knowledge *knowledge;
    const ent_segments *segments;
    const ent_mentions *mentions;
    const ent_subjects *subjects;
    ent_facts *facts;
    ENT_VEC(ent_line) lines;
    uint32_t *heading_of; /* section → the line of its heading, or ENT_NO_LINE */
    ent_map made;         /* what was stated, so that a place says a thing once */
} ent_layout_work;

/* One relation with its place. `once`: one piece of evidence in the document is enough (what a name says of itself). */
typedef struct ent_statement {
    ent_relation_type type;
    uint32_t source, target; /* entities; ENT_UNRESOLVED states nothing */
    uint32_t token;          /* its sentence is the quote */
    const char *rule;
    float confidence;
    ent_str role;
    bool once;
} ent_statement;

void ent_lines_build(ent_layout_work *work);
/* Adds the relation, unless the model does not allow it or the same place already said it. The new relation, valid
 * until the next one is added, or NULL. */
ent_fact_relation *ent_layout_state(ent_layout_work *work, ent_statement statement);

const ent_block *ent_line_block(const ent_layout_work *work, const ent_line *line);
/* Running text rather than an entry of a list. */
bool ent_line_is_prose(const ent_layout_work *work, const ent_line *line);
/* "B" over the names that begin with it. */
bool ent_line_is_letter(const ent_layout_work *work, const ent_line *line);
bool ent_line_has_state(const ent_layout_work *work, const ent_line *line);
bool ent_line_ends_with(const ent_layout_work *work, const ent_line *line, char mark);

/* Whether a letter of a text is a small one, whatever its own case and whether it is the s or z of -ise. */
static inline bool ent_reads_letter(char text, char letter)
{
    char small = ent_to_lower(text);
    return small == letter || (small == 'z' && letter == 's') || (small == 's' && letter == 'z');
}
/* Whether a text is a word in small letters, read so. */
bool ent_reads_as(ent_str text, const char *word);
/* The same of a token. Most are seen to be others by their first letter. */
static inline bool ent_token_is(const ent_layout_work *work, uint32_t token, const char *word)
{
    ent_str text = ent_token_text(work->segments, token);
    return ent_reads_letter(text.data[0], word[0]) && ent_reads_as(text, word);
}
/* Whether a text is the first of these words, in small letters with one space between them (or that one's plural); then
 * it is taken off them. */
bool ent_reads_on(ent_str text, bool or_plural, ent_str *words);
/* The same of a token. Most are seen to be others by their first two letters. */
static inline bool ent_token_reads_on(const ent_layout_work *work, uint32_t token, bool or_plural, ent_str *words)
{
    ent_str text = ent_token_text(work->segments, token);
    bool longer = text.len > 1 && words->len > 1 && words->data[1] != ' ';
    return words->len > 0 && ent_reads_letter(text.data[0], words->data[0]) &&
           (!longer || ent_reads_letter(text.data[1], words->data[1])) && ent_reads_on(text, or_plural, words);
}
bool ent_token_is_any(const ent_layout_work *work, uint32_t token, const char *const *words, size_t n);
bool ent_tokens_have(const ent_layout_work *work, uint32_t first, uint32_t last, const char *const *words, size_t n);
bool ent_token_is_mark(const ent_layout_work *work, uint32_t token);
/* Whether the word is of these lists of the lexicon (ENT_LIST(…)). */
bool ent_token_in_list(const ent_layout_work *work, uint32_t token, uint64_t lists);
/* Whether the word is of these cue lists (ENT_CUE(…)), as it stands; and whether one of tokens [first, last) is. */
bool ent_token_cues(const ent_layout_work *work, uint32_t token, uint64_t cues);
bool ent_tokens_cue(const ent_layout_work *work, uint32_t first, uint32_t last, uint64_t cues);
/* The text of tokens [first, last), empty when there are none. */
ent_str ent_tokens_text(const ent_layout_work *work, uint32_t first, uint32_t last);
/* The same without marks, articles and prepositions at its ends. */
ent_str ent_tokens_phrase(const ent_layout_work *work, uint32_t first, uint32_t last);
/* The token behind the bracket that opens at `open`; `last` when it does not close. */
uint32_t ent_bracket_end(const ent_layout_work *work, uint32_t open, uint32_t last);

static inline const ent_mention *ent_mention_at(const ent_layout_work *work, uint32_t at)
{
    return &work->mentions->items.items[at];
}
/* The first mention that begins at `token` or behind it. */
uint32_t ent_mention_from(const ent_layout_work *work, uint32_t token);
static inline bool ent_mention_is(const ent_mention *mention, ent_kinds kinds)
{
    return mention->entity != ENT_UNRESOLVED && !(mention->flags & ENT_MENTION_NESTED) &&
           ent_kinds_has(kinds, mention->kind);
}
/* The first unnested mention of these kinds in tokens [first, last), or ENT_NO_MENTION. */
uint32_t ent_mention_find(const ent_layout_work *work, ent_kinds kinds, uint32_t first, uint32_t last);
/* The unnested mention that covers `token`, or ENT_NO_MENTION. */
uint32_t ent_mention_over(const ent_layout_work *work, uint32_t token);
/* Nothing but names of these kinds in tokens [first, last), what parts them, numbers, and notes in brackets. */
bool ent_tokens_are_names(const ent_layout_work *work, ent_kinds kinds, uint32_t first, uint32_t last);
/* The same, but some names may be unknown: to be asked only where a label says what they are. */
bool ent_tokens_are_mostly_names(const ent_layout_work *work, ent_kinds kinds, uint32_t first, uint32_t last);
/* The words beside the mention in tokens [first, last) belong to no longer name: "Samoa", not "Western Samoa". */
bool ent_mention_is_whole(const ent_layout_work *work, const ent_mention *mention, uint32_t first, uint32_t last);
/* Where the names in tokens [first, last) begin: at the first, behind "Members:" (where some may be unknown); `last`
 * when they are no list of names. */
uint32_t ent_line_names_begin(const ent_layout_work *work, ent_kinds kinds, uint32_t first, uint32_t last);
/* The entity of these kinds that the document names most often, or ENT_UNRESOLVED. */
uint32_t ent_mention_commonest(const ent_layout_work *work, ent_kinds kinds);

#endif
