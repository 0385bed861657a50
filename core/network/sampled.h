/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The measures over all shortest paths: exact on networks where that takes a second or two, sampled beyond. */
#ifndef ENT_NETWORK_SAMPLED_H
#define ENT_NETWORK_SAMPLED_H

#include "core/network/handle.h"

/* How many sources to sample: 0 when the network is small enough to take all. */
size_t ent_sampled_sources(const ent_network *network);

/* As in measures.h; n_sources from above. */
igraph_error_t ent_sampled_betweenness(const ent_network *network, size_t n_sources, double *values);
igraph_error_t ent_sampled_closeness(const ent_network *network, size_t n_sources, double *values);
igraph_error_t ent_sampled_harmonic(const ent_network *network, size_t n_sources, double *values);

#endif
