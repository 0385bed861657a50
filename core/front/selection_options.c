/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The flags that say which part of a database a command works on: the same on every command, read in this one place. */
#include "core/front/options.h"

#include <stdio.h>
#include <string.h>

const ent_option ent_selection_options[] = {
    {"kind", 0, "K[,K...]", "entities of these kinds; actor stands for state, bloc, organization and person"},
    {"type", 0, "T[,T...]", "relations of these types; structural and positions stand for the two groups"},
    {"document", 0, "D[,D...]",
     "only what these documents say: a key, or a beginning of a path or title that fits one"},
    {"since", 0, "YEAR", "only documents of that year and later"},
    {"until", 0, "YEAR", "only documents of that year and earlier"},
    {"min-evidence", 0, "N", "only relations with at least N pieces of evidence"},
    {"with-mentions", 0, NULL, "count being named in one sentence as a relation (mentioned_with)"},
    {"polarity", 0, "WHICH", "affirmed, negated or any (default: any)"},
    {"min-confidence", 0, "X", "only evidence found with a confidence of X or more, from 0 to 1"},
    {0}};

static ent_status take_year(const char *name, const char *value, int *year, ent_error *err)
{
    int64_t number;
    if (!ent_str_to_int(ent_str_from(value), &number) || number < 1 || number > 9999)
        return ent_fail(err, ENT_USAGE, name, "'%s' is not a year", value);
    *year = (int)number;
    return ENT_OK;
}

static ent_status take_polarity(const char *value, ent_selection *selection, ent_error *err)
{
    if (strcmp(value, "any") == 0)
        selection->polarity = ENT_POLARITY_ANY;
    else if (strcmp(value, "affirmed") == 0)
        selection->polarity = ENT_POLARITY_AFFIRMED;
    else if (strcmp(value, "negated") == 0)
        selection->polarity = ENT_POLARITY_NEGATED;
    else
        return ent_fail(err, ENT_USAGE, "--polarity", "'%s' is none of affirmed, negated, any", value);
    return ENT_OK;
}

/* The model says what is wrong with the words; here it is known which option they came from. */
static ent_status wrong_option(const char *option, ent_error *err)
{
    if (err)
        snprintf(err->what, sizeof err->what, "%s", option);
    return ENT_USAGE;
}

static ent_status take_kinds(const char *value, ent_selection *selection, ent_error *err)
{
    bool good = ent_kinds_parse(ent_str_from(value), &selection->kinds, err) == ENT_OK;
    return good ? ENT_OK : wrong_option("--kind", err);
}

static ent_status take_types(const char *value, ent_selection *selection, ent_error *err)
{
    if (ent_relation_types_parse(ent_str_from(value), &selection->types, err) != ENT_OK) {
        ent_error_hint(err,
                       "'entente help neighbours' lists the types; structural and positions stand for the two groups");
        return wrong_option("--type", err);
    }
    if (selection->types & ENT_RELATION_BIT(ENT_MENTIONED_WITH))
        selection->with_mentions = true;
    return ENT_OK;
}

static ent_status take_number(const char *name, const char *value, ent_selection *selection, ent_error *err)
{
    ent_str text = ent_str_from(value);
    if (strcmp(name, "min-evidence") == 0) {
        if (!ent_str_to_int(text, &selection->min_evidence) || selection->min_evidence < 1)
            return ent_fail(err, ENT_USAGE, "--min-evidence", "'%s' is not a whole number from 1 on", value);
    } else if (!ent_str_to_real(text, &selection->min_confidence) ||
               !(selection->min_confidence >= 0 && selection->min_confidence <= 1))
        return ent_fail(err, ENT_USAGE, "--min-confidence", "'%s' is not a number from 0 to 1", value);
    return ENT_OK;
}

ent_status ent_selection_option_take(ent_arena *arena, const ent_option *option, const char *value,
                                     ent_request *request, ent_error *err)
{
    ent_selection *selection = &request->selection;
    const char *name = option->name;
    if (strcmp(name, "kind") == 0)
        return take_kinds(value, selection, err);
    if (strcmp(name, "type") == 0)
        return take_types(value, selection, err);
    if (strcmp(name, "since") == 0)
        return take_year("--since", value, &selection->since_year, err);
    if (strcmp(name, "until") == 0)
        return take_year("--until", value, &selection->until_year, err);
    if (strcmp(name, "polarity") == 0)
        return take_polarity(value, selection, err);
    if (strcmp(name, "document") == 0)
        ent_vec_push(arena, &request->documents, ent_str_from(value));
    else if (strcmp(name, "with-mentions") == 0)
        selection->with_mentions = true;
    else
        return take_number(name, value, selection, err);
    return ENT_OK;
}

ent_status ent_selection_options_check(const ent_selection *selection, ent_error *err)
{
    if (selection->since_year && selection->until_year && selection->since_year > selection->until_year)
        return ent_fail(err, ENT_USAGE, "--since", "%d is after --until %d", selection->since_year,
                        selection->until_year);
    return ENT_OK;
}
