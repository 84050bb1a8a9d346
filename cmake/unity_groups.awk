# Sorts the sources of one room into unity groups: prints `file group` a line, 0 meaning "on its own".
# Two files share a group only if no name of one's anonymous namespaces is defined at namespace level in the
# other, so authors need not care. It trusts clang-format: namespaces do not indent what they hold.
#   awk -v lines=2500 -f unity_groups.awk a.cpp b.cpp …
function name_of(line,    head, word) {
  sub(/^template *<.*> */, "", line)
  if (match(line, /^(struct|class|union|enum class|enum) +(\[\[[a-z]+\]\] +)?[A-Za-z_0-9:]+/)) {
    head = substr(line, RSTART, RLENGTH)
    sub(/.* /, "", head)
    return head
  }
  if (match(line, /^using +[A-Za-z_0-9]+ *=/)) {
    head = substr(line, RSTART, RLENGTH)
    gsub(/^using +| *=$/, "", head)
    return head
  }
  if (line !~ /[(={;[]/) return ""
  head = line
  sub(/[(={;[].*/, "", head)
  sub(/ +$/, "", head)
  word = head
  sub(/.*[^A-Za-z_0-9:~]/, "", word)
  return word
}
FNR == 1 { files[++count] = FILENAME; anonymous = 0 }
{ size[FILENAME]++ }
/^namespace \{/ { anonymous = 1; next }
/^\}  \/\/ namespace$/ { anonymous = 0; next }
/^#(define|undef)|^using namespace/ { alone[FILENAME] = 1 }
/^[A-Za-z_]/ && !/^namespace|^extern "C"/ {
  n = name_of($0)
  if (n == "" || n ~ /::/) next
  if (anonymous || /^static /) hidden[FILENAME] = hidden[FILENAME] " " n
  else open[FILENAME] = open[FILENAME] " " n
}
function fits(file, group,    i, words, total) {
  if (lines_of[group] + size[file] > lines) return 0
  total = split(hidden[file], words, " ")
  for (i = 1; i <= total; i++) if ((group, words[i]) in taken || (group, words[i]) in published) return 0
  total = split(open[file], words, " ")
  for (i = 1; i <= total; i++) if ((group, words[i]) in taken) return 0
  return 1
}
function add(file, group,    i, words, total) {
  lines_of[group] += size[file]
  total = split(hidden[file], words, " ")
  for (i = 1; i <= total; i++) taken[group, words[i]] = 1
  total = split(open[file], words, " ")
  for (i = 1; i <= total; i++) published[group, words[i]] = 1
}
END {
  for (f = 1; f <= count; f++) {
    file = files[f]
    if (file in alone) { print file, 0; continue }
    for (g = 1; g <= groups; g++) if (fits(file, g)) break
    if (g > groups) groups = g
    add(file, g)
    print file, g
  }
}
