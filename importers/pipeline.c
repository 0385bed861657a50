/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/pipeline.h"

#include "core/base/os.h"
#include "importers/extract/extract.h"
#include "importers/readers/reader.h"

#include <pthread.h>

/* A batch is committed when it has grown so large, or so old: documents that take long to read should not wait for
 * each other. */
enum { BATCH_BYTES = 2 << 20, SLOTS_PER_JOB = 2 };
static const double batch_seconds = 5;

/* What is stored under a path already. */
typedef struct stored {
    uint64_t hash;
    bool found;
} stored;

/* Document i is prepared in slot i modulo the number of slots. */
typedef struct slot {
    ent_arena arena;
    ent_facts facts;
    ent_status status;
    ent_error error;
    bool ready;
} slot;

typedef struct shared {
    const ent_pipeline *pipeline;
    const stored *stored; /* of each path */
    slot *slots;
    size_t n_slots;
    pthread_mutex_t lock;       /* over what follows */
    pthread_cond_t ready, room; /* a slot was filled, a slot was emptied */
    size_t next, taken;         /* documents handed to workers, handed to the sink */
    bool stop;
} shared;

/* ---- workers ----------------------------------------------------------------------------------------------------- */

static ent_status prepare(const shared *s, size_t number, slot *into)
{
    ent_str path = s->pipeline->paths[number], bytes;
    into->facts = (ent_facts){.path = path, .format = ENT_STR_EMPTY};
    ent_status status = ent_os_read_file(&into->arena, path.data, ENT_MAX_DOCUMENT_BYTES, &bytes, &into->error);
    if (status != ENT_OK)
        return status;
    if (s->stored[number].found)
        into->facts.hash = ent_str_hash(bytes);
    if (s->stored[number].found && s->stored[number].hash == into->facts.hash)
        return ENT_OK;
    ent_document *document = ENT_ARENA_NEW(&into->arena, ent_document, 1);
    status = ent_read_bytes(&into->arena, path, bytes, document, &into->error);
    if (status == ENT_OK)
        ent_extract(&into->arena, s->pipeline->knowledge, document, &into->facts);
    return status;
}

static bool is_left(const shared *s)
{
    return !s->stop && s->next < s->pipeline->n_paths;
}

static bool has_room(const shared *s)
{
    return s->next < s->taken + s->n_slots;
}

/* Prepares the next document; locked before and after. */
static void prepare_next(shared *s)
{
    size_t number = s->next++;
    slot *into = &s->slots[number % s->n_slots];
    pthread_mutex_unlock(&s->lock);
    into->status = prepare(s, number, into);
    pthread_mutex_lock(&s->lock);
    into->ready = true;
    pthread_cond_signal(&s->ready);
}

static void *work(void *argument)
{
    shared *s = argument;
    pthread_mutex_lock(&s->lock);
    while (is_left(s)) {
        if (has_room(s))
            prepare_next(s);
        else
            pthread_cond_wait(&s->room, &s->lock);
    }
    pthread_mutex_unlock(&s->lock);
    return NULL;
}

/* ---- batches ----------------------------------------------------------------------------------------------------- */

typedef struct batch {
    ent_arena arena;
    ENT_VEC(ent_outcome) outcomes;
    size_t bytes; /* of text */
    double begun; /* seconds */
} batch;

/* Commits, and says what became of the documents. */
static void finish(const ent_sink *sink, batch *b, const ent_watcher *watcher)
{
    ent_error error;
    ent_status status = sink->commit(sink->self, &error);
    for (size_t i = 0; i < b->outcomes.n; i++) {
        ent_outcome *outcome = &b->outcomes.items[i];
        if (outcome->status == ENT_OK && status != ENT_OK) {
            outcome->status = status;
            outcome->error = &error;
        }
        watcher->outcome(watcher->self, outcome);
    }
    ent_arena_reset(&b->arena);
    *b = (batch){.arena = b->arena};
}

static const ent_error *keep_error(ent_arena *arena, const ent_error *error)
{
    ent_error *kept = ENT_ARENA_NEW(arena, ent_error, 1);
    *kept = *error;
    return kept;
}

