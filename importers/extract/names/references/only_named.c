/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "the resolution", "the Widgetish draft resolution", "the council", paragraphs away from where it was named: in a
 * document that names one such text or body it is that one. Under a headline about a resolution of which nothing more
 * is said, "a Council resolution" is a text of its own. */
#include "importers/extract/names/finder.h"

#include "core/model/key.h"

enum { NONE = ENT_UNRESOLVED, SEVERAL = ENT_UNRESOLVED - 1, MAX_MODIFIERS = 4 };

enum {
    TEXTS = ENT_KIND_BIT(ENT_INSTRUMENT),
    BODIES = ENT_KIND_BIT(ENT_FORUM) | ENT_KIND_BIT(ENT_ORGANIZATION),
    MEETINGS = ENT_KIND_BIT(ENT_EVENT) | ENT_KIND_BIT(ENT_FORUM)
};
/* What texts, bodies and meetings are called. */
static const struct {
    const char *word;
    ent_kinds kinds;
} heads[] = {{"resolution", TEXTS},  {"treaty", TEXTS},      {"convention", TEXTS}, {"protocol", TEXTS},
             {"agreement", TEXTS},   {"declaration", TEXTS}, {"committee", BODIES}, {"council", BODIES},
             {"commission", BODIES}, {"assembly", BODIES},   {"agency", BODIES},    {"conference", MEETINGS},
             {"summit", MEETINGS}};
enum { RESOLUTION, N_HEADS = sizeof heads / sizeof *heads };

typedef struct only_named {
    uint32_t word;   /* of the vocabulary */
    uint32_t entity; /* the only one called so, NONE or SEVERAL */
    uint32_t named;  /* the token where it is named first */
    uint32_t until;  /* of meetings: where another one is named first, behind it */
    bool meeting;
} only_named;

/* ---- what the document names ------------------------------------------------------------------------------------- */

/* A headline, or as short as a byline or a date. */
static bool is_above_text(const ent_finder *f, const ent_sentence *sentence)
{
    enum { SHORT = 9 };
    return f->document->blocks.items[sentence->block].kind == ENT_BLOCK_HEADING ||
           sentence->last - sentence->first < SHORT;
}

/* The first sentence of the paragraph under the headline, or 0. */
static uint32_t lead_of(const ent_finder *f)
{
    uint32_t s = 0, n = (uint32_t)f->segments->sentences.n;
    while (s < n && is_above_text(f, &f->segments->sentences.items[s]))
        s++;
    return s < n ? s : 0;
}

/* Whether the word of the head stands in it, with a small or a capital letter. */
static bool says(ent_str s, size_t head)
{
    const char *word = heads[head].word;
    ent_str behind = ent_str_from(word + 1);
    size_t at = s.len ? ent_str_find(s, behind, 1) : ENT_STR_NONE;
    while (at != ENT_STR_NONE && ent_to_lower(s.data[at - 1]) != word[0])
        at = ent_str_find(s, behind, at + 1);
    return at != ENT_STR_NONE;
}

/* "Widget Conference" and its fifth session: one is a part of the other, by its key. */
static bool is_part(const ent_finder *f, uint32_t part, uint32_t whole)
{
    ent_kind kind;
    ent_str slug, of;
    return ent_key_parse(f->out->entities.items[part].key, &kind, &slug) &&
           ent_key_parse(f->out->entities.items[whole].key, &kind, &of) && slug.len > of.len &&
           ent_str_starts(slug, of) && ent_str_starts(ent_str_slice(slug, of.len, slug.len), ENT_STR("-session-"));
}

/* Another meeting than the one called so before: up to where the second is named, the first is meant. */
static void count_meeting(const ent_finder *f, only_named *one, uint32_t entity, uint32_t token)
{
    if (is_part(f, entity, one->entity) || is_part(f, one->entity, entity)) {
        one->entity = is_part(f, entity, one->entity) ? one->entity : entity;
        one->named = token < one->named ? token : one->named;
    } else if (token < one->named) {
        *one = (only_named){one->word, entity, token, one->named, true};
    } else {
        one->until = token < one->until ? token : one->until;
    }
}

