/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What single words tell about names: lexicon/<any>.txt, each line "list: word | word". A word's lists are a set of
 * bits, so that looking at a token costs one load. */
#ifndef ENT_EXTRACT_WORD_LISTS_H
#define ENT_EXTRACT_WORD_LISTS_H

#include "core/base/error.h"
#include "importers/extract/text/label_lists.h"
#include "importers/extract/text/relation_lists.h"
#include "importers/extract/text/vocabulary.h"

/* X(bit's name, list's name in the file) */
#define ENT_WORD_LISTS(X)                                                                                              \
    X(ORGANIZATION_HEAD, "organization head") /* begins a name: "Ministry of", "Institute for" */                      \
    X(ORGANIZATION_TAIL, "organization tail") /* ends one: "… Institute", "… Agency" */                            \
    X(FOREIGN_HEAD, "foreign head")           /* begins one in another language: "Agence", "Universidad" */            \
    X(MINOR_HEAD, "minor head")               /* with a post behind it the name of the post: "Programme Manager" */    \
    X(GOVERNMENT_HEAD, "government head")     /* belongs to a State: "Egyptian Ministry", "Mission of Chile" */        \
    X(FORUM_HEAD, "forum head")               /* "Working Group", "Committee" */                                       \
    X(INSTRUMENT_HEAD, "instrument head")     /* "Treaty", "Guidelines" */                                             \
    X(EVENT_HEAD, "event head")               /* "Summit", "Workshop" */                                               \
    X(WEAK_HEAD, "weak head")                 /* a name only with words before it: "Widget Principles" */              \
    X(DOCUMENT_HEAD, "document head")         /* what a document says it is: "Report", "Programme" */                  \
    X(GENERIC_PART, "generic part")           /* alone with a head, no name: "Draft Report", "Annual Conference" */    \
    X(PERSON_TITLE, "person title")           /* "Mr.", "Ambassador" */                                                \
    X(POST, "post")                           /* "Director", "Head", "Counsellor" */                                   \
    X(FIRST_NAME, "first name")                                                                                        \
    X(NAME_PARTICLE, "name particle")     /* "van", "de", "bin" */                                                     \
    X(NO_PERSON, "no person")             /* "Street", "Prize", "Fellowship": what it ends is no person */             \
    X(LINK, "link")                       /* joins the words of a name: "of", "for", "on" */                           \
    X(STARTER, "starter")                 /* capital only because a sentence begins: "The", "However" */               \
    X(STOP, "stop")                       /* ends the small-letter subject of a forum or instrument: "was", "by" */    \
    X(ACTING, "acting noun")              /* what an adjective of a State acts through: "delegation" */                \
    X(GOVERNMENT_VERB, "government verb") /* what a capital city does when it is a government */                       \
    X(VERB_ADVERB, "verb adverb")         /* stands between it and the verb: "has", "repeatedly" */                    \
    X(SAYING, "saying")                   /* "said" before a person's name */                                          \
    X(PRESIDING, "presiding")             /* "chaired": what a person does, or what is done by one */                  \
    X(CHAIRMANSHIP, "chairmanship")       /* "of" a person */                                                          \
    X(CLASS_NOUN, "class noun")           /* "States", "delegations" */                                                \
    X(QUANTITY, "quantity")               /* "many", "several" */                                                      \
    X(CLASS_ADJECTIVE, "class adjective") /* passed over between quantity and noun: "participating" */                 \
    X(NUMBER_WORD, "number word")         /* "one", "two": the file gives them in their order from zero */             \
    X(ORDINAL, "ordinal")                                                                                              \
    X(MONTH, "month")                                                                                                  \
    X(SYMBOL_BODY, "symbol body")         /* first part of a document's symbol: "A", "CCW" */                          \
    X(ORDINARY, "ordinary word")          /* acronyms that are words too: "US", "WHO", not in capitals-only text */    \
    X(REGION, "region")                   /* "Asia", "Africa": part of a regional name behind "in" */                  \
    X(REFERENCE, "reference")             /* "the Group": what may refer back, capital or not */                       \
    X(SMALL_REFERENCE, "small reference") /* the same with a small letter: "the treaty" */                             \
    X(ASKED, "asked")                     /* in no list, but asked for by name: "panel", "article" */                  \
    X(DESCRIBED_PROPOSAL, "described proposal")     /* "moratorium" on something */                                    \
    X(DESCRIBED_PLEDGE, "described pledge")         /* "commitment" not to do something */                             \
    X(DESCRIBED_INSTRUMENT, "described instrument") /* "treaty" banning something */                                   \
    X(DESCRIBED_FORUM, "described forum")           /* "contact group" on something */                                 \
    X(DESCRIBED_EVENT, "described event")           /* "workshop" on something */                                      \
    X(DESCRIBED_WEAK, "described weak")             /* only with a word before it: "group", "paper" */                 \
    X(DESCRIBED_MODIFIER, "described modifier")     /* goes before such a head: "draft", "legally binding" */          \
    X(DESCRIBING, "describing")                     /* "banning": what a treaty does */                                \
    X(FORGOING, "forgoing")                         /* "refrain" from something, "end" to something */                 \
    X(MEASURE, "measure")                           /* what may be put forward: "network", "registry" */               \
    X(PROPOSING, "proposing")                       /* "suggested" a measure, the "idea" of one */                     \
    X(CITED, "cited")                               /* "draft" (CD/1985): what a symbol in brackets stands for */      \
    X(TITLED, "titled")                             /* "resolution" “Widgets”: what a title in quotes names */     \
    X(DETERMINER, "determiner")                     /* "a", "their": what follows is its head or modifies it */        \
    X(REPORT_MODIFIER, "report modifier")           /* "consensus" report: one that a forum adopts */                  \
    X(HOLDING, "holding")                           /* "held", "organized": what is done with a meeting */             \
    X(SELF, "self")                                 /* "this report": the document itself */

