/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/pipeline.h"

#include "core/base/os.h"
#include "importers/extract/extract.h"
#include "importers/readers/reader.h"

#include <pthread.h>
#include <string.h>

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
    slot *slots;
    size_t n_slots;
    pthread_mutex_t lock;       /* over what follows */
    pthread_cond_t ready, room; /* a slot was filled, a slot was emptied */
    size_t next, taken;         /* documents handed to workers, handed to the sink */
    bool stop;
    pthread_mutex_t sink_lock;
} shared;

static ent_status ask_sink(shared *s, ent_str path, uint64_t hash, bool *known, ent_error *err)
{
    const ent_sink *sink = &s->pipeline->sink;
    pthread_mutex_lock(&s->sink_lock);
    ent_status status = sink->has(sink->self, path, hash, known, err);
    pthread_mutex_unlock(&s->sink_lock);
    return status;
}

static ent_status prepare(shared *s, ent_str path, slot *into)
{
    ent_str bytes;
    bool known = false;
    into->facts = (ent_facts){.path = path, .format = ENT_STR_EMPTY};
    ent_status status = ent_os_read_file(&into->arena, path.data, ENT_MAX_DOCUMENT_BYTES, &bytes, &into->error);
    if (status != ENT_OK)
        return status;
    into->facts.hash = ent_str_hash(bytes);
    status = ask_sink(s, path, into->facts.hash, &known, &into->error);
    if (status != ENT_OK || known)
        return status;
    ent_document *document = ENT_ARENA_NEW(&into->arena, ent_document, 1);
    status = ent_read_bytes(&into->arena, path, bytes, document, &into->error);
    if (status == ENT_OK)
        ent_extract(&into->arena, s->pipeline->knowledge, document, &into->facts);
    return status;
}

/* The number of the next document, when there is one and a slot for it. */
static bool next_document(shared *s, size_t *number)
{
    while (!s->stop && s->next < s->pipeline->n_paths && s->next >= s->taken + s->n_slots)
        pthread_cond_wait(&s->room, &s->lock);
    if (s->stop || s->next >= s->pipeline->n_paths)
        return false;
    *number = s->next++;
    return true;
}

static void *work(void *argument)
{
    shared *s = argument;
    size_t number;
    pthread_mutex_lock(&s->lock);
    while (next_document(s, &number)) {
        slot *into = &s->slots[number % s->n_slots];
        pthread_mutex_unlock(&s->lock);
        into->status = prepare(s, s->pipeline->paths[number], into);
        pthread_mutex_lock(&s->lock);
        into->ready = true;
        pthread_cond_signal(&s->ready);
    }
    pthread_mutex_unlock(&s->lock);
    return NULL;
}

static bool take(shared *s, size_t number, slot *from, ent_outcome_fn fn, void *context)
{
    const ent_sink *sink = &s->pipeline->sink;
    ent_outcome outcome = {.path = s->pipeline->paths[number],
                           .format = from->facts.format,
                           .status = from->status,
                           .error = &from->error};
    pthread_mutex_lock(&s->sink_lock);
    if (outcome.status == ENT_OK)
        outcome.status = sink->take(sink->self, &from->facts, &outcome.result, &from->error);
    bool more = fn(context, &outcome);
    pthread_mutex_unlock(&s->sink_lock);
    return more;
}

/* Takes the documents in their order, each as soon as it is ready. */
static void take_all(shared *s, ent_outcome_fn fn, void *context)
{
    bool more = true;
    for (size_t number = 0; more && number < s->pipeline->n_paths; number++) {
        slot *from = &s->slots[number % s->n_slots];
        pthread_mutex_lock(&s->lock);
        while (!from->ready)
            pthread_cond_wait(&s->ready, &s->lock);
        pthread_mutex_unlock(&s->lock);
        more = take(s, number, from, fn, context);
        ent_arena_reset(&from->arena);
        pthread_mutex_lock(&s->lock);
        from->ready = false;
        s->taken++;
        s->stop = !more;
        pthread_cond_broadcast(&s->room);
        pthread_mutex_unlock(&s->lock);
    }
}

ent_status ent_pipeline_run(const ent_pipeline *pipeline, ent_outcome_fn fn, void *context, ent_error *err)
{
    ent_arena arena = {0};
    size_t n_workers = pipeline->jobs < pipeline->n_paths ? pipeline->jobs : pipeline->n_paths, started = 0;
    shared s = {.pipeline = pipeline,
                .n_slots = 2 * n_workers,
                .lock = PTHREAD_MUTEX_INITIALIZER,
                .ready = PTHREAD_COND_INITIALIZER,
                .room = PTHREAD_COND_INITIALIZER,
                .sink_lock = PTHREAD_MUTEX_INITIALIZER};
    pthread_t *workers = ENT_ARENA_NEW(&arena, pthread_t, n_workers);
    s.slots = ENT_ARENA_NEW(&arena, slot, s.n_slots);
    int reason = 0;
    while (started < n_workers && (reason = pthread_create(&workers[started], NULL, work, &s)) == 0)
        started++;
    if (started)
        take_all(&s, fn, context);
    for (size_t i = 0; i < started; i++)
        pthread_join(workers[i], NULL);
    for (size_t i = 0; i < s.n_slots; i++)
        ent_arena_clear(&s.slots[i].arena);
    ent_arena_clear(&arena);
    if (n_workers && !started)
        return ent_fail(err, ENT_FAILED, "worker", "cannot be started: %s", strerror(reason));
    return ENT_OK;
}
