/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/readers/builder.h"

#include "importers/readers/marks.h"

#include <string.h>

/* A file with more mended places than this is copied as it is from there on, so that the memory for origins stays
 * bounded. */
enum { MAX_ORIGINS = 16 * 1024 * 1024 };

ent_builder ent_builder_start(ent_arena *arena, ent_str source, ent_document *document)
{
    enum { SHORTEST_SPLIT = 5 }; /* a line's key and value: the only place where a byte is added */
    size_t cap = source.len + source.len / SHORTEST_SPLIT + 1;
    ent_builder builder = {.arena = arena, .document = document, .source = source, .cap = cap};
    builder.text = ent_arena_alloc(arena, builder.cap);
    return builder;
}

void ent_builder_finish(ent_builder *builder)
{
    builder->document->text = (ent_str){builder->text, builder->len};
}

/* Notes that the next byte comes from `source`, where that does not follow from the bytes before it. */
static void note_origin(ent_builder *b, size_t source)
{
    size_t n = b->document->origins.n;
    const ent_origin *last = n ? &b->document->origins.items[n - 1] : NULL;
    if (last && last->line == b->line && b->len - last->text == source - last->source)
        return;
    ent_vec_push(b->arena, &b->document->origins, (ent_origin){b->len, source, b->line});
}

/* The first piece of a block tells where it stands. */
static void note_start(ent_builder *b)
{
    if (b->len > b->block.begin)
        return;
    b->block.line = b->line;
    b->block.page = b->page;
}

static void append(ent_builder *b, size_t from, size_t to)
{
    if (from == to || to - from > b->cap - b->len)
        return;
    note_start(b);
    note_origin(b, from);
    memcpy(b->text + b->len, b->source.data + from, to - from);
    b->len += to - from;
}

static bool is_after_space(const ent_builder *b)
{
    return b->len == b->block.begin || b->text[b->len - 1] == ' ' || b->text[b->len - 1] == '\t';
}

void ent_builder_put(ent_builder *b, char c, size_t source)
{
    if ((c == ' ' && is_after_space(b)) || b->len == b->cap)
        return;
    note_start(b);
    note_origin(b, source);
    b->text[b->len++] = c;
}

void ent_builder_begin(ent_builder *b, ent_block_kind kind, uint8_t level)
{
    b->n_origins = b->document->origins.n;
    if (b->len > 0) /* the line end between two blocks is the one in the file, nearly */
        b->text[b->len++] = '\n';
    b->block = (ent_block){.kind = kind, .level = level, .begin = b->len};
}

bool ent_builder_end(ent_builder *b)
{
    while (b->len > b->block.begin && ent_is_space(b->text[b->len - 1]))
        b->len--;
    b->block.end = b->len;
    while (b->document->origins.n > b->n_origins &&
           b->document->origins.items[b->document->origins.n - 1].text >= b->len)
        b->document->origins.n--;
    if (ent_marks_readable((ent_str){b->text + b->block.begin, b->len - b->block.begin})) {
        ent_vec_push(b->arena, &b->document->blocks, b->block);
        return true;
    }
    b->len = b->block.begin ? b->block.begin - 1 : 0;
    b->document->origins.n = b->n_origins;
    return false;
}

/* ---- mending ----------------------------------------------------------------------------------------------------- */

typedef struct oddity {
    size_t len; /* bytes that are not copied; 0: an ordinary character */
    bool space; /* they make a space */
} oddity;

/* The oddities outside ASCII: no-break and other spaces, soft hyphens, zero-width characters, byte-order marks. */
static oddity wide_oddity(const unsigned char *s, size_t n)
{
    if (n >= 2 && s[0] == 0xC2 && (s[1] == 0xA0 || s[1] == 0xAD))
        return (oddity){2, s[1] == 0xA0};
    if (n >= 2 && s[0] == 0xC2 && s[1] < 0xA0)
        return (oddity){2, s[1] == 0x85};
    if (n < 3)
        return (oddity){0};
    if (s[0] == 0xE2 && s[1] == 0x80) {
        bool space = s[2] <= 0x8A || s[2] == 0xA8 || s[2] == 0xA9 || s[2] == 0xAF;
        bool nothing = (s[2] >= 0x8B && s[2] <= 0x8F) || (s[2] >= 0xAA && s[2] <= 0xAE);
        return (oddity){space || nothing ? 3 : 0, space};
    }
    if (s[0] == 0xE2 && s[1] == 0x81 && s[2] >= 0x9F && s[2] <= 0xAF)
        return (oddity){3, s[2] == 0x9F};
    bool mark = s[0] == 0xEF && s[1] == 0xBB && s[2] == 0xBF, wide_space = s[0] == 0xE3 && s[1] == 0x80 && s[2] == 0x80;
    return (oddity){mark || wide_space ? 3 : 0, wide_space};
}

static oddity oddity_at(const unsigned char *s, size_t n)
{
    if (s[0] >= 0x80)
        return wide_oddity(s, n);
    if (s[0] == ' ')
        return n > 1 && ent_is_space((char)s[1]) ? (oddity){1, true} : (oddity){0};
    bool control = s[0] < 0x20 || s[0] == 0x7F;
    return (oddity){control, control && ent_is_space((char)s[0])};
}

void ent_builder_copy(ent_builder *b, size_t from, size_t to)
{
    const unsigned char *data = (const unsigned char *)b->source.data;
    bool mends = b->document->origins.n < MAX_ORIGINS;
    while (from < to && data[from] == ' ' && is_after_space(b))
        from++;
    size_t at = from;
    while (mends && at < to) {
        unsigned char c = data[at];
        if (c >= ' ' && c < 0x7F && (c > ' ' || (at + 1 < to && data[at + 1] > ' '))) {
            at++; /* nearly every one */
            continue;
        }
        oddity odd = oddity_at(data + at, to - at);
        if (!odd.len) {
            at++;
            continue;
        }
        append(b, from, at);
        if (odd.space)
            ent_builder_put(b, ' ', at);
        from = at += odd.len;
        while (from < to && data[from] == ' ' && is_after_space(b))
            from = ++at;
    }
    append(b, from, to);
}
