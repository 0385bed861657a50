/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A command: a constant descriptor, from which help, completion and manual page come, and a function that asks,
 * computes and fills a table. main.c registers the descriptors; the front does everything that commands have in common:
 * options, the database, the selection, the printing, the exit code. */
#ifndef ENT_FRONT_COMMAND_H
#define ENT_FRONT_COMMAND_H

#include "core/front/table.h"
#include "core/model/selection.h"
#include "core/store/store.h"

typedef struct ent_option {
    const char *name;  /* long name; NULL ends the list */
    char letter;       /* short form, or 0 */
    const char *value; /* what its value is called in the help ("N", "KIND"), or NULL for a switch */
    const char *help;
} ent_option;

typedef enum ent_needs {
    ENT_NEEDS_NOTHING = 0,
    ENT_NEEDS_READ = 1,      /* an existing database, read-only */
    ENT_NEEDS_WRITE = 2,     /* an existing database */
    ENT_NEEDS_CREATE = 4,    /* a database, made where there is none */
    ENT_NEEDS_SELECTION = 8, /* takes the selection's flags */
    ENT_NEEDS_LEXICON = 16,  /* takes --lexicon */
    ENT_NEEDS_FORMAT = 32    /* prints a table although it declares no columns: only the question tells them */
} ent_needs;

/* One use of one of the command's own options. */
typedef struct ent_given {
    const ent_option *option;
    const char *value; /* "" for a switch */
} ent_given;

typedef struct ent_context ent_context;

typedef struct ent_command {
    const char *name;                    /* "path" */
    const char *summary;                 /* one line, without a full stop */
    const char *usage;                   /* "path FROM TO" */
    const char *help;                    /* paragraphs; definitions, normalization, sources */
    const ent_option *options;           /* its own; NULL: none */
    const ent_column *columns;           /* of its answer; NULL: it prints no table */
    const char *empty;                   /* what an answer without a row means ("there is no evidence"), or NULL */
    bool single;                         /* its answer is one object */
    int needs;                           /* of ent_needs */
    size_t min_arguments, max_arguments; /* words that are not options; SIZE_MAX: any number */
    ent_status (*run)(ent_context *context, ent_error *err);
} ent_command;

/* What a running command has in its hands. */
struct ent_context {
    const ent_command *command;
    ent_arena *arena;
    ent_store *store; /* NULL unless the command needs one */
    const char *store_path;
    ent_selection selection;
    const char *lexicon; /* --lexicon, or NULL */
    const char *const *arguments;
    size_t n_arguments;
    ent_table *table;       /* to be filled, or replaced by one with other columns; the front prints it when run returns
                               ENT_OK, and no more than -n rows of it. NULL where the command declares no columns */
    ent_status exit_status; /* the exit code after the answer was printed; 0 unless run sets it */
    int64_t limit;          /* -n; 0: the command's own default */
    bool quiet, verbose;
    const char *output;     /* -o, or NULL */
    ent_print_style style;  /* how the answer is printed */
    const ent_given *given; /* the command's own options, in the order given */
    size_t n_given;
    FILE *notes;               /* standard error, for what the user should know beside the answer */
    bool (*interrupted)(void); /* whether the user asked to stop: long work looks now and then */
};

/* The value of one of the command's own options, NULL when not given ("" for a switch). The name must be declared. */
const char *ent_context_option(const ent_context *context, const char *name);
/* The values of an option that may be given several times, in order, in the context's arena. */
size_t ent_context_option_all(const ent_context *context, const char *name, const char *const **values);
/* The value as a whole number within [min, max]; `fallback` where not given. */
ent_status ent_context_option_int(const ent_context *context, const char *name, int64_t min, int64_t max,
                                  int64_t fallback, int64_t *out, ent_error *err);
/* Opens the database that was named, for a command whose needs depend on its words: an existing one, closed by the front. */
ent_status ent_context_open(ent_context *context, ent_store_mode mode, ent_error *err);
/* Says something beside the answer (capped lists, what a name was taken for), unless quiet. */
void ent_context_note(const ent_context *context, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Why the answer may lack something, to be put behind a note: "; --kind, --min-confidence leave some out" where the
 * selection was narrowed, else "". In the arena. */
const char *ent_context_left_out(const ent_context *context);

/* Runs `entente` with its words: returns the exit code. `commands` is in the order of the help. */
int ent_front_main(const ent_command *const *commands, size_t n_commands, int argc, char **argv);

#endif
