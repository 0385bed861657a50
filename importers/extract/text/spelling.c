/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/text/spelling.h"

#include <stdlib.h>
#include <string.h>

/* A word that begins with `british` begins with `american` instead. Sorted; none begins another. */
typedef struct stem {
    const char *british, *american;
    size_t n_british, n_american;
} stem;

#define STEM(british, american)                                                                                        \
    {                                                                                                                  \
        british, american, sizeof british - 1, sizeof american - 1                                                     \
    }

static const stem stems[] = {
    STEM("acknowledgement", "acknowledgment"),
    STEM("ageing", "aging"),
    STEM("aluminium", "aluminum"),
    STEM("archaeolog", "archeolog"),
    STEM("armour", "armor"),
    STEM("artefact", "artifact"),
    STEM("behaviour", "behavior"),
    STEM("calibre", "caliber"),
    STEM("cancelled", "canceled"),
    STEM("cancelling", "canceling"),
    STEM("candour", "candor"),
    STEM("catalogue", "catalog"),
    STEM("centre", "center"),
    STEM("channelled", "channeled"),
    STEM("channelling", "channeling"),
    STEM("colour", "color"),
    STEM("counsell", "counsel"),
    STEM("defence", "defense"),
    STEM("demeanour", "demeanor"),
    STEM("disfavour", "disfavor"),
    STEM("dishonour", "dishonor"),
    STEM("endeavour", "endeavor"),
    STEM("enrolment", "enrollment"),
    STEM("favour", "favor"),
    STEM("fibre", "fiber"),
    STEM("fuelled", "fueled"),
    STEM("fuelling", "fueling"),
    STEM("fulfilment", "fulfillment"),
    STEM("grey", "gray"),
    STEM("harbour", "harbor"),
    STEM("honour", "honor"),
    STEM("humour", "humor"),
    STEM("instalment", "installment"),
    STEM("judgement", "judgment"),
    STEM("kilometre", "kilometer"),
    STEM("labelled", "labeled"),
    STEM("labelling", "labeling"),
    STEM("labour", "labor"),
    STEM("levelled", "leveled"),
    STEM("levelling", "leveling"),
    STEM("licence", "license"),
    STEM("litre", "liter"),
    STEM("manoeuvrab", "maneuverab"),
    STEM("manoeuvre", "maneuver"),
    STEM("manoeuvring", "maneuvering"),
    STEM("meagre", "meager"),
    STEM("metre", "meter"),
    STEM("misbehaviour", "misbehavior"),
    STEM("modelled", "modeled"),
    STEM("modelling", "modeling"),
    STEM("neighbour", "neighbor"),
    STEM("odour", "odor"),
    STEM("offence", "offense"),
    STEM("panelled", "paneled"),
    STEM("panelling", "paneling"),
    STEM("panellist", "panelist"),
    STEM("practis", "practic"),
    STEM("pretence", "pretense"),
    STEM("programme", "program"),
    STEM("rigour", "rigor"),
    STEM("rumour", "rumor"),
    STEM("sceptic", "skeptic"),
    STEM("signalled", "signaled"),
    STEM("signalling", "signaling"),
    STEM("skilful", "skillful"),
    STEM("spectre", "specter"),
    STEM("theatre", "theater"),
    STEM("totalled", "totaled"),
    STEM("totalling", "totaling"),
    STEM("travelled", "traveled"),
    STEM("traveller", "traveler"),
    STEM("travelling", "traveling"),
    STEM("unfavour", "unfavor"),
    STEM("valour", "valor"),
    STEM("vapour", "vapor"),
    STEM("vigour", "vigor"),
    STEM("wilful", "willful"),
};

