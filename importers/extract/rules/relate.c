/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/rules/relate.h"

#include "importers/extract/gazetteer/lexicon_data.h"
#include "importers/extract/names/wholes.h"
#include "importers/extract/rules/clauses.h"
#include "importers/extract/rules/cues.h"
#include "importers/extract/rules/ends.h"
#include "importers/extract/rules/posts.h"
#include "importers/extract/rules/row.h"
#include "importers/extract/rules/targets.h"
#include "importers/extract/rules/told_lists.h"

#include <math.h>
#include <string.h>

/* A relation found in the sentence at hand, before the sentence's conflicts are settled. */
typedef struct finding {
    ent_fact_relation fact;
    uint32_t reach; /* tokens from the first to the last of the match */
} finding;

typedef struct relating {
    ent_arena *arena; /* for what stays */
    const ent_knowledge *knowledge;
    ent_scene scene;
    ent_facts *facts;
    ent_matcher *matcher;
    ENT_VEC(finding) found;
    const ent_fact_relation *laid_out;              /* what the layout found */
    const uint32_t *laid_out_first, *laid_out_next; /* by sentence, a chain through laid_out; UINT32_MAX: end */
    ent_clauses clauses;                            /* of the sentence at hand */
    ent_told_lists lists;                           /* the same */
    uint32_t *stamps;                               /* pattern → the row it was last tried on */
    uint32_t stamp;                                 /* of the row at hand */
    ent_trial_fn trial;
    void *context;
} relating;

static bool keeps_order(const relating *r, ent_relation_type type, uint32_t source, uint32_t target)
{
    const ent_named *named = r->scene.mentions->entities.items;
    return !ent_relation_is_symmetric(type) || ent_str_cmp(named[source].key, named[target].key) <= 0;
}

bool ent_rules_name(ent_str joined, ent_str rule)
{
    ent_str one;
    while (ent_str_split(&joined, ENT_STR(" + "), &one))
        if (ent_str_eq(one, rule))
            return true;
    return false;
}

/* The same pair and type from two rules is one relation, with the better confidence and both rules named; a relation
 * and its negation: the longer match wins. Whether it stands. */
static bool settle(relating *r, finding more)
{
    for (size_t i = 0; i < r->found.n; i++) {
        finding *old = &r->found.items[i];
        if (old->fact.type != more.fact.type || old->fact.source != more.fact.source ||
            old->fact.target != more.fact.target)
            continue;
        if (old->fact.polarity != more.fact.polarity) {
            bool wins = more.reach > old->reach;
            if (wins)
                *old = more;
            return wins;
        }
        ent_str rules = old->fact.rule;
        if (!ent_rules_name(rules, more.fact.rule))
            rules = ent_arena_join(r->arena, rules, ENT_STR(" + "), more.fact.rule);
        if (more.fact.confidence > old->fact.confidence)
            *old = more;
        old->fact.rule = rules;
        return true;
    }
    ent_vec_push(r->arena, &r->found, more);
    return true;
}

/* "The fifth session of the Group adopted its report": a session stands for its body where only a body can. */
static uint32_t body_of(const relating *r, uint32_t entity)
{
    const ent_named *named = &r->scene.mentions->entities.items[entity];
    size_t end = named->kind == ENT_EVENT ? ent_part_begin(named->key) : ENT_STR_NONE;
    uint32_t whole = end == ENT_STR_NONE ? ENT_UNRESOLVED : ent_whole_of(r->arena, r->scene.mentions, named->key, end);
    return whole == ENT_UNRESOLVED ? entity : whole;
}

static bool is_allowed(const relating *r, ent_relation_type type, uint32_t source, uint32_t target)
{
    const ent_named *named = r->scene.mentions->entities.items;
    return ent_relation_allows(type, named[source].kind, named[target].kind);
}

/* NULL when it stands, else why not. */
static const char *add_relation(relating *r, const ent_rule *rule, const ent_end *source, const ent_end *target,
                                finding base)
{
    uint32_t from = source->entity, to = target->entity;
    if (from == to)
        return "both ends are one";
    if (rule->type == ENT_DISCUSSES && to == r->scene.subjects->self)
        return "a document is not its own matter";
    if (!is_allowed(r, rule->type, from, to)) {
        from = body_of(r, from);
        to = body_of(r, to);
    }
    if (from == to || !is_allowed(r, rule->type, from, to))
        return "the model has no such relation between these kinds";
    bool keeps = keeps_order(r, rule->type, from, to);
    base.fact.type = rule->type;
    base.fact.source = keeps ? from : to;
    base.fact.target = keeps ? to : from;
    base.fact.count = source->count;
    base.fact.confidence *= source->confidence * target->confidence;
    return settle(r, base) ? NULL : "a longer match says the opposite";
}

