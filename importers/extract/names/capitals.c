/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a sentence is written: as usual, as a title, or all in capitals. */
#include "importers/extract/names/finder.h"

/* Words of so many letters show how a sentence is written: the small ones are small in titles too. */
enum { TELLING_LETTERS = 4, TELLING_TITLE_WORDS = 3 };

/* "Dr. Jane Roe, Head, Widget School": somebody with her post is no title, though it has as many capitals. */
static bool names_person(const ent_finder *f, const ent_sentence *sentence)
{
    static const char *const titles[] = {"Mr", "Ms", "Mrs", "Dr", "Prof", "Professor", "Amb", "H.E", "H.E.", NULL};
    enum { LONGEST_NAME = 6 };
    bool begins = ent_finder_reads_any(f, sentence->first, sentence->last, titles) ||
                  ent_finder_lists(f, sentence->first) & ENT_LIST(FIRST_NAME);
    for (uint32_t i = sentence->first + 1; begins && i < sentence->last && i <= sentence->first + LONGEST_NAME; i++)
        if (ent_finder_is(f, i, f->words.comma))
            return true;
    return false;
}

/* "Members of the Widget Council": what stands behind is a name, though every word of a heading has its capital. */
static bool is_framed(const ent_finder *f, const ent_sentence *sentence)
{
    static const char *const frames[] = {
        "Members",   "Member",    "Membership", "Parties", "Signatories", "Status",      "Participants", "Observers",
        "Adherents", "Structure", "Organs",     "States",  "List",        "Composition", "Chairs",       NULL};
    enum { REACH = 6 };
    if (!ent_finder_reads_any(f, sentence->first, sentence->last, frames))
        return false;
    for (uint32_t i = sentence->first + 1; i + 1 < sentence->last && i < sentence->first + REACH; i++)
        if ((ent_finder_is(f, i, f->words.of) || ent_finder_is(f, i, f->words.to)) &&
            ent_finder_is(f, i + 1, f->words.the))
            return true;
    return false;
}

uint8_t ent_capitals_of(const ent_finder *f, const ent_sentence *sentence)
{
    uint32_t words = 0, capital = 0, all = 0;
    for (uint32_t i = sentence->first; i < sentence->last; i++) {
        const ent_token *token = &f->tokens[i];
        if (token->kind != ENT_TOKEN_WORD || token->end - token->begin < TELLING_LETTERS)
            continue;
        words++;
        capital += (token->flags & ENT_TOKEN_CAPITAL) != 0;
        all += (token->flags & ENT_TOKEN_ALL_CAPS) != 0;
    }
    if (words && all * 3 >= words * 2)
        return ENT_CAPITALS_ALL;
    bool heading = f->document->blocks.items[sentence->block].kind == ENT_BLOCK_HEADING && !names_person(f, sentence) &&
                   !is_framed(f, sentence);
    return heading && words >= TELLING_TITLE_WORDS && capital * 10 >= words * 9 ? ENT_CAPITALS_TITLE
                                                                                : ENT_CAPITALS_USUAL;
}
