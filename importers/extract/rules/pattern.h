/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sentence pattern, compiled from its text to a row of steps:
 * - word: any inflection of the word; "word": these letters only
 * - NAME: a class of words and phrases, or a group: a piece of a pattern that was given a name
 * - F:{forum,event}: a mention (or a coordinated group) of a kind, named F
 * - F+:{…}: that and each further such mention up to the next element; where none follows, to the end of the clause, or
 *   behind ~~ of the sentence
 * - F=:{…}: of a coordination the last one alone: who is nearest to what follows
 * - F<:{…}: of a coordination the first one alone: what a word before it governs
 * - F>:{…}: of a coordination all but the last one: who is not meant by what follows the last
 * - F!:{…}: one that no preposition governs: fit to be a subject
 * - F:{…}[G:{…}]: a mention that holds another one
 * - F:{instrument form=treaty|code}: one with this attribute; form!=treaty: one without it
 * - ~: a gap inside the clause: it stops at a candidate for the element behind it, and does not pass over another
 *   candidate for the slot before it; R:~: the same, its words named R; ~3: three items at most; ~!a!B: without these
 *   words; ~~: over the whole sentence
 * - -: what follows is joined by a hyphen ("US-led")
 * - ( a | b ): alternatives; x?: x or nothing; R:( … ): the words matched, named R
 * - ^ $: the sentence's ends
 *
 * Adverbs and negations between two words are passed over: the cues near a match decide its polarity and modality. */
#ifndef ENT_EXTRACT_PATTERN_H
#define ENT_EXTRACT_PATTERN_H

#include "core/model/kind.h"
#include "importers/extract/text/word_class.h"

enum { ENT_MAX_SLOTS = 8, ENT_MAX_STEPS = 512 };
#define ENT_NO_SLOT UINT8_MAX

typedef enum ent_op {
    ENT_OP_WORDS,  /* words of a class */
    ENT_OP_SLOT,   /* a mention */
    ENT_OP_GAP,    /* anything, up to what the next step takes */
    ENT_OP_HYPHEN, /* the next item is joined to the one before */
    ENT_OP_BEGIN,
    ENT_OP_END,
    ENT_OP_OPEN,  /* a named group of words begins */
    ENT_OP_CLOSE, /* … and ends */
    ENT_OP_SPLIT, /* the next step, or else the one `skip` ahead */
    ENT_OP_JUMP,  /* `skip` ahead */
    ENT_OP_MATCH
} ent_op;

/* What may stand first where a part of a pattern begins: more than in truth may, never less. */
typedef struct ent_first {
    ent_kinds kinds; /* of mentions */
    uint16_t words;  /* one of the rules' sets of words */
    bool begin;      /* the sentence's first item, whatever it is */
    bool anything;   /* not told by its word or kind: an end, a hyphen */
} ent_first;

typedef struct ent_step {
    ent_op op;
    uint8_t slot, nested_slot;     /* ENT_NO_SLOT: none */
    bool each;                     /* SLOT: further mentions too */
    bool alone;                    /* SLOT: of a coordination the last one */
    bool first_alone;              /* SLOT: of a coordination the first one */
    bool but_last;                 /* SLOT: of a coordination all but the last one */
    bool free;                     /* SLOT: not behind a preposition */
    bool wide;                     /* GAP: over the whole sentence */
    ent_kinds kinds, nested_kinds; /* SLOT */
    ent_str attribute, values;     /* SLOT: the entity's attribute is one of the values, joined by "|"; or empty */
    bool lacks;                    /* SLOT: the members whose attribute is one of them are not meant */
    uint32_t limit;                /* GAP: items at most */
    uint32_t class_id;             /* WORDS */
    uint16_t words, openers;       /* WORDS: those of the class, those that its phrases begin with */
    uint32_t skip;                 /* SPLIT, JUMP: steps */
    uint32_t column;               /* in the pattern's text, from 0 */
    uint32_t link;                 /* of the pattern's chain: the first that is still to come, or the chain's length */
    ENT_VEC(uint32_t) without;     /* GAP: classes */
    uint16_t stops;                /* GAP: the words and openers of these classes */
    ent_first behind;              /* GAP: of what follows it; SPLIT: of all the alternatives that begin with it */
    ent_first next;                /* SPLIT: of the alternative or option that begins with it */
} ent_step;

/* Something that a pattern cannot match without: a mention of one of the kinds, or else one of the words. */
typedef struct ent_link {
    ent_kinds kinds;
    uint16_t words; /* one of the rules' sets */
} ent_link;

/* How many mentions a pattern cannot match without, the kinds that would serve as the first of them (ENT_NO_NEED where
 * there is none), and the sets of words of each of which it needs one, 0 where it needs none. Small: most patterns are
 * turned away by it, and the gates of all lie side by side. */
enum { ENT_GATE_NEEDS = 3, ENT_NO_NEED = 1 << 15 /* no kind, and of all rows */ };
typedef struct ent_gate {
    uint16_t n;
    ent_kinds needs[ENT_GATE_NEEDS];
    uint16_t words[ENT_GATE_NEEDS];
} ent_gate;

typedef struct ent_pattern {
    uint32_t rule;
    ent_str text;
    ent_spot spot;
    ENT_VEC(ent_step) steps;
    ent_str slots[ENT_MAX_SLOTS];
    uint8_t n_slots;
    ENT_VEC(uint32_t) keys;  /* classes without a word of which it cannot match: the rarest such set; may be empty */
    ENT_VEC(ent_link) chain; /* what must occur, one behind the other */
    ent_first first;
} ent_pattern;

/* A piece of a pattern by its name, so that several patterns share it. It may hold groups that are defined before it.
 */
typedef struct ent_pattern_group {
    ent_str name, text;
} ent_pattern_group;
typedef ENT_VEC(ent_pattern_group) ent_pattern_groups;

typedef struct ent_pattern_fault {
    uint32_t column; /* in bytes of the pattern's text, from 0 */
    const char *why;
} ent_pattern_fault;
typedef ENT_VEC(ent_pattern_fault) ent_pattern_faults;

/* Compiles pattern->text. Appends each fault to `faults` (empty before); false with any. Behind something that is not
 * closed nothing more is looked for. */
bool ent_pattern_compile(ent_arena *arena, ent_word_classes *classes, const ent_pattern_groups *groups,
                         ent_pattern *pattern, ent_pattern_faults *faults);
/* The group of this name, or NULL. */
const ent_pattern_group *ent_pattern_group_find(const ent_pattern_groups *groups, ent_str name);
/* The number of a slot by its name, or ENT_NO_SLOT. */
uint8_t ent_pattern_slot(const ent_pattern *pattern, ent_str name);
/* The kinds of mentions that a slot asks for; those inside others not counted. */
ent_kinds ent_pattern_kinds(const ent_pattern *pattern, uint8_t slot);
/* Of a pattern whose chain was found. */
ent_gate ent_pattern_gate(const ent_pattern *pattern);
/* Finds the keys and the chain; after ent_classes_finish. What words it asks about is added to `sets`. */
void ent_pattern_find_chain(ent_arena *arena, ent_pattern *pattern, const ent_word_classes *classes,
                            ent_word_sets *sets);
/* The same of the rest: what each step takes, what may stand first. */
void ent_pattern_find_words(ent_arena *arena, ent_pattern *pattern, const ent_word_classes *classes,
                            ent_word_sets *sets);

#endif
