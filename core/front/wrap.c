/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/front/wrap.h"

#include "core/base/text.h"

ent_str ent_wrap_next(ent_str *rest, size_t width)
{
    size_t used = 0, at = 0, cut = 0; /* cut: end of the last whole word that fits */
    while (at < rest->len) {
        size_t begin = at;
        ent_text_next(*rest, &at);
        if (rest->data[begin] == ' ')
            cut = begin;
        used += ent_text_width(ent_str_slice(*rest, begin, at));
        if (width && used > width && begin > 0) {
            size_t end = cut ? cut : begin;
            ent_str line = ent_str_slice(*rest, 0, end);
            *rest = ent_str_slice(*rest, end, rest->len);
            while (rest->len && rest->data[0] == ' ')
                *rest = ent_str_slice(*rest, 1, rest->len);
            return line;
        }
    }
    ent_str line = *rest;
    *rest = ent_str_slice(*rest, rest->len, rest->len);
    return line;
}

void ent_wrap_pad(ent_buf *out, size_t spaces)
{
    for (size_t i = 0; i < spaces; i++)
        ent_buf_add_char(out, ' ');
}

void ent_wrap_add(ent_buf *out, ent_str paragraph, size_t indent, size_t width)
{
    while (paragraph.len) {
        ent_wrap_pad(out, indent);
        ent_buf_add(out, ent_wrap_next(&paragraph, width > indent ? width - indent : 0));
        ent_buf_add_char(out, '\n');
    }
}
