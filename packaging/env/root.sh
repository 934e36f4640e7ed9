# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The OnRecord authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The Debian 13 build root for distributions without KDE Frameworks 6: made once with mmdebstrap, kept in the
# user's cache folder, entered with bubblewrap. Sourced by ./dev; uses its say, die and here.

readonly root_suite=trixie
# Raise when the recipe below changes in a way that the package lists do not show.
readonly root_recipe=1

cache_dir() { printf '%s\n' "${XDG_CACHE_HOME:-$HOME/.cache}/onrecord"; }

# Package names of the files given, one a line.
package_names() { sed -e 's/#.*//' -e 's/[[:space:]]*$//' -e '/^$/d' "$@"; }

root_packages() { package_names "$here/packaging/packages/debian.txt" "$here/packaging/packages/debian-tools.txt"; }

root_path() {
    local hash
    hash=$({ echo "$root_suite $root_recipe"; root_packages; } | sha256sum)
    printf '%s/root-%s\n' "$(cache_dir)" "${hash:0:12}"
}

# The Debian mirror that the host's own apt uses.
debian_mirror() {
    local uri='' release
    if [ -n "${ONRECORD_DEBIAN_MIRROR:-}" ]; then
        printf '%s\n' "$ONRECORD_DEBIAN_MIRROR"
        return
    fi
    if [ "$host_id" = debian ]; then
        while read -r release uri; do
            [ "$release" = "$host_codename" ] && [[ $uri != cdrom:* ]] && break
            uri=
        done < <(apt-get indextargets --format '$(RELEASE) $(REPO_URI)' 'Created-By: Packages' 'Component: main')
    fi
    [ -n "$uri" ] || die "no Debian mirror in this machine's apt configuration ($host_name)." \
        "Set ONRECORD_DEBIAN_MIRROR to the address of one and run this again."
    printf '%s\n' "$uri"
}

# The host's proxy and certificate settings for apt, in apt.conf syntax, so that the root's apt asks the same way.
host_apt_settings() {
    apt-config dump Acquire::http Acquire::https Acquire::ftp Acquire::Retries 2>/dev/null |
        grep -v -e '""' -e '^[^"]*"";$' || true
}

