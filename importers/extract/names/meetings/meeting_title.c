/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The title of a meeting: the document's, without what that says of the document, and without the day and place that
 * end it. */
#include "importers/extract/names/finder.h"

/* The last word of the text, without the comma behind it. */
static ent_str last_word(ent_str text)
{
    size_t begin = text.len;
    while (begin > 0 && text.data[begin - 1] != ' ')
        begin--;
    ent_str word = ent_str_slice(text, begin, text.len);
    return ent_str_ends(word, ENT_STR(",")) ? ent_str_slice(word, 0, word.len - 1) : word;
}

static ent_str without_last(ent_str text)
{
    while (text.len > 0 && text.data[text.len - 1] != ' ')
        text.len--;
    return ent_str_trim(text);
}

/* "29-30", "November", "2031". */
static bool is_of_date(const ent_finder *f, ent_str word)
{
    bool month = ent_word_lists_of(&f->lexicon->lists, ent_vocabulary_find(f->vocabulary, word)) & ENT_LIST(MONTH);
    return month || (word.len && ent_is_digit(word.data[0]) && ent_is_digit(word.data[word.len - 1]));
}

static bool is_state(const ent_finder *f, ent_str word)
{
    return ent_lexicon_find_name(f->lexicon, f->vocabulary, ENT_STATE, word) != UINT32_MAX;
}

/* "Widgets at sea, 3 May 2031", "Widgets at sea Blorp, Chile, 3 May 2031": the title without its day, and the town
 * before the State. */
static ent_str cut_day_and_place(const ent_finder *f, ent_str title)
{
    enum { DAY_WORDS = 4 };
    ent_str rest = title;
    uint32_t words = 0;
    for (; words < DAY_WORDS && is_of_date(f, last_word(rest)); words++)
        rest = without_last(rest);
    if (words < 2) /* "Widget Summit 2031" */
        return title;
    ent_str before = without_last(rest);
    if (is_state(f, last_word(rest)) && ent_str_ends(before, ENT_STR(",")))
        rest = without_last(before);
    while (rest.len && (ent_str_ends(rest, ENT_STR(",")) || ent_str_ends(rest, ENT_STR(" "))))
        rest.len--;
    return ent_str_find(rest, ENT_STR(" "), 0) != ENT_STR_NONE ? rest : title;
}

/* "Seminar Report": what a document is. */
static bool has_document_head(const ent_finder *f, ent_str text)
{
    for (; text.len; text = without_last(text)) {
        uint32_t word = ent_vocabulary_find(f->vocabulary, last_word(text));
        uint64_t lists = ent_word_lists_of(&f->lexicon->lists, word);
        lists = lists ? lists : ent_word_lists_of(&f->lexicon->lists, f->vocabulary->singulars.items[word]);
        if (lists & ENT_LIST(DOCUMENT_HEAD))
            return true;
    }
    return false;
}

ent_str ent_meeting_title(const ent_finder *f)
{
    ent_str whole = f->document->title;
    size_t colon = ent_str_find(whole, ENT_STR(": "), 0);
    bool document = colon != ENT_STR_NONE && has_document_head(f, ent_str_slice(whole, colon + 2, whole.len));
    return document ? ent_str_slice(whole, 0, colon) : cut_day_and_place(f, whole);
}
