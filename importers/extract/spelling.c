/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/spelling.h"

#include <stdlib.h>
#include <string.h>

/* A word that begins with `british` begins with `american` instead. Sorted; none begins another. */
typedef struct stem {
    const char *british, *american;
} stem;

static const stem stems[] = {
    {"acknowledgement", "acknowledgment"}, {"ageing", "aging"}, {"aluminium", "aluminum"},
    {"archaeolog", "archeolog"}, {"armour", "armor"}, {"artefact", "artifact"}, {"behaviour", "behavior"},
    {"calibre", "caliber"}, {"cancelled", "canceled"}, {"cancelling", "canceling"}, {"candour", "candor"},
    {"catalogue", "catalog"}, {"centre", "center"}, {"channelled", "channeled"}, {"channelling", "channeling"},
    {"colour", "color"}, {"counsell", "counsel"}, {"defence", "defense"}, {"demeanour", "demeanor"},
    {"disfavour", "disfavor"}, {"dishonour", "dishonor"}, {"endeavour", "endeavor"}, {"enrolment", "enrollment"},
    {"favour", "favor"}, {"fibre", "fiber"}, {"fuelled", "fueled"}, {"fuelling", "fueling"},
    {"fulfilment", "fulfillment"}, {"grey", "gray"}, {"harbour", "harbor"}, {"honour", "honor"}, {"humour", "humor"},
    {"instalment", "installment"}, {"judgement", "judgment"}, {"kilometre", "kilometer"}, {"labelled", "labeled"},
    {"labelling", "labeling"}, {"labour", "labor"}, {"levelled", "leveled"}, {"levelling", "leveling"},
    {"licence", "license"}, {"litre", "liter"}, {"manoeuvrab", "maneuverab"}, {"manoeuvre", "maneuver"},
    {"manoeuvring", "maneuvering"}, {"meagre", "meager"}, {"metre", "meter"}, {"misbehaviour", "misbehavior"},
    {"modelled", "modeled"}, {"modelling", "modeling"}, {"neighbour", "neighbor"}, {"odour", "odor"},
    {"offence", "offense"}, {"panelled", "paneled"}, {"panelling", "paneling"}, {"panellist", "panelist"},
    {"practis", "practic"}, {"pretence", "pretense"}, {"programme", "program"}, {"rigour", "rigor"},
    {"rumour", "rumor"}, {"sceptic", "skeptic"}, {"signalled", "signaled"}, {"signalling", "signaling"},
    {"skilful", "skillful"}, {"spectre", "specter"}, {"theatre", "theater"}, {"totalled", "totaled"},
    {"totalling", "totaling"}, {"travelled", "traveled"}, {"traveller", "traveler"}, {"travelling", "traveling"},
    {"unfavour", "unfavor"}, {"valour", "valor"}, {"vapour", "vapor"}, {"vigour", "vigor"}, {"wilful", "willful"},
};

/* Whole words, looked up before the stems: those that would come out wrong. */
static const stem words[] = {
    {"analyse", "analyze"}, {"analysed", "analyzed"}, {"analysing", "analyzing"}, {"centred", "centered"},
    {"cheque", "check"}, {"distil", "distill"}, {"enrol", "enroll"}, {"enrols", "enrolls"}, {"fulfil", "fulfill"},
    {"fulfils", "fulfills"}, {"instil", "instill"}, {"manoeuvred", "maneuvered"}, {"paralyse", "paralyze"},
    {"paralysed", "paralyzed"}, {"programmed", "programmed"}, {"programmer", "programmer"},
    {"programmers", "programmers"},
};

/* What stands before -ise, -ised, -ising in words that have an s in both spellings; words in -wise besides. */
static const char *const keeps_s[] = {
    "adv", "advert", "appra", "ar", "bru", "chast", "compr", "comprom", "conc", "cru", "dem", "desp", "dev", "disgu",
    "enterpr", "exc", "exerc", "expert", "franch", "gu", "improv", "merchand", "no", "parad", "po", "pra", "prec",
    "prem", "prom", "r", "ra", "repr", "rev", "superv", "surm", "surpr", "telev", "treat",
};

static bool has(const char *word, size_t len, size_t at, const char *what)
{
    size_t n = strlen(what);
    return len - at >= n && memcmp(word + at, what, n) == 0;
}

static size_t replace(char *word, size_t len, size_t n_old, const char *with)
{
    size_t n_new = strlen(with);
    memmove(word + n_new, word + n_old, len - n_old);
    memcpy(word, with, n_new);
    return len - n_old + n_new;
}

/* <0, 0, >0 as the word stands before, begins with, or stands behind the key. */
static int compare_prefix(const char *word, size_t len, const char *key)
{
    size_t n = strlen(key);
    int order = memcmp(word, key, len < n ? len : n);
    return order ? order : len < n ? -1 : 0;
}

static const stem *find_stem(const char *word, size_t len)
{
    size_t low = 0, high = sizeof stems / sizeof *stems;
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = compare_prefix(word, len, stems[middle].british);
        if (order == 0)
            return &stems[middle];
        *(order < 0 ? &high : &low) = order < 0 ? middle : middle + 1;
    }
    return NULL;
}

static const stem *find_word(const char *word, size_t len)
{
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (words[i].british[0] == word[0] && strlen(words[i].british) == len && memcmp(words[i].british, word, len) == 0)
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

/* The place of the s in -ise, -ises, -ised, -iser, -isers, -ising, -isation, -isations, -isational; 0 where there is none. */
static size_t ise_place(const char *word, size_t len)
{
    static const char *const endings[] = {"ise", "ises", "ised", "iser", "isers", "ising", "isation", "isations", "isational"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        size_t n = strlen(endings[i]);
        if (len > n && word[len - n] == 'i' && has(word, len, len - n, endings[i]))
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
        return replace(word, len, len, whole->american);
    const stem *begin = find_stem(word, len);
    if (begin)
        len = replace(word, len, strlen(begin->british), begin->american);
    size_t s = ise_place(word, len);
    if (s && !always_s(word, s - 1))
        word[s] = 'z';
    return len;
}
