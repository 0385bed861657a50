/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/kind.h"

static const char *const kind_names[ENT_N_KINDS] = {
    [ENT_STATE] = "state",           [ENT_BLOC] = "bloc",         [ENT_ORGANIZATION] = "organization",
    [ENT_PERSON] = "person",         [ENT_FORUM] = "forum",       [ENT_EVENT] = "event",
    [ENT_INSTRUMENT] = "instrument", [ENT_PROPOSAL] = "proposal", [ENT_TOPIC] = "topic",
};

const char *ent_kind_name(ent_kind kind)
{
    return kind_names[kind];
}

bool ent_kind_find(ent_str name, ent_kind *out)
{
    for (int kind = 0; kind < ENT_N_KINDS; kind++)
        if (ent_str_is_nocase(name, kind_names[kind])) {
            *out = (ent_kind)kind;
            return true;
        }
    return false;
}

ent_status ent_kinds_parse(ent_str text, ent_kinds *out, ent_error *err)
{
    ent_str rest = text, word;
    *out = 0;
    while (ent_str_split(&rest, ENT_STR(","), &word)) {
        ent_kind kind;
        word = ent_str_trim(word);
        if (ent_str_eq_nocase(word, ENT_STR("actor")))
            *out |= ENT_KINDS_ACTOR;
        else if (ent_str_eq_nocase(word, ENT_STR("any")))
            *out = ENT_KINDS_ALL;
        else if (ent_kind_find(word, &kind))
            *out |= ENT_KIND_BIT(kind);
        else {
            ent_status status =
                ent_fail(err, ENT_USAGE, "kind", "there is no kind '" ENT_STR_FMT "'", ENT_STR_ARG(word));
            ent_error_hint(err, "kinds: state bloc organization person forum event instrument proposal topic; "
                                "actor is the first four, any is all");
            return status;
        }
    }
    return ENT_OK;
}
