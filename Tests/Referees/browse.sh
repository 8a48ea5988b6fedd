#!/bin/sh
# browse.sh PUBLIC: lets a real browser lay pages out on a narrow phone and measures them.
#
# A page that holds the site's page in a frame of 320 CSS pixels writes what it finds into its own
# document, which the browser prints.
set -eu
public=$1
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
for page in index.html jobs/index.html jobs/senior-embedded-engineer/index.html \
  jobs/director-of-production/index.html de/index.html about/index.html 404.html; do
  cp -r "$public" "$work/site"
  # Absolute paths have no meaning in a file; the style sheet does.
  sed "s#=\"/assets/#=\"file://$work/site/assets/#g" "$public/$page" > "$work/page.html"
  cat > "$work/frame.html" <<HTML
<!doctype html><meta charset="utf-8"><title>frame</title>
<iframe src="page.html" width="320" height="640"></iframe><pre id="result">not loaded</pre>
<script>
document.querySelector("iframe").addEventListener("load", event => {
  const page = event.target.contentDocument, root = page.documentElement;
  const small = [...page.querySelectorAll("nav a, .button")].filter(link => {
    const box = link.getBoundingClientRect();
    return box.width > 0 && box.height < 24;
  });
  document.getElementById("result").textContent = JSON.stringify({
    styled: page.styleSheets.length > 0, wide: root.scrollWidth > root.clientWidth,
    headings: page.querySelectorAll("h1").length, small: small.length,
  });
});
</script>
HTML
  result=$("$browser" --headless --no-sandbox --disable-gpu --allow-file-access-from-files \
    --virtual-time-budget=5000 --user-data-dir="$work/profile" --dump-dom \
    "file://$work/frame.html" 2>/dev/null | sed -n 's#.*<pre id="result">\(.*\)</pre>.*#\1#p')
  expected='{"styled":true,"wide":false,"headings":1,"small":0}'
  if [ "$result" != "$expected" ]; then
    echo "$page on a phone: $result, expected $expected"
    status=1
  fi
  rm -rf "$work/site"
done
[ $status -ne 0 ] || echo "7 pages laid out at 320 pixels"
exit $status
