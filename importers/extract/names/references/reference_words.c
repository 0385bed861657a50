/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/names/references/reference_words.h"

#include "core/model/key.h"
#include "importers/extract/names/bodies/organ_names.h"

static bool is_titled(const ent_finder *f, uint32_t sentence)
{
    return f->document->blocks.items[f->segments->sentences.items[sentence].block].kind == ENT_BLOCK_HEADING;
}

/* "The Widget Assembly,": a line that names a body and goes on in the clauses under it. */
static bool names_author(const ent_finder *f, const ent_sentence *line)
{
    uint32_t first = line->first + ent_finder_is(f, line->first, f->words.the);
    const ent_candidate *over = first < line->last ? ent_finder_over(f, first) : NULL;
    return over && over->mention.kind == ENT_FORUM && over->mention.first == first &&
           over->mention.last + 1 == line->last && ent_finder_is(f, over->mention.last, f->words.comma);
}

uint32_t ent_reference_front(const ent_finder *f)
{
    enum { FRONT = 30 };
    uint32_t titles = 0;
    for (uint32_t s = 0; s < f->segments->sentences.n && s < FRONT; s++)
        if (names_author(f, &f->segments->sentences.items[s]))
            return f->segments->sentences.items[s].last;
    while (titles < f->segments->sentences.n && is_titled(f, titles))
        titles++;
    return titles ? f->segments->sentences.items[titles - 1].last : 0;
}

uint32_t ent_reference_opening(const ent_finder *f)
{
    uint32_t sentence = 0;
    while (sentence < f->segments->sentences.n && is_titled(f, sentence))
        sentence++;
    return sentence < f->segments->sentences.n ? f->segments->sentences.items[sentence].last : f->n_tokens;
}

bool ent_reference_goes_on(const ent_finder *f, uint32_t head, uint32_t end)
{
    uint32_t next = head + 1;
    if (next >= end)
        return false;
    bool titled = next + 1 < end && ent_finder_reads(f, head, end, "resolution") &&
                  ent_finder_is_quote(f, next + ent_finder_is(f, next, f->words.comma));
    bool capital =
        ent_finder_is_capital(f, next) && !ent_finder_over(f, next) && !(ent_finder_lists(f, next) & ENT_LIST(STARTER));
    if ((ent_finder_is_capital(f, head) && capital) || titled || f->tokens[next].flags & ENT_TOKEN_HYPHEN)
        return true;
    bool for_ = ent_finder_is(f, next, f->words.for_) && next + 1 < end && ent_finder_is_capital(f, head) &&
                ent_finder_is_capital(f, next + 1) && !ent_finder_over(f, next + 1); /* "the Centre for Quux" */
    if (for_ || ent_finder_is(f, next, f->words.of) || ent_str_eq(ent_token_text(f->segments, next), ENT_STR("from")))
        return true;
    bool dated = next + 1 < end && (f->tokens[next + 1].kind == ENT_TOKEN_NUMBER ||
                                    ent_finder_lists(f, next + 1) & ENT_LIST(MONTH)); /* "the treaty on 3 May" */
    return ent_finder_is(f, next, f->words.on) && !ent_finder_is_capital(f, head) && !dated;
}

ent_kinds ent_reference_kinds(const ent_finder *f, uint32_t head)
{
    uint64_t lists = ent_finder_lists(f, head);
    ent_kinds kinds = 0;
    if (lists & ENT_LIST(FORUM_HEAD))
        kinds |= ENT_KIND_BIT(ENT_FORUM) | ENT_KIND_BIT(ENT_ORGANIZATION) | ENT_KIND_BIT(ENT_BLOC);
    if (lists & (ENT_LIST(ORGANIZATION_HEAD) | ENT_LIST(ORGANIZATION_TAIL)))
        kinds |= ENT_KIND_BIT(ENT_ORGANIZATION) | ENT_KIND_BIT(ENT_BLOC) | ENT_KIND_BIT(ENT_FORUM);
    if (lists & (ENT_LIST(INSTRUMENT_HEAD) | ENT_LIST(SELF) | ENT_LIST(DOCUMENT_HEAD)))
        kinds |= ENT_KIND_BIT(ENT_INSTRUMENT);
    if (lists & ENT_LIST(EVENT_HEAD) || kinds == 0)
        kinds |= ENT_KIND_BIT(ENT_EVENT) | (ent_finder_is_capital(f, head) ? ENT_KIND_BIT(ENT_FORUM) : 0);
    return kinds;
}

/* "the Widget Union's Council", "the Authority's Assembly". */
static bool is_bodys_organ(const ent_finder *f, uint32_t owner, uint32_t head)
{
    const ent_candidate *over = ent_finder_over(f, owner);
    bool body = over ? over->mention.kind == ENT_ORGANIZATION
                     : ent_finder_is_capital(f, owner) && ent_finder_lists(f, owner) & ENT_LIST(ORGANIZATION_TAIL);
    return body && ent_finder_is_capital(f, head) && ent_is_organ_word(ent_token_text(f->segments, head));
}