enum { SEAM_GAP = 3 /* items that a seam counts for */, MOST_EMPLOYERS = 4 };

/* A gap makes a match less sure: by a hundredth an item. */
static float gap_factor(const ent_row *row, const ent_match *match)
{
    return powf(0.99f, (float)(match->gap + (row->cut ? SEAM_GAP : 0)));
}

/* "Professor Jane Roe" is no post: the words are another's. */
static bool is_role_anothers(const relating *r, const ent_rule *rule, const ent_pattern *pattern,
                             const ent_match *match)
{
    uint8_t slot = rule->role_part.len ? ent_pattern_slot(pattern, rule->role_part) : ENT_NO_SLOT;
    const ent_capture *words = slot == ENT_NO_SLOT ? NULL : &match->captures[slot];
    return words && ent_row_names(&r->scene.row, words->first, words->last, ENT_KIND_BIT(ENT_PERSON));
}

static ent_str holder_of(relating *r, const ent_rule *rule, const ent_pattern *pattern, const ent_match *match)
{
    ent_str own = ent_row_part(&r->scene.row, &r->knowledge->rules, pattern, match, rule->holder_part);
    return own.len ? own : ent_speaker_holder_at(ent_scene_speaker(&r->scene), match->first);
}

/* "A and B chaired X and Y, respectively": the first of these goes with the first of those. So it does where nobody
 * says so of people and whom they work for: "the ministers of Oz and Widgetland, Jane Roe and John Doe"; and nobody
 * works for a whole list ("the delegates of Oz, Widgetland, …, Ms. Roe"). */
static bool is_respective(const relating *r, const ent_rule *rule, const ent_match *match)
{
    return rule->type == ENT_AFFILIATED_WITH || ent_cues_pair(&r->knowledge->rules, &r->scene.row, match);
}

/* A stance that somebody without a name tells is no named person's, whoever is named beside. */
static bool is_unnamed_stance(const relating *r, const ent_rule *rule, const ent_voice *voice, const ent_end *source)
{
    const unsigned stances = 1u << ENT_SUPPORTS | 1u << ENT_OPPOSES | 1u << ENT_CALLS_FOR;
    const ent_named *named = r->scene.mentions->entities.items;
    if (!(stances & 1u << rule->type) || named[source->entity].kind != ENT_PERSON || voice->words.len == 0)
        return false;
    for (size_t i = 0; i < voice->entities.n; i++)
        if (ent_kinds_has(ENT_KINDS_ACTOR, named[voice->entities.items[i]].kind))
            return false;
    return true;
}

/* NULL when there are any, else why not. */
static const char *make_relations(relating *r, const ent_rule *rule, const ent_pattern *pattern, const ent_match *match)
{
    if (is_role_anothers(r, rule, pattern, match))
        return "the words of its role name another person";
    if (ent_target_is_owner(&r->scene.row, rule, pattern, match))
        return "it is said of something that its target has";
    if (ent_target_is_anothers(&r->scene.row, rule, pattern, match))
        return "somebody else adopted it";
    if (ent_post_is_anothers(&r->scene.row, &r->knowledge->lexicon->lists, rule, pattern, match))
        return "the post is that of another person of the list";
    ent_ends sources = ent_ends_find(&r->scene, &rule->source, pattern, match);
    ent_ends targets = ent_ends_find(&r->scene, &rule->target, pattern, match);
    const ent_voice *voice = ent_speaker_at(ent_scene_speaker(&r->scene), match->first);
    ent_cues cues = ent_cues_of(&r->knowledge->rules, rule, &r->scene.row, match);
    const ent_sentence *s = &r->scene.segments->sentences.items[r->scene.row.sentence];
    ent_str role = rule->role_part.len
                       ? ent_row_part(&r->scene.row, &r->knowledge->rules, pattern, match, rule->role_part)
                       : rule->role_text;
    finding base = {.fact = {.passage = r->scene.row.sentence,
                             .rule = rule->name,
                             .begin = r->scene.segments->tokens.items[s->first].begin,
                             .end = r->scene.segments->tokens.items[s->last - 1].end,
                             .confidence = rule->confidence * gap_factor(&r->scene.row, match),
                             .polarity = cues.polarity,
                             .modality = cues.modality,
                             .speaker = voice->words,
                             .holder = holder_of(r, rule, pattern, match),
                             .role = role,
                             .from = ENT_STR_EMPTY,
                             .to = ENT_STR_EMPTY},
                    .reach = r->scene.row.items.items[match->last - 1].last -
                             r->scene.row.items.items[match->first].first +
                             r->scene.row.cut}; /* of a clause's own: it leaves out what only stands between */
    const char *why = sources.n ? "its target is nothing known here" : "its source is nothing known here";
    bool listed = rule->type == ENT_AFFILIATED_WITH && targets.n > MOST_EMPLOYERS;
    bool made = false, in_pairs = (listed || sources.n > 1) && targets.n > 1 && is_respective(r, rule, match);
    if (in_pairs && sources.n != targets.n)
        return "not as many sources as targets, respectively";
    for (size_t i = 0; i < sources.n; i++)
        for (size_t j = in_pairs ? i : 0; j < (in_pairs ? i + 1 : targets.n); j++) {
            why = is_unnamed_stance(r, rule, voice, &sources.items[i])
                      ? "somebody without a name says so"
                      : add_relation(r, rule, &sources.items[i], &targets.items[j], base);
            made |= !why;
        }
    return made ? NULL : why;
}

