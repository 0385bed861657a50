/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How sentences become relations: a text file that an analyst can read and extend.
 *
 *   irregular   hold held
 *   class       ESTABLISH = establish | create | set up
 *   group       SETUP = be ESTABLISH ~3 by
 *
 *   rule established-by.passive
 *       relation    established_by  F -> I
 *       confidence  0.9
 *       match       F:{forum,event} ~ be ESTABLISH ~ BY ~ I:{instrument}
 *       yes         The Group was set up by resolution 1/2.  => Group -> resolution 1/2
 *       no          The Group set up a panel.
 *
 * The ends of a relation are parts of the pattern (see pattern.h), or @subject (what the section is about: its panel or
 * meeting, else the meeting or body of the document), @meeting (the same where it is an event), @sitting (only the
 * panel or session whose section it is), @event (the meeting the document reports), @self (the document as an
 * instrument), @page (the body with which the sentence or the one before begins, else what the page of a body or an
 * encyclopedia is about, else the @subject),
 * @speaker (whoever speaks in the sentence: a named actor, else the @subject), @author (who delivers the document)
 * @latest (the instrument or proposal that "it" means, see subjects.h) @draft (the same of what is voted on) or
 * @treaty (whose parties are meant).
 * Further lines of a rule: `role R` or `role "text"`, `holder H`, `polarity negated`, `modality mandated`, `when
 * spoken`: only in a sentence that tells what somebody said, and `when unnamed`: only in one that no actor says. An
 * `attribution NAME` has `match`, `yes` and `no` lines: it says that the sentence is spoken; the words it names S are
 * the speaker, as the text gives it. `speaker N` says that the part N is the named actor who speaks, `speaker @author`
 * that the author does, `speaker @previous` that the speaker of the sentence before does; without it the speaker has no
 * name. An `attribution` with `holder H` says instead that the words H hold the position that is told behind them. A
 * line that begins with # is a comment. */
#ifndef ENT_EXTRACT_RULES_H
#define ENT_EXTRACT_RULES_H

#include "core/base/error.h"
#include "core/model/facts.h"
#include "importers/extract/rules/pattern.h"

typedef enum ent_end_kind {
    ENT_END_SLOT,
    ENT_END_SUBJECT,
    ENT_END_PAGE,
    ENT_END_MEETING,
    ENT_END_SITTING,
    ENT_END_EVENT,
    ENT_END_SELF,
    ENT_END_SPEAKER,
    ENT_END_AUTHOR,
    ENT_END_LATEST,
    ENT_END_DRAFT,
    ENT_END_TREATY,
    ENT_END_GATHERING,
    ENT_END_PREVIOUS /* of an attribution only */
} ent_end_kind;

typedef struct ent_rule_end {
    ent_end_kind kind;
    ent_str slot; /* the part's name */
} ent_rule_end;

typedef struct ent_rule_example {
    ent_str sentence;
    ent_str expected; /* "Group -> resolution 1/2" or the speaker; empty where only a match is asked for */
    bool matches;     /* yes or no */
    ent_spot spot;
} ent_rule_example;

typedef struct ent_rule {
    ent_str name;
    bool attribution;
    ent_relation_type type;
    ent_rule_end source, target; /* of an attribution the source is who speaks */
    bool spoken;                 /* only in a sentence that tells what somebody said */
    bool unnamed;                /* only in a sentence that is not said by a named actor */
    float confidence;
    int polarity, modality; /* -1: by the cues */
    ent_str role_part, role_text, holder_part;
    ent_spot spot;
    ENT_VEC(ent_rule_example) examples;
} ent_rule;

/* The classes that the engine itself asks about; a rule file defines them. */
typedef struct ent_cue_classes {
    uint32_t adverb, negation, neutral, possible, normative, conditional, mandated, clause, preposition, conjunction,
        determiner, auxiliary, irregular, reporting, respective, denial, asserted, refuted, inverted, government, fail,
        contrast, title;
} ent_cue_classes;

typedef ENT_VEC(uint32_t) ent_pattern_list;

enum {                      /* what the cues say of a word by itself */
       ENT_WORD_PASSED = 1, /* an adverb or a negation */
       ENT_WORD_CLAUSE = 2,
       ENT_WORD_FAILS = 4,
       ENT_WORD_DETERMINER = 8
};

typedef struct ent_rules {
    ent_arena arena;
    ENT_VEC(ent_rule) rules;
    ENT_VEC(ent_pattern) patterns;
    ENT_VEC(ent_gate) gates; /* of each pattern */
    ent_word_classes classes;
    ent_word_sets sets;     /* what patterns ask about words, the gates first */
    uint8_t *told;          /* word that a class has → what the cues say of it (ENT_WORD_…) */
    uint32_t n_gate_chunks; /* 64 bits each: of a word's sets those that gates may ask about */
    ent_pattern_groups groups;
    ent_cue_classes cues;
    ENT_VEC(ent_pattern_list) called;       /* vocabulary word → the patterns it calls */
    ent_pattern_list always;                /* patterns that no word calls */
    ENT_VEC(ent_pattern_list) attributions; /* the same for patterns that name a speaker */
} ent_rules;

/* Reads a file of rules (its text) and adds it to `rules`, zero-initialized before the first. Its words go to the
 * vocabulary. Every fault goes to `complain` (may be NULL); with any, ENT_FAILED with the
 * first. */
ent_status ent_rules_add(ent_rules *rules, ent_vocabulary *vocabulary, ent_str file, ent_str text,
                         ent_fault_fn complain, void *context, ent_error *err);
/* Indexes the patterns by their words; after the last file and before the first match. Fails when a class the engine
 * needs is not defined. */
ent_status ent_rules_finish(ent_rules *rules, const ent_vocabulary *vocabulary, ent_error *err);
void ent_rules_clear(ent_rules *rules);

#endif