bool ent_reference_is_led(const ent_finder *f, const ent_sentence *sentence, uint32_t head, bool *pointed)
{
    enum { MEETING_WORDS = 5 }; /* "the capacity-building workshop" */
    bool meeting = (ent_finder_lists(f, head) & ENT_LIST(DESCRIBED_EVENT)) != 0;
    static const char *const members[] = {"members", "member", NULL};
    uint32_t before = head;
    *pointed = false;
    if (ent_finder_is_capital(f, head) && ent_finder_reads_any(f, head + 1, sentence->last, members))
        return true; /* "the other 23 Panel members" */
    for (int passed = 0; passed < (meeting ? MEETING_WORDS : 2) && before > sentence->first; passed++, before--) {
        uint32_t at = before - 1;
        if (ent_finder_is(f, at, f->words.this_)) {
            *pointed = true;
            return true;
        }
        ent_str text = ent_token_text(f->segments, at);
        bool year = ent_finder_is(f, at, f->words.possessive) && at > sentence->first + 1 &&
                    ent_str_eq(ent_token_text(f->segments, at - 1), ENT_STR("year"));
        if (year && ent_finder_is(f, at - 2, f->words.this_)) { /* "this year's conference" */
            *pointed = true;
            return true;
        }
        if (before == head && ent_finder_is(f, at, f->words.possessive))
            return at > sentence->first && is_bodys_organ(f, at - 1, head);
        if (ent_finder_is(f, at, f->words.the)) {
            *pointed = before != head && ent_str_eq_nocase(ent_token_text(f->segments, before), ENT_STR("present"));
            return true;
        }
        bool modifier = ent_str_eq_nocase(text, ENT_STR("draft")) || ent_str_eq_nocase(text, ENT_STR("present")) ||
                        ent_str_eq_nocase(text, ENT_STR("Working")) || ent_str_eq_nocase(text, ENT_STR("sub")) ||
                        ent_str_eq_nocase(text, ENT_STR("joint")) || ent_str_eq_nocase(text, ENT_STR("side"));
        bool of_meeting = meeting && ent_finder_cues(f, at, head, ENT_CUE(MEETING_MODIFIER));
        if (!modifier && !of_meeting)
            return false;
    }
    return false;
}

bool ent_reference_is_another_meeting(const ent_finder *f, uint32_t sentence, uint32_t head, uint32_t from)
{
    static const char *const told[] = {"meeting",  "meetings", "met",           "meets",      "session",
                                       "sessions", "talks",    "consultations", "conference", NULL};
    for (uint32_t t = head - 1; t-- > from;) {
        const ent_candidate *over = ent_finder_over(f, t);
        if (over && over->mention.kind == ENT_EVENT)
            return t >= f->segments->sentences.items[sentence].first;
        if (!over && ent_finder_reads_any(f, t, head, told))
            return true;
    }
    return false;
}

bool ent_reference_is_sub(const ent_finder *f, uint32_t head)
{
    return f->tokens[head].flags & ENT_TOKEN_HYPHEN &&
           ent_str_eq_nocase(ent_token_text(f->segments, head - 1), ENT_STR("sub"));
}

bool ent_reference_is_several(const ent_finder *f, uint32_t head, uint32_t entity)
{
    uint32_t word = f->tokens[head].word;
    ent_kind kind = f->out->entities.items[entity].kind;
    bool body = kind == ENT_FORUM || kind == ENT_ORGANIZATION || kind == ENT_EVENT;
    return body && f->vocabulary->singulars.items[word] != word;
}

bool ent_reference_is_phrase(const ent_finder *f, uint32_t head)
{
    static const char *const taking[] = {"participated", "participating", "participate", "participants",
                                         "part",         "speaking",      "interest",    NULL};
    bool in = head > 2 && ent_finder_is(f, head - 2, f->words.in) && head + 1 < f->n_tokens;
    return in && !ent_finder_is_punct(f, head + 1) && !ent_finder_reads_any(f, head - 3, head, taking);
}

bool ent_has_draft_symbol(const ent_named *named)
{
    return ent_str_find(named->key, ENT_STR("-l-"), 0) != ENT_STR_NONE;
}

bool ent_is_draft(const ent_named *named)
{
    return ent_str_eq(ent_attribute_get(named->attributes, ENT_STR("status")), ENT_STR("draft")) ||
           ent_has_draft_symbol(named) || ent_str_find(named->name, ENT_STR("raft "), 0) != ENT_STR_NONE;
}

bool ent_is_united(const ent_named *named)
{
    return named->kind == ENT_BLOC && !ent_attribute_get(named->attributes, ENT_STR("class")).len;
}
