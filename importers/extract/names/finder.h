/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the passes over a document share while its names are being found. Each pass (known names, symbols, names by
 * form, persons, definitions, classes, references) looks at the tokens and adds candidates; where two overlap, the
 * longer one stands, what lies inside it is kept as nested where that says something, and of two over the same words
 * the earlier stays. mention.c calls the passes in their order and makes mentions of what is left. */
#ifndef ENT_EXTRACT_FINDER_H
#define ENT_EXTRACT_FINDER_H

#include "importers/extract/gazetteer/lexicon_data.h"
#include "importers/extract/names/mention.h"

typedef struct ent_candidate {
    ent_mention mention;
    uint32_t sense;  /* first of the lexicon's senses for these words, or UINT32_MAX */
    uint32_t before; /* the candidate added before it that begins at the same token + 1, 0: none */
    bool gone;       /* gave way to another */
} ent_candidate;

/* Words that the passes ask for by themselves. */
typedef struct ent_small_words {
    uint32_t the, this_, these, and_, or_, of, on, in, at, to, for_, its, possessive, comma, open, close, slash, stop,
        colon, quote, ampersand, semicolon;
} ent_small_words;

/* A short form of this document: "OEWG" after "Open-ended Working Group (OEWG) on …". */
typedef struct ent_binding {
    ent_str text; /* as written, letter case counts */
    uint32_t entity;
    ent_kind kind;
} ent_binding;

typedef struct ent_finder {
    ent_arena *arena;
    const ent_lexicon *lexicon;
    const ent_vocabulary *vocabulary;
    const ent_segments *segments;
    const ent_document *document;
    const ent_token *tokens;
    uint32_t n_tokens;
    ent_mentions *out;
    ent_small_words words;
    ENT_VEC(ent_candidate) items;
    uint64_t *lists;   /* token → the word lists of its word, or of its singular: the passes ask again and again */
    uint32_t *cover;   /* token → the longest candidate over it + 1, 0: none */
    uint32_t *begun;   /* token → the candidate last added that begins there + 1, 0: none */
    uint8_t *capitals; /* sentence → ent_sentence_capitals */
    ENT_VEC(ent_binding) bindings;
    ent_map binding_of; /* text → bindings */
    uint32_t *topics;   /* section → what its page is about, or ENT_UNRESOLVED; NULL before page_topics.c */
    uint32_t *persons;  /* the same of a person's page */
    bool *in_full;      /* entry of the lexicon → whether the document names it in full; for definitions.c */
    bool has_council;   /* it speaks of the Security Council; for symbols.c */
} ent_finder;

/* How a sentence is written: where every word has a capital, capitals tell nothing. */
typedef enum ent_sentence_capitals { ENT_CAPITALS_USUAL, ENT_CAPITALS_TITLE, ENT_CAPITALS_ALL } ent_sentence_capitals;
uint8_t ent_capitals_of(const ent_finder *f, const ent_sentence *sentence);

