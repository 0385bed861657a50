/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/rules/items.h"

typedef struct building {
    ent_arena *arena;
    const ent_rules *rules;
    ent_row *row;
} building;

static const ent_token *token_at(const ent_row *row, uint32_t token)
{
    return &row->segments->tokens.items[token];
}

static const ent_mention *member_of(const ent_row *row, const ent_item *item)
{
    return &row->mentions->items.items[row->members.items[item->member]];
}

static bool has_word(const building *b, uint32_t class_id, uint32_t word)
{
    return ent_class_has_word(&b->rules->classes, class_id, word);
}

static bool token_is(const building *b, uint32_t token, char c)
{
    const ent_token *t = token_at(b->row, token);
    return t->end == t->begin + 1 && b->row->segments->document->text.data[t->begin] == c;
}

static bool is_possessive(const building *b, uint32_t token)
{
    ent_str text = ent_token_text(b->row->segments, token);
    return ent_str_eq(text, ENT_STR("'s")) || ent_str_eq(text, ENT_STR("’s"));
}

/* "UN agencies", "ITU officials": the name only tells whose they are. */
static bool owns_next(const building *b, const ent_mention *m, uint32_t sentence_last)
{
    static const char *const owned[] = {"agencies", "officials", "experts", "entities", "bodies",
                                        "organs",   "diplomats", "staff",   "sources",  "observers"};
    if (m->kind != ENT_ORGANIZATION || m->last >= sentence_last)
        return false;
    ent_str next = ent_token_text(b->row->segments, m->last);
    for (size_t i = 0; i < sizeof owned / sizeof *owned; i++)
        if (ent_str_is(next, owned[i]))
            return true;
    return false;
}

/* Whether a preposition or a possessive governs the mention; determiners may stand between, and before a name that
 * takes an article an adjective ("of the recent OEWG", but not "at the meeting China"). */
static bool is_embedded(const building *b, uint32_t sentence_first, const ent_mention *m, uint32_t sentence_last)
{
    if ((m->last < sentence_last && is_possessive(b, m->last)) || owns_next(b, m, sentence_last))
        return true;
    bool adjective = m->kind != ENT_STATE && m->kind != ENT_PERSON;
    for (uint32_t at = m->first; at > sentence_first;) {
        const ent_token *t = token_at(b->row, --at);
        if (has_word(b, b->rules->cues.preposition, t->word))
            return true;
        if (has_word(b, b->rules->cues.determiner, t->word))
            continue;
        bool passable = adjective && t->kind == ENT_TOKEN_WORD && !has_word(b, b->rules->cues.clause, t->word) &&
                        !has_word(b, b->rules->cues.conjunction, t->word);
        adjective = false;
        if (!passable)
            return false;
    }
    return false;
}

/* "Failed to": says no to the verb behind it. */
static bool is_failing(const building *b, uint32_t token)
{
    const ent_token *t = token_at(b->row, token);
    return has_word(b, b->rules->cues.fail, t->word) &&
           token + 1 < b->row->segments->sentences.items[b->row->sentence].last &&
           has_word(b, b->rules->cues.preposition, t[1].word) &&
           ent_str_eq(ent_token_text(b->row->segments, token + 1), ENT_STR("to"));
}

static void add_token(building *b, uint32_t token)
{
    const ent_token *t = token_at(b->row, token);
    const ent_cue_classes *cues = &b->rules->cues;
    ent_item item = {.first = token,
                     .last = token + 1,
                     .member = (uint32_t)b->row->members.n,
                     .word = ent_classes_known(&b->rules->classes, t->word)};
    bool failed = token > b->row->segments->sentences.items[b->row->sentence].first && is_failing(b, token - 1);
    if (failed)
        item.word = 0; /* "to" of another verb than the one behind it */
    if (has_word(b, cues->adverb, t->word) || has_word(b, cues->negation, t->word) || is_failing(b, token) || failed ||
        (t->kind == ENT_TOKEN_WORD && t->word == 0 &&
         ent_str_ends(ent_token_text(b->row->segments, token), ENT_STR("ly"))))
        item.flags |= ENT_ITEM_PASSED;
    if (has_word(b, cues->clause, t->word))
        item.flags |= ENT_ITEM_CLAUSE;
    if (t->flags & ENT_TOKEN_HYPHEN)
        item.flags |= ENT_ITEM_HYPHEN;
    ent_vec_push(b->arena, &b->row->items, item);
}