static void count(const ent_finder *f, only_named *all, uint32_t entity, uint32_t token, uint32_t lead)
{
    const ent_named *named = &f->out->entities.items[entity];
    if (ent_attribute_get(named->attributes, ENT_STR("titled")).len)
        return; /* "The Widget Treaty at 10", a report */
    if (token >= lead && ent_str_find(named->name, ENT_STR(" submitted by "), 0) != ENT_STR_NONE)
        return; /* "the resolution traditionally submitted by Oz": in passing, another one */
    ent_str form = ent_attribute_get(named->attributes, ENT_STR("form"));
    for (size_t h = 0; h < N_HEADS; h++) {
        bool kind = ent_kinds_has(heads[h].kinds, named->kind);
        if (!kind || (!says(named->name, h) && !says(form, h)))
            continue;
        if (all[h].entity < SEVERAL && all[h].entity != entity && all[h].meeting) {
            count_meeting(f, &all[h], entity, token);
            continue;
        }
        if (all[h].entity != NONE && all[h].entity != entity)
            all[h].entity = SEVERAL;
        else
            all[h].entity = entity;
        all[h].named = token < all[h].named ? token : all[h].named;
    }
}

/* The text or body that a candidate names, or ENT_UNRESOLVED. */
static uint32_t entity_of(ent_finder *f, const ent_candidate *c)
{
    return !c->gone && ent_kinds_has(TEXTS | BODIES | MEETINGS, c->mention.kind) ? ent_finder_names(f, c)
                                                                                 : ENT_UNRESOLVED;
}

/* What every text and body is called that is named. */
static void gather(ent_finder *f, only_named *all)
{
    for (size_t h = 0; h < N_HEADS; h++)
        all[h] = (only_named){ent_vocabulary_find(f->vocabulary, ent_str_from(heads[h].word)), NONE, UINT32_MAX,
                              UINT32_MAX, heads[h].kinds == MEETINGS};
    for (size_t i = 0; i < f->items.n;
         i++) /* names what is not named yet, so that there are as many as there will be */
        entity_of(f, &f->items.items[i]);
    uint32_t *first = ENT_ARENA_NEW(f->arena, uint32_t, f->out->entities.n); /* token + 1; 0: not named */
    for (size_t i = 0; i < f->items.n; i++) {
        uint32_t entity = entity_of(f, &f->items.items[i]), token = f->items.items[i].mention.first;
        if (entity != ENT_UNRESOLVED && (!first[entity] || token < first[entity]))
            first[entity] = token + 1;
    }
    uint32_t lead = f->segments->sentences.n ? f->segments->sentences.items[lead_of(f)].last : 0;
    for (uint32_t entity = 0; entity < f->out->entities.n; entity++)
        if (first[entity])
            count(f, all, entity, first[entity] - 1, lead);
    for (size_t h = 0; h < N_HEADS && f->out->self_instrument != UINT32_MAX; h++)
        if (says(f->out->entities.items[f->out->self_instrument].name, h))
            all[h].entity = SEVERAL; /* what the document itself is called has passes of its own */
}

/* ---- the headline ------------------------------------------------------------------------------------------------ */

/* A resolution that is told by what it is about, in a sentence of its own. */
static bool is_described(ent_finder *f, const ent_candidate *c, uint32_t sentence)
{
    if (c->gone || c->mention.sentence != sentence || !(c->mention.flags & ENT_MENTION_DESCRIBED) ||
        c->mention.kind != ENT_INSTRUMENT || ent_finder_names(f, c) == ENT_UNRESOLVED ||
        ent_finder_over(f, c->mention.first) != c) /* "draft resolution on widgets" of "… (A/C.1/99/L.5)" */
        return false;
    const ent_named *named = &f->out->entities.items[ent_finder_names(f, c)];
    return named->entry == UINT32_MAX && says(ent_attribute_get(named->attributes, ENT_STR("form")), RESOLUTION);
}

/* "resolution-on-widgets-fails-in-council" under "Resolution on widgets fails in Council": the headline as an address.
 */
static bool is_address_of(ent_finder *f, const ent_candidate *headline, const ent_candidate *below)
{
    const ent_named *items = f->out->entities.items;
    return ent_str_starts(items[ent_finder_names(f, below)].key, items[ent_finder_names(f, headline)].key);
}

/* The resolution that the headline tells of is the one that the first sentence under it tells more of, or else the only
 * one that is told of below. */
static void join_headline(ent_finder *f)
{
    uint32_t lead = lead_of(f), below = NONE, later = NONE;
    ent_candidate *above = NULL, *again = NULL;
    for (size_t i = 0; lead && i < f->items.n; i++) {
        ent_candidate *c = &f->items.items[i];
        if (!is_described(f, c, c->mention.sentence))
            continue;
        uint32_t entity = ent_finder_names(f, c);
        if (c->mention.sentence < lead) {
            again = above;
            above = c;
        } else if (c->mention.sentence == lead)
            below = below == NONE ? entity : below;
        else
            later = later == NONE || later == entity ? entity : SEVERAL;
    }
    below = below == NONE ? later : below;
    if (again && below < SEVERAL && is_address_of(f, again, above))
        again->mention.entity = below;
    if (above && below < SEVERAL)
        above->mention.entity = below;
}

