/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Backtracking with a memory: a pair (step, item) that failed once fails always, for a step's outcome depends on
 * nothing else, whatever item the match started at (a later start passes over less, not more). So each pair is visited
 * once, and captures are set on the way back from success. What the pattern cannot do without (its chain) is looked for
 * first, from the row's end: a step fails at once behind the last place where something still to come may stand. */
#include "importers/extract/rules/match.h"

#include "core/model/key.h"

#include <string.h>

enum { LONGEST_PHRASE = 8 };

struct ent_matcher {
    const ent_rules *rules;
    const ent_pattern *pattern;
    const ent_row *row;
    ent_match *out;
    ent_match_failure *failure;
    uint32_t start;
    uint32_t latest[ENT_MAX_STEPS + 1]; /* link of the pattern's chain → the last item where it may stand */
    ent_arena *arena;
    uint64_t *visited; /* a bit for each pair (step, item) */
    size_t room;       /* of visited, in numbers */
};

ent_matcher *ent_matcher_new(ent_arena *arena)
{
    ent_matcher *matcher = ENT_ARENA_NEW(arena, ent_matcher, 1);
    matcher->arena = arena;
    return matcher;
}

static const ent_step *step_at(const ent_matcher *m, uint32_t step)
{
    return &m->pattern->steps.items[step];
}

static const ent_item *item_at(const ent_matcher *m, uint32_t item)
{
    return &m->row->items.items[item];
}

static uint32_t n_items(const ent_matcher *m)
{
    return (uint32_t)m->row->items.n;
}

/* How many items from `item` on are words of the class; a phrase reaches over no mention and no seam. */
static uint32_t class_taken(const ent_matcher *m, uint32_t class_id, uint32_t item)
{
    uint32_t run = item;
    while (run < n_items(m) && run < item + LONGEST_PHRASE && !ent_item_is_mention(item_at(m, run)) &&
           (run == item || item_at(m, run)->first == item_at(m, run - 1)->last))
        run++;
    return ent_class_match(&m->rules->classes, class_id, m->row->segments->tokens.items, item_at(m, item)->first,
                           item_at(m, run - 1)->last);
}

/* The same of a step; of a word that begins no phrase its set tells it. */
static uint32_t words_taken(const ent_matcher *m, const ent_step *s, uint32_t item)
{
    const ent_item *it = item_at(m, item);
    return ent_item_is_in(it, s->openers) ? class_taken(m, s->class_id, item) : ent_item_is_in(it, s->words);
}

/* The mention inside `outer` that is of one of the kinds, or UINT32_MAX. */
static uint32_t nested_in(const ent_matcher *m, uint32_t outer, ent_kinds kinds)
{
    const ent_mentions *all = m->row->mentions;
    const ent_mention *holder = &all->items.items[outer];
    uint32_t end = all->sentence_first.items[m->row->sentence + 1];
    for (uint32_t i = all->sentence_first.items[m->row->sentence]; i < end; i++) {
        const ent_mention *inner = &all->items.items[i];
        if (i != outer && inner->first >= holder->first && inner->last <= holder->last &&
            ent_kinds_has(kinds, inner->kind) && inner->entity != holder->entity)
            return i;
    }
    return UINT32_MAX;
}

bool ent_step_has(const ent_step *step, const ent_mentions *mentions, const ent_mention *m)
{
    if (m->entity == ENT_UNRESOLVED)
        return false;
    bool count = ent_str_eq(step->attribute, ENT_STR("count")); /* of the words, not of what they name */
    ent_str has = count ? m->count ? ENT_STR("1") : ENT_STR("0")
                        : ent_attribute_get(mentions->entities.items[m->entity].attributes, step->attribute);
    ent_str rest = step->values, value;
    while (has.len && ent_str_split(&rest, ENT_STR("|"), &value))
        if (ent_str_eq(value, has))
            return true;
    return false;
}

