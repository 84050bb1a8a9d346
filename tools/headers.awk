# For tools/check_headers: reads headers.sums (`sum path` a line), std_names.txt, then headers and sources. Prints
#   alone <header> <key>   for a header that no source includes first: key changes with what it reaches
#   <header>:<line>: …     for a name of std whose header it does not reach
# -v salt=… is part of every key.
FNR == 1 { kind = FILENAME ~ /headers\.sums$/ ? "sums" : FILENAME ~ /std_names\.txt$/ ? "names" : FILENAME ~ /\.hpp$/ ? "header" : "source" }
kind == "sums" { sum[$2] = substr($1, 1, 12); order[++count] = $2; next }
kind == "names" {
  if (/^#/ || !match($0, /: /)) next
  expression[++expressions] = "^(" substr($0, 1, RSTART - 1) ")$"
  headers_of[expressions] = substr($0, RSTART + 2)
  next
}
kind == "source" {
  if (!/^#include/) next
  own = FILENAME
  sub(/\.cpp$/, ".hpp", own)
  if ($0 == "#include \"" substr(own, 5) "\"") first_of_source[own] = 1
  nextfile
}
{ sub(/\/\/.*/, ""); gsub(/"([^"\\]|\\.)*"/, /^#include/ ? "&" : "") }
/^#include "/ { target = $2; gsub(/"/, "", target); target = "src/" target; if (target in sum) uses[FILENAME] = uses[FILENAME] " " target; next }
/^#include </ { target = $2; gsub(/[<>]/, "", target); std[FILENAME, target] = 1; next }
{
  rest = $0
  while (match(rest, /std::[a-zA-Z_0-9]+/)) {
    name = substr(rest, RSTART + 5, RLENGTH - 5)
    if (!((FILENAME, name) in line_of)) { line_of[FILENAME, name] = FNR; used[FILENAME] = used[FILENAME] " " name }
    rest = substr(rest, RSTART + RLENGTH)
  }
}
function line_for(name,    e) {
  if (name in known) return known[name]
  for (e = 1; e <= expressions; e++) if (name ~ expression[e]) return known[name] = e
  return known[name] = 0
}
function check(header, name,    e, words, n, i, r) {
  e = line_for(name)
  if (!e) { print header ":" line_of[header, name] ": std::" name " is in no line of tools/std_names.txt; add it there"; return }
  n = split(headers_of[e], words, " ")
  for (i = 1; i <= n; i++) for (r = 1; r <= last; r++) if ((queue[r], words[i]) in std) return
  print header ":" line_of[header, name] ": std::" name " without #include <" words[1] ">"
}
END {
  for (h = 1; h <= count; h++) {
    delete seen; queue[1] = order[h]; seen[order[h]] = 1; last = 1; key = salt
    for (at = 1; at <= last; at++) {
      key = key sum[queue[at]]
      n = split(uses[queue[at]], u, " ")
      for (i = 1; i <= n; i++) if (!(u[i] in seen)) { seen[u[i]] = 1; queue[++last] = u[i] }
    }
    n = split(used[order[h]], names, " ")
    for (i = 1; i <= n; i++) check(order[h], names[i])
    if (!(order[h] in first_of_source)) print "alone", order[h], key
  }
}