static void add_mention(building *b, uint32_t mention, const ent_sentence *sentence)
{
    const ent_mention *m = &b->row->mentions->items.items[mention];
    ent_item item = {.first = m->first,
                     .last = m->last,
                     .member = (uint32_t)b->row->members.n,
                     .n_members = 1,
                     .kinds = ENT_KIND_BIT(m->kind)};
    if (m->flags & ENT_MENTION_PLACE)
        item.kinds = 0; /* where something was, not who did it */
    if (is_embedded(b, sentence->first, m, sentence->last))
        item.flags |= ENT_ITEM_EMBEDDED;
    if (token_at(b->row, m->first)->flags & ENT_TOKEN_HYPHEN)
        item.flags |= ENT_ITEM_HYPHEN;
    ent_vec_push(b->arena, &b->row->members, mention);
    ent_vec_push(b->arena, &b->row->items, item);
}

/* Which kinds may stand in one coordination: those that act, those that meet, those that are said. */
static ent_kinds family(ent_kinds kinds)
{
    ent_kinds text = ENT_KIND_BIT(ENT_INSTRUMENT) | ENT_KIND_BIT(ENT_PROPOSAL) | ENT_KIND_BIT(ENT_TOPIC);
    ent_kinds meeting = ENT_KIND_BIT(ENT_FORUM) | ENT_KIND_BIT(ENT_EVENT) | ENT_KIND_BIT(ENT_ORGANIZATION);
    ent_kinds all = 0;
    if (kinds & text)
        all |= text;
    if (kinds & ENT_KINDS_ACTOR)
        all |= ENT_KINDS_ACTOR;
    if (kinds & meeting)
        all |= meeting;
    return all;
}

typedef struct separator {
    size_t next; /* the item of the next mention, SIZE_MAX: none */
    bool comma, conjunction;
    bool semicolon; /* which counts as a comma, too */
} separator;

enum { LONGEST_ASIDE = 12 };

/* "(including …": an aside that says something of the mention before it. */
static bool names_parts(const building *b, size_t item)
{
    return ent_str_eq(ent_token_text(b->row->segments, b->row->items.items[item].first), ENT_STR("including"));
}

/* The item behind "( … )" where one begins at `at`, else `at`. */
static size_t behind_aside(const building *b, size_t at)
{
    const ent_row *row = b->row;
    if (at + 1 >= row->items.n || !token_is(b, row->items.items[at].first, '(') || names_parts(b, at + 1))
        return at;
    for (size_t i = at + 1; i < row->items.n && i <= at + LONGEST_ASIDE; i++)
        if (token_is(b, row->items.items[i].first, ')'))
            return i + 1;
    return at;
}

/* "12" of "Chile and 12 African States". */
static bool counts_next(const building *b, size_t at)
{
    const ent_row *row = b->row;
    return at + 1 < row->items.n && ent_item_is_mention(&row->items.items[at + 1]) &&
           row->segments->tokens.items[row->items.items[at].first].kind == ENT_TOKEN_NUMBER &&
           member_of(row, &row->items.items[at + 1])->count > 0;
}

/* "Ambassador", "Mr.": goes before a person's name. */
static bool is_title(const building *b, size_t at)
{
    const ent_item *item = &b->row->items.items[at];
    bool stop =
        at > 0 && token_is(b, item->first, '.') && has_word(b, b->rules->cues.title, b->row->items.items[at - 1].word);
    return stop || has_word(b, b->rules->cues.title, item->word);
}

/* "(Chile) and Ambassador Jane Roe": a person's brackets hold the post and stay seen, unless the next person follows
 * them. */
static bool person_follows(const building *b, size_t at)
{
    const ent_row *row = b->row;
    bool joined = false;
    for (; at < row->items.n && !ent_item_is_mention(&row->items.items[at]); at++) {
        bool joins = token_is(b, row->items.items[at].first, ',') ||
                     has_word(b, b->rules->cues.conjunction, row->items.items[at].word);
        if (!joins && !is_title(b, at))
            return false;
        joined |= joins;
    }
    return joined && at < row->items.n && row->items.items[at].kinds & ENT_KIND_BIT(ENT_PERSON);
}

