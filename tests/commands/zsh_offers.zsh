# What zsh offers behind the words of a command line, one a line: zsh -f zsh_offers.zsh <script> <line>. In a terminal of
# its own (zpty), since completion is the line editor's; compadd is where all that is offered comes along.
zmodload zsh/zpty
zpty shell zsh -f -i
{
  zpty -w shell "PROMPT= PROMPT2= RPROMPT=; stty columns 200; autoload -U compinit; compinit -u -D; source ${(q)1}"
  zpty -w shell 'compadd() {
    if [[ ${@[1,(i)(-|--)]} == *-(O|A|D)* ]]; then builtin compadd "$@"; return; fi
    local -a found
    builtin compadd -A found "$@"
    print -rl -- "offered "$^found
    builtin compadd "$@"
  }'
  # Before the line editor reads, the terminal itself would take ^U for a line to forget.
  zpty -w shell 'bindkey "^I" complete-word; zle-line-init() { print :be""gun:; }; zle -N zle-line-init'
  zpty -r -m shell text '*:begun:*'
  zpty -w -n shell "$2"$'\t\C-U'
  zpty -w shell 'print :do""ne:'
  zpty -r -m shell text '*:done:*'
  print -r -- "${text//$'\r'/}" | sed -n 's/.*offered //p' | sort -u
} always {
  zpty -d shell
}
