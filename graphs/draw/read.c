/* SPDX-License-Identifier: MIT */
#include "graphs/draw/picture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_BYTES = 64 * 1024 * 1024, CHUNK = 64 * 1024 };

static char *read_all(size_t *len)
{
    char *text = NULL;
    size_t cap = 0;
    *len = 0;
    for (;;) {
        if (cap - *len < CHUNK + 1) {
            cap = cap * 2 + CHUNK + 1;
            text = realloc(text, cap);
            if (!text)
                die("out of memory");
        }
        size_t got = fread(text + *len, 1, CHUNK, stdin);
        *len += got;
        if (got == 0)
            break;
        if (*len > MOST_BYTES)
            die("more than %d bytes of input", MOST_BYTES);
    }
    text[*len] = '\0';
    if (ferror(stdin))
        die("standard input cannot be read");
    if (memchr(text, '\0', *len))
        die("a zero byte in the input");
    return text;
}

static char escaped(char c)
{
    switch (c) {
    case 't':
        return '\t';
    case 'n':
        return '\n';
    case '\\':
        return '\\';
    default:
        die("an unknown escape in the input");
    }
}

/* Takes the escapes out of a field, in place; what XML cannot hold becomes a space: control characters, U+FFFE, U+FFFF.
 */
static void unescape(char *field)
{
    char *to = field;
    for (const char *from = field; *from; from++) {
        unsigned char c = (unsigned char)*from;
        bool noncharacter = c == 0xef && (unsigned char)from[1] == 0xbf && (unsigned char)from[2] >= 0xbe;
        if (noncharacter)
            from += 2;
        if (c == '\\')
            *to++ = escaped(*++from);
        else
            *to++ = c < 0x20 || c == 0x7f || noncharacter ? ' ' : *from;
    }
    *to = '\0';
}

static void split_fields(char *line, draw_fields *record)
{
    record->n = 0;
    for (char *at = line; at;) {
        char *tab = strchr(at, '\t');
        if (tab)
            *tab = '\0';
        if (record->n == MAX_FIELDS)
            die("a record of more than %d fields", MAX_FIELDS);
        unescape(at);
        record->items[record->n++] = at;
        at = tab ? tab + 1 : NULL;
    }
}

void picture_read(draw_picture *picture)
{
    size_t len;
    char *text = read_all(&len);
    for (char *at = text; *at;) {
        char *end = strchr(at, '\n');
        draw_fields record;
        if (!end)
            die("the input ends within a record");
        *end = '\0';
        split_fields(at, &record);
        picture_take(picture, &record);
        at = end + 1;
    }
    free(text);
    if (!picture->graph)
        die("no layout was named");
}
