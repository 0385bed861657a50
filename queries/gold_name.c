/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "queries/gold_name.h"

#include "queries/gold_words.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>

typedef ENT_VEC(UChar32) codes;

/* ---- Unicode ----------------------------------------------------------------------------------------------------- */

/* The code points of s after normalization, and after full case folding where asked. */
static codes decode(ent_arena *arena, ent_str s, const UNormalizer2 *form, bool fold)
{
    UErrorCode status = U_ZERO_ERROR;
    int32_t n = 0, room = (int32_t)s.len * 18 + 1; /* one code point becomes at most 18 units */
    UChar *wide = ENT_ARENA_NEW(arena, UChar, s.len + 1), *normal = ENT_ARENA_NEW(arena, UChar, (size_t)room);
    u_strFromUTF8WithSub(wide, (int32_t)s.len + 1, &n, s.data, (int32_t)s.len, 0xFFFD, NULL, &status);
    n = unorm2_normalize(form, wide, n, normal, room, &status);
    if (fold) {
        UChar *folded = ENT_ARENA_NEW(arena, UChar, (size_t)n * 3 + 1);
        n = u_strFoldCase(folded, n * 3 + 1, normal, n, U_FOLD_CASE_DEFAULT, &status);
        normal = folded;
    }
    codes out = {0};
    for (int32_t i = 0; U_SUCCESS(status) && i < n;) {
        UChar32 code;
        U16_NEXT(normal, i, n, code);
        ent_vec_push(arena, &out, code);
    }
    return out;
}

static ent_str encode(ent_arena *arena, const codes *c)
{
    uint8_t *bytes = ent_arena_alloc(arena, c->n * 4 + 1);
    size_t n = 0;
    for (size_t i = 0; i < c->n; i++)
        U8_APPEND_UNSAFE(bytes, n, c->items[i]);
    return (ent_str){(const char *)bytes, n};
}

static bool is_alnum(UChar32 code)
{
    return u_isalpha(code) || u_getIntPropertyValue(code, UCHAR_NUMERIC_TYPE) != U_NT_NONE;
}

/* Whether there is a letter, digit or underscore at place i. */
static bool is_word(const codes *c, size_t i)
{
    return i < c->n && (is_alnum(c->items[i]) || c->items[i] == '_');
}

static bool is_invisible(UChar32 code)
{
    return code == 0xAD || (code >= 0x200B && code <= 0x200D) || code == 0x2060 || code == 0xFEFF;
}

static bool is_apostrophe(UChar32 code)
{
    return code == '\'' || code == 0x2019 || code == 0x2018 || code == '`' || code == 0xB4;
}

/* ---- the normal form --------------------------------------------------------------------------------------------- */

static codes drop_invisible(ent_arena *arena, codes c)
{
    codes out = {0};
    for (size_t i = 0; i < c.n; i++)
        if (!is_invisible(c.items[i]))
            ent_vec_push(arena, &out, c.items[i]);
    return out;
}

/* "states' rights", "china's" → "china s". */
static void part_possessives(codes *c)
{
    for (size_t i = 0; i + 1 < c->n; i++)
        if (is_apostrophe(c->items[i]) && c->items[i + 1] == 's' && !is_word(c, i + 2))
            c->items[i] = ' ';
}

/* The dots of "u.s." join, other dots part. */
static bool is_inner_dot(const codes *c, size_t i)
{
    return c->items[i] == '.' && i > 0 && is_word(c, i - 1) && !(i > 1 && is_word(c, i - 2)) && is_word(c, i + 1) &&
           !is_word(c, i + 2);
}

static codes keep_words(ent_arena *arena, const codes *c)
{
    codes out = {0};
    for (size_t i = 0; i < c->n; i++) {
        if (is_inner_dot(c, i))
            continue;
        if (is_alnum(c->items[i]))
            ent_vec_push(arena, &out, c->items[i]);
        else if (out.n && out.items[out.n - 1] != ' ')
            ent_vec_push(arena, &out, ' ');
    }
    if (out.n && out.items[out.n - 1] == ' ')
        out.n--;
    return out;
}

static void trim_ends(codes *c)
{
    while (c->n >= 4 && c->items[0] == 't' && c->items[1] == 'h' && c->items[2] == 'e' && c->items[3] == ' ') {
        c->items += 4;
        c->n -= 4;
    }
    if (c->n > 3 && c->items[c->n - 1] == 's' && c->items[c->n - 2] == ' ')
        c->n -= 2;
}

