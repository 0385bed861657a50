/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/rules/row.h"

#include "importers/extract/rules/coordination.h"

/* "UN agencies", "ITU officials", "Chile's UN ambassador": the name only tells whose they are, or where. */
static bool owns_next(const ent_building *b, const ent_mention *m, uint32_t sentence_last)
{
    static const char *const owned[] = {
        "agencies",  "organizations", "organisations", "officials", "experts",    "entities",   "bodies", "organs",
        "diplomats", "staff",         "sources",       "observers", "Ambassador", "ambassador", "envoy",  "researcher",
        "analyst",   "fellow",        "expert",        "scientist", "scholar",    "committee",  "panel"};
    if (m->kind != ENT_ORGANIZATION || m->last >= sentence_last)
        return false;
    ent_str next = ent_token_text(b->row->segments, m->last);
    for (size_t i = 0; i < sizeof owned / sizeof *owned; i++)
        if (ent_str_is(next, owned[i]))
            return true;
    return false;
}

/* “A Treaty”: the marks around a name that is all they hold. */
static bool is_quoted(const ent_building *b, const ent_mention *m, const ent_sentence *sentence)
{
    return m->first > sentence->first && m->last < sentence->last &&
           ent_token_is_quote(b->row->segments, m->first - 1) && ent_token_is_quote(b->row->segments, m->last);
}

/* "two UN organizations, A and B": they are told, and not whose they are. */
static bool tells_whose_bodies(const ent_building *b, const ent_mention *m, uint32_t sentence_last)
{
    static const char *const bodies[] = {"agencies", "organizations", "organisations", "entities",
                                         "bodies",   "programmes",    "institutions",  NULL};
    return m->kind == ENT_ORGANIZATION && m->last + 1 < sentence_last &&
           ent_str_is_any(ent_token_text(b->row->segments, m->last), bodies) &&
           (ent_building_reads(b, m->last + 1, ',') || ent_building_reads(b, m->last + 1, ':') ||
            ent_building_reads(b, m->last + 1, '('));
}

/* "an SBI conclusion": a body that only tells whose text it is. */
static bool tells_whose_text(const ent_building *b, const ent_mention *m, uint32_t sentence_last)
{
    static const char *const texts[] = {"conclusion", "conclusions", "decision", "decisions", "document", "documents",
                                        "text",       "texts",       "outcome",  "outcomes",  NULL};
    return m->kind == ENT_FORUM && m->last < sentence_last &&
           ent_str_is_any_nocase(ent_token_text(b->row->segments, m->last), texts);
}

/* "the Government of Chile" is Chile: whether the "of" at `of` joins the two. */
static bool stands_for(const ent_building *b, const ent_sentence *sentence, const ent_mention *m, uint32_t of)
{
    return (m->kind == ENT_STATE || m->kind == ENT_BLOC) && of > sentence->first &&
           ent_str_eq_nocase(ent_token_text(b->row->segments, of), ENT_STR("of")) &&
           ent_building_has(b, b->rules->cues.government, ent_row_token(b->row, of - 1)->word);
}

/* "Jane Roe, who chairs [the WG], urged": the object of a relative clause is no subject. */
static bool is_object_of_who(const ent_building *b, const ent_sentence *sentence, const ent_mention *m)
{
    enum { REACH = 5 };
    uint32_t words = 0;
    for (uint32_t at = m->first; at > sentence->first && m->first - at < REACH;) {
        const ent_token *t = ent_row_token(b->row, --at);
        if (t->kind != ENT_TOKEN_WORD)
            return false;
        if (ent_str_eq(ent_token_text(b->row->segments, at), ENT_STR("who")))
            return words > 0;
        words += !ent_building_has(b, b->rules->cues.determiner, t->word);
    }
    return false;
}

/* Whether a preposition or a possessive governs the mention, or it is what somebody "who chairs it" does; determiners
 * may stand between, and before a name that takes an article an adjective ("of the recent OEWG", but not "at the
 * meeting China"). */
static bool is_embedded(const ent_building *b, const ent_sentence *sentence, const ent_mention *m)
{
    if ((m->last < sentence->last && ent_building_owns(b, m->last)) || owns_next(b, m, sentence->last) ||
        is_object_of_who(b, sentence, m))
        return true;
    bool adjective = m->kind != ENT_STATE && m->kind != ENT_PERSON;
    for (uint32_t at = m->first; at > sentence->first;) {
        const ent_token *t = ent_row_token(b->row, --at);
        if (stands_for(b, sentence, m, at)) {
            at--;
            continue;
        }
        if (ent_building_has(b, b->rules->cues.preposition, t->word))
            return true;
        if (ent_building_has(b, b->rules->cues.determiner, t->word))
            continue;
        bool passable = adjective && t->kind == ENT_TOKEN_WORD &&
                        !ent_building_has(b, b->rules->cues.clause, t->word) &&
                        !ent_building_has(b, b->rules->cues.conjunction, t->word);
        adjective = false;
        if (!passable)
            return false;
    }
    return false;
}

