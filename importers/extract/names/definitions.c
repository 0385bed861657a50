/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Short forms that a document defines: "Open-ended Working Group (OEWG) on …", "the Committee on Widgets (hereafter the
 * Committee)", lists of acronyms. They hold for this document, and there letter case counts. */
#include "importers/extract/names/finder.h"

enum { MAX_ASIDE = 8, MAX_SHORT_WORDS = 3 };

typedef struct short_form {
    uint32_t first, last; /* tokens */
    bool announced;       /* quoted or "hereafter": need not be made of initials */
} short_form;

/* ---- what may be a short form ------------------------------------------------------------------------------------ */

static bool is_announcement(const ent_finder *f, uint32_t token)
{
    ent_str text = ent_token_text(f->segments, token);
    return ent_str_eq_nocase(text, ENT_STR("hereafter")) || ent_str_eq_nocase(text, ENT_STR("hereinafter")) ||
           ent_str_eq_nocase(text, ENT_STR("henceforth"));
}

/* Words that only lead to the short form: "hereinafter referred to as the". */
static bool is_lead(const ent_finder *f, uint32_t token)
{
    static const char *const leads[] = {"referred", "to", "as", "the", "or", "called", "known", "simply", NULL};
    return ent_str_is_any_nocase(ent_token_text(f->segments, token), leads);
}

/* What stands in the brackets at `open`, when that is a short form. */
static bool read_short_form(const ent_finder *f, uint32_t open, uint32_t end, short_form *out)
{
    uint32_t i = open + 1;
    *out = (short_form){0};
    for (; i < end && i <= open + MAX_ASIDE; i++) {
        bool quote = f->tokens[i].kind == ENT_TOKEN_PUNCT && !ent_finder_is(f, i, f->words.close);
        if (!quote && !is_announcement(f, i) && !is_lead(f, i))
            break;
        out->announced = out->announced || quote || is_announcement(f, i);
    }
    out->first = i;
    while (i < end && i < out->first + MAX_SHORT_WORDS && f->tokens[i].kind == ENT_TOKEN_WORD &&
           ent_finder_is_capital(f, i))
        i++;
    out->last = i;
    while (i < end && f->tokens[i].kind == ENT_TOKEN_PUNCT && !ent_finder_is(f, i, f->words.close) && out->announced)
        i++;
    bool one = out->last == out->first + 1 && ent_finder_is_acronym(f, out->first);
    i += one && i < end && f->tokens[i].kind == ENT_TOKEN_NUMBER; /* "(WG 3)": its third session */
    return i < end && ent_finder_is(f, i, f->words.close) && (one || (out->announced && out->last > out->first));
}

/* Whether the capitals of a short form stand, in order, at the beginnings of the name's words: most of them do. */
static bool spells(const ent_finder *f, const short_form *s, uint32_t first, uint32_t last)
{
    ent_str text = ent_token_text(f->segments, s->first);
    uint32_t wanted = 0, found = 0, token = first;
    for (size_t i = 0; i < text.len; i++) {
        if (!ent_is_upper(text.data[i]))
            continue;
        wanted++;
        for (uint32_t at = token; at < last; at++) {
            char initial = f->document->text.data[f->tokens[at].begin];
            if (at == s->first || ent_to_lower(initial) != ent_to_lower(text.data[i]))
                continue;
            found++;
            token = at + 1;
            break;
        }
    }
    return wanted >= 2 && found * 10 >= wanted * 6;
}

/* ---- binding ----------------------------------------------------------------------------------------------------- */

static void bind(ent_finder *f, ent_str text, uint32_t entity)
{
    if (entity == ENT_UNRESOLVED)
        return;
    entity = ent_session_by_code(f, entity, text);
    ent_binding binding = {text, entity, f->out->entities.items[entity].kind};
    uint32_t at = ent_map_find_or_set(f->arena, &f->binding_of, text, (uint32_t)f->bindings.n);
    if (at == f->bindings.n)
        ent_vec_push(f->arena, &f->bindings, binding);
}