/* The word lists of a token's word, or of its singular. */
static inline uint64_t ent_finder_lists(const ent_finder *f, uint32_t token)
{
    return f->lists[token];
}
/* Whether the token's word is of these cue lists (ENT_CUE(…)). */
static inline bool ent_finder_cues(const ent_finder *f, uint32_t token, uint32_t end, uint64_t cues)
{
    return token < end && (ent_word_cues_of(&f->lexicon->lists, f->tokens[token].word) & cues) != 0;
}
/* Whether a cell of a table's row ends behind the token. */
static inline bool ent_finder_ends_cell(const ent_finder *f, uint32_t token)
{
    return f->tokens[token].end < f->document->text.len && f->document->text.data[f->tokens[token].end] == '\t';
}
/* The number a word stands for ("37", "twelve"), or -1. */
int64_t ent_finder_number(const ent_finder *f, uint32_t token);
/* Whether the token has this word of the vocabulary. */
static inline bool ent_finder_is(const ent_finder *f, uint32_t token, uint32_t word)
{
    return token < f->n_tokens && f->tokens[token].word == word && word != 0;
}
/* Whether a token before `end` has these letters, in either case: for words that no list holds. */
static inline bool ent_finder_reads(const ent_finder *f, uint32_t token, uint32_t end, const char *word)
{
    return token < end && ent_str_is_nocase(ent_token_text(f->segments, token), word);
}
/* The same of any of the words, which end with NULL. */
static inline bool ent_finder_reads_any(const ent_finder *f, uint32_t token, uint32_t end, const char *const *words)
{
    return token < end && ent_str_is_any_nocase(ent_token_text(f->segments, token), words);
}
static inline bool ent_finder_is_capital(const ent_finder *f, uint32_t token)
{
    return (f->tokens[token].flags & ENT_TOKEN_CAPITAL) != 0;
}
static inline bool ent_finder_is_punct(const ent_finder *f, uint32_t token)
{
    return f->tokens[token].kind == ENT_TOKEN_PUNCT;
}
static inline bool ent_finder_is_number(const ent_finder *f, uint32_t token)
{
    return token < f->n_tokens && f->tokens[token].kind == ENT_TOKEN_NUMBER;
}
/* Whether the token is a quotation mark, opening or closing. */
bool ent_finder_is_quote(const ent_finder *f, uint32_t token);
/* Whether a token is written as acronyms are: a word with two capitals or more. */
bool ent_finder_is_acronym(const ent_finder *f, uint32_t token);
/* The token behind "(WG)" at `at`, a short form inside a longer name, or `at`. */
uint32_t ent_finder_behind_aside(const ent_finder *f, uint32_t at, uint32_t end);
/* Whether a sentence stands in a list of acronyms, as its section's title says. */
bool ent_finder_in_acronyms(const ent_finder *f, const ent_sentence *sentence);
/* The text from the first token to the end of the one before `last`. */
ent_str ent_finder_text(const ent_finder *f, uint32_t first, uint32_t last);
/* The same as a name: spaces single, no brackets with a short form inside, leading "the" gone. In the arena. */
ent_str ent_finder_name(const ent_finder *f, uint32_t first, uint32_t last);

/* The candidate over a token that lies in no longer one, or NULL. */
static inline ent_candidate *ent_finder_over(const ent_finder *f, uint32_t token)
{
    uint32_t at = f->cover[token];
    return at ? &f->items.items[at - 1] : NULL;
}
/* The candidates that begin at a token, the last added first: NULL, then each from the one behind it; NULL at the end.
 */
ent_candidate *ent_finder_begun(const ent_finder *f, uint32_t token, const ent_candidate *behind);
/* Adds a candidate; false when it gave way to one that stood there, nested or not, or leaves its sentence: the store
 * refuses a document with such a mention. */
bool ent_finder_add(ent_finder *f, ent_candidate candidate);
/* Adds a candidate that stands over the words of its mention, whatever stood there. */
void ent_finder_put(ent_finder *f, ent_candidate candidate);
/* A candidate of a pass, its entity known. */
ent_candidate ent_finder_candidate(uint32_t sentence, uint32_t first, uint32_t last, ent_kind kind,
                                   ent_mention_source source, uint32_t entity, float confidence);
/* The entity for a name found by its form: one of the lexicon where it knows the name, else a new one. `attributes` for
 * a new one. */
uint32_t ent_finder_entity(ent_finder *f, ent_kind kind, ent_str name, ent_str attributes);
/* The entity of a lexicon entry. */
uint32_t ent_finder_entry(ent_finder *f, uint32_t entry);
/* What a candidate names so far, or ENT_UNRESOLVED. */
uint32_t ent_finder_names(ent_finder *f, const ent_candidate *candidate);

/* The first sentence in the paragraph of sentence `s` that words at `token` may look back to: in a paragraph without an
 * end, ENT_REACH tokens or so. */
enum { ENT_REACH = 1000 };
uint32_t ent_finder_paragraph(const ent_finder *f, uint32_t s, uint32_t token);
/* The first token of the block of sentence `s`, or of so many blocks before. */
uint32_t ent_finder_block_begin(const ent_finder *f, uint32_t s, uint32_t before);
/* `from`, or a token nearer to `token` where that is more than ENT_REACH tokens away. */
static inline uint32_t ent_finder_no_further(uint32_t token, uint32_t from)
{
    return token - from > ENT_REACH ? token - ENT_REACH : from;
}