/* Whole words, looked up before the stems: those that would come out wrong. */
static const stem words[] = {
    STEM("analyse", "analyze"),
    STEM("analysed", "analyzed"),
    STEM("analysing", "analyzing"),
    STEM("centred", "centered"),
    STEM("cheque", "check"),
    STEM("distil", "distill"),
    STEM("enrol", "enroll"),
    STEM("enrols", "enrolls"),
    STEM("fulfil", "fulfill"),
    STEM("fulfils", "fulfills"),
    STEM("instil", "instill"),
    STEM("manoeuvred", "maneuvered"),
    STEM("paralyse", "paralyze"),
    STEM("paralysed", "paralyzed"),
    STEM("programmed", "programmed"),
    STEM("programmer", "programmer"),
    STEM("programmers", "programmers"),
};

/* What stands before -ise, -ised, -ising in words that have an s in both spellings; words in -wise besides. */
static const char *const keeps_s[] = {
    "adv",    "advert",   "appra", "ar",     "bru",     "chast", "compr", "comprom", "conc",   "cru",
    "dem",    "desp",     "dev",   "disgu",  "enterpr", "exc",   "exerc", "expert",  "franch", "gu",
    "improv", "merchand", "no",    "parad",  "po",      "pra",   "prec",  "prem",    "prom",   "r",
    "ra",     "repr",     "rev",   "superv", "surm",    "surpr", "telev", "treat",
};

static size_t replace(char *word, size_t len, const stem *by)
{
    memmove(word + by->n_american, word + by->n_british, len - by->n_british);
    memcpy(word, by->american, by->n_american);
    return len - by->n_british + by->n_american;
}

/* <0, 0, >0 as the word stands before, begins with, or stands behind the key. */
static int compare_prefix(const char *word, size_t len, const char *key, size_t n)
{
    if (word[0] != key[0]) /* most often: no call */
        return (unsigned char)word[0] - (unsigned char)key[0];
    int order = memcmp(word, key, len < n ? len : n);
    return order ? order : len < n ? -1 : 0;
}

static const stem *find_stem(const char *word, size_t len)
{
    size_t low = 0, high = sizeof stems / sizeof *stems;
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = compare_prefix(word, len, stems[middle].british, stems[middle].n_british);
        if (order == 0)
            return &stems[middle];
        *(order < 0 ? &high : &low) = order < 0 ? middle : middle + 1;
    }
    return NULL;
}

static const stem *find_word(const char *word, size_t len)
{
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (words[i].n_british == len && words[i].british[0] == word[0] && memcmp(words[i].british, word, len) == 0)
            return &words[i];
    return NULL;
}

static bool always_s(const char *word, size_t n)
{
    if (word[n - 1] == 'w')
        return true;
    for (size_t i = 0; i < sizeof keeps_s / sizeof *keeps_s; i++)
        if (strlen(keeps_s[i]) == n && memcmp(keeps_s[i], word, n) == 0)
            return true;
    return false;
}

/* The place of the s in -ise, -ises, -ised, -iser, -isers, -ising, -isation, -isations, -isational; 0 where there is
 * none. */
static size_t ise_place(const char *word, size_t len)
{
    if (!memchr("esdrgnl", word[len - 1], 7))
        return 0;
    static const ent_str endings[] = {{"ise", 3},   {"ises", 4},    {"ised", 4},     {"iser", 4},     {"isers", 5},
                                      {"ising", 5}, {"isation", 7}, {"isations", 8}, {"isational", 9}};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        size_t n = endings[i].len;
        if (len > n && word[len - n] == 'i' && word[len - n + 1] == 's' &&
            memcmp(word + len - n, endings[i].data, n) == 0)
            return len - n + 1;
    }
    return 0;
}

size_t ent_spelling_unify(char *word, size_t len)
{
    if (len < 4)
        return len;
    const stem *whole = find_word(word, len);
    if (whole)
        return replace(word, len, whole);
    const stem *begin = find_stem(word, len);
    if (begin)
        len = replace(word, len, begin);
    size_t s = ise_place(word, len);
    if (s && !always_s(word, s - 1))
        word[s] = 'z';
    return len;
}
