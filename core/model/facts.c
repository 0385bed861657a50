/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/facts.h"

#include <math.h>

static const char *const polarity_names[ENT_N_POLARITIES] = {"affirmed", "negated"};
static const char *const modality_names[ENT_N_MODALITIES] = {"stated",      "possible",    "normative",
                                                             "mandated",    "conditional", "reported"};

static bool find_name(const char *const *names, int n, ent_str name, int *out)
{
    for (*out = 0; *out < n; ++*out)
        if (ent_str_eq_nocase(name, ent_str_from(names[*out])))
            return true;
    return false;
}

const char *ent_polarity_name(ent_polarity polarity)
{
    return polarity_names[polarity];
}

const char *ent_modality_name(ent_modality modality)
{
    return modality_names[modality];
}

bool ent_polarity_find(ent_str name, ent_polarity *out)
{
    int found;
    bool known = find_name(polarity_names, ENT_N_POLARITIES, name, &found);
    if (known)
        *out = (ent_polarity)found;
    return known;
}

bool ent_modality_find(ent_str name, ent_modality *out)
{
    int found;
    bool known = find_name(modality_names, ENT_N_MODALITIES, name, &found);
    if (known)
        *out = (ent_modality)found;
    return known;
}

double ent_rounded(float confidence)
{
    return round((double)confidence * 1e6) / 1e6;
}

uint32_t ent_facts_passage_at(const ent_facts *facts, size_t place)
{
    size_t low = 0, high = facts->passages.n;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (facts->passages.items[middle].begin <= place)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? (uint32_t)low - 1 : UINT32_MAX;
}
