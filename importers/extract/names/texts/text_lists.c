/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several texts that are told together by what each is about: "three resolutions – on widgets, on gears, as well as on
 * cogs", "draft resolutions on widgets and on gears". "The first document", "the second text" near by is that one. */
#include "importers/extract/names/names.h"

#include "core/model/key.h"

enum { MAX_TEXTS = 12, MAX_WORDS = 40, BLOCKS_AFTER = 3 };

typedef struct enumeration {
    uint32_t entities[MAX_TEXTS];
    uint32_t n, block; /* the block where they stand */
} enumeration;

/* The "on" of the first subject: at once, or behind a dash or colon. */
static uint32_t first_on(const ent_finder *f, uint32_t at, uint32_t end)
{
    enum { REACH = 8 };
    static const char *const marks[] = {":", "-", "–", "—", NULL};
    if (ent_finder_is(f, at, f->words.on) && !(ent_finder_lists(f, at + 1) & ENT_LIST(MONTH)))
        return at;
    for (uint32_t i = at; i + 1 < end && i < at + REACH; i++) {
        if (ent_finder_reads_any(f, i, end, marks))
            return ent_finder_is(f, i + 1, f->words.on) ? i + 1 : 0;
        bool month = ent_finder_lists(f, i) & ENT_LIST(MONTH);
        if (ent_finder_over(f, i) || (!month && ent_finder_lists(f, i) & ENT_LIST(STOP)))
            return 0;
    }
    return 0;
}

/* Whether the "on" is joined to a subject before it: ", on", "and on", "as well as on". */
static bool goes_on(const ent_finder *f, uint32_t on, uint32_t begin)
{
    static const char *const joins[] = {",", ";", "and", "as", NULL};
    return ent_finder_is(f, on, f->words.on) && on > begin + 1 && ent_finder_reads_any(f, on - 1, on, joins);
}

/* The end of the subject whose "on" it is, without what joins it to the next; *next is the next one's "on", or 0. */
static uint32_t subject_end(const ent_finder *f, uint32_t on, uint32_t end, uint32_t *next)
{
    static const char *const joins[] = {",", ";", "and", "as", "well", "also", NULL};
    *next = 0;
    uint32_t at = on + 1;
    while (at < end && at < on + MAX_WORDS && !goes_on(f, at, on + 1) && !ent_finder_is(f, at, f->words.stop) &&
           !ent_finder_is(f, at, f->words.semicolon))
        at++;
    if (at < end && (goes_on(f, at, on + 1) || (goes_on(f, at + 1, on + 1) && at + 1 < end)))
        *next = at + !goes_on(f, at, on + 1);
    uint32_t last = *next ? at : ent_name_subject_end(f, on + 1, at);
    while (last > on + 1 && ent_finder_reads_any(f, last - 1, end, joins))
        last--;
    return last;
}

static uint32_t add_text(ent_finder *f, uint32_t s, uint32_t head, uint32_t on, uint32_t last)
{
    ent_str several = ent_token_text(f->segments, head);
    ent_str kind = ent_arena_format(f->arena, "%c" ENT_STR_FMT, ent_to_lower(several.data[0]),
                                    ENT_STR_ARG(ent_str_slice(several, 1, several.len - 1)));
    bool draft = ent_finder_reads(f, head - 1, head, "draft");
    ent_str name = ent_arena_join(f->arena, kind, ENT_STR(" "), ent_finder_name(f, on, last));
    ent_str attributes =
        ent_arena_format(f->arena, "form=" ENT_STR_FMT "%s", ENT_STR_ARG(kind), draft ? "; status=draft" : "");
    uint32_t entity = ent_finder_entity(f, ENT_INSTRUMENT, name, attributes);
    ent_candidate c = ent_finder_candidate(s, on, last, ENT_INSTRUMENT, ENT_BY_FORM, entity, 0.75f);
    c.mention.flags |= ENT_MENTION_DESCRIBED;
    ent_finder_add(f, c);
    return entity;
}

