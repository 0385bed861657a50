/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the words of a reference ("the Group", "this draft treaty") say before it is asked what they stand for. */
#ifndef ENT_EXTRACT_REFERENCE_WORDS_H
#define ENT_EXTRACT_REFERENCE_WORDS_H

#include "importers/extract/names/finder.h"

/* The first token behind the title and the sentence that follows it. */
uint32_t ent_reference_opening(const ent_finder *f);
/* The first token behind the headings at the document's beginning, or behind the body in whose name its clauses are
 * ("The Widget Assembly,"). */
uint32_t ent_reference_front(const ent_finder *f);
/* Whether behind the head at a token the name goes on ("the Conference of the Parties") or the head is only a modifier
 * ("the Committee Room"). */
bool ent_reference_goes_on(const ent_finder *f, uint32_t head, uint32_t end);
/* Kinds that a head word may name: a small "the conference" is a meeting. */
ent_kinds ent_reference_kinds(const ent_finder *f, uint32_t head);
/* Whether a determiner stands before the head: "the Group", "this draft treaty", "its report"; *pointed: "this". */
bool ent_reference_is_led(const ent_finder *f, const ent_sentence *sentence, uint32_t head, bool *pointed);
/* Whether "the meeting" is rather one without a name that the text tells of since the last event and not before `from`
 * ("they met in May"), or the event stands in its own sentence ("the Widget Forum's chair opened the meeting"). */
bool ent_reference_is_another_meeting(const ent_finder *f, uint32_t sentence, uint32_t head, uint32_t from);
/* "Sub-Committee": the word behind the hyphen. */
bool ent_reference_is_sub(const ent_finder *f, uint32_t head);

/* "the eight members of the Committees": several bodies or meetings, none of which is meant by itself. */
bool ent_reference_is_several(const ent_finder *f, uint32_t head, uint32_t entity);
/* "in the event that", but not "participated in the event": whether the head is a word of a phrase. */
bool ent_reference_is_phrase(const ent_finder *f, uint32_t head);

/* "A/C.1/99/L.5" is a draft, of a resolution most often. */
bool ent_has_draft_symbol(const ent_named *named);
/* A text that is not adopted yet. */
bool ent_is_draft(const ent_named *named);
/* What "the bloc" may be, whatever its name; a class of States is none. */
bool ent_is_united(const ent_named *named);

#endif
