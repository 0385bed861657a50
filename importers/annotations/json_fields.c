/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/annotations/json_fields.h"

#include "core/base/buf.h"

/* The field, or NULL where there is none. */
static const json_t *field(const ent_json_fields *fields, const char *name)
{
    const json_t *value = json_object_get(fields->object, name);
    return value && !json_is_null(value) ? value : NULL;
}

static void blame(ent_json_fields *fields, const char *name, const char *what)
{
    if (!fields->fault)
        fields->fault = ent_arena_format(fields->arena, "'%s' is not %s", name, what).data;
}

static ent_str text_of(ent_arena *arena, const json_t *string)
{
    return ent_arena_str(arena, (ent_str){json_string_value(string), json_string_length(string)});
}

ent_str ent_json_text(ent_json_fields *fields, const char *name)
{
    const json_t *value = field(fields, name);
    if (value && !json_is_string(value))
        blame(fields, name, "a text");
    return value && json_is_string(value) ? text_of(fields->arena, value) : ENT_STR_EMPTY;
}

double ent_json_number(ent_json_fields *fields, const char *name, double fallback)
{
    const json_t *value = field(fields, name);
    if (value && !json_is_number(value))
        blame(fields, name, "a number");
    return value && json_is_number(value) ? json_number_value(value) : fallback;
}

size_t ent_json_count(ent_json_fields *fields, const char *name, size_t fallback)
{
    const json_t *value = field(fields, name);
    bool good = value && json_is_integer(value) && json_integer_value(value) >= 0;
    if (value && !good)
        blame(fields, name, "a whole number");
    return good ? (size_t)json_integer_value(value) : fallback;
}

const json_t *ent_json_array(ent_json_fields *fields, const char *name)
{
    const json_t *value = field(fields, name);
    if (value && !json_is_array(value))
        blame(fields, name, "an array");
    return value && json_is_array(value) ? value : NULL;
}

static ent_str join(ent_arena *arena, const ent_str_vec *pieces, ent_str separator)
{
    ent_buf out = {0};
    for (size_t i = 0; i < pieces->n; i++) {
        ent_buf_add(&out, i ? separator : ENT_STR_EMPTY);
        ent_buf_add(&out, pieces->items[i]);
    }
    ent_str joined = ent_arena_str(arena, ent_buf_str(&out));
    ent_buf_clear(&out);
    return joined;
}

ent_str ent_json_texts(ent_json_fields *fields, const char *name)
{
    const json_t *value = field(fields, name);
    if (!value || json_is_string(value))
        return ent_json_text(fields, name);
    ent_str_vec pieces = {0};
    for (size_t i = 0; i < json_array_size(value); i++) {
        const json_t *item = json_array_get(value, i);
        if (json_is_string(item))
            ent_vec_push(fields->arena, &pieces, text_of(fields->arena, item));
    }
    if (!json_is_array(value) || pieces.n < json_array_size(value))
        blame(fields, name, "an array of texts");
    return join(fields->arena, &pieces, ENT_STR(" | "));
}

ent_str ent_json_attributes(ent_json_fields *fields, const char *name)
{
    const json_t *value = field(fields, name);
    if (!value || json_is_string(value))
        return ent_json_text(fields, name);
    ent_str_vec pieces = {0};
    for (void *at = json_object_iter((json_t *)(uintptr_t)value); at;
         at = json_object_iter_next((json_t *)(uintptr_t)value, at)) {
        const json_t *item = json_object_iter_value(at);
        if (json_is_string(item))
            ent_vec_push(fields->arena, &pieces,
                         ent_arena_format(fields->arena, "%s=" ENT_STR_FMT, json_object_iter_key(at),
                                          ENT_STR_ARG(text_of(fields->arena, item))));
    }
    if (!json_is_object(value) || pieces.n < json_object_size(value))
        blame(fields, name, "an object of texts");
    return join(fields->arena, &pieces, ENT_STR("; "));
}

void ent_json_relation(ent_json_fields *fields, ent_noted_relation *out)
{
    out->polarity = ent_json_text(fields, "polarity");
    out->modality = ent_json_text(fields, "modality");
    out->rule = ent_json_text(fields, "rule");
    out->speaker = ent_json_text(fields, "speaker");
    out->holder = ent_json_text(fields, "holder");
    out->role = ent_json_text(fields, "role");
    out->from = ent_json_text(fields, "from");
    out->to = ent_json_text(fields, "to");
    out->count = (int64_t)ent_json_count(fields, "count", 0);
    out->confidence = ent_json_number(fields, "confidence", out->confidence);
    out->quote.words = ent_json_text(fields, "quote");
    out->quote.place = ent_json_count(fields, "begin", SIZE_MAX);
    out->quote.hint = out->quote.place == SIZE_MAX ? ENT_HINT_NONE : ENT_HINT_CHARACTER;
}
