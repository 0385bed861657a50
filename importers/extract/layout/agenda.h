/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Agendas: what the items under "Agenda" or "… the following topics:" name is discussed. */
#ifndef ENT_EXTRACT_LAYOUT_AGENDA_H
#define ENT_EXTRACT_LAYOUT_AGENDA_H

#include "importers/extract/layout/lines.h"

void ent_layout_agenda(ent_layout_work *work);

#endif