/* The texts that the word at `head` counts; returns the token behind them, or the one behind the word. */
static uint32_t enumerate(ent_finder *f, uint32_t s, uint32_t head, enumeration *out)
{
    const ent_sentence *sentence = &f->segments->sentences.items[s];
    uint32_t on = first_on(f, head + 1, sentence->last), next = 0, behind = head + 1;
    if (!on || head == sentence->first || (subject_end(f, on, sentence->last, &next), !next))
        return behind;
    *out = (enumeration){.block = sentence->block};
    for (; on && out->n < MAX_TEXTS; on = next) {
        uint32_t last = subject_end(f, on, sentence->last, &next);
        if (last <= on + 1)
            break;
        out->entities[out->n++] = add_text(f, s, head, on, last);
        behind = last;
    }
    return behind;
}

/* "the first document": the text of the enumeration before. */
static void refer(ent_finder *f, uint32_t s, uint32_t head, const enumeration *before)
{
    static const char *const words[] = {"resolution", "document", "text", "draft", "decision", "paper", "one", NULL};
    const ent_sentence *sentence = &f->segments->sentences.items[s];
    if (!before->n || head < sentence->first + 2 || sentence->block > before->block + BLOCKS_AFTER ||
        !ent_finder_reads_any(f, head, sentence->last, words) || ent_finder_over(f, head) ||
        !ent_finder_is(f, head - 2, f->words.the))
        return;
    uint32_t first = head - 1;
    int64_t which = ent_part_ordinal(f, head - 1, &first);
    which = ent_finder_reads(f, head - 1, head, "last") ? before->n : which;
    if (which > 0 && which <= before->n)
        ent_finder_add(f, ent_finder_candidate(s, head - 1, head + 1, ENT_INSTRUMENT, ENT_BY_REFERENCE,
                                               before->entities[which - 1], 0.8f));
}

/* "the resolution on widgets" that is one of those enumerated, told in fewer words: "on widgets in orbit". */
static void join_shorter(ent_finder *f, const enumeration *all)
{
    for (size_t i = 0; i < f->items.n; i++) {
        ent_candidate *c = &f->items.items[i];
        uint32_t entity = c->gone || c->mention.kind != ENT_INSTRUMENT ? ENT_UNRESOLVED : ent_finder_names(f, c);
        if (entity == ENT_UNRESOLVED || !(c->mention.flags & ENT_MENTION_DESCRIBED))
            continue;
        ent_str name = f->out->entities.items[entity].name;
        size_t on = ent_str_find(name, ENT_STR(" on "), 0);
        for (uint32_t k = 0; k < all->n && on != ENT_STR_NONE; k++) {
            ent_str whole = f->out->entities.items[all->entities[k]].name;
            size_t at = ent_str_find(whole, ENT_STR(" on "), 0) + 4;
            at += ent_str_starts(ent_str_slice(whole, at, whole.len), ENT_STR("the ")) ? 4 : 0;
            ent_str about = ent_str_slice(name, on + 4, name.len);
            if (about.len + at < whole.len && ent_str_starts(ent_str_slice(whole, at, whole.len), about) &&
                whole.data[at + about.len] == ' ')
                c->mention.entity = all->entities[k];
        }
    }
}

void ent_find_text_lists(ent_finder *f)
{
    enumeration latest = {0};
    for (uint32_t s = 0; s < f->segments->sentences.n; s++)
        for (uint32_t i = f->segments->sentences.items[s].first; i < f->segments->sentences.items[s].last; i++) {
            if (ent_finder_cues(f, i, f->n_tokens, ENT_CUE(SEVERAL_TEXTS)) && !ent_finder_over(f, i))
                i = enumerate(f, s, i, &latest) - 1;
            else if (latest.n && ent_finder_lists(f, i - (i > 0)) & ENT_LIST(ORDINAL))
                refer(f, s, i, &latest);
        }
    if (latest.n)
        join_shorter(f, &latest);
}
