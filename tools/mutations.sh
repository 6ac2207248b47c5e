#!/usr/bin/env bash
# Takes one rule out of a copy of the program at a time and asks whether a test sees it: a test that cannot fail
# proves nothing. Each tests/mutations/*.patch says which rule it takes out ("Without:") and which tests of followup/
# must then fail ("Fails:", a filter of GoogleTest). Not part of `make check`: a build for each takes its time.
#
#     tools/mutations.sh              all of them
#     tools/mutations.sh 02 05        those whose names begin so
#
# The last line is "N seen, N unseen"; the exit code is 0 only when none went unseen.
set -eu -o pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
root=$PWD
work=${SAMVEI_MUTATIONS:-$root/build/mutations}
tree=$work/tree
mkdir -p "$work"

# The working tree as it is, without what is built; new to the eye of the build, which may hold an older mutation.
rm -rf "$tree"
mkdir -p "$tree"
git ls-files -z --cached --others --exclude-standard -- src migrations content cmake tools tests CMakeLists.txt |
    while IFS= read -r -d '' file; do if [ -e "$file" ]; then printf '%s\0' "$file"; fi; done |
    tar -c --null -T - | tar -x --touch -C "$tree"

compile() {
    cmake --build "$work/build" --target followup_test --parallel "$(nproc)" >"$work/build.log" 2>&1
}

cmake -S "$tree" -B "$work/build" -G Ninja -DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_FLAGS="-g1 -O1" \
    -DCMAKE_CXX_COMPILER_LAUNCHER=ccache -DCMAKE_EXE_LINKER_FLAGS=-fuse-ld=mold >"$work/build.log" 2>&1
compile || { tail -n 40 "$work/build.log"; exit 1; }
if ! "$work/build/followup_test" --gtest_filter='Promise.*Sqlite' >"$work/unchanged.log" 2>&1; then
    echo "unchanged: fails already; see $work/unchanged.log"
    exit 1
fi
echo "unchanged: holds"

seen=0
unseen=0
for patch in tests/mutations/*.patch; do
    name=$(basename "$patch" .patch)
    wanted=$([ $# -eq 0 ] && echo yes || echo no)
    for begins in "$@"; do if [[ $name == "$begins"* ]]; then wanted=yes; fi; done
    if [ "$wanted" = no ]; then continue; fi
    filter=$(sed -n 's/^Fails: //p' "$patch")
    patch --quiet --strip=1 --directory="$tree" <"$patch"
    if ! compile; then
        echo "$name: does not compile; see $work/build.log"
        unseen=$((unseen + 1))
    elif "$work/build/followup_test" --gtest_filter="$filter" >"$work/$name.log" 2>&1; then
        echo "$name: UNSEEN, without: $(sed -n 's/^Without: //p' "$patch")"
        unseen=$((unseen + 1))
    else
        echo "$name: seen, $(grep -m 1 -A 2 -E 'story with seed|Failure' "$work/$name.log" |
            grep -o -m 1 -E 'story with seed [0-9]+: [^\\]*|Failure.*' || echo 'failed')"
        seen=$((seen + 1))
    fi
    patch --quiet --strip=1 --reverse --directory="$tree" <"$patch"
done
echo "$seen seen, $unseen unseen"
[ "$unseen" -eq 0 ]
