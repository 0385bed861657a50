/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A recursive descent over the pattern's text. Each construct gives a fragment: steps whose skips are relative, so that
 * fragments are put together by appending. */
#include "importers/extract/rules/pattern.h"

#include <string.h>

enum { NARROW_GAP = 16 };

typedef ENT_VEC(ent_step) fragment;

typedef struct parsing {
    ent_arena *arena;   /* for what stays */
    ent_arena *scratch; /* for pieces on their way into larger ones */
    ent_word_classes *classes;
    const ent_pattern_groups *groups;
    ent_pattern *pattern;
    ent_str text;
    uint32_t at;
    uint32_t begun; /* where the element at hand begins */
    ent_pattern_faults *faults;
    bool lost; /* what follows cannot be told */
} parsing;

static void parse_alternatives(parsing *p, fragment *out, uint32_t begin);

static void fail_at(parsing *p, uint32_t at, const char *why)
{
    ent_vec_push(p->arena, p->faults, (ent_pattern_fault){at, why});
}

/* Of the element at hand; the ones behind it are read all the same. */
static void fail(parsing *p, const char *why)
{
    fail_at(p, p->begun, why);
}

/* The same where nobody can tell how the pattern goes on. */
static void lose(parsing *p, uint32_t at, const char *why)
{
    if (!p->lost)
        fail_at(p, at, why);
    p->lost = true;
}

static char peek(parsing *p)
{
    while (p->at < p->text.len && ent_is_space(p->text.data[p->at]))
        p->at++;
    return p->at < p->text.len ? p->text.data[p->at] : '\0';
}

static bool take(parsing *p, char c)
{
    bool there = p->at < p->text.len && p->text.data[p->at] == c;
    p->at += there;
    return there;
}

static ent_step step_at(const parsing *p, ent_op op)
{
    return (ent_step){.op = op, .slot = ENT_NO_SLOT, .nested_slot = ENT_NO_SLOT, .column = p->at};
}

static void emit(parsing *p, fragment *out, ent_step step)
{
    ent_vec_push(p->scratch, out, step);
}

static void append(parsing *p, fragment *out, const fragment *more)
{
    for (size_t i = 0; i < more->n; i++)
        emit(p, out, more->items[i]);
}

static bool is_word_char(char c)
{
    return ent_is_alpha(c) || ent_is_digit(c) || c == '\'' || (unsigned char)c >= 0x80;
}

static ent_str read_word(parsing *p)
{
    size_t begin = p->at;
    while (p->at < p->text.len && is_word_char(p->text.data[p->at]))
        p->at++;
    return ent_str_slice(p->text, begin, p->at);
}

static ent_str read_until(parsing *p, char end)
{
    size_t begin = p->at;
    while (p->at < p->text.len && p->text.data[p->at] != end)
        p->at++;
    ent_str inside = ent_str_slice(p->text, begin, p->at);
    if (!take(p, end))
        lose(p, p->begun, "something is opened and not closed");
    return inside;
}

static uint8_t slot_number(parsing *p, ent_str name)
{
    uint8_t known = ent_pattern_slot(p->pattern, name);
    if (known != ENT_NO_SLOT)
        return known;
    if (p->pattern->n_slots == ENT_MAX_SLOTS) {
        fail(p, "too many named parts (8 at most)");
        return ENT_NO_SLOT;
    }
    p->pattern->slots[p->pattern->n_slots] = ent_arena_str(p->arena, name);
    return p->pattern->n_slots++;
}

/* "forum,event}", "instrument form=treaty|code}" or "bloc class!=states}" */
static ent_kinds read_kinds(parsing *p, ent_step *step)
{
    ent_str text = read_until(p, '}');
    size_t space = ent_str_find(text, ENT_STR(" "), 0), equals = ent_str_find(text, ENT_STR("="), 0);
    ent_kinds kinds = 0;
    if (ent_kinds_parse(ent_str_slice(text, 0, space), &kinds, NULL) != ENT_OK)
        fail(p, "no such kind of entity");
    if (space != ENT_STR_NONE && equals == ENT_STR_NONE)
        fail(p, "behind the kinds stands attribute=value");
    if (equals != ENT_STR_NONE && ent_str_find(text, ENT_STR(","), equals) != ENT_STR_NONE)
        fail(p, "the kinds stand before the attribute, and values are joined by |");
    if (equals != ENT_STR_NONE) {
        step->lacks = text.data[equals - 1] == '!';
        step->attribute = ent_arena_str(p->arena, ent_str_trim(ent_str_slice(text, space, equals - step->lacks)));
        step->values = ent_arena_str(p->arena, ent_str_slice(text, equals + 1, text.len));
    }
    return kinds;
}

