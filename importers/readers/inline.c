/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks are recognized one by one, without pairing them over a paragraph: an asterisk between two spaces is text, any
 * other is a mark. Looking ahead is bounded, so that no input takes more than linear time. */
#include "importers/readers/inline.h"

#include <string.h>

enum { MAX_LINK_TEXT = 600, MAX_TARGET = 2000, MAX_TAG = 300, MAX_ENTITY = 8, MAX_DEPTH = 3 };

typedef struct scanner {
    ent_builder *builder;
    ent_str source;
    size_t line; /* its first byte */
    size_t end;  /* of the line */
} scanner;

static char at(const scanner *s, size_t i)
{
    return i < s->source.len ? s->source.data[i] : '\0';
}

static bool is_word(char c)
{
    return ent_is_alpha(c) || ent_is_digit(c) || (unsigned char)c >= 0x80;
}

static const bool is_mark_byte[256] = {
    ['*'] = true, ['_'] = true, ['`'] = true, ['['] = true,  [']'] = true,
    ['!'] = true, ['<'] = true, ['&'] = true, ['\\'] = true, ['~'] = true,
};

/* ---- emphasis and escapes ---------------------------------------------------------------------------------------- */

/* The end of a run of emphasis marks at i, or i where they are text. */
static size_t emphasis_end(const scanner *s, size_t i)
{
    char mark = at(s, i);
    if (mark == '~')
        return at(s, i + 1) == '~' && at(s, i + 2) != '~' && i + 2 <= s->end ? i + 2 : i;
    size_t end = i;
    while (end < s->end && at(s, end) == mark)
        end++;
    char before = i > s->line ? at(s, i - 1) : ' ', after = end < s->end ? at(s, end) : ' ';
    if (ent_is_space(before) && ent_is_space(after))
        return i;
    return mark == '_' && is_word(before) && is_word(after) ? i : end;
}

/* ---- links ------------------------------------------------------------------------------------------------------- */

/* Behind "(target)" or "[label]" at i, or 0. */
static size_t target_end(const scanner *s, size_t i)
{
    char open = at(s, i), close = open == '(' ? ')' : ']';
    if (open != '(' && open != '[')
        return 0;
    size_t depth = 0;
    for (size_t k = i; k < s->source.len && k - i < MAX_TARGET && at(s, k) != '\n'; k++) {
        depth += at(s, k) == open;
        if (depth > MAX_DEPTH)
            return 0;
        if (at(s, k) == close && --depth == 0)
            return k + 1;
    }
    return 0;
}

/* The place of the "]" that closes the link text begun at i, when a target follows it; else 0. */
static size_t link_text_end(const scanner *s, size_t i)
{
    size_t depth = 0;
    for (size_t k = i; k < s->source.len && k - i < MAX_LINK_TEXT; k++) {
        depth += at(s, k) == '[';
        if (depth > MAX_DEPTH || (at(s, k) == '\n' && at(s, k + 1) == '\n'))
            return 0;
        if (at(s, k) == ']' && --depth == 0)
            return target_end(s, k + 1) ? k : 0;
    }
    return 0;
}

/* "[^1]" and "[^1]:" */
static size_t note_end(const scanner *s, size_t i)
{
    if (at(s, i) != '[' || at(s, i + 1) != '^')
        return 0;
    size_t end = target_end(s, i);
    return end && at(s, end) == ':' ? end + 1 : end;
}

/* ---- tags and entities ------------------------------------------------------------------------------------------- */

/* Behind "<b>", "</b>", "<!-- -->"; 0 for "<" as text and for addresses in angle brackets, whose text stays. */
static size_t tag_end(const scanner *s, size_t i)
{
    char first = at(s, i + 1);
    if (!ent_is_alpha(first) && first != '/' && first != '!')
        return 0;
    for (size_t k = i + 1; k < s->end && k - i < MAX_TAG; k++) {
        if (at(s, k) == '>')
            return k + 1;
        if (at(s, k) == ':' || at(s, k) == '@' || at(s, k) == '<')
            return 0;
    }
    return 0;
}

static const struct {
    const char *entity;
    char meaning;
} entities[] = {{"&amp;", '&'},  {"&lt;", '<'},    {"&gt;", '>'},  {"&quot;", '"'},
                {"&#39;", '\''}, {"&apos;", '\''}, {"&nbsp;", ' '}};

/* Puts the character of an entity at i and returns the place behind it, or i. */
static size_t take_entity(const scanner *s, size_t i)
{
    ent_str rest = ent_str_slice(s->source, i, i + MAX_ENTITY < s->end ? i + MAX_ENTITY : s->end);
    for (size_t k = 0; k < sizeof entities / sizeof *entities; k++)
        if (ent_str_starts(rest, ent_str_from(entities[k].entity))) {
            ent_builder_put(s->builder, entities[k].meaning, i);
            return i + strlen(entities[k].entity);
        }
    return i;
}

/* ---- the line ---------------------------------------------------------------------------------------------------- */

/* Leaves out what is mark at i: returns the place behind it, or i where it is text. */
static size_t take_bracket(const scanner *s, size_t i)
{
    size_t note = note_end(s, i);
    if (note)
        return note;
    if (at(s, i) == '[')
        return link_text_end(s, i) ? i + 1 : i;
    size_t target = at(s, i + 1) == '(' || at(s, i + 1) == '[' ? target_end(s, i + 1) : 0;
    return target ? target : i;
}

static size_t take_image(const scanner *s, size_t i)
{
    size_t close = at(s, i + 1) == '[' ? link_text_end(s, i + 1) : 0;
    return close ? target_end(s, close + 1) : i;
}

static size_t take_tag(const scanner *s, size_t i)
{
    size_t end = tag_end(s, i);
    if (end && at(s, i + 1) == 'b' && at(s, i + 2) == 'r')
        ent_builder_put(s->builder, ' ', i);
    return end ? end : i;
}

static size_t take_mark(const scanner *s, size_t i)
{
    switch (at(s, i)) {
    case '*':
    case '_':
    case '~':
        return emphasis_end(s, i);
    case '`':
        return i + 1;
    case '\\': /* what is escaped is text, and copied with what follows it */
        return i + 1 < s->end && !is_word(at(s, i + 1)) && !ent_is_space(at(s, i + 1)) ? i + 1 : i;
    case '!':
        return take_image(s, i);
    case '<':
        return take_tag(s, i);
    case '&':
        return take_entity(s, i);
    default:
        return take_bracket(s, i);
    }
}

void ent_inline_copy(ent_builder *builder, size_t from, size_t to)
{
    scanner s = {builder, builder->source, from, to};
    size_t i = from;
    while (i < to) {
        size_t begin = i;
        while (i < to && !is_mark_byte[(unsigned char)s.source.data[i]])
            i++;
        ent_builder_copy(builder, begin, i);
        if (i == to)
            return;
        size_t behind = take_mark(&s, i);
        size_t text = behind > i && at(&s, i) == '\\' ? behind + 1
                      : behind > i                    ? behind
                                                      : i + 1; /* what is text of it */
        if (behind == i || at(&s, i) == '\\')
            ent_builder_copy(builder, behind, text);
        i = text;
    }
}