/* Whether a member of the item has the attribute that the step asks for; or, where it asks for one without, has not. */
static bool has_asked(const ent_matcher *m, const ent_step *step, const ent_item *item)
{
    const ent_mentions *mentions = m->row->mentions;
    for (uint32_t i = 0; i < item->n_members; i++)
        if (ent_step_has(step, mentions, &mentions->items.items[m->row->members.items[item->member + i]]) !=
            step->lacks)
            return true;
    return false;
}

static bool slot_takes(const ent_matcher *m, const ent_step *step, uint32_t item)
{
    const ent_item *it = item_at(m, item);
    if (!ent_item_is_mention(it) || !(it->kinds & step->kinds))
        return false;
    if (step->free && (it->flags & ENT_ITEM_EMBEDDED))
        return false;
    if (step->attribute.len && !has_asked(m, step, it))
        return false;
    return step->nested_slot == ENT_NO_SLOT ||
           nested_in(m, m->row->members.items[it->member], step->nested_kinds) != UINT32_MAX;
}

/* The sentence's end, closing punctuation aside. */
static bool at_end(const ent_matcher *m, uint32_t item)
{
    while (item < n_items(m) && !ent_item_is_mention(item_at(m, item)) &&
           m->row->segments->tokens.items[item_at(m, item)->first].kind == ENT_TOKEN_PUNCT)
        item++;
    return item == n_items(m);
}

/* Finds the last item where each link of the chain may stand with the others behind it, none before `from`; false where
 * the row lacks one. For explaining, what lacks is no hindrance: the trial shows it. */
static bool find_latest(ent_matcher *m, uint32_t from)
{
    const ent_item *items = m->row->items.items;
    uint32_t at = n_items(m), n = (uint32_t)m->pattern->chain.n;
    m->latest[n] = at;
    for (uint32_t i = n; i-- > 0;) {
        const ent_link *link = &m->pattern->chain.items[i];
        bool stands = m->failure;
        while (!stands && at > from) {
            at--;
            stands = (items[at].kinds & link->kinds) || ent_item_is_in(&items[at], link->words);
        }
        if (!stands)
            return false;
        m->latest[i] = at;
    }
    return true;
}

/* Cheap: false where nothing of what may stand first is here. For explaining everything is tried. */
static bool may_stand(const ent_matcher *m, const ent_first *first, uint32_t item)
{
    if (first->anything || m->failure || (first->begin && item == m->row->begin))
        return true;
    if (item >= n_items(m))
        return false;
    const ent_item *it = item_at(m, item);
    return (it->kinds & first->kinds) || ent_item_is_in(it, first->words);
}

/* Whether what follows a gap could begin at this item. */
static bool can_begin(const ent_matcher *m, uint32_t step, uint32_t item)
{
    const ent_step *s = step_at(m, step);
    switch (s->op) {
    case ENT_OP_WORDS:
        return item < n_items(m) && words_taken(m, s, item) > 0;
    case ENT_OP_SLOT:
        return item < n_items(m) && slot_takes(m, s, item);
    case ENT_OP_HYPHEN:
        return item < n_items(m) && (item_at(m, item)->flags & ENT_ITEM_HYPHEN);
    case ENT_OP_SPLIT:
        return (may_stand(m, &s->next, item) && can_begin(m, step + 1, item)) || can_begin(m, step + s->skip, item);
    case ENT_OP_JUMP:
        return can_begin(m, step + s->skip, item);
    case ENT_OP_OPEN:
    case ENT_OP_CLOSE:
    case ENT_OP_GAP:
        return can_begin(m, step + 1, item);
    case ENT_OP_BEGIN:
        return item == m->row->begin;
    case ENT_OP_END:
        return at_end(m, item);
    case ENT_OP_MATCH:
        return true;
    }
    return false;
}

static bool is_determiner(const ent_matcher *m, uint32_t item)
{
    return m->rules->told[item_at(m, item)->word] & ENT_WORD_DETERMINER;
}

