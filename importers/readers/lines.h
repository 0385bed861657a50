/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text as the lines of its file. Blank lines are only counted: what is kept of them is how many stood before a line.
 */
#ifndef ENT_READERS_LINES_H
#define ENT_READERS_LINES_H

#include "core/base/arena.h"
#include "core/base/error.h"

enum { ENT_MAX_LINES = 4 * 1024 * 1024 };

typedef enum ent_look {
    ENT_LOOK_TEXT,
    ENT_LOOK_CAPITALS,  /* a line in capitals */
    ENT_LOOK_LABEL,     /* "Session 2: …", "Article IX" */
    ENT_LOOK_MARKED,    /* "## …", or all bold */
    ENT_LOOK_ITEM,      /* begins with a bullet or a number */
    ENT_LOOK_ROW,       /* of a table */
    ENT_LOOK_CONTENTS,  /* of a table of contents */
    ENT_LOOK_UNDERLINE, /* === or --- under a heading, or a rule */
} ent_look;

enum {                          /* flags of a line */
       ENT_LINE_DROPPED = 1,    /* stands in no block */
       ENT_LINE_HARD_BREAK = 2, /* two spaces at its end */
       ENT_LINE_TAB_END = 4,    /* a tab at its end */
       ENT_LINE_BARE = 8,       /* a label without a title: "PANEL I." */
       ENT_LINE_NUMBERED = 16,  /* an item with a number or letter, which stays in the text */
       ENT_LINE_SPACED = 32,    /* capitals set with spaces between them: "PAN EL 1" */
};

typedef struct ent_line {
    size_t begin, end; /* bytes, white space at both ends left out; never empty */
    uint32_t number;   /* 1-based */
    uint32_t page;     /* 1-based by form feeds, 0 where the file has none */
    uint32_t indent;   /* columns before `begin`; a tab is four */
    uint32_t skip;     /* bytes from `begin` on that are a mark and no text: "## ", "- " */
    uint16_t blanks;   /* blank lines before it; a new page counts as one */
    uint8_t look, flags;
    uint8_t level; /* of a marked heading */
} ent_line;

typedef struct ent_lines {
    ent_str bytes; /* the whole file */
    ENT_VEC(ent_line) items;
} ent_lines;

/* Cuts the bytes from `from` on at LF, CRLF, CR and form feeds. More than ENT_MAX_LINES lines is an error about the
 * file. */
ent_status ent_lines_split(ent_arena *arena, ent_str path, ent_str bytes, size_t from, ent_lines *out, ent_error *err);

/* A line without its mark. */
ent_str ent_lines_text(const ent_lines *lines, size_t line);

#endif