/* The entries of the lexicon that the document names in full, not by a short form that others share. */
static void note_named_in_full(ent_finder *f)
{
    f->in_full = ENT_ARENA_NEW(f->arena, bool, ent_lexicon_count(f->lexicon) + 1);
    for (size_t i = 0; i < f->items.n; i++) {
        const ent_candidate *c = &f->items.items[i];
        const ent_sense *sense = c->gone || c->sense == UINT32_MAX ? NULL : ent_lexicon_sense_at(f->lexicon, c->sense);
        if (sense && sense->entry != UINT32_MAX && sense->next == UINT32_MAX && !(sense->marks & ENT_ALIAS_CONTEXT))
            f->in_full[sense->entry] = true;
    }
}

/* How many of a short form's senses the document names in full. */
static uint32_t senses_named(const ent_finder *f, uint32_t first_sense)
{
    uint32_t n = 0;
    for (uint32_t at = first_sense; at != UINT32_MAX; at = ent_lexicon_sense_at(f->lexicon, at)->next) {
        uint32_t entry = ent_lexicon_sense_at(f->lexicon, at)->entry;
        n += entry != UINT32_MAX && f->in_full[entry];
    }
    return n;
}

/* The lexicon knows better: it has the short form for another entity and the name does not begin with its letter ("a
 * legally binding instrument on the prevention of … (PAROS)"), or the document names several of its bearers in full. */
static bool is_known_better(ent_finder *f, const short_form *s, const ent_candidate *name)
{
    uint32_t known = ent_trie_value(&f->lexicon->names, ent_trie_step(&f->lexicon->names, 0, f->tokens[s->first].word));
    if (s->announced || known == ENT_TRIE_NONE || s->last != s->first + 1)
        return false;
    const ent_sense *sense = ent_lexicon_sense_at(f->lexicon, known);
    if (sense->next != UINT32_MAX || sense->marks & ENT_ALIAS_CONTEXT)
        return senses_named(f, known) > 1;
    char letter = f->document->text.data[f->tokens[s->first].begin];
    char initial = f->document->text.data[f->tokens[name->mention.first].begin];
    return sense->entry != UINT32_MAX && ent_finder_entry(f, sense->entry) != ent_finder_names(f, name) &&
           ent_to_lower(letter) != ent_to_lower(initial);
}

/* The words of a name as its beginnings: "Affaires" is "Affairs". */
static bool has_beginning(ent_str name, ent_str word)
{
    enum { BEGINNING = 5 };
    ent_str begin = ent_str_slice(word, 0, BEGINNING < word.len ? BEGINNING : word.len);
    for (size_t i = 0; i + begin.len <= name.len; i++)
        if ((i == 0 || !ent_is_alpha(name.data[i - 1])) &&
            ent_str_eq_nocase(ent_str_slice(name, i, i + begin.len), begin))
            return true;
    return false;
}

/* The long name may be cut short at a line's end, or written in another way: nearly all its words stand in the
 * lexicon's name. */
static bool is_like(const ent_finder *f, ent_str name, const ent_mention *m)
{
    uint32_t n = 0, found = 0;
    for (uint32_t i = m->first; i < m->last; i++) {
        if (f->tokens[i].kind != ENT_TOKEN_WORD || ent_finder_lists(f, i) & ENT_LIST(LINK))
            continue;
        n++;
        found += has_beginning(name, ent_token_text(f->segments, i));
    }
    return n >= 2 && found * 5 >= n * 4;
}

/* What the lexicon knows the short form for is meant, where its name has the words that are here. */
static void complete_name(ent_finder *f, const short_form *s, ent_candidate *name)
{
    uint32_t known = ent_trie_value(&f->lexicon->names, ent_trie_step(&f->lexicon->names, 0, f->tokens[s->first].word));
    const ent_sense *sense = known == ENT_TRIE_NONE ? NULL : ent_lexicon_sense_at(f->lexicon, known);
    if (!sense || sense->next != UINT32_MAX || sense->entry == UINT32_MAX || name->mention.source != ENT_BY_FORM)
        return;
    const ent_lexicon_entry *entry = ent_lexicon_entry_at(f->lexicon, sense->entry);
    if (entry->kind == name->mention.kind && is_like(f, entry->name, &name->mention))
        name->mention.entity = ent_finder_entry(f, sense->entry);
}

/* The first of the words right before the bracket at `open` whose initials are the short form's letters; `open`: none.
 */
