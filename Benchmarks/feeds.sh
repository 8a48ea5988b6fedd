#!/bin/sh
# feeds.sh PROGRAM COUNT [ROUNDS]: what the feeds that are on by default cost on top of the pages: at most 60 %.
set -eu
off="feeds: {json: false, rss: false, atom: false, calendar: false, llms: false, sitemap: false, jobs_xml: false, indeed: false}"
echo "feeds:"
exec "$(dirname "$0")/cost.sh" "$1" "$2" 60 "$off" "feeds: {json: true}" "${3:-5}"