/* Behind "F:" or "F+:", at "{". `how` says which mentions the slot takes. */
static void parse_slot(parsing *p, fragment *out, uint8_t slot, ent_step how)
{
    ent_step step = step_at(p, ENT_OP_SLOT);
    step.column = p->begun;
    step.slot = slot;
    step.each = how.each;
    step.alone = how.alone;
    step.first_alone = how.first_alone;
    step.but_last = how.but_last;
    step.free = how.free;
    take(p, '{');
    step.kinds = read_kinds(p, &step);
    if (take(p, '[')) {
        ent_str name = read_word(p);
        if (!take(p, ':') || !take(p, '{'))
            lose(p, p->begun, "inside [ ] stands a named mention, as in [G:{forum}]");
        step.nested_slot = slot_number(p, name);
        ent_step inner = {0};
        step.nested_kinds = read_kinds(p, &inner);
        if (inner.attribute.len)
            fail(p, "the mention inside takes no attribute");
        if (!take(p, ']'))
            lose(p, p->begun, "[ is not closed");
    }
    emit(p, out, step);
}

static uint32_t class_of(parsing *p, ent_str word, bool exact)
{
    if (!exact && word.len > 1 && ent_is_upper(word.data[0]) && ent_is_upper(word.data[1])) {
        uint32_t named = ent_classes_find(p->classes, word);
        if (named == ENT_NO_CLASS)
            fail(p, "no class and no group of this name is defined above");
        return named;
    }
    return ent_classes_word(p->arena, p->classes, ent_arena_str(p->arena, word), exact);
}

static void parse_gap(parsing *p, fragment *out, uint8_t slot)
{
    ent_step step = step_at(p, ENT_OP_GAP);
    step.column = p->begun;
    take(p, '~');
    step.slot = slot;
    step.wide = take(p, '~');
    step.limit = step.wide ? UINT32_MAX : NARROW_GAP;
    for (uint32_t n = 0; p->at < p->text.len && ent_is_digit(p->text.data[p->at]) && n < 1000; p->at++)
        step.limit = n = n * 10 + (uint32_t)(p->text.data[p->at] - '0');
    while (take(p, '!')) {
        bool exact = take(p, '"');
        ent_str word = exact ? read_until(p, '"') : read_word(p);
        if (!word.len)
            fail(p, "! wants the word that may not stand in the gap");
        ent_vec_push(p->arena, &step.without, class_of(p, word, exact));
    }
    emit(p, out, step);
}

static void parse_group(parsing *p, fragment *out, uint8_t slot)
{
    ent_step open = step_at(p, ENT_OP_OPEN), close = step_at(p, ENT_OP_CLOSE);
    open.column = p->begun;
    open.slot = close.slot = slot;
    take(p, '(');
    if (slot != ENT_NO_SLOT)
        emit(p, out, open);
    parse_alternatives(p, out, open.column);
    if (peek(p) != ')')
        lose(p, open.column, "( is not closed");
    take(p, ')');
    if (slot != ENT_NO_SLOT)
        emit(p, out, close);
}

/* A group's own pattern stands here; for explaining, at the place of its name. */
static void parse_named_group(parsing *p, fragment *out, const ent_pattern_group *group, uint32_t column)
{
    ent_pattern_faults told = {0}; /* where the group is defined */
    parsing inner = *p;
    size_t first = out->n;
    inner.faults = &told;
    inner.text = group->text;
    inner.at = 0;
    parse_alternatives(&inner, out, 0);
    for (size_t i = first; i < out->n; i++)
        out->items[i].column = column;
}

/* A word, a class, a group, or the name of what follows its colon. */
static void parse_word(parsing *p, fragment *out)
{
    ent_step step = step_at(p, ENT_OP_WORDS);
    ent_str word = read_word(p);
    if (word.len == 0) {
        lose(p, p->begun, "this is no element of a pattern");
        p->at++;
        return;
    }
    ent_step how = {.each = take(p, '+'),
                    .alone = take(p, '='),
                    .first_alone = take(p, '<'),
                    .but_last = take(p, '>'),
                    .free = take(p, '!')};
    if (take(p, ':')) {
        uint8_t slot = slot_number(p, word);
        char next = peek(p);
        if (next == '{')
            parse_slot(p, out, slot, how);
        else if (next == '~')
            parse_gap(p, out, slot);
        else if (next == '(')
            parse_group(p, out, slot);
        else
            lose(p, p->begun, "a name stands before {kinds}, ~ or ( … )");
        return;
    }
    if (how.each || how.alone || how.first_alone || how.but_last || how.free)
        fail(p, "+, =, <, > and ! belong to a named mention");
    const ent_pattern_group *group = ent_pattern_group_find(p->groups, word);
    if (group) {
        parse_named_group(p, out, group, step.column);
        return;
    }
    step.class_id = class_of(p, word, false);
    emit(p, out, step);
}

