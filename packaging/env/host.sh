# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The OnRecord authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What this machine is, and how missing packages get onto it. Sourced by ./dev; uses its say, die and here.

# shellcheck disable=SC2034  # read by root.sh and tasks.sh
host_id='' host_like='' host_version='' host_codename='' host_name='this system'
if [ -r /etc/os-release ]; then
    # shellcheck source=/dev/null
    eval "$(. /etc/os-release && printf 'host_id=%q host_like=%q host_version=%q host_codename=%q host_name=%q' \
        "${ID:-}" "${ID_LIKE:-}" "${VERSION_ID:-}" "${VERSION_CODENAME:-}" "${PRETTY_NAME:-this system}")"
fi

# The family whose package names and package manager serve this host: debian, fedora, arch or nothing.
host_family() {
    case " $host_id $host_like " in
    *' debian '* | *' ubuntu '*) echo debian ;;
    *' fedora '*) echo fedora ;;
    *' arch '*) echo arch ;;
    esac
}

version_at_least() { [ "$(printf '%s\n' "$1" "$2" | sort -V | head -n 1)" = "$2" ]; }

# Whether the distribution packages what OnRecord is built on: Qt 6.8, KDE Frameworks 6 and an SQLite with sessions.
# Debian testing and unstable carry no version number.
host_is_native() {
    case $host_id in
    debian) [ -z "$host_version" ] || version_at_least "$host_version" 13 ;;
    ubuntu) version_at_least "${host_version:-0}" 25.04 ;;
    fedora) version_at_least "${host_version:-0}" 42 ;;
    *) case $(host_family) in
        arch) true ;;
        debian) [ -n "$(apt-cache search --names-only '^libkf6syntaxhighlighting-dev$' 2>/dev/null)" ] ;;
        *) false ;;
        esac ;;
    esac
}

# Package names of the list files given, one a line.
package_names() { sed -e 's/#.*//' -e 's/[[:space:]]*$//' -e '/^$/d' "$@"; }

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        die "this needs root and there is no sudo. As root, run: $*"
    fi
}

# run_logged CMD… : quiet unless it fails.
run_logged() {
    local log
    log=$(mktemp)
    if "$@" >"$log" 2>&1 </dev/null; then
        rm -f "$log"
        return 0
    fi
    tail -n 20 "$log" >&2
    rm -f "$log"
    return 1
}

install_packages() {
    say "installing with the package manager of $host_name (a few minutes the first time): $*"
    case $(host_family) in
    debian)
        run_logged as_root apt-get update -qq || die "apt-get update failed"
        run_logged as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" ||
            die "apt could not install what is missing"
        ;;
    fedora)
        run_logged as_root dnf install -y -q --setopt=install_weak_deps=False "$@" ||
            die "dnf could not install what is missing"
        ;;
    arch)
        run_logged as_root pacman -S --needed --noconfirm "$@" ||
            die "pacman could not install what is missing; bring the system up to date (pacman -Syu) and run this again"
        ;;
    esac
}

# Prints the packages of "$@" that are not installed.
missing_packages() {
    case $(host_family) in
    debian)
        dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null |
            awk -v wanted="$*" '$1 == "installed" { have[$2] } END { n = split(wanted, w, " ")
                for (i = 1; i <= n; i++) if (!(w[i] in have)) print w[i] }'
        ;;
    fedora)
        local name
        for name in "$@"; do
            rpm -q --quiet --whatprovides "$name" || echo "$name"
        done
        ;;
    arch) pacman -T "$@" || true ;;
    esac
}

# ensure_packages LIST… : installs what is missing of packaging/packages/FAMILY LIST.txt ('' is the main list).
ensure_packages() {
    local family list files=() missing names
    family=$(host_family)
    for list in "$@"; do
        files+=("$here/packaging/packages/$family$list.txt")
    done
    mapfile -t names < <(package_names "${files[@]}")
    mapfile -t missing < <(missing_packages "${names[@]}")
    [ ${#missing[@]} -eq 0 ] || install_packages "${missing[@]}"
}
