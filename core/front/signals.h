/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a run ends early. Private to this room. */
#ifndef ENT_FRONT_SIGNALS_H
#define ENT_FRONT_SIGNALS_H

#include <stdbool.h>

/* The first interrupt is only noted, so that work ends in order; a second one ends the process at once, as does a pipe
 * that nobody reads any more (quietly, with the exit code of an interruption). */
void ent_signals_catch(void);
bool ent_signals_interrupted(void);

#endif