/* What stands between a mention and the next one of a coordination: perhaps an aside in brackets; a comma, a
 * conjunction, both; then a determiner, a number, or a person's title. */
static separator read_separator(const building *b, size_t at)
{
    separator s = {.next = SIZE_MAX};
    const ent_row *row = b->row;
    bool person = row->items.items[at - 1].kinds & ENT_KIND_BIT(ENT_PERSON);
    size_t behind = behind_aside(b, at);
    if (!person || (behind > at && person_follows(b, behind)))
        at = behind;
    for (; at < row->items.n && !ent_item_is_mention(&row->items.items[at]); at++) {
        uint32_t word = row->items.items[at].word;
        bool semicolon = token_is(b, row->items.items[at].first, ';');
        if (!s.comma && !s.conjunction && (semicolon || token_is(b, row->items.items[at].first, ',')))
            s.comma = true, s.semicolon = semicolon;
        else if (!s.comma && !s.conjunction && is_possessive(b, row->items.items[at].first))
            continue; /* "A's and B's X" */
        else if (!s.conjunction && has_word(b, b->rules->cues.conjunction, word))
            s.conjunction = true;
        else if (!has_word(b, b->rules->cues.determiner, word) && !counts_next(b, at) && !(person && is_title(b, at)))
            return s;
    }
    if (at < row->items.n && (s.comma || s.conjunction))
        s.next = at;
    return s;
}

typedef struct coordination {
    size_t last; /* item of its last mention */
    size_t n;
    uint32_t member, n_members; /* of all its mentions, without those of the asides between them */
    ent_kinds kinds;
} coordination;

static void add_members(building *b, coordination *all, const ent_item *item)
{
    for (uint32_t i = 0; i < item->n_members; i++)
        ent_vec_push(b->arena, &b->row->members, b->row->members.items[item->member + i]);
    all->n_members += item->n_members;
    all->kinds |= item->kinds;
}

/* "The Assembly (including its First Committee) and the Commission": what an aside takes in belongs to the row. */
static void add_included(building *b, coordination *all, size_t end)
{
    const ent_item *items = b->row->items.items;
    size_t first = all->last + 2;
    if (first >= end || !ent_str_eq(ent_token_text(b->row->segments, items[first].first), ENT_STR("including")))
        return;
    for (size_t i = first; i < end; i++)
        add_members(b, all, &items[i]);
}

static bool is_behind_colon(const building *b, size_t at)
{
    while (at > 0 && has_word(b, b->rules->cues.determiner, b->row->items.items[at - 1].word))
        at--;
    return at > 0 && token_is(b, b->row->items.items[at - 1].first, ':');
}

/* The coordination that begins with the mention at item `at`. "A, B" alone is an apposition, and ", and B" behind a
 * single A rather begins a clause, unless a colon opens a list there: two need a bare conjunction. Semicolons part the
 * names of a list ("A; B; and C") that has no commas, else clauses. */
static coordination find_coordination(building *b, size_t at)
{
    const ent_item *items = b->row->items.items;
    coordination one = {at, 1, items[at].member, items[at].n_members, items[at].kinds};
    coordination all = {at, 1, (uint32_t)b->row->members.n, 0, items[at].kinds};
    bool comma = false, closed = false, semicolon = false;
    for (;;) {
        separator s = read_separator(b, all.last + 1);
        bool persons = all.kinds & ENT_KIND_BIT(ENT_PERSON),
             person = s.next != SIZE_MAX && items[s.next].kinds & ENT_KIND_BIT(ENT_PERSON);
        if (closed || s.next == SIZE_MAX || !(family(all.kinds) & items[s.next].kinds) || (person && !persons))
            break;
        if (all.n > 1 && s.comma && s.semicolon != semicolon)
            break;
        semicolon |= s.semicolon;
        bool pair = s.conjunction && s.comma && all.n == 1;
        if (pair && !is_behind_colon(b, at))
            break;
        if (all.n == 1)
            add_members(b, &all, &items[at]);
        add_included(b, &all, s.next);
        add_members(b, &all, &items[s.next]);
        all.last = s.next;
        all.n++;
        comma |= s.comma;
        closed = pair || (s.conjunction && !s.comma && comma);
    }
    return all.n == 1 || (comma && all.n == 2 && !closed) ? one : all;
}