/* The same of what stands around names, asked now and then: in a set of its own, since the other is nearly full. */
#define ENT_CUE_LISTS(X)                                                                                               \
    X(NAMED_HEAD, "named head")               /* "Bosporus Statement": an instrument with a name before it */          \
    X(TITLE_MODIFIER, "title modifier")       /* "Joint Statement on widgets", "National Action Plan" */               \
    X(TOLD_POST, "told post")                 /* "researcher": what "Jane Roe is a …" tells of a person */           \
    X(LIFE_VERB, "life verb")                 /* "studied": what is told of a life, behind "she" */                    \
    X(LIFE_ADVERB, "life adverb")             /* "previously": stands before such a verb */                            \
    X(APPOINTING, "appointing")               /* "elected" behind a person's name */                                   \
    X(SPEECH, "speech")                       /* "remarks" by a person */                                              \
    X(SHIP, "ship")                           /* "USS": what stands behind it was called after a person */             \
    X(PLACE_HEAD, "place head")               /* "San": what begins with it is a place */                              \
    X(MEMBERS, "members")                     /* "Its signatories": those who have a part in it */                     \
    X(INCLUDING, "including")                 /* "are", "comprise": what they do before they are listed */             \
    X(POWER_DEED, "power deed")               /* "ratified": what States do, and groups and organizations like them */ \
    X(BODY_DEED, "body deed")                 /* "meets": what bodies do */                                            \
    X(TEXT_DEED, "text deed")                 /* "prohibits": what texts do */                                         \
    X(BODY_FATE, "body fate")                 /* "founded": what is done to bodies */                                  \
    X(TEXT_FATE, "text fate")                 /* "ratified": what is done to texts */                                  \
    X(FORGONE_ACT, "forgone act")             /* "conduct": what is not to be done with the thing that is given up */  \
    X(SERVING, "serving")                     /* "worked": what one does as the holder of a post */                    \
    X(APPOINTMENT, "appointment")             /* "election" of a person, before the name */                            \
    X(OFFICE, "office")                       /* the "post" of director */                                             \
    X(POST_MODIFIER, "post modifier")         /* "senior": stands before a post, or is none in a body */               \
    X(POST_END, "post end")                   /* "oversees": what is told behind a post is none any more */            \
    X(CHAIR_POST, "chair post")               /* "president" of a body that meets: whoever holds it chairs */          \
    X(LESSER_POST, "lesser post")             /* "deputy": the post behind it is not one's own */                      \
    X(ENVOY, "envoy")                         /* "ambassador": represents who sent him */                              \
    X(ADVISER, "adviser")                     /* "assistant" to a body */                                              \
    X(AUTHORING, "authoring")                 /* "tabled" by: what is done with a text by those who propose it */      \
    X(ASKING, "asking")                       /* a resolution "urging" something */                                    \
    X(MADE_TEXT, "made text")                 /* "policy", "agreement": a text where a deed tells that there is one */ \
    X(OWN_TEXT, "own text")                   /* "report": the same where it is somebody's */                          \
    X(ACT_SERIES, "act series")               /* "NSDD" 42: acts of a government */                                    \
    X(NUMBERED_ACT, "numbered act")           /* "Order", "Directive" with a number behind it */                       \
    X(SEVERAL_TEXTS, "several texts")         /* "resolutions" on this and on that */                                  \
    X(MAKING, "making")                       /* "adopted", "issues": such a deed */                                   \
    X(ORGANS, "organs")                       /* heads a list of parts: "subsidiary bodies" */                         \
    X(NO_ORGANS, "no organs")                 /* "invited" bodies are no parts */                                      \
    X(PARTNERS, "partners")                   /* heads a list of partners */                                           \
    X(DONORS, "donors")                       /* heads a list of funders */                                            \
    X(NO_BACKERS, "no backers")               /* "former" partners, "media" partners */                                \
    X(LEADERS, "leaders")                     /* heads a list of people with their posts */                            \
    X(MEMBERSHIPS, "memberships")             /* heads a list of what one belongs to */                                \
    X(ADOPTIONS, "adoptions")                 /* "adopted" the following: texts */                                     \
    X(NO_ADOPTIONS, "no adoptions")           /* "recommended": they are not adopted yet */                            \
    X(ATTENDANCE, "attendance")               /* heads a list of people who came */                                    \
    X(CAPTION_OBSERVERS, "caption observers") /* what a caption says of the States under it */                         \
    X(CAPTION_PARTIES, "caption parties")                                                                              \
    X(CAPTION_SIGNED, "caption signed")                                                                                \
    X(CAPTION_PLEDGED, "caption pledged")                                                                              \
    X(CAPTION_MEMBERS, "caption members")                                                                              \
    X(CAPTION_TAKING, "caption taking part") /* "the member States that participated": they are asked for as such */   \
    X(CAPTION_PARTNERS, "caption partners")                                                                            \
    X(CAPTION_PRESENT, "caption present")                                                                              \
    X(CAPTION_NOT, "caption not")           /* "former" members are none */                                            \
    X(CAPTION_OTHERS, "caption others")     /* "conference" of the parties: no list of them */                         \
    X(BODY_COLUMN, "body column")           /* "agency" over a column of bodies */                                     \
    X(MEASURES, "measures")                 /* "criteria": measures that may be put forward in the plural */           \
    X(MEETING_MODIFIER, "meeting modifier") /* "signing": what kind of meeting it is */                                \
    X(PARTY_MEETING, "party meeting")       /* "Assembly" of States Parties: in which those of a treaty meet */        \
    X(MEETING_PART, "meeting part")         /* "phase" of a summit */                                                  \
    X(COUNTRY, "country")                   /* "this country": a State named before */                                 \
    X(SAID, "said")                         /* "said organization": one named before */                                \
    X(UNION, "union")                       /* "Alliance": those who found it belong to it */                          \
    X(PLAIN, "plain modifier")              /* "strong": says of a measure nothing of which one */

