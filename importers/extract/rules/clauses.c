/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ways lead from a subject over words to a verb of its own: an insertion between commas or brackets ("X, founded in
 * 1975, adopted …"), a relative clause, an apposition, and a predicate that another one is joined to ("X was founded by
 * A and is led by B"). A verb is known by its form and by where it stands: what it is is for the patterns to say, which
 * ask for their own words there.
 */
#include "importers/extract/rules/clause_words.h"
#include "importers/extract/rules/row.h"

#include <string.h>

enum {
    LONGEST_INSERTION = 40,
    MAX_CLAUSES = 24,
};

static void add(const ent_clause_finding *f, ent_clause clause)
{
    if (f->out->n < MAX_CLAUSES)
        ent_vec_push(f->arena, f->out, clause);
}

/* "Ecuador, for the Group of 77, stressed": what is said is the Group's. */
static bool names_principal(const ent_clause_finding *f, uint32_t item)
{
    if (ent_str_eq(ent_clause_text_of(f, item), ENT_STR("speaking")) && ent_clause_is_token(f, item + 1))
        item++;
    return ent_str_eq(ent_clause_text_of(f, item), ENT_STR("for")) ||
           (ent_str_eq(ent_clause_text_of(f, item), ENT_STR("on")) && ent_clause_is_token(f, item + 1) &&
            ent_str_eq(ent_clause_text_of(f, item + 1), ENT_STR("behalf")));
}

/* Where the sentence goes on behind an insertion that begins at `at`: a verb behind the comma or bracket that closes
 * it; else `at`. */
static uint32_t behind_insertion(const ent_clause_finding *f, uint32_t at)
{
    bool bracket = ent_clause_is_mark(f, at, '(');
    if (!bracket && !ent_clause_is_mark(f, at, ','))
        return at;
    if (ent_clause_is_of(f, at + 1, f->rules->cues.conjunction) || (!bracket && !ent_clause_is_token(f, at + 1)))
        return at;
    char close = bracket ? ')' : ',';
    for (uint32_t i = at + 2; i < f->row->items.n && i - at <= LONGEST_INSERTION; i++) {
        if (!bracket && (ent_clause_is_mark(f, i, ';') || ent_clause_is_mark(f, i, ':')))
            return at;
        uint32_t next = ent_clause_behind_adverbs(f, i + 1);
        if (ent_clause_is_mark(f, i, close) && ent_clause_is_finite(f, next) &&
            !(ent_clause_is_past(f, next) && !bracket && ent_clause_is_by(f, next + 1)))
            return i + 1;
        if (bracket && ent_clause_is_mark(f, i, close))
            return at;
    }
    return at;
}

/* Behind the mention at `at` and what depends on it: "of the Assembly", "on space debris". */
static uint32_t behind_dependents(const ent_clause_finding *f, uint32_t at)
{
    uint32_t end = at + 1;
    for (uint32_t i = end; i < f->row->items.n; i++) {
        if (ent_item_is_mention(ent_clause_item_at(f, i)) && ent_clause_item_at(f, i)->flags & ENT_ITEM_EMBEDDED)
            end = i + 1;
        else if (!ent_clause_is_of(f, i, f->rules->cues.preposition) &&
                 !ent_clause_is_of(f, i, f->rules->cues.determiner))
            break;
    }
    return end;
}

/* The auxiliaries from `at` on, adverbs and negations among them. */
static uint32_t behind_auxiliaries(const ent_clause_finding *f, uint32_t at)
{
    uint32_t end = at;
    for (uint32_t i = ent_clause_behind_adverbs(f, at); ent_clause_is_auxiliary(f, i);
         i = ent_clause_behind_adverbs(f, i + 1))
        end = i + 1;
    return end;
}

/* Whether a predicate begins at `item`, joined to one with or without auxiliaries. */
static bool is_joined(const ent_clause_finding *f, uint32_t item, bool shared)
{
    return shared ? ent_clause_is_past(f, item) || ent_clause_is_auxiliary(f, item) : ent_clause_is_finite(f, item);
}

static bool joins(const ent_clause_finding *f, uint32_t item)
{
    return ent_clause_is_of(f, item, f->rules->cues.conjunction) ||
           (ent_clause_is_token(f, item) && ent_str_eq(ent_clause_text_of(f, item), ENT_STR("but")));
}

/* "… and Peru signed": behind a conjunction another subject has its own verb; "…; and" without a verb begins one, too.
 */
static bool begins_another(const ent_clause_finding *f, uint32_t conjunction)
{
    uint32_t next = conjunction + 1;
    while (ent_clause_is_of(f, next, f->rules->cues.determiner))
        next++;
    bool mention = next < f->row->items.n && ent_item_is_mention(ent_clause_item_at(f, next));
    return ent_clause_is_mark(f, conjunction - 1, ';') ||
           (mention && ent_clause_is_finite(f, ent_clause_behind_adverbs(f, behind_dependents(f, next))));
}

/* Whether the clause of a predicate ends at `item`, where none is joined to it. */
static bool ends_clause(const ent_clause_finding *f, uint32_t item)
{
    if (ent_clause_is_mark(f, item, ';'))
        return !joins(f, item + 1);
    return ent_clause_is_token(f, item) &&
           (ent_clause_item_at(f, item)->flags & ENT_ITEM_CLAUSE || (joins(f, item) && begins_another(f, item)));
}

/* Each predicate that is joined to the one whose verb begins at `verb`: behind "and" or a semicolon, or in a row that
 * ends so behind a comma. The clause ends where another one begins. */
static void find_joined(const ent_clause_finding *f, uint32_t subject_end, uint32_t verb)
{
    uint32_t verb_end = behind_auxiliaries(f, verb), pending[MAX_CLAUSES], n_pending = 0;
    bool shared = verb_end > verb;
    for (uint32_t i = verb_end + 1; i + 1 < f->row->items.n; i++) {
        bool comma = ent_clause_is_mark(f, i, ','), conjunction = joins(f, i),
             closes = conjunction || ent_clause_is_mark(f, i, ';');
        uint32_t next = ent_clause_behind_adverbs(f, i + 1);
        uint32_t inserted = conjunction ? behind_insertion(f, next) : next; /* "and, with Chile, signed" */
        bool joined = (comma || closes) && is_joined(f, ent_clause_behind_adverbs(f, inserted), shared);
        if (!joined && ends_clause(f, i))
            return;
        if (!joined)
            continue;
        if (comma && n_pending < MAX_CLAUSES)
            pending[n_pending++] = next;
        if (!closes)
            continue;
        if (ent_item_is_mention(ent_clause_item_at(f, i - 1)))
            f->row->items.items[i - 1].flags |= ENT_ITEM_EMBEDDED;
        bool denied = ent_str_eq(ent_clause_text_of(f, i), ENT_STR("nor")); /* which the clause must say, too */
        pending[n_pending < MAX_CLAUSES ? n_pending++ : n_pending - 1] = denied ? i : next;
        for (uint32_t j = 0; j < n_pending; j++) {
            bool own = !shared || ent_clause_is_auxiliary(f, pending[j]);
            add(f, (ent_clause){subject_end, verb, own ? verb : verb_end, pending[j]});
        }
        n_pending = 0;
    }
}

/* What is said of the mention at `at`, where it may be a subject. */
static void find_of(const ent_clause_finding *f, uint32_t at)
{
    uint32_t subject_end = behind_dependents(f, at);
    if (ent_clause_is_token(f, subject_end + 1) && names_principal(f, subject_end + 1))
        subject_end = behind_insertion(f, subject_end);
    uint32_t verb = behind_insertion(f, subject_end);
    bool inserted = verb > subject_end;
    uint32_t first = ent_clause_behind_adverbs(f, verb);
    if (!inserted && !ent_clause_is_finite(f, first))
        return;
    if (inserted)
        add(f, (ent_clause){subject_end, verb, verb, verb});
    find_joined(f, subject_end, verb);
}

/* Whether a relative clause begins at `item`, its verb behind it. */
static bool is_relative(const ent_clause_finding *f, uint32_t item)
{
    static const char *const pronouns[] = {"that", "which", "who"};
    uint32_t verb = ent_clause_behind_adverbs(f, item + 1);
    if (!ent_clause_is_token(f, item) || !(ent_clause_is_finite(f, verb) || ent_clause_ends_as_present(f, verb)))
        return false;
    ent_str text = ent_clause_text_of(f, item);
    for (size_t i = 0; i < sizeof pronouns / sizeof *pronouns; i++)
        if (ent_str_eq(text, ent_str_from(pronouns[i])))
            return true;
    return false;
}

/* The "which" or "who" of the mention at `at` when a verb follows it, else 0. */
static uint32_t relative_of(const ent_clause_finding *f, uint32_t at)
{
    uint32_t pronoun = ent_clause_is_mark(f, at + 1, ',') ? at + 2 : at + 1;
    return is_relative(f, pronoun) && !ent_str_eq(ent_clause_text_of(f, pronoun), ENT_STR("that")) ? pronoun : 0;
}

/* ", which was introduced by A and adopted by B": said of the mention before. Of a name that hangs on another one ("the
 * report of X, which …") it is not sure, and without a comma it tells which of several. */
static void find_relative(const ent_clause_finding *f, uint32_t at, uint32_t pronoun)
{
    if (!(ent_clause_item_at(f, at)->flags & ENT_ITEM_EMBEDDED) && ent_clause_is_mark(f, at + 1, ','))
        add(f, (ent_clause){at + 1, pronoun, pronoun, pronoun + 1});
    find_joined(f, pronoun + 1, pronoun + 1);
}

/* Where the words begin that say what the mention at `at` is: behind a comma or "is", a determiner, "one of the". 0:
 * nowhere. */
static uint32_t predicate_of(const ent_clause_finding *f, uint32_t at)
{
    uint32_t first = ent_clause_is_mark(f, at + 1, ',') ? at + 2 : behind_auxiliaries(f, at + 1);
    if (first == at + 1)
        return 0;
    for (uint32_t i = at + 1; i < first; i++)
        if (ent_clause_is_of(f, i, f->rules->cues.negation))
            return 0;
    if (ent_clause_is_token(f, first) && ent_str_eq(ent_clause_text_of(f, first), ENT_STR("one")) &&
        ent_clause_is_of(f, first + 1, f->rules->cues.preposition))
        first += 2;
    return ent_clause_is_of(f, first, f->rules->cues.determiner) ? first + 1 : 0;
}

/* "X, a foundation funded by A", "X is a body founded by A", "X is one of the bodies that report to A": the participle
 * and the relative clause tell of X. */
static void find_apposition(const ent_clause_finding *f, uint32_t at)
{
    enum { LONGEST_HEAD = 6 };
    uint32_t first = predicate_of(f, at);
    if (!first)
        return;
    for (uint32_t i = first + 1;
         i <= first + LONGEST_HEAD && (ent_clause_is_content(f, i - 1) || !ent_clause_is_token(f, i - 1)); i++) {
        if (ent_clause_is_content(f, i - 1) && ent_clause_is_past(f, i) && !ent_clause_is_auxiliary(f, i)) {
            add(f, (ent_clause){at + 1, i, i, i});
            return;
        }
        uint32_t pronoun = ent_clause_is_mark(f, i, ',') ? i + 1 : i;
        if (ent_clause_is_content(f, i - 1) && is_relative(f, pronoun)) {
            add(f, (ent_clause){at + 1, pronoun, pronoun, pronoun + 1});
            return;
        }
    }
}

/* Whether nothing but the beginning of the clause stands before: no verb, so that what stands here may be its subject.
 */
static bool may_be_subject(const ent_clause_finding *f, uint32_t at)
{
    if (ent_clause_item_at(f, at)->flags & ENT_ITEM_EMBEDDED || !ent_clause_item_at(f, at)->kinds)
        return false;
    for (uint32_t i = at; i-- > 0;) {
        if (ent_clause_is_token(f, i) && ent_clause_item_at(f, i)->flags & ENT_ITEM_CLAUSE)
            return true;
        if (ent_item_is_mention(ent_clause_item_at(f, i)) && !(ent_clause_item_at(f, i)->flags & ENT_ITEM_EMBEDDED))
            return false;
        if (ent_clause_is_auxiliary(f, i))
            return false;
    }
    return true;
}

/* "Chile called for: X; Y; and Z": each is said of what stands before the colon, where a verb does. */
static void find_listed(const ent_clause_finding *f)
{
    uint32_t n = (uint32_t)f->row->items.n, colon = 0;
    for (; colon < n && !ent_clause_is_mark(f, colon, ':'); colon++)
        if (ent_clause_is_mark(f, colon, ';') || ent_clause_is_mark(f, colon, '"'))
            return;
    bool told = false;
    for (uint32_t i = 0; colon < n && i < colon && !told; i++)
        told = ent_clause_is_finite(f, i);
    for (uint32_t i = colon; told && i + 1 < n; i++)
        if (i == colon || ent_clause_is_mark(f, i, ';'))
            add(f, (ent_clause){colon, colon, colon, i + 1 + joins(f, i + 1)});
}

/* Whether a verb, or what it governs, waits for its object at the comma at `at`. */
static bool waits(const ent_clause_finding *f, uint32_t at)
{
    return ent_clause_is_mark(f, at, ',') && at > 0 &&
           (ent_clause_is_finite(f, at - 1) || ent_clause_is_of(f, at - 1, f->rules->cues.preposition));
}

/* "Chile supported, and Peru opposed, X": the object behind the second verb is the first one's, too. */
static void find_raised(const ent_clause_finding *f)
{
    enum { LONGEST = 9 };
    for (uint32_t at = 1; at + 3 < f->row->items.n; at++) {
        if (!waits(f, at) || !joins(f, at + 1))
            continue;
        bool other = false;
        for (uint32_t i = at + 2; i < f->row->items.n && i <= at + LONGEST && (i == at + 2 || !waits(f, i - 1)); i++) {
            other |= ent_item_is_mention(ent_clause_item_at(f, i));
            if (other && waits(f, i))
                add(f, (ent_clause){at, at, at, i + 1});
        }
    }
}

/* ---- verbs left out ---------------------------------------------------------------------------------------------- */

/* "in 2013", "– in May 2013", "(2013)" at `at`, and no verb behind it: behind the number, or `at`. */
static uint32_t behind_date(const ent_clause_finding *f, uint32_t at)
{
    enum { WORDS = 3 };
    static const char *const marks[] = {",", "–", "—", "-", "(", "in", "on", "since", "from"};
    uint32_t number = at;
    for (uint32_t end = at + WORDS + 1; number < end && !ent_clause_is_number(f, number); number++) {
        bool passed = ent_clause_is_token(f, number);
        ent_str text = passed ? ent_clause_text_of(f, number) : ENT_STR_EMPTY;
        bool mark = passed && ent_is_upper(text.len ? text.data[0] : 'a'); /* a month */
        for (size_t i = 0; passed && i < sizeof marks / sizeof *marks && !mark; i++)
            mark = ent_str_eq(text, ent_str_from(marks[i]));
        if (!mark)
            return at;
    }
    bool dated = number > at && ent_clause_is_number(f, number);
    uint32_t next = ent_clause_behind_adverbs(f, number + 1);
    return dated && !ent_clause_is_finite(f, next) ? number + 1 : at;
}

/* The first mention behind the first verb that has one before it, no other verb between: the object, or 0. */
static uint32_t object_of_first(const ent_clause_finding *f)
{
    bool subject = false, verb = false;
    for (uint32_t i = 0; i < f->row->items.n; i++) {
        bool mention = ent_item_is_mention(ent_clause_item_at(f, i));
        if (mention && verb)
            return i;
        subject |= mention;
        verb |= subject && !mention && ent_clause_is_past(f, i);
    }
    return 0;
}

/* "Chile and Peru joined the Group in 2012, Norway in 2013; Oman – in 2014": with a date of their own others did the
 * same. */
static void find_gapped(const ent_clause_finding *f)
{
    enum { WHO = ENT_KIND_BIT(ENT_STATE) | ENT_KIND_BIT(ENT_ORGANIZATION) };
    uint32_t object = object_of_first(f);
    for (uint32_t i = object + 1; object && i + 1 < f->row->items.n; i++) {
        if (ent_clause_is_finite(f, i) && !ent_item_is_mention(ent_clause_item_at(f, i)))
            return;
        if (!ent_clause_is_mark(f, i, ',') && !ent_clause_is_mark(f, i, ';') && !joins(f, i))
            continue;
        uint32_t who = i + 1 + joins(f, i + 1);
        who += ent_clause_is_of(f, who, f->rules->cues.determiner);
        bool others = who < f->row->items.n && ent_item_is_mention(ent_clause_item_at(f, who)) &&
                      !(ent_clause_item_at(f, who)->kinds & ~(ent_kinds)WHO);
        if (others && behind_date(f, who + 1) > who + 1)
            add(f, (ent_clause){object + 1, object + 1, object + 1, who});
    }
}

void ent_clauses_find(ent_arena *arena, const ent_rules *rules, ent_row *row, ent_clauses *out)
{
    ent_clause_finding f = {arena, rules, row, out};
    for (uint32_t at = 0; at < row->items.n; at++) {
        if (!ent_item_is_mention(ent_clause_item_at(&f, at)))
            continue;
        uint32_t pronoun = relative_of(&f, at);
        if (pronoun)
            find_relative(&f, at, pronoun);
        find_apposition(&f, at);
        if (may_be_subject(&f, at))
            find_of(&f, at);
    }
    find_listed(&f);
    find_raised(&f);
    find_gapped(&f);
}

void ent_clause_row(ent_arena *arena, const ent_rules *rules, const ent_row *row, const ent_clause *clause,
                    ent_row *out)
{
    *out = *row;
    memset(&out->items, 0, sizeof out->items);
    out->cut = true;
    out->seam = out->seam_end = clause->subject_end;
    for (uint32_t i = 0; i < row->items.n; i++) {
        bool kept = i < clause->subject_end || (i >= clause->verb && i < clause->verb_end) || i >= clause->rest;
        if (kept)
            ent_vec_push(arena, &out->items, row->items.items[i]);
    }
    ent_row_sum(arena, rules, out);
}