/* Makes one item of each coordination, in place. */
static void join_coordinations(building *b)
{
    ent_row *row = b->row;
    size_t kept = 0;
    for (size_t i = 0; i < row->items.n; i++) {
        ent_item item = row->items.items[i];
        if (ent_item_is_mention(&item)) {
            coordination all = find_coordination(b, i);
            item.kinds = all.kinds;
            item.member = all.member;
            item.n_members = all.n_members;
            item.last = row->items.items[all.last].last;
            i = all.last;
        }
        row->items.items[kept++] = item;
    }
    row->items.n = kept;
}

/* What stands alone in brackets behind a name: its acronym says nothing of its own and is passed over; anything else is
 * an aside that a gap may pass ("the draft treaty (CD/1839) to the Conference"). */
static void set_aside_brackets(building *b)
{
    ent_row *row = b->row;
    for (size_t i = 0; i + 3 < row->items.n; i++) {
        ent_item *name = &row->items.items[i], *inside = &row->items.items[i + 2];
        if (!ent_item_is_mention(name) || !token_is(b, row->items.items[i + 1].first, '(') ||
            !token_is(b, row->items.items[i + 3].first, ')'))
            continue;
        bool mention = ent_item_is_mention(inside);
        bool same = mention && member_of(row, inside)->entity == member_of(row, name)->entity;
        bool acronym = !mention && (token_at(row, inside->first)->flags & ENT_TOKEN_ALL_CAPS);
        if (mention && !same)
            inside->flags |= ENT_ITEM_EMBEDDED;
        for (size_t j = i + 1; (same || acronym) && j <= i + 3; j++) {
            row->items.items[j].flags |= ENT_ITEM_PASSED;
            row->items.items[j].kinds = 0;
            row->items.items[j].word =
                ent_classes_known(&b->rules->classes, token_at(row, row->items.items[j].first)->word);
            row->items.items[j].n_members = 0;
        }
    }
}

static uint32_t find_begin(const ent_row *row)
{
    uint32_t at = 0;
    while (at < row->items.n && !ent_item_is_mention(&row->items.items[at]) &&
           token_at(row, row->items.items[at].first)->kind != ENT_TOKEN_WORD)
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
    row->sets = ENT_ARENA_NEW(arena, uint64_t, rules->n_set_chunks);
    row->sets[0] = 1;
    row->n_mentions = 0;
    row->kinds = 0;
    for (size_t i = 0; i < row->items.n; i++) {
        const ent_item *item = &row->items.items[i];
        row->n_mentions += ent_item_is_mention(item);
        row->kinds |= item->kinds;
        const uint64_t *sets = rules->sets_of_words + item->word * (size_t)rules->n_set_chunks;
        for (uint32_t j = 0; item->word && j < rules->n_set_chunks; j++)
            row->sets[j] |= sets[j];
    }
}

void ent_row_build(ent_arena *arena, const ent_rules *rules, const ent_segments *segments, const ent_mentions *mentions,
                   uint32_t sentence, ent_row *out)
{
    *out = (ent_row){.segments = segments, .mentions = mentions, .sentence = sentence};
    building b = {arena, rules, out};
    const ent_sentence *s = &segments->sentences.items[sentence];
    uint32_t next = mentions->sentence_first.items[sentence], end = mentions->sentence_first.items[sentence + 1];
    for (uint32_t token = s->first; token < s->last && out->items.n < ENT_MAX_ITEMS;) {
        while (next < end &&
               (mentions->items.items[next].first < token || (mentions->items.items[next].flags & ENT_MENTION_NESTED)))
            next++;
        if (next < end && mentions->items.items[next].first == token) {
            add_mention(&b, next, s);
            token = mentions->items.items[next].last;
            while (next + 1 < end && has_same_words(mentions, next)) {
                ent_vec_push(arena, &out->members, ++next);
                out->items.items[out->items.n - 1].n_members++;
            }
        } else {
            add_token(&b, token++);
        }
    }
    set_aside_brackets(&b);
    join_coordinations(&b);
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