/* Hands a document to the sink, and keeps what became of it. */
static void take(const ent_sink *sink, batch *b, slot *from)
{
    ent_outcome outcome = {.path = from->facts.path, .status = from->status};
    if (b->outcomes.n == 0)
        b->begun = ent_os_seconds();
    if (outcome.status == ENT_OK)
        outcome.status = sink->take(sink->self, &from->facts, &outcome.result, &from->error);
    if (outcome.status != ENT_OK)
        outcome.error = keep_error(&b->arena, &from->error);
    outcome.format = ent_arena_str(&b->arena, from->facts.format);
    outcome.result.document = ent_arena_str(&b->arena, outcome.result.document);
    outcome.result.rendering_of = ent_arena_str(&b->arena, outcome.result.rendering_of);
    b->bytes += from->facts.text.len;
    ent_vec_push(&b->arena, &b->outcomes, outcome);
}

static bool is_full(const batch *b)
{
    return b->bytes >= BATCH_BYTES || ent_os_seconds() - b->begun >= batch_seconds;
}

/* Rather than wait for a document, the thread that stores prepares one itself. */
static void await(shared *s, const slot *from)
{
    pthread_mutex_lock(&s->lock);
    while (!from->ready) {
        if (is_left(s) && has_room(s))
            prepare_next(s);
        else
            pthread_cond_wait(&s->ready, &s->lock);
    }
    pthread_mutex_unlock(&s->lock);
}

/* Takes the documents in their order, each as soon as it is ready. */
static void take_all(shared *s, const ent_watcher *watcher)
{
    const ent_sink *sink = &s->pipeline->sink;
    batch b = {0};
    bool more = true;
    for (size_t number = 0; more && number < s->pipeline->n_paths; number++) {
        slot *from = &s->slots[number % s->n_slots];
        await(s, from);
        take(sink, &b, from);
        if (is_full(&b))
            finish(sink, &b, watcher);
        more = watcher->taken(watcher->self, number + 1);
        ent_arena_reset(&from->arena);
        pthread_mutex_lock(&s->lock);
        from->ready = false;
        s->taken++;
        s->stop = !more;
        pthread_cond_broadcast(&s->room);
        pthread_mutex_unlock(&s->lock);
    }
    finish(sink, &b, watcher);
    ent_arena_clear(&b.arena);
}

/* ---- all together ------------------------------------------------------------------------------------------------ */

/* Asked before the workers start, so that they need not wait for the sink. */
static ent_status find_stored(const ent_pipeline *pipeline, stored *out, ent_error *err)
{
    const ent_sink *sink = &pipeline->sink;
    ent_status status = ENT_OK;
    for (size_t i = 0; i < pipeline->n_paths && status == ENT_OK; i++)
        status = sink->find(sink->self, pipeline->paths[i], &out[i].hash, &out[i].found, err);
    return status;
}

/* Workers besides the thread that stores; one that cannot be started is done without. */
static void run_workers(shared *s, const ent_watcher *watcher, ent_arena *arena)
{
    const ent_pipeline *pipeline = s->pipeline;
    size_t jobs = pipeline->jobs < pipeline->n_paths ? pipeline->jobs : pipeline->n_paths, started = 0;
    pthread_t *workers = ENT_ARENA_NEW(arena, pthread_t, jobs);
    s->n_slots = SLOTS_PER_JOB * jobs;
    s->slots = ENT_ARENA_NEW(arena, slot, s->n_slots);
    while (started + 1 < jobs && pthread_create(&workers[started], NULL, work, s) == 0)
        started++;
    take_all(s, watcher);
    for (size_t i = 0; i < started; i++)
        pthread_join(workers[i], NULL);
    for (size_t i = 0; i < s->n_slots; i++)
        ent_arena_clear(&s->slots[i].arena);
}

ent_status ent_pipeline_run(const ent_pipeline *pipeline, const ent_watcher *watcher, ent_error *err)
{
    ent_arena arena = {0};
    stored *known = ENT_ARENA_NEW(&arena, stored, pipeline->n_paths);
    shared s = {.pipeline = pipeline,
                .stored = known,
                .lock = PTHREAD_MUTEX_INITIALIZER,
                .ready = PTHREAD_COND_INITIALIZER,
                .room = PTHREAD_COND_INITIALIZER};
    ent_status status = find_stored(pipeline, known, err);
    if (status == ENT_OK)
        run_workers(&s, watcher, &arena);
    ent_arena_clear(&arena);
    return status;
}
