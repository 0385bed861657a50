/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a text is told by that has no subject: who sponsored it, what it asks for, what it sets up. */
#ifndef ENT_EXTRACT_TEXT_DEEDS_H
#define ENT_EXTRACT_TEXT_DEEDS_H

#include "importers/extract/names/finder.h"

/* "a resolution sponsored by Widgetland and Oz", "a paper by Oz", the phrase being [first, head]: the token behind
 * those who did, or 0. Without a verb a capital makes it a title of its own. */
uint32_t ent_text_sponsors_end(const ent_finder *f, uint32_t first, uint32_t head, uint32_t end);
/* "Oz-drafted Council resolution": where the State begins that a compound before `first` names, or `first`. */
uint32_t ent_text_sponsor_before(const ent_finder *f, const ent_sentence *sentence, uint32_t first);
/* "A resolution urging States not to test widgets", "… that called on States to stop widget tests", "… establishing the
 * WG": behind the subject of what is asked for, or what is set up; or 0. */
uint32_t ent_text_request_end(const ent_finder *f, uint32_t head, uint32_t end);
/* "to adopt a policy", "that they adopt one", the verb standing at `verb`: none that there is. But "failed to adopt
 * one" is about one. */
bool ent_text_is_wished(const ent_finder *f, uint32_t begin, uint32_t verb);
/* "condemning the widgets", "to build them" at `at`, which tells what a text says: the token behind, or `at`. */
uint32_t ent_text_content_end(const ent_finder *f, uint32_t at, uint32_t end);
/* Behind the adverbs at `at`: "widely". */
uint32_t ent_text_behind_adverbs(const ent_finder *f, uint32_t at, uint32_t end);
/* "signed [in Widgetville on 3 May 2031] by Oz": behind where and when, before "by"; else `at`. */
uint32_t ent_text_behind_setting(const ent_finder *f, uint32_t at, uint32_t end);
/* "the [Secretary-General of the] Widget Union": behind the post where the body follows, else `at`. */
uint32_t ent_text_behind_post(const ent_finder *f, uint32_t at, uint32_t end);
/* "on the Widget Summit" at `at`: behind it, or 0. */
uint32_t ent_text_on_meeting(const ent_finder *f, uint32_t at, uint32_t end);
/* "signed together [with Oz and the member States of Widgetland]": where these words before `at` begin, or `at`. */
uint32_t ent_text_before_partners(const ent_finder *f, uint32_t begin, uint32_t at);
/* "for the creation of the Widget Agency", "establishing the Agency" at `at`, behind a text: behind the body; or 0. */
uint32_t ent_text_founding_end(const ent_finder *f, uint32_t at, uint32_t end);
/* "memorandum of understanding", "note verbale", the noun standing at `head`: behind its own second word. */
uint32_t ent_text_noun_end(const ent_finder *f, uint32_t head, uint32_t end);

#endif
