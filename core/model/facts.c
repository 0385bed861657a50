/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/facts.h"

#include <math.h>

static const char *const polarity_names[ENT_N_POLARITIES] = {"affirmed", "negated"};
static const char *const modality_names[ENT_N_MODALITIES] = {"stated",   "possible",    "normative",
                                                             "mandated", "conditional", "reported"};

static bool find_name(const char *const *names, int n, ent_str name, int *out)
{
    for (*out = 0; *out < n; ++*out)
        if (ent_str_is_nocase(name, names[*out]))
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

static int digits(ent_str s, size_t begin, size_t end)
{
    int64_t number = 0;
    for (size_t i = begin; i < end; i++)
        if (!ent_is_digit(s.data[i]))
            return -1;
    return ent_str_to_int(ent_str_slice(s, begin, end), &number) ? (int)number : -1;
}

static int days_of(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap);
}

bool ent_facts_is_date(ent_str s)
{
    if (s.len != 4 && s.len != 7 && s.len != 10)
        return s.len == 0;
    int year = digits(s, 0, 4), month = s.len > 4 ? digits(s, 5, 7) : 1, day = s.len > 7 ? digits(s, 8, 10) : 1;
    bool parted = (s.len == 4 || s.data[4] == '-') && (s.len < 10 || s.data[7] == '-');
    return parted && year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= days_of(year, month);
}
