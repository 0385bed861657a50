/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/rules/speaker.h"

enum { LONGEST_CARRY = 3 }; /* sentences between "One speaker said" and "They added" */

/* The first of the attributions that fits, with its match. */
typedef struct attribution {
    uint32_t pattern; /* UINT32_MAX: none */
    ent_match match;
} attribution;

ent_speakers ent_speakers_begin(ent_arena *arena, const ent_rules *rules, const ent_segments *segments,
                                const ent_mentions *mentions, const ent_subjects *subjects)
{
    return (ent_speakers){.arena = arena,
                          .rules = rules,
                          .segments = segments,
                          .mentions = mentions,
                          .subjects = subjects,
                          .matcher = ent_matcher_new(arena),
                          .stamps = ENT_ARENA_NEW(arena, uint32_t, rules->patterns.n + 1),
                          .sentence = UINT32_MAX};
}

/* "We" speaks only where the document says who that is. */
static bool may_speak(const ent_speakers *all, const ent_pattern *pattern)
{
    const ent_rule *rule = &all->rules->rules.items[pattern->rule];
    return rule->source.kind != ENT_END_AUTHOR || all->subjects->author != ENT_UNRESOLVED;
}

static attribution find_attribution(ent_speakers *all, const ent_row *row)
{
    const ent_sentence *s = &all->segments->sentences.items[row->sentence];
    attribution best = {.pattern = UINT32_MAX};
    for (uint32_t token = s->first; token < s->last; token++) {
        const ent_pattern_list *called = &all->rules->attributions.items[all->segments->tokens.items[token].word];
        for (size_t i = 0; i < called->n; i++) {
            uint32_t number = called->items[i];
            const ent_pattern *pattern = &all->rules->patterns.items[number];
            ent_match match;
            bool tried = all->stamps[number] == row->sentence + 1;
            all->stamps[number] = row->sentence + 1;
            if (!tried && number < best.pattern && ent_row_passes(row, &all->rules->gates.items[number]) &&
                may_speak(all, pattern) && ent_row_holds_chain(row, pattern) &&
                ent_match_find(all->matcher, all->rules, pattern, row, 0, &match, NULL))
                best = (attribution){number, match};
        }
    }
    return best;
}

static void add_entity(ent_speakers *all, ent_speaker *speaker, uint32_t entity)
{
    if (entity == ENT_UNRESOLVED)
        return;
    ent_vec_push(all->arena, &speaker->entities, entity);
    speaker->named |= ent_kinds_has(ENT_KINDS_ACTOR, all->mentions->entities.items[entity].kind);
}

static void add_named(ent_speakers *all, ent_speaker *speaker, const ent_row *row, const ent_capture *part)
{
    for (uint32_t i = part->first; i < part->last; i++) {
        const ent_item *item = &row->items.items[i];
        for (uint32_t j = 0; j < item->n_members; j++)
            add_entity(all, speaker, all->mentions->items.items[row->members.items[item->member + j]].entity);
    }
}

static uint32_t block_of(const ent_speakers *all, uint32_t sentence)
{
    return all->segments->sentences.items[sentence].block;
}

/* Where nobody is said to speak: in a statement its author does, in a panel's section the panel. */
static ent_speaker implied_speaker(ent_speakers *all, uint32_t sentence)
{
    uint32_t author = all->subjects->author,
             sitting = all->subjects->sitting[ent_sentence_section(all->segments, sentence)];
    ent_speaker speaker = {.spoken = author != ENT_UNRESOLVED || sitting != ENT_UNRESOLVED};
    add_entity(all, &speaker, author != ENT_UNRESOLVED ? author : sitting);
    return speaker;
}

static ent_speaker find_speaker(ent_speakers *all, const ent_row *row, uint32_t back);

ent_str ent_speaker_words_at(const ent_speaker *speaker, uint32_t item)
{
    ent_str words = speaker->words;
    for (size_t i = 0; i < speaker->further.n && speaker->further.items[i].item <= item; i++)
        words = speaker->further.items[i].words;
    return words;
}

/* The speaker of the sentence before, within the paragraph. */
static ent_speaker previous_speaker(ent_speakers *all, uint32_t sentence, uint32_t back)
{
    if (sentence == 0 || back == LONGEST_CARRY || block_of(all, sentence - 1) != block_of(all, sentence))
        return implied_speaker(all, sentence);
    ent_speaker speaker = all->last;
    if (all->sentence != sentence - 1) {
        ent_row row;
        ent_row_build(all->arena, all->rules, all->segments, all->mentions, sentence - 1, &row);
        speaker = find_speaker(all, &row, back + 1);
    }
    speaker.words = ent_speaker_words_at(&speaker, UINT32_MAX);
    speaker.further.n = 0;
    return speaker;
}

static void add_further(ent_speakers *all, ent_speaker *speaker, const ent_row *row, const ent_pattern *pattern,
                        uint32_t behind)
{
    ent_match match;
    for (uint32_t from = behind; ent_match_find(all->matcher, all->rules, pattern, row, from, &match, NULL);
         from = match.last) {
        ent_str words = ent_row_part(row, all->rules, pattern, &match, ENT_STR("S"));
        ent_vec_push(all->arena, &speaker->further, (ent_voice){match.first, words});
    }
}

static ent_speaker find_speaker(ent_speakers *all, const ent_row *row, uint32_t back)
{
    attribution found = find_attribution(all, row);
    if (found.pattern == UINT32_MAX)
        return implied_speaker(all, row->sentence);
    const ent_pattern *pattern = &all->rules->patterns.items[found.pattern];
    const ent_rule_end who = all->rules->rules.items[pattern->rule].source;
    ent_speaker speaker = {.spoken = true};
    if (who.kind == ENT_END_PREVIOUS)
        speaker = previous_speaker(all, row->sentence, back);
    else if (who.kind == ENT_END_SLOT)
        add_named(all, &speaker, row, &found.match.captures[ent_pattern_slot(pattern, who.slot)]);
    else if (who.kind == ENT_END_AUTHOR)
        add_entity(all, &speaker, all->subjects->author);
    else
        add_entity(all, &speaker, all->subjects->floor[ent_sentence_section(all->segments, row->sentence)]);
    if (who.kind == ENT_END_SUBJECT)
        add_further(all, &speaker, row, pattern, found.match.last);
    if (!speaker.words.len)
        speaker.words = ent_row_part(row, all->rules, pattern, &found.match, ENT_STR("S"));
    return speaker;
}

ent_speaker ent_speaker_of(ent_speakers *all, const ent_row *row)
{
    all->last = find_speaker(all, row, 0);
    all->sentence = row->sentence;
    return all->last;
}
