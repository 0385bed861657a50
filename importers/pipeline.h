/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files through readers and extractors into a sink. Workers read and extract in parallel, each document in an arena of
 * its own; the caller's thread hands the results to the sink in the order of the paths, so that what a database holds
 * depends neither on the number of workers nor on which of them was faster. Workers run ahead of the sink by a bounded
 * number of documents: memory does not grow with their number.
 *
 * The sink is asked to commit when it has taken some megabytes of text, or when a batch takes long. What became of a
 * document is said when it will last: after the commit. */
#ifndef ENT_IMPORTERS_PIPELINE_H
#define ENT_IMPORTERS_PIPELINE_H

#include "importers/extract/knowledge.h"
#include "importers/sink.h"

typedef struct ent_pipeline {
    const ent_knowledge *knowledge;
    ent_sink sink;        /* called by the caller's thread alone */
    const ent_str *paths; /* terminated; no path twice */
    size_t n_paths;
    unsigned jobs; /* threads, 1 or more: the one that stores, and workers beside it */
} ent_pipeline;

/* What became of one document; good until the callback returns. */
typedef struct ent_outcome {
    ent_str path;
    ent_str format;    /* empty where the document was not read again */
    ent_status status; /* ENT_OK, or why it is not stored: */
    const ent_error *error;
    ent_store_result result; /* of ENT_OK */
} ent_outcome;

/* Who is told. Both are called in the order of the paths. */
typedef struct ent_watcher {
    void *self;
    bool (*taken)(void *self, size_t n); /* so many were taken; false: take no further document */
    void (*outcome)(void *self, const ent_outcome *outcome);
} ent_watcher;

/* Fails when the sink cannot be asked for what is there. */
ent_status ent_pipeline_run(const ent_pipeline *pipeline, const ent_watcher *watcher, ent_error *err);

#endif
