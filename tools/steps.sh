# Sourced by ./run and ./test: long work on one line with its seconds, its output in a log file that is
# shown only when the work fails.

samvei_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
samvei_logs=$samvei_root/build/logs

# refuse SENTENCE...: says what is wrong and what to do, and stops.
refuse() {
    printf '%s\n' "$@" >&2
    exit 1
}

# step TITLE LOG COMMAND...: runs the command; a dot every five seconds shows that it lives.
step() {
    local title=$1 log=$samvei_logs/$2.log
    shift 2
    mkdir -p "$samvei_logs"
    printf '%s ' "$title"
    local began=$SECONDS ticker status=0
    while sleep 5 >/dev/null 2>&1 && kill -0 $$ 2>/dev/null; do printf '.'; done &
    ticker=$!
    "$@" >"$log" 2>&1 </dev/null || status=$?
    kill "$ticker" 2>/dev/null
    wait "$ticker" 2>/dev/null || true
    if [ "$status" -ne 0 ]; then
        printf ' failed after %d s\n' $((SECONDS - began))
        printf -- '--- the end of %s:\n' "$log" >&2
        tail -n 40 "$log" >&2
        exit "$status"
    fi
    printf ' %d s\n' $((SECONDS - began))
}

# build_jobs: how many compilers may run at once: one per core, and 1.2 GB of memory for each.
build_jobs() {
    local cores memory
    cores=$(nproc)
    memory=$(awk '/^MemAvailable:/ { print int($2 / 1200000) }' /proc/meminfo)
    [ "$memory" -ge 1 ] || memory=1
    if [ "$memory" -lt "$cores" ]; then echo "$memory"; else echo "$cores"; fi
}

# digest_of_files FOLDER...: one digest of all files below, so that nothing is built again for nothing.
digest_of_files() {
    find "$@" \( -name node_modules -o -name dist -o -name test-output \) -prune -o -type f -print0 |
        LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum
}

# with_stamp NAME DIGEST COMMAND...: runs the command unless it already succeeded for this digest.
with_stamp() {
    local stamp=$samvei_root/build/stamps/$1 digest=$2
    shift 2
    if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$digest" ]; then return 0; fi
    "$@"
    mkdir -p "$(dirname "$stamp")"
    printf '%s' "$digest" >"$stamp"
}

# use_own_node: puts the node and npm of tools/node first in PATH; installs them with any npm there is.
# (An old npm does not link node into .bin, so its own folder stands in PATH.)
use_own_node() {
    local folder=$samvei_root/tools/node machine
    case $(uname -m) in
    x86_64) machine=x64 ;;
    aarch64) machine=arm64 ;;
    *) refuse "The web app is built with node for x86_64 or aarch64; this machine is $(uname -m)." ;;
    esac
    [ -d "$folder/node_modules" ] || rm -f "$samvei_root/build/stamps/node"
    with_stamp node "$(sha256sum "$folder/package-lock.json")" \
        step 'Installing node' node npm --prefix "$folder" ci --no-audit --no-fund --loglevel=error
    # node brings its own list of certificate authorities; the machine's own (a municipality's proxy) count too.
    if [ -z "${NODE_EXTRA_CA_CERTS:-}" ] && [ -f /etc/ssl/certs/ca-certificates.crt ]; then
        export NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt
    fi
    PATH=$folder/node_modules/node-linux-$machine/bin:$folder/node_modules/.bin:$PATH
}

# install_npm_packages FOLDER: the npm packages of web or tests/e2e, exactly as its lock file says.
install_npm_packages() {
    local folder=$samvei_root/$1 name=npm-${1//\//-} digest
    digest=$(sha256sum "$folder/package.json" "$folder/package-lock.json")
    [ -d "$folder/node_modules" ] || rm -f "$samvei_root/build/stamps/$name"
    with_stamp "$name" "$digest" step "Installing the npm packages of $1" "$name" npm_ci "$folder"
}

npm_ci() {
    npm --prefix "$1" ci --no-audit --no-fund --loglevel=error || return
    # npm forgives a native package that it could not fetch, and the build would then fail for ever.
    if [ -d "$1/node_modules/rolldown" ]; then
        (cd "$1" && node --input-type=module -e 'await import("rolldown"); await import("lightningcss")')
    fi
}

# build_web: type check and bundle of the web app into web/dist.
build_web() {
    use_own_node
    install_npm_packages web
    [ -d "$samvei_root/web/dist" ] || rm -f "$samvei_root/build/stamps/web-dist"
    with_stamp web-dist "$(digest_of_files "$samvei_root/web" "$samvei_root/content/words")" \
        step 'Building the web app' web-build npm --prefix "$samvei_root/web" run build
}