static uint32_t spelled_words(const ent_finder *f, const short_form *s, uint32_t begin, uint32_t open)
{
    ent_str text = ent_token_text(f->segments, s->first);
    uint32_t at = open;
    for (size_t left = text.len; left > 0; left--) {
        if (!ent_is_upper(text.data[left - 1]))
            continue;
        if (at == begin ||
            ent_to_lower(f->document->text.data[f->tokens[at - 1].begin]) != ent_to_lower(text.data[left - 1]))
            return open;
        at--;
    }
    return at;
}

/* "the Committee to develop a binding widget instrument (BWI) on quux": the text within a body's name that the short
 * form stands for. */
static bool bind_text_within(ent_finder *f, const short_form *s, const ent_candidate *over, uint32_t open)
{
    uint32_t first = spelled_words(f, s, over->mention.first, open), behind = s->last + 1;
    bool body = over->mention.kind == ENT_FORUM || over->mention.kind == ENT_EVENT;
    if (!body || s->announced || over->mention.last <= behind || first == open || first == over->mention.first ||
        !(ent_finder_lists(f, open - 1) & ENT_LIST(DESCRIBED_INSTRUMENT)))
        return false;
    ent_str name = ent_arena_join(f->arena, ent_finder_name(f, first, open), ENT_STR(" "),
                                  ent_finder_name(f, behind, over->mention.last));
    bind(f, ent_token_text(f->segments, s->first),
         ent_finder_entity(f, ENT_INSTRUMENT, name, ENT_STR("status=proposed")));
    return true;
}

/* "a workshop on the Widget Trade Initiative (WTI)", "Secretariat of the Widget Trade Committee (WTC)": the short form
 * is that of what the name is about. */
static bool stands_for_part(ent_finder *f, const short_form *s, const ent_candidate *over, uint32_t open)
{
    const ent_mention *m = &over->mention;
    bool body = (m->kind == ENT_ORGANIZATION || m->kind == ENT_FORUM) && m->source == ENT_BY_FORM;
    uint32_t within = spelled_words(f, s, m->first, open);
    bool whole = within == open || within > m->first; /* "Widget Alert (WA) Summit": of its first words alone */
    if (m->kind == ENT_EVENT && m->last > s->last + 1 && !whole)
        return true;
    if (!body && !(m->kind == ENT_EVENT && m->flags & ENT_MENTION_DESCRIBED))
        return false;
    uint32_t spelled = spelled_words(f, s, m->first, open);
    if (spelled == m->first || spelled == open || (body && !ent_finder_is(f, spelled - 1, f->words.the)))
        return false;
    const uint64_t last = ent_finder_lists(f, open - 1);
    if (body && last & (ENT_LIST(FORUM_HEAD) | ENT_LIST(ORGANIZATION_TAIL)))
        bind(f, ent_token_text(f->segments, s->first),
             ent_finder_entity(f, last & ENT_LIST(FORUM_HEAD) ? ENT_FORUM : ENT_ORGANIZATION,
                               ent_finder_name(f, spelled, open), ENT_STR_EMPTY));
    return true;
}

/* "Quux Widgets (QW) Action Summit": the short form is that of the words before it, not of the whole. */
static bool goes_on_behind(const ent_finder *f, const short_form *s, const ent_candidate *over, uint32_t open)
{
    uint32_t behind = s->last + 1;
    return !s->announced && behind < over->mention.last && spelled_words(f, s, over->mention.first, open) < open &&
           ent_finder_is_capital(f, behind) && !(ent_finder_lists(f, behind) & ENT_LIST(LINK));
}

static void bind_aside(ent_finder *f, const ent_sentence *sentence, uint32_t open)
{
    short_form s;
    if (!read_short_form(f, open, sentence->last, &s) || open == sentence->first)
        return;
    ent_candidate *over = ent_finder_over(f, open); /* "Working Group (WG) on Widgets" as one name */
    if (!over)
        over = ent_finder_over(f, open - 1);
    if (!over || over->mention.kind == ENT_STATE || (over->mention.last != open && over->mention.last <= s.last))
        return;
    if (s.last == s.first + 1 && bind_text_within(f, &s, over, open))
        return;
    if (stands_for_part(f, &s, over, open) || goes_on_behind(f, &s, over, open))
        return;
    if (s.last == s.first + 1)
        complete_name(f, &s, over);
    if ((s.announced || spells(f, &s, over->mention.first, over->mention.last)) && !is_known_better(f, &s, over))
        bind(f, ent_finder_text(f, s.first, s.last), ent_finder_names(f, over));
}