static ent_str respell(ent_arena *arena, ent_str s, const ent_gold_spelling *spelling)
{
    ent_str from = ent_str_from(spelling->from), out = ENT_STR_EMPTY;
    size_t done = 0;
    for (size_t at = ent_str_find(s, from, 0); at != ENT_STR_NONE; at = ent_str_find(s, from, at)) {
        size_t end = at + from.len;
        bool begins = at == 0 || s.data[at - 1] == ' ', ends = end == s.len || s.data[end] == ' ';
        if ((spelling->begins && !begins) || (spelling->ends && !ends)) {
            at++;
            continue;
        }
        out = ent_arena_format(arena, ENT_STR_FMT ENT_STR_FMT "%s", ENT_STR_ARG(out), (int)(at - done), s.data + done,
                               spelling->to);
        at = done = end;
    }
    return done ? ent_arena_format(arena, ENT_STR_FMT ENT_STR_FMT, ENT_STR_ARG(out), (int)(s.len - done), s.data + done)
                : s;
}

ent_str ent_gold_norm(ent_arena *arena, ent_str s)
{
    UErrorCode status = U_ZERO_ERROR;
    codes c = drop_invisible(arena, decode(arena, s, unorm2_getNFKCInstance(&status), true));
    part_possessives(&c);
    c = keep_words(arena, &c);
    trim_ends(&c);
    ent_str norm = encode(arena, &c);
    for (const ent_gold_spelling *spelling = ent_gold_spellings; spelling->from; spelling++)
        norm = respell(arena, norm, spelling);
    return norm;
}

static ent_str without_accents(ent_arena *arena, ent_str s)
{
    UErrorCode status = U_ZERO_ERROR;
    codes c = decode(arena, s, unorm2_getNFKDInstance(&status), false), out = {0};
    for (size_t i = 0; i < c.n; i++)
        if (u_getCombiningClass(c.items[i]) == 0)
            ent_vec_push(arena, &out, c.items[i]);
    return encode(arena, &out);
}

static size_t n_codes(ent_str s)
{
    size_t n = 0;
    for (size_t i = 0; i < s.len; i++)
        n += ((unsigned char)s.data[i] & 0xC0) != 0x80;
    return n;
}

static ent_str singular_word(ent_arena *arena, ent_str word)
{
    size_t n = n_codes(word);
    if (n > 4 && ent_str_ends(word, ENT_STR("ies")))
        return ent_arena_format(arena, ENT_STR_FMT "y", (int)word.len - 3, word.data);
    bool is_plural = n > 3 && ent_str_ends(word, ENT_STR("s")) && !ent_str_ends(word, ENT_STR("ss")) &&
                     !ent_str_ends(word, ENT_STR("us")) && !ent_str_ends(word, ENT_STR("is"));
    return is_plural ? ent_str_slice(word, 0, word.len - 1) : word;
}

static ent_str singular(ent_arena *arena, ent_str s)
{
    ent_str rest = s, word, out = ENT_STR_EMPTY;
    while (ent_str_split(&rest, ENT_STR(" "), &word))
        out = ent_arena_format(arena, ENT_STR_FMT "%s" ENT_STR_FMT, ENT_STR_ARG(out), out.len ? " " : "",
                               ENT_STR_ARG(singular_word(arena, word)));
    return out;
}

/* ---- resolutions ------------------------------------------------------------------------------------------------- */

/* Takes a word (or two) off the front of *rest when it stands there. */
static bool take(ent_str *rest, const char *words)
{
    ent_str wanted = ent_str_from(words);
    bool here = ent_str_starts(*rest, wanted) && (rest->len == wanted.len || rest->data[wanted.len] == ' ');
    if (here)
        *rest = ent_str_slice(*rest, wanted.len + 1, rest->len);
    return here;
}

static bool all_of(ent_str word, const char *letters)
{
    for (size_t i = 0; i < word.len; i++)
        if (!strchr(letters, word.data[i]))
            return false;
    return word.len > 0;
}

static ent_str take_word(ent_str *rest)
{
    size_t space = ent_str_find(*rest, ENT_STR(" "), 0);
    ent_str word = ent_str_slice(*rest, 0, space == ENT_STR_NONE ? rest->len : space);
    *rest = ent_str_slice(*rest, word.len + 1, rest->len);
    return word;
}

static bool is_number(ent_str word, size_t least, size_t most)
{
    return word.len >= least && word.len <= most && all_of(word, "0123456789");
}

