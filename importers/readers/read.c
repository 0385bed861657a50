/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/readers/reader.h"

#include "core/base/text.h"

#include <string.h>

static const ent_reader *const readers[] = {&ent_reader_text, &ent_reader_markdown};

static const ent_reader *surest(ent_str path, ent_str bytes)
{
    const ent_reader *best = readers[0];
    int sure = best->recognizes(path, bytes);
    for (size_t i = 1; i < sizeof readers / sizeof *readers; i++) {
        int this_sure = readers[i]->recognizes(path, bytes);
        if (this_sure > sure) {
            best = readers[i];
            sure = this_sure;
        }
    }
    return best;
}

/* "path:line:column" of a byte, columns counted in characters from 1. */
static const char *place_of(ent_arena *arena, ent_str path, ent_str bytes, size_t at)
{
    size_t line = 1, column = 1;
    for (size_t i = 0; i < at; i++) {
        unsigned char c = (unsigned char)bytes.data[i];
        bool ends = c == '\n' || (c == '\r' && bytes.data[i + 1] != '\n'); /* i + 1 <= at */
        line += ends;
        column = ends ? 1 : column + ((c & 0xC0) != 0x80);
    }
    return ent_arena_format(arena, ENT_STR_FMT ":%zu:%zu", ENT_STR_ARG(path), line, column).data;
}

static ent_status check(ent_arena *arena, ent_str path, ent_str bytes, ent_error *err)
{
    const char *name = ent_arena_cstr(arena, path);
    if (ent_str_trim(bytes).len == 0)
        return ent_fail(err, ENT_FAILED, name, "is empty");
    if (bytes.len > ENT_MAX_DOCUMENT_BYTES)
        return ent_fail(err, ENT_FAILED, name, "is larger than %d MB", ENT_MAX_DOCUMENT_BYTES >> 20);
    if (ent_str_starts(bytes, ENT_STR("\xFF\xFE")) || ent_str_starts(bytes, ENT_STR("\xFE\xFF"))) {
        ent_fail(err, ENT_FAILED, name, "is UTF-16, not UTF-8");
        ent_error_hint(err, "convert it: iconv -f UTF-16 -t UTF-8");
        return ENT_FAILED;
    }
    if (memchr(bytes.data, '\0', bytes.len))
        return ent_fail(err, ENT_FAILED, name, "is not text: it has zero bytes");
    size_t invalid = ent_text_invalid_at(bytes);
    if (invalid == ENT_STR_NONE)
        return ENT_OK;
    ent_fail(err, ENT_FAILED, place_of(arena, path, bytes, invalid), "is not UTF-8: byte 0x%02X",
             (unsigned char)bytes.data[invalid]);
    ent_error_hint(err, "if it is text in another encoding, convert it: iconv -f WINDOWS-1252 -t UTF-8");
    return ENT_FAILED;
}

ent_status ent_read_bytes(ent_arena *arena, ent_str path, ent_str bytes, ent_document *out, ent_error *err)
{
    if (check(arena, path, bytes, err) != ENT_OK)
        return ENT_FAILED;
    const ent_reader *reader = surest(path, bytes);
    *out = (ent_document){
        .path = path, .format = ent_str_from(reader->format), .title = ENT_STR_EMPTY, .date = ENT_STR_EMPTY};
    out->hash = ent_str_hash(bytes);
    if (reader->read(arena, path, bytes, out, err) != ENT_OK)
        return ENT_FAILED;
    if (out->blocks.n == 0)
        return ent_fail(err, ENT_FAILED, ent_arena_cstr(arena, path), "has no text to read");
    return ENT_OK;
}