static uint8_t told_of(const ent_building *b, uint32_t word)
{
    return b->rules->told[ent_classes_known(&b->rules->classes, word)];
}

/* "Failed to": says no to the verb behind it. */
static bool is_failing(const ent_building *b, uint32_t token)
{
    const ent_token *t = ent_row_token(b->row, token);
    return told_of(b, t->word) & ENT_WORD_FAILS &&
           token + 1 < b->row->segments->sentences.items[b->row->sentence].last &&
           ent_building_has(b, b->rules->cues.preposition, t[1].word) &&
           ent_str_eq(ent_token_text(b->row->segments, token + 1), ENT_STR("to"));
}

/* "Has since been ratified": no clause of its own. */
static bool is_adverbial(const ent_building *b, uint32_t token)
{
    return token > b->row->segments->sentences.items[b->row->sentence].first &&
           ent_str_eq_nocase(ent_token_text(b->row->segments, token), ENT_STR("since")) &&
           ent_building_has(b, b->rules->cues.auxiliary, ent_row_token(b->row, token - 1)->word);
}

static void add_token(ent_building *b, uint32_t token)
{
    const ent_token *t = ent_row_token(b->row, token);
    uint8_t told = told_of(b, t->word);
    ent_item item = {.first = token,
                     .last = token + 1,
                     .member = (uint32_t)b->row->members.n,
                     .word = ent_classes_known(&b->rules->classes, t->word)};
    bool failed = token > b->row->segments->sentences.items[b->row->sentence].first && is_failing(b, token - 1);
    if (failed)
        item.word = 0; /* "to" of another verb than the one behind it */
    if (told & ENT_WORD_PASSED || is_failing(b, token) || failed ||
        (t->kind == ENT_TOKEN_WORD && t->word == 0 &&
         ent_str_ends(ent_token_text(b->row->segments, token), ENT_STR("ly"))))
        item.flags |= ENT_ITEM_PASSED;
    if (told & ENT_WORD_CLAUSE)
        item.flags |= is_adverbial(b, token) ? ENT_ITEM_PASSED : ENT_ITEM_CLAUSE;
    if (t->flags & ENT_TOKEN_HYPHEN)
        item.flags |= ENT_ITEM_HYPHEN;
    ent_vec_push(b->arena, &b->row->items, item);
}

/* "Unlike the Treaty, …": what is told is not told of it. */
static bool is_set_against(const ent_building *b, uint32_t sentence_first, const ent_mention *m)
{
    uint32_t at = m->first;
    at -= at > sentence_first && ent_building_has(b, b->rules->cues.determiner, ent_row_token(b->row, at - 1)->word);
    return at > sentence_first && ent_str_eq_nocase(ent_token_text(b->row->segments, at - 1), ENT_STR("unlike"));
}

static void add_mention(ent_building *b, uint32_t mention, const ent_sentence *sentence)
{
    const ent_mention *m = &b->row->mentions->items.items[mention];
    ent_item item = {.first = m->first,
                     .last = m->last,
                     .member = (uint32_t)b->row->members.n,
                     .n_members = 1,
                     .kinds = ENT_KIND_BIT(m->kind)};
    if (m->flags & ENT_MENTION_PLACE || is_set_against(b, sentence->first, m) ||
        tells_whose_text(b, m, sentence->last) || tells_whose_bodies(b, m, sentence->last))
        item.kinds = 0; /* where something was, who did not do it, whose it is */
    if (is_embedded(b, sentence, m))
        item.flags |= ENT_ITEM_EMBEDDED;
    if (ent_row_token(b->row, m->first)->flags & ENT_TOKEN_HYPHEN)
        item.flags |= ENT_ITEM_HYPHEN;
    ent_vec_push(b->arena, &b->row->members, mention);
    ent_vec_push(b->arena, &b->row->items, item);
}

/* What stands alone in brackets behind a name: its acronym says nothing of its own and is left out; anything else is
 * an aside that a gap may pass ("the draft treaty (CD/1839) to the Conference"). */
