#!/bin/sh
# A class of homework: SUBMISSIONS submissions, ten checks each, graded in one process; checks a second with and without
# the start of Java, and peak memory. The target is 200 submissions × 10 checks a second on two cores.
#
#   src/jmh/whole/grading.sh [SUBMISSIONS [ROUNDS]]
set -eu
cd "$(dirname "$0")/../../.."
submissions=${1:-200}
rounds=${2:-10}
folder=$(mktemp -d "${TMPDIR:-/tmp}/grading-XXXXXX")
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/hw" "$folder/subs"

cat >"$folder/hw/assignment.vsim" <<'END'
assignment "Belady" < submit "belady.vsim" >

check "it runs" points 10 { simulate submission }
for n in 3..7 {
  check "${n} frames" points 10 {
    let r = simulate submission < frames (n) >
    assert r.p.faults >= 5
    expect in r page-fault p
  }
}
check "more frames, more faults" points 20 {
  let small = simulate submission < frames 3; lock costs, paging, mem >
  let large = simulate submission < frames 4; lock costs, paging, mem >
  assert large.p.faults > small.p.faults
}
check "the teacher acts" points 10 {
  let r = simulate submission
  in r { after access page 9 { expect page-fault p } }
}
check "own policy" points 5 { require policy mine }
check "another string" points 5 hidden {
  use submission as s
  process q < frames 4; policy (s.mine) >
  access page 1, 2, 3, 4, 1, 2, 5, 1
  assert q.faults == 6
}
END
i=0
while [ "$i" -lt "$submissions" ]; do
  cat >"$folder/subs/student$i.vsim" <<END
# student $i
param frames in 1..64 = 3
policy mine {
  let queue = []
  on load(f) { queue.push(f) }
  on victim() { return queue.shift() }
}
process p < frames (frames); policy mine >
access page 1, 2, 3, 4, 1, 2, 5, 1, 2, 3, 4, 5
access page $((i % 7)), $((i % 5)), $((i % 3))
assert p.faults > 5
END
  i=$((i + 1))
done

# The same submissions again and again: what a second round costs, the first has not warmed up for nothing.
all=''
round=0
while [ "$round" -lt "$rounds" ]; do
  all="$all $folder/subs/*.vsim"
  round=$((round + 1))
done
measure() {
  # shellcheck disable=SC2086
  { /usr/bin/time -f '%e %U %S %M' ./vsim grade "$folder/hw" $2 --format csv >"$folder/out.csv"; } 2>&1 |
    tail -n 1 | awk -v name="$1" -v checks="$3" '{ printf "%-28s %7.2f s wall %7.2f s cpu %6.0f MiB %8.0f checks/s\n", name, $1, $2 + $3, $4 / 1024, checks / $1 }'
}
measure "$submissions submissions, once" "$folder/subs/*.vsim" $((submissions * 10))
measure "$rounds times as many" "$all" $((submissions * 10 * rounds))
