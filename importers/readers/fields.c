/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/readers/fields.h"

#include "core/base/text.h"

/* What stands before the values of a box of facts, where no colon does. */
static const char *const keys[] = {"Abbreviation",
                                   "Agency executive",
                                   "Agency executives",
                                   "Annual budget",
                                   "Area served",
                                   "Chair",
                                   "Chief executive",
                                   "Child agencies",
                                   "Child agency",
                                   "Chairperson",
                                   "Condition",
                                   "Conditions",
                                   "Coordinates",
                                   "Date",
                                   "Depositaries",
                                   "Depositary",
                                   "Deputy Secretary-General",
                                   "Director",
                                   "Director-General",
                                   "Drafted",
                                   "Effective",
                                   "Employees",
                                   "Established",
                                   "Executive Director",
                                   "Formation",
                                   "Formed",
                                   "Founded",
                                   "Founder",
                                   "Founders",
                                   "Full text",
                                   "Head",
                                   "Headquarters",
                                   "Jurisdiction",
                                   "Key document",
                                   "Languages",
                                   "Leader",
                                   "Legal status",
                                   "Location",
                                   "Members",
                                   "Membership",
                                   "Official languages",
                                   "Opened",
                                   "Owner",
                                   "Parent agency",
                                   "Parent department",
                                   "Parent organisation",
                                   "Parent organization",
                                   "Parties",
                                   "Preceding agencies",
                                   "Preceding agency",
                                   "Predecessor",
                                   "President",
                                   "Purpose",
                                   "Ratifiers",
                                   "Region served",
                                   "Secretary-General",
                                   "Signatories",
                                   "Signed",
                                   "Status",
                                   "Subsidiaries",
                                   "Successor",
                                   "Superseding agency",
                                   "Type",
                                   "Website"};

/* Where the longest key that the line begins with ends, 0 where none does. */
static size_t key_end(ent_str s)
{
    size_t longest = 0;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        if (s.len == 0 || s.data[0] != keys[i][0])
            continue;
        ent_str key = ent_str_from(keys[i]);
        char behind = s.len > key.len ? s.data[key.len] : ' ';
        if (key.len > longest && ent_str_starts(s, key) && !ent_is_lower(behind) && behind != ',')
            longest = key.len;
    }
    return longest;
}

enum { YEAR = 4 /* bytes */ };

static bool is_year(ent_str s)
{
    for (size_t i = 0; i < YEAR; i++)
        if (i >= s.len || !ent_is_digit(s.data[i]))
            return false;
    return s.data[0] == '1' || s.data[0] == '2';
}

/* "1999The Board is founded": the space behind the year of a line of a timeline was lost. */
static bool is_glued_to_year(ent_str s)
{
    return is_year(s) && s.len > YEAR + 1 && ent_is_upper(s.data[YEAR]) &&
           (ent_is_lower(s.data[YEAR + 1]) || s.data[YEAR + 1] == ' ');
}

/* "1999: the Board is founded", "1999 – …": a line of a timeline. */
static bool opens_with_year(ent_str s)
{
    ent_str rest = is_year(s) ? ent_str_slice(s, YEAR, s.len) : ENT_STR_EMPTY;
    return is_glued_to_year(s) || (ent_str_starts(rest, ENT_STR(": ")) || ent_str_starts(rest, ENT_STR(" - ")) ||
                                   ent_str_starts(rest, ENT_STR(" – ")) || ent_str_starts(rest, ENT_STR(" — ")));
}

/* "Entry into force: 10 October 1967": a few words with a capital and no full stop before a colon, a value behind it.
 */
static bool opens_field(ent_str s)
{
    enum { LONGEST_KEY = 60, MAX_SPACES = 7 };
    size_t colon = ent_str_find(ent_str_slice(s, 0, s.len < LONGEST_KEY ? s.len : LONGEST_KEY), ENT_STR(": "), 0);
    if (colon == ENT_STR_NONE || !ent_is_upper(s.data[0]))
        return key_end(s) > 0 || opens_with_year(s);
    size_t spaces = 0;
    for (size_t i = 0; i < colon; i++) {
        spaces += s.data[i] == ' ';
        if (s.data[i] == '.' || s.data[i] == ';' || s.data[i] == '"')
            return false;
    }
    return spaces <= MAX_SPACES;
}

/* ---- rows of dates ----------------------------------------------------------------------------------------------- */

static bool is_month(ent_str word)
{
    static const char *const months[] = {"January", "February", "March",     "April",   "May",      "June",
                                         "July",    "August",   "September", "October", "November", "December"};
    for (size_t i = 0; i < sizeof months / sizeof *months; i++)
        if (ent_str_starts(word, ent_str_from(months[i])))
            return true;
    return false;
}

/* "Widgetland 30 May 1975 6 April 1976 WSA": a name, dates that are half of the line, no full stop: the row of a table
 * whose lines are lost. */
static bool is_dated(ent_str s)
{
    enum { LONGEST_ROW = 120 };
    size_t words = 0, dates = 0, years = 0;
    ent_str rest = s, word;
    char end = s.len ? s.data[s.len - 1] : ' ';
    bool closes = ent_is_digit(end) || ent_is_upper(end) || end == ']' || end == ')'; /* most lines of prose do not */
    if (!closes || s.len > LONGEST_ROW || !ent_is_upper(s.data[0]) || is_month(s))
        return false;
    while (ent_str_split(&rest, ENT_STR(" "), &word)) {
        size_t digits = 0;
        while (digits < word.len && ent_is_digit(word.data[digits]))
            digits++;
        years += digits == YEAR;
        dates += digits > 0 || is_month(word);
        words++;
    }
    return years > 0 && dates > 1 && dates * 2 >= words;
}

/* Two such rows, one under the other; one alone may be the end of a sentence. */
static bool is_dated_row(const ent_lines *lines, size_t line)
{
    if (!is_dated(ent_lines_text(lines, line)))
        return false;
    const ent_line *items = lines->items.items;
    return (line > 0 && items[line].blanks == 0 && is_dated(ent_lines_text(lines, line - 1))) ||
           (line + 1 < lines->items.n && items[line + 1].blanks == 0 && is_dated(ent_lines_text(lines, line + 1)));
}

/* One field under another: one alone may be a sentence broken before its colon. */
bool ent_fields_are_row(const ent_lines *lines, size_t line, size_t next)
{
    if (is_dated_row(lines, line) || is_dated_row(lines, next) || is_glued_to_year(ent_lines_text(lines, next)))
        return true;
    if (!opens_field(ent_lines_text(lines, next)))
        return false;
    return opens_field(ent_lines_text(lines, line)) ||
           (next + 1 < lines->items.n && lines->items.items[next + 1].blanks == 0 &&
            opens_field(ent_lines_text(lines, next + 1)));
}

size_t ent_fields_glued_key(const ent_lines *lines, size_t line)
{
    ent_str s = ent_lines_text(lines, line);
    if (is_glued_to_year(s))
        return YEAR;
    size_t end = key_end(s);
    if (end == 0 || end == s.len || (!ent_is_upper(s.data[end]) && !ent_is_digit(s.data[end])))
        return 0;
    bool row = (line > 0 && ent_fields_are_row(lines, line - 1, line)) ||
               (line + 1 < lines->items.n && ent_fields_are_row(lines, line, line + 1));
    return row ? end : 0;
}