static void set_aside_brackets(ent_building *b)
{
    ent_row *row = b->row;
    size_t kept = 0;
    for (size_t i = 0; i < row->items.n; i++) {
        const ent_item *name = &row->items.items[i];
        row->items.items[kept++] = *name;
        if (i + 3 >= row->items.n || !ent_item_is_mention(name) ||
            !ent_building_reads(b, row->items.items[i + 1].first, '(') ||
            !ent_building_reads(b, row->items.items[i + 3].first, ')'))
            continue;
        ent_item *inside = &row->items.items[i + 2];
        bool mention = ent_item_is_mention(inside);
        bool same = mention && ent_row_member(row, inside)->entity == ent_row_member(row, name)->entity;
        bool acronym = !mention && (ent_row_token(row, inside->first)->flags & ENT_TOKEN_ALL_CAPS);
        if (mention && !same)
            inside->flags |= ENT_ITEM_EMBEDDED;
        if (same || acronym)
            i += 3;
    }
    row->items.n = kept;
}

static uint32_t find_begin(const ent_row *row)
{
    uint32_t at = 0;
    while (at < row->items.n && !ent_item_is_mention(&row->items.items[at]) &&
           ent_row_token(row, row->items.items[at].first)->kind != ENT_TOKEN_WORD)
        at++;
    return at;
}

/* "The two countries": the next mention has the same words. */
static bool has_same_words(const ent_mentions *mentions, uint32_t mention)
{
    const ent_mention *m = &mentions->items.items[mention], *next = m + 1;
    return next->first == m->first && next->last == m->last && !(next->flags & ENT_MENTION_NESTED);
}

void ent_row_sum(ent_arena *arena, const ent_rules *rules, ent_row *row)
{
    row->sets = ENT_ARENA_NEW(arena, uint64_t, rules->n_gate_chunks);
    row->sets[0] = 1;
    row->n_mentions = 0;
    row->kinds = ENT_NO_NEED;
    for (size_t i = 0; i < row->items.n; i++) {
        ent_item *item = &row->items.items[i];
        row->n_mentions += ent_item_is_mention(item);
        row->kinds |= item->kinds;
        item->sets = ent_word_sets_of(&rules->sets, item->word);
        for (uint32_t j = 0; item->word && j < rules->n_gate_chunks; j++)
            row->sets[j] |= item->sets[j];
    }
}

/* "the Chilean [government]" is Chile: the token behind the mention and that word. */
static uint32_t behind_own_government(const ent_building *b, const ent_mention *m, const ent_sentence *sentence)
{
    const ent_segments *segments = b->row->segments;
    bool own = m->kind == ENT_STATE && m->last + 1 < sentence->last && !ent_building_owns(b, m->last + 1) &&
               ent_str_eq_nocase(ent_token_text(segments, m->last), ENT_STR("government")) &&
               !ent_str_eq(ent_token_text(segments, m->last + 1), ENT_STR("of"));
    return m->last + own;
}

/* "[3]": a note's number is no part of the sentence. */
static bool is_note(const ent_building *b, uint32_t token, uint32_t last)
{
    return ent_building_reads(b, token, '[') && token + 2 < last &&
           ent_row_token(b->row, token + 1)->kind == ENT_TOKEN_NUMBER && ent_building_reads(b, token + 2, ']');
}

void ent_row_build(ent_arena *arena, const ent_rules *rules, const ent_segments *segments, const ent_mentions *mentions,
                   uint32_t sentence, ent_row *out)
{
    *out = (ent_row){.segments = segments, .mentions = mentions, .sentence = sentence};
    ent_building b = {arena, rules, out};
    const ent_sentence *s = &segments->sentences.items[sentence];
    uint32_t next = mentions->sentence_first.items[sentence], end = mentions->sentence_first.items[sentence + 1];
    for (uint32_t token = s->first; token < s->last && out->items.n < ENT_MAX_ITEMS;) {
        while (next < end &&
               (mentions->items.items[next].first < token || (mentions->items.items[next].flags & ENT_MENTION_NESTED)))
            next++;
        if (next < end && mentions->items.items[next].first == token) {
            bool quoted = is_quoted(&b, &mentions->items.items[next], s);
            out->items.n -= quoted; /* the mark before it */
            add_mention(&b, next, s);
            token = behind_own_government(&b, &mentions->items.items[next], s) + quoted;
            while (next + 1 < end && has_same_words(mentions, next)) {
                ent_vec_push(arena, &out->members, ++next);
                out->items.items[out->items.n - 1].n_members++;
            }
        } else if (is_note(&b, token, s->last)) {
            token += 3;
        } else {
            add_token(&b, token++);
        }
    }
    set_aside_brackets(&b);
    ent_row_join(&b);
    out->begin = find_begin(out);
    ent_row_sum(arena, rules, out);
}

bool ent_row_names(const ent_row *row, uint32_t first, uint32_t last, ent_kinds kinds)
{
    for (uint32_t i = first; i < last; i++)
        if (ent_item_is_mention(&row->items.items[i]) && (row->items.items[i].kinds & kinds))
            return true;
    return false;
}
