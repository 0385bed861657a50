/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one line shows of its part in the document: a bullet, a number, a label such as "Session 2:", capitals, a date.
 * Each looks at a bounded piece of the line only. */
#ifndef ENT_READERS_MARKS_H
#define ENT_READERS_MARKS_H

#include "core/base/str.h"

enum { ENT_MAX_HEADING_BYTES = 300 }; /* a longer line heads nothing */

typedef enum ent_number_kind {
    ENT_NUMBER_NONE,
    ENT_NUMBER_DECIMAL, /* "1.", "12)", "2.1" */
    ENT_NUMBER_LETTER,  /* "(a)", "b)" */
    ENT_NUMBER_ROMAN,   /* "(iv)" */
    ENT_NUMBER_CAPITAL  /* "A.", "IV.": heads a section, begins no item */
} ent_number_kind;

typedef struct ent_number {
    ent_number_kind kind;
    uint8_t depth; /* of a decimal: "2.1" is 2 */
    size_t len;    /* bytes with the space behind it */
} ent_number;

typedef struct ent_label {
    uint8_t rank; /* 1 for parts, chapters and annexes, 2 for days, 3 for panels, sessions, articles …; 0: no label */
    bool bare;    /* nothing but the label */
} ent_label;

/* Bytes of a bullet and the white space behind it at the start of a line, 0 for none. */
size_t ent_marks_bullet(ent_str line);
ent_number ent_marks_number(ent_str line);
/* "PANEL I.", "Session 2: Gears", "Article IX", "Annex. Gears"; a sentence that begins so is none. */
ent_label ent_marks_label(ent_str line);
/* No small letters but in small words; most of it letters; neither a date nor an address. */
bool ent_marks_capitals(ent_str line);
/* "13-14 September 2023", "10.30-11.00 CEST". */
bool ent_marks_date(ent_str line);
/* Begins with a time of day: "10:30", "9.15 – 10.00". */
bool ent_marks_timed(ent_str line);
/* Ends like a sentence: . ? ! : ; with or without closing quotes, brackets and note marks behind it. */
bool ent_marks_terminated(ent_str line);
/* A short line that begins with a capital letter and does not end like a sentence, a date or a person's post. */
bool ent_marks_title(ent_str line);
/* Has a letter or digit (any byte outside ASCII counts). */
bool ent_marks_readable(ent_str line);
/* Hash of the letters alone, case (ASCII) ignored: the same for one title however it is spaced, numbered or set in
 * capitals. */
uint64_t ent_marks_letters(ent_str line);
/* Sentences go on behind such a word at a line's end: "of", "the", "and". */
bool ent_marks_open_end(ent_str line);

#endif
