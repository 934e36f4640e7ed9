# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The OnRecord authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What the host is, and how missing packages get onto it. Sourced by ./dev; uses its say, die and here.

host_id='' host_codename='' host_name='this system'
if [ -r /etc/os-release ]; then
    # shellcheck disable=SC1091
    host_id=$(. /etc/os-release && echo "${ID:-}")
    # shellcheck disable=SC1091
    host_codename=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
    # shellcheck disable=SC1091
    host_name=$(. /etc/os-release && echo "${PRETTY_NAME:-this system}")
fi

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        die "this needs root and there is no sudo. As root, run: $*"
    fi
}

# apt_install NAMES… : quiet unless it fails.
apt_install() {
    local log
    log=$(mktemp)
    say "installing with apt: $*"
    if ! { as_root apt-get update -qq && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq \
        --no-install-recommends "$@"; } >"$log" 2>&1 </dev/null; then
        tail -n 15 "$log" >&2
        rm -f "$log"
        die "apt could not install: $*"
    fi
    rm -f "$log"
}