/* ---- what stands around a head ----------------------------------------------------------------------------------- */

/* "the [Council draft] resolution", "[Widgetland's draft] resolution": where that begins, behind the article. */
static uint32_t phrase_begin(const ent_finder *f, const ent_sentence *sentence, uint32_t head)
{
    uint32_t first = head;
    for (int i = 0; i < MAX_MODIFIERS && first > sentence->first; i++) {
        const ent_candidate *over = ent_finder_over(f, first - 1);
        if (over && (over->mention.kind == ENT_STATE || over->mention.kind == ENT_ORGANIZATION ||
                     over->mention.kind == ENT_FORUM))
            first = over->mention.first;
        else if (ent_finder_reads(f, first - 1, head, "draft") || ent_finder_is(f, first - 1, f->words.possessive))
            first--;
        else
            break;
    }
    return first;
}

/* "a legally binding treaty", "talks on a new treaty": one that is none yet, or another one. */
static bool is_another(const ent_finder *f, const ent_sentence *sentence, uint32_t head)
{
    static const char *const words[] = {"a",        "an",       "any",  "another", "new", "future",
                                        "possible", "proposed", "such", "no",      NULL};
    for (uint32_t i = head; i > sentence->first && head - i < MAX_MODIFIERS; i--) {
        if (ent_finder_reads_any(f, i - 1, head, words))
            return true;
        if (f->tokens[i - 1].kind != ENT_TOKEN_WORD || ent_finder_lists(f, i - 1) & ENT_LIST(LINK))
            return false;
    }
    return false;
}

/* "a Widgetish summit", "the Blorp summit": whether the word before the head at `head` is a State's, or the place where
 * the meeting was held. */
static bool says_where(const ent_finder *f, const only_named *one, uint32_t head)
{
    if (one->entity >= SEVERAL || !ent_finder_is_capital(f, head - 1) || ent_finder_over(f, head - 1))
        return false;
    ent_str word = ent_token_text(f->segments, head - 1);
    ent_str place = ent_attribute_get(f->out->entities.items[one->entity].attributes, ENT_STR("place"));
    return ent_str_eq_nocase(place, word) ||
           ent_lexicon_find_name(f->lexicon, f->vocabulary, ENT_STATE, word) != UINT32_MAX;
}

/* It is said which one: "the resolution on widgets", "the treaty of 1967", "the treaty bodies". */
static bool goes_on(const ent_finder *f, uint32_t at, uint32_t end)
{
    static const char *const words[] = {"of",     "on", "from",   "titled", "entitled",
                                        "called", "(",  "bodies", "body",   NULL};
    return at < end &&
           (ent_finder_reads_any(f, at, end, words) || ent_finder_is_quote(f, at) || ent_finder_is_number(f, at) ||
            f->tokens[at].flags & ENT_TOKEN_HYPHEN || (ent_finder_is_capital(f, at) && !ent_finder_over(f, at)));
}

/* Which head may name something again at the token, or N_HEADS. */
static size_t head_at(ent_finder *f, const only_named *all, uint32_t token, uint32_t end)
{
    if (!(ent_finder_lists(f, token) & ENT_LIST(SMALL_REFERENCE)))
        return N_HEADS;
    size_t h = N_HEADS;
    const ent_candidate *over = ent_finder_over(f, token);
    bool open = !over || (over->mention.kind == ENT_INSTRUMENT && over->mention.flags & ENT_MENTION_DESCRIBED &&
                          over->mention.last == token + 1 && ent_finder_names(f, over) == ENT_UNRESOLVED);
    if (open && !goes_on(f, token + 1, end))
        for (h = 0; h < N_HEADS && !ent_finder_is(f, token, all[h].word);)
            h++;
    return h;
}

/* ---- references -------------------------------------------------------------------------------------------------- */

/* "a Council draft resolution" gives the headline's text its name; that of another document has another key. */
static void name_headlined(ent_finder *f, only_named *one, uint32_t first, uint32_t head)
{
    ent_str name = ent_finder_name(f, first, head + 1);
    ent_str whole = ent_arena_join(f->arena, name, ENT_STR(" "), f->document->title);
    bool draft = ent_finder_reads(f, head - 1, head, "draft");
    one->entity =
        ent_mentions_entity(f->arena, f->out, ENT_INSTRUMENT, ent_key_make(f->arena, ENT_INSTRUMENT, whole), name,
                            draft ? ENT_STR("form=resolution; status=draft") : ENT_STR("form=resolution"));
    one->named = first;
}

