#!/bin/bash
# fuzz.sh SECONDS: lets libFuzzer make up templates; what breaks a promise stays in .build/fuzz/found.
# fuzz.sh --keep: chooses anew the short inputs in Tests/Fuzzing/Corpus, which add to the case files.
set -euo pipefail
cd "$(dirname "$0")/.."
out=.build/fuzz
seeds=Tests/Fuzzing/Corpus
mkdir -p $out/corpus $out/found

# As Package.swift builds the modules, but with the sanitizers and with assertions.
flags=(-swift-version 6 -package-name sitegen -parse-as-library -wmo -O -gline-tables-only
  -assert-config Debug)
for feature in ExistentialAny InternalImportsByDefault MemberImportVisibility \
  NonisolatedNonsendingByDefault; do
  flags+=(-enable-upcoming-feature $feature)
done
flags+=(-sanitize=fuzzer,address -I $out)
module() {
  echo "compiling $1"
  find "Sources/$1" -name '*.swift' | sort | xargs swiftc "${flags[@]}" -module-name "$1" \
    -emit-module -emit-module-path "$out/$1.swiftmodule" -emit-object -o "$out/$1.o"
}
module SourceText
module Templating
echo "compiling the target"
swiftc "${flags[@]}" -module-name TemplateFuzz Tests/Fuzzing/*.swift \
  Sources/TemplateCases/JSONValues.swift $out/SourceText.o $out/Templating.o -o $out/template-fuzz

# Swift's own printer of crashes would wait for a terminal.
export SWIFT_BACKTRACE=enable=no
limits=(-timeout=10 -rss_limit_mb=2048)
# The case files of the language are seeds as they are, their golden files are not.
rm -rf $out/cases
mkdir $out/cases
cp Tests/TemplatingTests/Cases/*.txt $out/cases/

if [ "$1" = --keep ]; then
  rm -rf $out/short
  mkdir $out/short
  find $out/corpus $seeds -type f -size -300c -exec cp -t $out/short {} +
  $out/template-fuzz -merge=1 -use_counters=0 "${limits[@]}" $out/cases $out/short
  rm -f $seeds/* $out/cases/*.txt
  cp $out/cases/* $seeds/
  exit
fi
$out/template-fuzz -max_total_time="$1" -max_len=4096 "${limits[@]}" -print_final_stats=1 \
  -dict=Tests/Fuzzing/template.dict -artifact_prefix=$out/found/ $out/corpus $seeds $out/cases || {
  # shellcheck disable=SC2012 # the names are hashes
  last=$(ls -t $out/found | head -n 1)
  echo "replay with: SWIFT_BACKTRACE=enable=no $out/template-fuzz $out/found/$last" >&2
  exit 1
}
