#!/bin/sh
# Replacement policies on large traces, whole processes: misses, beside those of libCacheSim where they are known;
# processor seconds, wall seconds and peak memory, the best of several runs; references a second of processor time.
#
#   VSIM_Z=z.u32 VSIM_S=sort.lackey.gz src/jmh/whole/policies.sh [RUNS]
#
# Z: 10 M page numbers, Zipf α = 1 over 1 M pages, raw 32-bit numbers. S: what `sort` refers to, as valgrind's lackey
# writes it. Either may be left away; VSIM_POLICIES names fewer policies. Misses are counted by the page of a reference's first byte.
set -eu
cd "$(dirname "$0")/../../.."
runs=${1:-1}
all=${VSIM_POLICIES:-'fifo lru clock nru lfu mru random aging wsclock 2q arc s3-fifo sieve opt'}
scenario=$(mktemp "${TMPDIR:-/tmp}/policies-XXXXXX")
trap 'rm -f "$scenario" "$scenario.out"' EXIT

# libCacheSim's misses; its clock does not count loading as use.
known() {
  case $1 in
    'z fifo 10000') echo 4497271 ;; 'z fifo 100000') echo 2524807 ;;
    'z lru 10000') echo 4148571 ;; 'z lru 100000') echo 2228894 ;;
    'z clock 10000') echo 4052582 ;; 'z clock 100000') echo 2161526 ;;
    'z opt 10000') echo 2812944 ;; 'z opt 100000') echo 1332136 ;;
    'z arc 10000') echo 3400547 ;; 'z arc 100000') echo 1901020 ;;
    'z s3-fifo 10000') echo 3376939 ;; 'z s3-fifo 100000') echo 1884498 ;;
    'z sieve 10000') echo 3415617 ;; 'z sieve 100000') echo 1902013 ;;
    's fifo 16') echo 107413 ;; 's fifo 64') echo 1312 ;; 's fifo 128') echo 600 ;;
    's lru 16') echo 83907 ;; 's lru 64') echo 862 ;; 's lru 128') echo 438 ;;
    's clock 16') echo 101758 ;; 's clock 64') echo 946 ;; 's clock 128') echo 456 ;;
    's opt 16') echo 44624 ;; 's opt 64') echo 580 ;; 's opt 128') echo 319 ;;
  esac
}

# row NAME POLICY FRAMES FILE REFERENCES
row() {
  option=''
  [ "$2" = clock ] && option='< set-on-load off >'
  printf 'process p < frames %s; policy %s %s >\nreplay "%s" < straddle first >\n' "$3" "$2" "$option" "$4" >"$scenario"
  best=''
  i=0
  while [ "$i" -lt "$runs" ]; do
    figures=$({ /usr/bin/time -f '%U %S %e %M' ./vsim run "$scenario" --limit seconds=3600 >"$scenario.out"; } 2>&1 | tail -n 1)
    best=$(printf '%s\n%s\n' "$best" "$figures" | awk 'NF == 4 { cpu = $1 + $2; if (least == "" || cpu < least) { least = cpu; line = $0 } } END { print line }')
    i=$((i + 1))
  done
  misses=$(sed -n 's/^expect replay-end .* faults \([0-9]*\) .*/\1/p' "$scenario.out")
  if [ -z "$misses" ]; then
    printf '%-20s the run failed\n' "$1 $2 $3"
    return
  fi
  echo "$best" | awk -v name="$1 $2 $3" -v misses="$misses" -v known="$(known "$1 $2 $3")" -v n="$5" \
    '{ cpu = $1 + $2; verdict = known == "" ? "" : known == misses ? "as libCacheSim" : "libCacheSim " known
       printf "%-20s %9d %7.2f %7.2f %6.0f %7.1f   %s\n", name, misses, cpu, $3, $4 / 1024, n / cpu / 1e6, verdict }'
}

printf '%-20s %9s %7s %7s %6s %7s\n' 'trace policy frames' misses 'cpu s' 'wall s' MiB M/s
for policy in $all; do
  [ -n "${VSIM_Z:-}" ] && for frames in 10000 100000; do row z "$policy" "$frames" "$(readlink -f "$VSIM_Z")" 10000000; done
  [ -n "${VSIM_S:-}" ] && for frames in 16 64 128; do row s "$policy" "$frames" "$(readlink -f "$VSIM_S")" 19505121; done
done
true