enum {
#define X(name, list) ENT_CUE_##name##_BIT,
    ENT_CUE_LISTS(X)
#undef X
        ENT_N_CUE_LISTS
};
#define ENT_CUE(name) ((uint64_t)1 << ENT_CUE_##name##_BIT)

enum {
#define X(name, list) ENT_LIST_##name##_BIT,
    ENT_WORD_LISTS(X)
#undef X
        ENT_N_WORD_LISTS
};
#define ENT_LIST(name) ((uint64_t)1 << ENT_LIST_##name##_BIT)

typedef struct ent_word_lists {
    ENT_VEC(uint64_t) sets;        /* by word of the vocabulary; words behind the end are in no list */
    ENT_VEC(uint64_t) cues;        /* the same, of the cue lists */
    ENT_VEC(ent_str) no_names;     /* phrases that look like a name and are none: "New Mexico" */
    ENT_VEC(ent_str) number_words; /* "two" is [2] */
    ENT_VEC(uint32_t) number_ids;  /* the same as words of the vocabulary */
    ent_labels labels;
    ent_relation_lists relations;
} ent_word_lists;

static inline uint64_t ent_word_lists_of(const ent_word_lists *lists, uint32_t word)
{
    return word < lists->sets.n ? lists->sets.items[word] : 0;
}

static inline uint64_t ent_word_cues_of(const ent_word_lists *lists, uint32_t word)
{
    return word < lists->cues.n ? lists->cues.items[word] : 0;
}

/* Adds the lists of one file's text. False when a line is not understood; each is reported. */
bool ent_word_lists_add(ent_arena *arena, ent_word_lists *lists, ent_vocabulary *vocabulary, ent_str file, ent_str text,
                        ent_fault_fn complain, void *context);

#endif
