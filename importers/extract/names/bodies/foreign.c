/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bodies whose names another language gives: "Agence nationale de …", "Universidad de …", "Ministère de l'…". The head
 * says that it is a body; behind it come the language's small words, adjectives known by their endings, and capital
 * words. */
#include "importers/extract/names/names.h"

#include <string.h>

enum { MAX_WORDS = 16 };

static bool is_preposition(ent_str text)
{
    static const char *const words[] = {"de",  "du", "des",  "del",  "della", "degli", "do",  "da", "dos",
                                        "das", "di", "pour", "para", "per",   "für",   "sur", NULL};
    return ent_str_is_any(text, words);
}

static bool is_article(ent_str text)
{
    static const char *const words[] = {"la", "le", "les", "el", "los", "las", NULL};
    return ent_str_is_any(text, words);
}

static bool is_and(ent_str text)
{
    static const char *const words[] = {"et", "y", "e", "und", NULL};
    return ent_str_is_any(text, words);
}

/* "d'administration", "l'espace". */
static bool is_elided(ent_str text)
{
    bool small = text.len > 3 && (text.data[0] == 'd' || text.data[0] == 'l');
    return small && (text.data[1] == '\'' || ent_str_starts(ent_str_slice(text, 1, text.len), ENT_STR("’")));
}

/* "nationale", "spatiale", "étrangères", "français". */
static bool is_adjective(ent_str text)
{
    static const char *const whole[] = {"national", "international", "régional", "général", "central", "fédéral", NULL};
    static const char *const endings[] = {"ale",    "ales",  "aux", "ique", "iques", "ais",  "aise",  "aises",
                                          "ienne",  "éenne", "éen", "ère",  "ères",  "aire", "aires", "ieure",
                                          "ieures", "aine",  "ado", "ada",  "onal",  "ische"};
    if (ent_str_is_any(text, whole))
        return true;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (text.len > strlen(endings[i]) + 2 && ent_str_ends(text, ent_str_from(endings[i])))
            return true;
    return false;
}

static bool is_content(const ent_finder *f, uint32_t token, uint32_t end)
{
    if (token >= end || f->tokens[token].kind != ENT_TOKEN_WORD)
        return false;
    const ent_candidate *over = ent_finder_over(f, token);
    bool taken = over && over->mention.kind != ENT_STATE && over->mention.kind != ENT_TOPIC;
    return !taken && !(ent_finder_lists(f, token) & ENT_LIST(STOP));
}

static bool is_capital_word(const ent_finder *f, uint32_t token, uint32_t end)
{
    return is_content(f, token, end) && ent_finder_is_capital(f, token) &&
           !(ent_finder_lists(f, token) & (ENT_LIST(MONTH) | ENT_LIST(STARTER)));
}

/* The token behind what follows at `at` when it belongs to the name, else `at`. */
static uint32_t step(const ent_finder *f, uint32_t at, uint32_t end)
{
    ent_str text = ent_token_text(f->segments, at);
    uint32_t next = at;
    if (is_and(text) && at + 1 < end) { /* "et des Affaires" */
        ent_str behind = ent_token_text(f->segments, at + 1);
        bool goes_on =
            is_preposition(behind) || is_article(behind) || is_elided(behind) || is_capital_word(f, at + 1, end);
        return goes_on ? step(f, at + 1, end) : at;
    }
    if (is_preposition(text))
        next = at + 1 + (at + 1 < end && is_article(ent_token_text(f->segments, at + 1)));
    if (next > at)
        return is_content(f, next, end) ? next + 1 : at;
    bool belongs = is_content(f, at, end) && (is_elided(text) || is_adjective(text) || is_capital_word(f, at, end));
    return belongs ? at + 1 : at;
}

static ent_str sector_of(const ent_finder *f, uint32_t head)
{
    static const char *const prefixes[][2] = {{"Uni", "sector=academia"},
                                              {"Éc", "sector=academia"},
                                              {"Minist", "sector=government"},
                                              {"Bundesm", "sector=government"}};
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
        if (ent_str_starts(ent_token_text(f->segments, head), ent_str_from(prefixes[i][0])))
            return ent_str_from(prefixes[i][1]);
    return ENT_STR_EMPTY;
}

/* Heads that English has too need another language's word behind them: "Organisation internationale". */
static bool begins_here(const ent_finder *f, uint32_t head, uint32_t end)
{
    uint64_t lists = ent_finder_lists(f, head);
    if (!ent_finder_is_capital(f, head) || ent_finder_over(f, head) || head + 1 >= end)
        return false;
    if (lists & ENT_LIST(FOREIGN_HEAD))
        return true;
    ent_str behind = ent_token_text(f->segments, head + 1);
    static const char *const english[] = {"rationale", "finale", "morale",        "scale",     "male",     "female",
                                          "sale",      "whale",  "questionnaire", "technique", "critique", NULL};
    if (ent_str_is_any(behind, english))
        return false;
    bool of = head + 2 < end && is_preposition(ent_token_text(f->segments, head + 2)); /* "Association Suisse de" */
    bool small = !ent_finder_is_capital(f, head + 1) && (is_adjective(behind) || is_elided(behind));
    return lists & ENT_LISTS_HEAD && (small || (of && ent_str_ends(behind, ENT_STR("se"))));
}

/* "Roe-Lind-Institut": where the names that a hyphen joins to the head begin. */
static uint32_t joined_begin(const ent_finder *f, uint32_t begin, uint32_t head)
{
    uint32_t first = head;
    while (first > begin && f->tokens[first].flags & ENT_TOKEN_HYPHEN && ent_finder_is_capital(f, first - 1) &&
           !ent_finder_over(f, first - 1))
        first--;
    return first;
}

void ent_find_foreign(ent_finder *f)
{
    for (uint32_t s = 0; s < f->segments->sentences.n; s++) {
        const ent_sentence *sentence = &f->segments->sentences.items[s];
        for (uint32_t i = sentence->first; i < sentence->last; i++) {
            if (!(ent_finder_lists(f, i) & (ENT_LIST(FOREIGN_HEAD) | ENT_LISTS_HEAD)) ||
                !begins_here(f, i, sentence->last))
                continue;
            uint32_t last = i + 1;
            for (uint32_t next = 0; last < sentence->last && last - i < MAX_WORDS; last = next) {
                next = ent_finder_ends_cell(f, last - 1) ? last : step(f, last, sentence->last);
                if (next == last)
                    break;
            }
            uint32_t first = joined_begin(f, sentence->first, i);
            if (last == first + 1)
                continue;
            uint32_t entity = ent_finder_entity(f, ENT_ORGANIZATION, ent_finder_name(f, first, last), sector_of(f, i));
            ent_finder_add(f, ent_finder_candidate(s, first, last, ENT_ORGANIZATION, ENT_BY_FORM, entity, 0.75f));
            i = last - 1;
        }
    }
}
