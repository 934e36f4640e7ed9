# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The OnRecord authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The Debian 13 build root for distributions without KDE Frameworks 6: made once with mmdebstrap, kept in the
# user's cache folder, entered with bubblewrap. Sourced by ./dev after host.sh; uses say, die and here.

readonly root_suite=trixie
# Raise when the recipe below changes in a way that the package lists do not show.
readonly root_recipe=1
readonly debian_keyring=/usr/share/keyrings/debian-archive-keyring.gpg

cache_dir() { printf '%s\n' "${XDG_CACHE_HOME:-$HOME/.cache}/onrecord"; }

root_packages() { package_names "$here/packaging/packages/debian.txt" "$here/packaging/packages/debian-tools.txt"; }

root_path() {
    local hash
    hash=$({ echo "$root_suite $root_recipe"; root_packages; } | sha256sum)
    printf '%s/root-%s\n' "$(cache_dir)" "${hash:0:12}"
}

# The Debian mirror that the host's own apt uses.
# shellcheck disable=SC2016  # the fields are apt's own
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

# The host's proxy and certificate settings for apt, in apt.conf syntax: the root's apt has to ask the same way.
host_apt_settings() {
    apt-config dump Acquire::http Acquire::https Acquire::ftp Acquire::Retries 2>/dev/null | grep -v '"";$' || true
}