/* The number of a part as it is written ("3", "third", "IX"), 0 or less for other words. */
int64_t ent_part_number(const ent_finder *f, uint32_t token);
/* The number in Roman figures, 0 for other words. */
int64_t ent_roman(ent_str s);
/* The number of an ordinal: "first" → 1, "39th" → 39, "thirty-ninth" (two tokens, the last is given) → 39; 0 for other
 * words. `first` becomes its first token. */
int64_t ent_part_ordinal(const ent_finder *f, uint32_t token, uint32_t *first);
/* "th" of "4th". */
const char *ent_ordinal_ending(int64_t n);
/* "the first WG": a short form that several go by, unlike "the first WG session". */
bool ent_part_is_counted(const ent_finder *f, uint32_t sentence, uint32_t first, uint32_t last);
/* The forum of the session whose words are the tokens [first, at], or ENT_UNRESOLVED; *last is behind "of the Forum"
 * where that follows. `vague`: a word that others have, too ("meeting"). */
uint32_t ent_forum_of_session(ent_finder *f, uint32_t s, uint32_t first, uint32_t at, bool vague, uint32_t *last);
/* "submits to the Widget Assembly its report": whether the words of a mention are the addressee's before "its". */
bool ent_is_addressee(const ent_finder *f, uint32_t begin, const ent_mention *m);
/* "event:widget-conference-panel-2": the key of the whole, what part, which. */
ent_str ent_part_key(ent_finder *f, ent_kind kind, ent_str whole, const char *what, int64_t number);

/* The document's title without what it says of the document: "Paths to Widgets" of "Paths to Widgets: Seminar Report";
 * else without its day and place ("Paths to Widgets Blorp, Chile, 3 May 2031"). A year alone stays. */
ent_str ent_meeting_title(const ent_finder *f);

/* Whether the letters of the tokens are as a sense of the lexicon asks. */
bool ent_letters_fit(const ent_finder *f, const ent_sense *sense, uint32_t sentence, uint32_t first, uint32_t last);

/* "the Chinese delegation": whether an adjective that ends before `last` stands for its State, by what follows it. */
bool ent_state_acts(const ent_finder *f, uint32_t sentence, uint32_t last);
/* "Beijing said …": whether a capital's name, tokens [first, last), stands for its government. */
bool ent_state_governs(const ent_finder *f, uint32_t sentence, uint32_t first, uint32_t last);
/* "The Chinese rejected …": whether the words are a people that stands for its government. */
bool ent_state_is_people(const ent_finder *f, uint32_t sentence, uint32_t first, uint32_t last);

/* The sense of the longest name of the lexicon that begins at a token when some of its words are taken for misread
 * ones, and its end; UINT32_MAX where there is none. */
uint32_t ent_misread_name(const ent_finder *f, uint32_t first, uint32_t end, uint32_t *last);

/* ---- the passes, in their order --------------------------------------------------------------------------------- */
void ent_find_known(ent_finder *f);         /* names of the lexicon */
void ent_find_secretariats(ent_finder *f);  /* "WID Executive Secretary": of a text among them */
void ent_find_state_bodies(ent_finder *f);  /* "the Widgetish Senate" */
void ent_find_symbols(ent_finder *f);       /* UN symbols and "resolution 76/231" */
void ent_find_forms(ent_finder *f);         /* organizations, forums, instruments, events by how they are written */
void ent_find_numbered_acts(ent_finder *f); /* "NSDD-42", "Executive Order 13914" */
void ent_find_publications(ent_finder *f);  /* "the Widget Monitor" */
void ent_find_foreign(ent_finder *f);       /* "Agence nationale de …" */
void ent_find_persons(ent_finder *f);
void ent_find_full_names(ent_finder *f);      /* called by it: "Zorv Roe" where the document has "Mr. Roe" */
void ent_find_surnames(ent_finder *f);        /* called by it: persons by a part of their names */
void ent_drop_post_topics(ent_finder *f);     /* "Minister for Widgets" */
void ent_find_affiliations(ent_finder *f);    /* bodies behind persons */
void ent_find_statement_heads(ent_finder *f); /* over a statement: the meeting it was made in */
void ent_find_described(ent_finder *f);       /* "a moratorium on widgets" */
void ent_find_text_lists(ent_finder *f);      /* "three resolutions: on widgets and on gears" */
void ent_find_forgone(ent_finder *f);         /* "refrain from testing widgets" */
void ent_find_measures(ent_finder *f);        /* "proposed a regional centre for widget data" */
void ent_find_cited(ent_finder *f);           /* "a draft treaty (CD/1985)" */
void ent_find_titled(ent_finder *f);          /* "the draft resolution “Widgets for all”", "“L.5”" */
void ent_unite_owned_events(ent_finder *f);   /* "the WF Widget Workshop" where it is "Widget Workshop" too */
void ent_find_shortened(ent_finder *f);       /* "the Preparatory Committee" of a longer name before it */
void ent_find_definitions(ent_finder *f);     /* binds short forms, then finds them */
void ent_find_initials(ent_finder *f);        /* short forms that it does not define */
void ent_find_row_bodies(ent_finder *f);      /* "Oz 3 May 2031 OSA" in a table */
/* What a file without a title is, whose lines above "The Widget Assembly," name one resolution or declaration: that; or
 * UINT32_MAX. */