/* Whether the words [first, head] may mean one named before. "A resolution, and the draft resolution" are two. */
static bool is_reference(const ent_finder *f, const ent_sentence *sentence, const only_named *one, uint32_t first,
                         uint32_t head, bool resolution)
{
    bool draft = ent_finder_reads(f, first, head, "draft");
    bool the = first > sentence->first && ent_finder_is(f, first - 1, f->words.the);
    bool owned = first + draft < head && !is_another(f, sentence, first);
    bool later = one->named > head && !one->meeting; /* "The Conference was opened by the President of the Fifth …" */
    bool between = one->named < head && head < one->until;
    if (one->entity >= SEVERAL || later || (one->until != UINT32_MAX && !between) ||
        (draft && one->named >= sentence->first))
        return false;
    if (one->meeting && first < head) /* "a Widgetish summit" */
        return first > sentence->first && (the || ent_finder_reads(f, first - 1, first, "a"));
    return resolution ? the || owned : the && first == head;
}

/* The head at the token refers to the only one called so, or names the headline's text. */
static void refer(ent_finder *f, only_named *one, uint32_t s, uint32_t head, bool resolution)
{
    const ent_sentence *sentence = &f->segments->sentences.items[s];
    uint32_t first = phrase_begin(f, sentence, head);
    if (one->meeting && first == head && head > sentence->first + 1 && says_where(f, one, head))
        first--;
    const ent_candidate *owner = first < head ? ent_finder_over(f, first) : NULL;
    bool headlined = resolution && owner && one->entity == NONE && says(f->document->title, RESOLUTION);
    if (headlined)
        name_headlined(f, one, first, head);
    if (!headlined && !is_reference(f, sentence, one, first, head, resolution))
        return;
    ent_candidate *over = ent_finder_over(f, head);
    if (over) {
        over->mention.entity = one->entity;
        return;
    }
    if (!owner || owner->mention.kind == ENT_STATE) /* whose text it is says a rule */
        first = head - (head > first && ent_finder_reads(f, head - 1, head, "draft"));
    ent_kind kind = f->out->entities.items[one->entity].kind;
    ent_finder_add(f, ent_finder_candidate(s, first, head + 1, kind, ENT_BY_REFERENCE, one->entity, 0.65f));
}

/* The State whose resolution the phrase before the head says it is, or NONE. */
static uint32_t owner_of(ent_finder *f, const ent_sentence *sentence, uint32_t head)
{
    uint32_t first = phrase_begin(f, sentence, head);
    const ent_candidate *over = first < head ? ent_finder_over(f, first) : NULL;
    return over && over->mention.kind == ENT_STATE ? ent_finder_names(f, over) : NONE;
}

typedef struct head {
    uint32_t token, sentence;
    size_t is; /* of `heads` */
} head;
typedef ENT_VEC(head) head_vec;

static head_vec find_heads(ent_finder *f, const only_named *all)
{
    head_vec found = {0};
    for (uint32_t s = 0; s < f->segments->sentences.n; s++) {
        const ent_sentence *sentence = &f->segments->sentences.items[s];
        for (uint32_t i = sentence->first; i < sentence->last; i++) {
            size_t is = head_at(f, all, i, sentence->last);
            if (is < N_HEADS)
                ent_vec_push(f->arena, &found, (head){i, s, is});
        }
    }
    return found;
}

/* One of the sort that is none yet: then "the treaty" may be that one. Two States' resolutions are two. */
static void look_for_others(ent_finder *f, only_named *all, const head_vec *found)
{
    uint32_t owner = NONE;
    for (size_t i = 0; i < found->n; i++) {
        const head *at = &found->items[i];
        const ent_sentence *sentence = &f->segments->sentences.items[at->sentence];
        bool resolution = at->is == RESOLUTION;
        uint32_t own = resolution ? owner_of(f, sentence, at->token) : NONE;
        bool here = all[at->is].meeting && at->token > sentence->first && says_where(f, &all[at->is], at->token);
        bool other =
            resolution ? own != NONE && owner != NONE && own != owner : is_another(f, sentence, at->token) && !here;
        if (other)
            all[at->is].entity = SEVERAL;
        owner = own != NONE ? own : owner;
    }
}

void ent_resolve_only_named(ent_finder *f)
{
    only_named all[N_HEADS];
    join_headline(f);
    gather(f, all);
    head_vec found = find_heads(f, all);
    look_for_others(f, all, &found);
    for (size_t i = 0; i < found.n; i++)
        refer(f, &all[found.items[i].is], found.items[i].sentence, found.items[i].token,
              found.items[i].is == RESOLUTION);
}