/* Whether a pattern was not tried on this row before and could match it. For explaining, words that lack are no
 * hindrance: the trial shows which. */
static bool is_worth_trying(relating *r, uint32_t number)
{
    const ent_gate *gate = &r->knowledge->rules.gates.items[number];
    bool tried = r->stamps[number] == r->stamp;
    r->stamps[number] = r->stamp;
    return !tried & ent_row_passes(&r->scene.row, gate) & ((r->trial != NULL) | ent_row_has_words(&r->scene.row, gate));
}

/* NULL where the rule may speak of the sentence, else why not. */
static const char *why_not_said(relating *r, const ent_rule *rule)
{
    if (rule->spoken && !ent_scene_speaker(&r->scene)->spoken)
        return "nobody is said to speak";
    if (rule->unnamed && ent_scene_speaker(&r->scene)->named)
        return "a named actor speaks";
    return NULL;
}

/* Every match of a pattern in the sentence, each behind the beginning of the one before. */
static void try_pattern(relating *r, uint32_t number)
{
    const ent_rules *rules = &r->knowledge->rules;
    const ent_pattern *pattern = &rules->patterns.items[number];
    const ent_rule *rule = &rules->rules.items[pattern->rule];
    if (rule->source.kind == ENT_END_SITTING && !r->trial &&
        r->scene.subjects->sitting[ent_scene_section(&r->scene)] == ENT_UNRESOLVED)
        return;
    ent_match match;
    ent_trial trial = {.rule = rule, .pattern = pattern};
    bool made = false;
    ent_match_failure *failure = r->trial ? &trial.failure : NULL;
    for (uint32_t from = 0; ent_match_find(r->matcher, rules, pattern, &r->scene.row, from, &match, failure);
         from = match.first + 1) {
        if (!ent_match_spans_seam(&match, &r->scene.row))
            continue;
        trial.refused = why_not_said(r, rule);
        if (trial.refused)
            break;
        const char *why =
            match.last > match.first && !rule->attribution ? make_relations(r, rule, pattern, &match) : NULL;
        made |= !why;
        trial.refused = made ? NULL : why;
        trial.matched = true;
    }
    if (r->trial && (trial.matched || !r->scene.row.cut))
        r->trial(r->context, &r->scene.row, &trial);
}

/* The patterns that the words of the tokens [first, last) call. */
static void try_called(relating *r, uint32_t first, uint32_t last, const ent_pattern_list *by_word)
{
    for (uint32_t token = first; token < last; token++) {
        const ent_pattern_list *called = &by_word[r->scene.segments->tokens.items[token].word];
        for (size_t i = 0; i < called->n; i++)
            if (is_worth_trying(r, called->items[i]))
                try_pattern(r, called->items[i]);
    }
}

/* The patterns that the words of the row at hand call. */
static void apply_to_row(relating *r)
{
    const ent_items *items = &r->scene.row.items;
    r->stamp++;
    for (size_t i = 0; i < items->n; i++)
        try_called(r, items->items[i].first, items->items[i].last, r->knowledge->rules.called.items);
}

static void apply_to_cut(relating *r)
{
    ent_scene *scene = &r->scene;
    const ent_rules *rules = &r->knowledge->rules;
    for (size_t i = 0; i < r->clauses.n; i++) {
        ent_clause_row(&scene->scratch, rules, &scene->whole, &r->clauses.items[i], &scene->row);
        apply_to_row(r);
    }
    for (size_t i = 0; i < r->lists.n; i++) {
        ent_told_list_row(&scene->scratch, rules, &scene->whole, &r->lists.items[i], &scene->row);
        apply_to_row(r);
    }
}

