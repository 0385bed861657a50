/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/text/abbreviations.h"

#include <stdlib.h>
#include <string.h>

enum {
    LONGEST = 24,
    NAME = ENT_ABBREVIATION_BEFORE_NAME,
    NUMBER = ENT_ABBREVIATION_BEFORE_NUMBER,
    EITHER = ENT_ABBREVIATION_EITHER
};

typedef struct row {
    const char *word; /* small letters, without the last full stop */
    int kind;
} row;

static const row abbreviations[] = {
    /* sorted */
    {"a.d", EITHER},     {"a.m", EITHER},     {"add", NUMBER},      {"adm", NAME},     {"al", EITHER},
    {"amb", NAME},       {"app", NUMBER},     {"approx", NUMBER},   {"appx", NUMBER},  {"apr", EITHER},
    {"art", NUMBER},     {"arts", NUMBER},    {"assoc", EITHER},    {"asst", NAME},    {"attn", NAME},
    {"aug", EITHER},     {"b.c", EITHER},     {"brig", NAME},       {"bros", NAME},    {"ca", NUMBER},
    {"capt", NAME},      {"cf", NAME},        {"ch", NUMBER},       {"chap", NUMBER},  {"cmdr", NAME},
    {"co", EITHER},      {"col", NAME},       {"comdr", NAME},      {"corp", EITHER},  {"corr", NUMBER},
    {"d.c", EITHER},     {"dec", EITHER},     {"dept", NAME},       {"dist", NAME},    {"doc", NUMBER},
    {"dr", NAME},        {"e.g", NAME},       {"ed", NAME},         {"eds", NAME},     {"esp", NAME},
    {"etc", EITHER},     {"ex", NUMBER},      {"excl", NAME},       {"exh", NUMBER},   {"feb", EITHER},
    {"fig", NUMBER},     {"figs", NUMBER},    {"fn", NUMBER},       {"fr", NAME},      {"gen", NAME},
    {"gov", NAME},       {"govt", NAME},      {"h.e", NAME},        {"h.h", NAME},     {"hon", NAME},
    {"i.e", NAME},       {"ibid", NUMBER},    {"inc", EITHER},      {"incl", NAME},    {"int'l", EITHER},
    {"intl", EITHER},    {"jan", EITHER},     {"jr", EITHER},       {"jul", EITHER},   {"jun", EITHER},
    {"lt", NAME},        {"ltd", EITHER},     {"maj", NAME},        {"messrs", NAME},  {"mgr", NAME},
    {"mme", NAME},       {"mmes", NAME},      {"mr", NAME},         {"mrs", NAME},     {"ms", NAME},
    {"mssrs", NAME},     {"mt", NAME},        {"n", NUMBER},        {"n.b", NAME},     {"nat'l", EITHER},
    {"no", NUMBER},      {"nos", NUMBER},     {"nov", EITHER},      {"oct", EITHER},   {"op", NUMBER},
    {"p", NUMBER},       {"p.m", EITHER},     {"par", NUMBER},      {"para", NUMBER},  {"paras", NUMBER},
    {"ph", NAME},        {"ph.d", EITHER},    {"pp", NUMBER},       {"pres", NAME},    {"prof", NAME},
    {"pt", NUMBER},      {"pts", NUMBER},     {"rep", NAME},        {"reps", NAME},    {"res", NUMBER},
    {"ret", NAME},       {"rev", NAME},       {"rt", NAME},         {"s.e", NAME},     {"sec", NUMBER},
    {"secs", NUMBER},    {"sect", NUMBER},    {"sects", NUMBER},    {"sen", NAME},     {"sens", NAME},
    {"sept", EITHER},    {"sess", NUMBER},    {"sgt", NAME},        {"sr", EITHER},    {"st", NAME},
    {"ste", NAME},       {"subpara", NUMBER}, {"subparas", NUMBER}, {"suppl", NUMBER}, {"supt", NAME},
    {"treas", NAME},     {"u.k", EITHER},     {"u.n", EITHER},      {"u.s", EITHER},   {"u.s.a", EITHER},
    {"u.s.s.r", EITHER}, {"univ", NAME},      {"v", NAME},          {"viz", NAME},     {"vol", NUMBER},
    {"vols", NUMBER},    {"vs", NAME},        {"w.r.t", NAME},
};

static const char *const beginnings[] = {
    /* sorted */
    "a",
    "according",
    "accordingly",
    "additionally",
    "after",
    "all",
    "also",
    "although",
    "among",
    "an",
    "and",
    "another",
    "any",
    "as",
    "at",
    "based",
    "because",
    "before",
    "both",
    "but",
    "by",
    "consequently",
    "despite",
    "discussants",
    "during",
    "each",
    "even",
    "every",
    "finally",
    "following",
    "for",
    "furthermore",
    "given",
    "had",
    "he",
    "hence",
    "her",
    "here",
    "his",
    "however",
    "if",
    "in",
    "indeed",
    "instead",
    "it",
    "its",
    "lastly",
    "later",
    "many",
    "meanwhile",
    "moreover",
    "most",
    "nevertheless",
    "no",
    "none",
    "nonetheless",
    "nor",
    "not",
    "notwithstanding",
    "now",
    "of",
    "on",
    "once",
    "one",
    "only",
    "or",
    "other",
    "others",
    "our",
    "over",
    "overall",
    "panelists",
    "panellists",
    "participants",
    "rather",
    "regarding",
    "several",
    "she",
    "similarly",
    "since",
    "so",
    "some",
    "speakers",
    "subsequently",
    "such",
    "that",
    "the",
    "their",
    "then",
    "there",
    "therefore",
    "these",
    "they",
    "this",
    "those",
    "though",
    "through",
    "throughout",
    "thus",
    "to",
    "today",
    "two",
    "under",
    "until",
    "upon",
    "we",
    "what",
    "when",
    "where",
    "whereas",
    "whether",
    "which",
    "while",
    "who",
    "why",
    "with",
    "within",
    "yet",
    "you",
};

/* Small letters, without full stops at the end; the empty string when the word is too long for the tables. */
static const char *key_of(ent_str word, char key[LONGEST + 1])
{
    while (word.len && word.data[word.len - 1] == '.')
        word.len--;
    if (word.len > LONGEST)
        word.len = 0;
    for (size_t i = 0; i < word.len; i++)
        key[i] = ent_to_lower(word.data[i]);
    key[word.len] = '\0';
    return key;
}

static int compare_row(const void *key, const void *item)
{
    return strcmp(key, ((const row *)item)->word);
}

static int compare_word(const void *key, const void *item)
{
    return strcmp(key, *(const char *const *)item);
}

ent_abbreviation ent_abbreviation_find(ent_str word)
{
    char key[LONGEST + 1];
    const row *found = bsearch(key_of(word, key), abbreviations, sizeof abbreviations / sizeof *abbreviations,
                               sizeof *abbreviations, compare_row);
    return found ? (ent_abbreviation)found->kind : ENT_ABBREVIATION_NONE;
}

bool ent_abbreviation_is_beginning(ent_str word)
{
    char key[LONGEST + 1];
    return bsearch(key_of(word, key), beginnings, sizeof beginnings / sizeof *beginnings, sizeof *beginnings,
                   compare_word);
}
