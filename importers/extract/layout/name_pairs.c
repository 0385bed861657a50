/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/layout/name_pairs.h"

#include "importers/extract/gazetteer/lexicon_data.h"

#define N(array) (sizeof(array) / sizeof *(array))

bool ent_pair_has_word(const ent_layout_work *work, const ent_name_pair *p, const char *const *words, size_t n)
{
    for (uint32_t t = p->outer->first; t < p->outer->last; t++)
        if ((t < p->inner->first || t >= p->inner->last) && ent_token_is_any(work, t, words, n))
            return true;
    return false;
}

bool ent_pair_has_cue(const ent_layout_work *work, const ent_name_pair *p, uint64_t cues)
{
    return ent_tokens_cue(work, p->outer->first, p->inner->first, cues) ||
           ent_tokens_cue(work, p->inner->last, p->outer->last, cues);
}

bool ent_pair_in_list(const ent_layout_work *work, const ent_name_pair *p, uint64_t lists)
{
    for (uint32_t t = p->outer->first; t < p->outer->last; t++)
        if ((t < p->inner->first || t >= p->inner->last) && ent_token_in_list(work, t, lists))
            return true;
    return false;
}

/* "… of the Inner", "…, Inner": the name ends in the wider one. */
bool ent_pair_ends_in(const ent_layout_work *work, const ent_name_pair *p)
{
    static const char *const links[] = {"of", "in", "at", "within", ",", "under"};
    uint32_t t = p->inner->first;
    while (t > p->outer->first && (ent_token_is(work, t - 1, "the") || ent_token_is(work, t - 1, "its")))
        t--;
    return p->inner->last == p->outer->last && t > p->outer->first + 1 &&
           ent_token_is_any(work, t - 1, links, N(links));
}

/* "report of the Inner on the work of its ninth session"; not of a part of it ("report of the Group of the Inner"). */
bool ent_pair_follows_of(const ent_layout_work *work, const ent_name_pair *p)
{
    static const char *const reports[] = {"report", "reports", "summary"};
    uint32_t t = p->inner->first;
    while (t > p->outer->first && ent_token_is(work, t - 1, "the"))
        t--;
    return t > p->outer->first + 1 && ent_token_is(work, t - 1, "of") &&
           ent_token_is_any(work, t - 2, reports, N(reports));
}

/* "report of the Forum on its ninth session" */
bool ent_pair_ends_on_its(const ent_layout_work *work, const ent_name_pair *p)
{
    uint32_t t = p->inner->first;
    return p->inner->kind == ENT_EVENT && p->inner->last == p->outer->last && t > p->outer->first + 2 &&
           ent_token_is(work, t - 1, "its") && ent_token_is(work, t - 2, "on");
}

/* "United Nations Office", "General Assembly resolution"; not the head of the name itself ("Group on Widgets"). */
bool ent_pair_begins_with(const ent_layout_work *work, const ent_name_pair *p)
{
    uint32_t first = p->outer->first, behind = p->inner->last;
    bool begins = p->inner->first == first || (p->inner->first == first + 1 && ent_token_is(work, first, "the"));
    return begins && behind < p->outer->last && !ent_token_in_list(work, behind, ENT_LIST(LINK)) &&
           !ent_token_is_mark(work, behind);
}

/* "resolution establishing the WG", "that creates the WG". */
bool ent_pair_is_set_up(const ent_layout_work *work, const ent_name_pair *p)
{
    static const char *const words[] = {"establishing", "creating",  "establishes", "established", "creates",
                                        "created",      "launching", "setting",     "sets",        "set"};
    return p->outer->flags & ENT_MENTION_DESCRIBED && p->inner->last == p->outer->last &&
           ent_pair_has_word(work, p, words, N(words));
}

/* "Constitutive Agreement of the Widget Agency", "agreement for the creation of the Agency": what founds the body. */
bool ent_pair_is_founding(const ent_layout_work *work, const ent_name_pair *p)
{
    static const char *const founding[] = {"constitutive",  "constituent",  "founding",     "creation",  "creating",
                                           "establishment", "establishing", "constituting", "establish", "create"};
    static const char *const texts[] = {"agreement", "treaty",  "convention", "memorandum", "protocol",
                                        "act",       "charter", "accord",     "pact",       "arrangement"};
    const ent_kinds bodies = ENT_KIND_BIT(ENT_FORUM) | ENT_KIND_BIT(ENT_ORGANIZATION) | ENT_KIND_BIT(ENT_BLOC);
    return ent_kinds_has(bodies, p->inner->kind) && p->inner->source != ENT_BY_CLASS &&
           p->inner->last == p->outer->last && ent_pair_has_word(work, p, founding, N(founding)) &&
           ent_pair_has_word(work, p, texts, N(texts));
}
