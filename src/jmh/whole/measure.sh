#!/bin/sh
# Whole processes: processor seconds, wall seconds and peak memory, the best of several runs each. Compare rows of one run
# with each other; a machine that others use too makes single figures worth little.
#
#   src/jmh/whole/measure.sh [RUNS]
#
# A recorded trace of one's own is measured too if VSIM_TRACE names its file.
set -eu
cd "$(dirname "$0")/../../.."
runs=${1:-3}
limits='--limit steps=2_000_000_000 --limit events=1 --limit seconds=600'

row() {
  name=$1 peer=$2
  shift 2
  best=''
  i=0
  while [ "$i" -lt "$runs" ]; do
    figures=$({ /usr/bin/time -f '%U %S %e %M' "$@" >/dev/null; } 2>&1 | tail -n 1)
    best=$(printf '%s\n%s\n' "$best" "$figures" | awk 'NF == 4 { cpu = $1 + $2; if (least == "" || cpu < least) { least = cpu; line = $0 } } END { print line }')
    i=$((i + 1))
  done
  echo "$best" | awk -v name="$name" -v peer="$peer" '{ printf "%-34s %7.2f %7.2f %7.0f   %s\n", name, $1 + $2, $3, $4 / 1024, peer }'
}

printf '%-34s %7s %7s %7s   %s\n' 'what' 'cpu s' 'wall s' 'MiB' 'target'
here=src/jmh/whole
row 'start: --version' '0.12 s' ./vsim --version
row 'start: ten lines' '0.25 s' ./vsim run $here/short.vsim
row '300 M rounds of an empty loop' '100 M/s' ./vsim run $here/empty-loop.vsim --trace none $limits
row '50 M rounds that count' '' ./vsim run $here/counting-loop.vsim --trace none $limits
row '30 M accesses in a loop' '10 M/s' ./vsim run $here/access-loop.vsim --trace none $limits
row '4 M walks in two dimensions' '5 M/s' ./vsim run $here/access-miss.vsim --trace none $limits
row '2.1 M lines of trace' '4 M/s' ./vsim run $here/print-trace.vsim --limit output=1G
row '10,000 VMs of 2 vCPUs, 1 s' '10 s, 1 GiB' ./vsim run $here/many-vms.vsim --trace none $limits
scenario=$(mktemp "$here/measured-XXXXXX")
trap 'rm -f "$scenario"' EXIT
awk 'BEGIN { for (i = 0; i < 900000; i++) print "access 0x" i % 9 + 1 "000" }' >"$scenario"
row 'parse and check 900,000 lines' '1 M/s' ./vsim check "$scenario"
if [ -n "${VSIM_TRACE:-}" ]; then
  for policy in lru fifo clock; do
    printf 'process p < frames 64; policy %s >\nreplay "%s"\n' "$policy" "$(readlink -f "$VSIM_TRACE")" >"$scenario"
    row "replay, 64 frames, $policy" '' ./vsim run "$scenario"
  done
fi
