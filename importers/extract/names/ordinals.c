/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers in words, figures and Roman ones: "first", "thirty-ninth", "39th", "IV". */
#include "importers/extract/names/finder.h"

int64_t ent_roman(ent_str s)
{
    int64_t total = 0, last = 1000;
    for (size_t i = 0; i < s.len; i++) {
        int64_t value = s.data[i] == 'I' ? 1 : s.data[i] == 'V' ? 5 : s.data[i] == 'X' ? 10 : s.data[i] == 'L' ? 50 : 0;
        if (value == 0)
            return 0;
        total += value > last ? value - 2 * last : value;
        last = value;
    }
    return s.len ? total : 0;
}

int64_t ent_part_number(const ent_finder *f, uint32_t token)
{
    int64_t number = ent_finder_number(f, token);
    return number > 0 && number < 1000 ? number : ent_roman(ent_token_text(f->segments, token));
}

int64_t ent_part_ordinal(const ent_finder *f, uint32_t token, uint32_t *first)
{
    static const char *const ones[] = {"first",     "second",      "third",      "fourth",     "fifth",
                                       "sixth",     "seventh",     "eighth",     "ninth",      "tenth",
                                       "eleventh",  "twelfth",     "thirteenth", "fourteenth", "fifteenth",
                                       "sixteenth", "seventeenth", "eighteenth", "nineteenth"};
    static const char *const tens[] = {"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};
    static const char *const tenths[] = {"twentieth", "thirtieth",  "fortieth",  "fiftieth",
                                         "sixtieth",  "seventieth", "eightieth", "ninetieth"};
    ent_str text = ent_token_text(f->segments, token);
    int64_t number = 0;
    *first = token;
    if (text.len > 2 && ent_is_digit(text.data[0]) && ent_is_digit(text.data[text.len - 1]))
        return 0; /* a year */
    if (text.len > 2 && ent_is_digit(text.data[0]))
        return ent_str_to_int(ent_str_slice(text, 0, text.len - 2), &number) ? number : 0;
    for (int i = 0; i < 8; i++)
        if (ent_str_eq_nocase(text, ent_str_from(tenths[i])))
            return (i + 2) * 10;
    for (int i = 0; i < 19; i++)
        if (ent_str_eq_nocase(text, ent_str_from(ones[i])))
            number = i + 1;
    if (number == 0 || token == 0 || !(f->tokens[token].flags & ENT_TOKEN_HYPHEN))
        return number;
    for (int i = 0; i < 8; i++)
        if (ent_str_eq_nocase(ent_token_text(f->segments, token - 1), ent_str_from(tens[i]))) {
            *first = token - 1;
            return (i + 2) * 10 + number;
        }
    return 0;
}

const char *ent_ordinal_ending(int64_t n)
{
    bool teen = n % 100 >= 11 && n % 100 <= 13;
    return teen ? "th" : n % 10 == 1 ? "st" : n % 10 == 2 ? "nd" : n % 10 == 3 ? "rd" : "th";
}