install_root_makers() {
    local missing=()
    command -v mmdebstrap >/dev/null || missing+=(mmdebstrap)
    command -v bwrap >/dev/null || missing+=(bubblewrap)
    command -v newuidmap >/dev/null || missing+=(uidmap)
    [ -e "$debian_keyring" ] || missing+=(debian-archive-keyring)
    [ ${#missing[@]} -eq 0 ] && return
    [ "$(host_family)" = debian ] ||
        die "$host_name has no packages of KDE Frameworks 6 that fit, and ${missing[*]} to make a Debian build root" \
            "are missing. Install them and run this again."
    install_packages "${missing[@]}"
}

# How bubblewrap can work here: 'plain', 'sudo' (some systems keep user namespaces to root) or 'no'.
bwrap_way() {
    local probe=(bwrap --ro-bind / / --dev-bind /dev /dev true)
    if "${probe[@]}" 2>/dev/null; then
        echo plain
    elif [ "$(id -u)" -ne 0 ] && command -v sudo >/dev/null && sudo "${probe[@]}" 2>/dev/null; then
        echo sudo
    else
        echo no
    fi
}

no_namespaces() {
    die "this system lets $(id -un) make no namespaces, so the Debian 13 build root cannot be entered (inside a" \
        "container? start one of Debian 13 itself: there ./dev needs no build root)"
}

# shellcheck disable=SC2016  # $1 belongs to the hook
make_root() {
    local root=$1 way=$2 part mirror started=$SECONDS log settings run=()
    mirror=$(debian_mirror)
    [ "$way" = sudo ] && run=(sudo)
    # What an interrupted call left.
    find "$(cache_dir)" -maxdepth 1 -name 'root-*.part.*' -exec rm -rf {} +
    part=$(mktemp -d "$root.part.XXXXXX")
    settings=$part.conf
    log=$root.log
    host_apt_settings >"$settings"
    # shellcheck disable=SC2064  # the values of now
    trap "rm -rf '$part' '$settings'" EXIT
    trap 'exit 130' INT TERM HUP
    say "making the Debian 13 build root, once, in $root (1 to 2 minutes; log: $log)"
    local args=(--variant=apt --format=tar "--include=$(root_packages | paste -sd,)" "--aptopt=$settings"
        --aptopt='Apt::Install-Recommends "false"'
        --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/info/*'
        --dpkgopt='path-exclude=/usr/share/locale/*' --dpkgopt='path-exclude=/usr/share/doc/*'
        --dpkgopt='path-include=/usr/share/doc/*/copyright'
        --customize-hook='rm -f "$1/etc/apt/apt.conf.d/99mmdebstrap"'
        --customize-hook="echo '$(basename "$root")' >\"\$1/etc/onrecord-root\"")
    [ -e "$debian_keyring" ] && args+=("--keyring=$debian_keyring")
    # By way of a tar the files belong to the caller also when mmdebstrap worked in a user namespace, so that plain rm
    # removes them. Device nodes come from the host at entering.
    if ! "${run[@]}" mmdebstrap "${args[@]}" "$root_suite" - "$mirror" 2>"$log" </dev/null |
        tar -x -C "$part" --no-same-owner --exclude='./dev/*' 2>>"$log"; then
        tail -n 15 "$log" >&2
        die "making the build root failed; the lines above are the end of $log"
    fi
    chmod 755 "$part"
    mv -T "$part" "$root"
    rm -f "$settings"
    trap - EXIT INT TERM HUP
    say "build root ready after $((SECONDS - started)) s"
    remove_unused_roots "$root"
}

# A root is stamped at each entering; one of another package list that nobody entered for a month goes.
remove_unused_roots() {
    find "$(cache_dir)" -maxdepth 1 -name 'root-*' -type d ! -path "$1" -mtime +30 -exec rm -rf {} +
}

# Makes the root when it is not there yet; two callers at once make one.
ensure_root() {
    local root=$1 way lock
    [ -e "$root/etc/onrecord-root" ] && command -v bwrap >/dev/null && return
    mkdir -p "$(cache_dir)"
    exec {lock}>"$(cache_dir)/root.lock"
    if ! flock -n "$lock"; then
        say "waiting for another call that is making the build root"
        flock "$lock"
    fi
    install_root_makers
    way=$(bwrap_way)
    [ "$way" != no ] || no_namespaces
    [ -e "$root/etc/onrecord-root" ] || make_root "$root" "$way"
    exec {lock}>&-
}

# Whether a path is shown inside the root by one of the folders that are bound anyway.
is_bound() {
    case $1 in
    /var/tmp | /var/tmp/* | "/run/user/$UID"/* | /run/media/*) return 0 ;;
    /var | /var/* | /run | /run/*) return 1 ;;
    /usr | /usr/* | /etc | /etc/* | /) return 0 ;;
    *) return 0 ;;
    esac
}

# enter_root CMD… : replaces this process by CMD inside the root, in the same folder, with the same files.
enter_root() {
    local root cwd dir target common args env_args=()
    root=$(root_path)
    ensure_root "$root"
    cwd=$(pwd -P)
    args=(--ro-bind "$root/usr" /usr --ro-bind "$root/etc" /etc --ro-bind "$root/var/lib/dpkg" /var/lib/dpkg
        --ro-bind "$root/var/cache/fontconfig" /var/cache/fontconfig)
    for dir in bin sbin lib lib32 lib64 libx32; do
        [ -L "$root/$dir" ] && args+=(--symlink "$(readlink "$root/$dir")" "/$dir")
    done
    args+=(--dev-bind /dev /dev --bind /proc /proc --ro-bind-try /sys /sys --tmpfs /run --bind-try /var/tmp /var/tmp)
    # Everything that is not the system itself keeps its name: home, /tmp (with the X sockets), /media, /mnt, /srv …
    for dir in /*; do
        case $dir in
        /usr | /etc | /var | /bin | /sbin | /lib* | /dev | /proc | /sys | /run | /boot | /lost+found) ;;
        *)
            if [ -L "$dir" ]; then
                args+=(--symlink "$(readlink "$dir")" "$dir")
            elif [ -d "$dir" ]; then
                args+=(--bind-try "$dir" "$dir")
            fi
            ;;
        esac
    done
    args+=(--bind-try "/run/user/$UID" "/run/user/$UID" --bind-try /run/media /run/media --bind-try /run/dbus /run/dbus)
    target=$(dirname "$here")
    [ "$target" = / ] && target=$here
    case $here in
    /usr/* | /etc/*) die "a checkout under ${here%"${here#/*/}"} cannot be shown inside the build root; move it" ;;
    esac
    # A worktree's repository may lie elsewhere.
    common=
    [ -f "$here/.git" ] && common=$(git -C "$here" rev-parse --path-format=absolute --git-common-dir 2>/dev/null || true)
    for dir in "$(realpath "$HOME")" "$target" "$cwd" "$common" "${XAUTHORITY:-}"; do
        [ -z "$dir" ] || is_bound "$dir" || args+=(--bind-try "$dir" "$dir")
    done
    for dir in passwd group hosts machine-id; do
        [ ! -e "$root/etc/$dir" ] || args+=(--ro-bind-try "/etc/$dir" "/etc/$dir")
    done
    # Settings that name the host's own libraries, compilers, plugins or locales mean nothing inside.
    for dir in LD_LIBRARY_PATH LD_PRELOAD QT_PLUGIN_PATH QT_QPA_PLATFORM_PLUGIN_PATH QT_STYLE_OVERRIDE XDG_DATA_DIRS \
        XDG_CONFIG_DIRS PYTHONPATH PYTHONHOME CC CXX CFLAGS CXXFLAGS CPPFLAGS LDFLAGS CMAKE_PREFIX_PATH \
        PKG_CONFIG_PATH LANGUAGE LC_ALL; do
        args+=(--unsetenv "$dir")
    done
    args+=(--setenv PATH /usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin --setenv LANG C.UTF-8
        --setenv CCACHE_DIR "${CCACHE_DIR:-$(cache_dir)/ccache}")
    if [ -z "${TZ:-}" ] && [ -L /etc/localtime ]; then
        dir=$(readlink -f /etc/localtime)
        [[ $dir == */zoneinfo/* ]] && args+=(--setenv TZ "${dir#*/zoneinfo/}")
    fi
    touch -c "$root" 2>/dev/null || true
    # When this process is ended, what it runs is asked to end too.
    set -- setpriv --pdeathsig TERM -- "$@"
    if [ "$(id -u)" -eq 0 ] || bwrap --ro-bind / / true 2>/dev/null; then
        exec bwrap "${args[@]}" --chdir "$cwd" -- "$@"
    fi
    [ "$(bwrap_way)" = sudo ] || no_namespaces
    # sudo starts with a bare environment; ours goes along by hand, and the command runs as who we are.
    while IFS= read -r -d '' dir; do
        env_args+=(--setenv "${dir%%=*}" "${dir#*=}")
    done < <(env -0)
    exec sudo bwrap --clearenv "${env_args[@]}" "${args[@]}" --chdir "$cwd" -- \
        setpriv "--reuid=$(id -u)" "--regid=$(id -g)" --init-groups --no-new-privs -- "$@"
}