install_root_makers() {
    local missing=()
    command -v mmdebstrap >/dev/null || missing+=(mmdebstrap)
    command -v bwrap >/dev/null || missing+=(bubblewrap)
    command -v newuidmap >/dev/null || missing+=(uidmap)
    [ -e /usr/share/keyrings/debian-archive-keyring.gpg ] || missing+=(debian-archive-keyring)
    [ ${#missing[@]} -eq 0 ] && return
    command -v apt-get >/dev/null ||
        die "this distribution ($host_name) has neither KDE Frameworks 6 nor apt, and ${missing[*]} to make a" \
            "Debian build root are missing. Install them and run this again."
    apt_install "${missing[@]}"
}

make_root() {
    local root=$1 part mirror started=$SECONDS log settings
    install_root_makers
    mirror=$(debian_mirror)
    find "$(cache_dir)" -maxdepth 1 -name 'root-*.part.*' -exec rm -rf {} +
    part=$(mktemp -d "$root.part.XXXXXX")
    log=$root.log
    settings=$part.conf
    host_apt_settings >"$settings"
    # shellcheck disable=SC2064  # the values of now
    trap "rm -rf '$part' '$settings'" EXIT
    say "making the Debian 13 build root once, in $root (about a minute; log: $log)"
    local args=(--variant=apt --format=tar "--include=$(root_packages | paste -sd,)" "--aptopt=$settings"
        --aptopt='Apt::Install-Recommends "false"'
        --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/info/*'
        --dpkgopt='path-exclude=/usr/share/locale/*' --dpkgopt='path-exclude=/usr/share/doc/*'
        --dpkgopt='path-include=/usr/share/doc/*/copyright'
        --customize-hook="echo $(basename "$root") >\"\$1/etc/onrecord-root\""
        --customize-hook='rm -f "$1/etc/apt/apt.conf.d/99mmdebstrap"')
    [ -e /usr/share/keyrings/debian-archive-keyring.gpg ] &&
        args+=(--keyring=/usr/share/keyrings/debian-archive-keyring.gpg)
    # A tar on its way to the folder gives files that belong to the caller also when mmdebstrap worked in a user
    # namespace, so that rm can remove them. Device nodes come from the host at entering.
    if ! mmdebstrap "${args[@]}" "$root_suite" - "$mirror" 2>"$log" |
        tar -x -C "$part" --no-same-owner --exclude='./dev/*' 2>>"$log"; then
        tail -n 15 "$log" >&2
        die "making the build root failed; the lines above are the end of $log"
    fi
    chmod 755 "$part"
    mv -T "$part" "$root"
    rm -f "$settings"
    trap - EXIT
    say "build root ready after $((SECONDS - started)) s"
}

# Makes the root when it is not there yet; two callers at once make one.
ensure_root() {
    local root=$1
    [ -e "$root/etc/onrecord-root" ] && return
    mkdir -p "$(cache_dir)"
    local lock
    exec {lock}>"$(cache_dir)/root.lock"
    if ! flock -n "$lock"; then
        say "waiting for another call that is making the build root"
        flock "$lock"
    fi
    [ -e "$root/etc/onrecord-root" ] || make_root "$root"
    exec {lock}>&-
}

# enter_root CMD… : replaces this process by CMD inside the root, in the same folder, with the same files.
enter_root() {
    local root dir target args
    root=$(root_path)
    ensure_root "$root"
    args=(--ro-bind "$root/usr" /usr --ro-bind "$root/etc" /etc --ro-bind "$root/var" /var)
    for dir in bin sbin lib lib32 lib64 libx32; do
        [ -L "$root/$dir" ] && args+=(--symlink "$(readlink "$root/$dir")" "/$dir")
    done
    args+=(--dev-bind /dev /dev --bind /proc /proc --ro-bind-try /sys /sys --tmpfs /run --bind-try /var/tmp /var/tmp)
    # Everything that is not the system itself keeps its name: home, /tmp (with the X sockets), /media, /mnt, /srv …
    for dir in /*; do
        case $dir in
        /usr | /etc | /var | /bin | /sbin | /lib* | /dev | /proc | /sys | /run | /boot | /lost+found) ;;
        *) [ -d "$dir" ] && [ ! -L "$dir" ] && args+=(--bind-try "$dir" "$dir") ;;
        esac
    done
    args+=(--bind-try "/run/user/$UID" "/run/user/$UID" --bind-try /run/media /run/media --bind-try /run/dbus /run/dbus)
    target=$(dirname "$here")
    [ "$target" = / ] && target=$here
    for dir in "$HOME" "$target" "$PWD"; do
        is_bound "$dir" || args+=(--bind-try "$dir" "$dir")
    done
    # A worktree's repository may lie elsewhere.
    if [ -f "$here/.git" ] && dir=$(git -C "$here" rev-parse --path-format=absolute --git-common-dir 2>/dev/null); then
        is_bound "$dir" || args+=(--ro-bind-try "$dir" "$dir")
    fi
    [ -n "${XAUTHORITY:-}" ] && ! is_bound "$XAUTHORITY" && args+=(--ro-bind-try "$XAUTHORITY" "$XAUTHORITY")
    for dir in passwd group hosts resolv.conf; do
        [ -e "$root/etc/$dir" ] && args+=(--ro-bind-try "/etc/$dir" "/etc/$dir")
    done
    # Settings that name the host's own libraries, compilers or locales mean nothing inside.
    for dir in LD_LIBRARY_PATH LD_PRELOAD QT_PLUGIN_PATH QT_QPA_PLATFORM_PLUGIN_PATH QT_STYLE_OVERRIDE XDG_DATA_DIRS \
        XDG_CONFIG_DIRS PYTHONPATH PYTHONHOME CC CXX CFLAGS CXXFLAGS LDFLAGS CMAKE_PREFIX_PATH PKG_CONFIG_PATH LC_ALL; do
        args+=(--unsetenv "$dir")
    done
    args+=(--setenv PATH /usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin --setenv LANG C.UTF-8)
    args+=(--setenv CCACHE_DIR "${CCACHE_DIR:-$(cache_dir)/ccache}" --setenv CCACHE_BASEDIR "$target"
        --setenv CCACHE_NOHASHDIR 1 --setenv CCACHE_COMPILERCHECK content)
    if [ -z "${TZ:-}" ] && [ -L /etc/localtime ]; then
        dir=$(readlink -f /etc/localtime)
        [[ $dir == */zoneinfo/* ]] && args+=(--setenv TZ "${dir#*/zoneinfo/}")
    fi
    touch -c "$root" 2>/dev/null || true
    exec bwrap "${args[@]}" --die-with-parent --chdir "$PWD" -- "$@"
}

# Whether a path inside the root already shows the host's file.
is_bound() {
    case $1 in
    /usr/* | /etc/* | /var/tmp/* | /run/user/$UID/* | /run/media/*) return 0 ;;
    /usr | /etc | /var/tmp) return 0 ;;
    /var | /var/* | /run/*) return 1 ;;
    *) return 0 ;;
    esac
}
