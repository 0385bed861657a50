#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows of `evaluate --json` about confidence, with what a reader of --min-confidence wants to know: of the relations
stored at a confidence or above it, how many are right."""
import json
import sys

right = wrong = 0
print('confidence  right  wrong  share right  share at or above')
for row in json.load(sys.stdin):
    if row['level'] != 'confidence':
        continue
    right += row['tp']
    wrong += row['fp']
    print(f"{row['type']:10}  {row['tp']:5}  {row['fp']:5}  {row['precision']:11.2f}  {right / (right + wrong):17.2f}")
