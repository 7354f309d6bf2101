#!/usr/bin/env zsh
# What zsh offers at the end of a line, one to a line, quoted as it is put into the line.  offered.zsh SHARE LINE
# A zsh on a terminal of its own, with the folder in its path of functions; the line and Tab are typed, and what the
# completion adds is written down where it is added.
emulate -L zsh
zmodload zsh/zpty
local share=${1:A} line=$2 file=$(mktemp) said
zpty shell zsh -f -i
# A line at a time: the terminal takes no more than its buffer before zsh reads.
zpty -w shell "PS1=READY; fpath=(${(q)share}/zsh/site-functions ${(q)share}/zsh/vendor-completions \$fpath); autoload -Uz compinit && compinit -D -u"
zpty -w shell "compadd() { local -a _added; builtin compadd -O _added \"\$@\"; (( \$#_added )) && print -rl -- \${(q)_added} >>${(q)file}; builtin compadd \"\$@\"; }"
zpty -w shell "finished() { print -n DONE; zle .kill-whole-line; }; zle -N finished; bindkey '^X^F' finished; unsetopt list_ambiguous; setopt no_beep; LISTMAX=1000; print GO''NE"
zpty -r -m shell said '*GONE*'
zpty -w -n shell "$line"$'\t\x18\x06'
zpty -r -m shell said '*DONE*'
zpty -d shell
sort -u $file
rm -f $file