/* Cheap, too: whether one of several alternatives takes what stands here, or passes over it. */
static bool may_branch(const ent_matcher *m, const ent_first *first, uint32_t item)
{
    return may_stand(m, first, item) ||
           (item < n_items(m) && (item_at(m, item)->flags & ENT_ITEM_PASSED || is_determiner(m, item)));
}

static bool run(ent_matcher *m, uint32_t step, uint32_t item);

static bool visit(ent_matcher *m, uint32_t step, uint32_t item)
{
    size_t bit = (size_t)step * (n_items(m) + 1) + item;
    uint64_t mask = (uint64_t)1 << (bit % 64);
    bool first = !(m->visited[bit / 64] & mask);
    m->visited[bit / 64] |= mask;
    return first;
}

static void forget_visits(ent_matcher *m)
{
    size_t n = m->pattern->steps.n * (n_items(m) + 1) / 64 + 1;
    if (n > m->room) {
        m->room = 2 * n;
        m->visited = ENT_ARENA_NEW(m->arena, uint64_t, m->room);
    }
    memset(m->visited, 0, n * sizeof *m->visited);
}

static void note_failure(ent_matcher *m, uint32_t step, uint32_t item)
{
    if (m->failure && (step > m->failure->step || (step == m->failure->step && item > m->failure->item)))
        *m->failure = (ent_match_failure){step, item};
}

/* A word or a mention was wanted and something else stands here: adverbs, negations and, before a mention, determiners
 * are passed over. */
static bool pass_over(ent_matcher *m, uint32_t step, uint32_t item, bool before_mention)
{
    bool passed = item > m->start && item < n_items(m) && (item_at(m, item)->flags & ENT_ITEM_PASSED);
    if (!passed && before_mention && item > m->start && item < n_items(m))
        passed = is_determiner(m, item);
    if (passed)
        return run(m, step, item + 1);
    note_failure(m, step, item);
    return false;
}

static bool run_words(ent_matcher *m, const ent_step *s, uint32_t step, uint32_t item)
{
    uint32_t taken = item < n_items(m) ? words_taken(m, s, item) : 0;
    if (!taken)
        return pass_over(m, step, item, false);
    if (!run(m, step + 1, item + taken))
        return false;
    for (uint32_t i = item; i < item + taken; i++)
        m->out->literal[i / 64] |= (uint64_t)1 << (i % 64);
    return true;
}

static bool run_slot(ent_matcher *m, const ent_step *s, uint32_t step, uint32_t item)
{
    if (item >= n_items(m) || !slot_takes(m, s, item))
        return pass_over(m, step, item, true);
    if (!run(m, step + 1, item + 1))
        return false;
    if (s->slot != ENT_NO_SLOT)
        m->out->captures[s->slot] = (ent_capture){item, item + 1, UINT32_MAX};
    if (s->nested_slot != ENT_NO_SLOT)
        m->out->captures[s->nested_slot] = (ent_capture){
            item, item + 1, nested_in(m, m->row->members.items[item_at(m, item)->member], s->nested_kinds)};
    return true;
}

/* The slot before a gap, or NULL: another candidate for it may not be passed over. */
static const ent_step *slot_before(const ent_matcher *m, uint32_t step)
{
    const ent_step *before = step > 0 ? step_at(m, step - 1) : NULL;
    return before && before->op == ENT_OP_SLOT && !before->each ? before : NULL;
}

static bool gap_may_hold(const ent_matcher *m, const ent_step *gap, const ent_step *before, uint32_t item)
{
    const ent_item *it = item_at(m, item);
    for (size_t i = 0; i < gap->without.n && ent_item_is_in(it, gap->stops); i++)
        if (class_taken(m, gap->without.items[i], item))
            return false;
    if (gap->wide)
        return true;
    if (it->flags & ENT_ITEM_CLAUSE)
        return false;
    return !(before && (it->kinds & before->kinds) && !(it->flags & ENT_ITEM_EMBEDDED));
}