/* What may follow a resolution's number: a letter, then a year or a title. */
static bool is_tail(ent_str rest)
{
    ent_str after = rest, word = take_word(&after);
    if (word.len == 1 && ent_is_lower(word.data[0])) {
        rest = after;
        word = take_word(&after);
    }
    if (rest.len == 0)
        return true;
    if ((ent_str_eq(word, ENT_STR("of")) || ent_str_eq(word, ENT_STR("on"))) && rest.len > word.len)
        return true;
    bool century = ent_str_starts(word, ENT_STR("19")) || ent_str_starts(word, ENT_STR("20"));
    return century && is_number(word, 4, 4) && after.len == 0;
}

/* "res:76/231" from "general assembly resolution 76 231", for an instrument from "76 231" too; empty when it is none.
 */
static ent_str resolution(ent_arena *arena, ent_str s, bool bare)
{
    ent_str rest = s;
    while (take(&rest, "united nations") || take(&rest, "un") || take(&rest, "unga") || take(&rest, "ga") ||
           take(&rest, "general assembly") || take(&rest, "security council"))
        ;
    take(&rest, "a");
    bool named = take(&rest, "resolution") || take(&rest, "res");
    if (named && ent_str_starts(rest, ENT_STR("a res ")))
        rest = ent_str_slice(rest, 6, rest.len);
    if (!named) {
        rest = s;
        take(&rest, "a");
    }
    ent_str session = take_word(&rest), number = take_word(&rest);
    bool fits = named
                    ? is_number(session, 1, 4) && (is_number(number, 1, 3) || all_of(number, "ivxlc")) && is_tail(rest)
                    : bare && is_number(session, 2, 3) && is_number(number, 1, 3) && rest.len == 0;
    return fits ? ent_arena_format(arena, "res:" ENT_STR_FMT "/" ENT_STR_FMT, ENT_STR_ARG(session), ENT_STR_ARG(number))
                : ENT_STR_EMPTY;
}

/* ---- sets of forms ----------------------------------------------------------------------------------------------- */

ent_namer ent_namer_begin(ent_arena *arena)
{
    ent_namer namer = {.arena = arena};
    for (uint32_t line = 0; ent_gold_states[line]; line++) {
        ent_str rest = ent_str_from(ent_gold_states[line]), name;
        while (ent_str_split(&rest, ENT_STR("|"), &name))
            ent_map_set(arena, &namer.states, ent_gold_norm(arena, name), line);
    }
    return namer;
}

static void add_form(ent_namer *namer, ent_name_set *set, ent_str form)
{
    if (form.len)
        ent_vec_push(namer->arena, set,
                     ent_map_find_or_set(namer->arena, &namer->forms, form, (uint32_t)namer->forms.n));
}

void ent_name_set_add(ent_namer *namer, ent_name_set *set, ent_str name, int kind)
{
    ent_arena *arena = namer->arena;
    ent_str norm = ent_gold_norm(arena, name);
    ent_str forms[] = {norm, without_accents(arena, norm)};
    uint32_t state = ent_map_find(&namer->states, norm);
    for (size_t i = 0; i < 2; i++) {
        add_form(namer, set, forms[i]);
        if (kind == ENT_N_KINDS || kind == ENT_INSTRUMENT)
            add_form(namer, set, resolution(arena, forms[i], kind == ENT_INSTRUMENT));
        if (kind == ENT_N_KINDS || kind == ENT_TOPIC)
            add_form(namer, set, singular(arena, forms[i]));
    }
    if ((kind == ENT_N_KINDS || kind == ENT_STATE) && state != ENT_MAP_NONE)
        add_form(namer, set, ent_arena_format(arena, "state:%u", state));
}

static int compare_forms(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

void ent_name_set_end(ent_name_set *set)
{
    size_t kept = 0;
    if (set->n)
        qsort(set->items, set->n, sizeof *set->items, compare_forms);
    for (size_t i = 0; i < set->n; i++)
        if (kept == 0 || set->items[i] != set->items[kept - 1])
            set->items[kept++] = set->items[i];
    set->n = kept;
}

bool ent_name_sets_meet(const ent_name_set *a, const ent_name_set *b)
{
    for (size_t i = 0, j = 0; i < a->n && j < b->n;) {
        if (a->items[i] == b->items[j])
            return true;
        if (a->items[i] < b->items[j])
            i++;
        else
            j++;
    }
    return false;
}
