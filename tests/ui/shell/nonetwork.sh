#!/bin/sh
# SPDX-FileCopyrightText: 2026 The OnRecord authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# nonetwork.sh PROGRAM… : fails when a program links a network library itself or calls into one. (KSyntaxHighlighting brings
# Qt's along for a downloader that nothing here calls.)
set -eu
for program in "$@"; do
    needed=$(readelf --dynamic --wide "$program" | grep NEEDED)
    calls=$(nm --dynamic --undefined-only --demangle "$program")
    if printf '%s\n' "$needed" | grep -E 'Network|WebEngine|libcurl|libssl|libsoup'; then
        echo "$program links a network library"
        exit 1
    fi
    if printf '%s\n' "$calls" | grep -E 'QNetwork|QTcpSocket|QUdpSocket|QSslSocket|QHttp|DefinitionDownloader| (connect|getaddrinfo|gethostbyname)@'; then
        echo "$program calls a network function"
        exit 1
    fi
done
