/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Made-up pages and what their layout says. Their names are marked, so that only the layout is on trial:
 * "<O Widget Office of <S Chile>>" is an organization with a State nested in it; "<E* …>" the meeting that is reported,
 * "<I* …>" the document. Each line is a block: "# " and "## " headings, "- " items, "| a | b" rows, else paragraphs. */
#ifndef ENT_TESTS_SUPPORT_PAGE_H
#define ENT_TESTS_SUPPORT_PAGE_H

#include "core/model/relation.h"

/* For a group of tests: the state is what is known beforehand. Not 0 on failure, which is printed. */
int page_set_up(void **state);
int page_tear_down(void **state);

/* Fails unless the page says just this: "type: source > target [role] from date", each on a line, in the order found;
 * only these types. */
void page_expect(void **state, ent_relation_types types, const char *page, const char *expected);

#endif