static void apply_rules(relating *r, uint32_t sentence)
{
    const ent_rules *rules = &r->knowledge->rules;
    const ent_sentence *s = &r->scene.segments->sentences.items[sentence];
    ent_arena_reset(&r->scene.scratch);
    ent_row_build(&r->scene.scratch, rules, r->scene.segments, r->scene.mentions, sentence, &r->scene.whole);
    r->clauses.n = r->lists.n = 0;
    if (r->scene.whole.n_mentions > 1) {
        ent_clauses_find(r->arena, rules, &r->scene.whole, &r->clauses);
        ent_told_lists_find(r->arena, rules, &r->scene.whole, &r->lists);
    }
    r->scene.row = r->scene.whole;
    r->stamp++;
    r->scene.heard = false;
    for (size_t i = 0; i < rules->always.n; i++)
        if (is_worth_trying(r, rules->always.items[i]))
            try_pattern(r, rules->always.items[i]);
    try_called(r, s->first, s->last, rules->called.items);
    if (r->trial)
        try_called(r, s->first, s->last, rules->attributions.items);
    apply_to_cut(r);
}

static void relate_sentence(relating *r, uint32_t sentence)
{
    const uint32_t *first_mention = r->scene.mentions->sentence_first.items;
    r->found.n = 0;
    for (uint32_t i = r->laid_out_first[sentence]; i != UINT32_MAX; i = r->laid_out_next[i])
        settle(r, (finding){.fact = r->laid_out[i]});
    if (first_mention[sentence] < first_mention[sentence + 1])
        apply_rules(r, sentence);
    for (size_t i = 0; i < r->found.n; i++)
        ent_vec_push(r->arena, &r->facts->relations, r->found.items[i].fact);
}

/* Takes what the layout found out of the facts and chains it by sentence, so that each sentence is settled as a whole.
 */
static void take_layout(relating *r)
{
    size_t n = r->facts->relations.n;
    uint32_t *first = ENT_ARENA_NEW(r->arena, uint32_t, r->scene.segments->sentences.n + 1);
    uint32_t *next = ENT_ARENA_NEW(r->arena, uint32_t, n + 1);
    memset(first, 0xff, (r->scene.segments->sentences.n + 1) * sizeof *first);
    for (uint32_t i = (uint32_t)n; i-- > 0;) {
        uint32_t sentence = r->facts->relations.items[i].passage;
        next[i] = first[sentence];
        first[sentence] = i;
    }
    r->laid_out = r->facts->relations.items;
    r->laid_out_first = first;
    r->laid_out_next = next;
    memset(&r->facts->relations, 0, sizeof r->facts->relations);
}

static relating begin(ent_arena *arena, const ent_knowledge *knowledge, const ent_segments *segments,
                      const ent_mentions *mentions, const ent_subjects *subjects, ent_facts *facts)
{
    relating r = {.arena = arena,
                  .knowledge = knowledge,
                  .scene = {.segments = segments, .mentions = mentions, .subjects = subjects},
                  .facts = facts,
                  .matcher = ent_matcher_new(arena)};
    r.scene.speakers = ent_speakers_begin(arena, &knowledge->rules, segments, mentions, subjects);
    r.stamps = ENT_ARENA_NEW(arena, uint32_t, knowledge->rules.patterns.n + 1);
    take_layout(&r);
    return r;
}

void ent_relate(ent_arena *arena, const ent_knowledge *knowledge, const ent_segments *segments,
                const ent_mentions *mentions, const ent_subjects *subjects, ent_facts *facts)
{
    relating r = begin(arena, knowledge, segments, mentions, subjects, facts);
    for (uint32_t s = 0; s < segments->sentences.n; s++)
        relate_sentence(&r, s);
    ent_arena_clear(&r.scene.scratch);
}

void ent_relate_sentence(ent_arena *arena, const ent_knowledge *knowledge, const ent_segments *segments,
                         const ent_mentions *mentions, const ent_subjects *subjects, uint32_t sentence,
                         ent_facts *facts, ent_trial_fn fn, void *context)
{
    relating r = begin(arena, knowledge, segments, mentions, subjects, facts);
    r.trial = fn;
    r.context = context;
    relate_sentence(&r, sentence);
    ent_arena_clear(&r.scene.scratch);
}
