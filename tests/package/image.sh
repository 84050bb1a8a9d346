# shellcheck shell=bash
# The Dockerfile's last stage without Docker: its instructions, one by one, on $root. Ports are such that are free.
# Sourced. Leaves as_image, image_command and image_health, the words to run.
image_environment=()

# ["serve", "/project"] → its words.
words_of() { tr -d '[]",' <<<"$1"; }

build_image() {
  local instruction rest user=root folder=/ entry=() command=()
  sed "s/:8080/:$(free_port)/; s/:9090/:$(free_port)/" Dockerfile |
    sed -e ':join' -e '/\\$/{N;s/\\\n//;b join}' >"$work/Dockerfile"
  while read -r instruction rest; do
    case $instruction in
      COPY) copy_into "$folder" $rest ;;
      RUN) "${inside[@]}" "${image_environment[@]}" env -C "$folder" sh -c "$rest" ;;
      ENV) image_environment+=("$rest") ;;
      USER) user=$rest ;;
      WORKDIR) folder=$rest && mkdir -p "$root$rest" ;;
      HEALTHCHECK) read -ra image_health <<<"$(words_of "${rest##*CMD }")" ;;
      ENTRYPOINT) read -ra entry <<<"$(words_of "$rest")" ;;
      CMD) read -ra command <<<"$(words_of "$rest")" ;;
      VOLUME | EXPOSE | STOPSIGNAL) ;;
      *) echo "unknown: $instruction"; return 1 ;;
    esac || return 1
  done < <(awk '/^FROM/ { stage = ""; next } /^[A-Z]/ { stage = stage $0 "\n" } END { printf "%s", stage }' \
    "$work/Dockerfile")
  as_image=("${inside[@]}" "${image_environment[@]}"
    setpriv "--reuid=$user" "--regid=$user" --clear-groups env -C "$folder")
  image_command=("${entry[@]}" "${command[@]}")
}

# copy_into <working folder> <COPY's words…>: what comes from the build stage is what ./dev package made here.
copy_into() {
  local folder=$1 to=${*: -1}
  [[ $to == /* ]] || to=$folder/$to
  if [[ $2 == --from=build ]]; then
    cp "$packages"/${3##*/} "$root$to"
  else
    cp "$2" "$root$to"
  fi
}
free_port() {
  local port
  while port=$((20000 + RANDOM % 12000)) && (: <"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do :; done
  echo "$port"
}
