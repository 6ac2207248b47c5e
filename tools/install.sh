#!/usr/bin/env bash
# Installs the Debian packages of the named groups (tools/packages.txt): run, test, tidy, bench.
# Quick when everything is there. Needs root only when something is missing.
set -euo pipefail
source "$(dirname "$0")/steps.sh"

if [ $# -eq 0 ] || [ "$1" = --help ]; then
    echo 'usage: tools/install.sh GROUP...   (groups: run, test, tidy, bench; see tools/packages.txt)'
    exit 0
fi

# missing_packages GROUP...: the packages of the groups that are not installed, one a line.
missing_packages() {
    local group package command wanted=()
    while read -r group package command; do
        case " $* " in *" $group "*) ;; *) continue ;; esac
        if [ -n "${command:-}" ] && command -v "$command" >/dev/null; then continue; fi
        wanted+=("$package")
    done < <(sed 's/#.*//' "$samvei_root/tools/packages.txt" | grep -v '^ *$')
    [ ${#wanted[@]} -gt 0 ] || return 0
    comm -23 <(printf '%s\n' "${wanted[@]}" | sort -u) \
        <(dpkg-query -W -f='${db:Status-Status} ${Package}\n' "${wanted[@]}" 2>/dev/null |
            sed -n 's/^installed //p' | sort -u)
}

command -v dpkg-query >/dev/null || refuse \
    'This script installs packages of Debian 12 and found no dpkg here.' \
    'Install what tools/packages.txt names in your own way, then build with cmake --preset release.'

mapfile -t missing < <(missing_packages "$@")
[ ${#missing[@]} -gt 0 ] || exit 0
if [ "$(id -u)" -ne 0 ]; then
    refuse "These Debian packages are missing: ${missing[*]}" \
        "Only root may install them. Run this once, then start again:" \
        "  sudo $samvei_root/tools/install.sh $*"
fi

export DEBIAN_FRONTEND=noninteractive
apt=(apt-get -q -y -o DPkg::Lock::Timeout=600 -o Acquire::Retries=3)
step 'Asking Debian for its list of packages' apt-update "${apt[@]}" update
step "Installing ${#missing[@]} Debian packages (the first time, some minutes)" apt-install \
    "${apt[@]}" install --no-install-recommends "${missing[@]}"
still_missing=$(missing_packages "$@")
[ -z "$still_missing" ] || refuse "These packages are still missing: $still_missing" "See $samvei_logs/apt-install.log."
