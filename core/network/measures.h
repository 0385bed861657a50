/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Centrality: how much of the network hangs on an entity.
 *
 * Two entities may be joined by several relations of several types. All measures but strength count such a pair once: what
 * is central is the entity, not the talkative document. Those that follow walks along relations in their own direction
 * (pagerank, hub, authority) use the simple directed graph, with a symmetric relation running both ways; all others use
 * the simple undirected graph. Only strength has weights. N is the number of entities in the network, M that of
 * joined pairs. An entity without a selected relation is no part of a network, so there are no isolates.
 *
 * Values are rounded to 12 decimals, so that equals are equal on every machine. */
#ifndef ENT_NETWORK_MEASURES_H
#define ENT_NETWORK_MEASURES_H

#include "core/network/network.h"

typedef enum ent_measure {
    /* Number of neighbours, 0 … N - 1. O(N).
     * Freeman 1978, doi:10.1016/0378-8733(78)90021-7. */
    ENT_DEGREE,
    /* Sum of the evidence of all its relations; in a projection, of the shared neighbours. O(M).
     * Barrat et al. 2004, doi:10.1073/pnas.0400087101. */
    ENT_STRENGTH,
    /* Share of the shortest paths between two others that run through it, averaged over all pairs of others: 0 … 1
     * (divided by (N - 1)(N - 2) / 2). A pair in two components adds nothing. Exact in O(N (N + M)) while that is below
     * 10^8; beyond, from 32 to 256 evenly spaced sources, scaled up.
     * Freeman 1977, doi:10.2307/3033543; Brandes 2001, doi:10.1080/0022250X.2001.9990249; sampling: Brandes and
     * Pich 2007, doi:10.1142/S0218127407018403. */
    ENT_BETWEENNESS,
    /* r / (N - 1) · r / (sum of the distances to the r entities it reaches): 0 … 1. The first factor keeps the members of
     * a small component from coming first. Cost and sampling as betweenness; not a number for an entity that no
     * sampled source reaches.
     * Freeman 1978; Wasserman and Faust 1994, ISBN 978-0-521-38707-1, p. 201; sampling: Eppstein and Wang 2004,
     * doi:10.7155/jgaa.00081. */
    ENT_CLOSENESS,
    /* Sum of 1 / distance to all others, divided by N - 1: 0 … 1. An entity out of reach adds 0. Cost and sampling as
     * betweenness.
     * Marchiori and Latora 2000, doi:10.1016/S0378-4371(00)00311-3. */
    ENT_HARMONIC,
    /* The leading eigenvector of the adjacency matrix, largest value 1: an entity counts as much as its neighbours do.
     * 0 outside the component with the largest eigenvalue. ARPACK, O(M) a step.
     * Bonacich 1972, doi:10.1080/0022250X.1972.9989806. */
    ENT_EIGENVECTOR,
    /* Share of the time a random walk along the relations, from source to target, spends there (damping 0.85; from an
     * entity without outgoing relations it jumps anywhere): they add up to 1. PRPACK, O(M) a step.
     * Brin and Page 1998, doi:10.1016/S0169-7552(98)00110-X. */
    ENT_PAGERANK,
    /* Points to good authorities: the leading eigenvector of A·Aᵀ, largest value 1. ARPACK, O(M) a step.
     * Kleinberg 1999, doi:10.1145/324133.324140. */
    ENT_HUB,
    /* Is pointed to by good hubs: the leading eigenvector of Aᵀ·A, largest value 1. */
    ENT_AUTHORITY,
    /* The largest k such that it belongs to a part of the network in which all have at least k neighbours. O(N + M).
     * Seidman 1983, doi:10.1016/0378-8733(83)90028-X; Batagelj and Zaveršnik 2003, arXiv:cs/0310049. */
    ENT_CORENESS,
    ENT_N_MEASURES
} ent_measure;

const char *ent_measure_name(ent_measure measure);
bool ent_measure_find(ent_str name, ent_measure *out);
/* Whether its values are whole numbers. */
bool ent_measure_is_count(ent_measure measure);

/* Fills values[0 … n_vertices). *n_sources: 0 when exact, else the number of sources it was sampled from. */
ent_status ent_network_measure(const ent_network *network, ent_measure measure, double *values, size_t *n_sources,
                               ent_error *err);

#endif
