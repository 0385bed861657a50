/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/names/form_kinds.h"

static ent_str sector_of(const ent_finder *f, uint32_t head)
{
    static const struct {
        const char *word, *attributes;
    } sectors[] = {
        {"university", "sector=academia"},  {"college", "sector=academia"},     {"school", "sector=academia"},
        {"academy", "sector=academia"},     {"faculty", "sector=academia"},     {"ltd", "sector=industry"},
        {"inc", "sector=industry"},         {"gmbh", "sector=industry"},        {"llc", "sector=industry"},
        {"plc", "sector=industry"},         {"corporation", "sector=industry"}, {"corp", "sector=industry"},
        {"consultancy", "sector=industry"}, {"consulting", "sector=industry"}};
    for (size_t i = 0; i < sizeof sectors / sizeof *sectors; i++)
        if (ent_finder_reads(f, head, f->n_tokens, sectors[i].word))
            return ent_str_from(sectors[i].attributes);
    return ent_finder_lists(f, head) & ENT_LIST(GOVERNMENT_HEAD) ? ENT_STR("sector=government") : ENT_STR_EMPTY;
}

static ent_str form_of(ent_finder *f, uint32_t head)
{
    ent_str text = ent_token_text(f->segments, head);
    char *word = ent_arena_alloc(f->arena, text.len + 1);
    for (size_t i = 0; i < text.len; i++)
        word[i] = ent_to_lower(text.data[i]);
    return ent_arena_format(f->arena, "form=%s", word);
}

ent_str ent_name_year(ent_finder *f, const ent_name_extent *name)
{
    for (uint32_t i = name->first; i < name->last; i++) {
        int64_t year = f->tokens[i].kind == ENT_TOKEN_NUMBER ? ent_finder_number(f, i) : 0;
        if (year >= 1945 && year <= 2100)
            return ent_arena_format(f->arena, "date=%d", (int)year);
    }
    return ENT_STR_EMPTY;
}

bool ent_name_classify(ent_finder *f, const ent_name_extent *name, ent_name_form *out)
{
    uint64_t lists = ent_finder_lists(f, name->head);
    bool behind = name->last > name->head + 1;
    if (ent_finder_reads(f, name->head, f->n_tokens, "programme") && behind &&
        (ent_finder_reads(f, name->head + 2, f->n_tokens, "action") ||
         ent_finder_reads(f, name->head + 2, f->n_tokens, "work")))
        lists = ENT_LIST(INSTRUMENT_HEAD);
    bool action = (name->head > name->first && ent_finder_reads(f, name->head - 1, name->head, "action")) ||
                  ent_finder_reads(f, name->head + 2, name->last, "action");
    if (ent_finder_reads(f, name->head, f->n_tokens, "plan") && !action)
        return false; /* "Plan of Action", "Action Plan" */
    static const char *const seasons[] = {"summer", "winter", "spring", "autumn", NULL};
    static const char *const taught[] = {"school", "programme", "program", "academy", NULL};
    if (name->head > name->first && ent_finder_reads_any(f, name->head - 1, name->head, seasons) &&
        ent_finder_reads_any(f, name->head, f->n_tokens, taught)) { /* "Widget Summer School" */
        *out = (ent_name_form){ENT_EVENT, ent_name_year(f, name)};
        return true;
    }
    if (lists & ENT_LIST(INSTRUMENT_HEAD)) {
        *out = (ent_name_form){ENT_INSTRUMENT, form_of(f, name->head)};
        return true;
    }
    bool dated = name->first < name->head && (ent_is_digit(f->document->text.data[f->tokens[name->first].begin]) ||
                                              ent_part_ordinal(f, name->first, &(uint32_t){0}) > 0);
    if (lists & ENT_LIST(FORUM_HEAD) && !(lists & ENT_LIST(EVENT_HEAD) && dated)) {
        *out = (ent_name_form){ENT_FORUM, ENT_STR_EMPTY};
        return true;
    }
    if (lists & ENT_LIST(EVENT_HEAD)) {
        *out = (ent_name_form){ENT_EVENT, ent_name_year(f, name)};
        return true;
    }
    *out = (ent_name_form){ENT_ORGANIZATION, sector_of(f, name->head)};
    return (lists & ENT_LIST(ORGANIZATION_TAIL) && name->first < name->head) ||
           (lists & ENT_LIST(ORGANIZATION_HEAD) && (behind || name->first < name->head));
}

uint32_t ent_name_shared_head(const ent_finder *f, const ent_name_extent *name)
{
    uint32_t word = f->tokens[name->head].word;
    if (f->vocabulary->singulars.items[word] == word || name->last > name->head + 1)
        return 0;
    for (uint32_t i = name->first + 1; i + 1 < name->head; i++)
        if (ent_finder_is(f, i, f->words.and_))
            return i;
    return 0;
}

