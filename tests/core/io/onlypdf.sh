#!/bin/sh
# SPDX-FileCopyrightText: 2026 The OnRecord authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# onlypdf.sh READER PDF-READER : fails when the reader of everything but PDFs brings poppler along, itself or by a library of its own,
# or when the other does not (then this would see nothing).
set -eu
light=$(ldd "$1")
if printf '%s\n' "$light" | grep -i poppler; then
    echo "$1 links poppler"
    exit 1
fi
if nm --demangle "$1" 2>/dev/null | grep -i poppler || strings "$1" | grep libpoppler; then
    echo "$1 holds poppler"
    exit 1
fi
heavy=$(ldd "$2")
printf '%s\n' "$heavy" | grep -qi poppler || { echo "$2 does not link poppler: how it comes by it has to be looked for anew"; exit 1; }