/* "ITU International Telecommunication Union" under a heading that says so; a tab, colon or dash may stand between. */
static void bind_line(ent_finder *f, const ent_sentence *sentence)
{
    uint32_t at = sentence->first + 1;
    if (sentence->last - sentence->first < 3 || !ent_finder_is_acronym(f, sentence->first))
        return;
    while (at < sentence->last && f->tokens[at].kind == ENT_TOKEN_PUNCT)
        at++;
    ent_candidate *over = at < sentence->last ? ent_finder_over(f, at) : NULL;
    short_form s = {.first = sentence->first, .last = sentence->first + 1};
    if (over && over->mention.first == at)
        complete_name(f, &s, over);
    if (over && over->mention.first == at && over->mention.kind != ENT_STATE && spells(f, &s, at, over->mention.last))
        bind(f, ent_token_text(f->segments, sentence->first), ent_finder_names(f, over));
}

/* ---- finding what is bound --------------------------------------------------------------------------------------- */

static const ent_binding *binding_at(const ent_finder *f, uint32_t first, uint32_t last)
{
    ent_str text = ent_finder_text(f, first, last);
    uint32_t at = ent_map_find(&f->binding_of, text);
    if (at == ENT_MAP_NONE && ent_str_ends(text, ENT_STR("s")))
        at = ent_map_find(&f->binding_of, ent_str_slice(text, 0, text.len - 1));
    return at == ENT_MAP_NONE ? NULL : &f->bindings.items[at];
}

/* A definition tells what the words mean here, whatever the lexicon thinks. */
static void add_bound(ent_finder *f, uint32_t sentence, uint32_t first, uint32_t last, const ent_binding *binding)
{
    int64_t year = first && f->tokens[first - 1].kind == ENT_TOKEN_NUMBER ? ent_finder_number(f, first - 1) : 0;
    if (year >= 1945 && year <= 2100) /* "the 2013 GGE" is another one */
        return;
    if (binding->kind == ENT_FORUM && ent_part_is_counted(f, sentence, first, last))
        return;
    ent_candidate *over = ent_finder_over(f, first);
    if (over && over->mention.first == first && over->mention.last == last) {
        over->mention.entity = binding->entity;
        over->mention.kind = binding->kind;
        over->mention.source = ENT_BY_DEFINITION;
        over->mention.confidence = 0.95f;
        over->sense = UINT32_MAX;
        return;
    }
    ent_finder_add(
        f, ent_finder_candidate(sentence, first, last, binding->kind, ENT_BY_DEFINITION, binding->entity, 0.95f));
}

static uint32_t find_bound(ent_finder *f, uint32_t sentence, uint32_t first, uint32_t end)
{
    for (uint32_t n = MAX_SHORT_WORDS; n > 0; n--) {
        const ent_binding *binding = first + n <= end ? binding_at(f, first, first + n) : NULL;
        bool led = n > 1 || ent_finder_is_acronym(f, first) || (first && ent_finder_is(f, first - 1, f->words.the));
        if (binding && led) {
            add_bound(f, sentence, first, first + n, binding);
            return first + n;
        }
    }
    return first + 1;
}

void ent_find_definitions(ent_finder *f)
{
    note_named_in_full(f);
    for (size_t s = 0; s < f->segments->sentences.n; s++) {
        const ent_sentence *sentence = &f->segments->sentences.items[s];
        for (uint32_t i = sentence->first; i < sentence->last; i++)
            if (ent_finder_is(f, i, f->words.open))
                bind_aside(f, sentence, i);
        if (sentence->last > sentence->first && ent_finder_is_acronym(f, sentence->first) &&
            ent_finder_in_acronyms(f, sentence))
            bind_line(f, sentence);
    }
    if (f->bindings.n == 0)
        return;
    for (uint32_t s = 0; s < f->segments->sentences.n; s++) {
        const ent_sentence *sentence = &f->segments->sentences.items[s];
        for (uint32_t i = sentence->first; i < sentence->last;)
            i = ent_finder_is_capital(f, i) ? find_bound(f, s, i, sentence->last) : i + 1;
    }
}
