/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/rules/rule_check.h"

typedef struct reading {
    ent_rules *rules;
    ent_arena *arena;
    ent_str file, line;
    uint32_t n_line; /* from 1 */
    ent_rule *rule;
    size_t first_pattern; /* of the rule */
    bool rule_failed;
    ent_fault_fn complain;
    void *context;
    ent_error *err;
    bool failed;
} reading;

static ent_spot spot_of(const reading *r, uint32_t column)
{
    ent_spot spot = ent_spot_of(r->file, r->line, column);
    spot.line = r->n_line;
    return spot;
}

static void fault_at(reading *r, ent_spot spot, const char *message)
{
    if (!r->failed)
        ent_fail_at(r->err, spot, message);
    r->failed = r->rule_failed = true;
    if (r->complain)
        r->complain(r->context, spot, message);
}

static void fault(reading *r, uint32_t column, const char *message)
{
    fault_at(r, spot_of(r, column), message);
}

/* "  match   F ~ x" → "match", "F ~ x", and where the value began. */
static bool cut_line(ent_str line, ent_str *word, ent_str *value, uint32_t *column)
{
    size_t at = 0;
    while (at < line.len && ent_is_space(line.data[at]))
        at++;
    size_t begin = at;
    while (at < line.len && !ent_is_space(line.data[at]))
        at++;
    *word = ent_str_slice(line, begin, at);
    while (at < line.len && ent_is_space(line.data[at]))
        at++;
    *value = ent_str_trim(ent_str_slice(line, at, line.len));
    *column = (uint32_t)at;
    return word->len && word->data[0] != '#';
}

static void read_class(reading *r, ent_str value, uint32_t column)
{
    size_t equals = ent_str_find(value, ENT_STR("="), 0);
    const char *why = "a class is written NAME = word | word";
    if (equals != ENT_STR_NONE)
        ent_classes_define(r->arena, &r->rules->classes, ent_str_trim(ent_str_slice(value, 0, equals)),
                           ent_str_trim(ent_str_slice(value, equals + 1, value.len)), &why);
    if (why)
        fault(r, column, why);
}

/* Compiles a pattern whose text begins at the column, and tells its faults. */
static bool compile(reading *r, ent_pattern *pattern, uint32_t column)
{
    ent_pattern_faults faults = {0};
    ent_pattern_compile(r->arena, &r->rules->classes, &r->rules->groups, pattern, &faults);
    for (size_t i = 0; i < faults.n; i++)
        fault(r, column + faults.items[i].column, faults.items[i].why);
    return faults.n == 0;
}

/* "NAME = pattern"; compiled once by itself to find its faults. */
static void read_group(reading *r, ent_str value, uint32_t column)
{
    size_t equals = ent_str_find(value, ENT_STR("="), 0);
    ent_pattern_group group = {.name = ent_arena_str(r->arena, ent_str_trim(ent_str_slice(value, 0, equals))),
                               .text = ENT_STR_EMPTY};
    if (equals == ENT_STR_NONE || !group.name.len) {
        fault(r, column, "a group is written NAME = pattern");
        return;
    }
    group.text = ent_arena_str(r->arena, ent_str_slice(value, equals + 1, value.len));
    ent_pattern alone = {.text = group.text};
    bool known = ent_pattern_group_find(&r->rules->groups, group.name) != NULL ||
                 ent_classes_find(&r->rules->classes, group.name) != ENT_NO_CLASS;
    if (known)
        fault(r, column, "a class or a group of this name is there already");
    else if (compile(r, &alone, column + (uint32_t)equals + 1))
        ent_vec_push(r->arena, &r->rules->groups, group);
}

/* Of a rule whose lines are good: what it is as a whole. */
static void end_rule(reading *r)
{
    if (!r->rule || r->rule_failed)
        return;
    const char *why = ent_rule_fault(r->rules, r->rule, r->first_pattern);
    if (why)
        fault_at(r, r->rule->spot, why);
    for (size_t i = r->first_pattern; i < r->rules->patterns.n && !why; i++) {
        const ent_pattern *pattern = &r->rules->patterns.items[i];
        const char *own = ent_rule_pattern_fault(r->rule, pattern);
        if (own)
            fault_at(r, pattern->spot, own);
    }
}