static void parse_single(parsing *p, fragment *out, ent_op op)
{
    emit(p, out, step_at(p, op));
    p->at++;
}

static void parse_primary(parsing *p, fragment *out)
{
    char next = peek(p);
    p->begun = p->at;
    switch (next) {
    case '(':
        parse_group(p, out, ENT_NO_SLOT);
        return;
    case '{':
        parse_slot(p, out, ENT_NO_SLOT, (ent_step){0});
        return;
    case '~':
        parse_gap(p, out, ENT_NO_SLOT);
        return;
    case '^':
        parse_single(p, out, ENT_OP_BEGIN);
        return;
    case '$':
        parse_single(p, out, ENT_OP_END);
        return;
    case '-':
        parse_single(p, out, ENT_OP_HYPHEN);
        return;
    case '"': {
        ent_step step = step_at(p, ENT_OP_WORDS);
        take(p, '"');
        step.class_id = class_of(p, read_until(p, '"'), true);
        emit(p, out, step);
        return;
    }
    default:
        parse_word(p, out);
    }
}

static void parse_sequence(parsing *p, fragment *out)
{
    while (!p->lost && peek(p) && peek(p) != ')' && peek(p) != '|') {
        fragment one = {0};
        ent_step split = step_at(p, ENT_OP_SPLIT);
        parse_primary(p, &one);
        if (take(p, '?')) {
            split.skip = (uint32_t)one.n + 1;
            emit(p, out, split);
        }
        append(p, out, &one);
    }
}

/* For explaining, an alternative begins where all do: that it lacks says that none is there. */
static void begin_at(fragment *alternative, uint32_t column)
{
    for (size_t i = 0; i < alternative->n && (i == 0 || alternative->items[i - 1].op == ENT_OP_SPLIT); i++)
        alternative->items[i].column = column;
}

static void parse_alternatives(parsing *p, fragment *out, uint32_t begin)
{
    fragment left = {0}, right = {0};
    ent_step split = step_at(p, ENT_OP_SPLIT), jump = step_at(p, ENT_OP_JUMP);
    split.column = begin;
    parse_sequence(p, &left);
    begin_at(&left, begin);
    if (peek(p) != '|') {
        append(p, out, &left);
        return;
    }
    take(p, '|');
    parse_alternatives(p, &right, begin);
    begin_at(&right, begin);
    split.skip = (uint32_t)left.n + 2;
    jump.skip = (uint32_t)right.n + 1;
    emit(p, out, split);
    append(p, out, &left);
    emit(p, out, jump);
    append(p, out, &right);
}

bool ent_pattern_compile(ent_arena *arena, ent_word_classes *classes, const ent_pattern_groups *groups,
                         ent_pattern *pattern, ent_pattern_faults *faults)
{
    ent_arena scratch = {0};
    parsing p = {.arena = arena,
                 .scratch = &scratch,
                 .classes = classes,
                 .groups = groups,
                 .pattern = pattern,
                 .text = pattern->text,
                 .faults = faults};
    fragment steps = {0};
    parse_alternatives(&p, &steps, 0);
    if (!p.lost && peek(&p))
        fail_at(&p, p.at, "this closes nothing");
    if (!faults->n && steps.n == 0)
        fail(&p, "a pattern has at least one element");
    if (!faults->n && steps.n >= ENT_MAX_STEPS)
        fail(&p, "a pattern has 511 steps at most");
    emit(&p, &steps, step_at(&p, ENT_OP_MATCH));
    pattern->steps.items = ENT_ARENA_NEW(arena, ent_step, steps.n);
    memcpy(pattern->steps.items, steps.items, steps.n * sizeof *steps.items);
    pattern->steps.n = pattern->steps.cap = steps.n;
    ent_arena_clear(&scratch);
    return faults->n == 0;
}

const ent_pattern_group *ent_pattern_group_find(const ent_pattern_groups *groups, ent_str name)
{
    for (size_t i = 0; i < groups->n; i++)
        if (ent_str_eq(groups->items[i].name, name))
            return &groups->items[i];
    return NULL;
}

uint8_t ent_pattern_slot(const ent_pattern *pattern, ent_str name)
{
    for (uint8_t i = 0; i < pattern->n_slots; i++)
        if (ent_str_eq(pattern->slots[i], name))
            return i;
    return ENT_NO_SLOT;
}

ent_kinds ent_pattern_kinds(const ent_pattern *pattern, uint8_t slot)
{
    ent_kinds kinds = 0;
    for (size_t i = 0; i < pattern->steps.n; i++) {
        const ent_step *step = &pattern->steps.items[i];
        if (step->op == ENT_OP_SLOT && step->slot == slot)
            kinds |= step->kinds;
    }
    return kinds;
}