/* The head stands for a class or for no body at all: "a UN Committee", "Groups of Governmental Experts". */
static bool is_one_of_many(const ent_finder *f, const ent_name_extent *name, ent_kind kind)
{
    static const char *const classes[] = {"programs",      "programmes",    "institutions", "agencies",
                                          "organizations", "organisations", "universities", NULL};
    uint32_t before = name->head - (name->head > 0);
    bool behind = name->last > name->head + 1;
    if (ent_finder_reads(f, name->head, f->n_tokens, "body") && !ent_finder_reads(f, before, f->n_tokens, "subsidiary"))
        return true;
    if (ent_finder_reads(f, name->head, f->n_tokens, "force") && ent_finder_lists(f, before) & ENT_LIST(LINK))
        return true; /* "ENTRY INTO FORCE" */
    if (ent_finder_lists(f, name->head) & ENT_LIST(WEAK_HEAD) && name->first == name->head)
        return true;
    bool plural = f->vocabulary->singulars.items[f->tokens[name->head].word] != f->tokens[name->head].word;
    bool shared = ent_name_shared_head(f, name) != 0;
    if (kind == ENT_FORUM && plural && (behind || !shared)) /* "Groups of Governmental Experts": a class */
        return true;
    bool of_un = name->head > name->first && (ent_finder_reads(f, name->head - 1, name->head, "UN") ||
                                              ent_finder_reads(f, name->head - 1, name->head, "U.N.") ||
                                              ent_finder_reads(f, name->head - 1, name->head, "Nations"));
    if (kind == ENT_FORUM && of_un && !behind) /* "a UN Committee": one of many */
        return true;
    /* "Director of Widget Programmes", "United Nations Institutions" */
    return ent_str_is_any_nocase(ent_token_text(f->segments, name->head), classes) && !shared;
}

/* "Bosporus Statement", "Joint Statement on widgets", "National Action Plan": of heads that most often are no names.
 */
static bool is_named_text(const ent_finder *f, const ent_name_extent *name)
{
    uint32_t modifiers = 0, words = 0;
    for (uint32_t i = name->first; i < name->head; i++) {
        const ent_candidate *over = ent_finder_over(f, i);
        bool capital = f->tokens[i].kind == ENT_TOKEN_WORD && f->tokens[i].flags & ENT_TOKEN_CAPITAL;
        bool modifier = ent_finder_cues(f, i, name->head, ENT_CUE(TITLE_MODIFIER));
        uint64_t no_name =
            ENT_LIST(GENERIC_PART) | ENT_LIST(POST) | ENT_LIST(STARTER) | ENT_LIST(ORDINAL) | ENT_LISTS_HEAD;
        bool taken = over && !(over->sense != UINT32_MAX &&
                               ent_lexicon_sense_at(f->lexicon, over->sense)->marks & ENT_ALIAS_GOVERNMENT);
        if (capital && !modifier && !taken && !(ent_finder_lists(f, i) & no_name))
            return true;
        modifiers += modifier;
        words += capital;
    }
    bool behind = name->last > name->head + 1;
    return modifiers > 0 && (behind || words > modifiers);
}

bool ent_name_is_enough(const ent_finder *f, const ent_name_extent *name, ent_kind kind)
{
    if (is_one_of_many(f, name, kind))
        return false;
    bool behind = name->last > name->head + 1;
    bool small = behind && name->n_words == 0; /* "Committee on reducing widgets" */
    if (ent_finder_reads(f, name->head, f->n_tokens, "code") &&
        ent_finder_reads(f, name->head + 2, f->n_tokens, "conduct"))
        return name->n_words >= 2 && name->n_proper >= 1 + (uint32_t)behind;
    if (ent_finder_reads(f, name->head, f->n_tokens, "group") &&
        (!behind || name->n_words == 0)) /* "briefed the Group on widgets" */
        return name->n_words >= 2;
    if (kind == ENT_ORGANIZATION || kind == ENT_FORUM)
        return name->n_proper >= 1 || name->n_words >= 2 || (kind == ENT_FORUM && name->last >= name->head + 4);
    if (ent_finder_cues(f, name->head, name->head + 1, ENT_CUE(NAMED_HEAD)))
        return is_named_text(f, name);
    uint32_t enough = kind == ENT_EVENT && !behind ? 2 : 3; /* "the Widget Security Conference" */
    return name->n_proper >= 1 || name->n_words >= enough || (small && name->last >= name->head + 4);
}

/* ---- posts that look like names ---------------------------------------------------------------------------------- */

static bool is_post(const ent_finder *f, uint32_t token)
{
    return ent_finder_lists(f, token) & ENT_LIST(POST) && !(ent_finder_lists(f, token) & ENT_LIST(GENERIC_PART));
}

bool ent_name_is_duty(const ent_finder *f, const ent_sentence *sentence, const ent_name_extent *name)
{
    uint32_t first = name->first;
    return first > sentence->first + 1 && is_post(f, first - 2) &&
           (ent_finder_is(f, first - 1, f->words.for_) || ent_finder_is(f, first - 1, f->words.of));
}

bool ent_name_is_of_member(const ent_finder *f, const ent_name_extent *name)
{
    bool post = false;
    for (uint32_t i = name->first; i < name->head && !post; i++)
        post = is_post(f, i);
    return post && ent_finder_reads(f, name->head + 1, f->n_tokens, "member");
}
