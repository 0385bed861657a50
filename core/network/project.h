/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From two modes to one: entities of some kinds, joined where they share neighbours of other kinds. */
#ifndef ENT_NETWORK_PROJECT_H
#define ENT_NETWORK_PROJECT_H

#include "core/network/network.h"

/* The one-mode projection of a network onto `onto` (Breiger 1974, doi:10.2307/2576011): its vertices are the entities of
 * those kinds; two are joined when at least one entity of another kind is related to both, whatever the types and
 * directions. An edge's `evidence` is the number of such shared neighbours; it stands for no relation (id row 0, type
 * ENT_MENTIONED_WITH, smaller key first). Relations among the kinds themselves do not count; entities that share nothing
 * are left out. Time: the sum over the other kinds of their squared degrees; more than 50 million pairs is an error. */
ent_status ent_network_project(const ent_network *network, ent_kinds onto, ent_network **out, ent_error *err);

#endif