static void begin_rule(reading *r, ent_str name, bool attribution, uint32_t column)
{
    end_rule(r);
    r->rule_failed = false;
    r->first_pattern = r->rules->patterns.n;
    if (!name.len)
        fault(r, column, "a rule has a name");
    for (size_t i = 0; i < r->rules->rules.n; i++)
        if (ent_str_eq(r->rules->rules.items[i].name, name))
            fault(r, column, "a rule of this name is there already");
    ent_rule rule = {.name = ent_arena_str(r->arena, name),
                     .attribution = attribution,
                     .confidence = 0.8f,
                     .source = {.kind = attribution ? ENT_END_SUBJECT : ENT_END_SLOT},
                     .polarity = -1,
                     .modality = -1,
                     .spot = spot_of(r, column)};
    ent_vec_push(r->arena, &r->rules->rules, rule);
    r->rule = &r->rules->rules.items[r->rules->rules.n - 1];
}

static ent_rule_end read_end(reading *r, ent_str text, uint32_t column)
{
    static const struct {
        const char *name;
        ent_end_kind kind;
    } known[] = {{"@subject", ENT_END_SUBJECT},    {"@meeting", ENT_END_MEETING}, {"@sitting", ENT_END_SITTING},
                 {"@event", ENT_END_EVENT},        {"@self", ENT_END_SELF},       {"@speaker", ENT_END_SPEAKER},
                 {"@author", ENT_END_AUTHOR},      {"@latest", ENT_END_LATEST},   {"@draft", ENT_END_DRAFT},
                 {"@previous", ENT_END_PREVIOUS},  {"@page", ENT_END_PAGE},       {"@treaty", ENT_END_TREATY},
                 {"@gathering", ENT_END_GATHERING}};
    ent_str name = ent_str_trim(text);
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        if (ent_str_is(name, known[i].name))
            return (ent_rule_end){.kind = known[i].kind};
    if (name.len && name.data[0] == '@')
        fault(r, column,
              "an end behind @ is one of subject, page, meeting, sitting, event, self, speaker, author, latest, draft, "
              "treaty and gathering, in an attribution previous");
    return (ent_rule_end){ENT_END_SLOT, ent_arena_str(r->arena, name)};
}

/* "established_by  F -> I" */
static void read_relation(reading *r, ent_str value, uint32_t column)
{
    ent_str type, ends;
    uint32_t at;
    cut_line(value, &type, &ends, &at);
    size_t arrow = ent_str_find(ends, ENT_STR("->"), 0);
    if (!ent_relation_find(type, &r->rule->type)) {
        fault(r, column, "there is no such type of relation");
    } else if (arrow == ENT_STR_NONE || ent_str_find(ends, ENT_STR("->"), arrow + 2) != ENT_STR_NONE) {
        fault(r, column, "a relation is written type SOURCE -> TARGET");
    } else if (r->rule->target.kind != ENT_END_SLOT || r->rule->target.slot.len) {
        fault(r, column, "the rule has a relation already; another one is another rule's");
    } else {
        r->rule->source = read_end(r, ent_str_slice(ends, 0, arrow), column + at);
        r->rule->target = read_end(r, ent_str_slice(ends, arrow + 2, ends.len), column + at + (uint32_t)arrow + 2);
    }
}

static void read_match(reading *r, ent_str value, uint32_t column)
{
    ent_pattern pattern = {.rule = (uint32_t)(r->rule - r->rules->rules.items),
                           .spot = spot_of(r, column),
                           .text = ent_arena_str(r->arena, value)};
    if (compile(r, &pattern, column))
        ent_vec_push(r->arena, &r->rules->patterns, pattern);
}

static void read_role(reading *r, ent_str value, uint32_t column)
{
    bool quoted = value.len && value.data[0] == '"';
    if (quoted && (value.len < 3 || value.data[value.len - 1] != '"'))
        fault(r, column, "a fixed role stands between quotation marks");
    else if (quoted)
        r->rule->role_text = ent_arena_str(r->arena, ent_str_slice(value, 1, value.len - 1));
    else
        r->rule->role_part = ent_arena_str(r->arena, value);
}

static void read_example(reading *r, ent_str value, uint32_t column, bool matches)
{
    size_t arrow = ent_str_find(value, ENT_STR("=>"), 0);
    ent_rule_example example = {.matches = matches, .spot = spot_of(r, column)};
    example.sentence = ent_arena_str(r->arena, ent_str_trim(ent_str_slice(value, 0, arrow)));
    if (arrow != ENT_STR_NONE)
        example.expected = ent_arena_str(r->arena, ent_str_trim(ent_str_slice(value, arrow + 2, value.len)));
    if (example.sentence.len)
        ent_vec_push(r->arena, &r->rule->examples, example);
    else
        fault(r, column, "an example is a sentence");
}