uint32_t ent_text_above_adopter(ent_finder *f);
void ent_find_self(ent_finder *f);      /* what the document itself is */
void ent_find_programme(ent_finder *f); /* the meeting whose programme it is: part of the former */
/* "held [its annual meeting]": whether a sentence says that the meeting is held. */
bool ent_meeting_is_held(const ent_finder *f, const ent_sentence *sentence, const ent_mention *m);
/* Whether so many lines are of a meeting: "Panel 1:", "Moderator:", "Venue:". */
bool ent_tells_programme(const ent_finder *f, uint32_t least);
void ent_find_announced(ent_finder *f); /* the same of a page that announces one */
/* What "COP14" stands for where it is defined as the short form of a conference of parties: its session of that number;
 * else the body itself. */
uint32_t ent_session_by_code(ent_finder *f, uint32_t forum, ent_str code);
void ent_find_title_sessions(ent_finder *f); /* "Third session of the Widget Forum", in the first headings */
void ent_find_parts(ent_finder *f);          /* "Panel II", "its first session" */
void ent_find_party_meetings(ent_finder *f); /* "the Fifth Review Conference" */
void ent_find_sittings(ent_finder *f);       /* "the second phase of the Summit" */
void ent_find_placed_events(ent_finder *f);  /* "the Riga summit" */
void ent_find_meeting_groups(ent_finder *f); /* "Contact Group 1", "the contact group" */
void ent_find_articles(ent_finder *f);       /* "Article IX of …" */
void ent_find_reports(ent_finder *f);        /* "the report of the Committee", "Guideline B.1 of …" */
void ent_find_shared_words(ent_finder *f);   /* "space security and [safety]" */
void ent_find_made_texts(ent_finder *f);     /* "adopted a policy", "the final report by the Panel" */
void ent_find_listed_groups(ent_finder *f);  /* "a group of States (Oz and Widgetland)" */
void ent_find_classes(ent_finder *f);        /* "37 States" */
void ent_resolve_senses(ent_finder *f);      /* short forms with several senses */
void ent_resolve_proposals(ent_finder *f);   /* "the moratorium" */
void ent_resolve_references(ent_finder *f);  /* "the Group", "this report" */
void ent_resolve_only_named(ent_finder *f);  /* "the resolution", "the council" of a text that names one */
void ent_resolve_page_topics(ent_finder *f); /* "the agency" on an agency's page */
void ent_resolve_pointed(ent_finder *f);     /* "this country", "said organization" */
void ent_resolve_it(ent_finder *f);
/* A heading, or a line as short as one. */
bool ent_finder_is_heading(const ent_finder *f, uint32_t sentence);
void ent_resolve_we(ent_finder *f);       /* the body whose page says "Who we are" */
void ent_resolve_pronouns(ent_finder *f); /* "the latter", "she" */
void ent_resolve_sides(ent_finder *f);    /* "the two countries", "both sides": each of the States that are meant */

#endif