static bool run_gap(ent_matcher *m, const ent_step *s, uint32_t step, uint32_t item)
{
    const ent_step *before = slot_before(m, step);
    uint32_t last = m->latest[step_at(m, step + 1)->link];
    for (uint32_t at = item; at <= last && at - item <= s->limit; at++) {
        bool candidate = may_stand(m, &s->behind, at) && can_begin(m, step + 1, at);
        if (candidate && run(m, step + 1, at)) {
            m->out->gap += at - item;
            if (s->slot != ENT_NO_SLOT)
                m->out->captures[s->slot] = (ent_capture){item, at, UINT32_MAX};
            return true;
        }
        if (at == n_items(m) || !gap_may_hold(m, s, before, at))
            break;
        bool passes_candidate =
            s->wide || !ent_item_is_mention(item_at(m, at)) || (item_at(m, at)->flags & ENT_ITEM_EMBEDDED);
        if (candidate && !passes_candidate)
            break;
    }
    note_failure(m, step + 1, item);
    return false;
}

static bool run_group_edge(ent_matcher *m, const ent_step *s, uint32_t step, uint32_t item)
{
    if (!run(m, step + 1, item))
        return false;
    ent_capture *capture = &m->out->captures[s->slot];
    capture->nested = UINT32_MAX;
    *(s->op == ENT_OP_OPEN ? &capture->first : &capture->last) = item;
    return true;
}

/* Alternatives, or options, one behind the other. */
static bool run_split(ent_matcher *m, const ent_step *s, uint32_t step, uint32_t item)
{
    for (; s->op == ENT_OP_SPLIT; s = step_at(m, step)) {
        if (!may_branch(m, &s->behind, item))
            return false;
        if (may_branch(m, &s->next, item) && run(m, step + 1, item))
            return true;
        step += s->skip;
    }
    return run(m, step, item);
}

static bool run(ent_matcher *m, uint32_t step, uint32_t item)
{
    const ent_step *s = step_at(m, step);
    if (item > m->latest[s->link] || !visit(m, step, item))
        return false;
    switch (s->op) {
    case ENT_OP_WORDS:
        return run_words(m, s, step, item);
    case ENT_OP_SLOT:
        return run_slot(m, s, step, item);
    case ENT_OP_GAP:
        return run_gap(m, s, step, item);
    case ENT_OP_HYPHEN:
        if (item < n_items(m) && (item_at(m, item)->flags & ENT_ITEM_HYPHEN))
            return run(m, step + 1, item);
        note_failure(m, step, item);
        return false;
    case ENT_OP_BEGIN:
        return item == m->row->begin && run(m, step + 1, item);
    case ENT_OP_END:
        if (at_end(m, item) && run(m, step + 1, item))
            return true;
        note_failure(m, step, item);
        return false;
    case ENT_OP_OPEN:
    case ENT_OP_CLOSE:
        return run_group_edge(m, s, step, item);
    case ENT_OP_SPLIT:
        return run_split(m, s, step, item);
    case ENT_OP_JUMP:
        return run(m, step + s->skip, item);
    case ENT_OP_MATCH:
        m->out->last = item;
        return true;
    }
    return false;
}

bool ent_match_find(ent_matcher *m, const ent_rules *rules, const ent_pattern *pattern, const ent_row *row,
                    uint32_t from, ent_match *out, ent_match_failure *failure)
{
    m->rules = rules;
    m->pattern = pattern;
    m->row = row;
    m->out = out;
    m->failure = failure;
    if (!find_latest(m, from))
        return false;
    forget_visits(m);
    memset(out, 0, sizeof *out);
    uint32_t last = m->latest[pattern->steps.items[0].link];
    for (uint32_t start = from; start <= last; start++) {
        if (!may_stand(m, &pattern->first, start) || !can_begin(m, 0, start)) {
            note_failure(m, 0, start);
            continue;
        }
        m->start = start;
        if (run(m, 0, start)) {
            out->first = start;
            ent_match_extend(pattern, row, out);
            return true;
        }
    }
    return false;
}