static void read_confidence(reading *r, ent_str value, uint32_t column)
{
    double confidence;
    if (ent_str_to_real(value, &confidence) && confidence > 0 && confidence <= 1)
        r->rule->confidence = (float)confidence;
    else
        fault(r, column, "a confidence is a number above 0, at most 1");
}

/* A line inside a rule. */
static void read_rule_line(reading *r, ent_str word, ent_str value, uint32_t column)
{
    ent_polarity polarity;
    ent_modality modality;
    if (ent_str_eq(word, ENT_STR("relation")))
        read_relation(r, value, column);
    else if (ent_str_eq(word, ENT_STR("match")))
        read_match(r, value, column);
    else if (ent_str_eq(word, ENT_STR("yes")) || ent_str_eq(word, ENT_STR("no")))
        read_example(r, value, column, word.data[0] == 'y');
    else if (ent_str_eq(word, ENT_STR("confidence")))
        read_confidence(r, value, column);
    else if (ent_str_eq(word, ENT_STR("polarity")) && !ent_polarity_find(value, &polarity))
        fault(r, column, "polarity is affirmed or negated");
    else if (ent_str_eq(word, ENT_STR("polarity")))
        r->rule->polarity = polarity;
    else if (ent_str_eq(word, ENT_STR("modality")) && !ent_modality_find(value, &modality))
        fault(r, column, "modality is stated, possible, normative, mandated, conditional or reported");
    else if (ent_str_eq(word, ENT_STR("modality")))
        r->rule->modality = modality;
    else if (ent_str_eq(word, ENT_STR("role")))
        read_role(r, value, column);
    else if (ent_str_eq(word, ENT_STR("holder")))
        r->rule->holder_part = ent_arena_str(r->arena, value);
    else if (ent_str_eq(word, ENT_STR("speaker")) && r->rule->attribution)
        r->rule->source = read_end(r, value, column);
    else if (ent_str_eq(word, ENT_STR("when")) && ent_str_eq(value, ENT_STR("spoken")))
        r->rule->spoken = true;
    else if (ent_str_eq(word, ENT_STR("when")) && ent_str_eq(value, ENT_STR("unnamed")))
        r->rule->unnamed = true;
    else
        fault(r, 0,
              "a rule has the lines relation match yes no confidence polarity modality role holder and when spoken or "
              "when unnamed, an attribution match yes no speaker and holder");
}

static void read_irregular(reading *r, ent_str value)
{
    const char *why = ent_classes_add_irregular(r->arena, &r->rules->classes, value);
    if (why)
        fault(r, 0, why);
}

static void read_line(reading *r)
{
    ent_str word, value;
    uint32_t column;
    if (!cut_line(r->line, &word, &value, &column))
        return;
    if (ent_str_eq(word, ENT_STR("class")))
        read_class(r, value, column);
    else if (ent_str_eq(word, ENT_STR("group")))
        read_group(r, value, column);
    else if (ent_str_eq(word, ENT_STR("irregular")))
        read_irregular(r, value);
    else if (ent_str_eq(word, ENT_STR("rule")) || ent_str_eq(word, ENT_STR("attribution")))
        begin_rule(r, value, word.data[0] == 'a', column);
    else if (r->rule)
        read_rule_line(r, word, value, column);
    else
        fault(r, 0, "expected class, group, irregular, rule or attribution");
}

ent_status ent_rules_add(ent_rules *rules, ent_vocabulary *vocabulary, ent_str file, ent_str text,
                         ent_fault_fn complain, void *context, ent_error *err)
{
    reading r = {.rules = rules,
                 .arena = &rules->arena,
                 .file = ent_arena_str(&rules->arena, file),
                 .complain = complain,
                 .context = context,
                 .err = err};
    rules->classes.vocabulary = vocabulary;
    ent_str rest = text;
    while (ent_str_split(&rest, ENT_STR("\n"), &r.line)) {
        r.n_line++;
        read_line(&r);
    }
    end_rule(&r);
    return r.failed ? ENT_FAILED : ENT_OK;
}
